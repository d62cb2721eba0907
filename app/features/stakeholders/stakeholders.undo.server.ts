// Taking back what one operation did to standings and profiles.
import { command } from "~/core/command.server"
import type { RecordChange } from "~/core/change"
import type { Actor } from "~/core/policy"
import { removed } from "~/features/elements/element.writes.server"
import { beforeOf, isRemoval, netEntries, plan, type Undone } from "~/features/elements/undo"
import type { Undo } from "~/features/elements/undo.writes.server"
import { profileSnapshot, usualProfile, type Profile } from "./profile"
import { lockProfiles } from "./profile.queries.server"
import { standingSnapshot, type Standing } from "./standing"
import { lockStandings } from "./standing.queries.server"
import { wholeStanding, writeProfile, writeStanding } from "./stakeholders.writes.server"

/** Puts standings back as they were; one that was first said is gone again, one changed since is left. */
export function restoreStandings(actor: Actor, asked: Undo) {
  const entries = netEntries(asked.entries).filter((entry) => !isRemoval(entry))
  return command({
    actor, operationId: asked.operationId, input: ["restore standings", asked.entries.map(({ id }) => id)],
    load: (tx) => lockStandings(tx, entries.map(({ recordId }) => recordId)),
    demands: () => ({ permission: "see standing" }),
    run: async (tx, { loaded: rows }) => {
      const { todo, left } = plan(entries, rows)
      const changes: RecordChange[] = []
      for (const entry of todo) {
        const row = rows.find(({ id }) => id === entry.recordId)
        if (!row) continue
        if (entry.action === "created") {
          await tx.deleteFrom("standing").where("id", "=", row.id).execute()
          changes.push(removed({ kind: "standing", id: row.id, version: row.version, about: [] }, wholeStanding(row)))
        } else changes.push(...(await writeStanding(tx, row, { ...standingSnapshot(row), ...beforeOf(entry) } as unknown as Standing)))
      }
      return { changes, outcome: { undone: todo.length, left } satisfies Undone }
    },
  })
}

/** Puts profiles back as they were; one that was first said is as usual again, one changed since is left. */
export function restoreProfiles(actor: Actor, asked: Undo) {
  const entries = netEntries(asked.entries)
  return command({
    actor, operationId: asked.operationId, input: ["restore profiles", asked.entries.map(({ id }) => id)],
    load: (tx) => lockProfiles(tx, entries.map(({ recordId }) => recordId)),
    demands: () => ({ permission: "edit engagement" }),
    run: async (tx, { loaded: rows }) => {
      const { todo, left } = plan(entries, rows)
      const changes: RecordChange[] = []
      for (const entry of todo) {
        const row = rows.find(({ id }) => id === entry.recordId)
        if (row) changes.push(...(await writeProfile(tx, row, entry.action === "created" ? usualProfile : ({ ...profileSnapshot(row), ...beforeOf(entry) } as unknown as Profile))))
      }
      return { changes, outcome: { undone: todo.length, left } satisfies Undone }
    },
  })
}
