// What may be done to consultations as records: prepare, change, open, close, call off, archive and restore, and take it back.
import { given, type RecordChange } from "~/core/change"
import { command } from "~/core/command.server"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import type { Actor } from "~/core/policy"
import { mergeEdit } from "~/core/record-history.server"
import { changed, setArchived, writeElement } from "~/features/elements/element.writes.server"
import { undoEntries, type Undo } from "~/features/elements/undo.writes.server"
import { checkEdit, checkOpening, consultationSnapshot, newConsultationFields, type ConsultationFields } from "./consultation"
import { lockConsultation, lockConsultations, type Consultation } from "./consultations.queries.server"
import { addSubjectRow, freezeStages, insertConsultation } from "./consultations.writes.server"
import { runsIt } from "./feedback-access"

/** A new consultation being prepared, with its subject when one is named; doing nothing is its first option. Whoever makes it owns it unless said. */
export function createConsultation(actor: Actor, posted: { operationId?: string; subjectId?: string | null } & Pick<ConsultationFields, "name"> & Partial<ConsultationFields>) {
  const { operationId, subjectId, ...input } = posted
  return command({
    actor, operationId, input: ["create consultation", input, subjectId ?? null],
    load: async () => null,
    demands: () => ({ permission: "edit engagement" }),
    run: async (tx, { now }) => {
      const fields: ConsultationFields = { ...newConsultationFields, ownerId: actor.personId, ...given(input) }
      const { id, code, change } = await insertConsultation(tx, fields, { state: "draft", about: subjectId ? [subjectId] : [], now })
      if (subjectId) await addSubjectRow(tx, { id, state: "draft" }, subjectId, now)
      return { changes: [change], outcome: { id, code } }
    },
  })
}

/** Changes the fields given; what people were asked with stays once it is open. Two people's edits merge, or are refused as stale. */
export function updateConsultation(actor: Actor, posted: { id: string; version: number; operationId?: string } & Partial<ConsultationFields>) {
  const { id, version, operationId, ...input } = posted
  return command({
    actor, operationId, input: ["update consultation", id, version, input],
    load: (tx) => lockConsultation(tx, id),
    demands: ({ ownerId }) => runsIt(actor, ownerId),
    run: async (tx, { loaded: consultation, now }) => {
      const record = { id, version: consultation.version, snapshot: consultationSnapshot(consultation) }
      const after = (await mergeEdit(tx, record, { version, edit: given(input) })) as unknown as ConsultationFields
      return { changes: await writeConsultation(tx, consultation, checkEdit(consultation, after), now), outcome: { id } }
    },
  })
}

/** Opens it at this moment; the stage that each subject has now is kept, since asking after the decision is not asking. */
export function openConsultation(actor: Actor, posted: { id: string; operationId?: string }) {
  return command({
    actor, operationId: posted.operationId, input: ["open consultation", posted.id],
    load: (tx) => lockConsultation(tx, posted.id),
    demands: ({ ownerId }) => runsIt(actor, ownerId),
    run: async (tx, { loaded: consultation, now, today }) => {
      const [subjects, options] = await Promise.all([countOf(tx, "consultationSubject", posted.id), countOf(tx, "consultationOption", posted.id)])
      checkOpening(consultation, { subjects, options }, today)
      const asked = await freezeStages(tx, posted.id, now)
      return { changes: [await moveTo(tx, consultation, { state: "open", openedAt: now }, now), ...asked], outcome: { id: posted.id } }
    },
  })
}

/** Closes an open one at this moment. */
export function closeConsultation(actor: Actor, posted: { id: string; operationId?: string }) {
  return command({
    actor, operationId: posted.operationId, input: ["close consultation", posted.id],
    load: (tx) => lockConsultation(tx, posted.id),
    demands: ({ ownerId }) => runsIt(actor, ownerId),
    run: async (tx, { loaded: consultation, now }) => {
      if (consultation.state !== "open") throw new RuleError("Only an open conversation can be closed.")
      return { changes: [await moveTo(tx, consultation, { state: "closed", closedAt: now }, now)], outcome: { id: posted.id } }
    },
  })
}

/** Calls off one that is being prepared or open. */
export function cancelConsultation(actor: Actor, posted: { id: string; operationId?: string }) {
  return command({
    actor, operationId: posted.operationId, input: ["cancel consultation", posted.id],
    load: (tx) => lockConsultation(tx, posted.id),
    demands: ({ ownerId }) => runsIt(actor, ownerId),
    run: async (tx, { loaded: consultation, now }) => {
      if (consultation.state === "closed" || consultation.state === "cancelled") throw new RuleError("This conversation has ended already.")
      return { changes: [await moveTo(tx, consultation, { state: "cancelled" }, now)], outcome: { id: posted.id } }
    },
  })
}

/** Archives or restores consultations; an archived one counts in no figure. */
export function archiveConsultations(actor: Actor, asked: { ids: readonly string[]; archived: boolean; operationId?: string }) {
  return command({
    actor, operationId: asked.operationId, input: ["archive consultations", asked.ids, asked.archived],
    load: (tx) => lockConsultations(tx, asked.ids),
    demands: () => ({ permission: "edit engagement" }),
    run: async (tx, { loaded: found, now }) => {
      const changes: RecordChange[] = []
      for (const consultation of found) changes.push(...(await setArchived(tx, consultation, asked.archived, now)))
      return { changes, outcome: { count: changes.length } }
    },
  })
}

/** Takes one operation's changes back; opening and closing stay, since time cannot be given back. */
export function restoreConsultations(actor: Actor, asked: Undo) {
  return command({
    actor, operationId: asked.operationId, input: ["restore consultations", asked.entries.map(({ id }) => id)],
    load: (tx) => lockConsultations(tx, asked.entries.map(({ recordId }) => recordId)),
    demands: () => ({ permission: "edit engagement" }),
    run: (tx, { loaded: found, now }) =>
      undoEntries(tx, {
        entries: asked.entries, records: found, now,
        rewrite: (consultation, before) => {
          if ("state" in before) throw new RuleError("Opening and closing cannot be undone: people were asked. Call it off, or start another one.")
          return writeConsultation(tx, consultation, checkEdit(consultation, { ...consultationSnapshot(consultation), ...before } as unknown as ConsultationFields), now)
        },
      }),
  })
}

async function countOf(tx: Tx, table: "consultationSubject" | "consultationOption", id: string): Promise<number> {
  const { n } = await tx.selectFrom(table).select((eb) => eb.fn.countAll<string>().as("n")).where("consultationId", "=", id).executeTakeFirstOrThrow()
  return Number(n)
}

async function moveTo(tx: Tx, consultation: Consultation, to: { state: Consultation["state"]; openedAt?: Date; closedAt?: Date }, now: Date): Promise<RecordChange> {
  await writeElement(tx, consultation, consultation, now)
  await tx.updateTable("consultation").set(to).where("id", "=", consultation.id).execute()
  return changed(consultation, consultationSnapshot(consultation), consultationSnapshot({ ...consultation, state: to.state }))
}

async function writeConsultation(tx: Tx, consultation: Consultation, after: ConsultationFields, now: Date): Promise<RecordChange[]> {
  const { form, purpose, participationLevel, ownerId, unitId, questionPlain, questionStandard, questionTechnical, costs, effects, closesOn, nextOn } = after
  await writeElement(tx, consultation, after, now)
  await tx
    .updateTable("consultation")
    .set({ form, purpose, participationLevel, ownerId, unitId, questionPlain, questionStandard, questionTechnical, costs, effects, closesOn, nextOn })
    .where("id", "=", consultation.id).execute()
  return [changed(consultation, consultationSnapshot(consultation), consultationSnapshot({ ...after, state: consultation.state }))]
}
