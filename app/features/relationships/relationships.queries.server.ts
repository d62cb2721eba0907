// Reading relationships: one unit's with both views, every unit's for the list and figures, and the means of ratings.
import { sql } from "kysely"
import type { ReadDb, Tx } from "~/core/database.server"
import { codeOf, type ElementRef } from "~/features/elements/element"
import { gapOf, levelOf, type Level, type RelationshipFields, type Side, type View } from "./relationship"

export interface Relationship extends RelationshipFields {
  id: string
  unitId: string
  version: number
}

export interface SaidView extends View {
  id: string
  side: Side
  at: Date
  by: string | null
}

const columns = ["id", "unitId", "itPersonId", "businessPersonId", "sharedVision", "itExpects", "businessExpects", "measures", "reviewEveryDays", "nextReviewOn", "version"] as const

/** The relationship with a unit; null while nobody has set it up. */
export async function relationshipOf(db: ReadDb, unitId: string): Promise<Relationship | null> {
  return (await db.selectFrom("relationship").select(columns).where("unitId", "=", unitId).executeTakeFirst()) ?? null
}

/** The same, locked. */
export async function lockRelationship(tx: Tx, unitId: string): Promise<Relationship | null> {
  return (await tx.selectFrom("relationship").select(columns).where("unitId", "=", unitId).forUpdate().executeTakeFirst()) ?? null
}

/** Every view that was recorded of a unit, the newest of each side first. */
export async function viewsOf(db: ReadDb, unitId: string): Promise<SaidView[]> {
  return db
    .selectFrom("maturityView").leftJoin("element", "element.id", "maturityView.seenBy")
    .select(["maturityView.id", "side", "holds", "added", "maturityView.createdAt as at", "element.name as by"])
    .where("unitId", "=", unitId).orderBy("maturityView.createdAt", "desc").orderBy("maturityView.id", "desc").limit(100).execute()
}

export interface UnitCloseness {
  unit: ElementRef
  business: Level | null
  it: Level | null
  gap: number | null
  setUp: boolean
  nextReviewOn: string | null
  lastSpokeAt: Date | null
}

/** How close each unit in use is, in order of name: only those of which something is said, or every unit where `all` asks. One statement. */
export async function closeness(db: ReadDb, { all = false }: { all?: boolean } = {}): Promise<UnitCloseness[]> {
  const newest = (side: Side) => sql<string[] | null>`(select holds from maturity_view where maturity_view.unit_id = element.id and side = ${side} order by created_at desc, id desc limit 1)`
  const rows = await db
    .selectFrom("element").leftJoin("relationship", "relationship.unitId", "element.id")
    .select(["element.id", "element.number", "element.name", "relationship.id as setUp", "relationship.nextReviewOn"])
    .select([newest("business").as("business"), newest("it").as("it")])
    .select(sql<Date | null>`(select max(heard_at) from participation where participation.unit_id = element.id)`.as("lastSpokeAt"))
    .where("element.kind", "=", "unit").where("element.archivedAt", "is", null).orderBy("element.sortKey").orderBy("element.id").limit(5000).execute()
  return rows
    .filter((row) => all || row.setUp !== null || row.business !== null || row.it !== null)
    .map((row) => {
      const [business, it] = [row.business, row.it].map((holds) => levelOf(holds && { holds }))
      return {
        unit: { id: row.id, kind: "unit" as const, code: codeOf("unit", row.number), name: row.name },
        business: business ?? null, it: it ?? null, gap: gapOf(business ?? null, it ?? null),
        setUp: row.setUp !== null, nextReviewOn: row.nextReviewOn, lastSpokeAt: row.lastSpokeAt,
      }
    })
}

export interface RatingPoint {
  at: Date
  answers: number
  understood: number | null
  trust: number | null
  responsive: number | null
}

/** The means of each conversation that people of the unit rated, the earliest first; fewer than five answers carry no score. */
export async function ratingsOf(db: ReadDb, unitId: string): Promise<RatingPoint[]> {
  const { rows } = await sql<{ lastAt: Date; answers: number; understood: string | null; trust: string | null; responsive: string | null }>`
    select last_at, answers, understood, trust, responsive from rating_means() where unit_id = ${unitId} order by last_at`.execute(db)
  const number = (mean: string | null) => (mean === null ? null : Number(mean))
  return rows.map((row) => ({ at: row.lastAt, answers: row.answers, understood: number(row.understood), trust: number(row.trust), responsive: number(row.responsive) }))
}
