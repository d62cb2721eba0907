// Several processes on one PostgreSQL, and what people get while it is crowded, cut off, gone and back again.

import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { postgresPrograms } from "../support/databases"
import { startCluster, type Cluster } from "../support/postgres-cluster"
import { launch, launchReady, statusOf, until, type AppProcess } from "./app-process"

const password = "four words for one door"
const email = "ana@firm.example"
const parent = mkdtempSync(join(tmpdir(), "throughline-several-"))

let cluster: Cluster
let url = ""
let first: AppProcess
let second: AppProcess
let cookie = ""

async function ask(app: AppProcess, path: string, more: { form?: Record<string, string>; cookie?: string } = {}): Promise<Response> {
  const headers = { Origin: app.origin, Cookie: more.cookie ?? cookie }
  return fetch(app.origin + path, { headers, redirect: "manual", ...(more.form ? { method: "POST", body: new URLSearchParams(more.form) } : {}) })
}

const signIn = (app: AppProcess, typed: string) => ask(app, "/sign-in", { form: { email, password: typed }, cookie: "" })

/** Holds the table that every page reads, until the returned function is called. */
async function holdRecords(): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query("begin; set local role app_owner; lock table element in access exclusive mode")
  return async () => {
    await client.query("rollback")
    await client.end()
  }
}

describe.skipIf(postgresPrograms() === null)("on PostgreSQL", () => {
  beforeAll(async () => {
    cluster = await startCluster()
    await cluster.administer("create database app owner throughline")
    url = cluster.url("app")
    process.env.DATABASE_URL = url
  })

  afterAll(async () => {
    for (const { child } of [first, second]) if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid ?? 0), "SIGKILL")
    await cluster.stop()
    rmSync(parent, { recursive: true, force: true })
  })

  test("two processes starting at once on an empty database migrate once, and both serve", async () => {
    ;[first, second] = await Promise.all(["one", "two"].map((name) => launchReady(join(parent, name), { DATABASE_URL: url }))) as [AppProcess, AppProcess]
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query<{ times: string }>("select max(n) as times from (select count(*) as n from schema_migration group by name) counted")
    await client.end()
    expect(rows).toEqual([{ times: "1" }])
    for (const { origin } of [first, second]) expect([await statusOf(`${origin}/live`), await statusOf(`${origin}/ready`)]).toEqual([200, 200])
  })

  test("a session of one counts at the other, and so does its end", async () => {
    const { aCompany, aPerson } = await import("../support/builders")
    const { closeDatabase, writableDatabase } = await import("~/core/database.server")
    const { hashPassword } = await import("~/core/password.server")
    await aCompany()
    const { personId } = await aPerson({ name: "Ana", roles: ["planner"] })
    await writableDatabase().updateTable("account").set({ email, passwordHash: await hashPassword(password) }).where("personId", "=", personId).execute()
    await closeDatabase()
    const answer = await signIn(first, password)
    expect(answer.status).toBe(302)
    cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? ""
    expect((await ask(second, "/goals")).status).toBe(200)
    await ask(second, "/sign-out", { form: {} })
    expect((await ask(first, "/goals")).status).toBe(302)
    cookie = (await signIn(second, password)).headers.getSetCookie()[0]?.split(";")[0] ?? ""
    expect((await ask(first, "/goals")).status).toBe(200)
  })

  test("wrong passwords are counted by both together", async () => {
    const statuses = []
    for (let attempt = 0; attempt < 11; attempt += 1) statuses.push((await signIn(attempt % 2 ? first : second, "not the password")).status)
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429])
  })

  test("more requests than connections, all waiting: every one is answered 503, and afterwards all is well", async () => {
    const release = await holdRecords()
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask(first, "/goals")))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]))
    expect(new Set(answers.map(({ headers }) => headers.get("retry-after")))).toEqual(new Set(["5"]))
    expect(await answers[0]?.text()).toContain("reach our records")
    expect(await statusOf(`${first.origin}/live`)).toBe(200)
    await release()
    await until(async () => (await ask(first, "/goals")).status === 200)
  })

  test("every connection cut at once: the app lives on", async () => {
    for (let times = 0; times < 3; times += 1) {
      await cluster.administer("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'throughline'")
      await until(async () => (await ask(first, "/goals")).status === 200)
      await until(async () => (await ask(second, "/goals")).status === 200)
    }
  })

  test("the server gone: pages say so, nobody is signed in, the process lives; and it is back by itself", async () => {
    for (let times = 0; times < 3; times += 1) {
      await cluster.halt()
      const page = await ask(first, "/goals")
      expect([page.status, page.headers.get("retry-after")]).toEqual([503, "5"])
      expect(await page.text()).toContain("We can&#39;t reach our records")
      const saving = await ask(first, "/comments", { form: { operationId: crypto.randomUUID(), elementId: crypto.randomUUID(), body: "A thought" } })
      expect([saving.status, saving.headers.get("retry-after")]).toEqual([503, "5"])
      const door = await signIn(first, password)
      expect([door.status, door.headers.getSetCookie()]).toEqual([503, []])
      expect([await statusOf(`${first.origin}/live`), await statusOf(`${first.origin}/ready`)]).toEqual([200, 503])
      await cluster.resume()
      await until(async () => (await statusOf(`${first.origin}/ready`)) === 200)
      expect((await ask(first, "/goals")).status).toBe(200)
    }
    expect(first.child.exitCode).toBeNull()
  })

  test("SIGTERM while a request waits for the database: it gets its answer, new ones are refused, the end is 0", async () => {
    const release = await holdRecords()
    const waiting = ask(first, "/goals")
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await until(async () => (await client.query("select 1 from pg_stat_activity where wait_event_type = 'Lock'")).rows.length > 0)
    await client.end()
    process.kill(first.child.pid ?? 0, "SIGTERM")
    await until(async () => (await statusOf(`${first.origin}/live`)) === null)
    await release()
    expect((await waiting).status).toBe(200)
    await first.ended
    expect((await ask(second, "/goals")).status).toBe(200)
  })

  test("an app of a schema that is not there does not start", async () => {
    const other = await launch(join(parent, "three"), { DATABASE_URL: cluster.url("nowhere") })
    expect(await other.ended).toBe(1)
    expect(other.output()).not.toMatch(/at .*\.js:\d/)
  })
})
