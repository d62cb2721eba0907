// What may be done in meetings: plan, start, go on to the next point, tick who is here, write down what was decided, close.
import { command } from "~/core/command.server"
import { NotFoundError, RuleError } from "~/core/errors"
import type { Actor } from "~/core/policy"
import { addCommitment } from "~/features/commitments/commitments.writes.server"
import { changed, created } from "~/features/elements/element.writes.server"
import { runsIt } from "./feedback-access"
import { currentItem, meetingSnapshot, nextItem, requireMeeting, type MeetingFields } from "./meeting"
import { lockMeeting } from "./meetings.queries.server"
import { insertMeeting, tickIn, tickOut } from "./meetings.writes.server"

type Sent = { operationId?: string }

/** Plans a meeting with its agenda. Returns its id. */
export function planMeeting(actor: Actor, posted: MeetingFields & Sent) {
  const { operationId, ...input } = posted
  return command({
    actor, operationId, input: ["plan meeting", { ...input, startsAt: input.startsAt.toISOString() }],
    load: async (tx) => {
      const row = await tx.selectFrom("consultation").select(["ownerId", "state"]).where("id", "=", input.consultationId).executeTakeFirst()
      if (!row) throw new NotFoundError("This conversation")
      return row
    },
    demands: ({ ownerId }) => runsIt(actor, ownerId),
    run: async (tx, { loaded: { state }, now }) => {
      if (state === "cancelled") throw new RuleError("This conversation was cancelled. Open it again before planning a meeting.")
      requireMeeting(input)
      const { id, change } = await insertMeeting(tx, input, now)
      return { changes: [change], outcome: { id } }
    },
  })
}

/** Starts a meeting, or goes on to the next point of its agenda; after the last one nothing is left to go on to. */
export function nextPoint(actor: Actor, posted: { meetingId: string } & Sent) {
  return command({
    actor, operationId: posted.operationId, input: ["next point", posted.meetingId],
    load: (tx) => lockMeeting(tx, posted.meetingId),
    demands: ({ consultationOwnerId }) => runsIt(actor, consultationOwnerId),
    run: async (tx, { loaded: meeting, now }) => {
      if (meeting.closedAt !== null) throw new RuleError("This meeting is closed.")
      const [at, next] = [currentItem(meeting.agenda), nextItem(meeting.agenda)]
      if (!next) throw new RuleError("That was the last point. Close the meeting when you are done.")
      if (at) await tx.updateTable("agendaItem").set({ endedAt: now, version: at.version + 1 }).where("id", "=", at.id).execute()
      await tx.updateTable("agendaItem").set({ startedAt: now, version: next.version + 1 }).where("id", "=", next.id).execute()
      if (meeting.startedAt !== null) return { changes: [], outcome: { id: meeting.id } }
      await tx.updateTable("meeting").set({ startedAt: now, version: meeting.version + 1 }).where("id", "=", meeting.id).execute()
      const change = changed({ kind: "meeting", id: meeting.id, version: meeting.version, about: [meeting.consultationId] }, meetingSnapshot(meeting), meetingSnapshot({ ...meeting, startedAt: now }))
      return { changes: [change], outcome: { id: meeting.id } }
    },
  })
}

/** Closes a meeting; what is still open on its agenda ends with it. */
export function closeMeeting(actor: Actor, posted: { meetingId: string } & Sent) {
  return command({
    actor, operationId: posted.operationId, input: ["close meeting", posted.meetingId],
    load: (tx) => lockMeeting(tx, posted.meetingId),
    demands: ({ consultationOwnerId }) => runsIt(actor, consultationOwnerId),
    run: async (tx, { loaded: meeting, now }) => {
      if (meeting.closedAt !== null) return { changes: [], outcome: { id: meeting.id } }
      if (meeting.startedAt === null) throw new RuleError("This meeting has not started yet.")
      const at = currentItem(meeting.agenda)
      if (at) await tx.updateTable("agendaItem").set({ endedAt: now, version: at.version + 1 }).where("id", "=", at.id).execute()
      await tx.updateTable("meeting").set({ closedAt: now, version: meeting.version + 1 }).where("id", "=", meeting.id).execute()
      const change = changed({ kind: "meeting", id: meeting.id, version: meeting.version, about: [meeting.consultationId] }, meetingSnapshot(meeting), meetingSnapshot({ ...meeting, closedAt: now }))
      return { changes: [change], outcome: { id: meeting.id } }
    },
  })
}

/**
 * Ticks that somebody is in the room, or takes the tick away. Being here counts as heard, in the stratum they have now; taking the last
 * tick away takes that back, but never a response they sent.
 */
export function tickPresence(actor: Actor, posted: { meetingId: string; participationId: string; here: boolean } & Sent) {
  const { meetingId, participationId, here } = posted
  return command({
    actor, operationId: posted.operationId, input: ["tick", meetingId, participationId, here],
    load: async (tx) => {
      const meeting = await lockMeeting(tx, meetingId)
      const person = await tx.selectFrom("participation").selectAll().where("id", "=", participationId).where("consultationId", "=", meeting.consultationId).forUpdate().executeTakeFirst()
      if (!person) throw new NotFoundError("This participant")
      const ticks = await tx.selectFrom("attendance").select("meetingId").where("participationId", "=", participationId).execute()
      return { meeting, person, ticks: ticks.map((tick) => tick.meetingId) }
    },
    demands: ({ meeting }) => runsIt(actor, meeting.consultationOwnerId),
    run: async (tx, { loaded: { meeting, person, ticks }, now }) => {
      if (ticks.includes(meetingId) === here) return { changes: [], outcome: { id: participationId } }
      if (here && meeting.startedAt === null) throw new RuleError("Start the meeting first: nobody can be heard in one that has not begun.")
      return { changes: [here ? await tickIn(tx, person, meetingId, now) : await tickOut(tx, person, meetingId)], outcome: { id: participationId } }
    },
  })
}

/** Writes down what was decided; sent again with the same id it is the same decision. */
export function minuteDecision(actor: Actor, posted: { id: string; consultationId: string; agendaItemId?: string | null; body: string }) {
  return command({
    actor, operationId: posted.id, input: ["minute decision", posted],
    load: async (tx) => {
      const row = await tx.selectFrom("consultation").select(["ownerId"]).where("id", "=", posted.consultationId).executeTakeFirst()
      if (!row) throw new NotFoundError("This conversation")
      return { ...row, earlier: await tx.selectFrom("minutedDecision").select("id").where("id", "=", posted.id).executeTakeFirst() }
    },
    demands: ({ ownerId }) => runsIt(actor, ownerId),
    run: async (tx, { loaded: { earlier }, now }) => {
      if (earlier) return { changes: [], outcome: { id: posted.id } }
      if (posted.body.trim() === "") throw new RuleError("Write what was decided.", { field: "body" })
      const row = { id: posted.id, consultationId: posted.consultationId, agendaItemId: posted.agendaItemId ?? null, body: posted.body.trim(), authorId: actor.personId, version: 1, createdAt: now }
      await tx.insertInto("minutedDecision").values(row).execute()
      const { consultationId, agendaItemId, body } = row
      return { changes: [created({ kind: "minuted decision", id: row.id, about: [consultationId] }, { consultationId, agendaItemId, body })], outcome: { id: row.id } }
    },
  })
}

/** Writes down what somebody will do: a promise to the unit of whoever raised it, or to none. Returns its short id. */
export function captureAction(actor: Actor, posted: { consultationId: string; name: string; ownerId: string; dueOn: string; personId: string | null } & Sent) {
  const { operationId, ...input } = posted
  return command({
    actor, operationId, input: ["capture action", input],
    load: async (tx) => {
      const row = await tx.selectFrom("consultation").select(["ownerId"]).where("id", "=", input.consultationId).executeTakeFirst()
      if (!row) throw new NotFoundError("This conversation")
      const person = input.personId === null ? undefined : await tx.selectFrom("person").select("unitId").where("id", "=", input.personId).executeTakeFirst()
      return { ...row, unitId: person?.unitId ?? null }
    },
    demands: ({ ownerId }) => runsIt(actor, ownerId),
    run: async (tx, { loaded: { unitId }, now, today }) => {
      if (input.dueOn < today) throw new RuleError("An action cannot be due in the past.", { field: "dueOn" })
      const { consultationId, name, ownerId, dueOn } = input
      const { id, code, changes } = await addCommitment(tx, { name, summary: "", ownerId, dueOn, unitId, consultationId, now })
      return { changes, outcome: { id, code } }
    },
  })
}
