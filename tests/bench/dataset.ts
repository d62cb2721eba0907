// A made-up company of a given size, the same for the same seed, written by set-wise SQL past the product's commands.

import type pg from "pg"
import { openOwnerPool } from "#db/client"
import { migrate } from "#db/migrate"
import { fold, sortKey } from "~/core/fold"
import { newId } from "~/core/ids"
import type { Graph, GraphLink, GraphNode, NodeKind } from "~/features/alignment/graph"
import { codeOf, type ElementKind } from "~/features/elements/element"
import { companyGraph, seeded } from "./graphs"

export interface CompanySize {
  elements: number
  links: number
}

/** What the measures ask for by name. */
export interface Company {
  planner: string
  viewer: string
  goal: string
  initiative: string
  service: string
  application: string
  unit: string
  elements: number
  links: number
}

interface Rec {
  id: string
  kind: ElementKind
  number: number
  name: string
  summary: string
  node: GraphNode | null
}

type Values = readonly unknown[]

const at = "2026-03-02T09:00:00Z"
const first = ["Faster", "Safer", "Simpler", "Shared", "Digital", "Regional", "Central", "Open", "Modern", "Mobile", "Paperless", "Automated", "Joint", "Green"]
const second = ["claims", "billing", "customer", "supplier", "payroll", "warehouse", "network", "branch", "contract", "quality", "training", "energy", "fleet", "archive"]
const third = ["handling", "portal", "reporting", "renewal", "planning", "service", "platform", "records", "payments", "insight", "control", "exchange"]
const headcounts = ["frontline", "specialist", "manager"]

/** Migrates the database and fills it; returns the records that the measures visit. */
export async function fillCompany(url: string, size: CompanySize, seed = 7): Promise<Company> {
  await migrate(url)
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.min(list.length - 1, Math.floor(random() * list.length))] as T
  const graph = companyGraph(seed, Math.round(size.elements * 0.98))
  const people = Math.max(20, size.elements - graph.nodes.length)
  const records = recordsOf(graph, people, pick)
  const links = withMoreLinks(graph, size.links, pick)
  const pool = openOwnerPool(url)
  const client = await pool.connect()
  try {
    await client.query("begin; set local role app_owner; set local statement_timeout = 0")
    await writeRecords(client, records, pick)
    await writeLinks(client, links, records)
    await client.query("commit")
    await client.query("analyze")
  } finally {
    client.release()
    await pool.end()
  }
  return visited(records, links)
}

function recordsOf(graph: Graph, people: number, pick: <T>(list: readonly T[]) => T): Map<string, Rec> {
  const numbers = new Map<ElementKind, number>()
  const records = new Map<string, Rec>()
  const add = (key: string, kind: ElementKind, name: string, node: GraphNode | null) => {
    const number = (numbers.get(kind) ?? 0) + 1
    numbers.set(kind, number)
    const summary = Array.from({ length: 12 }, () => pick([first, second, third][number % 3] ?? first)).join(" ")
    records.set(key, { id: newId(Date.parse(at) + records.size), kind, number, name: `${name} ${number}`, summary, node })
  }
  for (let person = 0; person < people; person += 1) add(`p${person}`, "person", `${pick(second)} ${pick(third)}`, null)
  for (const node of graph.nodes) add(node.id, node.kind, `${pick(first)} ${pick(second)} ${pick(third)}`, node)
  return records
}

/** Fills up to the wanted number with uses of applications and services, no pair twice. */
function withMoreLinks(graph: Graph, wanted: number, pick: <T>(list: readonly T[]) => T): GraphLink[] {
  const seen = new Set<string>()
  const links: GraphLink[] = []
  const add = (link: GraphLink) => {
    const key = `${link.from} ${link.relation} ${link.to}`
    if (seen.has(key) || link.from === link.to || links.length >= wanted) return
    seen.add(key)
    links.push(link)
  }
  graph.links.forEach(add)
  const of = (...kinds: NodeKind[]) => graph.nodes.filter((node) => kinds.includes(node.kind))
  const [units, used, work] = [of("unit"), of("application", "service"), of("initiative")]
  for (let tries = 0; links.length < wanted && tries < wanted * 20; tries += 1) {
    const more = tries % 3 === 0 ? { from: pick(work).id, relation: "affects" as const, to: pick(units).id } : { from: pick(units).id, relation: "uses" as const, to: pick(used).id }
    add({ ...more, id: `m${tries}`, createdOrder: links.length })
  }
  return links
}

async function writeRecords(client: pg.PoolClient, records: Map<string, Rec>, pick: <T>(list: readonly T[]) => T): Promise<void> {
  const all = [...records.values()]
  const of = (kind: ElementKind) => all.filter((record) => record.kind === kind)
  const id = (key: string | null) => (key === null ? null : (records.get(key)?.id ?? null))
  const people = of("person")
  await client.query(
    `insert into company values (gen_random_uuid(), true, 'Bench company', 'To be measured.', '[]', 'EUR', 1, 'Europe/Berlin', 0.70, 0.40, false, 1, $1)`, [at])
  await insert(client, "element (id, kind, number, name, summary, sort_key, search_text, version, created_at, updated_at)", ["uuid", "text", "int", "text", "text", "text", "text"], all.map((record) => [
    record.id, record.kind, record.number, record.name, record.summary, sortKey(record.name),
    fold(`${codeOf(record.kind, record.number)} ${record.name} ${record.summary}`),
  ]), `, 1, '${at}', '${at}'`)
  await insert(client, "unit", ["uuid", "text", "uuid"], of("unit").map((unit) => [unit.id, "unit", id(unit.node?.parentId ?? null)]))
  const units = of("unit").map((unit) => unit.id)
  await insert(client, "unit_headcount", ["uuid", "text", "int"], units.flatMap((unit) => headcounts.map((level, place) => [unit, level, 40 - place * 15])))
  await insert(client, "person", ["uuid", "text", "uuid", "text", "text", "text"], people.map((person) => [person.id, "person", pick(units), pick(headcounts), "Lead", null]))
  const accounts = people.slice(0, 12)
  await insert(client, "account (person_id, email, version, created_at)", ["uuid", "text"], accounts.map((person) => [person.id, `${person.id}@example.test`]), `, 1, '${at}'`)
  await insert(client, "account_role", ["uuid", "text"], accounts.map((person, place) => [person.id, place === 0 ? "planner" : "viewer"]))
  await insert(client, "goal", ["uuid", "text", "uuid", "text", "int", "text", "text", "text", "date", "text", "text"], of("goal").map(({ id: own, node }) => [
    own, "goal", id(node?.parentId ?? null), node?.status, node?.weight, null, "Since customers ask for it.", "Less waiting.", "2027-06-30", null, "",
  ]))
  const measures = of("goal").flatMap((goal) => Array.from({ length: goal.node?.measureCount ?? 0 }, (_, place) => ({ id: newId(), goal: goal.id, place })))
  await insert(client, "measure (id, goal_id, name, position, is_yes_no, unit, direction, baseline, target, starts_on, target_on, weight, read_every_days, source, version)", ["uuid", "uuid", "text", "int"],
    measures.map((measure) => [measure.id, measure.goal, `Share done ${measure.place + 1}`, measure.place]), ", false, '%', 'up', 10, 90, date '2026-01-01', date '2027-12-31', 10, 30, 'Report', 1")
  await insert(client, "reading (id, measure_id, read_on, value, note, version, created_at)", ["uuid", "uuid", "date", "numeric"],
    measures.flatMap((measure) => [1, 2, 3].map((month) => [newId(), measure.id, `2026-0${month}-15`, 10 + month * 7])), `, '', 1, '${at}'`)
  for (const kind of ["service", "capability"] as const) {
    await insert(client, `${kind} (id, kind${kind === "capability" ? ", parent_id" : ""})`, kind === "capability" ? ["uuid", "text", "uuid"] : ["uuid", "text"],
      of(kind).map(({ id: own, node }) => (kind === "capability" ? [own, kind, id(node?.parentId ?? null)] : [own, kind])))
  }
  await insert(client, "application", ["uuid", "text", "text", "text"], of("application").map((record) => [record.id, "application", "active", "Vendor"]))
  await insert(client, "initiative (id, kind, status, starts_on, ends_on, sponsor_id, confidence, schedule_health, cost_health, scope_health, progress, health_note)", ["uuid", "text", "text", "date", "date", "uuid"],
    of("initiative").map(({ id: own, node }) => [own, "initiative", node?.status, "2026-02-01", "2027-03-31", pick(people).id]), ", 'likely', 'on track', 'at risk', 'on track', 40, 'Going on.'")
  await insert(client, "initiative_budget", ["uuid", "int", "numeric"],
    of("initiative").flatMap(({ id: own, node }) => Object.entries(node?.budgets ?? {}).map(([year, amount]) => [own, Number(year), amount])))
  const owned = all.filter((record) => record.node?.ownerId && ["goal", "initiative", "service", "application"].includes(record.kind))
  await insert(client, "responsibility (id, element_id, element_kind, person_id, role, created_at)", ["uuid", "uuid", "text", "uuid"],
    owned.map((record) => [newId(), record.id, record.kind, pick(people.slice(0, 400)).id]), `, 'accountable', '${at}'`)
  await insert(client, "change (operation_id, record_id, record_kind, actor_id, about, version, action, actor_kind, at, fields)", ["uuid", "uuid", "text", "uuid"],
    all.map((record) => [newId(), record.id, record.kind, accounts[0]?.id]), `, array[given2], 1, 'created', 'person', '${at}', '[]'`)
  for (const kind of new Set(all.map((record) => record.kind))) await client.query(`select setval('number_${kind}', $1)`, [of(kind).length])
}

async function writeLinks(client: pg.PoolClient, links: readonly GraphLink[], records: Map<string, Rec>): Promise<void> {
  const led = new Set<string>()
  const rows = links.map((link) => {
    const [from, to] = [records.get(link.from), records.get(link.to)]
    const main = link.relation === "contributes to" && !led.has(link.from)
    if (main) led.add(link.from)
    return [newId(), from?.id, from?.kind, link.relation, to?.id, to?.kind, link.strength ?? null, main, link.relation === "uses" ? 25 : null]
  })
  await insert(client, "link (id, from_id, from_kind, relation, to_id, to_kind, strength, is_primary, seats, note, version, created_at)",
    ["uuid", "uuid", "text", "text", "uuid", "text", "int", "bool", "int"], rows, `, '', 1, '${at}'`)
}

/** One statement for all rows: a column of values each, and what is the same for every row at the end. */
async function insert(client: pg.PoolClient, into: string, types: readonly string[], rows: readonly Values[], same = ""): Promise<void> {
  if (rows.length === 0) return
  const columns = types.map((_, column) => rows.map((row) => row[column] ?? null))
  const arrays = types.map((type, column) => `$${column + 1}::${type}[]`).join(", ")
  const names = types.map((_, column) => `given${column + 1}`).join(", ")
  await client.query(`insert into ${into} select ${names}${same} from unnest(${arrays}) as given (${names})`, columns)
}

function visited(records: Map<string, Rec>, links: readonly GraphLink[]): Company {
  const all = [...records.values()]
  const served = links.find((link) => link.relation === "contributes to" && records.get(link.from)?.node?.status === "in progress" && records.get(link.to)?.node?.parentId)
  const code = (record: Rec | undefined) => (record === undefined ? "" : codeOf(record.kind, record.number))
  const any = (kind: ElementKind) => code(all.find((record) => record.kind === kind))
  const accounts = all.filter((record) => record.kind === "person")
  return {
    planner: accounts[0]?.id ?? "", viewer: accounts[1]?.id ?? "",
    goal: code(records.get(served?.to ?? "")), initiative: code(records.get(served?.from ?? "")),
    service: any("service"), application: any("application"), unit: any("unit"), elements: all.length, links: links.length,
  }
}
