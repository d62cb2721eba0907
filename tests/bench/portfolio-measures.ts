// The board of jobs over 2,000 applications, 60 units and 20,000 rows of use, against one plain aggregate of the same rows; and the finder of duplicates.

import { sql } from "kysely"
import { openDatabase, openOwnerPool } from "#db/client"
import { migrate } from "#db/migrate"
import { boardSums } from "~/features/applications/function-board"
import { functionBoard } from "~/features/applications/function-board.queries.server"
import { likelyTwins } from "~/features/applications/twins"
import { namedProducts } from "~/features/applications/twins.queries.server"
import type { Cluster } from "../support/postgres-cluster"
import { compared, bounded, median, type Line } from "./report"

/** Fills a company of applications alone and measures both. */
export async function portfolioMeasures(cluster: Cluster): Promise<Line[]> {
  await cluster.administer("create database portfolio owner throughline")
  const url = cluster.url("portfolio")
  await migrate(url)
  await fill(url)
  const db = openDatabase(url, { max: 1 })
  try {
    const [ours, plain, finding]: [number[], number[], number[]] = [[], [], []]
    for (let round = -5; round < 25; round += 1) {
      const started = performance.now()
      const cards = await functionBoard(db)
      const sums = boardSums(cards)
      const between = performance.now()
      await plainAggregate(db)
      const after = performance.now()
      if (round >= 0) [ours.push(between - started), plain.push(after - between)]
      if (cards.length !== 400 || sums.undecided === 0 || sums.seats === null) throw new Error("The board was not worked out.")
    }
    for (let round = -1; round < 5; round += 1) {
      const started = performance.now()
      const twins = likelyTwins(await namedProducts(db))
      if (round >= 0) finding.push(performance.now() - started)
      if (twins.length === 0) throw new Error("No twins were found.")
    }
    return [
      compared("board of jobs: 2,000 applications, 60 units, 20,000 rows of use, against one plain aggregate", { ours: median(ours), yardstick: median(plain), unit: "ms", most: 2 }),
      bounded("likely duplicates among 2,000 applications", { ours: median(finding), unit: "ms" }),
    ]
  } finally {
    await db.destroy()
  }
}

/** The same rows once, by job and application: seats, cost and how many are not known. */
async function plainAggregate(db: ReturnType<typeof openDatabase>): Promise<void> {
  await sql`
    select job.to_id, job.from_id, count(tie.id), sum(tie.seats), sum(tie.yearly_cost), count(*) filter (where tie.yearly_cost is null)
    from link job join element tool on tool.id = job.from_id and tool.archived_at is null
    left join link tie on tie.to_id = job.from_id and tie.relation = 'uses'
    where job.relation = 'performs' group by job.to_id, job.from_id order by job.to_id, job.from_id`.execute(db)
}

/** 400 jobs of five applications each, every application used by ten of sixty units; every twentieth cost is not known. */
async function fill(url: string): Promise<void> {
  const pool = openOwnerPool(url)
  const client = await pool.connect()
  try {
    await client.query("begin; set local role app_owner; set local statement_timeout = 0")
    const element = (kind: string, count: number, name: string) => `
      insert into element select gen_random_uuid(), '${kind}', n, ${name}, '', lower(${name}), lower(${name}), 1, now(), now(), null from generate_series(1, ${count}) n`
    await client.query(element("unit", 60, "'Unit ' || n"))
    await client.query("insert into unit select id, kind, null from element where kind = 'unit'")
    await client.query(element("function", 400, "'Job ' || n"))
    await client.query("insert into function select id, kind from element where kind = 'function'")
    await client.query(element("application", 2_000, "'Tool ' || chr(97 + n % 26) || chr(97 + n / 26 % 26) || chr(97 + n / 7 % 26) || ' ' || md5((n / 2)::text) || ' ' || n % 2"))
    await client.query("insert into application (id, kind, lifecycle, vendor) select id, kind, case when number % 9 = 0 then 'phase out' else 'active' end, 'Vendor ' || number % 40 from element where kind = 'application'")
    await client.query(`
      insert into link (id, from_id, from_kind, relation, to_id, to_kind, is_primary, note, version, created_at)
      select gen_random_uuid(), tool.id, 'application', 'performs', job.id, 'function', false, '', 1, now()
      from element tool join element job on job.kind = 'function' and job.number = 1 + tool.number % 400 where tool.kind = 'application'`)
    await client.query(`
      insert into link (id, from_id, from_kind, relation, to_id, to_kind, is_primary, note, seats, yearly_cost, version, created_at)
      select gen_random_uuid(), unit.id, 'unit', 'uses', tool.id, 'application', false, '', 1 + (tool.number * 7 + unit.number) % 90,
        case when (tool.number + unit.number) % 20 = 0 then null else (tool.number * 13 + unit.number * 5) % 9000 end, 1, now()
      from element tool join element unit on unit.kind = 'unit' and (unit.number + tool.number) % 6 = 0 where tool.kind = 'application'`)
    await client.query("commit; analyze")
  } finally {
    client.release()
    await pool.end()
  }
}
