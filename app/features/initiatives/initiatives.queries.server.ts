// Reading initiatives: one with everything on its page, several locked for a command, and their reports.
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { elementColumns, type ElementRow } from "~/features/elements/element-row"
import { asRef, findElement } from "~/features/elements/elements.queries.server"
import type { ElementRef } from "~/features/elements/element"
import type { ReportedHealth } from "./delivery-health"
import type { Budget, InitiativeFields } from "./initiative"
import type { StatusReport } from "./status-report"

export interface Initiative extends InitiativeFields, StatusReport, Omit<ElementRow, "kind"> {
  kind: "initiative"
  reportedOn: string | null
  /** persons accountable or responsible */
  ownerIds: string[]
}

const columns = [
  "initiative.status", "initiative.confidence", "initiative.startsOn", "initiative.endsOn", "initiative.sponsorId",
  "initiative.scheduleHealth", "initiative.costHealth", "initiative.scopeHealth", "initiative.progress", "initiative.healthNote",
  "initiative.reportedOn", "initiative.nextReportOn",
] as const

function selectInitiatives(db: ReadDb) {
  return db.selectFrom("initiative").innerJoin("element", "element.id", "initiative.id").select(elementColumns).select(columns)
}

/** The initiative with this short id, archived or not. */
export async function findInitiative(db: ReadDb, code: string): Promise<Initiative> {
  const { id } = await findElement(db, code, "initiative")
  const [row, budgets, owners] = await Promise.all([
    selectInitiatives(db).where("initiative.id", "=", id).executeTakeFirstOrThrow(),
    budgetsOf(db, [id]),
    ownersOf(db, [id]),
  ])
  return { ...row, kind: "initiative", budget: budgets.get(id) ?? {}, ownerIds: owners.get(id) ?? [] }
}

/** The initiatives with these ids, locked in one order; refused when one is not there. */
export async function lockInitiatives(tx: Tx, ids: readonly string[]): Promise<Initiative[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const rows = await selectInitiatives(tx).where("initiative.id", "in", wanted).orderBy("element.id").forUpdate().execute()
  if (rows.length < wanted.length) throw new NotFoundError("This initiative")
  const budgets = await budgetsOf(tx, wanted)
  const owners = await ownersOf(tx, wanted)
  return rows.map((row) => ({ ...row, kind: "initiative", budget: budgets.get(row.id) ?? {}, ownerIds: owners.get(row.id) ?? [] }))
}

/** One initiative, locked. */
export async function lockInitiative(tx: Tx, id: string): Promise<Initiative> {
  const [initiative] = await lockInitiatives(tx, [id])
  if (!initiative) throw new NotFoundError("This initiative")
  return initiative
}

/** Versions and summaries of initiatives by id: what a page of the list needs beyond the alignment graph. */
export async function listedRows(db: ReadDb, ids: readonly string[]): Promise<Map<string, { version: number; summary: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom("element").select(["id", "version", "summary"]).where("id", "in", ids).execute()
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

export interface KeptReport extends StatusReport {
  id: string
  reportedOn: string
  by: string
}

/** The reports of an initiative, newest first. */
export async function reportsOf(db: ReadDb, initiativeId: string, limit = 50): Promise<KeptReport[]> {
  const rows = await db
    .selectFrom("statusReport").leftJoin("element", "element.id", "statusReport.reportedBy")
    .select([
      "statusReport.id", "reportedOn", "scheduleHealth", "costHealth", "scopeHealth", "progress", "note as healthNote", "nextReportOn", "element.name as by",
    ])
    .where("initiativeId", "=", initiativeId)
    .orderBy("statusReport.createdAt", "desc").orderBy("statusReport.id", "desc").limit(limit).execute()
  return rows.map((row) => ({
    ...row, by: row.by ?? "The planner",
    scheduleHealth: row.scheduleHealth as ReportedHealth, costHealth: row.costHealth as ReportedHealth, scopeHealth: row.scopeHealth as ReportedHealth,
  }))
}

export interface PlannedWork extends ElementRef {
  status: InitiativeFields["status"]
  startsOn: string | null
  endsOn: string | null
}

/** Stage and dates of some initiatives, for showing what comes first. */
export async function plansOf(db: ReadDb, ids: readonly string[]): Promise<Map<string, PlannedWork>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom("initiative").innerJoin("element", "element.id", "initiative.id")
    .select(["element.id", "element.kind", "element.number", "element.name", "initiative.status", "initiative.startsOn", "initiative.endsOn"])
    .where("initiative.id", "in", ids).execute()
  return new Map(rows.map((row) => [row.id, { ...asRef(row), status: row.status, startsOn: row.startsOn, endsOn: row.endsOn }]))
}

/** The people of some units, those of their parts included; a unit nobody counted is absent. */
export async function headcountsOf(db: ReadDb, unitIds: readonly string[]): Promise<Map<string, number>> {
  if (unitIds.length === 0) return new Map()
  const rows = await db
    .withRecursive("part", (query) =>
      query
        .selectFrom("unit").select(["unit.id", "unit.id as top"]).where("unit.id", "in", unitIds)
        .union((below) => below.selectFrom("unit").innerJoin("part", "part.id", "unit.parentId").select(["unit.id", "part.top"])))
    .selectFrom("part").innerJoin("unitHeadcount", "unitHeadcount.unitId", "part.id").innerJoin("element", "element.id", "part.id")
    .select((eb) => ["part.top as id", eb.fn.sum<string>("unitHeadcount.headcount").as("people")])
    .where("element.archivedAt", "is", null)
    .groupBy("part.top").execute()
  return new Map(rows.map((row) => [row.id, Number(row.people)]))
}

/** The budgets of some initiatives: decimal amounts by financial year. */
export async function budgetsOf(db: ReadDb, ids: readonly string[]): Promise<Map<string, Budget>> {
  const rows = await db
    .selectFrom("initiativeBudget").select(["initiativeId", "financialYear", "amount"])
    .where("initiativeId", "in", ids).orderBy("financialYear").execute()
  const budgets = new Map<string, Record<string, string>>()
  for (const { initiativeId, financialYear, amount } of rows) {
    const budget = budgets.get(initiativeId) ?? {}
    budget[String(financialYear)] = amount
    budgets.set(initiativeId, budget)
  }
  return budgets
}

async function ownersOf(db: ReadDb, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom("responsibility").select(["elementId", "personId"])
    .where("elementId", "in", ids).where("role", "in", ["accountable", "responsible"]).execute()
  const owners = new Map<string, string[]>()
  for (const { elementId, personId } of rows) owners.set(elementId, [...(owners.get(elementId) ?? []), personId])
  return owners
}
