// Comparing the stakes of a model: who would stand somewhere about what, and whether somebody said so already.
import { database } from "~/core/database.server"
import { newId } from "~/core/ids"
import type { JudgedRow } from "~/core/import-staging.server"
import { can } from "~/core/policy"
import { unknownStanding } from "~/features/stakeholders/standing"
import type { BroughtStake, RecordRef, RowProblem } from "./brought"
import type { Meant } from "./file-index"
import type { Comparing } from "./import-compare.server"
import { standingsBetween } from "./import-records.queries.server"
import type { StagedBrought } from "./staged-rows.queries.server"

export type StakeRow = StagedBrought<BroughtStake>
type BothEnds = (row: StagedBrought, from: RecordRef, to: RecordRef, comparing: Comparing) => { from: Meant; to: Meant } | { problems: readonly RowProblem[] } | "left out"

/** Whether a staged link is such a stake. */
export function isStake(row: StagedBrought): row is StakeRow {
  return row.brought.part === "stake"
}

/**
 * Judges stakes: new where nobody said where the party stands about the subject, unchanged where somebody did. For an actor who may
 * not see standing they stay in the file, for the way back.
 */
export async function judgeStakes(rows: readonly StakeRow[], comparing: Comparing, bothEnds: BothEnds, blank: (row: StagedBrought) => JudgedRow): Promise<JudgedRow[]> {
  const mayStand = can(comparing.actor, "see standing")
  const ends = rows.map((row) => ({ row, ends: bothEnds(row, row.brought.party, row.brought.subject, comparing) }))
  const asked = ends.flatMap((one) => ("from" in Object(one.ends) ? [pairOf(one.ends as { from: Meant; to: Meant })] : []))
  const known = mayStand ? await standingsBetween(database(), asked) : new Map<string, { id: string; version: number }>()
  return ends.map(({ row, ends: found }): JudgedRow => {
    if (found === "left out") return { ...blank(row), verdict: "kept" }
    if ("problems" in found) return { ...blank(row), verdict: "refused", problems: found.problems }
    if (!mayStand) return { ...blank(row), verdict: "kept" }
    const pair = pairOf(found)
    const after = { fromId: pair.personId, toId: pair.subjectId, ...unknownStanding }
    const standing = known.get(`${pair.personId} ${pair.subjectId}`)
    if (standing) return { ...blank(row), verdict: "unchanged", recordId: standing.id, recordVersion: standing.version, before: after, after }
    return { ...blank(row), verdict: "new", ticked: row.verdict === "new" ? row.ticked : true, recordId: newId(), after }
  })
}

function pairOf({ from, to }: { from: Meant; to: Meant }): { personId: string; subjectId: string } {
  return { personId: from.id, subjectId: to.id }
}
