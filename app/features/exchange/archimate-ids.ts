// The identifiers in a model that we write: whose an id is, and how it stays unique and valid in XML.

const start = "A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf"
/** What XML allows as an identifier (a name without a colon). */
const valid = new RegExp(`^[${start}][${start}0-9.\\u00b7-]*$`)
const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
const ownPattern = new RegExp(`^id-(${uuid})$`)
const prefixedPattern = new RegExp(`^src-(${uuid})\\.(.*)$`)

/** The id of a record or link of ours, and of the installation as a model. */
export function ownId(id: string): string {
  return `id-${id}`
}

/** The id of what a source brought: its own where that is free and valid, else with the source before it. */
export function givenBackId(sourceId: string, foreignId: string, isFree: boolean): string {
  if (isFree && valid.test(foreignId)) return foreignId
  const escaped = foreignId.replace(/[^A-Za-z0-9.-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`)
  return `src-${sourceId}.${escaped}`
}

/** What an id in a model that we wrote names: a record or link of ours, what one source brought, or an id of any source. */
export function readGivenBackId(id: string): { own: string } | { sourceId: string; foreignId: string } | { foreignId: string } {
  const own = ownPattern.exec(id)
  if (own) return { own: own[1] ?? "" }
  const prefixed = prefixedPattern.exec(id)
  if (!prefixed) return { foreignId: id }
  const foreignId = (prefixed[2] ?? "").replace(/_([0-9a-f]{1,6})_/g, (_all, code: string) => String.fromCodePoint(Math.min(0x10ffff, parseInt(code, 16))))
  return { sourceId: prefixed[1] ?? "", foreignId }
}
