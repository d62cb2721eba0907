// Writing XML: texts and attributes in which nothing can end a tag, and no character that XML does not know.

// eslint would read these as control characters in a pattern, so they are told by number
const unknown = (code: number) => (code < 32 && code !== 9 && code !== 10 && code !== 13) || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff

/** Text between tags. A carriage return is written as a reference, because a reader would make it a line feed. */
export function escaped(text: string): string {
  return plain(text).replace(/[&<>\r]/g, (character) => references[character] ?? "")
}

const references: Readonly<Record<string, string>> = {
  "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#xD;", "\n": "&#xA;", "\t": "&#x9;",
}

/** Attributes in the order given, each after a space. */
export function attributesText(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).map(([name, value]) => ` ${name}="${plain(value).replace(/[&<>"\r\n\t]/g, (character) => references[character] ?? "")}"`).join("")
}

/** A tag with its text, or with the tags inside it, which are XML already. */
export function tag(name: string, attributes: Readonly<Record<string, string>>, text: string | null, inside = ""): string {
  const content = (text === null ? "" : escaped(text)) + inside
  return content === "" ? `<${name}${attributesText(attributes)}/>\n` : `<${name}${attributesText(attributes)}>${inside === "" ? "" : "\n"}${content}</${name}>\n`
}

/** Portions within a tag of their own; nothing at all where they are empty, because the tag may not be. */
export async function* within(name: string, portions: AsyncIterable<string>): AsyncGenerator<string> {
  let begun = false
  for await (const portion of portions) {
    if (portion === "") continue
    if (!begun) yield `<${name}>\n`
    begun = true
    yield portion
  }
  if (begun) yield `</${name}>\n`
}

/** Without what XML 1.0 has no place for: control characters and halves of a pair. */
function plain(text: string): string {
  return Array.from(text, (character) => (unknown(character.codePointAt(0) ?? 0) ? "" : character)).join("")
}
