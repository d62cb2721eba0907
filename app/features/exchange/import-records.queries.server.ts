// Records as an import compares and writes them: many at once, in the shape of their kind's history, with version and owner.
import { sql } from "kysely"
import type { Snapshot } from "~/core/change"
import type { ReadDb } from "~/core/database.server"
import { capabilityPlaces } from "~/features/capabilities/capabilities.queries.server"
import { goalTree } from "~/features/goals/goals.queries.server"
import { goalSnapshot, type GoalFields } from "~/features/goals/goal"
import { measureSnapshot } from "~/features/goals/measure"
import { isAnswerable } from "~/features/elements/responsibility"
import type { Tree } from "~/features/elements/tree"
import type { ChainKind } from "~/features/elements/element"
import { initiativeSnapshot } from "~/features/initiatives/initiative"
import { budgetsOf } from "~/features/initiatives/initiatives.queries.server"
import { reportSnapshot } from "~/features/initiatives/status-report"
import { usualProfile } from "~/features/stakeholders/profile"
import { linkSnapshot, type Strength } from "~/features/elements/link"
import { headcountsOf, unitPlaces } from "~/features/units/units.queries.server"
import { unitSnapshot, unknownHeadcount } from "~/features/units/unit"
import type { RecordKind } from "./brought"
import type { TreeKind } from "./record-shape"

export interface Compared {
  version: number
  snapshot: Snapshot
}

/** The records of one kind with these ids, owner included where the kind has one. */
export async function snapshotsOf(db: ReadDb, kind: RecordKind, ids: readonly string[]): Promise<Map<string, Compared>> {
  if (ids.length === 0) return new Map()
  if (kind === "standard") return new Map()
  if (kind === "measure") return measures(db, ids)
  const rows = await rowsOf(db, kind, ids)
  if (!isAnswerable(kind)) return rows
  const owners = await db
    .selectFrom("responsibility").select(["elementId", "personId"])
    .where("elementId", "=", sql<string>`any(${[...ids]}::uuid[])`).where("role", "=", "accountable").execute()
  for (const one of rows.values()) one.snapshot.owner = null
  for (const { elementId, personId } of owners) {
    const one = rows.get(elementId)
    if (one) one.snapshot.owner = personId
  }
  return rows
}

async function rowsOf(db: ReadDb, kind: ChainKind, ids: readonly string[]): Promise<Map<string, Compared>> {
  const wanted = sql<string>`any(${[...ids]}::uuid[])`
  const base = ["element.id", "element.version", "element.name", "element.summary"] as const
  switch (kind) {
    case "goal": {
      const rows = await db.selectFrom("goal").innerJoin("element", "element.id", "goal.id").select(base)
        .select(["parentId", "status", "weight", "perspective", "why", "promiseLine", "dueOn", "healthSet", "healthReason"]).where("goal.id", "=", wanted).execute()
      return new Map(rows.map((row) => [row.id, { version: row.version, snapshot: goalSnapshot(row as GoalFields) }]))
    }
    case "initiative": {
      const rows = await db.selectFrom("initiative").innerJoin("element", "element.id", "initiative.id").select(base).select([
        "status", "confidence", "startsOn", "endsOn", "sponsorId", "scheduleHealth", "costHealth", "scopeHealth", "progress", "healthNote", "reportedOn", "nextReportOn",
      ]).where("initiative.id", "=", wanted).execute()
      const budgets = await budgetsOf(db, ids)
      return new Map(rows.map((row) => [row.id, {
        version: row.version, snapshot: { ...initiativeSnapshot({ ...row, budget: budgets.get(row.id) ?? {} }), ...reportSnapshot(row) },
      }]))
    }
    case "application": {
      const rows = await db.selectFrom("application").innerJoin("element", "element.id", "application.id").select(base)
        .select(["lifecycle", "vendor"]).where("application.id", "=", wanted).execute()
      return new Map(rows.map(({ id, version, ...fields }) => [id, { version, snapshot: fields }]))
    }
    case "unit": {
      const rows = await db.selectFrom("unit").innerJoin("element", "element.id", "unit.id").select(base).select("parentId").where("unit.id", "=", wanted).execute()
      const counts = await headcountsOf(db, ids)
      return new Map(rows.map((row) => [row.id, { version: row.version, snapshot: unitSnapshot({ ...row, headcount: counts.get(row.id) ?? unknownHeadcount }) }]))
    }
    case "capability": {
      const rows = await db.selectFrom("capability").innerJoin("element", "element.id", "capability.id").select(base).select("parentId").where("capability.id", "=", wanted).execute()
      return new Map(rows.map(({ id, version, ...fields }) => [id, { version, snapshot: fields }]))
    }
    case "person": {
      const rows = await db.selectFrom("person").innerJoin("element", "element.id", "person.id").select(base)
        .leftJoin("stakeholder", "stakeholder.personId", "person.id")
        .leftJoin("standing", (join) => join.onRef("standing.personId", "=", "person.id").on("standing.subjectId", "is", null))
        .select(["unitId", "roleLevel", "title", "email", "groupHeadcount", "listeningStyle", "contactPreference", "influence", "interest", "engagementNow", "engagementWanted"])
        .where("person.id", "=", wanted).execute()
      return new Map(rows.map(({ id, version, listeningStyle, contactPreference, ...fields }) =>
        [id, { version, snapshot: { ...fields, listeningStyle: listeningStyle ?? usualProfile.listeningStyle, contactPreference: contactPreference ?? usualProfile.contactPreference } }]))
    }
    case "service": case "function": {
      const rows = await db.selectFrom("element").select(base).where("id", "=", wanted).where("kind", "=", kind).execute()
      return new Map(rows.map(({ id, version, ...fields }) => [id, { version, snapshot: fields }]))
    }
  }
}

const measureColumns = [
  "id", "goalId", "name", "isYesNo", "unit", "direction", "baseline", "target", "startsOn", "targetOn", "weight", "readEveryDays", "source", "version",
] as const

async function measures(db: ReadDb, ids: readonly string[]): Promise<Map<string, Compared>> {
  const rows = await db.selectFrom("measure").select(measureColumns).where("id", "=", sql<string>`any(${[...ids]}::uuid[])`).execute()
  return new Map(rows.map(({ id, version, goalId, ...fields }) => [id, { version, snapshot: { ...measureSnapshot(fields), goalId } }]))
}

/** The measures of some goals: their ids and names, archived ones too. */
export async function measuresNamed(db: ReadDb, goalIds: readonly string[]) {
  return db.selectFrom("measure").select(["id", "goalId", "name", "version", "archivedAt"]).where("goalId", "=", sql<string>`any(${[...goalIds]}::uuid[])`).execute()
}

export interface ComparedLink extends Compared {
  id: string
}

/** The links between these ends, by "from relation to". */
export async function linksBetween(db: ReadDb, triples: readonly { fromId: string; relation: string; toId: string }[]): Promise<Map<string, ComparedLink>> {
  if (triples.length === 0) return new Map()
  const rows = await db
    .selectFrom("link")
    .select(["id", "fromId", "relation", "toId", "strength", "isPrimary", "note", "mandatory", "lagDays", "criticality", "fit", "seats", "yearlyCost", "version"])
    .where(sql<boolean>`(from_id, relation, to_id) in (select f, r, t from jsonb_to_recordset(${JSON.stringify(triples.map(({ fromId, relation, toId }) => ({ f: fromId, r: relation, t: toId })))}::jsonb) as x(f uuid, r text, t uuid))`)
    .execute()
  return new Map(rows.map(({ id, version, ...link }) => [
    linkKey(link), { id, version, snapshot: linkSnapshot({ ...link, strength: link.strength as Strength | null }) },
  ]))
}

/** What is known of where parties stand about subjects, by "party subject". */
export async function standingsBetween(db: ReadDb, pairs: readonly { personId: string; subjectId: string }[]): Promise<Map<string, { id: string; version: number }>> {
  if (pairs.length === 0) return new Map()
  const { rows } = await sql<{ id: string; personId: string; subjectId: string; version: number }>`
    select s.id, s.person_id, s.subject_id, s.version from standing s
      join jsonb_to_recordset(${JSON.stringify(pairs.map(({ personId, subjectId }) => ({ p: personId, s: subjectId })))}::jsonb) as x(p uuid, s uuid)
        on s.person_id = x.p and s.subject_id = x.s`.execute(db)
  return new Map(rows.map(({ personId, subjectId, id, version }) => [`${personId} ${subjectId}`, { id, version }]))
}

export function linkKey(link: { fromId: string; relation: string; toId: string }): string {
  return `${link.fromId} ${link.relation} ${link.toId}`
}

/** The tree of a kind as it is, archived records too. */
export function treeOf(db: ReadDb, kind: TreeKind): Promise<Tree> {
  if (kind === "goal") return goalTree(db)
  return kind === "unit" ? unitPlaces(db) : capabilityPlaces(db)
}
