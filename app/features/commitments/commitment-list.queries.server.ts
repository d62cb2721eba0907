// Reading the ledger of promises: a page of it, all of it in portions for a file, those of one unit and those of one person.
import { sql, type RawBuilder } from "kysely"
import { calendarDate } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { codeOf, parseCode, type ElementRef } from "~/features/elements/element"
import { filterValues, pagesOf, type ListAsk } from "~/features/elements/list"
import { fitsSearch, inPortions } from "~/features/elements/list.queries.server"
import { comesAfter, orderOf } from "~/features/elements/record-list.queries.server"
import { standingOf, type Standing } from "./commitment"
import type { CommitmentRow, ToldPromise } from "./commitment-list"

/** The day for which promises are judged, and where the company's days begin. */
export interface Day {
  today: string
  timeZone: string
}

const moves = sql<number>`(select count(*)::int from commitment_move where commitment_move.commitment_id = commitment.id)`

/** A page of the ledger. */
export async function listCommitments(db: ReadDb, ask: ListAsk, day: Day) {
  const rows = thatFit(db, ask, day)
  const { n } = await rows.select((eb) => eb.fn.countAll<string>().as("n")).executeTakeFirstOrThrow()
  const total = Number(n)
  const { page, pageCount, offset } = pagesOf(total, ask)
  const [unit, owner] = [sql`unit.sort_key`, sql`owner.sort_key`]
  const order = orderOf(ask, { due: sql`commitment.due_on`, unit, owner, moves }, { unit, owner })
  const found = await described(rows).orderBy(order).limit(ask.pageSize).offset(offset).execute()
  return { rows: found.map((row) => asRow(row, day)), total, page, pageCount }
}

/** Every promise that fits, by name, 1,000 at a time. */
export function commitmentsForFile(db: ReadDb, ask: ListAsk, day: Day): AsyncGenerator<CommitmentRow[]> {
  return inPortions<CommitmentRow>(async (after, size) => {
    const rows = await described(thatFit(db, ask, day)).where(comesAfter(after)).orderBy("element.sortKey").orderBy("element.id").limit(size).execute()
    return rows.map((row) => asRow(row, day))
  })
}

/** The promises that are not archived with their words, by number from `after` on: a portion for programs. */
export async function commitmentPortion(db: ReadDb, { after, size }: { after: number | null; size: number }, day: Day): Promise<ToldPromise[]> {
  const rows = await described(unarchived(db)).select(["element.summary", "element.updatedAt"])
    .where(after === null ? sql<boolean>`true` : sql<boolean>`element.number > ${after}`).orderBy("element.number").limit(size).execute()
  return rows.map((row) => ({ ...asRow(row, day), number: row.number, summary: row.summary, updatedAt: row.updatedAt }))
}

/** Every promise made to a unit, the first due first; archived ones are left out. */
export async function commitmentsTo(db: ReadDb, unitId: string, day: Day): Promise<CommitmentRow[]> {
  const rows = await described(unarchived(db)).where("commitment.unitId", "=", unitId).orderBy("commitment.dueOn").orderBy("element.id").execute()
  return rows.map((row) => asRow(row, day))
}

/** A person's own open promises that are due within so many days or late, the first due first. */
export async function dueCommitmentsOf(db: ReadDb, personId: string, until: string, day: Day): Promise<CommitmentRow[]> {
  const rows = await described(unarchived(db))
    .where("commitment.ownerId", "=", personId).where("commitment.state", "=", "open").where("commitment.dueOn", "<=", until)
    .orderBy("commitment.dueOn").orderBy("element.id").limit(200).execute()
  return rows.map((row) => asRow(row, day))
}

/** How every promise that is not archived stands, with its unit; for titles and figures. */
export async function commitmentStandings(db: ReadDb, day: Day): Promise<(ElementRef & { unitId: string | null; standing: Standing })[]> {
  const rows = await unarchived(db)
    .select(["element.id", "element.number", "element.name", "commitment.unitId", "commitment.state", "commitment.dueOn", "commitment.keptAt", moves.as("moves")])
    .orderBy("commitment.dueOn").orderBy("element.id").execute()
  return rows.map(({ id, number, name, unitId, ...facts }) => ({ id, kind: "commitment", code: codeOf("commitment", number), name, unitId, standing: standingOf(facts, day.today, day.timeZone) }))
}

/** Everybody who owns a promise and every unit that was promised something, for the filters. */
export async function commitmentSides(db: ReadDb): Promise<{ owners: ElementRef[]; units: ElementRef[] }> {
  const of = async (kind: "person" | "unit", column: "ownerId" | "unitId") => {
    const rows = await db
      .selectFrom("element").select(["id", "number", "name"])
      .where("id", "in", db.selectFrom("commitment").select(column).where(column, "is not", null).$castTo<{ id: string }>())
      .orderBy("sortKey").orderBy("id").limit(200).execute()
    return rows.map(({ id, number, name }): ElementRef => ({ id, kind, code: codeOf(kind, number), name }))
  }
  return { owners: await of("person", "ownerId"), units: await of("unit", "unitId") }
}

function base(db: ReadDb) {
  return db
    .selectFrom("element").innerJoin("commitment", "commitment.id", "element.id")
    .leftJoin("element as unit", "unit.id", "commitment.unitId").leftJoin("element as owner", "owner.id", "commitment.ownerId")
}

function unarchived(db: ReadDb) {
  return base(db).where("element.archivedAt", "is", null)
}

function thatFit(db: ReadDb, ask: ListAsk, { today }: Day) {
  const archived = filterValues(ask, "archived").includes("yes")
  let query = base(db).where("element.archivedAt", archived ? "is not" : "is", null).where(fitsSearch(ask.q))
  const states = filterValues(ask, "state").flatMap((value) => stateConditions(today)[value] ?? [])
  if (states.length > 0) query = query.where(sql<boolean>`(${sql.join(states, sql` or `)})`)
  for (const [name, side] of [["unit", { number: sql`unit.number`, id: sql`unit.id` }], ["owner", { number: sql`owner.number`, id: sql`owner.id` }]] as const) {
    const values = filterValues(ask, name)
    if (values.length === 0) continue
    const numbers = values.flatMap((code) => parseCode(code)?.number ?? [])
    const some = sql<boolean>`${side.number} = any(${numbers}::int[])`
    query = query.where(values.includes("none") ? sql<boolean>`(${some} or ${side.id} is null)` : some)
  }
  return query
}

function stateConditions(today: string): Record<string, RawBuilder<boolean>> {
  return {
    late: sql`(commitment.state = 'open' and commitment.due_on < ${today}::date)`,
    open: sql`(commitment.state = 'open')`,
    kept: sql`(commitment.state = 'kept')`,
    withdrawn: sql`(commitment.state = 'withdrawn')`,
  }
}

function described(query: ReturnType<typeof base>) {
  return query.select([
    "element.id", "element.number", "element.name", "element.sortKey", "element.version", "commitment.dueOn", "commitment.state", "commitment.keptAt", "commitment.keptNote",
    "unit.id as unitId", "unit.number as unitNumber", "unit.name as unitName", "owner.id as ownerId", "owner.number as ownerNumber", "owner.name as ownerName", moves.as("moves"),
  ])
}

type Found = Awaited<ReturnType<ReturnType<typeof described>["execute"]>>[number]

function asRow(row: Found, { today, timeZone }: Day): CommitmentRow {
  const ref = (kind: "unit" | "person", id: string | null, number: number | null, name: string | null): ElementRef | null =>
    id === null || number === null || name === null ? null : { id, kind, code: codeOf(kind, number), name }
  return {
    id: row.id, kind: "commitment", code: codeOf("commitment", row.number), name: row.name, sortKey: row.sortKey, version: row.version,
    dueOn: row.dueOn, moves: row.moves, keptNote: row.keptNote, keptOn: row.keptAt === null ? null : calendarDate(row.keptAt, timeZone),
    unit: ref("unit", row.unitId, row.unitNumber, row.unitName), owner: ref("person", row.ownerId, row.ownerNumber, row.ownerName),
    standing: standingOf(row, today, timeZone),
  }
}
