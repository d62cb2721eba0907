// Reading standards: a page of the list, all of it for a file, those of one product or job over time, two days compared, and mixed families.
import { sql, type RawBuilder } from "kysely"
import type { CalendarDate } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { productShown } from "~/features/applications/product-name"
import { codeOf, parseCode, type ElementRef } from "~/features/elements/element"
import { filterValues, pagesOf, type ListAsk } from "~/features/elements/list"
import { fitsSearch, inPortions } from "~/features/elements/list.queries.server"
import { orderOf } from "~/features/elements/record-list.queries.server"
import { standardLifecycles, standardStatuses } from "./standard"
import type { StandardRow } from "./standard-list"
import { endsOf, expiryOf, mixedFamilies, type Expiry } from "./standard-time"

/** A page of the list. */
export async function listStandards(db: ReadDb, ask: ListAsk, today: CalendarDate) {
  const rows = thatFit(db, ask, today)
  const { n } = await rows.select((eb) => eb.fn.countAll<string>().as("n")).executeTakeFirstOrThrow()
  const total = Number(n)
  const { page, pageCount, offset } = pagesOf(total, ask)
  const [job, status] = [sql`job.sort_key`, statusOrder()]
  const order = orderOf(ask, { job, status, expires: sql`standard.approval_expires_on`, since: sql`standard.valid_from` }, { job, status })
  const found = await described(rows).orderBy(order).orderBy("job.sortKey").orderBy("standard.id").limit(ask.pageSize).offset(offset).execute()
  return { rows: found.map((row) => asRow(row, today)), total, page, pageCount }
}

/** Every standing that fits, by name, 1,000 at a time. */
export function standardsForFile(db: ReadDb, ask: ListAsk, today: CalendarDate): AsyncGenerator<StandardRow[]> {
  return inPortions<StandardRow>(async (after, size) => {
    const later = after === null ? sql<boolean>`true` : sql<boolean>`(element.sort_key, standard.id) > (${after.sortKey}, ${after.standardId}::uuid)`
    const rows = await described(thatFit(db, ask, today)).where(later).orderBy("element.sortKey").orderBy("standard.id").limit(size).execute()
    return rows.map((row) => asRow(row, today))
  })
}

/** What is told on top of the list: standings that hold, products, and approvals that have expired. */
export async function standardCounts(db: ReadDb, today: CalendarDate): Promise<{ total: number; products: number; overdue: number }> {
  const row = await base(db).where(holdsOn(today)).select([
    sql<string>`count(*)`.as("total"), sql<string>`count(distinct standard.application_id)`.as("products"), sql<string>`count(*) filter (where ${expiryConditions(today).overdue})`.as("overdue"),
  ]).executeTakeFirstOrThrow()
  return { total: Number(row.total), products: Number(row.products), overdue: Number(row.overdue) }
}

/** How one product stands and stood in its jobs, or every product in one job; what holds now first, then the newest. */
export async function standardsOver(db: ReadDb, which: { applicationId: string } | { functionId: string }, today: CalendarDate, { history }: { history: boolean }): Promise<StandardRow[]> {
  let query = described(base(db))
  query = "applicationId" in which ? query.where("standard.applicationId", "=", which.applicationId) : query.where("standard.functionId", "=", which.functionId)
  if (!history) query = query.where(holdsOn(today))
  const rows = await query.orderBy(sql`standard.valid_to is not null`).orderBy("standard.validFrom", "desc").orderBy("element.sortKey").orderBy("standard.id").limit(500).execute()
  return rows.map((row) => asRow(row, today))
}

/** Every standing on a day, by product and job; the whole list, for a comparison. */
export async function standardsOn(db: ReadDb, day: CalendarDate): Promise<StandardRow[]> {
  const rows = await described(base(db)).where(holdsOn(day)).orderBy("element.sortKey").orderBy("standard.id").execute()
  return rows.map((row) => asRow(row, day))
}

/** The families of which one version may be used otherwise than another, by name. */
export async function familiesApart(db: ReadDb, today: CalendarDate) {
  const rows = await standardsOn(db, today)
  return mixedFamilies(rows.map((row) => ({ ...row, applicationId: row.id, version: row.productVersion })))
}

/** The days on which something was decided about products, newest first, with what it was. */
export async function decisionDays(db: ReadDb): Promise<{ day: CalendarDate; name: string }[]> {
  return db
    .selectFrom("standard").innerJoin("element", "element.id", "standard.decisionId")
    .select(["standard.validFrom as day", "element.name"]).where("element.archivedAt", "is", null).groupBy(["standard.validFrom", "element.name", "element.sortKey", "element.id"]).orderBy("standard.validFrom", "desc").orderBy("element.sortKey").orderBy("element.id").limit(50).execute()
}

/** The jobs and decisions that standings name, for the filters. */
export async function standardSides(db: ReadDb): Promise<{ jobs: ElementRef[]; decisions: ElementRef[] }> {
  const of = async (kind: "function" | "decision", column: "functionId" | "decisionId") => {
    const rows = await db
      .selectFrom("element").select(["id", "number", "name"])
      .where("id", "in", db.selectFrom("standard").select(column).where(column, "is not", null).$castTo<{ id: string }>())
      .where("archivedAt", "is", null).orderBy("sortKey").orderBy("id").limit(500).execute()
    return rows.map(({ id, number, name }): ElementRef => ({ id, kind, code: codeOf(kind, number), name }))
  }
  return { jobs: await of("function", "functionId"), decisions: await of("decision", "decisionId") }
}

function base(db: ReadDb) {
  return db
    .selectFrom("standard").innerJoin("element", "element.id", "standard.applicationId").innerJoin("application", "application.id", "standard.applicationId")
    .innerJoin("decision", "decision.id", "standard.decisionId").innerJoin("element as deciding", "deciding.id", "standard.decisionId")
    .leftJoin("element as job", "job.id", "standard.functionId")
    .where("element.archivedAt", "is", null).where("deciding.archivedAt", "is", null)
}

function holdsOn(day: CalendarDate): RawBuilder<boolean> {
  return sql<boolean>`(standard.valid_from <= ${day}::date and (standard.valid_to is null or standard.valid_to > ${day}::date))`
}

function thatFit(db: ReadDb, ask: ListAsk, today: CalendarDate) {
  const over = filterValues(ask, "archived").includes("yes")
  let query = base(db).where(over ? sql<boolean>`standard.valid_to <= ${today}::date` : holdsOn(today)).where(fitsSearch(ask.q))
  for (const [name, known, column] of [["status", standardStatuses, sql`standard.status`], ["lifecycle", standardLifecycles, sql`standard.lifecycle`]] as const) {
    const values = filterValues(ask, name).filter((value) => (known as readonly string[]).includes(value))
    if (values.length > 0) query = query.where(sql<boolean>`${column} = any(${values}::text[])`)
  }
  const conditions = expiryConditions(today)
  const expiries = filterValues(ask, "expiry").flatMap((value) => (value === "none" ? [sql<boolean>`standard.approval_expires_on is null`] : (conditions[value as Expiry] ?? [])))
  if (expiries.length > 0) query = query.where(sql<boolean>`(${sql.join(expiries, sql` or `)})`)
  for (const [name, side] of [["job", { number: sql`job.number`, id: sql`job.id` }], ["decision", { number: sql`deciding.number`, id: sql`deciding.id` }]] as const) {
    const values = filterValues(ask, name)
    if (values.length === 0) continue
    const some = sql<boolean>`${side.number} = any(${values.flatMap((code) => parseCode(code)?.number ?? [])}::int[])`
    query = query.where(values.includes("none") ? sql<boolean>`(${some} or ${side.id} is null)` : some)
  }
  return query
}

/** The same days as `expiryOf` parts them by. */
function expiryConditions(today: CalendarDate): Record<Expiry, RawBuilder<boolean>> {
  const { week, quarter } = endsOf(today)
  const on = sql`standard.approval_expires_on`
  return {
    overdue: sql<boolean>`(${on} < ${today}::date)`,
    "this week": sql<boolean>`(${on} >= ${today}::date and ${on} <= ${week}::date)`,
    "this quarter": sql<boolean>`(${on} > ${week}::date and ${on} <= ${quarter}::date)`,
    later: sql<boolean>`(${on} > ${week}::date and ${on} > ${quarter}::date)`,
  }
}

function statusOrder(): RawBuilder<unknown> {
  return sql`array_position(${[...standardStatuses]}::text[], standard.status)`
}

function described(query: ReturnType<typeof base>) {
  return query.select([
    "standard.id as standardId", "element.id", "element.number", "element.name", "element.sortKey", "application.family", "application.productVersion as ownVersion",
    "standard.status", "standard.lifecycle", "standard.productVersion", "standard.ownWords", "standard.conditions", "standard.approvalExpiresOn", "standard.validFrom", "standard.validTo",
    "job.id as jobId", "job.number as jobNumber", "job.name as jobName", "deciding.id as decisionId", "deciding.number as decisionNumber", "deciding.name as decisionName", "decision.importedFrom",
  ])
}

type Found = Awaited<ReturnType<ReturnType<typeof described>["execute"]>>[number]

function asRow(row: Found, today: CalendarDate): StandardRow {
  const { jobId, jobNumber, jobName, decisionId, decisionNumber, decisionName, family, ownVersion, number, productVersion, ...rest } = row
  const shown = productShown({ name: row.name, family, productVersion: ownVersion })
  return {
    ...rest, kind: "application", code: codeOf("application", number), family: shown.family, productVersion: productVersion === "" ? shown.version : productVersion, expiry: expiryOf(row.approvalExpiresOn, today),
    job: jobId === null || jobNumber === null || jobName === null ? null : { id: jobId, kind: "function", code: codeOf("function", jobNumber), name: jobName },
    decision: { id: decisionId, kind: "decision", code: codeOf("decision", decisionNumber), name: decisionName },
  }
}
