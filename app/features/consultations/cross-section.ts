// The affected cross-section of a subject: which units, with how many people of each role level, derived from records and corrected with a reason.
import type { RoleLevel } from "#db/words"
import { onceFor } from "~/core/once-for"
import { addHeadcounts, roleLevels, unknownHeadcount, type Headcount } from "~/features/units/unit"
import type { Stratum } from "./coverage"

export interface UnitInTree {
  id: string
  name: string
  parentId: string | null
  headcount: Headcount
}

export interface Correction {
  unitId: string
  roleLevel: RoleLevel
  headcount: number
}

export type Units = ReadonlyMap<string, UnitInTree>

/** The affected units that have no affected unit above them: a unit affected with its parent counts once, with the parent. */
export function topmost(affected: readonly string[], units: Units): string[] {
  const chosen = new Set(affected.filter((id) => units.has(id)))
  return [...chosen].filter((id) => affectedAbove(units.get(id)?.parentId ?? null, chosen, units) === null)
}

/** The affected unit in which somebody of this unit counts: the nearest from here upwards; null when none is affected. */
function affectedAbove(unitId: string | null, affected: ReadonlySet<string>, units: Units): string | null {
  const seen = new Set<string>()
  for (let at = unitId; at !== null && !seen.has(at); at = units.get(at)?.parentId ?? null) {
    if (affected.has(at)) return at
    seen.add(at)
  }
  return null
}

/**
 * The strata: each affected unit by role level, its people counted with those of the units below. A correction takes the place of the count,
 * and adds a unit that nothing in the records touches. In the order of the units' names; nobody counted is nobody affected.
 */
export function strataOf(affected: readonly string[], units: Units, corrections: readonly Correction[]): Stratum[] {
  const wanted = topmost([...affected, ...corrections.map(({ unitId }) => unitId)], units)
  const derived = new Set(topmost(affected, units))
  return wanted
    .flatMap((id) => units.get(id) ?? [])
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
    .flatMap((unit) => {
      const counted = derived.has(unit.id) ? countedWithin(unit, units) : unknownHeadcount
      return roleLevels.map((roleLevel): Stratum => {
        const corrected = corrections.find((one) => one.unitId === unit.id && one.roleLevel === roleLevel)
        return { unitId: unit.id, unitName: unit.name, roleLevel, headcount: corrected?.headcount ?? counted[roleLevel] ?? 0 }
      })
    })
}

/** The people of a unit and of all below it, added once for a tree, however many subjects touch the unit. */
function countedWithin(unit: UnitInTree, units: Units): Headcount {
  const counted = onceFor(units, "counted", () => new Map<string, Headcount>())
  const known = counted.get(unit.id) ?? addHeadcounts(within(unit, belowOf(units)).map(({ headcount }) => headcount))
  counted.set(unit.id, known)
  return known
}

/** Worked out once for a tree, however many subjects ask. */
function belowOf(units: Units): ReadonlyMap<string, readonly UnitInTree[]> {
  return onceFor(units, "below", () => {
    const below = new Map<string, UnitInTree[]>()
    for (const unit of units.values()) {
      if (unit.parentId === null) continue
      const siblings = below.get(unit.parentId)
      if (siblings) siblings.push(unit)
      else below.set(unit.parentId, [unit])
    }
    return below
  })
}

function within(unit: UnitInTree, below: ReadonlyMap<string, readonly UnitInTree[]>): UnitInTree[] {
  return [unit, ...(below.get(unit.id) ?? []).flatMap((child) => within(child, below))]
}
