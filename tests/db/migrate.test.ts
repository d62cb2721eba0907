// Migrating, on both databases: once when two start together, nothing of a failed step, no schema from the future.

import { sql, type Kysely, type Migration } from "kysely"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { openDatabase } from "#db/client"
import { isEmbeddedUrl } from "#db/embedded/endpoint"
import { migrate, migrationsCurrent, rebuildSchema, workingRole } from "#db/migrate"
import type { DB } from "#db/schema"
import { emptyDatabase, emptyFolder } from "../support/empty-database"

let url = ""
let drop: () => Promise<void>
const open: Kysely<DB>[] = []

const first: Record<string, Migration> = {
  "0001_first": { up: (db) => sql`create table thing (n int); insert into thing values (1); grant select on thing to app_rw`.execute(db).then(() => undefined) },
}
const second: Record<string, Migration> = {
  ...first,
  "0002_second": { up: (db) => sql`alter table thing add column m int not null default 2`.execute(db).then(() => undefined) },
}
const broken: Record<string, Migration> = {
  ...second,
  "0003_broken": { up: (db) => sql`create table half (n int); select 1 / 0`.execute(db).then(() => undefined) },
}

beforeAll(async () => {
  const beside = process.env.DATABASE_URL ?? ""
  ;({ url, drop } = isEmbeddedUrl(beside) ? await emptyFolder() : await emptyDatabase(beside))
})

afterEach(async () => {
  for (const db of open.splice(0)) await db.destroy()
  await rebuildSchema(url, {})
})

afterAll(() => drop())

function opened(): Kysely<DB> {
  const db = openDatabase(url, { max: 2 })
  open.push(db)
  return db
}

test("the released list applies, works as app_rw, and a second time does nothing", async () => {
  const names = await migrate(url)
  expect(names.length).toBeGreaterThan(0)
  expect(await migrate(url)).toEqual([])
  expect(await workingRole(url)).toBe("app_rw")
  expect(await migrationsCurrent(opened())).toBe(true)
})

test("eight starting together migrate once", async () => {
  const done = await Promise.all(Array.from({ length: 8 }, () => migrate(url, second)))
  expect(done.filter((names) => names.length > 0)).toEqual([["0001_first", "0002_second"]])
  expect((await sql`select n, m from thing`.execute(opened())).rows).toEqual([{ n: 1, m: 2 }])
})


test("a failed step leaves the schema as it was", async () => {
  await migrate(url, first)
  await expect(migrate(url, broken)).rejects.toThrow(/division/)
  const { rows } = await sql<{ half: string | null; columns: string }>`
    select to_regclass('half')::text as half, string_agg(column_name, ',') as columns
    from information_schema.columns where table_name = 'thing'`.execute(opened())
  expect(rows).toEqual([{ half: null, columns: "n" }])
  expect(await migrate(url, second)).toEqual(["0002_second"])
})

test("a schema that a newer version made is refused by name", async () => {
  await migrate(url, second)
  await expect(migrate(url, first)).rejects.toThrow(/newer version \(0002_second is unknown/)
  expect(await migrationsCurrent(opened(), first)).toBe(false)
})

test("the app may read the list of migrations and not write it, nor change tables", async () => {
  await migrate(url)
  const db = opened()
  await expect(sql`insert into schema_migration (name) values ('9999')`.execute(db)).rejects.toThrow(/permission denied/)
  await expect(sql`create table mine (n int)`.execute(db)).rejects.toThrow(/permission denied/)
  await expect(sql`truncate change`.execute(db)).rejects.toThrow(/permission denied/)
})

test("dates, decimals and 64-bit numbers arrive as text", async () => {
  await migrate(url)
  const { rows } = await sql`
    select date '2026-02-28' as day, 12.50::numeric(14,2) as money, 9007199254740993::int8 as big,
      array[date '2026-02-28'] as days`.execute(opened())
  expect(rows).toEqual([{ day: "2026-02-28", money: "12.50", big: "9007199254740993", days: ["2026-02-28"] }])
})

test("rebuilding drops every record and builds the schema anew", async () => {
  await migrate(url)
  const db = opened()
  await sql`insert into rate_limit (bucket, window_start, count) values ('a', '2026-01-01Z', 7)`.execute(db)
  await rebuildSchema(url)
  expect((await sql`select * from rate_limit`.execute(db)).rows).toEqual([])
  expect(await workingRole(url)).toBe("app_rw")
  expect(await migrationsCurrent(db)).toBe(true)
})
