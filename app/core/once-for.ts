// Work done once for an object that stands for one version of the records, and forgotten together with it.

const kept = new WeakMap<object, Map<string, unknown>>()
/** Filters and people make many keys; what was worked out for the oldest is then worked out anew. */
const mostKeys = 200

/** Gives what `make` gave for this object and key before, else makes it now. A promise that fails is not kept. */
export function onceFor<T>(version: object, key: string, make: () => T): T {
  const known = kept.get(version) ?? new Map<string, unknown>()
  kept.set(version, known)
  if (known.has(key)) return known.get(key) as T
  const made = make()
  if (known.size >= mostKeys) known.clear()
  known.set(key, made)
  if (made instanceof Promise) made.catch(() => known.delete(key))
  return made
}
