// What changed in the standards between two days, product by product and job by job, and what of it is shown.
import type { CalendarDate } from "~/core/calendar"
import type { ElementRef } from "~/features/elements/element"
import type { StandardRow } from "./standard-list"
import { ranOut, shiftOf, shifts, type Shift } from "./standard-time"

export interface StandardChange {
  key: string
  product: ElementRef
  family: string
  version: string
  job: ElementRef | null
  before: StandardRow | null
  after: StandardRow | null
  shift: Shift
  /** an approval of the first day that had run out by the second, and nothing renewed it */
  ranOut: boolean
}

/** Every standing of either day with what became of it, in the order of names. */
export function changesBetween(first: readonly StandardRow[], second: readonly StandardRow[], days: { from: CalendarDate; to: CalendarDate }): StandardChange[] {
  const keyOf = (row: StandardRow) => `${row.id} ${row.job?.id ?? ""} ${row.productVersion}`
  const before = new Map(first.map((row) => [keyOf(row), row]))
  const after = new Map(second.map((row) => [keyOf(row), row]))
  const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((key): StandardChange[] => {
    const [was, is] = [before.get(key) ?? null, after.get(key) ?? null]
    const row = is ?? was
    const shift = shiftOf(was, is, is !== null && is.validFrom > days.from)
    if (row === null || shift === null) return []
    const { id, kind, code, name, family, productVersion, job } = row
    return [{ key, product: { id, kind, code, name }, family, version: productVersion, job, before: was, after: is, shift, ranOut: ranOut(was, is, days.to) }]
  })
  const sortKeys = new Map([...first, ...second].map((row) => [row.id, row.sortKey]))
  const sortOf = (change: StandardChange) => sortKeys.get(change.product.id) ?? ""
  return changes.sort((a, b) => (sortOf(a) === sortOf(b) ? (a.key < b.key ? -1 : 1) : sortOf(a) < sortOf(b) ? -1 : 1))
}

/** How many standings became what, and how many approvals ran out. */
export function countChanges(changes: readonly StandardChange[]): Record<Shift, number> & { ranOut: number } {
  const counts = Object.fromEntries(shifts.map((shift) => [shift, changes.filter((one) => one.shift === shift).length])) as Record<Shift, number>
  return { ...counts, ranOut: changes.filter((one) => one.ranOut).length }
}

/** "797 new, 120 stand differently, 81 with another expiry; 3 approvals ran out." */
export function changesTitle(counts: ReturnType<typeof countChanges>): string {
  const words: [number, string][] = [[counts.new, "new"], [counts.changed, "stand differently"], [counts.prolonged, "with another expiry"], [counts.same, "as before"], [counts["not named"], "not looked at again"], [counts.ended, "no longer stand"]]
  const said = words.filter(([count]) => count > 0).map(([count, word]) => `${count.toLocaleString("en-GB")} ${word}`)
  if (said.length === 0) return "Nothing stood on either day."
  const out = counts.ranOut === 0 ? "" : ` ${counts.ranOut.toLocaleString("en-GB")} ${counts.ranOut === 1 ? "approval ran" : "approvals ran"} out.`
  return `${said.join(", ")}.${out}`
}
