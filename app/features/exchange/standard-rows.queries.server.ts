// Reading what a list of standards meets here: its products, its jobs, how they stand, and the words it uses.
import { sql } from "kysely"
import type { CalendarDate } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { sortKey } from "~/core/fold"
import { fold } from "~/core/fold"
import type { StandingRow } from "./standard-place"

export interface KnownProduct {
  id: string
  number: number
  version: number
  standings: StandingRow[]
}

/** The applications of these names that are not archived, by folded name, each with all its standings over time. */
export async function productsNamed(db: ReadDb, names: readonly string[]): Promise<Map<string, KnownProduct[]>> {
  const found = new Map<string, KnownProduct[]>()
  const keys = [...new Set(names.map(sortKey))]
  if (keys.length === 0) return found
  const elements = await db
    .selectFrom("element").select(["id", "number", "name", "version"])
    .where("kind", "=", "application").where("archivedAt", "is", null).where(sql<boolean>`sort_key = any(${keys}::text[])`).orderBy("number").execute()
  const byId = new Map(elements.map(({ id, number, version }): [string, KnownProduct] => [id, { id, number, version, standings: [] }]))
  for (const { id, name } of elements) {
    const product = byId.get(id)
    if (product) found.set(fold(name), [...(found.get(fold(name)) ?? []), product])
  }
  for (const row of await standingsOf(db, [...byId.keys()])) byId.get(row.applicationId)?.standings.push(row)
  return found
}

async function standingsOf(db: ReadDb, ids: readonly string[]): Promise<StandingRow[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom("standard").innerJoin("decision", "decision.id", "standard.decisionId")
    .select([
      "standard.id", "standard.applicationId", "standard.functionId", "standard.decisionId", "standard.productVersion", "standard.status", "standard.lifecycle", "standard.ownWords", "standard.conditions",
      "standard.approvalExpiresOn", "standard.validFrom", "standard.validTo", "standard.version", sql<boolean>`decision.imported_from is not null`.as("imported"),
    ])
    .where("standard.applicationId", "=", sql<string>`any(${[...ids]}::uuid[])`).where("standard.productVersion", "=", "")
    .orderBy("standard.validFrom").orderBy("standard.id").execute()
}

/** The jobs that are not archived, by folded name: ids, and the names they have. */
export async function jobsByName(db: ReadDb): Promise<{ byName: Map<string, string>; names: Map<string, string> }> {
  const rows = await db.selectFrom("element").select(["id", "name"]).where("kind", "=", "function").where("archivedAt", "is", null).orderBy("number", "desc").execute()
  return { byName: new Map(rows.map(({ id, name }) => [fold(name), id])), names: new Map(rows.map(({ id, name }) => [id, name])) }
}

/** The words for statuses in an import's rows, with how many rows say each; most first. */
export async function wordsInList(db: ReadDb, importId: string): Promise<{ word: string; count: number }[]> {
  const word = sql<string>`coalesce(brought->'fields'->>'ownWords', '')`
  const rows = await db
    .selectFrom("importRow").select([word.as("word")]).select((eb) => eb.fn.countAll<string>().as("count"))
    .where("importId", "=", importId).where("kind", "=", "standard").groupBy(word).execute()
  const counted = new Map<string, { word: string; count: number }>()
  for (const row of rows) {
    const key = fold(row.word)
    const known = counted.get(key)
    if (key !== "") counted.set(key, { word: known?.word ?? row.word.trim(), count: (known?.count ?? 0) + Number(row.count) })
  }
  return [...counted.values()].sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
}

/** How many rows of an import name no job. */
export async function rowsWithoutJob(db: ReadDb, importId: string): Promise<number> {
  const row = await db
    .selectFrom("importRow").select((eb) => eb.fn.countAll<string>().as("count"))
    .where("importId", "=", importId).where("kind", "=", "standard").where(sql<boolean>`coalesce(brought->'fields'->>'category', '') ~ '^\\s*([-–—].*)?$'`).executeTakeFirstOrThrow()
  return Number(row.count)
}

/** The decision that the same file of the same day made before, when it still stands. */
export async function decisionOfFile(db: ReadDb, fileName: string, day: CalendarDate): Promise<string | null> {
  const row = await db
    .selectFrom("decision").innerJoin("element", "element.id", "decision.id").select("decision.id")
    .where("importedFrom", "=", fileName).where("importedOn", "=", day).where("element.archivedAt", "is", null).orderBy("element.number").executeTakeFirst()
  return row?.id ?? null
}
