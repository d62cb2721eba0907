// Reading imports: one with its counts, the list of them, their rows in words, and the report that people download.
import { sql } from "kysely"
import type { FieldValue, Snapshot } from "~/core/change"
import type { ReadDb } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { isChainKind, type ElementRef } from "~/features/elements/element"
import { namesOf } from "~/features/elements/elements.queries.server"
import { relationWords, type Relation } from "~/features/elements/link"
import { stakeRelation, type Brought, type FileChoices, type FileLook, type RecordKind } from "./brought"
import { noVerdicts, type ImportReport, type ImportRowView, type ImportView, type Verdict, type VerdictCounts } from "./import-view"
import { changedFields, idsIn, rawOf, type Clash } from "./row-in-words"

const columns = [
  "id", "fileName", "format", "state", "message", "choices", "look", "rowsRead", "rowsKnown", "counts", "startedByName", "createdAt", "appliedAt", "operationId",
] as const
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const verdicts: readonly Verdict[] = ["new", "changed", "unchanged", "refused"]
/** A page shows this many problems at most; the report has them all. */
const problemsShown = 50

/** An import with its counts and the first of its problems; refused when there is none with this id. */
export async function findImport(db: ReadDb, id: string): Promise<ImportView> {
  const row = await importRow(db, id)
  const counted = (await countedOf(db, [row])).get(id) ?? nothingCounted()
  const report = { ...reportOf(row, counted), problems: await problemsOf(db, id, problemsShown) }
  return viewOf(row, counted, report)
}

/** The imports, newest first, one page of them, each with its counts and without its problems. */
export async function listImports(db: ReadDb, page: { offset: number; limit: number }): Promise<{ imports: ImportView[]; total: number }> {
  const rows = await db.selectFrom("import").select(columns).orderBy("createdAt", "desc").orderBy("id", "desc").offset(page.offset).limit(page.limit).execute()
  const { total } = await db.selectFrom("import").select((eb) => eb.fn.countAll<string>().as("total")).executeTakeFirstOrThrow()
  const counts = await countedOf(db, rows)
  const imports = rows.map((row) => {
    const counted = counts.get(row.id) ?? nothingCounted()
    return viewOf(row, counted, reportOf(row, counted))
  })
  return { imports, total: Number(total) }
}

/** What the file brought, by kind and relation, with every problem: the answer of `import --json`. */
export async function importReport(db: ReadDb, id: string): Promise<ImportReport> {
  const row = await importRow(db, id)
  const counted = (await countedOf(db, [row])).get(id) ?? nothingCounted()
  return { ...reportOf(row, counted), problems: await problemsOf(db, id, null) }
}

/** The file as it came, for the copy with a Problem column; null once it was swept away. */
export async function importContent(db: ReadDb, id: string): Promise<{ fileName: string; content: Buffer } | null> {
  const row = await db
    .selectFrom("importFile").innerJoin("import", "import.id", "importFile.importId")
    .select(["import.fileName", "importFile.content"]).where("importId", "=", id).executeTakeFirst()
  return row ?? null
}

/** The import that an operation applied; undefined for any other operation. */
export async function importOfOperation(db: ReadDb, operationId: string): Promise<{ id: string } | undefined> {
  if (!uuid.test(operationId)) return undefined
  return db.selectFrom("import").select("id").where("operationId", "=", operationId).executeTakeFirst()
}

/** What is counted from the rows; kept with the import once it is applied. */
export type Counted = Pick<ImportReport, "kinds" | "links" | "indirect" | "kept"> & { toWrite: number; clashes: number }

function nothingCounted(): Counted {
  return { kinds: {}, links: {}, indirect: 0, kept: { elements: 0, relationships: 0 }, toWrite: 0, clashes: 0 }
}

/** What was counted when an import was applied, else what its rows are now; while a file is read nothing is judged yet. */
async function countedOf(db: ReadDb, rows: readonly Pick<Row, "id" | "state" | "counts">[]): Promise<Map<string, Counted>> {
  const toCount = rows.filter(({ state, counts }) => counts === null && state !== "reading").map(({ id }) => id)
  const counted = await countRows(db, toCount)
  for (const { id, counts } of rows) if (counts !== null) counted.set(id, counts as unknown as Counted)
  return counted
}

/** Counts the staged rows of imports, in one query for all of them. */
export async function countRows(db: ReadDb, ids: readonly string[]): Promise<Map<string, Counted>> {
  const all = new Map(ids.map((id) => [id, nothingCounted()]))
  if (ids.length === 0) return all
  const standing = sql<string>`coalesce(brought->>'known', brought->>'standing', '')`
  const groups = await db
    .selectFrom("importRow")
    .select(["importId", "part", "kind", "verdict", "ticked", standing.as("standing")])
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .select(sql<string>`count(*) filter (where clashes <> '[]')`.as("clashes"))
    .where("importId", "in", [...ids])
    .groupBy(["importId", "part", "kind", "verdict", "ticked", standing])
    .execute()
  for (const group of groups) {
    const counted = all.get(group.importId)
    if (!counted) continue
    const count = Number(group.count)
    counted.clashes += Number(group.clashes)
    if (group.ticked && ["new", "changed", "offered"].includes(group.verdict)) counted.toWrite += count
    if (group.part === "record") add(counted.kinds, group.kind as RecordKind, group.verdict, count)
    else if (group.part === "link") add(counted.links, group.kind as keyof ImportReport["links"], group.verdict, count)
    else if (group.part === "parent") add(counted.links, "part of", group.verdict, count)
    else if (group.part === "offer" && group.verdict === "offered" && !group.ticked) counted.indirect += count
    else if (group.part === "element" && group.standing === "false") counted.kept.elements += count
    else if (group.part === "relationship" && group.standing === "kept") counted.kept.relationships += count
  }
  return all
}

function add<Key extends string>(counts: Partial<Record<Key, VerdictCounts>>, key: Key, verdict: string, count: number): void {
  const known = verdicts.find((one) => one === verdict)
  if (!known) return
  const before = counts[key] ?? { ...noVerdicts }
  counts[key] = { ...before, [known]: before[known] + count }
}

async function problemsOf(db: ReadDb, id: string, limit: number | null): Promise<ImportReport["problems"]> {
  let query = db.selectFrom("importRow").select(["place", "problems"]).where("importId", "=", id).where(sql<boolean>`problems <> '[]'`).orderBy("n")
  if (limit !== null) query = query.limit(limit)
  const rows = await query.execute()
  return rows.flatMap(({ place, problems }) =>
    (problems as unknown as { column: string | null; problem: string }[]).map(({ column, problem }) => ({ where: place, column, problem })))
}

async function importRow(db: ReadDb, id: string) {
  const row = uuid.test(id) ? await db.selectFrom("import").select(columns).where("id", "=", id).executeTakeFirst() : undefined
  if (!row) throw new NotFoundError("This import")
  return row
}

type Row = Awaited<ReturnType<typeof importRow>>

function reportOf(row: Row, { kinds, links, indirect, kept }: Counted): ImportReport {
  return { file: row.fileName, format: row.format, applied: row.state === "applied", kinds, links, indirect, kept, problems: [] }
}

function viewOf(row: Row, { toWrite, clashes }: Counted, report: ImportReport): ImportView {
  const { fileName, format, state, message, rowsRead, rowsKnown, createdAt, appliedAt, operationId } = row
  return {
    id: row.id, fileName, format, state, message, rowsRead, rowsKnown, createdAt, appliedAt, operationId, toWrite, clashes, report,
    choices: row.choices as unknown as FileChoices, look: row.look as unknown as FileLook | null, startedBy: row.startedByName,
  }
}

export interface RowsAsked {
  verdict?: Verdict | "offered"
  /** one part, or several, such as links and what is part of what */
  part?: ImportRowView["part"] | readonly ImportRowView["part"][]
  offset: number
  limit: number
}

/** One page of an import's rows, in the order of the file; by verdict and part where asked. */
export async function importRows(db: ReadDb, id: string, asked: RowsAsked): Promise<{ rows: ImportRowView[]; total: number }> {
  const { verdict, part } = asked
  let query = db.selectFrom("importRow").where("importId", "=", id).where("part", "in", ["record", "link", "parent", "offer"]).where("verdict", "not in", ["waiting", "kept"])
  if (verdict !== undefined) query = query.where("verdict", "=", verdict)
  if (part !== undefined) query = query.where("part", "in", [part].flat())
  const { total } = await query.select((eb) => eb.fn.countAll<string>().as("total")).executeTakeFirstOrThrow()
  const rows = await query
    .select(["n", "part", "kind", "place", "line", "name", "brought", "verdict", "ticked", "recordId", "before", "after", "clashes", "problems"])
    .orderBy("n").offset(asked.offset).limit(asked.limit).execute()
  const company = await db.selectFrom("company").select("currency").executeTakeFirst()
  const snapshots = rows.flatMap(({ before, after }) => [before as Snapshot | null, after as Snapshot | null])
  // both sides of a clash may name somebody that neither snapshot has
  const sides = rows.flatMap(({ clashes }) => (clashes as unknown as Clash[]).flatMap(({ field, mine, theirs }) => [mine, theirs].flatMap((value) => idsIn({ [field]: value }))))
  const names = await namesFor(db, id, [...rows.map((row) => row.recordId), ...snapshots.flatMap(idsIn), ...sides])
  return {
    total: Number(total),
    rows: rows.map((row) => {
      const brought = row.brought as unknown as Brought
      const [before, after] = [row.before as Snapshot | null, row.after as Snapshot | null]
      const about = names.get(row.part === "record" || row.part === "parent" ? (row.recordId ?? "") : String(after?.fromId ?? ""))
      return {
        n: row.n, part: row.part as ImportRowView["part"], kind: row.kind, place: row.place, line: row.line, name: nameOf(row, after, names),
        record: about && about.code !== "" && isChainKind(about.kind) ? { kind: about.kind, code: about.code, name: about.name } : null,
        verdict: row.verdict as ImportRowView["verdict"], ticked: row.ticked,
        changes: row.verdict === "refused" ? [] : changedFields({ kind: row.kind, before, after, clashes: row.clashes as unknown as Clash[], names: Object.fromEntries(names), currency: company?.currency ?? "EUR" }),
        problems: row.problems as unknown as ImportRowView["problems"],
        through: brought.part === "offer" ? [...brought.through] : [],
        raw: rawOf(brought) as { [field: string]: FieldValue },
      }
    }),
  }
}

/** A link is named by its two records where they are known; the file may have had only ids of its own for them. */
function nameOf(row: { part: string; kind: string; name: string; recordId: string | null }, after: Snapshot | null, names: ReadonlyMap<string, ElementRef>): string {
  const of = (id: FieldValue | undefined) => names.get(String(id ?? ""))?.name
  const [from, to] = row.part === "parent" ? [of(row.recordId), of(after?.parentId)] : [of(after?.fromId), of(after?.toId)]
  if (row.part === "record" || !from || !to) return row.name
  return `${from} ${row.part === "parent" ? "is part of" : row.kind === stakeRelation ? stakeRelation : relationWords[row.kind as Relation].forth} ${to}`
}

/** Names of records, and of those that the import itself would make (without a short id yet). */
async function namesFor(db: ReadDb, importId: string, ids: readonly (string | null)[]): Promise<Map<string, ElementRef>> {
  const names = await namesOf(db, ids)
  const missing = [...new Set(ids.filter((id): id is string => id !== null && !names.has(id)))]
  if (missing.length === 0) return names
  const made = await db
    .selectFrom("importRow").select(["recordId", "kind", "name"])
    .where("importId", "=", importId).where("part", "=", "record").where("recordId", "=", sql<string>`any(${missing}::uuid[])`).execute()
  for (const { recordId, kind, name } of made) if (recordId !== null) names.set(recordId, { id: recordId, kind: kind as ElementRef["kind"], code: "", name })
  return names
}
