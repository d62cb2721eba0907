// A backup: every record in one zip, one file a table in the order of its key, with counts and checksums.

import { createHash } from "node:crypto"
import pg from "pg"
import { openOwnerPool } from "./client"
import { createZip } from "./zip-file"

interface Table {
  name: string
  /** columns of the primary key, in its order */
  key: string[]
}

export interface BackupCounts {
  bytes: number
  tables: Record<string, { rows: number; sha256: string }>
}

/** Good for a day at most or for one process: nobody would want them back. */
const passing = ["session", "flash", "rate_limit", "one_time_link", "operation"]
const portion = 1_000

/**
 * Writes the backup to a new file and returns its size, rows and checksums. Everything is read as owner in one read-only
 * repeatable-read transaction, so it is one moment of the records; nothing slow happens meanwhile.
 */
export async function writeBackup(url: string, path: string): Promise<BackupCounts> {
  const pool = openOwnerPool(url)
  try {
    const client = await pool.connect()
    try {
      await client.query("begin isolation level repeatable read read only")
      await client.query("set local statement_timeout = 0")
      await client.query("set local role app_owner")
      const copied = await copyAll(client, path)
      await client.query("commit")
      return copied
    } catch (error) {
      await client.query("rollback").catch(() => undefined)
      throw error
    } finally {
      client.release()
    }
  } finally {
    await pool.end()
  }
}

async function copyAll(client: pg.PoolClient, path: string): Promise<BackupCounts> {
  const zip = createZip(path)
  try {
    const tables: BackupCounts["tables"] = {}
    for (const table of await tablesOf(client)) {
      zip.begin(`${table.name}.jsonl`)
      tables[table.name] = await copyTable(client, table, zip.add)
    }
    zip.begin("backup.json")
    const about = { format: 1, migrations: await migrationsOf(client), sequences: await sequencesOf(client), tables }
    zip.add(`${JSON.stringify(about, null, 2)}\n`)
    return { bytes: zip.end(), tables }
  } catch (error) {
    zip.abandon()
    throw error
  }
}

async function copyTable(client: pg.PoolClient, { name, key }: Table, add: (lines: string) => void): Promise<{ rows: number; sha256: string }> {
  const order = key.map((column) => pg.escapeIdentifier(column)).join(", ")
  await client.query(`declare backup_rows no scroll cursor for select row_to_json(one)::text as line from ${pg.escapeIdentifier(name)} one order by ${order}`)
  const hash = createHash("sha256")
  let rows = 0
  for (;;) {
    const fetched = await client.query<{ line: string }>(`fetch ${portion} from backup_rows`)
    if (fetched.rows.length === 0) break
    const lines = fetched.rows.map(({ line }) => `${line}\n`).join("")
    hash.update(lines)
    add(lines)
    rows += fetched.rows.length
  }
  await client.query("close backup_rows")
  return { rows, sha256: hash.digest("hex") }
}

async function tablesOf(client: pg.PoolClient): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.relname::text as name, array_agg(a.attname::text order by array_position(i.indkey::int[], a.attnum::int)) as key
    from pg_class c
    join pg_index i on i.indrelid = c.oid and i.indisprimary
    join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    group by c.relname order by c.relname::text collate "C"`)
  return rows.filter(({ name }) => !passing.includes(name))
}

async function migrationsOf(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`select name from schema_migration order by name collate "C"`)
  return rows.map(({ name }) => name)
}

async function sequencesOf(client: pg.PoolClient): Promise<Record<string, number>> {
  const { rows } = await client.query<{ name: string; last: string | null }>(`
    select sequencename::text as name, last_value as last from pg_sequences where schemaname = 'public' order by 1`)
  return Object.fromEntries(rows.map(({ name, last }) => [name, Number(last ?? 0)]))
}
