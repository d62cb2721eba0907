// kill -9 of everything at a random moment under 50 writers: what was acknowledged is there, nothing is half there.

import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { sql, type Kysely } from "kysely"
import { afterAll, expect, test } from "vitest"
import { openDatabase } from "#db/client"
import type { DB } from "#db/schema"
import { appPid, enginePid, isGone, launchReady, recordsUrl, until, type AppProcess } from "./app-process"

const rounds = Number(process.env.KILL_ROUNDS ?? 20)
const writers = 50
const parent = mkdtempSync(join(tmpdir(), "throughline-kill-"))
const dataDir = join(parent, "data")
const last: { app: AppProcess | null } = { app: null }

afterAll(() => {
  const child = last.app?.child
  if (child && child.exitCode === null && child.signalCode === null) process.kill(-(child.pid ?? 0), "SIGKILL")
  rmSync(parent, { recursive: true, force: true })
})

test(
  `${rounds} rounds lose no acknowledged write and leave none half done`,
  async () => {
    const ledger = new Set<string>()
    const restarts: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const begun = performance.now()
      last.app = await launchReady(dataDir)
      restarts.push(performance.now() - begun)
      const db = openDatabase(recordsUrl(dataDir), { max: writers })
      await compare(db, ledger)
      const all = [appPid(dataDir), enginePid(dataDir)] as const
      const working = Promise.all(Array.from({ length: writers }, (_, n) => write(db, `${round}.${n}`, ledger)))
      const before = ledger.size
      await until(() => ledger.size >= before + writers)
      await wait(Math.random() * 500)
      // The database dies with the app, before it, or is left to notice by itself.
      if (round % 3 !== 0) process.kill(all[1], "SIGKILL")
      process.kill(all[0], "SIGKILL")
      await working
      await db.destroy()
      await until(() => all.every(isGone))
    }
    last.app = await launchReady(dataDir)
    const db = openDatabase(recordsUrl(dataDir))
    await compare(db, ledger)
    await db.destroy()
    process.kill(appPid(dataDir), "SIGTERM")
    await last.app.ended
    const slowest = Math.max(...restarts.slice(1))
    process.stdout.write(`${ledger.size} acknowledged writes in ${rounds} rounds; slowest restart ${Math.round(slowest)} ms\n`)
    expect(ledger.size).toBeGreaterThan(rounds)
  },
  rounds * 120_000,
)

/** Writes pairs until the database is gone, and enters a pair into the ledger only when its commit was acknowledged. */
async function write(db: Kysely<DB>, writer: string, ledger: Set<string>): Promise<void> {
  for (let n = 0; ; n += 1) {
    const name = `${writer}.${n}`
    try {
      await db.transaction().execute(async (tx) => {
        for (const half of ["first", "second"]) {
          await tx.insertInto("rateLimit").values({ bucket: `${name}:${half}`, windowStart: new Date(0), count: 1 }).execute()
        }
      })
    } catch {
      return
    }
    ledger.add(name)
  }
}

async function compare(db: Kysely<DB>, ledger: Set<string>): Promise<void> {
  const { rows } = await sql<{ name: string; halves: string }>`
    select split_part(bucket, ':', 1) as name, count(*) as halves from rate_limit group by 1`.execute(db)
  const found = new Set(rows.map(({ name }) => name))
  expect(rows.filter(({ halves }) => halves !== "2")).toEqual([])
  expect([...ledger].filter((name) => !found.has(name))).toEqual([])
}
