// The alignment graph and its figures as the records say now, worked out once for each version of the data.
import { sql, type CompiledQuery } from "kysely"
import type { ReadDb } from "~/core/database.server"
import { currentRecords, type CompanySettings, type Records } from "~/features/company/current-records.queries.server"
import { codeOf, type ChainKind } from "~/features/elements/element"
import { figuresOf, type Figures } from "~/features/alignment/figures"
import { gapKey, gapsByRecord, type AcceptedGaps, type GapName } from "~/features/alignment/gaps"
import { goalStandings, type GoalStanding, type MeasureOfGoal } from "~/features/alignment/goal-standing"
import type { Graph, GraphIndex } from "~/features/alignment/graph"
import { assembleGraph, type GraphRows } from "~/features/alignment/graph-assembly"
import { servesOf, servingModel, type Serving, type ServingModel } from "~/features/alignment/serving"

/** Everything the screens ask of alignment, for one version of the records. */
export interface Alignment {
  /** `data_version.n`: a decimal string that grows with every command. */
  version: string
  /** The company's calendar date for which accepted gaps and paces were judged. */
  today: string
  company: CompanySettings
  graph: Graph
  index: GraphIndex
  model: ServingModel
  /** The figures of all years. */
  figures: Figures
  /** The same with the money of one financial year; null is all years. */
  figuresFor: (year: number | null) => Figures
  gapsOf: (id: string) => readonly { gap: GapName; acceptedUntil: string | null }[]
  /** What an initiative serves, strongest first. */
  servesOf: (id: string) => readonly Serving[]
  /** Progress and health of a goal (F4); null for what is no goal. */
  standingOf: (id: string) => GoalStanding | null
  acceptedGaps: AcceptedGaps
  /** The people who own something, in order of names. */
  owners: readonly { id: string; code: string; name: string }[]
}

interface Kept {
  key: string
  alignment: Promise<Alignment>
}

const keptFor = new WeakMap<object, Kept>()

/** Gives the alignment of this moment: one row is read, and the rest again only after a command or at midnight. */
export async function currentAlignment(db: ReadDb): Promise<Alignment> {
  const moment = await currentRecords(db)
  const key = `${moment.version} ${moment.today}`
  const kept = keptFor.get(db)
  if (kept?.key === key) return kept.alignment
  // Requests that meet a new version together share one piece of work; a failure is not kept.
  const alignment = loadAlignment(db, moment)
  keptFor.set(db, { key, alignment })
  alignment.catch(() => {
    if (keptFor.get(db)?.alignment === alignment) keptFor.delete(db)
  })
  return alignment
}

/** Gives the graph of the records that are not archived: every node with what the map shows of it, and the links between them. */
export async function loadGraph(db: ReadDb): Promise<Graph> {
  const [rows, measures] = await Promise.all([selectGraph(db), selectMeasures(db)])
  return assembleGraph(rows, measures)
}

/** Gives the versions of links by id, which a form that changes one must post. */
export async function linkVersions(db: ReadDb, ids: readonly string[]): Promise<Record<string, number>> {
  if (ids.length === 0) return {}
  const rows = await db.selectFrom("link").select(["id", "version"]).where("id", "in", ids).execute()
  return Object.fromEntries(rows.map(({ id, version }) => [id, version]))
}

async function loadAlignment(db: ReadDb, { version, today, company }: Records): Promise<Alignment> {
  const [rows, measures, accepted] = await Promise.all([selectGraph(db), selectMeasures(db), selectAcceptedGaps(db)])
  const graph = assembleGraph(rows, measures)
  const model = servingModel(graph)
  const chosen = new Map(rows.records.flatMap((row) => (row.set === null ? [] : [[row.id, { state: row.set, reason: row.reason ?? "" }] as const])))
  const standings = goalStandings(model, measures, { today, bands: company.bands, chosen })
  for (const node of model.index.byKind.get("goal") ?? []) {
    const standing = standings.get(node.id)
    node.progress = standing?.progress ?? null
    node.health = standing?.shown ?? null
  }
  const acceptedGaps: AcceptedGaps = { until: new Map(accepted.map((row) => [gapKey(row.gap, row.elementId), row.untilOn])), today }
  const byYear = new Map<number | null, Figures>()
  const figuresFor = (year: number | null): Figures => {
    const known = byYear.get(year) ?? figuresOf(model, { year, accepted: acceptedGaps })
    byYear.set(year, known)
    return known
  }
  const figures = figuresFor(null)
  const gaps = gapsByRecord(figures.gaps)
  return {
    version, today, company, graph, model, index: model.index, figures, figuresFor, acceptedGaps,
    owners: rows.owners.map(({ id, number, name }) => ({ id, code: codeOf("person", number), name })),
    gapsOf: (id) => gaps.get(id) ?? [],
    servesOf: (id) => servesOf(model, id),
    standingOf: (id) => standings.get(id) ?? null,
  }
}

/** The rows in two lanes, so that a new version takes three connections. */
async function selectGraph(db: ReadDb): Promise<GraphRows> {
  const [records, [links, owners]] = await Promise.all([rowsOf(db, recordsQuery), selectLinks(db)])
  return { records, links, owners }
}

async function selectLinks(db: ReadDb) {
  return [await rowsOf(db, linksQuery), await rowsOf(db, ownersQuery)] as const
}

interface Written<T> {
  compile: () => CompiledQuery<T>
}

const written = new Map<(db: ReadDb) => Written<unknown>, CompiledQuery>()

// Thousands of rows: renaming their columns costs as much as reading them, so these selects name each column by one word,
// and are written once.
async function rowsOf<T>(db: ReadDb, query: (db: ReadDb) => Written<T>): Promise<T[]> {
  const text = written.get(query) ?? query(db).compile()
  written.set(query, text)
  const { rows } = await db.getExecutor().withoutPlugins().executeQuery<T>(text)
  return rows
}

function recordsQuery(db: ReadDb) {
  return db
    .selectFrom("element")
    .leftJoin("goal", "goal.id", "element.id")
    .leftJoin("initiative", "initiative.id", "element.id")
    .leftJoin(budgetsQuery(db).as("planned"), (join) => join.onRef("planned.initiativeId", "=", "element.id"))
    .leftJoin(standingQuery(db).as("standing"), (join) => join.onRef("standing.id", "=", "element.id"))
    .leftJoin("responsibility as owning", (join) => join.onRef("owning.elementId", "=", "element.id").on("owning.role", "=", "accountable"))
    .select(["element.id", "element.kind", "element.number", "element.name", "element.sortKey as sort", "owning.personId as owner"])
    .select(["goal.weight", "goal.healthSet as set", "goal.healthReason as reason", "planned.budgets", "initiative.startsOn as starts", "initiative.endsOn as ends"])
    .select(["initiative.progress", "initiative.scheduleHealth as schedule", "initiative.costHealth as cost", "initiative.scopeHealth as scope"])
    .select((eb) => [
      eb.fn.coalesce("goal.parentId", "standing.parent").as("parent"),
      eb.fn.coalesce("goal.status", "initiative.status", "standing.status").as("status"),
    ])
    .where("element.kind", "in", ["goal", "initiative", "service", "application", "capability", "unit"]).$narrowType<{ kind: ChainKind }>()
    .where("element.archivedAt", "is", null)
    .orderBy("element.sortKey").orderBy("element.id")
}

/** Parent and stage of the other kinds as one table: the planner takes longer over a join for each than the rows take. */
function standingQuery(db: ReadDb) {
  const none = sql<null>`null`
  return db
    .selectFrom("capability").select(["id", "parentId as parent", sql<string | null>`null`.as("status")])
    .unionAll(db.selectFrom("unit").select(["id", "parentId as parent", none.as("status")]))
    .unionAll(db.selectFrom("application").select(["id", none.as("parent"), "lifecycle as status"]))
}

/** An initiative's budgets in one text; a row for each year costs more to read than the records do. */
function budgetsQuery(db: ReadDb) {
  return db
    .selectFrom("initiativeBudget").groupBy("initiativeId")
    .select(["initiativeId", sql<string>`string_agg(financial_year || ' ' || amount, ',' order by financial_year)`.as("budgets")])
}

function linksQuery(db: ReadDb) {
  return db
    .selectFrom("link").leftJoin("linkPath", "linkPath.linkId", "link.id")
    .select(["id", "fromId as from", "toId as to", "relation", "strength", "isPrimary as main", "linkPath.linkId as path", "seats", "yearlyCost as cost"])
    .select(sql<string | null>`nullif(note, '')`.as("reason"))
    .where("relation", "<>", "performs")
    .orderBy("createdAt").orderBy("id")
}

function ownersQuery(db: ReadDb) {
  return db
    .selectFrom("element").innerJoin("person", "person.id", "element.id")
    .select(["element.id", "element.number", "element.name", "person.unitId as unit"])
    .where("element.archivedAt", "is", null)
    .orderBy("element.sortKey").orderBy("element.id")
    .where("element.id", "in", (eb) => eb.selectFrom("responsibility").select("responsibility.personId").where("responsibility.role", "=", "accountable"))
}

async function selectMeasures(db: ReadDb): Promise<MeasureOfGoal[]> {
  const rows = await db
    .selectFrom("measure")
    .leftJoinLateral(
      (eb) => eb.selectFrom("reading").select(["reading.value", "reading.readOn"]).whereRef("reading.measureId", "=", "measure.id").orderBy("reading.readOn", "desc").limit(1).as("latest"),
      (join) => join.onTrue(),
    )
    .select(["measure.id", "measure.goalId", "isYesNo", "baseline", "target", "direction", "startsOn", "targetOn", "weight", "latest.value", "latest.readOn"])
    .where("measure.archivedAt", "is", null)
    .orderBy("measure.goalId").orderBy("measure.position").orderBy("measure.id")
    .execute()
  return rows.map(({ goalId, value, readOn, baseline, target, ...row }) => ({
    ...row,
    goalId,
    baseline: Number(baseline ?? 0),
    target: Number(target),
    readings: value === null || readOn === null ? [] : [{ value: Number(value), readOn }],
  }))
}

function selectAcceptedGaps(db: ReadDb) {
  return db.selectFrom("acceptedGap").select(["elementId", "gap", "untilOn"]).execute()
}
