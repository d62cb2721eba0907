// Reading what may be used: the products that a name means, how each stands in its jobs today, who decided it, and what to use instead.
import { sql } from "kysely"
import type { CalendarDate } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { codeOf, parseCode, type ElementRef } from "~/features/elements/element"
import { namesOf } from "~/features/elements/elements.queries.server"
import { searchElements } from "~/features/elements/search.queries.server"
import { allowed, bestFirst, isMeant, useInstead, type StandingNow } from "./allowed"
import type { DecidedBy, JobAnswer, ProductAnswer } from "./allowed-view"

/** For whom and when it is asked. */
export interface Asker {
  personId: string
  today: CalendarDate
}

const mostFound = 6
/** A name without its version fits many: what may be used is looked for among these. */
const lookedAt = 12

/** What a name means here, best first, with an answer for each job; two slips of the hand are forgiven in each word. */
export async function answersTo(db: ReadDb, typed: string, asker: Asker, most = mostFound): Promise<ProductAnswer[]> {
  const found = await answersFor(db, await searchElements(db, typed, lookedAt, "application"), asker)
  // who types a short id means that record
  const judged = found.map((one) => ({ ...one, meant: parseCode(typed) !== null || isMeant(typed, one.product.name) }))
  return [...bestFirst(typed, judged.filter(({ meant }) => meant)), ...judged.filter(({ meant }) => !meant)].slice(0, most)
}

interface StandingRow extends StandingNow {
  applicationId: string
  functionId: string | null
  jobName: string | null
  jobNumber: number | null
  productVersion: string
  ownWords: string
  validFrom: CalendarDate
  decisionId: string
}

/** The answers for some products, in their order. */
export async function answersFor(db: ReadDb, products: readonly ElementRef[], { personId, today }: Asker): Promise<ProductAnswer[]> {
  if (products.length === 0) return []
  const ids = products.map(({ id }) => id)
  const standings = await standingsNow(db, ids, today)
  const [more, jobs, granted, decided] = [await facts(db, ids), await jobsDone(db, ids), await grantedTo(db, ids, personId, today), await decidedBy(db, standings.map(({ decisionId }) => decisionId))]
  const rivals = await rivalsIn(db, standings.flatMap(({ functionId }) => functionId ?? []), today)
  return products.map((product) => {
    const known = standings.filter(({ applicationId }) => applicationId === product.id)
    const grantedUntil = granted.get(product.id) ?? null
    const answered = known.map((row): JobAnswer => {
      const instead = useInstead(rivals.filter(({ functionId }) => functionId === row.functionId), { applicationId: product.id, today })
      const answer = allowed(row, { today, grantedUntil, instead: instead?.name ?? null })
      return {
        job: jobOf(row), version: row.productVersion, answer, ownWords: row.ownWords, decided: decided.get(row.decisionId) ?? null,
        instead: answer.word === "no" && instead ? (rivals.find(({ applicationId }) => applicationId === instead.applicationId)?.product ?? null) : null,
      }
    })
    const whole = known.some(({ functionId }) => functionId === null)
    const open = whole ? [] : jobs.filter(({ applicationId, job }) => applicationId === product.id && !known.some(({ functionId }) => functionId === job.id)).map(({ job }) => job)
    const unknown = (job: ElementRef | null): JobAnswer => ({ job, version: "", answer: allowed(null, { today, grantedUntil, instead: null }), instead: null, ownWords: "", decided: null })
    const answers = [...answered, ...open.map(unknown)]
    return { product, meant: true, summary: more.get(product.id)?.summary ?? "", seats: more.get(product.id)?.seats ?? null, answers: answers.length === 0 ? [unknown(null)] : answers }
  })
}

function jobOf({ functionId, jobName, jobNumber }: Pick<StandingRow, "functionId" | "jobName" | "jobNumber">): ElementRef | null {
  return functionId === null || jobName === null || jobNumber === null ? null : { id: functionId, kind: "function", code: codeOf("function", jobNumber), name: jobName }
}

async function standingsNow(db: ReadDb, ids: readonly string[], today: CalendarDate): Promise<StandingRow[]> {
  return db
    .selectFrom("standard").leftJoin("element as job", "job.id", "standard.functionId")
    .select(["standard.applicationId", "standard.functionId", "job.name as jobName", "job.number as jobNumber", "standard.productVersion", "standard.status", "standard.lifecycle", "standard.conditions"])
    .select(["standard.ownWords", "standard.approvalExpiresOn", "standard.validFrom", "standard.decisionId"])
    .where("standard.applicationId", "in", [...ids]).where("standard.validFrom", "<=", today).where((eb) => eb.or([eb("standard.validTo", "is", null), eb("standard.validTo", ">", today)]))
    .where("job.archivedAt", "is", null).orderBy("job.sortKey").orderBy("standard.productVersion").orderBy("standard.id").execute()
}

async function facts(db: ReadDb, ids: readonly string[]): Promise<Map<string, { summary: string; seats: number | null }>> {
  const rows = await db
    .selectFrom("element").select(["id", "summary"])
    .select(sql<number | null>`(select sum(seats)::int from link where link.to_id = element.id and link.relation = 'uses')`.as("seats"))
    .where("id", "in", [...ids]).execute()
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

async function jobsDone(db: ReadDb, ids: readonly string[]): Promise<{ applicationId: string; job: ElementRef }[]> {
  const rows = await db
    .selectFrom("link").innerJoin("element", "element.id", "link.toId").select(["link.fromId", "element.id", "element.number", "element.name"])
    .where("link.relation", "=", "performs").where("link.fromId", "in", [...ids]).where("element.archivedAt", "is", null).orderBy("element.sortKey").orderBy("element.id").execute()
  return rows.map(({ fromId, id, number, name }) => ({ applicationId: fromId, job: { id, kind: "function", code: codeOf("function", number), name } }))
}

/** Until when the asker may use each product by an exception for them, their unit or one above it, or by an answer to their request. */
async function grantedTo(db: ReadDb, ids: readonly string[], personId: string, today: CalendarDate): Promise<Map<string, CalendarDate>> {
  const { rows } = await sql<{ applicationId: string; untilOn: CalendarDate }>`
    with recursive mine(id) as (
      select unit_id from person where id = ${personId}::uuid and unit_id is not null
      union select unit.parent_id from unit join mine on mine.id = unit.id where unit.parent_id is not null)
    select application_id as "applicationId", max(until_on)::text as "untilOn" from (
      select application_id, until_on from exception
      where ended_at is null and from_on <= ${today}::date and until_on >= ${today}::date and (person_id = ${personId}::uuid or unit_id in (select id from mine))
      union all
      select application_id, agreed_until from tool_request where asked_by = ${personId}::uuid and state = 'agreed' and agreed_until >= ${today}::date and application_id is not null) given
    where application_id = any(${[...ids]}::uuid[]) group by application_id`.execute(db)
  return new Map(rows.map(({ applicationId, untilOn }) => [applicationId, untilOn]))
}

async function rivalsIn(db: ReadDb, functionIds: readonly string[], today: CalendarDate) {
  if (functionIds.length === 0) return []
  const rows = await db
    .selectFrom("standard").innerJoin("element", "element.id", "standard.applicationId")
    .select(["standard.functionId", "standard.applicationId", "standard.status", "standard.lifecycle", "standard.conditions", "standard.approvalExpiresOn", "element.number", "element.name"])
    .where("standard.functionId", "in", [...new Set(functionIds)]).where("standard.status", "=", "approved").where("element.archivedAt", "is", null)
    .where("standard.validFrom", "<=", today).where((eb) => eb.or([eb("standard.validTo", "is", null), eb("standard.validTo", ">", today)])).execute()
  return rows.map(({ number, ...row }) => ({ ...row, product: { id: row.applicationId, kind: "application", code: codeOf("application", number), name: row.name } satisfies ElementRef }))
}

async function decidedBy(db: ReadDb, ids: readonly string[]): Promise<Map<string, DecidedBy>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom("decision").innerJoin("element", "element.id", "decision.id")
    .select(["decision.id", "element.number", "element.name", "decision.importedFrom", "decision.importedOn", "decision.reviewOn", sql<string | null>`decision.signed_at::date::text`.as("signedOn")])
    .where("decision.id", "in", wanted).execute()
  const deciders = await db.selectFrom("decisionDecider").select(["decisionId", "personId"]).where("decisionId", "in", wanted).execute()
  const names = await namesOf(db, deciders.map(({ personId }) => personId))
  return new Map(rows.map(({ id, number, name, importedFrom, importedOn, reviewOn, signedOn }) => [id, {
    decision: { id, kind: "decision", code: codeOf("decision", number), name }, on: importedOn ?? signedOn ?? "", importedFrom, reviewOn,
    people: deciders.filter(({ decisionId }) => decisionId === id).flatMap(({ personId }) => names.get(personId)?.name ?? []).sort(),
  }]))
}
