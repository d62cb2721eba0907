// Reading the list of applications: a page of it, its totals, and all of it in portions for a file.
import { sql, type RawBuilder } from "kysely"
import { addDays, type CalendarDate } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { fold } from "~/core/fold"
import { asRef } from "~/features/elements/elements.queries.server"
import { filterValues, pagesOf, type ListAsk } from "~/features/elements/list"
import { inPortions } from "~/features/elements/list.queries.server"
import { among, comesAfter, linkedWith, linksOfMany, orderOf, ownerRefs, ownerSortKey, recordsOf } from "~/features/elements/record-list.queries.server"
import { addUses, contractNearDays, contractState, lifecycles } from "./application"
import type { ApplicationRow } from "./application-list"
import { fullYearlyCost } from "./cost-line"
import { isMismatch, placementOf, placements, plannedPlacements, type Fit, type Placement } from "./fit"
import { costLinesOf, technicalOwners } from "./portfolio.queries.server"
import { productShown } from "./product-name"

/** What the list is told besides its address: the fit of what was assessed, the day, and the year of the full cost. */
export interface PortfolioMoment {
  fits: ReadonlyMap<string, Fit>
  today: CalendarDate
  year: number
}

const nothing: Fit = { functional: null, technical: null }

const ofUse = (sum: RawBuilder<unknown>) =>
  sql`(select ${sum} from link tie join element other on other.id = tie.from_id and other.archived_at is null where tie.to_id = element.id and tie.relation = 'uses')`
const seats = ofUse(sql`sum(tie.seats)`)
const cost = ofUse(sql`sum(tie.yearly_cost)`)
const unknownCost = ofUse(sql`count(*) filter (where tie.yearly_cost is null)`)
const uses = ofUse(sql`count(*)`)
const lifecycleOrder = sql`array_position(array[${sql.join(lifecycles)}]::text[], application.lifecycle)`
const vendorOrder = sql`nullif(lower(application.vendor), '')`

/** A page of the list; grouped by job, an application stands under each of its jobs. `serviceless` are the ids of those that deliver no service. */
export async function listApplications(db: ReadDb, ask: ListAsk, serviceless: readonly string[], moment: PortfolioMoment) {
  const rows = applicationsThatFit(db, ask, serviceless, moment).$if(ask.group === "job", (query) =>
    query
      .leftJoin("link as jobLink", (join) => join.onRef("jobLink.fromId", "=", "element.id").on("jobLink.relation", "=", "performs"))
      .leftJoin("element as job", (join) => join.onRef("job.id", "=", "jobLink.toId").on("job.archivedAt", "is", null)))
  const { n } = await rows.select((eb) => eb.fn.countAll<string>().as("n")).executeTakeFirstOrThrow()
  const total = Number(n)
  const { page, pageCount, offset } = pagesOf(total, ask)
  const groups = { job: sql`job.sort_key`, lifecycle: lifecycleOrder, vendor: vendorOrder, owner: ownerSortKey }
  const order = orderOf(ask, { gap: sql`not ${among(serviceless)}`, lifecycle: lifecycleOrder, vendor: vendorOrder, owner: ownerSortKey, seats, cost }, groups)
  const ids = await rows
    .select("element.id").select((ask.group === "job" ? sql<string | null>`job.id` : sql<string | null>`null::uuid`).as("jobId"))
    .orderBy(order).limit(ask.pageSize).offset(offset).execute()
  const found = await describeApplications(db, ids.map((row) => row.id), moment)
  return {
    rows: ids.flatMap(({ id, jobId }) => {
      const row = found.get(id)
      return row ? [{ ...row, inJob: row.jobs.find((job) => job.id === jobId) ?? null }] : []
    }),
    total, page, pageCount,
  }
}

/** Seats and yearly cost of all that fit, and how many applications have a use whose cost is not known or no use at all. */
export async function applicationTotals(db: ReadDb, ask: ListAsk, serviceless: readonly string[], moment: PortfolioMoment) {
  const row = await applicationsThatFit(db, ask, serviceless, moment)
    .select([
      sql<string>`count(*)`.as("count"), sql<string | null>`sum(${seats})`.as("seats"), sql<string | null>`sum(${cost})`.as("cost"),
      sql<string>`count(*) filter (where ${unknownCost} > 0 or ${uses} = 0)`.as("withoutCost"),
    ])
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), seats: row.seats === null ? null : Number(row.seats), cost: row.cost, withoutCost: Number(row.withoutCost) }
}

/** Every application of the list, by name, 1,000 at a time. */
export function applicationsForFile(db: ReadDb, ask: ListAsk, serviceless: readonly string[], moment: PortfolioMoment): AsyncGenerator<ApplicationRow[]> {
  return inPortions<ApplicationRow>(async (after, size) => {
    const ids = await applicationsThatFit(db, ask, serviceless, moment)
      .where(comesAfter(after)).select("element.id").orderBy("element.sortKey").orderBy("element.id").limit(size).execute()
    const found = await describeApplications(db, ids.map((row) => row.id), moment)
    return ids.flatMap(({ id }) => found.get(id) ?? [])
  })
}

/** The vendors named, for the filter. */
export async function vendors(db: ReadDb): Promise<string[]> {
  const rows = await db.selectFrom("application").select("vendor").distinct().where("vendor", "<>", "").limit(300).execute()
  return rows.map((row) => row.vendor).sort((a, b) => (fold(a) < fold(b) ? -1 : 1))
}

function applicationsThatFit(db: ReadDb, ask: ListAsk, serviceless: readonly string[], moment: PortfolioMoment) {
  let query = recordsOf(db, "application", ask).innerJoin("application", "application.id", "element.id")
  if (filterValues(ask, "gap").includes("yes")) query = query.where(among(serviceless))
  const asked = lifecycles.filter((one) => filterValues(ask, "lifecycle").includes(one))
  if (asked.length > 0) query = query.where("application.lifecycle", "in", asked)
  const named = filterValues(ask, "vendor")
  if (named.length > 0) query = query.where("application.vendor", "in", [...named])
  const jobs = filterValues(ask, "job")
  if (jobs.length > 0) query = query.where(linkedWith(jobs, { relation: "performs", row: "from", other: "function" }))
  const services = filterValues(ask, "service")
  if (services.length > 0) query = query.where(linkedWith(services, { relation: "delivers", row: "from", other: "service" }))
  const units = filterValues(ask, "unit")
  if (units.length > 0) query = query.where(linkedWith(units, { relation: "uses", row: "to", other: "unit" }))
  if (filterValues(ask, "cost").includes("unknown")) query = query.where(sql<boolean>`(${unknownCost} > 0 or ${uses} = 0)`)
  return query.$call((fitting) => conditionsOf(ask, moment).reduce((narrowed, condition) => narrowed.where(condition), fitting))
}

/** The ids of all applications of the list. */
export async function idsThatFit(db: ReadDb, ask: ListAsk, serviceless: readonly string[], moment: PortfolioMoment): Promise<Set<string>> {
  return new Set((await applicationsThatFit(db, ask, serviceless, moment).select("element.id").execute()).map(({ id }) => id))
}

/** The conditions of placement, plan, mismatch and contract, on joined `element` and `application`. */
function conditionsOf(ask: ListAsk, { fits, today }: PortfolioMoment): RawBuilder<boolean>[] {
  const placed = (placement: Placement) => [...fits].flatMap(([id, fit]) => (placementOf(fit) === placement ? [id] : []))
  const either = (parts: readonly RawBuilder<boolean>[]) => (parts.length === 0 ? [] : [sql<boolean>`(${sql.join(parts, sql` or `)})`])
  const recommended = placements.filter((one) => filterValues(ask, "placement").includes(one)).map((one) =>
    one === "not assessed" ? sql<boolean>`not ${among(plannedPlacements.flatMap(placed))}` : among(placed(one)))
  const planned = filterValues(ask, "planned").flatMap((value) => {
    if (value === "none") return [sql<boolean>`application.planned_placement is null`]
    return plannedPlacements.some((one) => one === value) ? [sql<boolean>`application.planned_placement = ${value}`] : []
  })
  const mismatch = filterValues(ask, "mismatch").includes("yes")
    ? plannedPlacements.map((one) => sql<boolean>`(application.planned_placement <> ${one} and ${among(placed(one))})`) : []
  const near = addDays(today, contractNearDays)
  const contracts: Record<string, RawBuilder<boolean>> = {
    notice: sql<boolean>`(application.notice_on between ${today} and ${near} and coalesce(application.contract_ends_on >= ${today}, true))`,
    missed: sql<boolean>`(application.notice_on < ${today} and application.contract_ends_on >= ${today})`,
    ends: sql<boolean>`(application.contract_ends_on between ${today} and ${near})`,
    ended: sql<boolean>`(application.contract_ends_on < ${today})`,
    none: sql<boolean>`(application.contract_ends_on is null and application.notice_on is null)`,
  }
  return [...either(recommended), ...either(planned), ...either(mismatch), ...either(filterValues(ask, "contract").flatMap((value) => contracts[value] ?? []))]
}

async function describeApplications(db: ReadDb, ids: readonly string[], moment: PortfolioMoment): Promise<Map<string, ApplicationRow>> {
  if (ids.length === 0) return new Map()
  const [rows, owners, links, costs, technical] = await Promise.all([
    db.selectFrom("element").innerJoin("application", "application.id", "element.id")
      .select(["element.id", "element.kind", "number", "name", "summary", "sortKey", "version", "lifecycle", "vendor", "contractEndsOn", "noticeOn", "family", "productVersion", "plannedPlacement"])
      .where("element.id", "in", [...ids]).execute(),
    ownerRefs(db, ids),
    linksOfMany(db, ids),
    costLinesOf(db, ids, moment.year),
    technicalOwners(db, ids),
  ])
  const near = addDays(moment.today, contractNearDays)
  return new Map(rows.map((row) => {
    const mine = links.get(row.id) ?? []
    const refs = (relation: string) => mine.filter((link) => link.relation === relation).map((link) => link.other)
    const fit = moment.fits.get(row.id) ?? nothing
    return [row.id, {
      fit, recommended: placementOf(fit), planned: row.plannedPlacement, mismatch: isMismatch(row.plannedPlacement, placementOf(fit)),
      contractEndsOn: row.contractEndsOn, noticeOn: row.noticeOn, contract: contractState(row, moment.today, near), product: productShown(row),
      fullCost: fullYearlyCost(costs.filter(({ applicationId }) => applicationId === row.id), moment.year), technicalOwners: technical.get(row.id) ?? [],
      ...asRef(row), sortKey: row.sortKey, version: row.version, summary: row.summary, lifecycle: row.lifecycle, vendor: row.vendor,
      owner: owners.get(row.id) ?? null, services: refs("delivers"), jobs: refs("performs"), units: refs("uses"),
      use: addUses(mine.filter((link) => link.relation === "uses")),
    }]
  }))
}
