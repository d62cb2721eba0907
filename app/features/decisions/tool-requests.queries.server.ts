// Reading requests for a tool: one, those that wait for somebody, what others asked for the same, and the times that are published.
import { sql } from "kysely"
import { addDays, calendarDate, type CalendarDate } from "~/core/calendar"
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { namesOf } from "~/features/elements/elements.queries.server"
import { requestTimes, type OtherRequest, type RequestTimes } from "./tool-request"
import type { RequestLine, ToolRequest } from "./tool-request-view"

export type { RequestLine, ToolRequest } from "./tool-request-view"

const columns = ["id", "askedBy", "unitId", "name", "applicationId", "functionId", "need", "state", "dueOn", "routedTo", "agreedUntil", "reason", "answeredBy", "answeredAt", "version", "createdAt"] as const

/** One request, locked; refused when there is none of this id. */
export async function lockRequest(tx: Tx, id: string): Promise<ToolRequest> {
  const row = await tx.selectFrom("toolRequest").select(columns).where("id", "=", id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFoundError("This request")
  return row
}

/** One request as people read it. */
export async function findRequest(db: ReadDb, id: string, timeZone: string): Promise<RequestLine> {
  const row = await db.selectFrom("toolRequest").select(columns).where("id", "=", id).executeTakeFirst()
  const [line] = row ? await linesOf(db, [row], timeZone) : []
  if (!line) throw new NotFoundError("This request")
  return line
}

/** The requests that concern somebody: their own, and those that wait for them; those for the planners where they are one. */
export async function requestsFor(db: ReadDb, person: { id: string; planner: boolean }, timeZone: string): Promise<{ mine: RequestLine[]; toAnswer: RequestLine[] }> {
  const mine = await db.selectFrom("toolRequest").select(columns).where("askedBy", "=", person.id).orderBy("createdAt", "desc").orderBy("id").limit(50).execute()
  let waiting = db.selectFrom("toolRequest").select(columns).where("state", "=", "asked")
  waiting = person.planner ? waiting.where((eb) => eb.or([eb("routedTo", "=", person.id), eb("routedTo", "is", null)])) : waiting.where("routedTo", "=", person.id)
  const toAnswer = await waiting.orderBy("dueOn").orderBy("id").limit(200).execute()
  return { mine: await linesOf(db, mine, timeZone), toAnswer: await linesOf(db, toAnswer, timeZone) }
}

/** Every request, the newest first, for everybody to see what was asked and answered. */
export async function newestRequests(db: ReadDb, timeZone: string, most = 100): Promise<RequestLine[]> {
  return linesOf(db, await db.selectFrom("toolRequest").select(columns).where("state", "<>", "withdrawn").orderBy("createdAt", "desc").orderBy("id").limit(most).execute(), timeZone)
}

/** What others asked for: the same product, or the same name where the product is not known; the newest first. */
export async function sameRequests(db: ReadDb, asked: { name: string; applicationId: string | null; personId: string }, timeZone: string): Promise<OtherRequest[]> {
  const rows = await db
    .selectFrom("toolRequest").select(["askedBy", "state", "createdAt", "dueOn"])
    .where("state", "in", ["asked", "agreed", "refused"])
    .where(sql<boolean>`(application_id = ${asked.applicationId}::uuid or lower(name) = lower(${asked.name.trim()}))`)
    .orderBy("createdAt", "desc").orderBy("id").limit(20).execute()
  return rows.map(({ askedBy, state, createdAt, dueOn }) => ({ mine: askedBy === asked.personId, state, askedOn: calendarDate(createdAt, timeZone), dueOn }))
}

/** The times of the last twelve months. */
export async function publishedTimes(db: ReadDb, today: CalendarDate, timeZone: string): Promise<RequestTimes> {
  const rows = await db
    .selectFrom("toolRequest").select(["state", "createdAt", "answeredAt", "dueOn"])
    .where("createdAt", ">=", new Date(`${addDays(today, -366)}T00:00:00Z`)).execute()
  return requestTimes(rows.map(({ state, createdAt, answeredAt, dueOn }) => ({
    state, askedOn: calendarDate(createdAt, timeZone), answeredOn: answeredAt && calendarDate(answeredAt, timeZone), dueOn,
  })), today)
}

/** Who answers for a job, else for the product; null: the planners. */
export async function ownerOfJob(db: ReadDb, asked: { functionId: string | null; applicationId: string | null }): Promise<string | null> {
  const ids = [asked.functionId, asked.applicationId].filter((id): id is string => id !== null)
  if (ids.length === 0) return null
  const rows = await db.selectFrom("responsibility").select(["elementId", "personId"]).where("elementId", "in", ids).where("role", "=", "accountable").execute()
  return ids.map((id) => rows.find(({ elementId }) => elementId === id)?.personId).find((id) => id !== undefined) ?? null
}

/** The job that a product does, when it is one alone. */
export async function onlyJobOf(db: ReadDb, applicationId: string): Promise<string | null> {
  const rows = await db
    .selectFrom("link").innerJoin("element", "element.id", "link.toId").select("link.toId")
    .where("link.fromId", "=", applicationId).where("link.relation", "=", "performs").where("element.archivedAt", "is", null).limit(2).execute()
  return rows.length === 1 ? (rows[0]?.toId ?? null) : null
}

async function linesOf(db: ReadDb, rows: readonly ToolRequest[], timeZone: string): Promise<RequestLine[]> {
  const names = await namesOf(db, rows.flatMap((row) => [row.askedBy, row.unitId, row.applicationId, row.functionId, row.answeredBy, row.routedTo]))
  const of = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  return rows.map(({ createdAt, answeredAt, ...row }) => ({
    ...row, askedOn: calendarDate(createdAt, timeZone), answeredOn: answeredAt && calendarDate(answeredAt, timeZone), asker: of(row.askedBy), unit: of(row.unitId),
    product: of(row.applicationId), job: of(row.functionId), answerer: of(row.answeredBy), goesTo: of(row.routedTo),
  }))
}
