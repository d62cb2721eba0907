// kill -9 in the middle of a restore: the place is as empty as before, or it has everything; never something between.

import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { builtApp } from "../support/built-app"
import { runCommand, startCommand } from "../support/command-line"
import { postgresPrograms } from "../support/databases"
import { startCluster, type Cluster } from "../support/postgres-cluster"
import { enginePid, isGone, until } from "./app-process"

const rounds = Number(process.env.RESTORE_ROUNDS ?? 6)
const folder = mkdtempSync(join(tmpdir(), "throughline-cut-"))
const backup = join(folder, "backup.zip")
const patiently = 900_000
const counts = { cut: 0, whole: 0 }
const last: { cluster: Cluster | null } = { cluster: null }

beforeAll(async () => {
  await builtApp()
  const source = { DATA_DIR: join(folder, "source") }
  expect(await runCommand(["demo", "add"], source, folder)).toMatchObject({ code: 0 })
  expect(await runCommand(["backup", backup], source, folder)).toMatchObject({ code: 0 })
}, patiently)

afterAll(async () => {
  await last.cluster?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test(`${rounds} rounds on the embedded database`, async () => {
  for (let round = 0; round < rounds; round += 1) {
    const settings = { DATA_DIR: join(folder, `cut-${round}`) }
    const { child, ended } = startCommand(["restore", backup], settings, folder)
    await until(() => child.exitCode !== null || engineOf(settings.DATA_DIR) > 0)
    await wait(Math.random() * 3_000)
    const engine = engineOf(settings.DATA_DIR)
    // the database dies with the command, or is left to notice by itself
    if (round % 2 === 0 && engine > 0) process.kill(engine, "SIGKILL")
    child.kill("SIGKILL")
    await ended
    if (engine > 0) await until(() => isGone(engine))
    await judge(settings)
  }
  process.stdout.write(`${counts.cut} restores cut and repeated, ${counts.whole} were done before\n`)
}, patiently)

test.skipIf(postgresPrograms() === null)("in the middle of loading on PostgreSQL", async () => {
  const cluster = await startCluster()
  last.cluster = cluster
  await cluster.administer("create database plan owner throughline encoding 'UTF8' template template0")
  const settings = { DATABASE_URL: cluster.url("plan"), DATA_DIR: join(folder, "none") }
  const { child, ended } = startCommand(["restore", backup], settings, folder)
  const watcher = new pg.Client({ connectionString: cluster.url("postgres") })
  await watcher.connect()
  await until(async () => {
    const { rows } = await watcher.query("select 1 from pg_stat_activity where datname = 'plan' and query like 'insert into%'")
    return rows.length > 0 || child.exitCode !== null
  })
  child.kill("SIGKILL")
  await ended
  await watcher.end()
  await judge(settings)
}, patiently)

/** Restoring again works where nothing is, and is refused where everything is; the records are the backup's either way. */
async function judge(settings: Record<string, string>): Promise<void> {
  const again = await runCommand(["restore", backup], settings, folder)
  if (again.code === 0) counts.cut += 1
  else {
    expect(again.err).toMatch(/holds records already/)
    counts.whole += 1
  }
  const copy = join(folder, "copy.zip")
  rmSync(copy, { force: true })
  expect(await runCommand(["backup", copy], settings, folder)).toMatchObject({ code: 0 })
  expect(readFileSync(copy).equals(readFileSync(backup))).toBe(true)
}

function engineOf(dataDir: string): number {
  try {
    return enginePid(dataDir)
  } catch {
    return 0
  }
}
