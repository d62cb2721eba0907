// Taking back what an import said of people as parties: profiles and where they stand, as far as nobody said more since.
import { sql } from "kysely"
import type { RecordChange } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { removed } from "~/features/elements/element.writes.server"
import { beforeOf, planUndo, type NetEntry } from "~/features/elements/undo"
import { profileSnapshot, usualProfile, type Profile } from "~/features/stakeholders/profile"
import { lockProfiles } from "~/features/stakeholders/profile.queries.server"
import { standingSnapshot, type Standing } from "~/features/stakeholders/standing"
import { lockStandings } from "~/features/stakeholders/standing.queries.server"
import { wholeStanding, writeProfile, writeStanding } from "~/features/stakeholders/stakeholders.writes.server"

/** Takes back standings and profiles; the ids of those changed since are `left`. */
export async function takeBackParties(tx: Tx, entries: { standings: readonly NetEntry[]; profiles: readonly NetEntry[] }): Promise<{ changes: RecordChange[]; left: string[] }> {
  const changes: RecordChange[] = []
  const left: string[] = []
  for (let from = 0; from < entries.standings.length; from += 500) {
    const portion = entries.standings.slice(from, from + 500)
    const planned = planUndo(portion, await lockStandings(tx, portion.map(({ recordId }) => recordId)))
    left.push(...planned.left)
    const made = planned.todo.filter(({ entry }) => entry.action === "created").map(({ record }) => record)
    if (made.length > 0) await tx.deleteFrom("standing").where("id", "=", sql<string>`any(${made.map(({ id }) => id)}::uuid[])`).execute()
    changes.push(...made.map((row) => removed({ kind: "standing", id: row.id, version: row.version, about: [] }, wholeStanding(row))))
    for (const { entry, record } of planned.todo)
      if (entry.action === "changed") changes.push(...(await writeStanding(tx, record, { ...standingSnapshot(record), ...beforeOf(entry) } as unknown as Standing)))
  }
  for (let from = 0; from < entries.profiles.length; from += 500) {
    const portion = entries.profiles.slice(from, from + 500)
    const planned = planUndo(portion, await lockProfiles(tx, portion.map(({ recordId }) => recordId)))
    left.push(...planned.left)
    for (const { entry, record } of planned.todo)
      changes.push(...(await writeProfile(tx, record, entry.action === "created" ? usualProfile : ({ ...profileSnapshot(record), ...beforeOf(entry) } as unknown as Profile))))
  }
  return { changes, left }
}
