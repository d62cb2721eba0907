// The problems of an import by sheet and line, and whose lines hold one link alone.
import { sql } from "kysely"
import type { ReadDb } from "~/core/database.server"
import type { ImportRowView } from "./import-view"

/** By sheet ("" in a file of one table) and line of it, every sentence. */
export async function problemsByLine(db: ReadDb, importId: string): Promise<Map<string, Map<number, string[]>>> {
  const rows = await db
    .selectFrom("importRow").select(["place", "line", "problems"])
    .where("importId", "=", importId).where("line", "is not", null).where(sql<boolean>`problems <> '[]'`).orderBy("n").execute()
  const sheets = new Map<string, Map<number, string[]>>()
  for (const { place, line, problems } of rows) {
    const sheet = /^Sheet (.*), row \d+$/s.exec(place)?.[1] ?? ""
    const lines = sheets.get(sheet) ?? new Map<number, string[]>()
    sheets.set(sheet, lines)
    const said = (problems as unknown as ImportRowView["problems"]).map(({ column, problem }) => (column === null ? problem : `${column}: ${problem}`))
    lines.set(Number(line), [...new Set([...(lines.get(Number(line)) ?? []), ...said])])
  }
  return sheets
}

/** Of these links, those whose line has no other of the same relation: correcting the cell changes nothing else. */
export async function aloneInTheirCell(db: ReadDb, importId: string, rows: readonly ImportRowView[]): Promise<Set<number>> {
  const links = rows.filter(({ part, line }) => part === "link" && line !== null)
  if (links.length === 0) return new Set()
  const lines = [...new Set(links.map(({ line }) => Number(line)))]
  const counts = await db
    .selectFrom("importRow").select(["line", "kind"]).select((eb) => eb.fn.countAll<string>().as("count"))
    .where("importId", "=", importId).where("part", "=", "link").where("line", "in", lines).groupBy(["line", "kind"]).execute()
  const alone = new Set(counts.filter(({ count }) => Number(count) === 1).map(({ line, kind }) => `${line} ${kind}`))
  return new Set(links.filter(({ line, kind }) => alone.has(`${line} ${kind}`)).map(({ n }) => n))
}
