// Writes that several commands of consultations share: what it is about and at which stage it was asked.
import { sql } from "kysely"
import type { ConsultationState } from "./consultation"
import type { Tx } from "~/core/database.server"
import { NotFoundError, RuleError } from "~/core/errors"
import { lockElement } from "~/features/elements/elements.queries.server"
import { isSubjectKind } from "./consultation"

/** Adds a subject; on an open consultation with the stage it has now. Refused for a kind nobody can be asked about, and for an archived record. */
export async function addSubjectRow(tx: Tx, consultation: { id: string; state: ConsultationState }, subjectId: string, now: Date): Promise<void> {
  const subject = await lockElement(tx, subjectId)
  if (!isSubjectKind(subject.kind)) throw new NotFoundError("This record")
  if (subject.archivedAt) throw new RuleError("That record is archived. Restore it first.", { field: "subjectId" })
  await tx
    .insertInto("consultationSubject")
    .values({ consultationId: consultation.id, subjectId, subjectKind: subject.kind, stageWhenOpened: null, createdAt: now })
    .onConflict((oc) => oc.columns(["consultationId", "subjectId"]).doNothing()).execute()
  if (consultation.state !== "draft") await freezeStages(tx, consultation.id)
}

/** Keeps the stage each initiative has at this moment, once. */
export async function freezeStages(tx: Tx, consultationId: string): Promise<void> {
  await sql`
    update consultation_subject s set stage_when_opened = i.status from initiative i
    where i.id = s.subject_id and s.consultation_id = ${consultationId}::uuid and s.stage_when_opened is null`.execute(tx)
}

/** Refuses an answer whose link was taken back or ran out while it was on its way. */
export async function requireLink(tx: Tx, participationId: string, now: Date): Promise<void> {
  const link = await tx.selectFrom("personalLink").select("id").where("participationId", "=", participationId).where("withdrawnAt", "is", null).where("expiresAt", ">", now).executeTakeFirst()
  if (!link) throw new NotFoundError("This personal page")
}
