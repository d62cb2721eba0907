// What may be done to begin a review run: the open conversation with its meeting and agenda, and whoever speaks for the unit on its list.
import { calendarDate } from "~/core/calendar"
import { command } from "~/core/command.server"
import { RuleError } from "~/core/errors"
import type { Actor } from "~/core/policy"
import { insertConsultation, insertParticipation } from "~/features/consultations/consultations.writes.server"
import { requireMeeting, type MeetingFields } from "~/features/consultations/meeting"
import { insertMeeting } from "~/features/consultations/meetings.writes.server"
import { lockElement } from "~/features/elements/elements.queries.server"
import { reviewFields } from "./review"
import { writeRelationship } from "./relationships.writes.server"
import { lockRelationship } from "./relationships.queries.server"
import { reviewUnderWay } from "./reviews.queries.server"

/**
 * Starts a review with a unit: an open conversation on working together, its meeting with the agenda given, and the person who speaks for the unit on
 * its list. Refused while another review of the unit is under way, for a day that has passed, and for an archived unit. Returns its short id.
 */
export function startReview(actor: Actor, posted: Omit<MeetingFields, "consultationId"> & { unitId: string; timeZone: string; operationId?: string }) {
  const { operationId, unitId, timeZone, ...meeting } = posted
  return command({
    actor, operationId, input: ["start review", unitId, { ...meeting, startsAt: meeting.startsAt.toISOString() }],
    load: async (tx) => ({ unit: await lockElement(tx, unitId, "unit"), relationship: await lockRelationship(tx, unitId) }),
    demands: () => ({ permission: "edit engagement" }),
    run: async (tx, { loaded: { unit, relationship }, now, today }) => {
      if (unit.archivedAt !== null) throw new RuleError("This unit is archived. Bring it back first.")
      const other = await reviewUnderWay(tx, unitId)
      if (other) throw new RuleError(`“${other.name}” is under way already. Go on with it, or close its meeting first.`)
      const day = calendarDate(meeting.startsAt, timeZone)
      if (day < today) throw new RuleError("That day has passed. Choose today or a later one.", { field: "startsAt" })
      requireMeeting(meeting)
      const { id, code, change } = await insertConsultation(tx, reviewFields(unit, day, actor.personId), { state: "open", about: [unitId], now })
      const planned = await insertMeeting(tx, { ...meeting, consultationId: id }, now)
      const changes = [change, planned.change]
      if (relationship?.businessPersonId) {
        const { archivedAt } = await lockElement(tx, relationship.businessPersonId, "person")
        if (archivedAt === null) changes.push((await insertParticipation(tx, { consultationId: id, personId: relationship.businessPersonId, mustHear: true, why: `Speaks for ${unit.name}`.slice(0, 300) }, now)).change)
      }
      // the next review of the relationship is the one that begins here; after it the cadence proposes another
      if (relationship && relationship.nextReviewOn !== day) changes.push(...(await writeRelationship(tx, relationship, { unitId, version: relationship.version, edit: { nextReviewOn: day } }, now)).changes)
      return { changes, outcome: { id, code } }
    },
  })
}
