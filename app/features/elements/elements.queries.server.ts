// Reading elements of any kind: by short id, by id, for pickers, and locked for a command.
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { fold } from "~/core/fold"
import { onceFor } from "~/core/once-for"
import { codeOf, kindWords, parseCode, type ElementKind, type ElementRef } from "./element"
import { elementColumns, type ElementRow } from "./element-row"

/** The element with this short id; archived ones too. Refused when the kind is not the one asked for. */
export async function findElement(db: ReadDb, code: string, kind?: ElementKind): Promise<ElementRow> {
  const parsed = parseCode(code)
  if (!parsed || (kind && parsed.kind !== kind)) throw new NotFoundError(`${kind ? kindWords[kind].one : "Record"} ${code}`)
  const row = await db
    .selectFrom("element").select(elementColumns)
    .where("kind", "=", parsed.kind).where("number", "=", parsed.number)
    .executeTakeFirst()
  if (!row) throw new NotFoundError(`${kindWords[parsed.kind].one} ${code}`)
  return row
}

/** The UUID behind a short id of a known kind. */
export async function idOf(db: ReadDb, code: string, kind: ElementKind): Promise<string> {
  return (await findElement(db, code, kind)).id
}

/** Locks one element row for the length of the command. */
export async function lockElement(tx: Tx, id: string, kind?: ElementKind): Promise<ElementRow> {
  const row = await tx.selectFrom("element").select(elementColumns).where("id", "=", id).forUpdate().executeTakeFirst()
  if (!row || (kind && row.kind !== kind)) throw new NotFoundError(kind ? kindWords[kind].one : "This record")
  return row
}

/** Locks several element rows, in the order of their ids; refused when one does not exist. */
export async function lockElements(tx: Tx, ids: readonly string[]): Promise<ElementRow[]> {
  if (ids.length === 0) return []
  const rows = await tx.selectFrom("element").select(elementColumns).where("id", "in", ids).orderBy("id").forUpdate().execute()
  if (rows.length < new Set(ids).size) throw new NotFoundError("This record")
  return rows
}

/** Names of elements by id, for showing references. */
export async function namesOf(db: ReadDb, ids: readonly (string | null)[]): Promise<Map<string, ElementRef>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db.selectFrom("element").select(["id", "kind", "number", "name"]).where("id", "in", wanted).execute()
  return new Map(rows.map((row) => [row.id, asRef(row)]))
}

/**
 * The same for pages that name the same records each time they are opened: `version` stands for one version of the records, and a name that was
 * read for it is not read again. More names than those asked for may be in it.
 */
export async function knownNames(version: object, db: ReadDb, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, ElementRef>> {
  const known = onceFor(version, "names", () => new Map<string, ElementRef>())
  for (const [id, ref] of await namesOf(db, ids.filter((id) => id !== null && !known.has(id)))) known.set(id, ref)
  return known
}

/** More than this nobody looks through. */
export const mostChoices = 2000

/**
 * What a form on a record's page can name: nothing where there is nothing, all of it when the address asks (`choose`, the way without
 * scripts), else null: the page's scripts ask for it once the form is opened.
 */
export function choicesFor(db: ReadDb, request: Request, which: { kind: ElementKind; some: boolean }): Promise<ElementRef[]> | ElementRef[] | null {
  if (!which.some) return []
  return new URL(request.url).searchParams.has("choose") ? pickElements(db, which.kind, "", mostChoices) : null
}

/** Choices for a picker: the kind's records in order, at most `limit`, narrowed by what was typed. Groups, which can own nothing, only when asked for. */
export async function pickElements(db: ReadDb, kind: ElementKind, typed = "", limit = 200, { groups = false }: { groups?: boolean } = {}): Promise<ElementRef[]> {
  let query = db
    .selectFrom("element").select(["id", "kind", "number", "name"])
    .where("kind", "=", kind).where("archivedAt", "is", null)
  if (kind === "person" && !groups) query = query.where((eb) => eb.not(eb.exists(eb.selectFrom("person").select("person.id").whereRef("person.id", "=", "element.id").where("groupHeadcount", "is not", null))))
  const folded = fold(typed)
  if (folded) query = query.where("searchText", "like", `%${folded.replace(/[\\%_]/g, "\\$&")}%`)
  const rows = await query.orderBy("sortKey").orderBy("id").limit(limit).execute()
  return rows.map(asRef)
}

/** The ids of the persons accountable or responsible: who owns the record. */
export async function ownerIdsOf(db: ReadDb, elementId: string): Promise<string[]> {
  return (await ownersOf(db, [elementId])).get(elementId) ?? []
}

/** The same for some records at once. */
export async function ownersOf(db: ReadDb, elementIds: readonly string[]): Promise<Map<string, string[]>> {
  const owners = new Map<string, string[]>()
  if (elementIds.length === 0) return owners
  const rows = await db
    .selectFrom("responsibility").select(["elementId", "personId"])
    .where("elementId", "in", elementIds).where("role", "in", ["accountable", "responsible"])
    .execute()
  for (const { elementId, personId } of rows) owners.set(elementId, [...(owners.get(elementId) ?? []), personId])
  return owners
}

/** The live records of a kind that a person is accountable or responsible for, in order. */
export async function recordsOf(db: ReadDb, personId: string, kind: ElementKind): Promise<ElementRef[]> {
  const rows = await db
    .selectFrom("element").select(["id", "kind", "number", "name"])
    .where("kind", "=", kind).where("archivedAt", "is", null)
    .where("id", "in", (eb) => eb.selectFrom("responsibility").select("elementId").where("personId", "=", personId).where("role", "in", ["accountable", "responsible"]))
    .orderBy("sortKey").orderBy("id").execute()
  return rows.map(asRef)
}

export function asRef(row: { id: string; kind: ElementKind; number: number; name: string }): ElementRef {
  return { id: row.id, kind: row.kind, code: codeOf(row.kind, row.number), name: row.name }
}

