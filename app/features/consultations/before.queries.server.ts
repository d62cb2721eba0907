// Reading what stands before a conversation: who takes part, how their links are, and who of a missing group could speak.
import { sql } from "kysely"
import type { RoleLevel } from "~/features/units/unit"
import { calendarDate, type CalendarDate } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import type { ElementRef } from "~/features/elements/element"
import { asRef } from "~/features/elements/elements.queries.server"
import { isResting } from "./parts"

export interface Taking {
  id: string
  person: ElementRef
  title: string
  unit: string | null
  roleLevel: RoleLevel | null
  isGroup: boolean
  mustHear: boolean
  why: string
  invitedOn: CalendarDate | null
  remindedOn: CalendarDate | null
  heardOn: CalendarDate | null
  /** until when a personal link of theirs opens the page, if it was not taken back; it may be over */
  linkUntil: Date | null
}

/** Everybody on the list of a conversation: those who are still to be heard first, then by name. */
export async function takingPart(db: ReadDb, consultationId: string, timeZone: string): Promise<Taking[]> {
  const rows = await db
    .selectFrom("participation as p").innerJoin("person", "person.id", "p.personId").innerJoin("element as e", "e.id", "p.personId")
    .leftJoin("element as u", (join) => join.on(sql<boolean>`u.id = coalesce(p.unit_id, person.unit_id)`))
    .select(["p.id", "p.mustHear", "p.why", "p.invitedAt", "p.remindedAt", "p.heardAt", "e.id as personId", "e.number", "e.name", "person.title", "person.groupHeadcount", "u.name as unit"])
    .select(sql<RoleLevel | null>`coalesce(p.role_level, person.role_level)`.as("roleLevel"))
    .select((eb) => eb.selectFrom("personalLink as l").select((max) => max.fn.max("l.expiresAt").as("until")).whereRef("l.participationId", "=", "p.id").where("l.withdrawnAt", "is", null).as("linkUntil"))
    .where("p.consultationId", "=", consultationId)
    .orderBy(sql`p.heard_at is not null`).orderBy("p.mustHear", "desc").orderBy("e.sortKey").orderBy("e.id").execute()
  const day = (at: Date | null) => (at === null ? null : calendarDate(at, timeZone))
  return rows.map((row) => ({
    id: row.id, person: asRef({ id: row.personId, kind: "person", number: row.number, name: row.name }), title: row.title, unit: row.unit, roleLevel: row.roleLevel,
    isGroup: row.groupHeadcount !== null, mustHear: row.mustHear, why: row.why, invitedOn: day(row.invitedAt), remindedOn: day(row.remindedAt), heardOn: day(row.heardAt), linkUntil: row.linkUntil,
  }))
}

export interface CouldSpeak {
  person: ElementRef
  title: string
  unitId: string
  roleLevel: RoleLevel
  lastAskedOn: CalendarDate | null
}

/**
 * People of the missing groups who are not on the list, those never asked first, then those asked longest ago; never somebody who was asked
 * within thirty days. `groups` name units with everything below them, and a role level.
 */
export async function couldSpeak(db: ReadDb, asked: { consultationId: string; groups: readonly { unitIds: readonly string[]; roleLevel: RoleLevel }[]; timeZone: string; today: CalendarDate }): Promise<CouldSpeak[]> {
  const pairs = asked.groups.flatMap(({ unitIds, roleLevel }) => unitIds.map((unitId) => ({ unitId, roleLevel })))
  if (pairs.length === 0) return []
  const rows = await db
    .selectFrom("person").innerJoin("element as e", "e.id", "person.id")
    .select(["e.id", "e.number", "e.name", "person.title", "person.unitId", "person.roleLevel"])
    .select(sql<Date | null>`(select max(greatest(p.invited_at, p.heard_at)) from participation p where p.person_id = person.id)`.as("lastAsked"))
    .where("e.archivedAt", "is", null)
    .where(sql<boolean>`(person.unit_id, person.role_level) in (select * from unnest(${pairs.map(({ unitId }) => unitId)}::uuid[], ${pairs.map(({ roleLevel }) => roleLevel)}::text[]))`)
    .where((eb) => eb.not(eb.exists(eb.selectFrom("participation as p").select("p.id").whereRef("p.personId", "=", "person.id").where("p.consultationId", "=", asked.consultationId))))
    .orderBy("lastAsked", (ob) => ob.asc().nullsFirst()).orderBy("e.sortKey").orderBy("e.id").limit(200).execute()
  return rows
    .flatMap((row) => {
      const lastAskedOn = row.lastAsked === null ? null : calendarDate(row.lastAsked, asked.timeZone)
      if (row.unitId === null || row.roleLevel === null || isResting(lastAskedOn, asked.today)) return []
      return [{ person: asRef({ ...row, kind: "person" }), title: row.title, unitId: row.unitId, roleLevel: row.roleLevel, lastAskedOn }]
    })
    .sort((a, b) => ((a.lastAskedOn ?? "") < (b.lastAskedOn ?? "") ? -1 : (a.lastAskedOn ?? "") > (b.lastAskedOn ?? "") ? 1 : 0))
}

/** How many chose each option. */
export async function choicesMade(db: ReadDb, consultationId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("participation").select(["optionId", (eb) => eb.fn.countAll<string>().as("n")])
    .where("consultationId", "=", consultationId).where("optionId", "is not", null).groupBy("optionId").execute()
  return new Map(rows.flatMap(({ optionId, n }) => (optionId === null ? [] : [[optionId, Number(n)] as const])))
}

/** What a personal link opens; null for one that is unknown, past its time, or taken back. */
export async function findPersonalLink(db: ReadDb, tokenHash: string, now: Date) {
  const row = await db
    .selectFrom("personalLink as l").innerJoin("participation as p", "p.id", "l.participationId").innerJoin("consultation as c", "c.id", "p.consultationId")
    .innerJoin("element as talk", "talk.id", "c.id").innerJoin("element as person", "person.id", "p.personId")
    .leftJoin("stakeholder as s", "s.personId", "p.personId").leftJoin("responseDraft as d", "d.participationId", "p.id").leftJoin("element as owner", "owner.id", "c.ownerId")
    .leftJoin("minutesReply as reply", "reply.participationId", "p.id")
    .select([
      "c.minutes", "c.minutesSentAt", "reply.says", "reply.words as mendWords",
      "p.id as participationId", "p.personId", "p.heardAt", "p.optionId", "person.name", "c.id as consultationId", "c.state", "c.closesOn", "c.participationLevel", "talk.name as title", "talk.summary",
      "c.questionPlain", "c.questionStandard", "c.questionTechnical", "c.costs", "c.effects", "s.listeningStyle", "d.words as draft", "owner.name as owner",
    ])
    .where("l.tokenHash", "=", tokenHash).where("l.withdrawnAt", "is", null).where("l.expiresAt", ">", now).where("talk.archivedAt", "is", null).where("person.archivedAt", "is", null)
    .executeTakeFirst()
  return row ?? null
}

/** Who a participant is, and where mail reaches them; null for none of that id. */
export async function inviteeOf(db: ReadDb, participationId: string) {
  const row = await db
    .selectFrom("participation as p").innerJoin("element as e", "e.id", "p.personId").innerJoin("person", "person.id", "p.personId").leftJoin("stakeholder", "stakeholder.personId", "p.personId")
    .select(["e.name", "person.email", "stakeholder.listeningStyle"]).where("p.id", "=", participationId).executeTakeFirst()
  return row ?? null
}
