// Bringing the schema up to date: roles, the ordered list of migrations, once, in one transaction, as the owner.

import { setTimeout as wait } from "node:timers/promises"
import { Kysely, PostgresDialect, sql, type Migration, type Transaction } from "kysely"
import { openDatabase, openOwnerPool } from "./client"
import { isEmbeddedUrl } from "./embedded/endpoint"
import { migrations as released } from "./migrations"
import type { DB } from "./schema"

/** The database holds a schema that this version does not know, or cannot be used at all. */
export class SchemaRefusedError extends Error {
  constructor(message: string) {
    super(message)
    this.name = "SchemaRefusedError"
  }
}

const mostAttempts = 5
const lockNotAvailable = "55P03"
const oldestServer = 150_000
/** The number of this product's transaction lock for changes of the schema; any constant would do. */
const schemaLock = 7_246_913

/**
 * Applies what is missing and says which migrations those were. Two processes at once apply it once. Refuses a server
 * older than 15, an encoding other than UTF8 and a schema newer than this version; a failed step leaves nothing behind.
 */
export async function migrate(url: string, list: Record<string, Migration> = released): Promise<string[]> {
  return inOwnerTransaction(url, (tx) => applyMissing(tx, list))
}

/**
 * Runs owner's work in one transaction under the schema lock: everything inside happens, or nothing. While somebody else
 * works with a table that must change it begins again, a few times.
 */
export function inOwnerTransaction<R>(url: string, run: (tx: Transaction<unknown>) => Promise<R>): Promise<R> {
  return patiently(() => asOwner(url, run))
}

async function patiently<R>(attemptIt: () => Promise<R>): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptIt()
    } catch (error) {
      // Somebody still works with a table that must change: let them finish, then try again from the beginning.
      const busy = error instanceof Error && "code" in error && error.code === lockNotAvailable
      if (!busy || attempt === mostAttempts) throw error
      await wait(1_000)
    }
  }
}

/** Applies within owner's work what is missing of the list and says which migrations those were; refuses a newer schema. */
export async function applyMissing(tx: Transaction<unknown>, list: Record<string, Migration> = released): Promise<string[]> {
  const applied = await appliedMigrations(tx)
  refuseUnknown(applied, list)
  const missing = Object.keys(list).sort().filter((name) => !applied.includes(name))
  for (const name of missing) {
    await list[name]?.up(tx)
    await sql`insert into schema_migration (name) values (${name})`.execute(tx)
  }
  // A migration that grants the app every table meant the records, not this list.
  await sql`revoke insert, update, delete, truncate on schema_migration from app_rw`.execute(tx)
  return missing
}

/**
 * Drops every record and table and builds the schema anew, in one transaction: nobody meets a database without tables.
 * Whoever calls it has asked the person first.
 */
export async function rebuildSchema(url: string, list: Record<string, Migration> = released): Promise<void> {
  await inOwnerTransaction(url, (tx) => buildAnew(tx, list))
}

/** The same within owner's work. */
export async function buildAnew(tx: Transaction<unknown>, list: Record<string, Migration>): Promise<void> {
  await sql`drop owned by app_owner cascade`.execute(tx)
  // what was dropped includes the owner's own right to make tables
  await sql`set local role none`.execute(tx)
  await prepareRoles(tx)
  await sql`set local role app_owner`.execute(tx)
  await prepareList(tx)
  await applyMissing(tx, list)
}

/** Whether the schema is exactly the one this version was written for. */
export async function migrationsCurrent(db: Pick<Kysely<DB>, "getExecutor">, list: Record<string, Migration> = released): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`select name from schema_migration order by name`.execute(db)
  return rows.map((row) => row.name).join() === Object.keys(list).sort().join()
}

/** The role that a connection of the app works as; anything but `app_rw` could change what nobody may. */
export async function workingRole(url: string): Promise<string> {
  const db = openDatabase(url, { max: 1 })
  try {
    const { rows } = await sql<{ role: string }>`select current_user as role`.execute(db)
    return rows[0]?.role ?? ""
  } finally {
    await db.destroy()
  }
}

async function asOwner<R>(url: string, run: (tx: Transaction<unknown>) => Promise<R>): Promise<R> {
  const pool = openOwnerPool(url)
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const result = await db.transaction().execute(async (tx) => {
      // The embedded session works as the app; for this one transaction it is itself again.
      await sql`set local role none`.execute(tx)
      await sql`set local lock_timeout = 0`.execute(tx)
      await sql`set local statement_timeout = 0`.execute(tx)
      await sql`select pg_advisory_xact_lock(${schemaLock})`.execute(tx)
      await refuseUnfit(tx)
      await prepareRoles(tx)
      await sql`set local role app_owner`.execute(tx)
      await sql`set local lock_timeout = '3s'`.execute(tx)
      await prepareList(tx)
      return run(tx)
    })
    if (isEmbeddedUrl(url)) await sql`set role app_rw`.execute(db)
    return result
  } finally {
    await db.destroy()
  }
}

async function refuseUnfit(tx: Transaction<unknown>): Promise<void> {
  const { rows } = await sql<{ version: string; encoding: string }>`
    select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`.execute(tx)
  const version = Number(rows[0]?.version)
  if (version < oldestServer) {
    throw new SchemaRefusedError(`This is PostgreSQL ${Math.floor(version / 10_000)}; version 15 or newer is needed.`)
  }
  if (rows[0]?.encoding !== "UTF8") {
    throw new SchemaRefusedError(`The database is encoded in ${rows[0]?.encoding}; create it with encoding UTF8.`)
  }
}

/** Roles belong to the whole cluster: another database's start may be making them at this moment. */
async function prepareRoles(tx: Transaction<unknown>): Promise<void> {
  await sql`
    do $$
    declare wanted text;
    begin
      foreach wanted in array array['app_owner', 'app_rw'] loop
        if not exists (select from pg_roles where rolname = wanted) then
          begin
            execute format('create role %I nologin', wanted);
          exception when duplicate_object or unique_violation then null;
          end;
        end if;
        -- Having made a role does not yet mean that one may work as it; a superuser may anyway.
        if not (select rolsuper from pg_roles where rolname = current_user) then
          begin
            execute format('grant %I to %I', wanted, current_user);
          exception when insufficient_privilege or unique_violation then
            if not pg_has_role(current_user, wanted, 'member') then raise; end if;
          end;
        end if;
      end loop;
      if not has_database_privilege('app_owner', current_database(), 'create') then
        execute format('grant create on database %I to app_owner', current_database());
      end if;
      if not has_schema_privilege('app_owner', 'public', 'create') then
        grant usage, create on schema public to app_owner;
      end if;
    end $$`.execute(tx)
}

/** The list of what was applied; the app reads it and never writes it. */
async function prepareList(tx: Transaction<unknown>): Promise<void> {
  const { rows } = await sql<{ present: boolean }>`
    select to_regclass('public.schema_migration') is not null as present`.execute(tx)
  if (rows[0]?.present) return
  await sql`create table schema_migration (name text primary key)`.execute(tx)
  await sql`grant usage on schema public to app_rw`.execute(tx)
  await sql`grant select on schema_migration to app_rw`.execute(tx)
}

/** The names of the migrations that the database has seen, in their order. */
export async function appliedMigrations(tx: Transaction<unknown>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from schema_migration order by name`.execute(tx)
  return rows.map((row) => row.name)
}

function refuseUnknown(applied: string[], list: Record<string, Migration>): void {
  const unknown = applied.filter((name) => !(name in list))
  if (unknown.length === 0) return
  throw new SchemaRefusedError(
    `The records were written by a newer version (${unknown.join(", ")} is unknown to this one). ` +
      "Start that version, or restore a backup made by this one.",
  )
}
