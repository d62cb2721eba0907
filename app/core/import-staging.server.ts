// The plumbing of imports on their way: the file, its staged rows, their verdicts and ticks; no record is written here.
import { randomUUID } from "node:crypto"
import { hostname } from "node:os"
import { setImmediate as breathe, setTimeout as wait } from "node:timers/promises"
import { sql } from "kysely"
import { storable } from "./storable"
import { writableDatabase } from "./database.server"

export type StagedPart = "record" | "link" | "parent" | "offer" | "element" | "relationship"
export type StagedVerdict = "waiting" | "new" | "changed" | "unchanged" | "refused" | "offered" | "kept"
export type StagedState = "reading" | "columns" | "preview" | "applying" | "applied" | "cancelled" | "failed" | "undone"

export interface NewImport {
  id: string
  fileName: string
  format: "archimate" | "csv" | "xlsx" | "json"
  sha256: string
  choices: unknown
  runner: string
  startedBy: string | null
  startedByName: string
}

/** A row as it is staged; `brought` is what the reader understood. */
export interface NewStagedRow {
  n: number
  part: StagedPart
  /** a record's kind, or a link's relation */
  kind: string
  place: string
  line: number | null
  name: string
  brought: unknown
  verdict: StagedVerdict
  ticked?: boolean
  recordId?: string | null
  before?: unknown
  after?: unknown
  clashes?: unknown
}

/** What comparing found about a row. */
export interface JudgedRow {
  n: number
  verdict: StagedVerdict
  ticked: boolean
  recordId: string | null
  recordVersion: number | null
  before: unknown
  after: unknown
  clashes: unknown
  problems: unknown
}

/** Keeps a file and the row of its import, which is being read from now on. */
export async function beginStaging(made: NewImport, content: Uint8Array, now: Date): Promise<void> {
  const db = writableDatabase()
  await db
    .insertInto("import")
    .values({
      ...made, choices: storable(made.choices), bytes: content.byteLength, state: "reading", message: "", rowsRead: 0,
      runnerSeenAt: now, createdAt: now,
    })
    .execute()
  await db.insertInto("importFile").values({ importId: made.id, content: Buffer.from(content) }).execute()
}

/** What an import's own row may get; a state only from one of `from`. Says whether it was so. */
export async function setImport(
  id: string,
  set: Partial<{
    state: StagedState; message: string; choices: unknown; look: unknown; format: NewImport["format"]; rowsRead: number; rowsKnown: number | null
    runner: string | null; runnerSeenAt: Date | null; comparedN: string | null
  }>,
  from?: readonly StagedState[],
): Promise<boolean> {
  const { choices, look, ...plain } = set
  const values = { ...plain, ...(choices === undefined ? {} : { choices: storable(choices) }), ...(look === undefined ? {} : { look: storable(look) }) }
  let query = writableDatabase().updateTable("import").set(values).where("id", "=", id)
  if (from) query = query.where("state", "in", [...from])
  const done = await query.executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Adds rows to an import, a few hundred at a time in one short statement. */
export async function stageRows(importId: string, rows: readonly NewStagedRow[]): Promise<void> {
  if (rows.length === 0) return
  const plain = rows.map((row) => ({ ...row, ticked: row.ticked ?? false, record_id: row.recordId ?? null, before: row.before ?? null, after: row.after ?? null, clashes: row.clashes ?? [] }))
  await sql`
    insert into import_row (import_id, n, part, kind, place, line, name, brought, verdict, ticked, record_id, before, after, clashes, problems)
    select ${importId}::uuid, n, part, kind, place, line, name, brought, verdict, ticked, record_id, nullif(before, 'null'), nullif(after, 'null'), clashes, '[]'
    from jsonb_to_recordset(${storable(plain)}::jsonb)
      as r(n int, part text, kind text, place text, line int, name text, brought jsonb, verdict text, ticked boolean, record_id uuid, before jsonb, after jsonb, clashes jsonb)`
    .execute(writableDatabase())
}

/** Writes what comparing found, a few hundred rows at a time in one short statement. */
export async function judgeRows(importId: string, rows: readonly JudgedRow[]): Promise<void> {
  if (rows.length === 0) return
  const plain = rows.map(({ recordId, recordVersion, ...row }) => ({ ...row, record_id: recordId, record_version: recordVersion }))
  await sql`
    update import_row set verdict = r.verdict, ticked = r.ticked, record_id = r.record_id, record_version = r.record_version,
      before = nullif(r.before, 'null'), after = nullif(r.after, 'null'), clashes = r.clashes, problems = r.problems
    from jsonb_to_recordset(${storable(plain)}::jsonb)
      as r(n int, verdict text, ticked boolean, record_id uuid, record_version int, before jsonb, after jsonb, clashes jsonb, problems jsonb)
    where import_row.import_id = ${importId}::uuid and import_row.n = r.n`
    .execute(writableDatabase())
}

/** Takes away the rows of an import from a number on: all of them before it is read again, or those made while comparing. */
export async function dropRows(importId: string, from: number): Promise<void> {
  await writableDatabase().deleteFrom("importRow").where("importId", "=", importId).where("n", ">=", from).execute()
}

/** Ticks or unticks rows, where there is something to tick; returns how many. */
export async function setTicks(importId: string, which: { ns: readonly number[] } | { verdict: StagedVerdict }, ticked: boolean): Promise<number> {
  let query = writableDatabase().updateTable("importRow").set({ ticked }).where("importId", "=", importId).where("ticked", "=", !ticked)
  if ("ns" in which) query = query.where("n", "in", [...which.ns, -1]).where("verdict", "in", ["new", "changed", "offered"])
  else query = query.where("verdict", "=", which.verdict).where("part", "in", ["record", "link", "parent"])
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}

/** Accepts offers at a strength, or with null takes the acceptance back; all that are offered without `ns`. */
export async function setOffers(importId: string, ns: readonly number[] | null, strength: number | null): Promise<number> {
  const done = await sql`
    update import_row set ticked = ${strength !== null},
      after = case when kind = 'contributes to' and ${strength}::int is not null then after || jsonb_build_object('strength', ${strength}::int) else after end
    where import_id = ${importId}::uuid and part = 'offer' and verdict = 'offered' and (${ns === null} or n = any(${[...(ns ?? [])]}::int[]))`
    .execute(writableDatabase())
  return Number(done.numAffectedRows ?? 0n)
}

/** Takes an import that was only looked at away, with its file and rows; one that was applied stays. */
export async function forgetImport(id: string): Promise<void> {
  await writableDatabase().deleteFrom("import").where("id", "=", id).where("state", "not in", ["applying", "applied", "undone"]).execute()
}

/** Takes the file and the rows of imports that ended, once they began before `emptyBefore`; what they counted stays. */
export async function emptyOldImports(emptyBefore: Date): Promise<void> {
  const db = writableDatabase()
  const old = db.selectFrom("import").select("id").where("state", "in", ["applied", "cancelled", "failed", "undone"]).where("createdAt", "<", emptyBefore)
  await db.deleteFrom("importRow").where("importId", "in", old).execute()
  await db.deleteFrom("importFile").where("importId", "in", old).execute()
}

/** This process, as it signs what it reads and applies. */
export const runnerName = `${hostname()} ${process.pid} ${randomUUID()}`
const silentMs = 60_000
const beatMs = 15_000
const running = new Map<string, AbortController>()

/** Whether a runner is no more: gone from this machine, or on another one silent for a minute. */
export function runnerIsDead(runner: string | null, seenAt: Date | null, now: Date): boolean {
  if (runner === runnerName) return false
  if (runner === null || seenAt === null) return true
  const [host, pid] = runner.split(" ")
  if (host === hostname()) return Number(pid) === process.pid || !isAlive(Number(pid))
  return now.getTime() - seenAt.getTime() > silentMs
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"
  }
}

function onEmbedded(): boolean {
  return process.env.DATABASE_URL?.startsWith("embedded:") === true
}

/** Notes now and again that this process is at work on an import in that state; returns what ends it. */
export function keepSeen(id: string, state: "reading" | "applying"): () => void {
  // the embedded database belongs to one process, and answers nobody while a transaction is open
  if (onEmbedded()) return () => undefined
  const beat = setInterval(() => void setImport(id, { runnerSeenAt: new Date() }, [state]).catch(() => undefined), beatMs).unref()
  return () => clearInterval(beat)
}

const longestPauseMs = 100

/**
 * For work that goes on in portions: waits after each for half as long as it took, at most 0.1 s, where the embedded engine does
 * one thing at a time and pages would otherwise wait for their turn at every step; elsewhere for a moment.
 */
export function takingTurns(): () => Promise<void> {
  const embedded = onEmbedded()
  let since = performance.now()
  return async () => {
    if (embedded) await wait(Math.min((performance.now() - since) / 2, longestPauseMs))
    else await breathe()
    since = performance.now()
  }
}

/** Begins work on an import in this process; the signal says when somebody stops it. */
export function startRunning(id: string): AbortSignal {
  const controller = new AbortController()
  running.set(id, controller)
  return controller.signal
}

/** Stops the work on an import in this process, if there is any. */
export function stopRunning(id: string): void {
  running.get(id)?.abort(new Error("The import was stopped."))
}

/** Ends the work that a signal belongs to. */
export function endRunning(id: string, signal: AbortSignal): void {
  if (running.get(id)?.signal === signal) running.delete(id)
}
