// The writes that meetings and their undo share: the agenda, and who is in the room.
import type { RecordChange } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { newId } from "~/core/ids"
import { created, removed } from "~/features/elements/element.writes.server"
import { meetingSnapshot, type AgendaFields, type MeetingFields } from "./meeting"

/** Writes a planned meeting with its agenda. */
export async function insertMeeting(tx: Tx, meeting: MeetingFields, now: Date): Promise<{ id: string; change: RecordChange }> {
  const { agenda, ...fields } = meeting
  const row = { ...fields, id: newId(now.getTime()), startedAt: null, closedAt: null, version: 1, createdAt: now }
  await tx.insertInto("meeting").values(row).execute()
  await insertAgenda(tx, row.id, agenda, now)
  return { id: row.id, change: created({ kind: "meeting", id: row.id, about: [row.consultationId] }, meetingSnapshot({ ...row, agenda })) }
}

/** Writes an agenda in its order. */
export async function insertAgenda(tx: Tx, meetingId: string, agenda: readonly AgendaFields[], now: Date): Promise<void> {
  if (agenda.length === 0) return
  await tx.insertInto("agendaItem").values(agenda.map((item, at) => ({
    ...item, id: newId(now.getTime()), meetingId, position: at + 1, startedAt: null, endedAt: null, version: 1, createdAt: now,
  }))).execute()
}

interface Participant {
  id: string
  version: number
  consultationId: string
  personId: string
  heardAt: Date | null
  heardHow: "response" | "presence" | null
}

/** Ticks somebody in: whoever was not heard yet is heard now, in the stratum of their record. */
export async function tickIn(tx: Tx, person: Participant, meetingId: string, now: Date): Promise<RecordChange> {
  await tx.insertInto("attendance").values({ meetingId, participationId: person.id, tickedAt: now }).execute()
  const { unitId, roleLevel } = await tx.selectFrom("person").select(["unitId", "roleLevel"]).where("id", "=", person.personId).executeTakeFirstOrThrow()
  const heard = person.heardAt === null ? { heardAt: now, heardHow: "presence" as const, unitId, roleLevel } : {}
  await tx.updateTable("participation").set({ ...heard, version: person.version + 1 }).where("id", "=", person.id).execute()
  return { ...created(recordOf(person), { meetingId, here: true }), version: person.version + 1 }
}

/** Takes a tick away; with the last one goes being heard by presence, never a response that was sent. */
export async function tickOut(tx: Tx, person: Participant, meetingId: string): Promise<RecordChange> {
  await tx.deleteFrom("attendance").where("meetingId", "=", meetingId).where("participationId", "=", person.id).execute()
  const other = await tx.selectFrom("attendance").select("meetingId").where("participationId", "=", person.id).limit(1).executeTakeFirst()
  const unheard = !other && person.heardHow === "presence" ? { heardAt: null, heardHow: null, unitId: null, roleLevel: null } : {}
  await tx.updateTable("participation").set({ ...unheard, version: person.version + 1 }).where("id", "=", person.id).execute()
  return removed(recordOf(person), { meetingId, here: true })
}

function recordOf(person: Participant) {
  return { kind: "attendance", id: person.id, version: person.version, about: [person.consultationId, person.personId] }
}
