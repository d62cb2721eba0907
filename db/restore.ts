// Restoring a backup into an empty installation: all of it in one transaction, compared afterwards, or nothing.

import { CompiledQuery, type Migration, type Transaction } from "kysely"
import pg from "pg"
import { openBackup, type BackupFile } from "./backup-file"
import { BackupRefusedError, backupTables, readTable, sequencesOf, writeOneWay, type Ask, type TableSum } from "./backup-tables"
import { appliedMigrations, applyMissing, buildAnew, inOwnerTransaction } from "./migrate"
import { migrations as released } from "./migrations"

export interface Restored {
  tables: Record<string, TableSum>
  /** The steps that brought an older backup up to this version. */
  migrated: string[]
}

interface ForeignKey {
  name: string
  owner: string
  target: string
}

/** What migrations themselves put in: their rows do not make an installation one that is in use. */
const madeByMigrations = new Set(["element_kind", "link_triple", "schema_migration"])
/** Data that does not fit its columns or its constraints; not a lock, a lost connection or a full disk. */
const misfit = /^(22|23)/

/**
 * Fills the empty database with a backup: built as the backup's version had it, loaded, compared row by row with what the
 * backup says of itself, then brought up to this version. Refuses a database that holds records, a newer backup, one that
 * is not ours, and one that is damaged; then nothing was changed.
 */
export async function restoreBackup(url: string, path: string, list: Record<string, Migration> = released): Promise<Restored> {
  const backup = await openBackup(path)
  try {
    const older = versionOf(backup, list, path)
    await backup.check()
    return await inOwnerTransaction(url, async (tx) => {
      const ask = asking(tx)
      await writeOneWay(ask)
      await refuseUsed(tx, ask, list)
      await buildAnew(tx, older)
      const tables = await load(ask, backup, path)
      return { tables, migrated: await applyMissing(tx, list) }
    })
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? (error.code ?? "") : ""
    if (!misfit.test(code)) throw error
    throw new BackupRefusedError(`${path} holds records that do not fit together, so nothing was restored.`)
  } finally {
    backup.close()
  }
}

function asking(tx: Transaction<unknown>): Ask {
  return async <Row extends object>(statement: string, values: readonly unknown[] = []) =>
    (await tx.executeQuery<Row>(CompiledQuery.raw(statement, [...values]))).rows
}

/** The steps that the backup's version knew; refused when there are some that this version does not know. */
function versionOf(backup: BackupFile, list: Record<string, Migration>, path: string): Record<string, Migration> {
  const { migrations } = backup.contents
  const unknown = migrations.filter((name) => !(name in list))
  if (unknown.length > 0) {
    throw new BackupRefusedError(
      `${path} was written by a newer version of Throughline (${unknown.join(", ")} is unknown to this one). Install that version to restore it. Nothing was changed.`,
    )
  }
  return Object.fromEntries(Object.entries(list).filter(([name]) => migrations.includes(name)))
}

async function refuseUsed(tx: Transaction<unknown>, ask: Ask, list: Record<string, Migration>): Promise<void> {
  const others = await ask<{ name: string }>(`
    select c.relname::text as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relowner <> 'app_owner'::regrole
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') order by 1`)
  if (others.length > 0) {
    throw new BackupRefusedError(`This database holds tables of something else (${others.slice(0, 3).map(({ name }) => name).join(", ")}). Choose a database of its own. Nothing was changed.`)
  }
  const newer = (await appliedMigrations(tx)).filter((name) => !(name in list))
  if (newer.length > 0) throw new BackupRefusedError("This database was set up by a newer version of Throughline. Choose an empty one, or install that version. Nothing was changed.")
  for (const { name } of await backupTables(ask)) {
    if (madeByMigrations.has(name)) continue
    const [found] = await ask<{ used: boolean }>(`select exists (select from ${pg.escapeIdentifier(name)}) as used`)
    if (found?.used) {
      throw new BackupRefusedError(
        "This installation holds records already, and a backup goes into an empty one: choose another DATA_DIR or another database. " +
          "The sample company goes with: throughline demo remove. Nothing was changed.",
      )
    }
  }
}

async function load(ask: Ask, backup: BackupFile, path: string): Promise<Restored["tables"]> {
  const { contents } = backup
  const tables = await backupTables(ask)
  const names = tables.map(({ name }) => name)
  if (Object.keys(contents.tables).sort().join() !== [...names].sort().join()) throw notTheSame(path)
  const keys = await foreignKeys(ask)
  const order = parentsFirst(names, keys)
  const late = keys.filter(({ owner, target }) => order.indexOf(target) >= order.indexOf(owner) && order.includes(owner))
  for (const name of [...order].reverse()) await ask(`delete from ${pg.escapeIdentifier(name)}`)
  await setDeferrable(ask, late, "deferrable initially deferred")
  for (const name of order) await loadTable(ask, name, backup)
  await ask("set constraints all immediate")
  await setDeferrable(ask, late, "not deferrable")
  await setSequences(ask, contents.sequences, path)
  const loaded: Restored["tables"] = {}
  for (const table of tables) {
    const said = contents.tables[table.name]
    const sum = await readTable(ask, table)
    if (sum.rows !== said?.rows || sum.sha256 !== said.sha256) throw notTheSame(path)
    loaded[table.name] = sum
  }
  // the embedded engine never does this by itself, and plans made without it are slow
  await ask(`analyze ${order.map((name) => pg.escapeIdentifier(name)).join(", ")}`)
  return loaded
}

async function loadTable(ask: Ask, name: string, backup: BackupFile): Promise<void> {
  const table = pg.escapeIdentifier(name)
  for await (const lines of backup.rowsOf(name)) {
    await ask(`insert into ${table} overriding system value select * from json_populate_recordset(null::${table}, $1::json)`, [`[${lines.join(",")}]`])
  }
}

async function foreignKeys(ask: Ask): Promise<ForeignKey[]> {
  return ask<ForeignKey>(`
    select conname::text as name, owner.relname::text as owner, target.relname::text as target
    from pg_constraint join pg_class owner on owner.oid = conrelid join pg_class target on target.oid = confrelid
    where contype = 'f' and connamespace = 'public'::regnamespace order by 2, 1`)
}

/** The tables so that each comes after those it refers to; what refers in a circle, or to itself, is put right by late checks. */
function parentsFirst(names: readonly string[], keys: readonly ForeignKey[]): string[] {
  const order: string[] = []
  const waiting = new Set(names)
  while (waiting.size > 0) {
    const held = (name: string) => keys.some(({ owner, target }) => owner === name && target !== name && waiting.has(target))
    const ready = [...waiting].filter((name) => !held(name))
    for (const name of ready.length > 0 ? ready : [...waiting]) {
      order.push(name)
      waiting.delete(name)
    }
  }
  return order
}

async function setDeferrable(ask: Ask, keys: readonly ForeignKey[], how: string): Promise<void> {
  for (const { owner, name } of keys) await ask(`alter table ${pg.escapeIdentifier(owner)} alter constraint ${pg.escapeIdentifier(name)} ${how}`)
}

async function setSequences(ask: Ask, wanted: Record<string, number>, path: string): Promise<void> {
  if (Object.keys(await sequencesOf(ask)).sort().join() !== Object.keys(wanted).sort().join()) throw notTheSame(path)
  for (const [name, last] of Object.entries(wanted)) {
    if (last > 0) await ask("select setval($1::regclass, $2)", [pg.escapeIdentifier(name), last])
  }
}

function notTheSame(path: string): BackupRefusedError {
  return new BackupRefusedError(`${path} does not hold what this version of the records has, so nothing was restored. Was it changed after it was written?`)
}
