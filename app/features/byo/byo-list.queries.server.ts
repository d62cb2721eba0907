// Reading the register of side-door tools: a page, a file, the reports of a unit, what somebody answers, and all of them for figures.
import { sql, type RawBuilder } from "kysely"
import type { ReadDb } from "~/core/database.server"
import { codeOf, parseCode, type ElementKind, type ElementRef } from "~/features/elements/element"
import { filterValues, pagesOf, type ListAsk } from "~/features/elements/list"
import { fitsSearch, inPortions } from "~/features/elements/list.queries.server"
import { comesAfter, orderOf } from "~/features/elements/record-list.queries.server"
import { careNeeded, controls, dispositions, standingOf, whyNots, type ByoStanding, type Control } from "./byo"
import type { ByoRow } from "./byo-list"

const reach = sql`case when byo.users <= 5 then 1 when byo.users <= 25 then 2 when byo.users <= 100 then 3 else 4 end`
// F17 as careNeeded() works it out; null stays null, so that an unknown never sorts as harmless
const care = sql`case when byo.users is null then null else byo.sensitivity * (${reach}) * (1 + cardinality(byo.missing)) end`
const whyOrder = sql`array_position(array[${sql.join(whyNots)}]::text[], byo.why_not)`
const outcomeOrder = sql`array_position(array[${sql.join(dispositions)}]::text[], byo.disposition)`
const waits = sql`byo.disposition <> 'under review'`

/** A page of the register; by due date those that wait for an answer come first. */
export async function listByos(db: ReadDb, ask: ListAsk, today: string) {
  const rows = thatFit(db, ask, today)
  const { n } = await rows.select((eb) => eb.fn.countAll<string>().as("n")).executeTakeFirstOrThrow()
  const total = Number(n)
  const { page, pageCount, offset } = pagesOf(total, ask)
  const unit = sql`unit.sort_key`
  const due = sql`case when ${waits} then null else byo.answer_due_on end`
  const order = orderOf(ask, { due, unit, users: sql`byo.users`, cost: sql`byo.yearly_cost`, care, reported: sql`byo.reported_on` }, { unit, why: whyOrder, outcome: outcomeOrder })
  const found = await described(rows).orderBy(order).limit(ask.pageSize).offset(offset).execute()
  return { rows: found.map((row) => asRow(row, today)), total, page, pageCount }
}

/** Every report that fits, by name, 1,000 at a time. */
export function byosForFile(db: ReadDb, ask: ListAsk, today: string): AsyncGenerator<ByoRow[]> {
  return inPortions<ByoRow>(async (after, size) => {
    const rows = await described(thatFit(db, ask, today)).where(comesAfter(after)).orderBy("element.sortKey").orderBy("element.id").limit(size).execute()
    return rows.map((row) => asRow(row, today))
  })
}

/** Every report that is not archived, the first answer due first. */
export async function allByos(db: ReadDb, today: string): Promise<ByoRow[]> {
  const rows = await described(live(db)).orderBy("byo.answerDueOn").orderBy("element.id").execute()
  return rows.map((row) => asRow(row, today))
}

/** The reports of a unit, those that wait for an answer first. */
export async function byosOf(db: ReadDb, unitId: string, today: string): Promise<ByoRow[]> {
  const rows = await described(live(db)).where("byo.unitId", "=", unitId).orderBy(waits).orderBy("byo.answerDueOn").orderBy("element.id").limit(100).execute()
  return rows.map((row) => asRow(row, today))
}

/** What waits for this person's answer: the reports that name them and, where `also` is set, those that name nobody. */
export async function byosToAnswer(db: ReadDb, personId: string, { today, also }: { today: string; also: boolean }): Promise<ByoRow[]> {
  const rows = await described(live(db))
    .where(sql<boolean>`(byo.owner_id = ${personId}::uuid or (${also}::boolean and byo.owner_id is null))`)
    .where(sql<boolean>`(byo.disposition = 'under review' or byo.tolerate_until < ${today}::date)`)
    .orderBy("byo.answerDueOn").orderBy("element.id").limit(100).execute()
  return rows.map((row) => asRow(row, today))
}

/** How every report that is not archived stands. */
export async function byoStandings(db: ReadDb, today: string): Promise<(ElementRef & { standing: ByoStanding })[]> {
  const rows = await live(db)
    .select(["element.id", "element.number", "element.name", "byo.disposition", "byo.answerDueOn", "byo.tolerateUntil"])
    .orderBy("byo.answerDueOn").orderBy("element.id").execute()
  return rows.map(({ id, number, name, ...facts }) => ({ ...refOf("byo", id, number, name), standing: standingOf(facts, today) }))
}

/** When each report was made and why IT was not used, the oldest first; archived ones are left out. */
export function reasonsGiven(db: ReadDb) {
  return live(db).select(["byo.reportedOn", "byo.whyNot"]).orderBy("byo.reportedOn").execute()
}

/** Everybody who answers a report and every unit that one came from, for the filters. */
export async function byoSides(db: ReadDb): Promise<{ owners: ElementRef[]; units: ElementRef[] }> {
  const of = async (kind: "person" | "unit", column: "ownerId" | "unitId") => {
    const rows = await db
      .selectFrom("element").select(["id", "number", "name"])
      .where("id", "in", db.selectFrom("byo").select(column).where(column, "is not", null).$castTo<{ id: string }>())
      .orderBy("sortKey").orderBy("id").limit(200).execute()
    return rows.map(({ id, number, name }) => refOf(kind, id, number, name))
  }
  return { owners: await of("person", "ownerId"), units: await of("unit", "unitId") }
}

function base(db: ReadDb) {
  return db
    .selectFrom("element").innerJoin("byo", "byo.id", "element.id")
    .leftJoin("element as unit", "unit.id", "byo.unitId").leftJoin("element as owner", "owner.id", "byo.ownerId")
    .leftJoin("element as goal", "goal.id", "byo.goalId").leftJoin("element as instead", "instead.id", "byo.replacedById")
}

function live(db: ReadDb) {
  return base(db).where("element.archivedAt", "is", null)
}

function thatFit(db: ReadDb, ask: ListAsk, today: string) {
  const archived = filterValues(ask, "archived").includes("yes")
  let query = base(db).where("element.archivedAt", archived ? "is not" : "is", null).where(fitsSearch(ask.q))
  const states = filterValues(ask, "state").flatMap((value) => stateConditions(today)[value] ?? [])
  if (states.length > 0) query = query.where(sql<boolean>`(${sql.join(states, sql` or `)})`)
  const outcomes = dispositions.filter((one) => filterValues(ask, "outcome").includes(one))
  if (outcomes.length > 0) query = query.where("byo.disposition", "in", outcomes)
  const whys = whyNots.filter((one) => filterValues(ask, "why").includes(one))
  if (whys.length > 0) query = query.where("byo.whyNot", "in", whys)
  const data = filterValues(ask, "data")
  if (data.length > 0) query = query.where(sql<boolean>`(coalesce(byo.sensitivity, 0)::text = any(${[...data]}::text[]))`)
  const won = filterValues(ask, "won")
  if (won.length > 0) query = query.where(sql<boolean>`(byo.won = any(${[...won]}::text[]))`)
  for (const [name, side] of [["unit", { number: sql`unit.number`, id: sql`unit.id` }], ["owner", { number: sql`owner.number`, id: sql`owner.id` }]] as const) {
    const values = filterValues(ask, name)
    if (values.length === 0) continue
    const some = sql<boolean>`${side.number} = any(${values.flatMap((code) => parseCode(code)?.number ?? [])}::int[])`
    query = query.where(values.includes("none") ? sql<boolean>`(${some} or ${side.id} is null)` : some)
  }
  return query
}

function stateConditions(today: string): Record<string, RawBuilder<boolean>> {
  return {
    open: sql`(byo.disposition = 'under review')`,
    late: sql`(byo.disposition = 'under review' and byo.answer_due_on < ${today}::date)`,
    again: sql`(byo.tolerate_until < ${today}::date)`,
    answered: sql`(byo.disposition <> 'under review' and (byo.tolerate_until is null or byo.tolerate_until >= ${today}::date))`,
  }
}

function described(query: ReturnType<typeof base>) {
  return query.select([
    "element.id", "element.number", "element.name", "element.summary", "element.sortKey", "element.version", "byo.job", "byo.users", "byo.yearlyCost", "byo.sensitivity", "byo.missing", "byo.whyNot",
    "byo.foundHow", "byo.reportedOn", "byo.isAnonymous", "byo.answerDueOn", "byo.disposition", "byo.tolerateUntil", "byo.reason", "byo.won",
    "unit.id as unitId", "unit.number as unitNumber", "unit.name as unitName", "owner.id as ownerId", "owner.number as ownerNumber", "owner.name as ownerName",
    "goal.id as goalId", "goal.number as goalNumber", "goal.name as goalName", "instead.id as insteadId", "instead.number as insteadNumber", "instead.name as insteadName",
  ])
}

type Found = Awaited<ReturnType<ReturnType<typeof described>["execute"]>>[number]

function asRow(row: Found, today: string): ByoRow {
  const some = (kind: ElementKind, id: string | null, number: number | null, name: string | null) => (id === null || number === null || name === null ? null : refOf(kind, id, number, name))
  const { job, users, yearlyCost, sensitivity, whyNot, foundHow, reportedOn, isAnonymous, answerDueOn, disposition, tolerateUntil, reason, won } = row
  const missing = controls.filter((control): control is Control => row.missing.includes(control))
  return {
    ...refOf("byo", row.id, row.number, row.name), sortKey: row.sortKey, version: row.version, need: row.summary, job, users, yearlyCost, sensitivity, missing,
    care: careNeeded({ sensitivity, users, missing }), whyNot, foundHow, reportedOn, isAnonymous, answerDueOn, disposition, tolerateUntil, reason, won,
    unit: some("unit", row.unitId, row.unitNumber, row.unitName), owner: some("person", row.ownerId, row.ownerNumber, row.ownerName),
    goal: some("goal", row.goalId, row.goalNumber, row.goalName), replacedBy: some("application", row.insteadId, row.insteadNumber, row.insteadName), standing: standingOf(row, today),
  }
}

function refOf(kind: ElementKind, id: string, number: number, name: string): ElementRef {
  return { id, kind, code: codeOf(kind, number), name }
}
