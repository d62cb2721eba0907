// Reading the list of services: a page of it, and all of it in portions for a file.
import { sql } from "kysely"
import type { ReadDb } from "~/core/database.server"
import { asRef } from "~/features/elements/elements.queries.server"
import { filterValues, pagesOf, type ListAsk } from "~/features/elements/list"
import { inPortions } from "~/features/elements/list.queries.server"
import { among, comesAfter, linkedWith, linksOfMany, orderOf, ownerRefs, ownerSortKey, recordsOf } from "~/features/elements/record-list.queries.server"
import type { ServiceRow } from "./service-list"

const unitCount = sql<number>`(select count(*) from link tie join element other on other.id = tie.from_id and other.archived_at is null
  where tie.to_id = element.id and tie.relation = 'uses')`

/** A page of the list with its rows in groups; `pathless` are the ids of services without a path to a goal. */
export async function listServices(db: ReadDb, ask: ListAsk, pathless: readonly string[]) {
  const rows = servicesThatFit(db, ask, pathless)
  const { n } = await rows.select((eb) => eb.fn.countAll<string>().as("n")).executeTakeFirstOrThrow()
  const total = Number(n)
  const { page, pageCount, offset } = pagesOf(total, ask)
  const noPath = sql`not ${among(pathless)}`
  const order = orderOf(ask, { gap: noPath, owner: ownerSortKey, units: unitCount }, { gap: noPath, owner: ownerSortKey })
  const ids = await rows.select("element.id").orderBy(order).limit(ask.pageSize).offset(offset).execute()
  const found = await describeServices(db, ids.map((row) => row.id))
  return { rows: ids.flatMap(({ id }) => found.get(id) ?? []), total, page, pageCount }
}

/** Every service of the list, by name, 1,000 at a time. */
export function servicesForFile(db: ReadDb, ask: ListAsk, pathless: readonly string[]): AsyncGenerator<ServiceRow[]> {
  return inPortions<ServiceRow>(async (after, size) => {
    const ids = await servicesThatFit(db, ask, pathless)
      .where(comesAfter(after)).select("element.id").orderBy("element.sortKey").orderBy("element.id").limit(size).execute()
    const found = await describeServices(db, ids.map((row) => row.id))
    return ids.flatMap(({ id }) => found.get(id) ?? [])
  })
}

function servicesThatFit(db: ReadDb, ask: ListAsk, pathless: readonly string[]) {
  let query = recordsOf(db, "service", ask)
  if (filterValues(ask, "gap").includes("yes")) query = query.where(among(pathless))
  const goals = filterValues(ask, "goal")
  if (goals.length > 0) query = query.where(linkedWith(goals, { relation: "supports", row: "from", other: "goal" }))
  const units = filterValues(ask, "unit")
  if (units.length > 0) query = query.where(linkedWith(units, { relation: "uses", row: "to", other: "unit" }))
  return query
}

async function describeServices(db: ReadDb, ids: readonly string[]): Promise<Map<string, ServiceRow>> {
  if (ids.length === 0) return new Map()
  const [rows, owners, links] = await Promise.all([
    db.selectFrom("element").select(["id", "kind", "number", "name", "summary", "sortKey", "version"]).where("id", "in", [...ids]).execute(),
    ownerRefs(db, ids),
    linksOfMany(db, ids),
  ])
  return new Map(rows.map((row) => {
    const mine = links.get(row.id) ?? []
    const refs = (fits: (link: (typeof mine)[number]) => boolean) => mine.filter(fits).map((link) => link.other)
    return [row.id, {
      ...asRef(row), sortKey: row.sortKey, version: row.version, summary: row.summary, owner: owners.get(row.id) ?? null,
      supports: refs((link) => link.relation === "supports"),
      applications: refs((link) => link.relation === "delivers"),
      units: refs((link) => link.relation === "uses"),
      work: refs((link) => link.other.kind === "initiative"),
    }]
  }))
}
