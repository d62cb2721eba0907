// The embedded database as a process: who owns the folder, what kills it, what brings it back, what it lets in.

import { spawn, type ChildProcess } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { sql } from "kysely"
import { afterEach, describe, expect, inject, test, vi } from "vitest"
import { openDatabase } from "#db/client"
import { startEmbedded, type Embedded, type EmbeddedOptions } from "#db/embedded/embedded"
import { endpointOf } from "#db/embedded/endpoint"
import { claimFolder, FolderHeldError, livingOwner, type Owner } from "#db/embedded/owner"
import { ownIdentity, startOf, stillRuns } from "#db/embedded/process-identity"

// A machine with all its cores busy takes its time to open a database.
vi.setConfig({ testTimeout: 60_000 })

const from = inject("testDatabase")
const onEmbedded = from.kind === "embedded"
const folders: string[] = []
const running: Embedded[] = []
const processes: ChildProcess[] = []

afterEach(async () => {
  for (const child of processes.splice(0)) child.kill("SIGKILL")
  for (const one of running.splice(0)) await one.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function aFolder(name = "data"): string {
  const parent = mkdtempSync(join(tmpdir(), "throughline-test-"))
  folders.push(parent)
  return join(parent, name)
}

async function anEmbedded(dataDir: string, more: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const one = await startEmbedded({ dataDir, version: "1", address: "http://127.0.0.1:1", ...snapshot(), ...more })
  running.push(one)
  return one
}

function snapshot(): { snapshot?: string } {
  return from.kind === "embedded" ? { snapshot: from.snapshot } : {}
}

async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000
  while (!(await check())) {
    if (Date.now() > end) throw new Error("waited 15 s in vain")
    await wait(20)
  }
}

async function someProcess(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" })
  processes.push(child)
  await until(() => startOf(child.pid ?? 0) !== null)
  return child
}

function anOwner(dataDir: string, more: Partial<Owner>): Owner {
  return {
    pid: process.pid, startedAt: "another time", claim: "old", version: "0", address: "http://old",
    endpoint: { kind: "socket", folder: dataDir }, ...more,
  }
}

describe.runIf(onEmbedded)("who owns the folder", () => {
  test("a second owner is told who holds it, by number and address", async () => {
    const dataDir = aFolder()
    const first = await claimFolder({ dataDir, version: "1", address: "http://127.0.0.1:4711" })
    const second = claimFolder({ dataDir, version: "1", address: "http://127.0.0.1:4712" })
    await expect(second).rejects.toThrow(FolderHeldError)
    await expect(second).rejects.toThrow(new RegExp(`process ${process.pid} \\(http://127.0.0.1:4711\\)`))
    first.release()
    const third = await claimFolder({ dataDir, version: "1", address: "http://127.0.0.1:4713" })
    third.release()
    expect(existsSync(join(dataDir, "owner.json"))).toBe(false)
  })

  test("the folder is for its user alone", async () => {
    const dataDir = aFolder()
    const claim = await claimFolder({ dataDir, version: "1", address: "a" })
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    expect(statSync(join(dataDir, "owner.json")).mode & 0o777).toBe(0o600)
    claim.release()
  })

  test("an owner whose number went to another process is gone", async () => {
    const dataDir = aFolder()
    const claim = await claimFolder({ dataDir, version: "1", address: "a" })
    claim.release()
    writeFileSync(join(dataDir, "owner.json"), JSON.stringify(anOwner(dataDir, {})))
    expect(await livingOwner(dataDir)).toBeNull()
    const next = await claimFolder({ dataDir, version: "1", address: "b" })
    expect(next.owner.pid).toBe(process.pid)
    next.release()
  })

  test("of many newcomers after a dead owner exactly one wins", async () => {
    for (let round = 0; round < 20; round += 1) {
      const dataDir = aFolder()
      const claim = await claimFolder({ dataDir, version: "1", address: "a" })
      claim.release()
      writeFileSync(join(dataDir, "owner.json"), JSON.stringify(anOwner(dataDir, {})))
      const tried = await Promise.allSettled(
        Array.from({ length: 8 }, () => claimFolder({ dataDir, version: "1", address: "n" })),
      )
      expect(tried.filter((one) => one.status === "fulfilled")).toHaveLength(1)
    }
  })

  test("an owner.json that was cut short does not lock the folder for ever", async () => {
    const dataDir = aFolder()
    const claim = await claimFolder({ dataDir, version: "1", address: "a" })
    claim.release()
    writeFileSync(join(dataDir, "owner.json"), '{"pid": 1')
    const next = await claimFolder({ dataDir, version: "1", address: "b" })
    next.release()
  })

  test("an engine that outlived its owner is ended before the folder is opened again", async () => {
    const dataDir = aFolder()
    const claim = await claimFolder({ dataDir, version: "1", address: "a" })
    claim.release()
    const orphan = await someProcess()
    const pid = orphan.pid ?? 0
    writeFileSync(join(dataDir, "engine.json"), JSON.stringify({ pid, startedAt: startOf(pid) }))
    const next = await claimFolder({ dataDir, version: "1", address: "b" })
    expect(startOf(pid)).toBeNull()
    next.release()
  })

  test("a folder that answers is held, whatever its process number says", async () => {
    const dataDir = aFolder()
    const one = await anEmbedded(dataDir)
    const said = JSON.parse(readFileSync(join(dataDir, "owner.json"), "utf8")) as Owner
    const engine = readFileSync(join(dataDir, "engine.json"), "utf8")
    // As seen from another container: neither number means anything there.
    writeFileSync(join(dataDir, "owner.json"), JSON.stringify({ ...said, startedAt: "elsewhere" }))
    writeFileSync(join(dataDir, "engine.json"), JSON.stringify({ pid: 1, startedAt: "elsewhere" }))
    await expect(claimFolder({ dataDir, version: "1", address: "b" })).rejects.toThrow(FolderHeldError)
    writeFileSync(join(dataDir, "engine.json"), engine)
    await one.stop()
  })

  test("this process is itself and no other", () => {
    expect(stillRuns(ownIdentity())).toBe(true)
    expect(stillRuns({ ...ownIdentity(), startedAt: "earlier" })).toBe(false)
  })
})

describe.runIf(onEmbedded)("the engine", () => {
  test("keeps what was written over a stop and a start", async () => {
    const dataDir = aFolder()
    const first = await anEmbedded(dataDir)
    let db = openDatabase(first.url)
    await sql`insert into rate_limit (bucket, window_start, count) values ('a', '2026-01-01Z', 7)`.execute(db)
    await db.destroy()
    await first.stop()
    expect(existsSync(join(dataDir, "engine.json"))).toBe(false)
    const second = await anEmbedded(dataDir)
    db = openDatabase(second.url)
    const { rows } = await sql<{ count: number; who: string }>`select count, current_user as who from rate_limit`.execute(db)
    expect(rows).toEqual([{ count: 7, who: "app_rw" }])
    await db.destroy()
  })

  test("killed once it comes back as app_rw, killed again it gives up", async () => {
    let lost = 0
    const one = await anEmbedded(aFolder(), { onLost: () => (lost += 1) })
    const db = openDatabase(one.url)
    await sql`insert into rate_limit (bucket, window_start, count) values ('a', '2026-01-01Z', 7)`.execute(db)
    process.kill(one.enginePid() ?? 0, "SIGKILL")
    await until(() => !one.isUp())
    expect(lost).toBe(0)
    await until(() => one.isUp())
    const { rows } = await sql<{ count: number; who: string }>`select count, current_user as who from rate_limit`.execute(db)
    expect(rows).toEqual([{ count: 7, who: "app_rw" }])
    process.kill(one.enginePid() ?? 0, "SIGKILL")
    await until(() => lost === 1)
    await db.destroy()
  })

  test("ignores the signals that mean the app", async () => {
    const one = await anEmbedded(aFolder())
    const pid = one.enginePid() ?? 0
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.kill(pid, signal)
    await wait(300)
    expect(one.isUp()).toBe(true)
    expect(one.enginePid()).toBe(pid)
  })

  test("silent for too long, it is killed and started again", async () => {
    const one = await anEmbedded(aFolder(), { askEveryMs: 50, silentForMs: 500 })
    const first = one.enginePid() ?? 0
    process.kill(first, "SIGSTOP")
    await until(() => one.isUp() && one.enginePid() !== null && one.enginePid() !== first)
  })

  test("busy with one long transaction it is not taken for silent", async () => {
    const one = await anEmbedded(aFolder(), { askEveryMs: 50, silentForMs: 1500 })
    const first = one.enginePid()
    const db = openDatabase(one.url, { max: 1, heldAtMostMs: 60_000 })
    await db.transaction().execute(async (tx) => {
      for (let step = 0; step < 60; step++) {
        await sql`select 1`.execute(tx)
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    })
    expect(one.enginePid()).toBe(first)
    await db.destroy()
  })

  test("a path too long for a socket still works, in a private folder of its own", async () => {
    const dataDir = aFolder("d".repeat(120))
    const one = await anEmbedded(dataDir)
    const endpoint = endpointOf(one.url)
    expect(endpoint.kind === "socket" && endpoint.folder.length).toBeLessThan(80)
    expect(statSync(endpoint.kind === "socket" ? endpoint.folder : "").mode & 0o777).toBe(0o700)
    const db = openDatabase(one.url)
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
    await db.destroy()
  })

  test("through loopback TCP nothing passes before the secret", async () => {
    const one = await anEmbedded(aFolder(), { transport: "tcp" })
    const endpoint = endpointOf(one.url)
    if (endpoint.kind !== "tcp") throw new Error("not TCP")
    expect(endpoint.secret).toMatch(/^[0-9a-f]{64}$/)
    const db = openDatabase(one.url)
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
    await db.destroy()
    const heard = await new Promise<string>((resolve) => {
      const socket = connect(endpoint.port, "127.0.0.1")
      socket.on("error", () => resolve("closed"))
      socket.on("close", () => resolve("closed"))
      socket.on("data", (data) => resolve(data.toString()))
      socket.write(Buffer.concat([Buffer.alloc(32, 1), Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])]))
    })
    expect(heard).toBe("closed")
  })

  // these prove whose answer is whose, and not how fast a busy machine connects
  const patient = 60_000
  test("many connections at once get their own answers", async () => {
    const one = await anEmbedded(aFolder())
    const db = openDatabase(one.url, { max: 10, heldAtMostMs: patient })
    const answers = await Promise.all(
      Array.from({ length: 500 }, async (_, n) => {
        if (n % 5 === 0) await expect(sql`select 1 / (${n}::int - ${n}::int)`.execute(db)).rejects.toThrow(/division/)
        const asked = n % 2 === 0 ? sql<{ n: string }>`select ${n}::int::text as n` : sql<{ n: string }>`select ${String(n)}::text as n`
        return (await asked.execute(db)).rows[0]?.n
      }),
    )
    expect(answers).toEqual(Array.from({ length: 500 }, (_, n) => String(n)))
    await db.destroy()
  })

  test("a statement is never cut into by another connection's, also while connections come and go", async () => {
    const one = await anEmbedded(aFolder())
    const db = openDatabase(one.url, { max: 12, heldAtMostMs: patient })
    const asking = Array.from({ length: 400 }, async (_, n) => {
      const asked = [
        sql<{ n: string }>`select ${n}::int::text as n`,
        sql<{ n: string }>`select (${n}::int + ${0}::int)::text as n where ${"x"}::text = ${"x"}::text`,
        sql<{ n: string }>`select max(v)::text as n from unnest(${[n, n - 1]}::int[]) as v`,
      ][n % 3]
      return (await asked?.execute(db))?.rows[0]?.n
    })
    const guests = Array.from({ length: 20 }, async (_, n) => {
      const guest = openDatabase(one.url, { max: 1, heldAtMostMs: patient })
      await sql`select ${n}::int`.execute(guest)
      await guest.destroy()
    })
    expect(await Promise.all(asking)).toEqual(Array.from({ length: 400 }, (_, n) => String(n)))
    await Promise.all(guests)
    await db.destroy()
  })
})
