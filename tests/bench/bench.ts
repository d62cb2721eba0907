// The bench: makes three companies on a PostgreSQL of its own, measures the app and the smallest page in turns, prints one table.

import { join } from "node:path"
import { openDatabase } from "#db/client"
import { createSession, sessionCookieName } from "~/core/session.server"
import { startCluster, type Cluster } from "../support/postgres-cluster"
import { mapMeasures, openBrowser, panningMeasure, scriptMeasures, type Signed } from "./browser-measures"
import { fillCompany, type Company, type CompanySize } from "./dataset"
import { bounded, compared, table, type Line } from "./report"
import { importMeasures } from "./import-measures"
import { portfolioMeasures } from "./portfolio-measures"
import { readingMeasure } from "./reading-measure"
import { graphMeasures, orderingMeasures } from "./rule-measures"
import { answerTime, growth, memoryAfter, processorTime, throughput } from "./server-measures"
import { standardMeasures } from "./standard-measures"
import { talkMeasures } from "./talk-measures"
import { startMeasured, type Measured } from "./server-process"

export interface BenchPlace {
  root: string
  smallest: string
  smallestBuild: string
}

interface Installation {
  url: string
  company: Company
  cookie: { name: string; value: string }
  viewer: string
  app: Measured
}

const sizes = { few: { elements: 360, links: 520 }, small: { elements: 2_000, links: 3_300 }, large: { elements: 20_000, links: 33_000 } } satisfies Record<string, CompanySize>
const search = "supplier port"

/** Measures everything and prints the table. It never fails for being slow: the figures are for people to judge. */
export async function bench(place: BenchPlace): Promise<void> {
  const cluster = await startCluster()
  const running: Measured[] = []
  try {
    say(`PostgreSQL ${cluster.version}, Node ${process.versions.node}. Making three companies.`)
    const few = await install(cluster, place, "few", running)
    const small = await install(cluster, place, "small", running)
    const large = await install(cluster, place, "large", running)
    const smallest = await startMeasured(place.root, place.smallest, { DATABASE_URL: large.url, SMALLEST_BUILD: place.smallestBuild })
    running.push(smallest)
    const lines: Line[] = []
    const part = async (name: string, measure: () => Promise<Line[]>) => {
      const started = performance.now()
      try {
        lines.push(...(await measure()))
        say(`${name}: ${Math.round((performance.now() - started) / 1000)} s`)
      } catch (error) {
        // the other figures are worth having; the process ends with 1 all the same
        process.exitCode = 1
        process.stderr.write(`${name} could not be measured: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
      }
    }
    const wanted = (process.env.BENCH_PARTS ?? "").split(",").filter(Boolean)
    const parts: [string, () => Promise<Line[]>][] = [
      ["pages", () => pageMeasures(large, smallest)],
      ["growth", () => growthMeasures(small, large)],
      ["search", () => searchMeasure(large, smallest)],
      ["rules", async () => [...(await graphMeasures(small.url)), ...orderingMeasures()]],
      ["browser", () => browserMeasures(few, small, large)],
      ["process", () => processMeasures(place, large, running)],
      ["consult", () => talkMeasures({ cluster, smallest, start: (url, cookie) => startApp(place.root, url, cookie) })],
      ["standards", () => standardMeasures(place.root, cluster)],
      ["portfolio", () => portfolioMeasures(cluster)],
      ["import", async () => [await readingMeasure(place.root), ...(await importMeasures(place.root, cluster))]],
    ]
    for (const [name, measure] of parts) if (wanted.length === 0 || wanted.includes(name)) await part(name, measure)
    say(`\n${table(lines)}`)
  } finally {
    for (const server of running) await server.stop()
    await cluster.stop()
  }
}

async function install(cluster: Cluster, { root }: BenchPlace, name: keyof typeof sizes, running: Measured[]): Promise<Installation> {
  await cluster.administer(`create database ${name} owner throughline`)
  const url = cluster.url(name)
  const company = await fillCompany(url, sizes[name])
  const cookie = { name: sessionCookieName(false), value: await tokenOf(url, company.planner) }
  const viewer = `${cookie.name}=${await tokenOf(url, company.viewer)}`
  const app = await startApp(root, url, `${cookie.name}=${cookie.value}`)
  running.push(app)
  say(`${name}: ${company.elements} elements, ${company.links} links`)
  return { url, company, cookie, viewer, app }
}

async function tokenOf(url: string, personId: string): Promise<string> {
  const db = openDatabase(url, { max: 1 })
  const { token } = await createSession(personId, { now: new Date() }, db)
  await db.destroy()
  return token
}

function startApp(root: string, url: string, cookie: string): Promise<Measured> {
  return startMeasured(root, join(root, "bin", "start.mjs"), { DATABASE_URL: url }, cookie)
}

async function pageMeasures({ app, company, viewer }: Installation, smallest: Measured): Promise<Line[]> {
  const seen = app.askedBy(viewer)
  const goal = `/goals/${company.goal}`
  const initiative = `/initiatives/${company.initiative}`
  const there = async (path: string) => (await app.ask(path)).status === 200
  const pages = [
    { name: "initiatives list, 50 rows, for a planner", server: app, path: "/initiatives", most: 1.3 },
    { name: "initiatives list, 50 rows, for a viewer", server: seen, path: "/initiatives", most: 1.3 },
    ...((await there(goal)) ? [{ name: "goal page", server: app, path: goal, most: 1.5 }] : []),
    { name: "initiative page", server: app, path: initiative, most: 1.5 },
  ]
  const bare = { server: smallest, path: "/" }
  const [yardstick = 0, packed = 0, oursPacked = 0, ...costs] = await processorTime([bare, { ...bare, packed: true }, { server: app, path: "/initiatives", packed: true }, ...pages])
  const lines = pages.map((page, at) => compared(`${page.name}: processor time a request`, { ours: costs[at] ?? 0, yardstick, unit: "ms", most: page.most }))
  lines.push(compared("initiatives list, packed as browsers ask", { ours: oursPacked, yardstick: packed, unit: "ms" }))
  const [rate = 0, bareRate = 0] = await throughput([{ server: app, path: "/initiatives" }, bare])
  lines.push(compared("initiatives list, 8 clients, one process", { ours: rate, yardstick: bareRate, unit: "a second", least: 0.75 }))
  return lines
}

function growthMeasures(small: Installation, large: Installation): Promise<Line[]> {
  const lists = ["goals", "initiatives", "services", "applications", "applications/portfolio", "functions", "functions/list", "capabilities", "units", "people"]
  const records = ["goal", "initiative", "service", "application", "unit"] as const
  const path = (of: Company, kind: (typeof records)[number]) => `/${kind}s/${of[kind]}`
  return growth(small.app, large.app, [
    ...lists.map((name) => ({ name: `list of ${name}`, small: `/${name}`, large: `/${name}` })),
    { name: "list of initiatives searched", small: "/initiatives?q=portal", large: "/initiatives?q=portal" },
    ...records.map((kind) => ({ name: `one ${kind}`, small: path(small.company, kind), large: path(large.company, kind) })),
    { name: "search", small: `/search?q=${search}`, large: `/search?q=${search}` },
  ].map((page) => ({ ...page, small: encodeURI(page.small), large: encodeURI(page.large) })))
}

async function searchMeasure({ app }: Installation, smallest: Measured): Promise<Line[]> {
  const path = encodeURI(`/search?q=${search}`)
  const [ours = 0, yardstick = 0] = await answerTime([{ server: app, path }, { server: smallest, path }])
  return [compared("search, 20,000 elements, against the bare query on the smallest page", { ours, yardstick, unit: "ms", most: 1.5 })]
}

async function browserMeasures(few: Installation, small: Installation, large: Installation): Promise<Line[]> {
  const browser = await openBrowser()
  const signed = ({ app, cookie }: Installation): Signed => ({ server: app, cookie })
  const { goal, initiative, application } = large.company
  try {
    return [
      ...(await mapMeasures(browser, { few: signed(few), small: signed(small), large: signed(large) })),
      await panningMeasure(browser, signed(small)),
      ...(await scriptMeasures(large.app, [
        { name: "executive pages", paths: ["/map", "/strategy", `/goals/${goal}`, "/"], most: 130 },
        { name: "planner's pages", paths: ["/initiatives", "/goals", `/initiatives/${initiative}`, `/applications/${application}`, "/initiatives/new", "/goals/new", `/initiatives/${initiative}/edit`, "/map?view=matrix", "/link"], most: 260 },
      ])),
    ]
  } finally {
    await browser.close()
  }
}

async function processMeasures({ root }: BenchPlace, { app, company, url, cookie }: Installation, running: Measured[]): Promise<Line[]> {
  const { goal, initiative, service, application, unit } = company
  const lists = ["goals", "initiatives", "services", "applications", "applications/portfolio", "functions", "functions/list", "capabilities", "units", "people"]
  const memory = await memoryAfter(app, [
    "/", "/map", "/map?view=table", "/map?view=matrix", "/map.svg", "/map.png", "/strategy", "/history", "/settings", "/search?q=portal",
    ...lists.flatMap((list) => [`/${list}`, `/${list}?page=3`, `/${list}.csv`, `/${list}.xlsx`]),
    `/goals/${goal}`, `/initiatives/${initiative}`, `/services/${service}`, `/applications/${application}`, `/units/${unit}`,
    "/initiatives/new", "/goals/new", `/initiatives/${initiative}/edit`,
  ])
  const started = performance.now()
  const again = await startApp(root, url, `${cookie.name}=${cookie.value}`)
  running.push(again)
  const { status } = await again.ask("/initiatives")
  const ms = performance.now() - started
  return [memory, bounded("start to first page, existing data (PostgreSQL, 20,000 elements)", { ours: ms / 1000, unit: "s", most: 2.5, note: status === 200 ? "" : `answered ${status}` })]
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
