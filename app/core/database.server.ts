// The database as the app sees it: everybody reads, and the writable handle is for the door (and the named plumbing) alone.
import { sql, type Expression, type Kysely, type Transaction } from "kysely"
import { openDatabase } from "#db/client"
import type { DB } from "#db/schema"

/** A handle that can select and nothing else. */
export type ReadDb = Pick<Kysely<DB>, "selectFrom" | "selectNoFrom" | "with" | "withRecursive" | "fn" | "getExecutor" | "dynamic">
export type Tx = Transaction<DB>

let opened: Kysely<DB> | undefined
let patient: Kysely<DB> | undefined
const patientMs = 600_000

/** The writable pool. Only `command.server.ts` and the plumbing files listed in the architecture test may import this. */
export function writableDatabase(): Kysely<DB> {
  return (opened ??= openDatabase(databaseUrl()))
}

/** One connection that may hold a transaction for minutes, for applying imports alone; these wait here for each other. */
export function patientDatabase(): Kysely<DB> {
  return (patient ??= openDatabase(databaseUrl(), { max: 1, heldAtMostMs: patientMs }))
}

/** What loaders and queries read from. */
export function database(): ReadDb {
  return writableDatabase()
}

/**
 * The way to read rows that row-level rules guard (confidential points, ratings): a short read-only transaction that tells the
 * database who reads. Outside of it the rules show what everybody may read.
 */
export function readAs<Result>(personId: string | null, run: (db: ReadDb) => Promise<Result>): Promise<Result> {
  return writableDatabase().transaction().setAccessMode("read only").execute(async (tx) => {
    await tellReader(tx, personId)
    return run(tx)
  })
}

/**
 * The same for the rows of one query, in one statement instead of four. The statement is its own transaction, so what it is told of the reader
 * ends with it; the rows are beside the reader (lateral), so that none is read before he is known, and were it otherwise he would see what
 * everybody may. The rows come in any order.
 */
export async function readRowsAs<Row>(personId: string | null, rows: Expression<Row>): Promise<Row[]> {
  const read = await sql<Row>`
    select read.* from (select set_config('app.user_id', ${personId ?? ""}, true) as id offset 0) as reader
      cross join lateral (select guarded.* from ${rows} as guarded where reader.id is not null offset 0) as read`.execute(database())
  return read.rows
}

/** Tells the database for the rest of this transaction who reads. */
export async function tellReader(tx: Tx, personId: string | null): Promise<void> {
  await sql`select set_config('app.user_id', ${personId ?? ""}, true)`.execute(tx)
}

/** Closes the pool; the next use opens it again. */
export async function closeDatabase(): Promise<void> {
  const closing = [opened, patient]
  opened = undefined
  patient = undefined
  for (const one of closing) await one?.destroy()
}

function databaseUrl(): string {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error("DATABASE_URL is not set: the start sets it to the embedded database when there is no other.")
  return url
}
