// Reading all that a meeting with one unit needs: both views, the brief, when they were heard last, and who looks after it.
import { sql } from "kysely"
import { calendarDate } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { onceFor } from "~/core/once-for"
import { currentRecords, type Records } from "~/features/company/current-records.queries.server"
import type { Day } from "~/features/commitments/commitment-list.queries.server"
import type { ElementRef } from "~/features/elements/element"
import type { ElementRow } from "~/features/elements/element-row"
import { asRef, namesOf } from "~/features/elements/elements.queries.server"
import { briefBesidesPoints, openPoints } from "./brief.queries.server"
import { gapOf, levelOf, type Side } from "./relationship"
import { relationshipOf, viewsOf, type Relationship } from "./relationships.queries.server"

/**
 * The relationship with a unit, the newest view of each side with its level, and the brief since they were heard last, as its reader may read it.
 * All but the points is read once for a version of the records, and `besides` is then the same object for every reader.
 */
export async function unitMeeting(db: ReadDb, unit: ElementRow, { readerId, records: known, ...day }: Day & { readerId: string | null; records?: Records }) {
  const records = known ?? (await currentRecords(db))
  const [shared, points] = await Promise.all([
    onceFor(records, `meeting with ${unit.id} on ${day.today}`, () => readShared(db, unit, day)),
    openPoints(readerId, unit.id, day.timeZone),
  ])
  return { ...shared, unit: asRef(unit), brief: { ...shared.besides, points } }
}

async function readShared(db: ReadDb, unit: ElementRow, day: Day) {
  const [relationship, views, spoke] = await Promise.all([
    relationshipOf(db, unit.id), viewsOf(db, unit.id),
    db.selectFrom("participation").select((eb) => eb.fn.max("heardAt").as("at")).where("unitId", "=", unit.id).executeTakeFirst(),
  ])
  const since = spoke?.at ?? null
  const of = (side: Side) => {
    const view = views.find((one) => one.side === side) ?? null
    return { view, level: levelOf(view) }
  }
  const [business, it] = [of("business"), of("it")]
  return {
    relationship, views, business, it, gap: gapOf(business.level, it.level), lastSpokeOn: since && calendarDate(since, day.timeZone),
    besides: await briefBesidesPoints(db, unit.id, { day, since }),
  }
}

/** Who looks after the relationship on both sides, and how many people the unit has itself; null where that is not known. */
export async function peopleOf(db: ReadDb, unitId: string, relationship: Relationship | null): Promise<{ itPerson: ElementRef | null; businessPerson: ElementRef | null; people: number | null }> {
  const [names, count] = await Promise.all([
    namesOf(db, [relationship?.itPersonId ?? null, relationship?.businessPersonId ?? null]),
    db.selectFrom("unitHeadcount").select(sql<number | null>`sum(headcount)::int`.as("people")).where("unitId", "=", unitId).executeTakeFirst(),
  ])
  const name = (id: string | null | undefined) => (id ? (names.get(id) ?? null) : null)
  return { itPerson: name(relationship?.itPersonId), businessPerson: name(relationship?.businessPersonId), people: count?.people ?? null }
}
