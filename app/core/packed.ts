// A part of a page's data that is the same for many people: written down once, and sent as the text it then is.

/** What is sent in place of a value. Only plain data belongs in it: texts, numbers, booleans, null, lists and records of them. */
export interface Packed<T> {
  readonly text: string
  /** Never there: it remembers the type of what is packed. */
  readonly holds?: T
}

const packings = new WeakMap<object, Packed<unknown>>()
const contents = new WeakMap<object, unknown>()

/** Gives what to send for a value; the same value, known by its identity, is written down once. It must not change afterwards. */
export function packed<T extends object>(value: T): Packed<T> {
  const known = packings.get(value)
  if (known) return known as Packed<T>
  const packing: Packed<T> = { text: otherQuotes(JSON.stringify(value)) }
  packings.set(value, packing)
  contents.set(packing, value)
  return packing
}

/** Gives what was packed: on the server the very value, in the browser one read from its text, the same each time it is asked for. */
export function unpacked<T>(packing: Packed<T>): T {
  if (!contents.has(packing)) contents.set(packing, JSON.parse(otherQuotes(packing.text)))
  return contents.get(packing) as T
}

/** Each kind of quotes for the other. A page carries the text within a text within a script, where every double quote takes four letters. */
function otherQuotes(text: string): string {
  return text.replace(/["']/g, (quote) => (quote === '"' ? "'" : '"'))
}
