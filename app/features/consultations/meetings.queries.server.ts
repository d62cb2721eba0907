// Reading meetings: their agenda, who is in the room, and what was decided.
import type { RoleLevel } from "./feedback-words"
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { codeOf } from "~/features/elements/element"

/** The meetings of a conversation with their agendas, the earliest first. */
export async function meetingsOf(db: ReadDb, consultationId: string) {
  const meetings = await db.selectFrom("meeting").selectAll().where("consultationId", "=", consultationId).orderBy("startsAt").orderBy("id").execute()
  const items = meetings.length === 0 ? [] : await db.selectFrom("agendaItem").selectAll().where("meetingId", "in", meetings.map(({ id }) => id)).orderBy("position").execute()
  return meetings.map((meeting) => ({ ...meeting, agenda: items.filter(({ meetingId }) => meetingId === meeting.id) }))
}

/** Locks a meeting with its agenda and tells whose conversation it is. */
export async function lockMeeting(tx: Tx, id: string) {
  const meeting = await tx.selectFrom("meeting").selectAll().where("id", "=", id).forUpdate().executeTakeFirst()
  if (!meeting) throw new NotFoundError("This meeting")
  const agenda = await tx.selectFrom("agendaItem").selectAll().where("meetingId", "=", id).orderBy("position").execute()
  const { ownerId } = await tx.selectFrom("consultation").select("ownerId").where("id", "=", meeting.consultationId).executeTakeFirstOrThrow()
  return { ...meeting, agenda, consultationOwnerId: ownerId }
}

export interface RoomPerson {
  participationId: string
  personId: string
  name: string
  unitId: string | null
  unitName: string | null
  roleLevel: RoleLevel | null
  heard: boolean
  here: boolean
}

/** Everybody who takes part, with whether they are in this meeting's room; their stratum is the one they were heard in, else today's. */
export async function roomOf(db: ReadDb, consultationId: string, meetingId: string | null): Promise<RoomPerson[]> {
  const rows = await db
    .selectFrom("participation as p")
    .innerJoin("element as e", "e.id", "p.personId").innerJoin("person", "person.id", "p.personId")
    .leftJoin("attendance as a", (join) => join.onRef("a.participationId", "=", "p.id").on("a.meetingId", "=", meetingId))
    .select(["p.id", "p.personId", "e.name", "p.heardAt", "a.tickedAt"])
    .select((eb) => [eb.fn.coalesce("p.unitId", "person.unitId").as("unitId"), eb.fn.coalesce("p.roleLevel", "person.roleLevel").as("roleLevel")])
    .where("p.consultationId", "=", consultationId).where("e.archivedAt", "is", null)
    .orderBy("e.sortKey").orderBy("p.id").execute()
  const unitIds = [...new Set(rows.flatMap(({ unitId }) => unitId ?? []))]
  const units = unitIds.length === 0 ? [] : await db.selectFrom("element").select(["id", "name"]).where("id", "in", unitIds).execute()
  const unitNames = new Map(units.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    participationId: row.id, personId: row.personId, name: row.name, unitId: row.unitId, unitName: unitNames.get(row.unitId ?? "") ?? null,
    roleLevel: row.roleLevel, heard: row.heardAt !== null, here: row.tickedAt !== null,
  }))
}

/** What was decided in a conversation's meetings, in the order it was written down. */
export function decisionsMinuted(db: ReadDb, consultationId: string) {
  return db
    .selectFrom("minutedDecision").leftJoin("element as e", "e.id", "minutedDecision.authorId")
    .select(["minutedDecision.id", "minutedDecision.body", "minutedDecision.agendaItemId", "minutedDecision.createdAt", "e.name as author"])
    .where("minutedDecision.consultationId", "=", consultationId).orderBy("minutedDecision.createdAt").orderBy("minutedDecision.id").execute()
}

/** The actions taken in a conversation, by the day they are due. */
export async function actionsOf(db: ReadDb, consultationId: string) {
  const rows = await db
    .selectFrom("commitment as c").innerJoin("element as e", "e.id", "c.id").leftJoin("element as o", "o.id", "c.ownerId")
    .select(["e.id", "e.number", "e.name", "c.dueOn", "c.state", "o.name as owner"])
    .where("c.consultationId", "=", consultationId).where("e.archivedAt", "is", null).orderBy("c.dueOn").orderBy("e.id").execute()
  return rows.map(({ number, ...row }) => ({ ...row, code: codeOf("commitment", number) }))
}

/** The oldest promises to the units of these people that are late: what is still owed to who sits here. */
export async function owedTo(db: ReadDb, unitIds: readonly string[], today: string) {
  if (unitIds.length === 0) return []
  const rows = await db
    .selectFrom("commitment as c").innerJoin("element as e", "e.id", "c.id").select(["e.id", "e.number", "e.name", "c.dueOn"])
    .where("c.unitId", "in", unitIds).where("c.state", "=", "open").where("c.dueOn", "<", today).where("e.archivedAt", "is", null)
    .orderBy("c.dueOn").orderBy("e.id").limit(3).execute()
  return rows.map(({ number, ...row }) => ({ ...row, code: codeOf("commitment", number) }))
}
