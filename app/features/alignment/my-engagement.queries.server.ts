// Reading what waits for one person among people: one query for each list, those under row-level rules as that person.
import { sql } from "kysely"
import { addDays, calendarDate } from "~/core/calendar"
import { readAs, type ReadDb } from "~/core/database.server"
import { pointCode } from "~/features/consultations/feedback"
import { clockTime } from "~/features/consultations/meeting"
import { codeOf, type ElementKind, type ElementRef } from "~/features/elements/element"
import { closingConversations, lookAhead, meetingsToHold, owedAnswers, ownVoice, reviewsDue } from "./my-engagement"

interface Day {
  today: string
  timeZone: string
}

const most = 100
const ref = (kind: ElementKind, { id, number, name }: { id: string; number: number; name: string }): ElementRef => ({ id, kind, code: codeOf(kind, number), name })

/** Points to answer, conversations to hold, and what waits for the person's voice. */
export async function myEngagement(db: ReadDb, personId: string, day: Day) {
  const [points, closing, meetings, reviews, invited, minutes] = await Promise.all([
    readAs(personId, (reader) => pointsToAnswer(reader, personId, day)), conversationsClosing(db, personId, day), ownMeetings(db, personId, day), relationshipsDue(db, personId, day), invitations(db, personId), minutesToConfirm(db, personId, day),
  ])
  return {
    points: owedAnswers(points, day.today),
    talks: [...meetingsToHold(meetings, day.today), ...reviewsDue(reviews, day.today), ...closingConversations(closing, day.today)],
    voice: ownVoice({ invited, minutes }, day.today),
  }
}

/** Points the person is named to answer; where nobody is, the owner of the conversation is. */
async function pointsToAnswer(reader: ReadDb, personId: string, { timeZone }: Day) {
  const rows = await reader
    .selectFrom("feedback as f").innerJoin("consultation as c", "c.id", "f.consultationId").innerJoin("element as talk", "talk.id", "c.id").innerJoin("feedbackWords as w", "w.feedbackId", "f.id")
    .select(["f.id", "f.number", "f.answerBy", "f.createdAt", "w.body", "talk.id as talkId", "talk.number as talkNumber", "talk.name as talkName"])
    .where("f.disposition", "is", null).where("f.withdrawnAt", "is", null).where("talk.archivedAt", "is", null)
    .where((eb) => eb.or([eb("f.ownerId", "=", personId), eb.and([eb("f.ownerId", "is", null), eb("c.ownerId", "=", personId)])]))
    .orderBy("f.createdAt").orderBy("f.id").limit(most).execute()
  return rows.map(({ id, number, answerBy, createdAt, body, talkId, talkNumber, talkName }) => ({
    id, code: pointCode(number), body, answerBy, raisedOn: calendarDate(createdAt, timeZone), consultation: ref("consultation", { id: talkId, number: talkNumber, name: talkName }),
  }))
}

async function conversationsClosing(db: ReadDb, personId: string, { today }: Day) {
  const rows = await db
    .selectFrom("consultation as c").innerJoin("element as e", "e.id", "c.id").select(["e.id", "e.number", "e.name", "c.closesOn"])
    .select([sql<number>`(select count(*)::int from participation p where p.consultation_id = c.id)`.as("asked"), sql<number>`(select count(p.heard_at)::int from participation p where p.consultation_id = c.id)`.as("heard")])
    .where("c.ownerId", "=", personId).where("c.state", "=", "open").where("c.closesOn", "<=", lookAhead(today)).where("e.archivedAt", "is", null).orderBy("c.closesOn").orderBy("e.id").limit(most).execute()
  return rows.flatMap(({ closesOn, asked, heard, ...row }) => (closesOn === null ? [] : [{ consultation: ref("consultation", row), closesOn, asked, heard }]))
}

async function ownMeetings(db: ReadDb, personId: string, { today, timeZone }: Day) {
  const rows = await db
    .selectFrom("meeting as m").innerJoin("consultation as c", "c.id", "m.consultationId").innerJoin("element as e", "e.id", "c.id").select(["m.id as meetingId", "m.startsAt", "m.startedAt", "m.place", "e.id", "e.number", "e.name"])
    .where("c.ownerId", "=", personId).where("c.state", "in", ["draft", "open"]).where("m.closedAt", "is", null).where("e.archivedAt", "is", null)
    .where("m.startsAt", "<", new Date(`${addDays(lookAhead(today), 1)}T12:00:00Z`)).orderBy("m.startsAt").orderBy("m.id").limit(most).execute()
  return rows.map(({ meetingId, startsAt, startedAt, place, ...row }) => ({
    id: meetingId, consultation: ref("consultation", row), on: calendarDate(startsAt, timeZone), time: clockTime(startsAt, timeZone).split(", ").at(-1) ?? "", place, started: startedAt !== null,
  }))
}

/** Reviews that no meeting is planned for: a planned one stands with the meetings. One that was held since its day waits for the next day. */
async function relationshipsDue(db: ReadDb, personId: string, { today }: Day) {
  const { rows } = await sql<{ id: string; number: number; name: string; nextReviewOn: string; held: number | null }>`
    with review as (
      select c.unit_id, talk.number, m.closed_at from consultation c join element talk on talk.id = c.id and talk.archived_at is null join meeting m on m.consultation_id = c.id
      where c.purpose = 'relationship' and c.state <> 'cancelled')
    select e.id, e.number, e.name, r.next_review_on as "nextReviewOn",
      (select review.number from review where review.unit_id = r.unit_id and review.closed_at >= r.next_review_on order by review.closed_at desc limit 1) as held
    from relationship r join element e on e.id = r.unit_id and e.archived_at is null
    where r.it_person_id = ${personId} and r.next_review_on <= ${lookAhead(today)}
      and not exists (select from review where review.unit_id = r.unit_id and review.closed_at is null)
    order by r.next_review_on, e.id limit ${most}`.execute(db)
  return rows.map(({ nextReviewOn, held, ...row }) => ({ unit: ref("unit", row), nextReviewOn, held: held === null ? null : codeOf("consultation", held) }))
}

async function invitations(db: ReadDb, personId: string) {
  const rows = await db
    .selectFrom("participation as p").innerJoin("consultation as c", "c.id", "p.consultationId").innerJoin("element as e", "e.id", "c.id").select(["e.id", "e.number", "e.name", "c.closesOn"])
    .where("p.personId", "=", personId).where("p.invitedAt", "is not", null).where("p.heardAt", "is", null).where("c.state", "=", "open").where("e.archivedAt", "is", null)
    .orderBy("c.closesOn").orderBy("e.id").limit(most).execute()
  return rows.map(({ closesOn, ...row }) => ({ consultation: ref("consultation", row), closesOn }))
}

async function minutesToConfirm(db: ReadDb, personId: string, { timeZone }: Day) {
  const rows = await db
    .selectFrom("participation as p").innerJoin("consultation as c", "c.id", "p.consultationId").innerJoin("element as e", "e.id", "c.id").leftJoin("minutesReply as r", "r.participationId", "p.id").select(["e.id", "e.number", "e.name", "c.minutesSentAt"])
    .where("p.personId", "=", personId).where("p.heardAt", "is not", null).where("c.minutesSentAt", "is not", null).where("c.state", "!=", "cancelled").where("r.id", "is", null).where("e.archivedAt", "is", null)
    .orderBy("c.minutesSentAt").orderBy("e.id").limit(most).execute()
  return rows.flatMap(({ minutesSentAt, ...row }) => (minutesSentAt === null ? [] : [{ consultation: ref("consultation", row), sentOn: calendarDate(minutesSentAt, timeZone) }]))
}
