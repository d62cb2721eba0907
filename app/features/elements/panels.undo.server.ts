// Undoing comments, questions and accepted gaps.
import { command } from "~/core/command.server"
import type { HistoryEntry, RecordChange } from "~/core/change"
import type { Actor } from "~/core/policy"
import { acceptedGapSnapshot, type GapName } from "./accepted-gap"
import { changed, created, removed } from "./element.writes.server"
import { questionSnapshot, type QuestionFields } from "./question"
import { beforeOf, netEntries, plan, planUndo, type Undone } from "./undo"

type Asked = { entries: readonly HistoryEntry[]; operationId?: string }

/** A comment just written is taken back; one taken back returns. Only its author may, or an administrator. */
export function restoreComments(actor: Actor, asked: Asked) {
  const entries = netEntries(asked.entries)
  return command({
    actor, operationId: asked.operationId, input: ["undo comments", entries.map(({ recordId }) => recordId)],
    load: async (tx) => planUndo(entries, await tx.selectFrom("comment").selectAll().where("id", "in", entries.map((entry) => entry.recordId)).orderBy("id").forUpdate().execute()),
    demands: ({ todo }) => (todo.every(({ record }) => record.authorId === actor.personId) ? { permission: "comment" } : { permission: "administer" }),
    run: async (tx, { loaded: { todo, left }, now }) => {
      const changes: RecordChange[] = []
      for (const { entry, record } of todo) {
        const back = entry.action === "removed"
        await tx.updateTable("comment").set({ removedAt: back ? null : now, version: record.version + 1 }).where("id", "=", record.id).execute()
        const words = { elementId: record.elementId, body: record.body }
        const at = { kind: "comment", id: record.id, version: record.version, about: [record.elementId] }
        changes.push(back ? { ...created(at, words), version: record.version + 1 } : removed(at, words))
      }
      return { changes, outcome: { undone: todo.length, left } satisfies Undone }
    },
  })
}

/** A question just asked is withdrawn; one answered or withdrawn is open again. */
export function restoreQuestions(actor: Actor, asked: Asked) {
  const entries = netEntries(asked.entries)
  return command({
    actor, operationId: asked.operationId, input: ["undo questions", entries.map(({ recordId }) => recordId)],
    load: async (tx) => planUndo(entries, await tx.selectFrom("question").selectAll().where("id", "in", entries.map((entry) => entry.recordId)).orderBy("id").forUpdate().execute()),
    demands: ({ todo }) =>
      todo.every(({ record }) => [record.askedBy, record.answeredBy].includes(actor.personId)) ? { permission: "ask" } : { permission: "edit chain" },
    run: async (tx, { loaded: { todo, left }, now }) => {
      const changes: RecordChange[] = []
      for (const { entry, record } of todo) {
        const was = beforeOf(entry) as Partial<QuestionFields>
        const state = entry.action === "created" ? ("withdrawn" as const) : (was.state ?? record.state)
        const after = { ...record, state, answer: entry.action === "created" ? "" : (was.answer ?? record.answer) }
        const stillClosed = state !== "open"
        await tx.updateTable("question")
          .set({ state, answer: after.answer, answeredBy: state === "answered" ? record.answeredBy : null, closedAt: stillClosed ? now : null, version: record.version + 1 })
          .where("id", "=", record.id).execute()
        changes.push(changed({ kind: "question", id: record.id, version: record.version, about: [record.elementId] }, questionSnapshot(record), questionSnapshot(after)))
      }
      return { changes, outcome: { undone: todo.length, left } satisfies Undone }
    },
  })
}

/** A gap just accepted shows again; an acceptance that was ended returns. */
export function restoreAcceptedGaps(actor: Actor, asked: Asked) {
  const entries = netEntries(asked.entries)
  return command({
    actor, operationId: asked.operationId, input: ["undo accepted gaps", entries.map(({ recordId }) => recordId)],
    load: (tx) => tx.selectFrom("acceptedGap").selectAll().where("id", "in", entries.map((entry) => entry.recordId)).orderBy("id").forUpdate().execute(),
    demands: () => ({ permission: "accept gap" }),
    run: async (tx, { loaded: rows, now }) => {
      const changes: RecordChange[] = []
      const { todo, left } = plan(entries, rows)
      for (const entry of todo) {
        const row = rows.find(({ id }) => id === entry.recordId)
        if (row) {
          await tx.deleteFrom("acceptedGap").where("id", "=", row.id).execute()
          changes.push(removed({ kind: "accepted gap", id: row.id, version: row.version, about: [row.elementId] }, acceptedGapSnapshot(row)))
          continue
        }
        const was = beforeOf(entry) as unknown as { elementId: string; gap: GapName; reason: string; untilOn: string }
        await tx.insertInto("acceptedGap").values({ ...was, id: entry.recordId, acceptedBy: actor.personId, version: entry.version + 1, createdAt: now }).execute()
        changes.push({ ...created({ kind: "accepted gap", id: entry.recordId, about: [was.elementId] }, acceptedGapSnapshot(was)), version: entry.version + 1 })
      }
      return { changes, outcome: { undone: todo.length, left } satisfies Undone }
    },
  })
}
