// Reading the list of people: a page of it, and all of it in portions for a file.
import { sql } from "kysely"
import type { ReadDb } from "~/core/database.server"
import { parseCode, type ElementRef } from "~/features/elements/element"
import { asRef } from "~/features/elements/elements.queries.server"
import { filterValues, pagesOf, type ListAsk } from "~/features/elements/list"
import { inPortions } from "~/features/elements/list.queries.server"
import { comesAfter, orderOf, recordsOf } from "~/features/elements/record-list.queries.server"
import { roleLevels } from "~/features/units/unit"
import type { PersonRow } from "./person-list"

const owned = sql<string>`(select count(*) from responsibility part join element thing on thing.id = part.element_id and thing.archived_at is null
  where part.person_id = element.id and part.role = 'accountable')`
const hasAccount = sql<boolean>`exists (select 1 from account where account.person_id = element.id and account.disabled_at is null)`
const hasEverAccount = sql<boolean>`exists (select 1 from account where account.person_id = element.id)`
const levelOrder = sql`array_position(array[${sql.join(roleLevels)}]::text[], person.role_level)`

/** A page of the list. */
export async function listPeople(db: ReadDb, ask: ListAsk) {
  const rows = peopleThatFit(db, ask)
  const counts = await rows.select([sql<string>`count(*)`.as("n"), sql<string>`count(*) filter (where ${hasAccount})`.as("accounts")]).executeTakeFirstOrThrow()
  const total = Number(counts.n)
  const { page, pageCount, offset } = pagesOf(total, ask)
  const order = orderOf(ask, { unit: sql`home.sort_key`, title: sql`nullif(lower(person.title), '')`, owns: owned }, { unit: sql`home.sort_key`, level: levelOrder })
  const found = await rows.select(personColumns).select([owned.as("owns"), hasAccount.as("account"), hasEverAccount.as("looked")]).orderBy(order).limit(ask.pageSize).offset(offset).execute()
  return { rows: found.map(asPerson), total, accounts: Number(counts.accounts), page, pageCount }
}

/** Every person of the list, by name, 1,000 at a time. */
export function peopleForFile(db: ReadDb, ask: ListAsk): AsyncGenerator<PersonRow[]> {
  return inPortions<PersonRow>(async (after, size) => {
    const rows = await peopleThatFit(db, ask)
      .where(comesAfter(after)).select(personColumns).select([owned.as("owns"), hasAccount.as("account"), hasEverAccount.as("looked")])
      .orderBy("element.sortKey").orderBy("element.id").limit(size).execute()
    return rows.map(asPerson)
  })
}

/** The people directly in some units, by name. */
export async function peopleIn(db: ReadDb, unitId: string): Promise<(ElementRef & { title: string; roleLevel: PersonRow["roleLevel"] })[]> {
  const rows = await db
    .selectFrom("person").innerJoin("element", "element.id", "person.id")
    .select(["element.id", "element.kind", "number", "name", "title", "roleLevel"])
    .where("unitId", "=", unitId).where("archivedAt", "is", null)
    .orderBy("sortKey").orderBy("element.id").limit(200).execute()
  return rows.map(({ title, roleLevel, ...row }) => ({ ...asRef(row), title, roleLevel }))
}

const personColumns = [
  "element.id", "element.kind", "element.number", "element.name", "element.sortKey", "element.version", "person.title", "person.roleLevel", "person.groupHeadcount",
  "home.id as unitId", "home.number as unitNumber", "home.name as unitName",
] as const

function peopleThatFit(db: ReadDb, ask: ListAsk) {
  let query = recordsOf(db, "person", ask).innerJoin("person", "person.id", "element.id").leftJoin("element as home", "home.id", "person.unitId")
  const units = filterValues(ask, "unit")
  if (units.length > 0) {
    const numbers = units.map(parseCode).flatMap((code) => (code?.kind === "unit" ? [code.number] : []))
    query = query.where((eb) => eb.or([...(numbers.length > 0 ? [eb("home.number", "in", numbers)] : []), ...(units.includes("none") ? [eb("home.id", "is", null)] : [])]))
  }
  const levels = roleLevels.filter((one) => filterValues(ask, "level").includes(one))
  if (levels.length > 0) query = query.where("person.roleLevel", "in", levels)
  const account = filterValues(ask, "account")
  if (account.includes("yes") !== account.includes("no")) query = query.where(account.includes("yes") ? hasAccount : sql<boolean>`not ${hasAccount}`)
  return query
}

function asPerson(row: {
  id: string; kind: PersonRow["kind"]; number: number; name: string; sortKey: string; version: number; title: string; roleLevel: PersonRow["roleLevel"]
  unitId: string | null; unitNumber: number | null; unitName: string | null; owns: string; account: boolean; looked: boolean; groupHeadcount: number | null
}): PersonRow {
  const unit = row.unitId !== null && row.unitNumber !== null && row.unitName !== null ? asRef({ id: row.unitId, kind: "unit", number: row.unitNumber, name: row.unitName }) : null
  return { ...asRef(row), sortKey: row.sortKey, version: row.version, title: row.title, roleLevel: row.roleLevel, unit, account: row.account, looked: row.looked, groupHeadcount: row.groupHeadcount, owns: Number(row.owns) }
}
