// The records as a backup sees them: which tables it holds, and each table's rows as lines of JSON in the order of its key.

import { createHash } from "node:crypto"
import pg from "pg"

/** Asks the database one statement, whichever library holds the transaction. */
export type Ask = <Row extends object>(statement: string, values?: readonly unknown[]) => Promise<Row[]>

export interface BackupTable {
  name: string
  /** the primary key as `order by` takes it: text by its bytes, since servers sort words in their own ways */
  order: string
  /** rows read at a time: a file can be large */
  portion: number
}

/** How many rows a table has, and a checksum over all their lines. */
export interface TableSum {
  rows: number
  sha256: string
}

/** What `backup.json` in the zip says about the rest. */
export interface BackupContents {
  format: 1
  migrations: string[]
  sequences: Record<string, number>
  tables: Record<string, TableSum>
}

/** A backup that cannot be written or used; the message says why and that nothing was changed. */
export class BackupRefusedError extends Error {
  constructor(message: string) {
    super(message)
    this.name = "BackupRefusedError"
  }
}

/** Good for a day at most, for one process, as the mark of one installation's caches, or mail that must not leave twice: nobody would want them back. */
const passing = new Set(["session", "flash", "rate_limit", "one_time_link", "operation", "data_version", "outbox"])
const portion = 1_000

/** The tables of a backup in the order of their names. */
export async function backupTables(ask: Ask): Promise<BackupTable[]> {
  const rows = await ask<{ name: string; order: string; holds_files: boolean }>(`
    select c.relname::text as name,
      string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', '
        order by array_position(i.indkey::int[], a.attnum::int)) as order,
      exists (select from pg_attribute one where one.attrelid = c.oid and one.atttypid = 'bytea'::regtype and not one.attisdropped) as holds_files
    from pg_class c
    join pg_index i on i.indrelid = c.oid and i.indisprimary
    join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    group by c.oid, c.relname order by c.relname::text collate "C"`)
  return rows
    .filter(({ name }) => !passing.has(name))
    .map(({ name, order, holds_files }) => ({ name, order, portion: holds_files ? 1 : portion }))
}

/** Times, bytes and numbers are written as text in one way, whatever the server's own settings are. */
export async function writeOneWay(ask: Ask): Promise<void> {
  for (const setting of ["timezone = 'UTC'", "bytea_output = 'hex'", "extra_float_digits = 1"]) await ask(`set local ${setting}`)
}

/** Reads a table within the transaction, hands its lines on portion by portion, and returns their sum. */
export async function readTable(ask: Ask, table: BackupTable, take: (lines: string) => void = () => undefined): Promise<TableSum> {
  await ask(`declare backup_rows no scroll cursor for select row_to_json(one)::text as line from ${pg.escapeIdentifier(table.name)} one order by ${table.order}`)
  const hash = createHash("sha256")
  let rows = 0
  for (;;) {
    const fetched = await ask<{ line: string }>(`fetch ${table.portion} from backup_rows`)
    if (fetched.length === 0) break
    const lines = fetched.map(({ line }) => `${line}\n`).join("")
    hash.update(lines)
    take(lines)
    rows += fetched.length
  }
  await ask("close backup_rows")
  return { rows, sha256: hash.digest("hex") }
}

/** The last number given out of every sequence; 0 where none was. */
export async function sequencesOf(ask: Ask): Promise<Record<string, number>> {
  const rows = await ask<{ name: string; last: string | null }>(`
    select sequencename::text as name, last_value as last from pg_sequences where schemaname = 'public' order by sequencename::text collate "C"`)
  return Object.fromEntries(rows.map(({ name, last }) => [name, Number(last ?? 0)]))
}
