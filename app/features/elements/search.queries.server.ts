// Finding records by name, short id or summary; where nothing fits, two slips of the hand are forgiven.
import { sql } from "kysely"
import { readTogether, type ReadDb } from "~/core/database.server"
import { fold } from "~/core/fold"
import { parseCode, type ElementKind, type ElementRef } from "./element"
import { asRef } from "./elements.queries.server"

/** The records that fit what was typed, best first; empty without text. Archived ones are left out. */
export async function searchElements(db: ReadDb, typed: string, limit = 30): Promise<ElementRef[]> {
  const folded = fold(typed).slice(0, 100)
  if (folded === "") return []
  const byCode = parseCode(folded)
  if (byCode) {
    const exact = await selectRefs(db).where("kind", "=", byCode.kind).where("number", "=", byCode.number).execute()
    if (exact.length > 0) return exact.map(asRef)
  }
  const found = folded.length < 3 ? await startingWith(db, folded, limit) : await containing(db, folded, limit)
  return found.length > 0 || folded.length < 4 ? found : similar(folded, limit)
}

function selectRefs(db: ReadDb) {
  return db.selectFrom("element").select(["id", "kind", "number", "name"]).where("archivedAt", "is", null)
}

/** Under three letters there are no trigrams: names that begin so. */
async function startingWith(db: ReadDb, folded: string, limit: number): Promise<ElementRef[]> {
  const rows = await selectRefs(db).where("sortKey", "like", `${escapeLike(folded)}%`).orderBy("sortKey").orderBy("id").limit(limit).execute()
  return rows.map(asRef)
}

/** Every word somewhere in name, id or summary; names that begin with it first. */
async function containing(db: ReadDb, folded: string, limit: number): Promise<ElementRef[]> {
  let query = selectRefs(db)
  for (const word of folded.split(" ")) query = query.where("searchText", "like", `%${escapeLike(word)}%`)
  const rows = await query
    .orderBy(sql`case when sort_key like ${`${escapeLike(folded)}%`} then 0 when sort_key like ${`%${escapeLike(folded)}%`} then 1 else 2 end`)
    .orderBy("sortKey").orderBy("id").limit(limit).execute()
  return rows.map(asRef)
}

function similar(folded: string, limit: number): Promise<ElementRef[]> {
  return readTogether(async (db) => {
    await db.selectNoFrom(sql`set_config('pg_trgm.word_similarity_threshold', '0.36', true)`.as("set")).execute()
    const rows = await selectRefs(db)
      .where(sql<boolean>`${folded} <% search_text`)
      .orderBy(sql`word_similarity(${folded}, search_text) desc`).orderBy("sortKey").orderBy("id").limit(limit).execute()
    return rows.map(asRef)
  })
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&")
}

/** The found records by kind, in the order of the chain. */
export function groupByKind(found: readonly ElementRef[]): { kind: ElementKind; elements: ElementRef[] }[] {
  const order: readonly ElementKind[] = ["goal", "initiative", "service", "application", "function", "capability", "unit", "person", "consultation", "commitment"]
  return order
    .map((kind) => ({ kind, elements: found.filter((element) => element.kind === kind) }))
    .filter(({ elements }) => elements.length > 0)
}
