// Undoing a planned meeting, a tick in the room and a decision written down.
import { command } from "~/core/command.server"
import type { RecordChange } from "~/core/change"
import { RuleError } from "~/core/errors"
import type { Actor } from "~/core/policy"
import { created, removed } from "~/features/elements/element.writes.server"
import { beforeOf, isRemoval, netEntries, plan, planUndo, type Undone } from "~/features/elements/undo"
import type { Undo } from "~/features/elements/undo.writes.server"
import { meetingSnapshot, readAgenda } from "./meeting"
import { lockMeeting } from "./meetings.queries.server"
import { insertAgenda, tickIn, tickOut } from "./meetings.writes.server"

/** A meeting just planned goes away, one that went away returns. One that has begun stays: what was said in it would lose its place. */
export function restoreMeetings(actor: Actor, asked: Undo) {
  const entries = netEntries(asked.entries)
  return command({
    actor, operationId: asked.operationId, input: ["undo meetings", entries.map(({ recordId }) => recordId)],
    load: async (tx) => {
      const rows = await tx.selectFrom("meeting").select(["id", "version"]).where("id", "in", entries.map(({ recordId }) => recordId)).orderBy("id").forUpdate().execute()
      const meetings = []
      for (const { id } of rows) meetings.push(await lockMeeting(tx, id))
      return meetings
    },
    demands: () => ({ permission: "edit engagement" }),
    run: async (tx, { loaded: meetings, now }) => {
      const { todo, left } = plan(entries, meetings)
      const changes: RecordChange[] = []
      for (const entry of todo) {
        const meeting = meetings.find(({ id }) => id === entry.recordId)
        if (meeting) {
          if (entry.action !== "created" || meeting.startedAt !== null) throw new RuleError("A meeting that has begun cannot be taken back. Close it when it is over.")
          await tx.deleteFrom("agendaItem").where("meetingId", "=", meeting.id).execute()
          await tx.deleteFrom("meeting").where("id", "=", meeting.id).execute()
          changes.push(removed({ kind: "meeting", id: meeting.id, version: meeting.version, about: [meeting.consultationId] }, meetingSnapshot(meeting)))
          continue
        }
        const was = beforeOf(entry) as unknown as { consultationId: string; startsAt: string; minutes: number; place: string; agenda: { text: string }[] }
        const agenda = readAgenda(was.agenda.map(({ text }) => text).join("\n"))
        const row = { id: entry.recordId, consultationId: was.consultationId, startsAt: new Date(was.startsAt), minutes: was.minutes, place: was.place, startedAt: null, closedAt: null, version: entry.version + 1, createdAt: now }
        await tx.insertInto("meeting").values(row).execute()
        await insertAgenda(tx, row.id, agenda, now)
        changes.push({ ...created({ kind: "meeting", id: row.id, about: [row.consultationId] }, meetingSnapshot({ ...row, agenda })), version: row.version })
      }
      return { changes, outcome: { undone: todo.length, left } satisfies Undone }
    },
  })
}

/** A tick goes away, or returns; being heard by it follows. */
export function restoreAttendance(actor: Actor, asked: Undo) {
  const entries = netEntries(asked.entries)
  return command({
    actor, operationId: asked.operationId, input: ["undo ticks", entries.map(({ recordId }) => recordId)],
    load: async (tx) => {
      const rows = await tx.selectFrom("participation").selectAll().where("id", "in", entries.map(({ recordId }) => recordId)).orderBy("id").forUpdate().execute()
      return planUndo(entries, rows)
    },
    demands: () => ({ permission: "edit engagement" }),
    run: async (tx, { loaded: { todo, left }, now }) => {
      const changes: RecordChange[] = []
      for (const { entry, record: person } of todo) {
        const meetingId = String((entry.fields.find(({ field }) => field === "meetingId") ?? { before: null, after: null })[isRemoval(entry) ? "before" : "after"])
        changes.push(isRemoval(entry) ? await tickIn(tx, person, meetingId, now) : await tickOut(tx, person, meetingId))
      }
      return { changes, outcome: { undone: todo.length, left } satisfies Undone }
    },
  })
}

/** A decision just written down goes away; one that went away returns with its words. */
export function restoreMinutedDecisions(actor: Actor, asked: Undo) {
  const entries = netEntries(asked.entries)
  return command({
    actor, operationId: asked.operationId, input: ["undo minuted decisions", entries.map(({ recordId }) => recordId)],
    load: (tx) => tx.selectFrom("minutedDecision").selectAll().where("id", "in", entries.map(({ recordId }) => recordId)).orderBy("id").forUpdate().execute(),
    demands: (rows) => (rows.length > 0 && rows.every(({ authorId }) => authorId === actor.personId) ? { permission: "comment" } : { permission: "edit engagement" }),
    run: async (tx, { loaded: rows, now }) => {
      const { todo, left } = plan(entries, rows)
      const changes: RecordChange[] = []
      for (const entry of todo) {
        const row = rows.find(({ id }) => id === entry.recordId)
        if (row) {
          await tx.deleteFrom("minutedDecision").where("id", "=", row.id).execute()
          const { consultationId, agendaItemId, body } = row
          changes.push(removed({ kind: "minuted decision", id: row.id, version: row.version, about: [consultationId] }, { consultationId, agendaItemId, body }))
          continue
        }
        const was = beforeOf(entry) as unknown as { consultationId: string; agendaItemId: string | null; body: string }
        await tx.insertInto("minutedDecision").values({ ...was, id: entry.recordId, authorId: actor.personId, version: entry.version + 1, createdAt: now }).execute()
        changes.push({ ...created({ kind: "minuted decision", id: entry.recordId, about: [was.consultationId] }, { ...was }), version: entry.version + 1 })
      }
      return { changes, outcome: { undone: todo.length, left } satisfies Undone }
    },
  })
}

export const meetingKinds = ["meeting", "attendance", "minuted decision"] as const
export type MeetingKind = (typeof meetingKinds)[number]

/** Whether the history's kind is one of a meeting's. */
export function isMeetingKind(kind: string): kind is MeetingKind {
  return (meetingKinds as readonly string[]).includes(kind)
}

/** Takes back what one operation did in meetings, by its kind. */
export function restoreInMeetings(kind: MeetingKind, actor: Actor, asked: Undo): Promise<Undone> {
  if (kind === "meeting") return restoreMeetings(actor, asked)
  return kind === "attendance" ? restoreAttendance(actor, asked) : restoreMinutedDecisions(actor, asked)
}
