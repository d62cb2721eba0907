// Reading all that a meeting with one unit needs: both views, the brief, when they were heard last, and who looks after it.
import { sql } from "kysely"
import { calendarDate } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import type { Day } from "~/features/commitments/commitment-list.queries.server"
import type { ElementRef } from "~/features/elements/element"
import type { ElementRow } from "~/features/elements/element-row"
import { asRef, namesOf } from "~/features/elements/elements.queries.server"
import { briefOf } from "./brief.queries.server"
import { gapOf, levelOf, type Side } from "./relationship"
import { relationshipOf, viewsOf, type Relationship } from "./relationships.queries.server"

/** The relationship with a unit, the newest view of each side with its level, and the brief since they were heard last, as its reader may read it. */
export async function unitMeeting(db: ReadDb, unit: ElementRow, { readerId, ...day }: Day & { readerId: string | null }) {
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
    unit: asRef(unit), relationship, views, business, it, gap: gapOf(business.level, it.level),
    lastSpokeOn: since && calendarDate(since, day.timeZone), brief: await briefOf(db, unit.id, { day, since, readerId }),
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
