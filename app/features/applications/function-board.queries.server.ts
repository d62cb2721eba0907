// Reading the board of jobs: every job with the use of its tools, in one statement, and where decisions about jobs come in.
import { sql } from "kysely"
import type { ReadDb } from "~/core/database.server"
import { codeOf, type ElementRef } from "~/features/elements/element"
import { ownerRefs } from "~/features/elements/record-list.queries.server"
import { boardCard, type BoardCard, type BoardTool, type JobDecision, type JobFacts } from "./function-board"
import type { Lifecycle } from "./application"

interface Row {
  functionId: string
  functionNumber: number
  functionName: string
  toolId: string | null
  number: number
  name: string
  lifecycle: Lifecycle
  uses: number | null
  seats: string | null
  yearlyCost: string | null
  withoutCost: number | null
  pricedSeats: string | null
  pricedCost: string | null
}

/** Every job that is not archived, in order of names, with all its tools and what their use by units adds up to. */
export async function jobFacts(db: ReadDb): Promise<JobFacts[]> {
  const { rows } = await sql<Row>`
    with used as (
      select tie.to_id, count(*)::int as uses, sum(tie.seats) as seats, sum(tie.yearly_cost) as yearly_cost,
        (count(*) filter (where tie.yearly_cost is null))::int as without_cost,
        sum(tie.seats) filter (where tie.yearly_cost is not null) as priced_seats, sum(tie.yearly_cost) filter (where tie.seats is not null) as priced_cost
      from link tie join element who on who.id = tie.from_id and who.archived_at is null
      where tie.relation = 'uses' and tie.to_kind = 'application' group by tie.to_id
    ), tools as (
      select job.to_id as function_id, tool.id as tool_id, tool.number, tool.name, tool.sort_key, application.lifecycle
      from link job join element tool on tool.id = job.from_id and tool.archived_at is null join application on application.id = tool.id
      where job.relation = 'performs'
    )
    select work.id as function_id, work.number as function_number, work.name as function_name, tools.tool_id, tools.number, tools.name, tools.lifecycle,
      used.uses, used.seats, used.yearly_cost, used.without_cost, used.priced_seats, used.priced_cost
    from element work left join tools on tools.function_id = work.id left join used on used.to_id = tools.tool_id
    where work.kind = 'function' and work.archived_at is null
    order by work.sort_key, work.id, tools.sort_key, tools.tool_id`.execute(db)
  const jobs = new Map<string, { job: ElementRef; tools: BoardTool[] }>()
  for (const row of rows) {
    const facts = jobs.get(row.functionId) ?? { job: { id: row.functionId, kind: "function", code: codeOf("function", row.functionNumber), name: row.functionName }, tools: [] }
    jobs.set(row.functionId, facts)
    if (row.toolId !== null) facts.tools.push(toolOf(row, row.toolId))
  }
  const owners = await ownerRefs(db, [...jobs.keys()])
  return [...jobs.values()].map(({ job, tools }) => ({ job, tools, owner: owners.get(job.id) ?? null }))
}

function toolOf(row: Row, id: string): BoardTool {
  const number = (value: string | null) => (value === null ? null : Number(value))
  return {
    id, ref: { id, kind: "application", code: codeOf("application", row.number), name: row.name }, lifecycle: row.lifecycle,
    uses: row.uses ?? 0, seats: number(row.seats), yearlyCost: row.yearlyCost, withoutCost: row.withoutCost ?? 0,
    pricedSeats: number(row.pricedSeats), pricedCost: row.pricedCost,
  }
}

/** The board: a card for every job, in order of names; `decisions` has the one that counts for each job that has one. */
export async function functionBoard(db: ReadDb, decisions: ReadonlyMap<string, JobDecision>): Promise<BoardCard[]> {
  return (await jobFacts(db)).map((one) => boardCard(one, decisions.get(one.job.id) ?? null))
}
