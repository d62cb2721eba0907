// The database refuses each table in turn while something is saved: nothing is half saved, the answer is one of four, and no stack is shown.

import { randomUUID } from "node:crypto"
import { sql } from "kysely"
import type pg from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openOwnerPool } from "#db/client"
import { writableDatabase } from "~/core/database.server"
import { serverBuild } from "../../support/built-app"
import { createCapability } from "~/features/capabilities/capabilities.commands.server"
import { thePreparer } from "../../support/builders"
import { aLandscape, type Landscape } from "../../support/landscape"
import { wrappedApp } from "../../support/wrapped-app"

const app = wrappedApp(await serverBuild())
const db = writableDatabase()
let landscape: Landscape
let cookie = ""
let owner: pg.Pool
let tables: string[]
let turn = 0

beforeAll(async () => {
  landscape = await aLandscape((field) => `Words of ${field}`)
  cookie = await app.cookieOf(landscape.admin.personId)
  owner = openOwnerPool(process.env.DATABASE_URL ?? "")
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db)
  tables = rows.map(({ name }) => name).filter((name) => !["schema_migration", "session", "rate_limit", "flash", "one_time_link"].includes(name))
})
afterAll(() => owner.end())

async function asOwner(statements: string): Promise<void> {
  await owner.query(`begin; set local role app_owner; ${statements}; commit`)
}

/** From now on every write to the table fails with this code. */
function breakTable(table: string, code: string): Promise<void> {
  const body = `begin raise exception 'planted fault at secret_place' using errcode = '${code}'; end`
  return asOwner(`create function planted() returns trigger language plpgsql as $$ ${body} $$;
    create trigger planted before insert or update or delete on ${table} for each statement execute function planted()`)
}

function mend(): Promise<void> {
  return asOwner("drop function planted() cascade")
}

/** One number for all that is kept; two equal ones mean that nothing was saved in between. */
async function fingerprint(): Promise<string> {
  const parts = tables.map((table) => `select md5(coalesce(string_agg(kept::text, chr(10) order by kept::text), '')) as sum from ${table} kept`)
  const { rows } = await owner.query<{ sum: string }>(parts.join(" union all "))
  return rows.map(({ sum }) => sum).join()
}

async function versionOf(id: string): Promise<string> {
  return String((await db.selectFrom("element").select("version").where("id", "=", id).executeTakeFirstOrThrow()).version)
}

interface Save {
  path: string
  form: Record<string, string>
}

const saves: Record<string, () => Save | Promise<Save>> = {
  "a new goal": () => ({ path: "/goals/new", form: { operationId: randomUUID(), name: "Fault", why: "Because" } }),
  "a cell": async () => ({
    path: `/goals/${landscape.records.goal.code}/cell`,
    form: { operationId: randomUUID(), version: await versionOf(landscape.records.goal.id), field: "name", value: `Name ${randomUUID()}` },
  }),
  "a comment": () => ({ path: "/comments", form: { operationId: randomUUID(), elementId: landscape.records.goal.id, body: "A thought" } }),
  "an owner": () => ({ path: "/owners", form: { operationId: randomUUID(), elementId: landscape.records.service.id, personId: (turn += 1) % 2 ? landscape.records.person.id : landscape.admin.personId } }),
  "a new initiative": () => ({ path: "/initiatives/new", form: { operationId: randomUUID(), name: "Fault", summary: "In words" } }),
  "an undo": async () => ({ path: `/undo/${(await createCapability(thePreparer, { name: randomUUID() })).operationId}`, form: { operationId: randomUUID() } }),
}

describe.each(Object.entries(saves))("%s", (_what, save) => {
  it("is saved wholly or not at all, whichever table fails", async () => {
    const broken: string[] = []
    for (const table of tables) {
      const { path, form } = await save()
      const before = await fingerprint()
      await breakTable(table, "XX000")
      try {
        const answer = await app.ask(path, cookie, { form })
        const text = await answer.text()
        // a table that this save does not touch
        if (answer.status < 400) continue
        broken.push(table)
        expect(answer.status, `${path} without ${table}`).toBe(500)
        expect(text).not.toMatch(/secret_place|node_modules|\bat .*\.(js|ts):\d|planted/)
        expect(await fingerprint(), `${path} without ${table}`).toBe(before)
      } finally {
        await mend()
      }
    }
    expect(broken).toEqual(expect.arrayContaining(["change", "data_version", "operation"]))
  })
})

describe("what each kind of failure is answered with", () => {
  it.each([
    ["55P03", 503], ["57014", 503], ["53100", 503], ["25006", 503], ["40001", 503], ["40P01", 503], ["23514", 500], ["XX000", 500],
  ])("%s: %i", async (code, status) => {
    const before = await fingerprint()
    await breakTable("change", code)
    try {
      const answer = await app.ask("/goals/new", cookie, { form: { operationId: randomUUID(), name: "Fault" } })
      expect(answer.status).toBe(status)
      if (status === 503) expect(answer.headers.get("retry-after")).toBe("5")
      expect(await answer.text()).toContain(status === 503 ? "reach our records" : "Something went wrong")
      expect(await fingerprint()).toBe(before)
    } finally {
      await mend()
    }
  })
})
