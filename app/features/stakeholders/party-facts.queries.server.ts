// Reading what affects somebody, their conversations, the points they raised, and all that is held on them.
import { sql } from "kysely"
import { readAs, type ReadDb } from "~/core/database.server"
import type { ElementRef } from "~/features/elements/element"
import { asRef } from "~/features/elements/elements.queries.server"
import { profileOf } from "./profile.queries.server"
import type { PartyConversation, PartyPoint } from "./party-facts"
import { standingsOf } from "./standing.queries.server"

/** What affects somebody through their unit: work that changes it, and the services and applications it uses. */
export async function affects(db: ReadDb, unitId: string | null): Promise<{ work: ElementRef[]; used: ElementRef[] }> {
  if (unitId === null) return { work: [], used: [] }
  const [work, used] = await Promise.all([
    db.selectFrom("link").innerJoin("element", "element.id", "link.fromId").innerJoin("initiative", "initiative.id", "element.id").select(["element.id", "element.kind", "element.number", "element.name"])
      .where("link.toId", "=", unitId).where("link.relation", "=", "affects").where("element.archivedAt", "is", null).where("initiative.status", "not in", ["completed", "cancelled"])
      .orderBy("element.sortKey").orderBy("element.id").limit(100).execute(),
    db.selectFrom("link").innerJoin("element", "element.id", "link.toId").select(["element.id", "element.kind", "element.number", "element.name"])
      .where("link.fromId", "=", unitId).where("link.relation", "=", "uses").where("element.archivedAt", "is", null).orderBy("element.sortKey").orderBy("element.id").limit(100).execute(),
  ])
  return { work: work.map(asRef), used: used.map(asRef) }
}

/** Every conversation somebody has a part in, newest first. */
export async function conversationsOf(db: ReadDb, personId: string, timeZone: string): Promise<PartyConversation[]> {
  const day = (moment: ReturnType<typeof sql.ref>) => sql<string | null>`to_char(${moment} at time zone ${timeZone}, 'YYYY-MM-DD')`
  const rows = await db
    .selectFrom("participation").innerJoin("consultation", "consultation.id", "participation.consultationId").innerJoin("element", "element.id", "consultation.id")
    .select(["element.id", "element.kind", "element.number", "element.name", "consultation.state", "consultation.closesOn", "participation.mustHear"])
    .select([day(sql.ref("participation.invitedAt")).as("invitedOn"), day(sql.ref("participation.heardAt")).as("heardOn")])
    .where("participation.personId", "=", personId).where("element.archivedAt", "is", null)
    .orderBy(sql`coalesce(participation.heard_at, participation.invited_at, participation.created_at)`, "desc").orderBy("participation.id").limit(200).execute()
  return rows.map(({ state, closesOn, mustHear, invitedOn, heardOn, ...row }) => ({ consultation: asRef(row), state, mustHear, invitedOn, heardOn, dueOn: state === "open" && heardOn === null ? closesOn : null }))
}

/** The points somebody raised, as far as the reader may know whose they are, newest first. */
export function pointsOf(personId: string, reader: { personId: string | null }, timeZone: string): Promise<PartyPoint[]> {
  return readAs(reader.personId, async (db) => {
    const rows = await db
      .selectFrom("feedbackVoice").innerJoin("feedback", "feedback.id", "feedbackVoice.feedbackId").innerJoin("feedbackWords", "feedbackWords.feedbackId", "feedback.id")
      .innerJoin("element", "element.id", "feedback.consultationId")
      .select(["element.id", "element.kind", "element.number", "element.name", "feedback.kind as pointKind", "body", "reason", "disposition", "toldAt"])
      .select(sql<string>`to_char(feedback.created_at at time zone ${timeZone}, 'YYYY-MM-DD')`.as("raisedOn"))
      .where("feedbackVoice.personId", "=", personId).where("feedback.withdrawnAt", "is", null).where("element.archivedAt", "is", null)
      .orderBy("feedback.createdAt", "desc").orderBy("feedback.id").limit(200).execute()
    return rows.map(({ pointKind, body, reason, disposition, toldAt, raisedOn, ...row }) => ({ consultation: asRef(row), kind: pointKind, body, reason, disposition, told: toldAt !== null, raisedOn }))
  })
}

/** All that is held on somebody and that the reader may read, as plain data. */
export async function allHeldOn(db: ReadDb, personId: string, reader: { personId: string; seesStanding: boolean }, timeZone: string) {
  const row = await db
    .selectFrom("element").innerJoin("person", "person.id", "element.id").leftJoin("element as home", "home.id", "person.unitId").leftJoin("account", "account.personId", "person.id")
    .select(["element.name", "element.summary", "element.createdAt", "element.archivedAt", "person.title", "person.email", "person.roleLevel", "person.groupHeadcount", "home.name as unit", "account.email as signsInWith", "account.disabledAt"])
    .where("element.id", "=", personId).executeTakeFirstOrThrow()
  const { signsInWith, disabledAt, ...record } = row
  const [profile, conversations, points, standings, parts, comments, asked] = await Promise.all([
    profileOf(db, personId), conversationsOf(db, personId, timeZone), pointsOf(personId, reader, timeZone), reader.seesStanding ? standingsOf(db, personId) : null,
    db.selectFrom("responsibility").innerJoin("element", "element.id", "responsibility.elementId").select(["responsibility.role", "element.name"]).where("personId", "=", personId).orderBy("element.sortKey").execute(),
    db.selectFrom("comment").innerJoin("element", "element.id", "comment.elementId").select(["element.name as about", "comment.body", "comment.createdAt"]).where("authorId", "=", personId).where("removedAt", "is", null).orderBy("comment.createdAt").execute(),
    db.selectFrom("question").innerJoin("element", "element.id", "question.elementId").select(["element.name as about", "question.body", "question.answer", "question.state", "question.createdAt"]).where("askedBy", "=", personId).orderBy("question.createdAt").execute(),
  ])
  return {
    record, account: signsInWith === null ? null : { signsInWith, disabled: disabledAt !== null },
    profile: { listeningStyle: profile.listeningStyle, contactPreference: profile.contactPreference },
    standing: standings ?? "Left out: only relationship managers and planners see where people stand. Ask one of them who is an administrator too.",
    answersFor: parts, conversations: conversations.map(({ consultation, ...one }) => ({ about: consultation.name, ...one })),
    points: points.map(({ consultation, ...one }) => ({ about: consultation.name, ...one })),
    pointsNote: "Points of others' confidence are in it only where this reader may read them.", comments, questions: asked,
  }
}
