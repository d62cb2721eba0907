// Standards: the answer to "is it allowed?" among 20,000 names against the bare trigram query, and the real lists against a COPY of their rows.

import { randomUUID } from "node:crypto"
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "kysely"
import pg from "pg"
import { openDatabase } from "#db/client"
import { migrate } from "#db/migrate"
import { answersTo } from "~/features/decisions/allowed.queries.server"
import type { Cluster } from "../support/postgres-cluster"
import { fillCompany } from "./dataset"
import { asAdministrator, post, reached, settle, type Place } from "./import-measures"
import { bounded, compared, median, missing, type Line } from "./report"
import { startMeasured } from "./server-process"

const lists = ["it-standards-2017-11-22.csv", "it-standards-2022-04-29.csv"]
const rounds = 30

/** Measures both; the lists only where they lie beside the product. */
export async function standardMeasures(root: string, cluster: Cluster): Promise<Line[]> {
  return [...(await allowedMeasures(cluster)), ...(await listMeasures(root, cluster))]
}

/** Names of two or three words and a version, as products have them; every tenth stands in one of 200 jobs. */
async function allowedMeasures(cluster: Cluster): Promise<Line[]> {
  await cluster.administer("create database allowed owner throughline")
  const url = cluster.url("allowed")
  const { planner } = await fillCompany(url, { elements: 360, links: 520 })
  const db = openDatabase(url, { max: 1 })
  try {
    const words = ["Acrobat", "Vector", "Draw", "Sheet", "Reader", "Studio", "Cloud", "Mail", "Planner", "Secure", "Paper", "Report", "Desk", "Signal", "Bridge", "Canvas", "Ledger", "Phone", "Scan", "Market"]
    const list = sql`${words}::text[]`
    const name = sql`(${list})[1 + n % 20] || ' ' || (${list})[1 + (n / 20) % 20] || ' ' || (${list})[1 + (n / 400) % 20] || ' ' || (2000 + n / 8000 * 5 + n % 5)`
    await sql`
      insert into element (id, kind, number, name, summary, sort_key, search_text, version, created_at, updated_at)
      select gen_random_uuid(), 'application', 100000 + n, ${name}, '', lower(${name}), 'a-' || (100000 + n) || ' ' || lower(${name}), 1, clock_timestamp(), clock_timestamp() from generate_series(1, 20000) n`.execute(db)
    await sql`insert into application (id, kind, lifecycle, vendor) select id, 'application', 'active', '' from element where kind = 'application' and number > 100000`.execute(db)
    await sql`analyze element`.execute(db)
    const today = new Date().toISOString().slice(0, 10)
    const lines: Line[] = []
    for (const typed of ["acrobat studio", "acrobta studoi"]) {
      const [ours, bare]: [number[], number[]] = [[], []]
      for (let round = -3; round < rounds; round += 1) {
        const from = performance.now()
        const found = await answersTo(db, typed, { personId: planner, today })
        const between = performance.now()
        await sql`select id, name from element where kind = 'application' and archived_at is null and sort_key % ${typed} order by similarity(sort_key, ${typed}) desc, id limit 12`.execute(db)
        if (found.length === 0) throw new Error(`Nothing is called “${typed}”.`)
        if (round >= 0) ours.push(between - from)
        if (round >= 0) bare.push(performance.now() - between)
      }
      const what = `“${typed}”: is it allowed? among 20,000 names`
      lines.push(bounded(what, { ours: median(ours), unit: "ms", most: 30 }), compared(`${what}, against the bare trigram query`, { ours: median(ours), yardstick: median(bare), unit: "ms", most: 3 }))
    }
    return lines
  } finally {
    await db.destroy()
  }
}

/** Each list through the form and applied, against a COPY of the rows it made into the same tables. */
async function listMeasures(root: string, cluster: Cluster): Promise<Line[]> {
  const at = join(root, "..", "shared", "data", "standards")
  if (!existsSync(at)) return lists.map((name) => missing(`import of ${name}, against a COPY of its rows`, "the list is not beside the product"))
  const folder = mkdtempSync(join(tmpdir(), "throughline-bench-"))
  chmodSync(folder, 0o777)
  await cluster.administer("create database listed owner throughline")
  const url = cluster.url("listed")
  const server = await startMeasured(root, join(root, "bin", "start.mjs"), { DATABASE_URL: url })
  try {
    const place = await settle({ url, server })
    await cluster.administer("create database relisted owner throughline")
    await migrate(cluster.url("relisted"))
    const lines: Line[] = []
    for (const name of lists) {
      const ours = await broughtIn(place, name, readFileSync(join(at, name)))
      lines.push(compared(`import of ${name}, against a COPY of its rows`, { ours, yardstick: await copyOf(cluster, folder, name), unit: "ms", most: 5 }))
    }
    return lines
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Milliseconds from sending the file until it is applied, without the pause in which a person reads the preview. */
async function broughtIn(place: Place, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const form = new FormData()
  form.set("operationId", randomUUID())
  form.set("as", "standard")
  form.set("file", new File([bytes], name, { type: "text/csv" }))
  const from = performance.now()
  const id = (await post(place, "/settings/imports/new", form)).split("/").at(-1) ?? ""
  await reached(place, id, "preview")
  await post(place, `/settings/imports/${id}/apply`, new URLSearchParams({ operationId: randomUUID() }))
  await reached(place, id, "applied")
  return performance.now() - from
}

/** The rows that one list made, each table after those whose rows it names; staged rows and history are not among them. */
function rowsOf(name: string): readonly (readonly [table: string, rows: string])[] {
  const file = pg.escapeLiteral(name)
  const made = `(select id from element where created_at = (select applied_at from import where file_name = ${file}))`
  return [
    ["element", `select * from element where id in ${made}`], ["function", `select * from function where id in ${made}`], ["application", `select * from application where id in ${made}`],
    ["link", `select * from link where created_at = (select applied_at from import where file_name = ${file})`], ["decision", `select * from decision where id in ${made}`],
    ["decision_tie", `select * from decision_tie where decision_id in ${made}`], ["standard", `select * from standard where decision_id in ${made}`],
  ]
}

async function copyOf(cluster: Cluster, folder: string, name: string): Promise<number> {
  const file = (table: string) => pg.escapeLiteral(join(folder, `${name}.${table}.copy`))
  await asAdministrator(cluster, "listed", async (client) => {
    for (const [table, rows] of rowsOf(name)) await client.query(`copy (${rows}) to ${file(table)}`)
  })
  return asAdministrator(cluster, "relisted", async (client) => {
    // what was there before, such as who brought it, is not there to refer to
    await client.query("set session_replication_role = replica")
    // the standings of the list before still hold there, and no day may have two
    await client.query("delete from standard")
    const started = performance.now()
    await client.query("begin")
    for (const [table] of rowsOf(name)) await client.query(`copy ${table} from ${file(table)}`)
    await client.query("commit")
    return performance.now() - started
  })
}
