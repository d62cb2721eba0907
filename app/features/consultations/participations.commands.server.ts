// What may be done about who takes part: put somebody on the list, invite them by a personal link, take the link back, and their answer.
import { command } from "~/core/command.server"
import type { Tx } from "~/core/database.server"
import { NotFoundError, RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import { isOneAddress, mailIsSet, queueMail } from "~/core/outbox.server"
import type { Actor } from "~/core/policy"
import { changed } from "~/features/elements/element.writes.server"
import { lockElement } from "~/features/elements/elements.queries.server"
import type { AnswerPoint } from "./answer"
import { lockConsultation } from "./consultations.queries.server"
import { insertParticipation, requireLink } from "./consultations.writes.server"
import { runsIt } from "./feedback-access"
import { insertPoint } from "./feedback.writes.server"
import { linkDays, participationSnapshot } from "./parts"

type Sent = { operationId?: string }
const day = 86_400_000

/** Puts a person or group on the list, or changes whether they must be heard and why; refused for one who is archived. */
export function listPerson(actor: Actor, posted: { consultationId: string; personId: string; mustHear: boolean; why?: string } & Sent) {
  const { consultationId, personId, mustHear, why = "" } = posted
  return command({
    actor, operationId: posted.operationId, input: ["list person", consultationId, personId, mustHear, why],
    load: async (tx) => ({ consultation: await lockConsultation(tx, consultationId), person: await lockElement(tx, personId, "person") }),
    demands: ({ consultation }) => runsIt(actor, consultation.ownerId),
    run: async (tx, { loaded: { consultation, person }, now }) => {
      if (consultation.state === "cancelled" || consultation.state === "closed") throw new RuleError("This conversation has ended. Start another one to ask more people.")
      if (person.archivedAt) throw new RuleError("That person is archived. Choose another one.", { field: "personId" })
      const fields = { consultationId, personId, mustHear, why }
      const before = await tx.selectFrom("participation").selectAll().where("consultationId", "=", consultationId).where("personId", "=", personId).forUpdate().executeTakeFirst()
      const about = [consultationId, personId]
      if (before) {
        await tx.updateTable("participation").set({ mustHear, why, version: before.version + 1 }).where("id", "=", before.id).execute()
        return { changes: [changed({ kind: "participation", id: before.id, version: before.version, about }, participationSnapshot(before), participationSnapshot(fields))], outcome: { id: before.id } }
      }
      const { id, change } = await insertParticipation(tx, fields, now)
      return { changes: [change], outcome: { id } }
    },
  })
}

/**
 * Makes a personal link for somebody on the list, good for thirty days or until the conversation closes; earlier ones of theirs die. Only the
 * token's hash comes here. Inviting again is a reminder. The same form sent twice makes one link: `made` is false for the second, whose token opens nothing.
 */
export async function makeLink(actor: Actor, posted: { participationId: string; tokenHash: string } & Sent) {
  const { participationId, tokenHash } = posted
  let made = false
  const done = await command({
    actor, operationId: posted.operationId, input: ["make link", participationId],
    load: (tx) => lockPart(tx, participationId),
    demands: ({ consultation }) => runsIt(actor, consultation.ownerId),
    run: async (tx, { loaded: { part, consultation }, now }) => {
      const { change } = await newLink(tx, { part, consultation, tokenHash, actor, now })
      made = true
      return { changes: [change], outcome: { id: part.id } }
    },
  })
  return { ...done, made }
}

/**
 * Sends somebody a personal link by mail, to the address on their record; refused where there is none, or no mail server. Nobody knows the token
 * behind `tokenHash`: the one that works is made when the mail leaves.
 */
export function inviteByMail(actor: Actor, posted: { participationId: string; tokenHash: string; mail: { subject: string; body: string; calendar: string | null } } & Sent) {
  const { participationId, tokenHash, mail } = posted
  return command({
    actor, operationId: posted.operationId, input: ["invite by mail", participationId],
    load: (tx) => lockPart(tx, participationId),
    demands: ({ consultation }) => runsIt(actor, consultation.ownerId),
    run: async (tx, { loaded: { part, consultation }, now }) => {
      if (!mailIsSet()) throw new RuleError("No mail server is set, so nothing can be sent. Make a personal link and pass it on yourself.")
      const { email } = await tx.selectFrom("person").select("email").where("id", "=", part.personId).executeTakeFirstOrThrow()
      if (email === null || !isOneAddress(email)) throw new RuleError("There is no mail address on their record. Make a personal link and pass it on yourself.")
      const { linkId, change } = await newLink(tx, { part, consultation, tokenHash, actor, now })
      const { subject, body, calendar } = mail
      await queueMail(tx, { event: `invitation ${linkId}`, personId: part.personId, address: email, subject, body, ...(calendar === null ? {} : { calendar }) }, now)
      return { changes: [change], outcome: { id: part.id } }
    },
  })
}

/** Puts a link in the place of earlier ones and marks the invitation, or the reminder; refused unless the conversation is open or the minutes wait for their word. */
async function newLink(tx: Tx, { part, consultation, tokenHash, actor, now }: Awaited<ReturnType<typeof lockPart>> & { tokenHash: string; actor: Actor; now: Date }) {
  // whoever was heard confirms the minutes by it, also when nothing more is asked
  const confirms = part.heardAt !== null && consultation.state === "closed" && (await minutesAreSent(tx, consultation.id))
  if (consultation.state !== "open" && !confirms) throw new RuleError(consultation.state === "draft" ? "Open the conversation first: nobody can answer before." : "This conversation has ended, so there is nothing to answer.")
  const linkId = newId(now.getTime())
  await tx.updateTable("personalLink").set({ withdrawnAt: now }).where("participationId", "=", part.id).where("withdrawnAt", "is", null).execute()
  await tx.insertInto("personalLink").values({ id: linkId, participationId: part.id, tokenHash, expiresAt: new Date(now.getTime() + linkDays * day), withdrawnAt: null, openedAt: null, madeBy: actor.personId, createdAt: now }).execute()
  const set = part.invitedAt === null ? { invitedAt: now } : { remindedAt: now }
  await tx.updateTable("participation").set({ ...set, version: part.version + 1 }).where("id", "=", part.id).execute()
  const word = { invited: part.invitedAt === null ? "invited" : "reminded" }
  return { linkId, change: changed({ kind: "invitation", id: part.id, version: part.version, about: [part.consultationId, part.personId] }, { invited: null }, word) }
}

/** Takes somebody's personal link back: it opens nothing from now on. */
export function withdrawLink(actor: Actor, posted: { participationId: string } & Sent) {
  return command({
    actor, operationId: posted.operationId, input: ["withdraw link", posted.participationId],
    load: (tx) => lockPart(tx, posted.participationId),
    demands: ({ consultation }) => runsIt(actor, consultation.ownerId),
    run: async (tx, { loaded: { part }, now }) => {
      await tx.updateTable("personalLink").set({ withdrawnAt: now }).where("participationId", "=", part.id).where("withdrawnAt", "is", null).execute()
      await tx.updateTable("participation").set({ version: part.version + 1 }).where("id", "=", part.id).execute()
      return { changes: [changed({ kind: "invitation", id: part.id, version: part.version, about: [part.consultationId, part.personId] }, { invited: "invited" }, { invited: "link taken back" })], outcome: { id: part.id } }
    },
  })
}

/**
 * What somebody answered on their personal page: the option they would choose and their points. They count as heard from this moment, in the
 * unit and role level they have now. `respondent` is who the link belongs to.
 */
export function submitAnswer(respondent: Actor, posted: { participationId: string; optionId: string | null; points: readonly AnswerPoint[] } & Sent) {
  const { participationId, optionId, points } = posted
  return command({
    actor: respondent, operationId: posted.operationId, input: ["answer", participationId, optionId, points],
    load: (tx) => lockPart(tx, participationId),
    demands: () => [],
    run: async (tx, { loaded: { part, consultation }, now }) => {
      await requireLink(tx, part.id, now)
      if (consultation.state !== "open") throw new RuleError("This conversation has ended. What you typed is still here, so you can send it another way.")
      if (optionId === null && points.length === 0) throw new RuleError("Choose an option or write at least one point.", { field: "body" })
      if (optionId !== null && !(await tx.selectFrom("consultationOption").select("id").where("id", "=", optionId).where("consultationId", "=", consultation.id).executeTakeFirst()))
        throw new RuleError("That option is not there any more. Choose another one.", { field: "optionId" })
      const { unitId, roleLevel } = await tx.selectFrom("person").select(["unitId", "roleLevel"]).where("id", "=", part.personId).executeTakeFirstOrThrow()
      const changes = []
      for (const point of points) {
        const { change } = await insertPoint(tx, {
          id: newId(now.getTime()), consultationId: consultation.id, subjectId: null, meetingId: null, agendaItemId: null, ...point, authorId: null,
          voice: { personId: part.personId, unitId, roleLevel }, ownerId: null, answerBy: null,
        }, now)
        changes.push(change)
      }
      const heard = part.heardAt === null ? { heardAt: now, heardHow: "response" as const, unitId, roleLevel } : {}
      await tx.updateTable("participation").set({ ...heard, optionId, version: part.version + 1 }).where("id", "=", part.id).execute()
      await tx.deleteFrom("responseDraft").where("participationId", "=", part.id).execute()
      changes.push(changed({ kind: "response", id: part.id, version: part.version, about: [part.consultationId, part.personId] }, { heard: part.heardAt !== null }, { heard: true }))
      return { changes, outcome: { count: points.length } }
    },
  })
}

/** Keeps what somebody has typed on their personal page and not sent, so that they can go on later. */
export function keepDraft(respondent: Actor, posted: { participationId: string; words: { optionId: string | null; points: readonly AnswerPoint[] } } & Sent) {
  return command({
    actor: respondent, operationId: posted.operationId, input: ["keep draft", posted.participationId, posted.words],
    load: (tx) => lockPart(tx, posted.participationId),
    demands: () => [],
    run: async (tx, { loaded: { part }, now }) => {
      await requireLink(tx, part.id, now)
      const words = JSON.stringify(posted.words)
      await tx.insertInto("responseDraft").values({ participationId: part.id, words, savedAt: now }).onConflict((oc) => oc.column("participationId").doUpdateSet({ words, savedAt: now })).execute()
      return { changes: [], outcome: { id: part.id } }
    },
  })
}

async function minutesAreSent(tx: Tx, consultationId: string): Promise<boolean> {
  return (await tx.selectFrom("consultation").select("id").where("id", "=", consultationId).where("minutesSentAt", "is not", null).executeTakeFirst()) !== undefined
}

async function lockPart(tx: Tx, participationId: string) {
  const part = await tx.selectFrom("participation").selectAll().where("id", "=", participationId).forUpdate().executeTakeFirst()
  if (!part) throw new NotFoundError("This participant")
  return { part, consultation: await lockConsultation(tx, part.consultationId) }
}
