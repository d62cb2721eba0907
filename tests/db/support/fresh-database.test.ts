// Every test file works as the app's role on a migrated database of its own.

import { sql, type Kysely } from "kysely"
import { expect, it } from "vitest"
import { migrationsCurrent } from "#db/migrate"
import type { DB } from "#db/schema"
import { writableDatabase } from "~/core/database.server"

const db: Kysely<DB> = writableDatabase()

it("works as app_rw on the current schema", async () => {
  const { rows } = await sql<{ role: string }>`select current_user as role`.execute(db)
  expect(rows).toEqual([{ role: "app_rw" }])
  expect(await migrationsCurrent(db)).toBe(true)
})

it("begins without a record", async () => {
  const { rows } = await sql<{ n: string }>`select count(*) as n from element`.execute(db)
  expect(rows).toEqual([{ n: "0" }])
})

it("may not change the schema", async () => {
  await expect(sql`create table extra (id int)`.execute(db)).rejects.toThrow("permission denied")
})
