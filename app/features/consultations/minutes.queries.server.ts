// Reading a conversation's head, its minutes, what people say of them, and the means of its ratings.
import { sql } from "kysely"
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { codeOf } from "~/features/elements/element"
import { findElement, lockElement } from "~/features/elements/elements.queries.server"

/** What the tabs "during" and "after" show of the conversation itself. */
export async function conversationHead(db: ReadDb, code: string) {
  const element = await findElement(db, code, "consultation")
  const row = await db.selectFrom("consultation").select(["ownerId", "state", "unitId", "questionPlain", "minutes", "minutesSentAt", "nextOn"]).where("id", "=", element.id).executeTakeFirstOrThrow()
  return { ...row, id: element.id, name: element.name, version: element.version, archivedAt: element.archivedAt, code: codeOf("consultation", element.number) }
}

export interface ReviewCadence {
  unit: { code: string; name: string }
  everyDays: number
  nextOn: string | null
  /** of the unit's relationship; 0 while it is not set up */
  version: number
  /** when its last meeting was to begin, and when the one that ended last was closed */
  startsAt: Date | null
  lastAt: Date | null
}

/** How often the unit that a conversation reviews is reviewed, and when next; null for a conversation that is no review. */
export async function reviewCadence(db: ReadDb, consultationId: string, usualDays: number): Promise<ReviewCadence | null> {
  const row = await db
    .selectFrom("consultation as c").innerJoin("element as unit", "unit.id", "c.unitId").leftJoin("relationship as r", "r.unitId", "c.unitId")
    .select(["unit.number", "unit.name", "r.reviewEveryDays", "r.nextReviewOn", "r.version"])
    .select((eb) => (["startsAt", "closedAt"] as const).map((at) => eb.selectFrom("meeting").select((max) => max.fn.max(at).as("at")).whereRef("consultationId", "=", "c.id").as(at)))
    .where("c.id", "=", consultationId).where("c.purpose", "=", "relationship").where("unit.archivedAt", "is", null).executeTakeFirst()
  if (!row) return null
  return { unit: { code: codeOf("unit", row.number), name: row.name }, everyDays: row.reviewEveryDays ?? usualDays, nextOn: row.nextReviewOn, version: row.version ?? 0, startsAt: row.startsAt, lastAt: row.closedAt }
}

/** Locks a conversation for its minutes. */
export async function lockMinutes(tx: Tx, id: string) {
  const element = await lockElement(tx, id, "consultation")
  const row = await tx.selectFrom("consultation").select(["ownerId", "state", "minutes", "minutesSentAt", "nextOn"]).where("id", "=", id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFoundError("This conversation")
  return { ...element, ...row }
}

/** What those who were heard say of the minutes: counts, and each person's word. */
export async function minutesReplies(db: ReadDb, consultationId: string) {
  const rows = await db.selectFrom("participation as p").innerJoin("element as e", "e.id", "p.personId").leftJoin("minutesReply as r", "r.participationId", "p.id")
    .select(["p.id", "p.personId", "e.name", "r.says", "r.words"]).where("p.consultationId", "=", consultationId).where("p.heardAt", "is not", null).orderBy("e.sortKey").execute()
  return { asked: rows.length, right: rows.filter(({ says }) => says === "right").length, mend: rows.filter(({ says }) => says === "mend").length, people: rows }
}

/** Locks somebody's own part in a conversation: only who was heard replies to the minutes and rates. */
export async function lockOwnPart(tx: Tx, consultationId: string, personId: string | null) {
  const row = personId === null ? undefined : await tx.selectFrom("participation").selectAll().where("consultationId", "=", consultationId).where("personId", "=", personId).forUpdate().executeTakeFirst()
  return row ?? null
}

export interface RatingMeans {
  answers: number
  understood: number | null
  trust: number | null
  responsive: number | null
}

/** The means of everybody's ratings of one conversation; null under five answers. */
export async function ratingMeans(db: ReadDb, consultationId: string): Promise<RatingMeans> {
  const { rows } = await sql<{ answers: number; understood: string | null; trust: string | null; responsive: string | null }>`
    select answers, understood, trust, responsive from rating_means() where consultation_id = ${consultationId} and unit_id is null`.execute(db)
  const row = rows[0]
  const mean = (value: string | null | undefined) => (value === null || value === undefined ? null : Number(value))
  return { answers: row?.answers ?? 0, understood: mean(row?.understood), trust: mean(row?.trust), responsive: mean(row?.responsive) }
}

/** Whether the reader has rated this conversation; `db` is the handle that readAs() gives. */
export async function hasRated(db: ReadDb, participationId: string): Promise<boolean> {
  return (await db.selectFrom("rating").select("id").where("participationId", "=", participationId).executeTakeFirst()) !== undefined
}
