// Reading the records that leave the planner: each kind in the order of its numbers, a portion at a time, archived ones left out.
import { sql } from "kysely"
import type { ReadDb } from "~/core/database.server"
import { codeOf, type ChainKind } from "~/features/elements/element"
import type { RoleLevel } from "~/features/units/unit"
import type {
  ApplicationRow, CapabilityRow, ElementRow, GoalRow, InitiativeRow, LinkRow, MeasureRow, NamedRef, PersonRef, PersonRow, Portion, UnitRow,
} from "./record-rows"

function elementsOf(db: ReadDb, kind: ChainKind, { after, size }: Portion<number>) {
  return db
    .selectFrom("element")
    .leftJoin("responsibility as owning", (join) => join.onRef("owning.elementId", "=", "element.id").on("owning.role", "=", "accountable"))
    .leftJoin("element as owner", "owner.id", "owning.personId")
    .select([
      "element.id", "element.number", "element.name", "element.summary", "element.updatedAt",
      "owner.number as ownerNumber", "owner.name as ownerName", "owner.archivedAt as ownerArchivedAt",
    ])
    .where("element.kind", "=", kind).where("element.archivedAt", "is", null).where("element.number", ">", after ?? 0)
    .orderBy("element.number").limit(size)
}

interface SelectedElement {
  id: string
  number: number
  name: string
  summary: string
  updatedAt: Date
  ownerNumber: number | null
  ownerName: string | null
  ownerArchivedAt: Date | null
}

function asElement(kind: ChainKind, row: SelectedElement): ElementRow {
  const { id, number, name, summary, updatedAt } = row
  return { id, number, code: codeOf(kind, number), name, summary, updatedAt, owner: personRef(row.ownerNumber, row.ownerName, row.ownerArchivedAt) }
}

function personRef(number: number | null, name: string | null, archivedAt: Date | null): PersonRef | null {
  return number === null || name === null ? null : { code: codeOf("person", number), name, archived: archivedAt !== null }
}

function ref(kind: ChainKind, number: number | null, name: string | null): NamedRef | null {
  return number === null || name === null ? null : { code: codeOf(kind, number), name }
}

/** Goals with what they are part of. */
export async function goalRows(db: ReadDb, portion: Portion<number>): Promise<GoalRow[]> {
  const rows = await elementsOf(db, "goal", portion)
    .innerJoin("goal", "goal.id", "element.id").leftJoin("element as parent", "parent.id", "goal.parentId")
    .select([
      "parent.number as parentNumber", "parent.name as parentName", "goal.why", "goal.promiseLine", "goal.status", "goal.weight", "goal.perspective",
      "goal.dueOn", "goal.healthSet", "goal.healthReason",
    ])
    .execute()
  return rows.map((row) => {
    const { why, promiseLine, status, weight, perspective, dueOn, healthSet, healthReason } = row
    return { ...asElement("goal", row), parent: ref("goal", row.parentNumber, row.parentName), why, promiseLine, status, weight, perspective, dueOn, healthSet, healthReason }
  })
}

/** Initiatives with their latest report and their budget by financial year. */
export async function initiativeRows(db: ReadDb, portion: Portion<number>): Promise<InitiativeRow[]> {
  const rows = await elementsOf(db, "initiative", portion)
    .innerJoin("initiative", "initiative.id", "element.id").leftJoin("element as sponsor", "sponsor.id", "initiative.sponsorId")
    .select([
      "sponsor.number as sponsorNumber", "sponsor.name as sponsorName", "sponsor.archivedAt as sponsorArchivedAt", "initiative.status", "initiative.confidence",
      "initiative.startsOn", "initiative.endsOn", "initiative.scheduleHealth", "initiative.costHealth", "initiative.scopeHealth", "initiative.healthNote",
      "initiative.progress", "initiative.reportedOn", "initiative.nextReportOn",
    ])
    .select(sql<Record<string, string>>`coalesce((select json_object_agg(financial_year, amount::text order by financial_year)
      from initiative_budget where initiative_budget.initiative_id = element.id), '{}'::json)`.as("budgets"))
    .execute()
  return rows.map((row) => {
    const { status, confidence, startsOn, endsOn, scheduleHealth, costHealth, scopeHealth, healthNote, progress, reportedOn, nextReportOn, budgets } = row
    return {
      ...asElement("initiative", row), sponsor: personRef(row.sponsorNumber, row.sponsorName, row.sponsorArchivedAt),
      status, confidence, startsOn, endsOn, scheduleHealth, costHealth, scopeHealth, healthNote, progress, reportedOn, nextReportOn, budgets,
    }
  })
}

/** Services or jobs, which have no fields of their own. */
export async function plainRows(db: ReadDb, kind: "service" | "function", portion: Portion<number>): Promise<ElementRow[]> {
  return (await elementsOf(db, kind, portion).execute()).map((row) => asElement(kind, row))
}

/** Applications. */
export async function applicationRows(db: ReadDb, portion: Portion<number>): Promise<ApplicationRow[]> {
  const rows = await elementsOf(db, "application", portion)
    .innerJoin("application", "application.id", "element.id").select(["application.lifecycle", "application.vendor"]).execute()
  return rows.map((row) => ({ ...asElement("application", row), lifecycle: row.lifecycle, vendor: row.vendor }))
}

/** Capabilities with what they are part of. */
export async function capabilityRows(db: ReadDb, portion: Portion<number>): Promise<CapabilityRow[]> {
  const rows = await elementsOf(db, "capability", portion)
    .innerJoin("capability", "capability.id", "element.id").leftJoin("element as parent", "parent.id", "capability.parentId")
    .select(["parent.number as parentNumber", "parent.name as parentName"]).execute()
  return rows.map((row) => ({ ...asElement("capability", row), parent: ref("capability", row.parentNumber, row.parentName) }))
}

/** Units with what they are part of and their headcount. */
export async function unitRows(db: ReadDb, portion: Portion<number>): Promise<UnitRow[]> {
  const rows = await elementsOf(db, "unit", portion)
    .innerJoin("unit", "unit.id", "element.id").leftJoin("element as parent", "parent.id", "unit.parentId")
    .select(["parent.number as parentNumber", "parent.name as parentName"])
    .select(sql<Partial<Record<RoleLevel, number>>>`coalesce((select json_object_agg(role_level, headcount)
      from unit_headcount where unit_headcount.unit_id = element.id), '{}'::json)`.as("headcount"))
    .execute()
  return rows.map((row) => ({ ...asElement("unit", row), parent: ref("unit", row.parentNumber, row.parentName), headcount: row.headcount }))
}

/** People with their unit, profile and standing; whoever hands their addresses or where they stand on must be allowed to. */
export async function personRows(db: ReadDb, portion: Portion<number>): Promise<PersonRow[]> {
  const rows = await elementsOf(db, "person", portion)
    .innerJoin("person", "person.id", "element.id").leftJoin("element as unit", "unit.id", "person.unitId")
    .leftJoin("stakeholder", "stakeholder.personId", "person.id")
    .leftJoin("standing", (join) => join.onRef("standing.personId", "=", "person.id").on("standing.subjectId", "is", null))
    .select(["unit.number as unitNumber", "unit.name as unitName", "person.roleLevel", "person.title", "person.email", "person.groupHeadcount", "listeningStyle", "contactPreference"])
    .select(["standing.influence", "standing.interest", "standing.engagementNow", "standing.engagementWanted"]).execute()
  return rows.map(({ influence, interest, engagementNow, engagementWanted, ...row }) => ({
    ...asElement("person", row), unit: ref("unit", row.unitNumber, row.unitName), roleLevel: row.roleLevel, title: row.title, email: row.email, groupHeadcount: row.groupHeadcount,
    listeningStyle: row.listeningStyle, contactPreference: row.contactPreference, standing: { influence, interest, engagementNow, engagementWanted },
  }))
}

/** Measures of goals, oldest first, each with its latest reading. */
export async function measureRows(db: ReadDb, { after, size }: Portion<string>): Promise<MeasureRow[]> {
  const rows = await db
    .selectFrom("measure").innerJoin("element as goal", "goal.id", "measure.goalId")
    .leftJoinLateral(
      (eb) => eb.selectFrom("reading").select(["reading.value", "reading.readOn"]).whereRef("reading.measureId", "=", "measure.id").orderBy("reading.readOn", "desc").limit(1).as("latest"),
      (join) => join.onTrue(),
    )
    .select([
      "measure.id", "goal.number as goalNumber", "goal.name as goalName", "measure.name", "isYesNo", "unit", "direction", "baseline", "target", "startsOn", "targetOn",
      "weight", "readEveryDays", "source", "latest.value as latestValue", "latest.readOn as latestOn",
    ])
    .where("measure.archivedAt", "is", null).where("goal.archivedAt", "is", null)
    .$if(after !== null, (query) => query.where("measure.id", ">", after))
    .orderBy("measure.id").limit(size).execute()
  return rows.map(({ goalNumber, goalName, ...row }) => ({ ...row, goal: { code: codeOf("goal", goalNumber), name: goalName } }))
}

/** Links between records that are both there, oldest first. */
export async function linkRows(db: ReadDb, { after, size }: Portion<string>): Promise<LinkRow[]> {
  const rows = await db
    .selectFrom("link").innerJoin("element as source", "source.id", "link.fromId").innerJoin("element as target", "target.id", "link.toId")
    .select([
      "link.id", "relation", "strength", "isPrimary", "note", "mandatory", "lagDays", "criticality", "fit", "seats", "yearlyCost",
      "source.kind as fromKind", "source.number as fromNumber", "source.name as fromName", "target.kind as toKind", "target.number as toNumber", "target.name as toName",
    ])
    .where("source.archivedAt", "is", null).where("target.archivedAt", "is", null).$narrowType<{ fromKind: ChainKind; toKind: ChainKind }>()
    .$if(after !== null, (query) => query.where("link.id", ">", after))
    .orderBy("link.id").limit(size).execute()
  return rows.map(({ fromKind, fromNumber, fromName, toKind, toNumber, toName, ...row }) => ({
    ...row,
    from: { kind: fromKind, code: codeOf(fromKind, fromNumber), name: fromName },
    to: { kind: toKind, code: codeOf(toKind, toNumber), name: toName },
  }))
}

/** The financial years for which any initiative has a budget, earliest first. */
export async function budgetYears(db: ReadDb): Promise<number[]> {
  const rows = await db.selectFrom("initiativeBudget").select("financialYear").distinct().orderBy("financialYear").execute()
  return rows.map((row) => row.financialYear)
}

/** The sort keys that several people share: by name alone they cannot be told apart. */
export async function sharedPersonNames(db: ReadDb): Promise<Set<string>> {
  const rows = await db
    .selectFrom("element").select("sortKey").where("kind", "=", "person")
    .groupBy("sortKey").having((eb) => eb.fn.countAll(), ">", 1).execute()
  return new Set(rows.map((row) => row.sortKey))
}
