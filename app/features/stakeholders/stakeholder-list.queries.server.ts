// Reading people and groups as parties: a page of the list, all of it in portions for a file, and the points of the grid.
import { sql, type RawBuilder } from "kysely"
import type { ReadDb } from "~/core/database.server"
import { parseCode, type ElementRef } from "~/features/elements/element"
import { asRef } from "~/features/elements/elements.queries.server"
import { filterValues, pagesOf, type ListAsk } from "~/features/elements/list"
import { inPortions } from "~/features/elements/list.queries.server"
import { comesAfter, orderOf, recordsOf } from "~/features/elements/record-list.queries.server"
import { roleLevels } from "~/features/units/unit"
import { engagements, highFrom, quarters, type Standing } from "./standing"
import type { PartyRow } from "./stakeholder-list"

export interface PartyAsk {
  list: ListAsk
  /** whether the reader may see where people stand; else nothing of it is read */
  withStanding: boolean
  today: string
  timeZone: string
}

/** A page of the list. */
export async function listParties(db: ReadDb, ask: PartyAsk) {
  const rows = partiesThatFit(db, ask)
  const counts = await rows.select([
    sql<string>`count(*)`.as("n"), sql<string>`count(*) filter (where person.group_headcount is not null)`.as("groups"), sql<string>`count(*) filter (where ${spokenOn(ask)} is not null)`.as("heard"),
  ]).executeTakeFirstOrThrow()
  const { page, pageCount, offset } = pagesOf(Number(counts.n), ask.list)
  const standingKeys: Record<string, RawBuilder<unknown>> = ask.withStanding ? { influence: sql`standing.influence`, interest: sql`standing.interest`, priority } : {}
  const order = orderOf(ask.list, { unit: sql`home.sort_key`, spoken: spokenOn(ask), due: dueOn(ask), ...standingKeys }, { unit: sql`home.sort_key`, level: levelOrder })
  const found = await columnsOf(rows, ask).orderBy(order).limit(ask.list.pageSize).offset(offset).execute()
  return { rows: found.map((row) => asParty(row, ask)), total: Number(counts.n), groups: Number(counts.groups), heard: Number(counts.heard), page, pageCount }
}

/** Everybody of the list, by name, 1,000 at a time. */
export function partiesForFile(db: ReadDb, ask: PartyAsk): AsyncGenerator<PartyRow[]> {
  return inPortions<PartyRow>(async (after, size) => {
    const rows = await columnsOf(partiesThatFit(db, ask).where(comesAfter(after)), ask).orderBy("element.sortKey").orderBy("element.id").limit(size).execute()
    return rows.map((row) => asParty(row, ask))
  })
}

export interface GridPoint extends ElementRef {
  unit: string | null
  groupHeadcount: number | null
  standing: Standing & { version: number }
}

/** More than these no grid can show; the list has them all. */
export const mostPoints = 150

/**
 * Who is on the grid about a subject, or overall: those who are placed first, by priority. About a subject, only those placed there or
 * in a conversation about it; the rest is counted.
 */
export async function gridPoints(db: ReadDb, subjectId: string | null): Promise<{ points: GridPoint[]; total: number }> {
  const about = sql`standing.person_id = element.id and standing.subject_id is not distinct from ${subjectId}::uuid`
  let query = db
    .selectFrom("element").innerJoin("person", "person.id", "element.id").leftJoin("element as home", "home.id", "person.unitId")
    .leftJoin("standing", (join) => join.on(sql<boolean>`${about}`))
    .where("element.archivedAt", "is", null)
  if (subjectId !== null)
    query = query.where(sql<boolean>`(standing.id is not null or exists (select 1 from participation part join consultation_subject about on about.consultation_id = part.consultation_id
      where part.person_id = element.id and about.subject_id = ${subjectId}::uuid))`)
  const { n } = await query.select(sql<string>`count(*)`.as("n")).executeTakeFirstOrThrow()
  const rows = await query
    .select(["element.id", "element.kind", "element.number", "element.name", "home.name as unit", "person.groupHeadcount"])
    .select(["standing.influence", "standing.interest", "standing.engagementNow", "standing.engagementWanted", "standing.version"])
    .orderBy(sql`(standing.influence is null or standing.interest is null), ${priority} desc nulls last, element.sort_key, element.id`).limit(mostPoints).execute()
  return {
    total: Number(n),
    points: rows.map(({ influence, interest, engagementNow, engagementWanted, version, unit, groupHeadcount, ...row }) => ({
      ...asRef(row), unit, groupHeadcount, standing: { influence, interest, engagementNow, engagementWanted, version: version ?? 0 },
    })),
  }
}

const levelOrder = sql`array_position(array[${sql.join(roleLevels)}]::text[], person.role_level)`
const steps = sql`array[${sql.join([...engagements])}]::text[]`
/** F11 as the database reckons it, for the order alone; what is shown comes from standing.ts. */
const priority = sql`(greatest(0, array_position(${steps}, standing.engagement_wanted) - array_position(${steps}, standing.engagement_now)) * standing.influence * standing.interest
  + case when standing.engagement_now is null or standing.engagement_wanted is null then null else 0 end)`

function spokenOn({ timeZone }: PartyAsk) {
  return sql<string | null>`(select to_char(max(part.heard_at) at time zone ${timeZone}, 'YYYY-MM-DD') from participation part where part.person_id = element.id)`
}

/** The nearest of: an open conversation that waits for their voice, and the next one agreed after a conversation. */
function dueOn({ today }: PartyAsk) {
  return sql<string | null>`(select to_char(min(case when talk.state = 'open' and part.heard_at is null then talk.closes_on when talk.next_on >= ${today}::date then talk.next_on end), 'YYYY-MM-DD')
    from participation part join consultation talk on talk.id = part.consultation_id where part.person_id = element.id)`
}

function partiesThatFit(db: ReadDb, { list: ask, withStanding }: PartyAsk) {
  let query = recordsOf(db, "person", ask).innerJoin("person", "person.id", "element.id").leftJoin("element as home", "home.id", "person.unitId")
    .leftJoin("stakeholder", "stakeholder.personId", "person.id")
    .leftJoin("standing", (join) => join.onRef("standing.personId", "=", "person.id").on("standing.subjectId", "is", null))
  const units = filterValues(ask, "unit")
  if (units.length > 0) {
    const numbers = units.map(parseCode).flatMap((code) => (code?.kind === "unit" ? [code.number] : []))
    query = query.where((eb) => eb.or([...(numbers.length > 0 ? [eb("home.number", "in", numbers)] : []), ...(units.includes("none") ? [eb("home.id", "is", null)] : [])]))
  }
  const levels = roleLevels.filter((one) => filterValues(ask, "level").includes(one))
  if (levels.length > 0) query = query.where("person.roleLevel", "in", levels)
  const party = filterValues(ask, "party")
  if (party.includes("group") !== party.includes("person")) query = query.where("person.groupHeadcount", party.includes("group") ? "is not" : "is", null)
  const wanted = withStanding ? filterValues(ask, "quarter") : []
  if (wanted.length > 0) {
    const inQuarter = sql<boolean>`case when standing.influence is null or standing.interest is null then 'unknown' when standing.influence >= ${highFrom} then
      case when standing.interest >= ${highFrom} then 'work closely' else 'keep satisfied' end else case when standing.interest >= ${highFrom} then 'keep informed' else 'listen lightly' end end
      = any(${wanted.filter((one) => one === "unknown" || (quarters as readonly string[]).includes(one))}::text[])`
    query = query.where(inQuarter)
  }
  return query
}

function columnsOf(query: ReturnType<typeof partiesThatFit>, ask: PartyAsk) {
  return query
    .select([
      "element.id", "element.kind", "element.number", "element.name", "element.sortKey", "person.roleLevel", "person.groupHeadcount", "stakeholder.listeningStyle",
      "home.id as unitId", "home.number as unitNumber", "home.name as unitName",
    ])
    .select([spokenOn(ask).as("spokenOn"), dueOn(ask).as("dueOn")])
    .$if(ask.withStanding, (open) => open.select(["standing.influence", "standing.interest", "standing.engagementNow", "standing.engagementWanted", "standing.version as standingVersion"]))
}

function asParty(row: Awaited<ReturnType<ReturnType<typeof columnsOf>["execute"]>>[number], { withStanding }: PartyAsk): PartyRow {
  const { unitId, unitNumber, unitName } = row
  const { influence = null, interest = null, engagementNow = null, engagementWanted = null, standingVersion } = row
  return {
    ...asRef(row), sortKey: row.sortKey, roleLevel: row.roleLevel, groupHeadcount: row.groupHeadcount, listeningStyle: row.listeningStyle, spokenOn: row.spokenOn, dueOn: row.dueOn,
    unit: unitId !== null && unitNumber !== null && unitName !== null ? asRef({ id: unitId, kind: "unit", number: unitNumber, name: unitName }) : null,
    standing: withStanding ? { influence, interest, engagementNow, engagementWanted, version: standingVersion ?? 0 } : null,
  }
}
