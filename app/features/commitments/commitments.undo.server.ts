// Undoing what was done to commitments; a move that is taken back is kept as a move of its own.
import { command } from "~/core/command.server"
import type { RecordChange, Snapshot } from "~/core/change"
import type { Tx } from "~/core/database.server"
import type { Actor } from "~/core/policy"
import { changed, writeElement } from "~/features/elements/element.writes.server"
import { undoEntries, type Undo } from "~/features/elements/undo.writes.server"
import { commitmentSnapshot, mayChange } from "./commitment"
import { lockCommitments, type Commitment } from "./commitments.queries.server"
import { aboutOf, moveDueDate } from "./commitments.writes.server"

/**
 * Takes one operation's changes to promises back; those changed since are left and named by id in `left`. Who keeps the conversations
 * may; an owner may take back what they did to their own promise.
 */
export function restoreCommitments(actor: Actor, asked: Undo) {
  return command({
    actor, operationId: asked.operationId, input: ["restore commitments", asked.entries.map(({ id }) => id)],
    load: (tx) => lockCommitments(tx, asked.entries.map(({ recordId }) => recordId)),
    demands: (found) =>
      asked.entries.map((entry) => {
        const mine = entry.action === "changed" && entry.actorId === actor.personId
        return mine ? mayChange(actor, found.find(({ id }) => id === entry.recordId)?.ownerId ?? null) : ({ permission: "edit engagement" } as const)
      }),
    run: (tx, { loaded: found, now }) =>
      undoEntries(tx, { entries: asked.entries, records: found, now, rewrite: (promise, before) => putBack(tx, promise, before, { actor, now }) }),
  })
}

async function putBack(tx: Tx, promise: Commitment, before: Snapshot, by: { actor: Actor; now: Date }): Promise<RecordChange[]> {
  const was = { ...promise, ...before } as Commitment
  const changes: RecordChange[] = []
  if (was.dueOn !== promise.dueOn) {
    const move = { toOn: was.dueOn, reason: "The move before was taken back.", movedBy: by.actor.personId, now: by.now }
    changes.push(...(await moveDueDate(tx, promise, move)))
  }
  const { unitId, ownerId, state, keptNote, withdrawnWhy } = was
  // when it was kept is the door's time, so one that is kept again is kept now
  const keptAt = state !== "kept" ? null : promise.state === "kept" ? promise.keptAt : by.now
  await tx.updateTable("commitment").set({ unitId, ownerId, state, keptNote, withdrawnWhy, keptAt }).where("id", "=", promise.id).execute()
  await writeElement(tx, promise, was, by.now)
  const rest = (one: Commitment): Snapshot => ({ ...commitmentSnapshot(one), state: one.state, keptNote: one.keptNote, withdrawnWhy: one.withdrawnWhy })
  return [...changes, changed({ ...promise, about: aboutOf(promise) }, rest(promise), rest(was))]
}
