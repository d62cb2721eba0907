// Reading side-door tools: one, locked for a command, what was reported before, and where others lead to it.
import { sql } from "kysely"
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { elementColumns, type ElementRow } from "~/features/elements/element-row"
import { codeOf, type ElementRef } from "~/features/elements/element"
import { asRef, findElement } from "~/features/elements/elements.queries.server"
import type { ByoFields, Control } from "./byo"

export interface Byo extends ByoFields, Omit<ElementRow, "kind"> {
  kind: "byo"
  isAnonymous: boolean
  reportedBy: string | null
  reportedOn: string
  answeredOn: string | null
  ledToId: string | null
}

const columns = [
  "byo.job", "byo.unitId", "byo.users", "byo.yearlyCost", "byo.sensitivity", "byo.missing", "byo.whyNot", "byo.whyNotWords", "byo.foundHow", "byo.goalId", "byo.isAnonymous",
  "byo.reportedBy", "byo.reportedOn", "byo.ownerId", "byo.answerDueOn", "byo.disposition", "byo.reason", "byo.tolerateUntil", "byo.replacedById", "byo.answeredOn", "byo.won", "byo.ledToId",
] as const

function selectByos(db: ReadDb) {
  return db.selectFrom("byo").innerJoin("element", "element.id", "byo.id").select(elementColumns).select(columns)
}

type Found = Awaited<ReturnType<ReturnType<typeof selectByos>["executeTakeFirstOrThrow"]>>
const asByo = (row: Found): Byo => ({ ...row, kind: "byo", need: row.summary, missing: row.missing as Control[] })

/** The report with this short id. */
export async function findByo(db: ReadDb, code: string): Promise<Byo> {
  const { id } = await findElement(db, code, "byo")
  return asByo(await selectByos(db).where("byo.id", "=", id).executeTakeFirstOrThrow())
}

/** The reports, locked in one order; refused when one is not there. */
export async function lockByos(tx: Tx, ids: readonly string[]): Promise<Byo[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const rows = await selectByos(tx).where("byo.id", "in", wanted).orderBy("element.id").forUpdate().execute()
  if (rows.length < wanted.length) throw new NotFoundError("This report")
  return rows.map(asByo)
}

/** One report, locked. */
export async function lockByo(tx: Tx, id: string): Promise<Byo> {
  const [report] = await lockByos(tx, [id])
  if (!report) throw new NotFoundError("This report")
  return report
}

/** A report of what is likely the same tool. */
export interface Earlier extends ElementRef {
  unit: string | null
  reportedOn: string
}

/** The other reports of a tool with about the same name, the latest first: two typos are forgiven. */
export async function reportedBefore(db: ReadDb, report: { id: string; name: string }): Promise<Earlier[]> {
  const { rows } = await sql<{ id: string; number: number; name: string; unit: string | null; reportedOn: string }>`
    select other.id, other.number, other.name, unit.name as unit, byo.reported_on as "reportedOn"
    from element own join element other on other.kind = 'byo' and other.id <> own.id and other.archived_at is null and similarity(other.sort_key, own.sort_key) >= 0.5
    join byo on byo.id = other.id left join element unit on unit.id = byo.unit_id
    where own.id = ${report.id} order by byo.reported_on desc, other.id limit 10`.execute(db)
  return rows.map(({ number, ...row }) => ({ ...row, kind: "byo", code: codeOf("byo", number) }))
}

/** The names of the tools reported so far, for the form to offer. */
export async function toolNames(db: ReadDb): Promise<string[]> {
  const rows = await db.selectFrom("element").select("name").where("kind", "=", "byo").where("archivedAt", "is", null).groupBy(["name", "sortKey"]).orderBy("sortKey").limit(200).execute()
  return rows.map(({ name }) => name)
}

/** The reports that an initiative was made of. */
export async function needsBehind(db: ReadDb, initiativeId: string): Promise<(ElementRef & { need: string })[]> {
  const rows = await db
    .selectFrom("byo").innerJoin("element as e", "e.id", "byo.id").select(["e.id", "e.kind", "e.number", "e.name", "e.summary"])
    .where("byo.ledToId", "=", initiativeId).where("e.archivedAt", "is", null).orderBy("e.number").execute()
  return rows.map(({ summary, ...row }) => ({ ...asRef(row), need: summary }))
}

/** How many people work in a unit and the units below it; null while nobody said. */
export async function headcountBelow(db: ReadDb, unitId: string): Promise<number | null> {
  const { rows } = await sql<{ sum: string | null }>`
    with recursive below as (
      select ${unitId}::uuid as id
      union select unit.id from unit join below on unit.parent_id = below.id join element on element.id = unit.id and element.archived_at is null)
    select sum(headcount) as sum from unit_headcount where unit_id in (select id from below)`.execute(db)
  const sum = rows[0]?.sum ?? null
  return sum === null ? null : Number(sum)
}

/** Who looks after the relationship with a unit: they answer its reports unless somebody else is named. */
export async function partnerOf(db: ReadDb, unitId: string): Promise<string | null> {
  const row = await db
    .selectFrom("relationship").innerJoin("element as e", "e.id", "relationship.itPersonId").select("e.id")
    .where("relationship.unitId", "=", unitId).where("e.archivedAt", "is", null).executeTakeFirst()
  return row?.id ?? null
}
