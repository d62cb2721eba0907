// The history as the door writes it and as merges read it.
import { createHash, randomBytes } from "node:crypto"
import { sql } from "kysely"
import { storable } from "./storable"
import { diff, isText, merge, same, type FieldChange, type FieldValue, type HistoryEntry, type RecordChange, type Snapshot } from "./change"
import type { ReadDb, Tx } from "./database.server"
import { RuleError, StaleError } from "./errors"
import type { Actor } from "./policy"

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** Field entry as stored: text travels as a salted hash, its words lie in change_text. */
type StoredField = { field: string; before: FieldValue; after: FieldValue; text?: true }

/** Writes one entry per changed record; a record without differences leaves none. */
export async function writeHistory(
  tx: Tx,
  entry: { operationId: string; actor: Actor; now: Date; changes: readonly RecordChange[] },
): Promise<void> {
  for (let from = 0; from < entry.changes.length; from += 500) await writePart(tx, entry, entry.changes.slice(from, from + 500))
}

/** A few hundred entries in two statements, however many fields they have; nothing of one part is kept for the next. */
async function writePart(tx: Tx, entry: { operationId: string; actor: Actor; now: Date }, changes: readonly RecordChange[]): Promise<void> {
  const rows: object[] = []
  const texts: (FieldChange & { salt: string })[][] = []
  for (const change of changes) {
    const fields = diff(change.before, change.after)
    if (fields.length === 0 && change.action === "changed") continue
    const kept: (FieldChange & { salt: string })[] = []
    const stored = fields.map((one): StoredField => {
      if (!isText(one.field)) return one
      const salt = randomBytes(16).toString("hex")
      kept.push({ ...one, salt })
      return { field: one.field, before: hashed(one.before, salt), after: hashed(one.after, salt), text: true }
    })
    texts.push(kept)
    rows.push({ at: rows.length, record: change.id, kind: change.kind, version: change.version, action: change.action, fields: stored, about: change.about })
  }
  if (rows.length === 0) return
  const { rows: inserted } = await sql<{ id: string }>`
    insert into change (operation_id, record_id, record_kind, version, action, actor_id, actor_kind, at, fields, about)
    select ${entry.operationId}::uuid, record, kind, version, action, ${entry.actor.personId}::uuid, ${entry.actor.kind}, ${entry.now}::timestamptz, fields,
      array(select jsonb_array_elements_text(about)::uuid)
    from jsonb_to_recordset(${storable(rows)}::jsonb) as r(at int, record uuid, kind text, version int, action text, fields jsonb, about jsonb)
    order by r.at
    returning id`.execute(tx)
  const words = inserted.flatMap(({ id }, index) =>
    (texts[index] ?? []).map(({ field, before, after, salt }) => ({ id, field, before: asText(before), after: asText(after), salt })))
  if (words.length === 0) return
  await sql`
    insert into change_text (change_id, field, before, after, salt)
    select id, field, before, after, salt
    from jsonb_to_recordset(${storable(words)}::jsonb) as r(id bigint, field text, before text, after text, salt text)`.execute(tx)
}

function asText(value: FieldValue): string | null {
  return value === null ? null : String(value)
}

function hashed(value: FieldValue, salt: string): string | null {
  return value === null ? null : createHash("sha256").update(salt).update(String(value)).digest("hex")
}

/** Where people stand is read by those who may see it, through its own queries, and is in no other history. */
export const standingKind = "standing"

/**
 * Entries with their words back in place, oldest first, of one record since a version, of one operation, or about one element. Where
 * people stand is left out unless the caller says that its reader may see it.
 */
export async function readHistory(
  db: ReadDb,
  which: { recordId: string; sinceVersion: number } | { operationId: string } | { ids: readonly string[] } | { aboutId: string; limit: number; offset?: number },
  { standing = false }: { standing?: boolean } = {},
): Promise<HistoryEntry[]> {
  let query = db
    .selectFrom("change")
    .select(["id", "operationId", "recordId", "recordKind", "version", "action", "actorId", "actorKind", "at", "fields", "about"])
    .select((eb) =>
      eb
        .selectFrom("changeText")
        .select(sql<{ field: string; before: string | null; after: string | null }[]>`
          coalesce(json_agg(json_build_object('field', field, 'before', before, 'after', after)), '[]')`.as("words"))
        .whereRef("changeText.changeId", "=", "change.id")
        .as("words"),
    )
  if (!standing) query = query.where("recordKind", "<>", standingKind)
  if ("ids" in which) query = query.where("id", "in", [...which.ids, "0"]).orderBy("at", "desc").orderBy("id", "desc")
  else if ("operationId" in which) query = query.where("operationId", "=", which.operationId).orderBy("id")
  else if ("recordId" in which)
    query = query.where("recordId", "=", which.recordId).where("version", ">", which.sinceVersion).orderBy("id")
  else
    query = query
      .where(sql<boolean>`about @> array[${which.aboutId}::uuid]`)
      .orderBy("at", "desc").orderBy("id", "desc").limit(which.limit).offset(which.offset ?? 0)
  const rows = await query.execute()
  return rows.map(({ words, fields, ...row }) => ({
    ...row,
    fields: (fields as StoredField[]).map((one) => {
      const word = one.text && words?.find(({ field }) => field === one.field)
      return word ? { field: one.field, before: word.before, after: word.after } : { field: one.field, before: one.before, after: one.after }
    }),
  }))
}

/**
 * The edit of a form merged into the record as it is now. The base the person saw is rebuilt from the history since the
 * posted version. Refused with a StaleError where both set the same field differently, and with a RuleError where the
 * posted version is later than the record's.
 */
export async function mergeEdit(
  tx: Tx,
  record: { id: string; version: number; snapshot: Snapshot },
  posted: { version: number; edit: Snapshot },
): Promise<Snapshot> {
  // a page from before a backup was restored has seen a version that is not this record's own
  if (posted.version > record.version) throw new RuleError("This page does not show the record as it is kept now. Copy what you typed, reload the page, and change it again.")
  if (posted.version === record.version) return { ...record.snapshot, ...posted.edit }
  const since = await readHistory(tx, { recordId: record.id, sinceVersion: posted.version }, { standing: true })
  const base: Snapshot = { ...record.snapshot }
  for (const entry of [...since].reverse()) for (const { field, before } of entry.fields) base[field] = before
  const { merged, conflicts } = merge(base, posted.edit, record.snapshot)
  const last = since.at(-1)
  if (conflicts.length > 0 && last) {
    const who = last.actorId
      ? await tx.selectFrom("element").select("name").where("id", "=", last.actorId).executeTakeFirst()
      : undefined
    const untouched = Object.keys(posted.edit).filter((field) => same(posted.edit[field], base[field] ?? null))
    const names = await namesOf(tx, conflicts.flatMap(({ mine, theirs }) => [mine, theirs]))
    throw new StaleError({ conflicts, untouched, names, version: record.version, by: who?.name ?? "Somebody else", at: last.at.toISOString() })
  }
  return merged
}

/** The names of the records among these values: a choice between two ids is none. */
async function namesOf(tx: Tx, values: readonly unknown[]): Promise<Record<string, { name: string }>> {
  const ids = values.filter((value): value is string => typeof value === "string" && uuid.test(value))
  if (ids.length === 0) return {}
  const rows = await tx.selectFrom("element").select(["id", "name"]).where("id", "in", ids).execute()
  return Object.fromEntries(rows.map(({ id, name }) => [id, { name }]))
}
