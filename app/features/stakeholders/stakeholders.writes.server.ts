// The writes that saving and taking back share: a standing's row and a profile's row, each with what its history says.
import type { RecordChange, Snapshot } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { changed } from "~/features/elements/element.writes.server"
import { profileSnapshot, type Profile } from "./profile"
import { checkStanding, standingSnapshot, type Standing } from "./standing"
import type { StandingRow } from "./standing.queries.server"

/** The standing with whom and what it is about, so that a removed one can be made again. */
export function wholeStanding(row: Pick<StandingRow, "personId" | "subjectId"> & Standing): Snapshot {
  return { personId: row.personId, subjectId: row.subjectId, ...standingSnapshot(row) }
}

/** Writes a standing anew; its change is in no element's history (`about` is empty), since few may read it. */
export async function writeStanding(tx: Tx, row: StandingRow, after: Standing): Promise<RecordChange[]> {
  const next = checkStanding(after)
  const { influence, interest, engagementNow, engagementWanted } = next
  await tx.updateTable("standing").set({ influence, interest, engagementNow, engagementWanted, version: row.version + 1 }).where("id", "=", row.id).execute()
  return [changed({ kind: "standing", id: row.id, version: row.version, about: [] }, standingSnapshot(row), standingSnapshot(next))]
}

/** Writes a profile anew. */
export async function writeProfile(tx: Tx, row: Profile & { id: string; version: number }, after: Profile): Promise<RecordChange[]> {
  await tx.updateTable("stakeholder").set({ listeningStyle: after.listeningStyle, contactPreference: after.contactPreference, version: row.version + 1 }).where("personId", "=", row.id).execute()
  return [changed({ kind: "stakeholder", id: row.id, version: row.version }, profileSnapshot(row), profileSnapshot(after))]
}
