// What an answer makes: a promise or an initiative, in the transaction of the answer.
import { compareDates, type CalendarDate } from "~/core/calendar"
import type { RecordChange } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { addCommitment } from "~/features/commitments/commitments.writes.server"
import { newInitiative } from "~/features/initiatives/initiative"
import { insertInitiative } from "~/features/initiatives/initiatives.writes.server"
import type { Made } from "./feedback"
import type { LockedPoint } from "./feedback.queries.server"

/**
 * Makes the promise or the initiative that an answer leads to; nothing where it makes none. The promise is to the unit that everybody may
 * know the point came from. Refused for a day that has passed.
 */
export async function makeOutcome(tx: Tx, point: LockedPoint, made: Made, by: { ownerId: string | null; now: Date; today: CalendarDate }): Promise<{ id: string; changes: RecordChange[] } | null> {
  const { ownerId, now, today } = by
  if (made.promise) {
    const { name, dueOn } = made.promise
    if (compareDates(dueOn, today) < 0) throw new RuleError("A promise cannot be due in the past.", { field: "promiseDueOn" })
    const unit = point.shownUnitId && (await tx.selectFrom("element").select("id").where("id", "=", point.shownUnitId).where("archivedAt", "is", null).executeTakeFirst())
    return addCommitment(tx, {
      name, summary: "", dueOn, ownerId: made.promise.ownerId ?? ownerId, unitId: unit ? unit.id : null, consultationId: point.consultationId, feedbackId: point.id, now,
    })
  }
  if (made.initiative) return insertInitiative(tx, { ...newInitiative, name: made.initiative.name }, now)
  return null
}
