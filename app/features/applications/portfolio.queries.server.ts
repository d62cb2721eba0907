// Reading the portfolio: the fit of applications, their costs by year, and where merged ones went.
import { sql } from "kysely"
import type { CalendarDate } from "~/core/calendar"
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { codeOf, type ElementRef } from "~/features/elements/element"
import { asRef, namesOf } from "~/features/elements/elements.queries.server"
import { fitCountsFrom, type Fit, type FitAnswerFields } from "./fit"

/** An answered questionnaire as the page of its application shows it. */
export interface FitAnswer extends FitAnswerFields {
  id: string
  version: number
}

/** Every questionnaire about an application, the latest first. */
export async function fitAnswersOf(db: ReadDb, applicationId: string): Promise<(FitAnswer & { respondent: ElementRef })[]> {
  const rows = await db
    .selectFrom("fitAnswer").innerJoin("element", "element.id", "fitAnswer.respondentId")
    .select(["fitAnswer.id", "applicationId", "side", "respondentId", "answeredOn", "answerA", "answerB", "answerC", "answerD", "fitAnswer.version", "element.number", "element.name"])
    .where("applicationId", "=", applicationId).orderBy("answeredOn", "desc").orderBy("fitAnswer.id", "desc").execute()
  return rows.map(({ number, name, ...row }) => ({ ...row, respondent: { id: row.respondentId, kind: "person", code: codeOf("person", number), name } }))
}

/** The mean of each side of every application that was asked about in the last 12 months; others are in no entry. */
export async function fits(db: ReadDb, today: CalendarDate): Promise<Map<string, Fit>> {
  const rows = await db
    .selectFrom("fitAnswer")
    .select(["applicationId", "side", sql<string>`sum(answer_a + answer_b + answer_c + answer_d)`.as("sum"), sql<string>`4 * count(*)`.as("n")])
    .where("answeredOn", ">=", fitCountsFrom(today)).where("answeredOn", "<=", today)
    .groupBy(["applicationId", "side"]).execute()
  const all = new Map<string, Fit>()
  for (const row of rows) all.set(row.applicationId, { ...(all.get(row.applicationId) ?? { functional: null, technical: null }), [row.side]: Number(row.sum) / Number(row.n) })
  return all
}

/** The cost lines of some applications, of all years or of one, the latest year first. */
export async function costLinesOf(db: ReadDb, applicationIds: readonly string[], year?: number) {
  if (applicationIds.length === 0) return []
  let query = db.selectFrom("costLine").select(["id", "applicationId", "financialYear", "costKind", "amount", "version"]).where("applicationId", "in", [...applicationIds])
  if (year !== undefined) query = query.where("financialYear", "=", year)
  return query.orderBy("financialYear", "desc").orderBy("costKind").execute()
}

/** Who is responsible for each of some applications: its technical owners. */
export async function technicalOwners(db: ReadDb, ids: readonly string[]): Promise<Map<string, ElementRef[]>> {
  const owners = new Map<string, ElementRef[]>()
  if (ids.length === 0) return owners
  const rows = await db
    .selectFrom("responsibility").innerJoin("element", "element.id", "responsibility.personId")
    .select(["elementId", "element.id", "element.number", "element.name"])
    .where("elementId", "in", [...ids]).where("role", "=", "responsible").orderBy("element.sortKey").orderBy("element.id").execute()
  for (const row of rows) owners.set(row.elementId, [...(owners.get(row.elementId) ?? []), asRef({ ...row, kind: "person" })])
  return owners
}

/** The record that an application was merged into, at the end of the way; null where it was not merged. */
export async function mergedInto(db: ReadDb, applicationId: string): Promise<ElementRef | null> {
  const { rows } = await sql<{ intoId: string }>`
    with recursive way (id, step) as (
      select into_id, 1 from merged_application where id = ${applicationId}::uuid
      union all select next.into_id, step + 1 from way join merged_application next on next.id = way.id where step < 100)
    select id as into_id from way order by step desc limit 1`.execute(db)
  const intoId = rows[0]?.intoId
  return intoId === undefined ? null : ((await namesOf(db, [intoId])).get(intoId) ?? null)
}

/** What was merged into an application, the latest first. */
export async function mergedFrom(db: ReadDb, applicationId: string): Promise<{ ref: ElementRef; at: string; operationId: string }[]> {
  const rows = await db
    .selectFrom("mergedApplication").innerJoin("element", "element.id", "mergedApplication.id")
    .select(["element.id", "element.kind", "element.number", "element.name", "mergedApplication.createdAt", "mergedApplication.operationId"])
    .where("intoId", "=", applicationId).orderBy("mergedApplication.createdAt", "desc").execute()
  return rows.map((row) => ({ ref: asRef(row), at: row.createdAt.toISOString(), operationId: row.operationId }))
}

/** A questionnaire, locked, for a command; refused when it is not there. */
export async function lockFitAnswer(tx: Tx, id: string): Promise<FitAnswer> {
  const row = await tx
    .selectFrom("fitAnswer").select(["id", "applicationId", "side", "respondentId", "answeredOn", "answerA", "answerB", "answerC", "answerD", "version"])
    .where("id", "=", id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFoundError("This answer")
  return row
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The merge that an operation was; undefined where it was none, or was taken back. */
export async function mergeOfOperation(db: ReadDb, operationId: string): Promise<{ id: string; intoId: string } | undefined> {
  if (!uuid.test(operationId)) return undefined
  return db.selectFrom("mergedApplication").select(["id", "intoId"]).where("operationId", "=", operationId).executeTakeFirst()
}

/** What a merge would move beside links, uses and costs: how many of each. */
export async function belongings(db: ReadDb, id: string) {
  const { rows } = await sql<{ comments: string; questions: string; answers: string; conversations: string; points: string }>`
    select (select count(*) from comment where element_id = ${id}::uuid and removed_at is null) as comments,
      (select count(*) from question where element_id = ${id}::uuid) as questions,
      (select count(*) from fit_answer where application_id = ${id}::uuid) as answers,
      (select count(*) from consultation_subject where subject_id = ${id}::uuid) as conversations,
      (select count(*) from feedback where subject_id = ${id}::uuid) as points`.execute(db)
  const row = rows[0]
  const number = (count: string | undefined) => Number(count ?? 0)
  return { comments: number(row?.comments), questions: number(row?.questions), answers: number(row?.answers), conversations: number(row?.conversations), points: number(row?.points) }
}
