// What bringing a large model in costs: against a COPY of the same rows, on both databases, beside people who read pages.

import { randomUUID } from "node:crypto"
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import pg from "pg"
import { openDatabase } from "#db/client"
import { endpointUrl } from "#db/embedded/endpoint"
import { readOwner } from "#db/embedded/owner"
import { migrate } from "#db/migrate"
import { createSession, sessionCookieName } from "~/core/session.server"
import type { Cluster } from "../support/postgres-cluster"
import { fillCompany } from "./dataset"
import { largeModel } from "./large-model"
import { bounded, compared, median, type Line } from "./report"
import { startMeasured, type Measured } from "./server-process"

const few = { elements: 360, links: 520 }
/** Each after those whose rows it names. */
const copied = ["element", "unit", "person", "goal", "initiative", "service", "application", "link"]
const page = "/initiatives"
const betweenMs = 100
const withinMs = 30 * 60_000

export interface Place {
  url: string
  server: Measured
  cookie: string
}

interface Brought {
  readMs: number
  applyMs: number
  /** the answers of a page before, while the file is read and staged, and while it is applied */
  waits: Record<"before" | "reading" | "applying", number[]>
  mostMb: number
}

/** Imports one model of 20,000 elements and 28,000 links into PostgreSQL and into the embedded database, and exports it again. */
export async function importMeasures(root: string, cluster: Cluster): Promise<Line[]> {
  const model = largeModel(20_000, 28_000)
  const folder = mkdtempSync(join(tmpdir(), "throughline-bench-"))
  chmodSync(folder, 0o777)
  const running: Measured[] = []
  try {
    await cluster.administer("create database brought owner throughline")
    const url = cluster.url("brought")
    const server = await startMeasured(root, join(root, "bin", "start.mjs"), { DATABASE_URL: url })
    running.push(server)
    const place = await settle({ url, server })
    const postgres = await bring(place, model)
    const copyMs = await copyOfTheSame(cluster, folder)
    const exports = await exportMeasures(place)
    const alone = await startMeasured(root, join(root, "bin", "start.mjs"), { DATABASE_URL: "", DATA_DIR: join(folder, "data") })
    running.push(alone)
    const endpoint = readOwner(join(folder, "data"))?.endpoint
    if (!endpoint) throw new Error("The embedded database of the bench does not say where it listens.")
    const embedded = await bring(await settle({ url: endpointUrl(endpoint), server: alone }), model)
    return [...lines(postgres, embedded, copyMs), ...exports]
  } finally {
    for (const server of running) await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function lines(postgres: Brought, embedded: Brought, copyMs: number): Line[] {
  const whole = ({ readMs, applyMs }: Brought) => (readMs + applyMs) / 1000
  const { before, reading, applying } = postgres.waits
  return [
    compared("import of 20,000 elements and 28,000 links into PostgreSQL, against a COPY of the same rows", { ours: whole(postgres), yardstick: copyMs / 1000, unit: "s", most: 15 }),
    compared("the same into the embedded database, against PostgreSQL", { ours: whole(embedded), yardstick: whole(postgres), unit: "s", most: 3 }),
    bounded("memory of the app during the import, PostgreSQL", { ours: postgres.mostMb, unit: "MB", most: 400 }),
    bounded("memory of the app during the import, embedded", { ours: embedded.mostMb, unit: "MB", most: 400 }),
    compared("a page while the file is read and staged, PostgreSQL", { ours: median(reading), yardstick: median(before), unit: "ms", most: 2 }),
    compared("a page while it is applied, PostgreSQL", { ours: median(applying), yardstick: median(before), unit: "ms", most: 2 }),
    compared("a page while the file is read and staged, embedded", { ours: median(embedded.waits.reading), yardstick: median(embedded.waits.before), unit: "ms", most: 2 }),
    bounded("the longest wait for a page while it is applied, embedded", { ours: Math.max(...embedded.waits.applying) / 1000, unit: "s" }),
  ]
}

/** A small company, and the session of its planner. */
export async function settle({ url, server }: Omit<Place, "cookie">): Promise<Place> {
  const company = await fillCompany(url, few)
  const db = openDatabase(url, { max: 1 })
  const { token } = await createSession(company.planner, { now: new Date() }, db)
  await db.destroy()
  return { url, server, cookie: `${sessionCookieName(false)}=${token}` }
}

/** The file through the form, as a person brings it, while others ask for a page. */
async function bring(place: Place, model: string): Promise<Brought> {
  const waits: Brought["waits"] = { before: [], reading: [], applying: [] }
  for (let count = 0; count < 60; count += 1) {
    waits.before.push(await pageMs(place))
    // as they come beside the import: a server that is asked without pause answers faster
    await wait(betweenMs)
  }
  let phase: "reading" | "applying" = "reading"
  let mostMb = 0
  let over = false
  const others = Promise.resolve().then(async () => {
    while (!over) {
      waits[phase].push(await pageMs(place))
      mostMb = Math.max(mostMb, (await place.server.used()).memoryMb)
      await wait(betweenMs)
    }
  })
  // whichever fails first is the failure that is told
  others.catch(() => undefined)
  try {
    const times = await broughtIn(place, model, () => (phase = "applying"))
    over = true
    await others
    return { ...times, waits, mostMb }
  } finally {
    over = true
  }
}

/** Milliseconds until the preview stands, and from then until it is applied. */
async function broughtIn(place: Place, model: string, read: () => void): Promise<Pick<Brought, "readMs" | "applyMs">> {
  const form = new FormData()
  form.set("operationId", randomUUID())
  form.set("file", new File([model], "large-model.xml", { type: "text/xml" }))
  const readFrom = performance.now()
  const id = (await post(place, "/settings/imports/new", form)).split("/").at(-1) ?? ""
  await reached(place, id, "preview")
  const readMs = performance.now() - readFrom
  read()
  const applyFrom = performance.now()
  await post(place, `/settings/imports/${id}/apply`, new URLSearchParams({ operationId: randomUUID() }))
  await reached(place, id, "applied")
  return { readMs, applyMs: performance.now() - applyFrom }
}

async function pageMs({ server, cookie }: Place): Promise<number> {
  const started = performance.now()
  const answer = await fetch(server.origin + page, { headers: { cookie } })
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${page} answered ${answer.status} beside the import.`)
  return performance.now() - started
}

/** Posts a form as the planner; returns the address that the answer leads to. */
export async function post({ server, cookie }: Place, path: string, body: FormData | URLSearchParams): Promise<string> {
  const answer = await fetch(server.origin + path, { method: "POST", body, redirect: "manual", headers: { cookie, origin: server.origin } })
  const to = answer.headers.get("location")
  if (to === null) throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`)
  return to
}

/** Waits until an import stands as wanted; refused when it failed. */
export async function reached({ url }: Place, id: string, wanted: string): Promise<void> {
  const db = openDatabase(url, { max: 1, heldAtMostMs: withinMs })
  try {
    for (const until = performance.now() + withinMs; performance.now() < until; await wait(100)) {
      const row = await db.selectFrom("import").select(["state", "message"]).where("id", "=", id).executeTakeFirst()
      if (row?.state === wanted) return
      if (row === undefined || ["failed", "cancelled", "columns"].includes(row.state)) throw new Error(`The import is ${row?.state ?? "gone"}: ${row?.message ?? ""}`)
    }
    throw new Error(`The import did not become ${wanted}.`)
  } finally {
    await db.destroy()
  }
}

/** Milliseconds for a COPY of the imported rows into the same tables of a fresh database, in one transaction. */
async function copyOfTheSame(cluster: Cluster, folder: string): Promise<number> {
  await cluster.administer("create database copied owner throughline")
  await migrate(cluster.url("copied"))
  const file = (table: string) => pg.escapeLiteral(join(folder, `${table}.copy`))
  await asAdministrator(cluster, "brought", async (client) => {
    for (const table of copied) await client.query(`copy ${table} to ${file(table)}`)
  })
  return asAdministrator(cluster, "copied", async (client) => {
    const started = performance.now()
    await client.query("begin")
    for (const table of copied) await client.query(`copy ${table} from ${file(table)}`)
    await client.query("commit")
    return performance.now() - started
  })
}

/** Runs something on a database as its administrator, who may read and write files. */
export async function asAdministrator<Result>(cluster: Cluster, database: string, run: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const address = new URL(cluster.url(database))
  address.username = "administrator"
  const client = new pg.Client({ connectionString: address.href })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

/** How much the app grows while it writes each kind of export; once before, so that its code is there. */
async function exportMeasures({ server, cookie }: Place): Promise<Line[]> {
  const found: Line[] = []
  for (const format of ["xlsx", "zip", "json", "xml"]) {
    const path = `${server.origin}/settings/export/${format}`
    const take = async () => {
      const answer = await fetch(path, { headers: { cookie } })
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`)
      let bytes = 0
      let mostMb = 0
      const reader = answer.body?.getReader()
      for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
        bytes += part.value.byteLength
        mostMb = Math.max(mostMb, (await server.used()).memoryMb)
      }
      return { bytes, mostMb }
    }
    await take()
    const before = (await server.used()).memoryMb
    const { bytes, mostMb } = await take()
    found.push(bounded(`memory the export of 20,000 elements adds, .${format}`, { ours: Math.max(0, mostMb - before), unit: "MB", most: 50, note: `${(bytes / 1e6).toFixed(1)} MB` }))
  }
  return found
}
