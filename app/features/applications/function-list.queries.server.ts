// Reading the list of jobs (functions) with the applications that do them, and the uses behind one of them.
import { sql, type RawBuilder } from "kysely"
import type { ReadDb } from "~/core/database.server"
import type { ElementRef } from "~/features/elements/element"
import { asRef } from "~/features/elements/elements.queries.server"
import { filterValues, pagesOf, type ListAsk } from "~/features/elements/list"
import { inPortions } from "~/features/elements/list.queries.server"
import { comesAfter, linksOfMany, orderOf, ownerRefs, ownerSortKey, recordsOf } from "~/features/elements/record-list.queries.server"
import { addUses, type Use } from "./application"
import type { FunctionRow } from "./function-list"

const performed = sql`from link job join element tool on tool.id = job.from_id and tool.archived_at is null where job.to_id = element.id and job.relation = 'performs'`
const toolCount = sql<number>`(select count(*) ${performed})`
const ofUse = (sum: RawBuilder<unknown>) => sql`(select ${sum} from link tie join element who on who.id = tie.from_id and who.archived_at is null
  where tie.relation = 'uses' and tie.to_id in (select job.from_id ${performed}))`

/** A page of the list. */
export async function listFunctions(db: ReadDb, ask: ListAsk) {
  const rows = functionsThatFit(db, ask)
  const counts = await rows
    .select([sql<string>`count(*)`.as("n"), sql<string>`count(*) filter (where ${toolCount} > 1)`.as("several")])
    .executeTakeFirstOrThrow()
  const total = Number(counts.n)
  const { page, pageCount, offset } = pagesOf(total, ask)
  const order = orderOf(ask, { tools: toolCount, owner: ownerSortKey, seats: ofUse(sql`sum(tie.seats)`), cost: ofUse(sql`sum(tie.yearly_cost)`) }, { owner: ownerSortKey })
  const ids = await rows.select("element.id").orderBy(order).limit(ask.pageSize).offset(offset).execute()
  const found = await describeFunctions(db, ids.map((row) => row.id))
  return { rows: ids.flatMap(({ id }) => found.get(id) ?? []), total, several: Number(counts.several), page, pageCount }
}

/** Every job of the list, by name, 1,000 at a time. */
export function functionsForFile(db: ReadDb, ask: ListAsk): AsyncGenerator<FunctionRow[]> {
  return inPortions<FunctionRow>(async (after, size) => {
    const ids = await functionsThatFit(db, ask)
      .where(comesAfter(after)).select("element.id").orderBy("element.sortKey").orderBy("element.id").limit(size).execute()
    const found = await describeFunctions(db, ids.map((row) => row.id))
    return ids.flatMap(({ id }) => found.get(id) ?? [])
  })
}

/** The uses of some applications by units that are not archived. */
export async function usesOf(db: ReadDb, applicationIds: readonly string[]): Promise<Map<string, (Use & { unit: ElementRef })[]>> {
  const uses = new Map<string, (Use & { unit: ElementRef })[]>(applicationIds.map((id) => [id, []]))
  for (const [id, links] of await linksOfMany(db, applicationIds))
    uses.set(id, links.filter((link) => link.relation === "uses").map((link) => ({ seats: link.seats, yearlyCost: link.yearlyCost, unit: link.other })))
  return uses
}

function functionsThatFit(db: ReadDb, ask: ListAsk) {
  let query = recordsOf(db, "function", ask)
  const tools = filterValues(ask, "tools")
  if (tools.includes("several")) query = query.where(sql<boolean>`${toolCount} > 1`)
  if (tools.includes("none")) query = query.where(sql<boolean>`${toolCount} = 0`)
  return query
}

async function describeFunctions(db: ReadDb, ids: readonly string[]): Promise<Map<string, FunctionRow>> {
  if (ids.length === 0) return new Map()
  const [rows, owners, links] = await Promise.all([
    db.selectFrom("element").select(["id", "kind", "number", "name", "summary", "sortKey", "version"]).where("id", "in", [...ids]).execute(),
    ownerRefs(db, ids),
    linksOfMany(db, ids),
  ])
  const toolsOf = (id: string) => (links.get(id) ?? []).filter((link) => link.relation === "performs").map((link) => link.other)
  const uses = await usesOf(db, [...new Set(ids.flatMap((id) => toolsOf(id).map((tool) => tool.id)))])
  return new Map(rows.map((row) => {
    const tools = toolsOf(row.id)
    return [row.id, {
      ...asRef(row), sortKey: row.sortKey, version: row.version, summary: row.summary, owner: owners.get(row.id) ?? null,
      tools, use: addUses(tools.flatMap((tool) => uses.get(tool.id) ?? [])),
    }]
  }))
}

/** The applications that do a job, most yearly cost first, with what their use adds up from. */
export async function toolsOf(db: ReadDb, functionId: string) {
  const links = ((await linksOfMany(db, [functionId])).get(functionId) ?? []).filter((link) => link.relation === "performs")
  const ids = links.map((link) => link.other.id)
  if (ids.length === 0) return []
  const [details, uses, owners] = await Promise.all([
    db.selectFrom("application").select(["id", "lifecycle", "vendor"]).where("id", "in", ids).execute(),
    usesOf(db, ids),
    ownerRefs(db, ids),
  ])
  const known = new Map(details.map((row) => [row.id, row]))
  const cost = (id: string) => Number(addUses(uses.get(id) ?? []).yearlyCost ?? 0)
  return links
    .flatMap(({ id: linkId, other, note, fit, version }) => {
      const row = known.get(other.id)
      return row ? [{ ...other, linkId, note, fit, version, lifecycle: row.lifecycle, vendor: row.vendor, owner: owners.get(other.id) ?? null, uses: uses.get(other.id) ?? [] }] : []
    })
    .sort((a, b) => cost(b.id) - cost(a.id))
}
