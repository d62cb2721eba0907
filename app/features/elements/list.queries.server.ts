// The parts of list queries that every list shares: the search condition and reading in portions.
import { sql, type RawBuilder, type SqlBool } from "kysely"
import type { ReadDb } from "~/core/database.server"
import { fold, sortKey } from "~/core/fold"
import type { ElementKind } from "./element"

/**
 * The condition that the joined `element` row fits what was typed: every word in its search text (trigram index), or below
 * three characters the start of its name or its exact number. Always true for an empty search.
 */
export function fitsSearch(typed: string): RawBuilder<SqlBool> {
  const folded = fold(typed)
  if (folded === "") return sql<SqlBool>`true`
  if (folded.length < 3) {
    const digits = /^\d+$/.test(folded) ? Number(folded) : -1
    return sql<SqlBool>`(element.sort_key like ${`${likeText(sortKey(typed))}%`} or element.number = ${digits})`
  }
  const words = folded.split(" ").slice(0, 8)
  return sql<SqlBool>`(${sql.join(words.map((word) => sql`element.search_text like ${`%${likeText(word)}%`}`), sql` and `)})`
}

/** The ids of a kind's records that fit what was typed, at most 5,000, for lists that are arranged outside the database. */
export async function searchedIds(db: ReadDb, kind: ElementKind, typed: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom("element").select("element.id")
    .where("element.kind", "=", kind).where("element.archivedAt", "is", null).where(fitsSearch(typed)).limit(5000).execute()
  return new Set(rows.map((row) => row.id))
}

/** Text that `like` takes literally. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&")
}

/**
 * Reads a long list in portions, each its own short statement: `read` gets the last row of the portion before and returns
 * the next one, at most `size` rows in the same order.
 */
export async function* inPortions<Row>(read: (after: Row | null, size: number) => Promise<Row[]>, size = 1000): AsyncGenerator<Row[]> {
  let after: Row | null = null
  for (;;) {
    const rows: Row[] = await read(after, size)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < size) return
    after = last
  }
}
