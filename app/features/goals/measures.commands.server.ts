// What may be done to measures and readings: add, change, archive; record and correct.
import { command } from "~/core/command.server"
import type { Snapshot } from "~/core/change"
import { newId } from "~/core/ids"
import type { Actor } from "~/core/policy"
import { mergeEdit } from "~/core/record-history.server"
import { changed, created } from "~/features/elements/element.writes.server"
import { checkMeasure, checkReading, measureSnapshot, readingSnapshot, type MeasureFields } from "./measure"
import { lockGoal } from "./goals.queries.server"
import { lockMeasure, lockReading } from "./measures.queries.server"

/** Adds a measure to a goal. */
export function addMeasure(actor: Actor, posted: { goalId: string; operationId?: string } & MeasureFields) {
  const { operationId, goalId, ...fields } = posted
  return command({
    actor, operationId, input: ["add measure", goalId, fields],
    load: (tx) => lockGoal(tx, goalId),
    demands: (goal) => ({ permission: "edit record", ownerIds: goal.ownerIds }),
    run: async (tx, { now }) => {
      const measure = checkMeasure(fields)
      const last = await tx.selectFrom("measure").select((eb) => eb.fn.max("position").as("position")).where("goalId", "=", goalId).executeTakeFirst()
      const row = { ...measure, id: newId(now.getTime()), goalId, position: (last?.position ?? 0) + 1, version: 1, archivedAt: null }
      await tx.insertInto("measure").values(row).execute()
      return { changes: [created({ kind: "measure", id: row.id, about: [goalId] }, measureSnapshot(measure))], outcome: { id: row.id } }
    },
  })
}

/** Changes a measure; its readings stay. */
export function updateMeasure(actor: Actor, posted: { id: string; version: number; operationId?: string } & MeasureFields) {
  const { operationId, id, version, ...fields } = posted
  return command({
    actor, operationId, input: ["update measure", id, version, fields],
    load: (tx) => lockMeasure(tx, id),
    demands: (measure) => ({ permission: "edit record", ownerIds: measure.ownerIds }),
    run: async (tx, { loaded: measure }) => {
      const before = measureSnapshot(measure)
      const edit: Snapshot = measureSnapshot(checkMeasure(fields))
      const after = checkMeasure((await mergeEdit(tx, { id, version: measure.version, snapshot: before }, { version, edit })) as unknown as MeasureFields)
      await tx.updateTable("measure").set({ ...after, version: measure.version + 1 }).where("id", "=", id).execute()
      return { changes: [changed({ kind: "measure", id, version: measure.version, about: [measure.goalId] }, before, measureSnapshot(after))], outcome: { id, goalId: measure.goalId } }
    },
  })
}

/** Archives or restores a measure; an archived one counts nowhere, its readings are kept. */
export function archiveMeasure(actor: Actor, asked: { id: string; archived: boolean; operationId?: string }) {
  return command({
    actor, operationId: asked.operationId, input: ["archive measure", asked.id, asked.archived],
    load: (tx) => lockMeasure(tx, asked.id),
    demands: (measure) => ({ permission: "edit record", ownerIds: measure.ownerIds }),
    run: async (tx, { loaded: measure, now }) => {
      await tx.updateTable("measure").set({ archivedAt: asked.archived ? now : null, version: measure.version + 1 }).where("id", "=", asked.id).execute()
      const change = changed({ kind: "measure", id: asked.id, version: measure.version, about: [measure.goalId] }, { name: measure.name, archived: !asked.archived }, { name: measure.name, archived: asked.archived })
      return { changes: [{ ...change, action: asked.archived ? "archived" as const : "restored" as const }], outcome: { id: asked.id, goalId: measure.goalId } }
    },
  })
}

/** Records a reading of a day; one reading a day, a second one is a correction. */
export function recordReading(actor: Actor, posted: { measureId: string; readOn: string; value: string; note: string; operationId?: string }) {
  const { operationId, ...input } = posted
  return command({
    actor, operationId, input: ["record reading", input],
    load: (tx) => lockMeasure(tx, input.measureId),
    demands: (measure) => ({ permission: "edit record", ownerIds: measure.ownerIds }),
    run: async (tx, { loaded: measure, now, today }) => {
      checkReading(measure, input, today)
      const row = { ...input, id: newId(now.getTime()), recordedBy: actor.personId, version: 1, createdAt: now }
      await tx.insertInto("reading").values(row).execute()
      return { changes: [created({ kind: "reading", id: row.id, about: [measure.goalId] }, readingSnapshot(row))], outcome: { id: row.id, goalId: measure.goalId } }
    },
  })
}

/** Corrects a reading; the history keeps what stood before. */
export function correctReading(actor: Actor, posted: { id: string; version: number; value: string; note: string; operationId?: string }) {
  const { operationId, id, version, value, note } = posted
  return command({
    actor, operationId, input: ["correct reading", id, version, value, note],
    load: (tx) => lockReading(tx, id),
    demands: ({ measure }) => ({ permission: "edit record", ownerIds: measure.ownerIds }),
    run: async (tx, { loaded: reading, today }) => {
      const before = readingSnapshot(reading)
      const after = (await mergeEdit(tx, { id, version: reading.version, snapshot: before }, { version, edit: { value, note } })) as { value: string; note: string }
      checkReading(reading.measure, { readOn: reading.readOn, value: after.value }, today)
      await tx.updateTable("reading").set({ value: after.value, note: after.note, version: reading.version + 1 }).where("id", "=", id).execute()
      const change = changed({ kind: "reading", id, version: reading.version, about: [reading.measure.goalId] }, before, { ...before, value: after.value, note: after.note })
      return { changes: [change], outcome: { id, goalId: reading.measure.goalId } }
    },
  })
}
