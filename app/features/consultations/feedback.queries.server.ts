// Reading points: those that a reader may read with their words, the others as a count; and the loop's figures.
import type { Confidentiality, Disposition, FeedbackKind, RoleLevel } from "./feedback-words"
import { sql } from "kysely"
import { calendarDate, type CalendarDate } from "~/core/calendar"
import { database, readRowsAs, type ReadDb, type Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { currentRecords, type Records } from "~/features/company/current-records.queries.server"
import type { ElementRef } from "~/features/elements/element"
import { asRef, knownNames, mostChoices } from "~/features/elements/elements.queries.server"
import { loopStateOf, pointCode, type LoopState } from "./feedback"
import type { LoopPoint } from "./feedback-loop"

export interface Point {
  id: string
  code: string
  version: number
  consultation: ElementRef | null
  subject: ElementRef | null
  kind: FeedbackKind
  confidentiality: Confidentiality
  body: string
  reason: string
  /** who raised it, where the reader may know */
  voice: ElementRef | null
  unit: ElementRef | null
  roleLevel: RoleLevel | null
  /** whether the reader may know who raised it, also where nobody is named */
  voiceKnown: boolean
  authorId: string | null
  owner: ElementRef | null
  answerBy: CalendarDate | null
  disposition: Disposition | null
  deferredUntil: CalendarDate | null
  ledTo: ElementRef | null
  state: LoopState
  raisedOn: CalendarDate
  answeredOn: CalendarDate | null
  toldOn: CalendarDate | null
  confirmedOn: CalendarDate | null
  agendaItemId: string | null
  /** who else may read it; empty unless it is confidential */
  readers: ElementRef[]
}

export type PointsAsk = { consultationId: string } | { personId: string } | { unitId: string } | { subjectId: string } | { ownerId: string }

/**
 * The points asked for, oldest first, and how many confidential ones the reader may not read: without a reader every confidential point is but
 * counted. Of a person or an answerer nothing is counted, since that would name them. Points are kept nowhere; `records` keeps the names of
 * what they name.
 */
export async function pointsOf(readerId: string | null, ask: PointsAsk, known?: Records): Promise<{ points: Point[]; confidential: number }> {
  const db = database()
  const records = known ?? (await currentRecords(db))
  const rows = (await readRowsAs(readerId, pointRows(db, ask))).sort(oldestFirst)
  const readable = rows.filter((row) => row.body !== null)
  const names = await knownNames(records, db, readable.flatMap((row) => [row.consultationId, row.subjectId, row.personId, row.unitId, row.ownerId, row.ledToId, ...row.readerIds]))
  const { company: { timeZone } } = records
  const ref = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const day = (at: Date | null) => (at === null ? null : calendarDate(at, timeZone))
  const points = readable.map((row): Point => ({
    id: row.id, code: pointCode(row.number), version: row.version, consultation: ref(row.consultationId), subject: ref(row.subjectId), kind: row.kind,
    confidentiality: row.confidentiality, body: row.body ?? "", reason: row.reason ?? "", voice: ref(row.personId), voiceKnown: row.voiceOf !== null, unit: ref(row.unitId), roleLevel: row.roleLevel,
    authorId: row.authorId, owner: ref(row.ownerId), answerBy: row.answerBy, disposition: row.disposition, deferredUntil: row.deferredUntil, ledTo: ref(row.ledToId),
    state: loopStateOf(row), raisedOn: calendarDate(row.createdAt, timeZone), answeredOn: day(row.answeredAt), toldOn: day(row.toldAt), confirmedOn: day(row.confirmedAt),
    agendaItemId: row.agendaItemId, readers: row.confidentiality === "confidential" ? row.readerIds.flatMap((id) => ref(id) ?? []) : [],
  }))
  const mayCount = "consultationId" in ask || "subjectId" in ask
  return { points, confidential: mayCount ? rows.length - readable.length : 0 }
}

/** At most 2000, the oldest; words and voice are there where the row-level rules let the reader have them. */
function pointRows(db: ReadDb, ask: PointsAsk) {
  let query = db
    .selectFrom("feedback as f")
    .leftJoin("feedbackWords as w", "w.feedbackId", "f.id")
    .leftJoin("feedbackVoice as v", "v.feedbackId", "f.id")
    .select([
      "f.id", "f.number", "f.version", "f.consultationId", "f.subjectId", "f.kind", "f.confidentiality", "w.body", "w.reason", "v.personId", "v.feedbackId as voiceOf", "f.authorId", "f.ownerId",
      "f.answerBy", "f.disposition", "f.deferredUntil", "f.ledToId", "f.createdAt", "f.answeredAt", "f.toldAt", "f.confirmedAt", "f.agendaItemId",
    ])
    .select((eb) => [eb.fn.coalesce("f.shownUnitId", "v.unitId").as("unitId"), eb.fn.coalesce("f.shownRoleLevel", "v.roleLevel").as("roleLevel")])
    .select(sql<string[]>`array(select r.person_id from feedback_reader r where r.feedback_id = f.id order by r.person_id)`.as("readerIds"))
    .where("f.withdrawnAt", "is", null)
  if ("consultationId" in ask) query = query.where("f.consultationId", "=", ask.consultationId)
  else if ("personId" in ask) query = query.where("v.personId", "=", ask.personId)
  else if ("ownerId" in ask) query = query.where("f.ownerId", "=", ask.ownerId)
  else if ("subjectId" in ask) query = query.where("f.subjectId", "=", ask.subjectId)
  else query = query.where((eb) => eb.or([eb("f.shownUnitId", "=", ask.unitId), eb("v.unitId", "=", ask.unitId)]))
  return query.orderBy("f.createdAt").orderBy("f.id").limit(2000)
}

/** The order of points for sort(): as they were raised. */
export function oldestFirst(one: { createdAt: Date; id: string }, other: { createdAt: Date; id: string }): number {
  return one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1)
}

/** Who can be named as a reader: people who can sign in. */
export async function readerChoices(db: ReadDb): Promise<ElementRef[]> {
  const rows = await db
    .selectFrom("account").innerJoin("element", "element.id", "account.personId").select(["element.id", "element.kind", "element.number", "element.name"])
    .where("element.archivedAt", "is", null).where("account.disabledAt", "is", null).orderBy("element.sortKey").orderBy("element.id").limit(mostChoices).execute()
  return rows.map(asRef)
}

async function timeZoneOf(db: ReadDb): Promise<string> {
  return (await db.selectFrom("company").select("timeZone").executeTakeFirst())?.timeZone ?? "UTC"
}

/**
 * The loop of every point that counts, of one conversation or of all, confidential ones among them; of a unit only what everybody may know
 * came from it.
 */
export async function loopPoints(db: ReadDb, of: string | { unitId: string } | undefined = undefined): Promise<LoopPoint[]> {
  let query = db.selectFrom("feedback as f").innerJoin("element as e", "e.id", "f.consultationId").select(["f.createdAt", "f.answeredAt", "f.toldAt", "f.confirmedAt"])
    .where("f.withdrawnAt", "is", null).where("e.archivedAt", "is", null)
  if (typeof of === "string") query = query.where("f.consultationId", "=", of)
  else if (of !== undefined) query = query.where("f.shownUnitId", "=", of.unitId)
  const timeZone = await timeZoneOf(db)
  const day = (at: Date | null) => (at === null ? null : calendarDate(at, timeZone))
  return (await query.execute()).map((row) => ({
    raisedOn: calendarDate(row.createdAt, timeZone), answeredOn: day(row.answeredAt), toldOn: day(row.toldAt), confirmedOn: day(row.confirmedAt),
  }))
}

/** Locks a point for its command, with its words; a point that the command's actor may not read is not there. */
export async function lockPoint(tx: Tx, id: string) {
  const row = await tx.selectFrom("feedback").selectAll().where("id", "=", id).forUpdate().executeTakeFirst()
  const words = row && (await tx.selectFrom("feedbackWords").select(["body", "reason"]).where("feedbackId", "=", id).executeTakeFirst())
  if (!row || !words) throw new NotFoundError("This point")
  const voice = await tx.selectFrom("feedbackVoice").select(["personId", "unitId", "roleLevel"]).where("feedbackId", "=", id).executeTakeFirst()
  const { ownerId } = await tx.selectFrom("consultation").select("ownerId").where("id", "=", row.consultationId).executeTakeFirstOrThrow()
  return { ...row, ...words, voice: voice ?? null, consultationOwnerId: ownerId }
}

export type LockedPoint = Awaited<ReturnType<typeof lockPoint>>
