// Reading an import's staged rows in portions, its head, and who changed records since its file was saved.
import { sql } from "kysely"
import type { Snapshot } from "~/core/change"
import type { ReadDb } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { namesOf } from "~/features/elements/elements.queries.server"
import type { Brought, FileChoices, FileLook } from "./brought"
import { sameRowKey, type Decided, type DecidedRows } from "./decided-rows"
import { batchSize } from "./reader-messages"
import type { Clash } from "./row-in-words"

export type Part = "record" | "link" | "parent" | "offer"

export interface StagedBrought<B extends Brought = Brought> {
  n: number
  brought: B
  verdict: string
  ticked: boolean
  recordId: string | null
  recordVersion: number | null
  before: Snapshot | null
  after: Snapshot | null
  clashes: Clash[]
}

/** The rows of some parts in the order of the file, a few hundred at a time, each portion by a statement of its own. */
export async function* stagedRows(db: ReadDb, importId: string, parts: readonly Part[]): AsyncGenerator<StagedBrought[]> {
  for (let after = -1; ; ) {
    const rows = await db
      .selectFrom("importRow").select(["n", "brought", "verdict", "ticked", "recordId", "recordVersion", "before", "after", "clashes"])
      .where("importId", "=", importId).where("n", ">", after).where("part", "in", [...parts]).orderBy("n").limit(batchSize).execute()
    if (rows.length > 0) yield rows as unknown as StagedBrought[]
    const last = rows.at(-1)
    if (!last || rows.length < batchSize) return
    after = last.n
  }
}

/** The import as comparing and applying need it. */
export async function importHead(db: ReadDb, id: string) {
  const row = await db
    .selectFrom("import").select(["id", "fileName", "format", "state", "choices", "look", "comparedN", "operationId", "sourceId"])
    .where("id", "=", id).executeTakeFirst()
  if (!row) throw new NotFoundError("This import")
  return { ...row, choices: row.choices as unknown as FileChoices, look: row.look as unknown as FileLook | null }
}

/** The number that every command moves on by one. */
export async function dataVersionOf(db: ReadDb): Promise<string> {
  const row = await db.selectFrom("dataVersion").select("n").executeTakeFirstOrThrow()
  return row.n
}

/** The source behind a key, and whether the key is this installation's own export. */
export async function sourceOf(db: ReadDb, key: string | null): Promise<{ sourceId: string | null; own: boolean }> {
  if (key === null) return { sourceId: null, own: false }
  const source = await db.selectFrom("source").select("id").where("key", "=", key).executeTakeFirst()
  const company = await db.selectFrom("company").select("id").executeTakeFirst()
  return { sourceId: source?.id ?? null, own: company !== undefined && key === `archimate:id-${company.id}` }
}

/** The number of the first row that an earlier comparison made (people who are only named), and of the next free one. */
export async function madeRowsFrom(db: ReadDb, importId: string): Promise<{ made: number | null; next: number }> {
  const row = await db
    .selectFrom("importRow")
    .select([sql<number | null>`min(n) filter (where brought->>'made' = 'true')`.as("made"), sql<number | null>`max(n)`.as("last")])
    .where("importId", "=", importId).executeTakeFirstOrThrow()
  return { made: row.made, next: row.made ?? (row.last ?? -1) + 1 }
}

/**
 * Per record the fields that were changed, each with who did it last and when; only after `since` where that is known. What
 * another file brought counts as said when that file was saved: last year's file applied a minute ago is not newer than this one.
 */
export async function touchedFields(db: ReadDb, ids: readonly string[], since: Date | null): Promise<Map<string, Map<string, { by: string; at: string }>>> {
  const touched = new Map<string, Map<string, { by: string; at: string }>>()
  if (ids.length === 0) return touched
  const wanted = sql`${[...ids]}::uuid[]`
  let query = db
    .selectFrom("change").select(["recordId", "recordKind", "at", "actorId", "actorKind", "fields", "about"])
    .where((eb) => eb.or([
      sql<boolean>`record_id = any(${wanted})`,
      sql<boolean>`(record_kind = 'responsibility' and about && ${wanted})`,
    ]))
    .orderBy("id")
  if (since !== null)
    query = query.where(sql<boolean>`
      coalesce((select (i.choices->>'savedAt')::timestamptz from import i where i.operation_id = change.operation_id), change.at) > ${since}`)
  const entries = await query.execute()
  const names = await namesOf(db, entries.map(({ actorId }) => actorId))
  for (const entry of entries) {
    const by = (entry.actorId === null ? undefined : names.get(entry.actorId)?.name) ?? "The operator"
    const who = { by, at: entry.at.toISOString() }
    const owner = entry.recordKind === "responsibility"
    const fields = owner ? ["owner"] : (entry.fields as unknown as { field: string }[]).map(({ field }) => field)
    for (const id of owner ? entry.about : [entry.recordId]) {
      const known = touched.get(id) ?? new Map<string, { by: string; at: string }>()
      for (const field of fields) known.set(field, who)
      touched.set(id, known)
    }
  }
  return touched
}

/** The rows of a preview that a person chose otherwise than it stood: unticked ones, accepted offers, and whose side of a clash; from row number `from` on. */
export async function decidedRows(db: ReadDb, importId: string, from = 0): Promise<DecidedRows> {
  const rows = await db
    .selectFrom("importRow").select(["part", "kind", "place", "name", "verdict", "ticked", "before", "after", "clashes"])
    .where("importId", "=", importId).where("n", ">=", from).where("part", "in", ["record", "link", "parent", "offer"])
    .where(sql<boolean>`(verdict in ('new', 'changed') and (not ticked or clashes <> '[]')) or (verdict = 'offered' and ticked)`)
    .execute()
  return new Map(rows.map(({ verdict, ticked, before, after, clashes, ...row }) => [sameRowKey(row), { verdict, ticked, before, after, clashes } as unknown as Decided]))
}

/** One row; undefined when there is none of this number. */
export async function stagedRow(db: ReadDb, importId: string, n: number): Promise<StagedBrought | undefined> {
  const row = await db
    .selectFrom("importRow").select(["n", "brought", "verdict", "ticked", "recordId", "recordVersion", "before", "after", "clashes"])
    .where("importId", "=", importId).where("n", "=", n).executeTakeFirst()
  return row as unknown as StagedBrought | undefined
}
