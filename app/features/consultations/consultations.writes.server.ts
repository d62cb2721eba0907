// Writes that several commands of consultations share: a new one, who takes part, what it is about and at which stage it was asked.
import { sql } from "kysely"
import { consultationSnapshot, type ConsultationFields, type ConsultationState } from "./consultation"
import type { RecordChange } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { NotFoundError, RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import { changed, created, insertElement, writeElement } from "~/features/elements/element.writes.server"
import { elementColumns } from "~/features/elements/element-row"
import { lockElement } from "~/features/elements/elements.queries.server"
import { isSubjectKind } from "./consultation"
import { participationSnapshot, type ParticipationFields } from "./parts"

/** Writes a new consultation, being prepared or open from now on; doing nothing is its first option. */
export async function insertConsultation(tx: Tx, fields: ConsultationFields, { state, about = [], now }: { state: "draft" | "open"; about?: readonly string[]; now: Date }): Promise<{ id: string; code: string; change: RecordChange }> {
  const { name, summary, ...columns } = fields
  const { id, code } = await insertElement(tx, { kind: "consultation", name, summary, now })
  await tx.insertInto("consultation").values({ id, kind: "consultation", ...columns, state, openedAt: state === "open" ? now : null, closedAt: null, minutes: "", minutesSentAt: null }).execute()
  await tx.insertInto("consultationOption").values({ id: newId(now.getTime()), consultationId: id, position: 0, name: "Do nothing", summary: "Everything stays as it is.", isNothing: true, version: 1, createdAt: now }).execute()
  return { id, code, change: created({ kind: "consultation", id, about: [id, ...about] }, consultationSnapshot({ ...fields, state })) }
}

/** Puts somebody on the list who is not on it yet. */
export async function insertParticipation(tx: Tx, fields: ParticipationFields, now: Date): Promise<{ id: string; change: RecordChange }> {
  const id = newId(now.getTime())
  await tx.insertInto("participation").values({
    id, ...fields, invitedAt: null, remindedAt: null, heardAt: null, heardHow: null, unitId: null, roleLevel: null, optionId: null, version: 1, createdAt: now,
  }).execute()
  return { id, change: created({ kind: "participation", id, about: [fields.consultationId, fields.personId] }, participationSnapshot(fields)) }
}

/** Adds a subject; on an open consultation with the stage it has now. Refused for a kind nobody can be asked about, and for an archived record. */
export async function addSubjectRow(tx: Tx, consultation: { id: string; state: ConsultationState }, subjectId: string, now: Date): Promise<RecordChange[]> {
  const subject = await lockElement(tx, subjectId)
  if (!isSubjectKind(subject.kind)) throw new NotFoundError("This record")
  if (subject.archivedAt) throw new RuleError("That record is archived. Restore it first.", { field: "subjectId" })
  await tx
    .insertInto("consultationSubject")
    .values({ consultationId: consultation.id, subjectId, subjectKind: subject.kind, stageWhenOpened: null, createdAt: now })
    .onConflict((oc) => oc.columns(["consultationId", "subjectId"]).doNothing()).execute()
  return consultation.state === "draft" ? [] : freezeStages(tx, consultation.id, now)
}

/** Keeps the stage that each initiative and decision has at this moment, once; a draft decision is being asked about from now on. Returns what changed in decisions. */
export async function freezeStages(tx: Tx, consultationId: string, now: Date): Promise<RecordChange[]> {
  await sql`
    update consultation_subject s set stage_when_opened = i.status from initiative i
    where i.id = s.subject_id and s.consultation_id = ${consultationId}::uuid and s.stage_when_opened is null`.execute(tx)
  const drafts = await tx
    .selectFrom("consultationSubject as s").innerJoin("decision as d", "d.id", "s.subjectId").innerJoin("element", "element.id", "d.id").select(elementColumns)
    .where("s.consultationId", "=", consultationId).where("d.state", "=", "draft").orderBy("d.id").forUpdate(["d", "element"]).execute()
  await sql`
    update consultation_subject s set stage_when_opened = d.state from decision d
    where d.id = s.subject_id and s.consultation_id = ${consultationId}::uuid and s.stage_when_opened is null`.execute(tx)
  const changes: RecordChange[] = []
  for (const draft of drafts) {
    await tx.updateTable("decision").set({ state: "in consultation" }).where("id", "=", draft.id).execute()
    await writeElement(tx, draft, draft, now)
    changes.push(changed(draft, { state: "draft" }, { state: "in consultation" }))
  }
  return changes
}

/** Refuses an answer whose link was taken back or ran out while it was on its way. */
export async function requireLink(tx: Tx, participationId: string, now: Date): Promise<void> {
  const link = await tx.selectFrom("personalLink").select("id").where("participationId", "=", participationId).where("withdrawnAt", "is", null).where("expiresAt", ">", now).executeTakeFirst()
  if (!link) throw new NotFoundError("This personal page")
}
