// Writing a backup: every record in one zip, one file a table in the order of its key, with counts and checksums.

import { rmSync } from "node:fs"
import type pg from "pg"
import { BackupRefusedError, backupTables, readTable, sequencesOf, writeOneWay, type Ask, type BackupContents, type TableSum } from "./backup-tables"
import { openOwnerPool } from "./client"
import { createZip } from "./zip-file"

export interface BackupCounts {
  bytes: number
  tables: Record<string, TableSum>
}

/**
 * Writes the backup to a new file and returns its size, rows and checksums. Everything is read as owner in one read-only
 * repeatable-read transaction, so it is one moment of the records; nothing slow happens meanwhile. Refused where the file
 * exists or the database was never set up; a failure leaves no file behind.
 */
export async function writeBackup(url: string, path: string): Promise<BackupCounts> {
  const pool = openOwnerPool(url)
  try {
    const client = await pool.connect()
    try {
      await client.query("begin isolation level repeatable read read only")
      await client.query("set local statement_timeout = 0")
      const copied = await copyAll(asking(client), path)
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

function asking(client: pg.PoolClient): Ask {
  return async <Row extends object>(statement: string, values: readonly unknown[] = []) => (await client.query<Row>(statement, [...values])).rows
}

async function copyAll(ask: Ask, path: string): Promise<BackupCounts> {
  const [list] = await ask<{ present: boolean }>("select to_regclass('public.schema_migration') is not null as present")
  if (!list?.present) throw new BackupRefusedError("There are no records to back up: this database was never set up.")
  await ask("set local role app_owner")
  await writeOneWay(ask)
  const zip = createZip(path)
  try {
    const tables: BackupCounts["tables"] = {}
    for (const table of await backupTables(ask)) {
      zip.begin(`${table.name}.jsonl`)
      tables[table.name] = await readTable(ask, table, zip.add)
    }
    zip.begin("backup.json")
    const about: BackupContents = { format: 1, migrations: await migrationsOf(ask), sequences: await sequencesOf(ask), tables }
    zip.add(`${JSON.stringify(about, null, 2)}\n`)
    return { bytes: zip.end(), tables }
  } catch (error) {
    zip.abandon()
    rmSync(path, { force: true })
    throw error
  }
}

async function migrationsOf(ask: Ask): Promise<string[]> {
  return (await ask<{ name: string }>(`select name from schema_migration order by name collate "C"`)).map(({ name }) => name)
}
