// A unit: a department or team, part of a tree, with the headcount by role level of the people directly in it.
import type { Snapshot } from "~/core/change"
import { RuleError } from "~/core/errors"
import type { TreeWords } from "~/features/elements/tree"

export const roleLevels = ["frontline", "specialist", "manager", "executive", "external"] as const
export type RoleLevel = (typeof roleLevels)[number]
export const roleLevelWords: Record<RoleLevel, string> = {
  frontline: "Front line", specialist: "Specialists", manager: "Managers", executive: "Executives", external: "External",
}
export const unitWords: TreeWords = { one: "unit", many: "units" }

/** People directly in a unit by role level; null is not known. */
export type Headcount = Record<RoleLevel, number | null>

export interface UnitFields {
  name: string
  summary: string
  parentId: string | null
  headcount: Headcount
}

export const unknownHeadcount: Headcount = { frontline: null, specialist: null, manager: null, executive: null, external: null }

/** Checks a unit's own fields; refuses a headcount that is no whole number from 0. */
export function checkUnit(unit: UnitFields): UnitFields {
  for (const level of roleLevels) {
    const count = unit.headcount[level]
    if (count !== null && (!Number.isInteger(count) || count < 0 || count > 10_000_000))
      throw new RuleError("A headcount is a whole number from 0.", { field: level })
  }
  return unit
}

/** The unit as its history keeps it: each role level a field of its own, so that two people can fill in two of them at once. */
export function unitSnapshot(unit: UnitFields): Snapshot {
  return { name: unit.name, summary: unit.summary, parentId: unit.parentId, ...unit.headcount }
}

/** The unit that a (merged) snapshot describes. */
export function unitOf(snapshot: Snapshot): UnitFields {
  const { name, summary, parentId, frontline, specialist, manager, executive, external } = snapshot as Snapshot & Headcount & Pick<UnitFields, "name" | "summary" | "parentId">
  return { name, summary, parentId, headcount: { frontline, specialist, manager, executive, external } }
}

/** The people in all role levels together; null when none is known. */
export function totalOf(headcount: Headcount): number | null {
  return addHeadcounts([headcount]).total
}

/** The sum of some headcounts by role level, with the total; a level that no unit knows stays not known. */
export function addHeadcounts(headcounts: readonly Headcount[]): Headcount & { total: number | null } {
  const sum: Headcount & { total: number | null } = { ...unknownHeadcount, total: null }
  for (const headcount of headcounts) {
    for (const level of roleLevels) {
      const count = headcount[level]
      if (count === null) continue
      sum[level] = (sum[level] ?? 0) + count
      sum.total = (sum.total ?? 0) + count
    }
  }
  return sum
}

/** Adds to each row of a tree what stands below it: `whole` is the unit with its sub-units. Rows come from the top down with their depth. */
export function withWhole<Row extends { depth: number; headcount: Headcount }>(rows: readonly Row[]): (Row & { whole: Headcount & { total: number | null } })[] {
  const path: { depth: number; counts: Headcount[] }[] = []
  const all = rows.map((row) => {
    while (path.length > 0 && (path.at(-1)?.depth ?? 0) >= row.depth) path.pop()
    const mine = { depth: row.depth, counts: [row.headcount] }
    for (const above of path) above.counts.push(row.headcount)
    path.push(mine)
    return { row, counts: mine.counts }
  })
  return all.map(({ row, counts }) => ({ ...row, whole: addHeadcounts(counts) }))
}
