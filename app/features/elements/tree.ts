// Trees of records (units, capabilities): where a record may be put, what may be archived, and the order from top to leaf.
import { RuleError } from "~/core/errors"

export interface TreePlace {
  id: string
  parentId: string | null
  archived: boolean
}
export type Tree = ReadonlyMap<string, TreePlace>

/** How the records of a tree are called in its sentences: "unit", "units". */
export interface TreeWords {
  one: string
  many: string
}

/** Checks a place in the tree; refuses one below itself, below an archived record or below nothing known. `id` is null for a new record. */
export function checkPlace(id: string | null, parentId: string | null, tree: Tree, words: TreeWords): void {
  if (parentId === null) return
  const parent = tree.get(parentId)
  if (!parent) throw new RuleError(`The ${words.one} it should be part of is not here.`, { field: "parentId" })
  if (parent.archived) throw new RuleError(`The ${words.one} it should be part of is archived. Restore that first.`, { field: "parentId" })
  const seen = new Set<string>()
  for (let at: string | null = parentId; at !== null && !seen.has(at); at = tree.get(at)?.parentId ?? null) {
    if (at === id) throw new RuleError(`A ${words.one} cannot be part of itself or of one of its own parts.`, { field: "parentId" })
    seen.add(at)
  }
}

/**
 * Checks that archiving (or restoring) these records together leaves no live record below an archived one; refused otherwise,
 * with the number that stands in the way.
 */
export function checkArchiving(ids: readonly string[], archived: boolean, tree: Tree, words: TreeWords): void {
  const together = new Set(ids)
  if (archived) {
    const left = [...tree.values()].filter((place) => place.parentId !== null && together.has(place.parentId) && !place.archived && !together.has(place.id))
    if (left.length > 0)
      throw new RuleError(`${left.length === 1 ? `One ${words.one} is` : `${left.length} ${words.many} are`} part of it. Move or archive ${left.length === 1 ? "it" : "them"} first.`)
    return
  }
  const blocked = ids.some((id) => {
    const parentId = tree.get(id)?.parentId ?? null
    return parentId !== null && tree.get(parentId)?.archived === true && !together.has(parentId)
  })
  if (blocked) throw new RuleError(`The ${words.one} it is part of is archived. Restore that first.`)
}

/** The rows from the top down, each followed by its parts, with its depth (0 on top); rows keep their order among equals. A row whose parent is absent stands on top. */
export function inTreeOrder<Row extends { id: string; parentId: string | null }>(rows: readonly Row[]): (Row & { depth: number })[] {
  const known = new Set(rows.map((row) => row.id))
  const parts = new Map<string | null, Row[]>()
  for (const row of rows) {
    const above = row.parentId !== null && known.has(row.parentId) ? row.parentId : null
    const list = parts.get(above)
    if (list) list.push(row)
    else parts.set(above, [row])
  }
  const ordered: (Row & { depth: number })[] = []
  const open = [...(parts.get(null) ?? [])].reverse().map((row) => ({ row, depth: 0 }))
  for (let next = open.pop(); next; next = open.pop()) {
    const { row, depth } = next
    ordered.push({ ...row, depth })
    for (const part of [...(parts.get(row.id) ?? [])].reverse()) open.push({ row: part, depth: depth + 1 })
  }
  return ordered
}

/** The record itself and everything below it. */
export function withParts(id: string, tree: readonly { id: string; parentId: string | null }[]): Set<string> {
  const parts = new Map<string, string[]>()
  for (const place of tree) {
    if (place.parentId === null) continue
    const list = parts.get(place.parentId)
    if (list) list.push(place.id)
    else parts.set(place.parentId, [place.id])
  }
  const found = new Set([id])
  for (const at of found) for (const part of parts.get(at) ?? []) found.add(part)
  return found
}

/** Keeps the rows that fit and everything they are part of, so that the tree stays readable. Rows come from the top down. */
export function keepWithAncestors<Row extends { id: string; parentId: string | null }>(rows: readonly Row[], fits: ReadonlySet<string>): Row[] {
  const kept = new Set<string>()
  const parentOf = new Map(rows.map((row) => [row.id, row.parentId]))
  for (const id of fits) for (let at: string | null = parentOf.has(id) ? id : null; at !== null && !kept.has(at); at = parentOf.get(at) ?? null) kept.add(at)
  return rows.filter((row) => kept.has(row.id))
}
