// The writes of a point that several commands share: a new one with its words and voice, and one that moves on.
import { sql } from "kysely"
import type { Confidentiality, FeedbackKind } from "./feedback-words"
import type { RecordChange } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { changed, created } from "~/features/elements/element.writes.server"
import { feedbackSnapshot, pointCode, shownStratum, wordsWithheld, type PointFields, type Stratum } from "./feedback"
import type { LockedPoint } from "./feedback.queries.server"

export interface NewPoint {
  id: string
  consultationId: string
  subjectId: string | null
  meetingId: string | null
  agendaItemId: string | null
  kind: FeedbackKind
  confidentiality: Confidentiality
  /** who wrote it down; null: the respondent on their personal page */
  authorId: string | null
  body: string
  voice: Stratum & { personId: string | null }
  ownerId: string | null
  answerBy: string | null
}

/** Writes a new point, its words and its voice; the number is the next of its kind. Returns its short id and what the history keeps. */
export async function insertPoint(tx: Tx, point: NewPoint, now: Date): Promise<{ code: string; change: RecordChange }> {
  const { rows } = await sql<{ number: string }>`select nextval('number_feedback') as number`.execute(tx)
  const number = Number(rows[0]?.number)
  const { body, voice, ...fields } = point
  const shown = shownStratum(point.confidentiality, voice, await headcountOf(tx, voice))
  const row = {
    ...fields, number, shownUnitId: shown.unitId, shownRoleLevel: shown.roleLevel, disposition: null, deferredUntil: null, answeredAt: null, answeredBy: null,
    toldAt: null, confirmedAt: null, ledToId: null, withdrawnAt: null, version: 1, createdAt: now,
  }
  await tx.insertInto("feedback").values(row).execute()
  await tx.insertInto("feedbackWords").values({ feedbackId: point.id, body, reason: "" }).execute()
  await tx.insertInto("feedbackVoice").values({ feedbackId: point.id, ...voice }).execute()
  const change = created({ kind: "feedback", id: point.id, about: [point.consultationId] }, feedbackSnapshot(row, { body, reason: "" }))
  return { code: pointCode(number), change }
}

/** How many people a stratum has; null where nobody counted. */
export async function headcountOf(tx: Tx, { unitId, roleLevel }: Stratum): Promise<number | null> {
  if (unitId === null || roleLevel === null) return null
  const row = await tx.selectFrom("unitHeadcount").select("headcount").where("unitId", "=", unitId).where("roleLevel", "=", roleLevel).executeTakeFirst()
  return row?.headcount ?? null
}

/**
 * What everybody may know of the voice once the point is this confidential. Refused where who raised it is not for the actor's eyes: then
 * nobody may learn it through them either.
 */
export async function shownAfter(tx: Tx, point: LockedPoint, confidentiality: Confidentiality): Promise<Pick<PointFields, "shownUnitId" | "shownRoleLevel">> {
  if (point.voice === null) {
    if (confidentiality !== point.confidentiality) throw new RuleError("Who raised this is not shown to you, so only those who know may change who sees it.", { field: "confidentiality" })
    return { shownUnitId: point.shownUnitId, shownRoleLevel: point.shownRoleLevel }
  }
  const shown = shownStratum(confidentiality, point.voice, await headcountOf(tx, point.voice))
  return { shownUnitId: shown.unitId, shownRoleLevel: shown.roleLevel }
}

export interface PointEdit extends Partial<PointFields> {
  answeredBy?: string | null
  body?: string
  reason?: string
}

/** Moves a point on by one version. A point that becomes confidential takes its words out of the history it already has. */
export async function writePoint(tx: Tx, point: LockedPoint, edit: PointEdit): Promise<RecordChange> {
  const { body, reason, ...fields } = edit
  const after = { ...point, ...fields, body: body ?? point.body, reason: reason ?? point.reason }
  await tx.updateTable("feedback").set({ ...fields, version: point.version + 1 }).where("id", "=", point.id).execute()
  if (body !== undefined || reason !== undefined)
    await tx.updateTable("feedbackWords").set({ body: after.body, reason: after.reason }).where("feedbackId", "=", point.id).execute()
  const hidden = after.confidentiality === "confidential"
  if (hidden && point.confidentiality !== "confidential") await forgetWords(tx, point.id)
  const [was, is] = [feedbackSnapshot({ ...point, ...(hidden ? { confidentiality: "confidential" } : {}) }, point), feedbackSnapshot(after, after)]
  const opened = !hidden && point.confidentiality === "confidential"
  const beyondSteps = (["body", "reason", "kind", "subjectId", "ownerId", "answerBy", "disposition", "deferredUntil", "ledToId"] as const)
    .some((field) => after[field] !== point[field])
  return changed(
    { kind: "feedback", id: point.id, version: point.version, about: [point.consultationId] },
    { ...was, ...(hidden ? { confidentiality: point.confidentiality, words: null } : opened ? { answered: null } : {}) },
    { ...is, ...(hidden ? { words: beyondSteps ? wordsWithheld : null } : {}) },
  )
}

async function forgetWords(tx: Tx, id: string): Promise<void> {
  await sql`
    update change_text set before = case when before is null then null else ${wordsWithheld} end,
      after = case when after is null then null else ${wordsWithheld} end, salt = null
    where field in ('body', 'reason') and change_id in (select c.id from change c where c.record_id = ${id}::uuid)`.execute(tx)
}
