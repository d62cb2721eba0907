// Reading what the list of relationships and its files show of every unit: both levels, late promises, when they were heard last.
import { calendarDate } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { onceFor } from "~/core/once-for"
import { commitmentStandings } from "~/features/commitments/commitment-list.queries.server"
import { currentRecords } from "~/features/company/current-records.queries.server"
import type { RelationshipRow } from "./relationship-list"
import { closeness } from "./relationships.queries.server"

/** Every unit in use, in order of name. */
export async function relationshipRows(db: ReadDb): Promise<RelationshipRow[]> {
  const records = await currentRecords(db)
  const { today, company: { timeZone } } = records
  const day = { today, timeZone }
  const [units, promises] = await Promise.all([
    onceFor(records, "closeness of every unit", () => closeness(db, { all: true })),
    onceFor(records, "promises", () => commitmentStandings(db, day)),
  ])
  const late = new Map<string, number>()
  for (const { unitId, standing } of promises) if (unitId !== null && standing.standing === "late") late.set(unitId, (late.get(unitId) ?? 0) + 1)
  return units.map(({ lastSpokeAt, setUp: _, ...one }) => ({
    ...one, late: late.get(one.unit.id) ?? 0, lastSpokeOn: lastSpokeAt && calendarDate(lastSpokeAt, timeZone), overdue: one.nextReviewOn !== null && one.nextReviewOn < today,
  }))
}
