// What a row would change in a record that is there, and where somebody else's change stands against the file.
import { same, type Snapshot } from "~/core/change"
import type { Clash } from "./row-in-words"

/** What an earlier comparison found about the row. */
export interface Earlier {
  verdict: string
  ticked: boolean
  before: Snapshot | null
  clashes: readonly Clash[]
}
/** Who last changed a field after the file was saved (or since the last comparison), and when. */
export type Touched = ReadonlyMap<string, { by: string; at: string }>

export interface Change {
  verdict: "changed" | "unchanged"
  ticked: boolean
  after: Snapshot
  clashes: Clash[]
}

/** The fields of a record in which the file differs from what stands now. */
export function differing(now: Snapshot, wanted: Snapshot): string[] {
  return [...new Set([...Object.keys(wanted), ...Object.keys(now)])].filter((field) => !same(now[field] ?? null, wanted[field] ?? null))
}

/** The fields of which somebody changed what the earlier comparison saw. */
export function movedSince(earlier: Earlier, now: Snapshot): string[] {
  return earlier.before === null ? [] : differing(earlier.before, now)
}

/**
 * The change a row makes. A field that somebody changed meanwhile keeps theirs until a person takes the file's; a row with
 * nothing else to write is not ticked.
 */
export function judgeChange(now: Snapshot, wanted: Snapshot, earlier: Earlier, touched: Touched): Change {
  const fields = differing(now, wanted)
  if (fields.length === 0) return { verdict: "unchanged", ticked: false, after: now, clashes: [] }
  const moved = new Set(movedSince(earlier, now))
  const clashes = fields.flatMap((field): Clash[] => {
    const [mine, theirs] = [wanted[field] ?? null, now[field] ?? null]
    const known = earlier.clashes.find((one) => one.field === field && same(one.theirs, theirs))
    if (known) return [{ ...known, mine }]
    const who = touched.get(field)
    if (!who && !moved.has(field)) return []
    return [{ field, mine, theirs, by: who?.by ?? "Somebody", at: who?.at ?? "", take: "theirs" }]
  })
  const after = resolved(now, wanted, clashes)
  const writes = differing(now, after).length > 0
  const wasUnticked = (earlier.verdict === "changed" || earlier.verdict === "new") && !earlier.ticked && earlier.clashes.length === 0
  return { verdict: "changed", ticked: writes && !wasUnticked, after, clashes }
}

/** The record as it will be: the file's values, but theirs where a clash is not decided for the file. */
export function resolved(now: Snapshot, wanted: Snapshot, clashes: readonly Clash[]): Snapshot {
  const after = { ...wanted }
  for (const { field, mine, theirs, take } of clashes) {
    const value = take === "mine" ? mine : theirs
    if (value === null && !(field in now)) Reflect.deleteProperty(after, field)
    else after[field] = value
  }
  return after
}
