// Merging two records of one application, and taking a merge back.
import { command } from "~/core/command.server"
import type { RecordChange } from "~/core/change"
import { database } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import type { Actor } from "~/core/policy"
import { changed, created, removed, setArchived, writeElement } from "~/features/elements/element.writes.server"
import { undoOffered, type Undone } from "~/features/elements/undo"
import { applicationRow, applicationSnapshot, type ApplicationFields } from "./application"
import { lockApplications } from "./applications.queries.server"
import { checkMerge, filledFields, type Moved } from "./merge"
import { moveAll, moveBack } from "./merge.writes.server"
import { mergeOfOperation } from "./portfolio.queries.server"

/** Merges one application into another: what belongs to it moves, uses and costs of both are added, its short id leads to the survivor, and it is archived. */
export function mergeApplications(actor: Actor, posted: { id: string; intoId: string; operationId?: string }) {
  const { id, intoId } = posted
  return command({
    actor, operationId: posted.operationId, input: ["merge applications", id, intoId],
    load: (tx) => lockApplications(tx, [id, intoId]),
    demands: () => ({ permission: "edit chain" }),
    run: async (tx, { loaded, now, operationId }) => {
      const [from, into] = [loaded.find((one) => one.id === id), loaded.find((one) => one.id === intoId)]
      if (!from || !into) throw new RuleError("Choose another application.", { field: "intoId" })
      checkMerge(from, into)
      const { moved, changes } = await moveAll(tx, { from: id, into: intoId }, now)
      const after = filledFields(into, from)
      const [was, is] = [applicationSnapshot(into), applicationSnapshot(after)]
      const filled: RecordChange[] = []
      if (JSON.stringify(was) !== JSON.stringify(is)) {
        const version = await writeElement(tx, into, after, now)
        await tx.updateTable("application").set(applicationRow(after)).where("id", "=", intoId).execute()
        moved.filled = { version, before: was }
        filled.push(changed(into, was, is))
      }
      await tx.insertInto("mergedApplication").values({ id, intoId, operationId, moved: JSON.stringify(moved), mergedBy: actor.personId, version: 1, createdAt: now }).execute()
      const archived = await setArchived(tx, from, true, now)
      const merge = created({ kind: "merged application", id, about: [id, intoId] }, { intoId })
      return { changes: [...archived, merge, ...filled, ...changes], outcome: { id: intoId, number: into.number } }
    },
  })
}

/** Takes a merge back: what moved returns, sums are as before; what was changed since is left and named by id. Refused after 30 days, and while the survivor is archived. */
export async function undoMerge(actor: Actor, asked: { operationId: string; undoOperationId?: string }): Promise<Undone & { operationId: string }> {
  const found = await mergeOfOperation(database(), asked.operationId)
  if (!found) throw new RuleError("There is nothing to undo: this merge was already taken back.")
  return command({
    actor, operationId: asked.undoOperationId, input: ["undo merge", asked.operationId],
    load: async (tx) => {
      const records = await lockApplications(tx, [found.id, found.intoId])
      const merge = await tx.selectFrom("mergedApplication").selectAll().where("id", "=", found.id).where("operationId", "=", asked.operationId).forUpdate().executeTakeFirst()
      return { merge, from: records.find((one) => one.id === found.id), into: records.find((one) => one.id === found.intoId) }
    },
    demands: () => ({ permission: "edit chain" }),
    run: async (tx, { loaded: { merge, from, into }, now }) => {
      if (!merge || !from || !into) throw new RuleError("There is nothing to undo: this merge was already taken back.")
      if (!undoOffered(merge.createdAt.getTime(), now.getTime())) throw new RuleError("Undo is offered for 30 days. Change the records by hand.")
      if (into.archivedAt !== null) throw new RuleError(`${into.name} is archived or was merged itself. Bring it back first.`)
      const moved = merge.moved as unknown as Moved
      await tx.deleteFrom("mergedApplication").where("id", "=", from.id).execute()
      const restored = await setArchived(tx, from, false, now)
      const { changes, left } = await moveBack(tx, moved, { from: from.id, into: into.id })
      const filled: RecordChange[] = []
      if (moved.filled && into.version === moved.filled.version) {
        const before = { ...into, ...moved.filled.before } as unknown as ApplicationFields
        await writeElement(tx, into, before, now)
        await tx.updateTable("application").set(applicationRow(before)).where("id", "=", into.id).execute()
        filled.push(changed(into, applicationSnapshot(into), applicationSnapshot(before)))
      } else if (moved.filled) left.push(into.id)
      const gone = removed({ kind: "merged application", id: from.id, version: merge.version, about: [from.id, into.id] }, { intoId: into.id })
      return { changes: [...restored, gone, ...filled, ...changes], outcome: { undone: 1 + changes.length, left: left.slice(0, 1000) } }
    },
  })
}
