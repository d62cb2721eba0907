// Reading a unit's review runs: the one under way and the last one that was held.
import type { ReadDb } from "~/core/database.server"
import { codeOf, type ElementRef } from "~/features/elements/element"

function reviewMeetings(db: ReadDb, unitId: string) {
  return db
    .selectFrom("consultation as c").innerJoin("element as e", "e.id", "c.id").innerJoin("meeting as m", "m.consultationId", "c.id")
    .select(["e.id", "e.number", "e.name", "m.startsAt", "m.closedAt"])
    .where("c.unitId", "=", unitId).where("c.purpose", "=", "relationship").where("c.state", "!=", "cancelled").where("e.archivedAt", "is", null)
}

const asReview = ({ id, number, name }: { id: string; number: number; name: string }): ElementRef => ({ id, kind: "consultation", code: codeOf("consultation", number), name })

/** The review of the unit whose meeting is planned or runs; null where none is. */
export async function reviewUnderWay(db: ReadDb, unitId: string): Promise<(ElementRef & { startsAt: Date }) | null> {
  const row = await reviewMeetings(db, unitId).where("c.state", "in", ["draft", "open"]).where("m.closedAt", "is", null).orderBy("m.startsAt").orderBy("m.id").limit(1).executeTakeFirst()
  return row ? { ...asReview(row), startsAt: row.startsAt } : null
}

/** The review of the unit whose meeting was closed last; null where none was. */
export async function lastReview(db: ReadDb, unitId: string): Promise<(ElementRef & { closedAt: Date }) | null> {
  const row = await reviewMeetings(db, unitId).where("m.closedAt", "is not", null).orderBy("m.closedAt", "desc").orderBy("m.id").limit(1).executeTakeFirst()
  return row?.closedAt ? { ...asReview(row), closedAt: row.closedAt } : null
}
