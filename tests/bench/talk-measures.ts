// Stakeholders and consultations: coverage of every open subject against a plain aggregate, their pages, and how many queries each needs.

import { openDatabase } from "#db/client"
import { sql } from "kysely"
import { createSession, sessionCookieName } from "~/core/session.server"
import { coverageRows } from "~/features/consultations/coverage-rows.queries.server"
import { askedAbout } from "~/features/consultations/coverage.queries.server"
import type { Cluster } from "../support/postgres-cluster"
import { fillCompany } from "./dataset"
import { startCounter } from "./query-counter"
import { compared, median, missing, type Line } from "./report"
import { processorTime } from "./server-measures"
import type { Measured } from "./server-process"
import { fillTalks, type TalkSize } from "./talks"

const company = { elements: 2_000, links: 3_300 }
const sizes = {
  many: { people: 2_000, talks: 500, points: 10_000, promises: 200 },
  ten: { people: 10, talks: 10, points: 10, promises: 10 },
} satisfies Record<string, TalkSize>

export interface TalkPlace {
  cluster: Cluster
  smallest: Measured
  /** starts the product on a database, for somebody who is signed in there */
  start: (url: string, cookie: string) => Promise<Measured>
}

/** Fills two companies, one with ten of everything, and measures them. */
export async function talkMeasures(place: TalkPlace): Promise<Line[]> {
  const many = await filled(place, "many")
  const ten = await filled(place, "ten")
  return [
    ...(await coverageMeasures(many.url)), ...(await pageMeasures(place, many)), ...(await queryMeasures(place, ten, many)),
  ]
}

interface Filled {
  url: string
  cookie: string
  talk: string
  person: string
  unit: string
}

async function filled({ cluster }: TalkPlace, name: keyof typeof sizes): Promise<Filled> {
  await cluster.administer(`create database talks_${name} owner throughline`)
  const url = cluster.url(`talks_${name}`)
  const { planner } = await fillCompany(url, company)
  await fillTalks(url, sizes[name], planner)
  const db = openDatabase(url, { max: 1 })
  const { token } = await createSession(planner, { now: new Date() }, db)
  // the conversation with the most points, whose voices are many, and the unit that was promised most
  const { rows } = await sql<{ talk: string; person: string; unit: string }>`
    select (select 'R-' || e.number from feedback f join element e on e.id = f.consultation_id group by e.number order by count(*) desc, e.number limit 1) as talk,
      (select 'P-' || e.number from feedback_voice v join element e on e.id = v.person_id group by e.number order by count(*) desc, e.number limit 1) as person,
      (select 'U-' || e.number from commitment c join element e on e.id = c.unit_id join relationship r on r.unit_id = c.unit_id group by e.number order by count(*) desc, e.number limit 1) as unit`.execute(db)
  await db.destroy()
  const [visited] = rows
  if (!visited?.talk || !visited.person || !visited.unit) throw new Error(`The company talks_${name} has nothing to visit.`)
  return { url, cookie: `${sessionCookieName(false)}=${token}`, ...visited }
}

/** Both by the same connection, in turns, over every subject of an open conversation. */
async function coverageMeasures(url: string): Promise<Line[]> {
  const db = openDatabase(url, { max: 1 })
  const counter = await startCounter(url)
  const counted = openDatabase(counter.url, { max: 1 })
  try {
    const subjects = (await db.selectFrom("consultationSubject").innerJoin("consultation", "consultation.id", "consultationId").select("subjectId").distinct().where("state", "=", "open").execute()).map(({ subjectId }) => subjectId)
    const now = new Date()
    const [ours, plain, statement]: [number[], number[], number[]] = [[], [], []]
    for (let round = -3; round < 15; round += 1) {
      const started = performance.now()
      const known = await askedAbout(db, subjects, now)
      const between = performance.now()
      await plainAggregate(db)
      const after = performance.now()
      await coverageRows(db, subjects)
      if (round >= 0) [ours.push(between - started), plain.push(after - between), statement.push(performance.now() - after)]
      if (known.size !== subjects.length || [...known.values()].every(({ coverage }) => coverage.cells.length === 0)) throw new Error("Coverage was not worked out for the subjects.")
    }
    await askedAbout(counted, subjects.slice(0, 1), now)
    const one = (counter.taken(), await askedAbout(counted, subjects.slice(0, 1), now), counter.taken())
    await askedAbout(counted, subjects, now)
    return [
      compared(`coverage and fairness of ${subjects.length} open subjects, 2,000 stakeholders, 500 consultations, 10,000 points, against a plain aggregate`, { ours: median(ours), yardstick: median(plain), unit: "ms", most: 3 }),
      compared("the one statement of it, without the judging", { ours: median(statement), yardstick: median(plain), unit: "ms" }),
      compared("queries for all of them, against those for one", { ours: counter.taken(), yardstick: one, unit: "queries", most: 1 }),
    ]
  } finally {
    await Promise.all([db.destroy(), counted.destroy()])
    await counter.stop()
  }
}

/**
 * The same rows once each by subject: who takes part, which points were answered, the links at the subject and the use one step beyond,
 * and corrections; side by side, so that no row is counted against another.
 */
async function plainAggregate(db: ReturnType<typeof openDatabase>): Promise<void> {
  await sql`
    with about as materialized (select s.subject_id, s.consultation_id from consultation_subject s join consultation c on c.id = s.consultation_id and c.state = 'open'),
    asked as materialized (select distinct subject_id from about),
    heard as (select a.subject_id, count(*) as taking, count(p.heard_at) as heard, count(*) filter (where p.must_hear) as wanted from about a join participation p using (consultation_id) group by a.subject_id),
    said as (select a.subject_id, count(*) as points, count(f.disposition) as answered from about a join feedback f using (consultation_id) group by a.subject_id),
    near as (
      select a.subject_id, l.to_id as id from asked a join link l on l.from_id = a.subject_id
      union all select a.subject_id, l.from_id from asked a join link l on l.to_id = a.subject_id
    ),
    touching as (select n.subject_id, count(*) as links, count(u.id) as uses from near n left join link u on u.to_id = n.id and u.relation = 'uses' group by n.subject_id),
    corrected as (select a.subject_id, count(*) as corrections, sum(k.headcount) as people from asked a join affected_correction k using (subject_id) group by a.subject_id)
    select * from asked left join heard using (subject_id) left join said using (subject_id) left join touching using (subject_id) left join corrected using (subject_id)`.execute(db)
}

async function pageMeasures({ start, smallest }: TalkPlace, { url, cookie, talk, unit }: Filled): Promise<Line[]> {
  const app = await start(url, cookie)
  const pages = [
    { name: "consultation page", path: `/consultations/${talk}`, most: 1.5 },
    { name: "consultation page, during", path: `/consultations/${talk}/during`, most: 1.5 },
    { name: "consultation page, after, with its points", path: `/consultations/${talk}/after`, most: 1.5 },
    { name: "brief of a unit", path: `/units/${unit}/brief`, most: 2 },
  ]
  try {
    const [yardstick = 0, ...costs] = await processorTime([{ server: smallest, path: "/" }, ...pages.map(({ path }) => ({ server: app, path }))])
    return pages.map(({ name, most }, at) => compared(`${name}: processor time a request`, { ours: costs[at] ?? 0, yardstick, unit: "ms", most }))
  } finally {
    await app.stop()
  }
}

async function queryMeasures({ start }: TalkPlace, ten: Filled, many: Filled): Promise<Line[]> {
  const pages: [string, (of: Filled) => string][] = [
    ["stakeholders", () => "/stakeholders"], ["grid of stakeholders", () => "/stakeholders/grid"], ["consultations", () => "/consultations"], ["commitments", () => "/commitments"], ["relationships", () => "/relationships"],
    ["consultation", ({ talk }) => `/consultations/${talk}`], ["consultation, during", ({ talk }) => `/consultations/${talk}/during`], ["consultation, after", ({ talk }) => `/consultations/${talk}/after`],
    ["one person", ({ person }) => `/people/${person}`], ["brief", ({ unit }) => `/units/${unit}/brief`],
  ]
  const counts = [await countedQueries(start, ten, pages.map(([, path]) => path(ten))), await countedQueries(start, many, pages.map(([, path]) => path(many)))]
  return pages.map(([name], at) => {
    const [few, all] = [counts[0]?.[at], counts[1]?.[at]]
    const measure = `${name}: queries with 200 and more of everything, against ten`
    return typeof few === "number" && typeof all === "number" ? compared(measure, { ours: all, yardstick: few, unit: "queries", most: 1 }) : missing(measure, `${few} and ${all}`)
  })
}

/** Statements a request needs once the page is warm, or why it could not be asked. */
async function countedQueries(start: TalkPlace["start"], { url, cookie }: Filled, paths: readonly string[]): Promise<(number | string)[]> {
  const counter = await startCounter(url)
  const app = await start(counter.url, cookie)
  try {
    const counts: (number | string)[] = []
    for (const path of paths) {
      for (let round = 0; round < 3; round += 1) await app.ask(path)
      const taken: number[] = []
      for (let round = 0; round < 3; round += 1) {
        counter.taken()
        const { status } = await app.ask(path)
        taken.push(status === 200 ? counter.taken() : Number.NaN)
      }
      // the least: what the process does beside answering is not the page's
      counts.push(taken.some(Number.isNaN) ? "is not there" : Math.min(...taken))
    }
    return counts
  } finally {
    await app.stop()
    await counter.stop()
  }
}
