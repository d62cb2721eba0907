// What may be done with minutes: write, send for confirmation, say that they are right or what to mend; the next date; rating.
import { changed } from "~/features/elements/element.writes.server"
import { command } from "~/core/command.server"
import { RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import { isOneAddress, queueMail } from "~/core/outbox.server"
import type { Actor } from "~/core/policy"
import { mergeEdit } from "~/core/record-history.server"
import { requireLink } from "./consultations.writes.server"
import { runsIt } from "./feedback-access"
import { lockMinutes, lockOwnPart } from "./minutes.queries.server"
import type { RatingName } from "./minutes"

type Minutes = Awaited<ReturnType<typeof lockMinutes>>
const snapshot = ({ minutes, nextOn }: Pick<Minutes, "minutes" | "nextOn">) => ({ minutes, nextOn })

/**
 * Writes the minutes, or the day of the next conversation; what others changed meanwhile is merged, or refused as stale. Other words are
 * nobody's yet: they have to be sent for confirmation again.
 */
export function writeMinutes(actor: Actor, posted: { consultationId: string; version: number; minutes?: string; nextOn?: string | null; operationId?: string }) {
  const { consultationId: id, version, operationId, ...input } = posted
  return command({
    actor, operationId, input: ["write minutes", id, version, input],
    load: (tx) => lockMinutes(tx, id),
    demands: ({ ownerId }) => runsIt(actor, ownerId),
    run: async (tx, { loaded: found, now, today }) => {
      if (input.nextOn && input.nextOn <= today) throw new RuleError("The next conversation must lie ahead.", { field: "nextOn" })
      const edit = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<ReturnType<typeof snapshot>>
      const after = (await mergeEdit(tx, { id, version: found.version, snapshot: snapshot(found) }, { version, edit })) as ReturnType<typeof snapshot>
      const reworded = after.minutes !== found.minutes
      await tx.updateTable("consultation").set({ minutes: after.minutes, nextOn: after.nextOn, ...(reworded ? { minutesSentAt: null } : {}) }).where("id", "=", id).execute()
      if (reworded) await tx.deleteFrom("minutesReply").where("participationId", "in", tx.selectFrom("participation").select("id").where("consultationId", "=", id)).execute()
      await tx.updateTable("element").set({ version: found.version + 1, updatedAt: now }).where("id", "=", id).execute()
      return { changes: [changed({ kind: "consultation", id, version: found.version }, snapshot(found), { minutes: after.minutes, nextOn: after.nextOn })], outcome: { id } }
    },
  })
}

/** Tokens are kept as hashes alone, so a mail cannot hold anybody's personal link. */
const confirmHow = "Are these minutes right? Say so on your personal page, or signed in, on the conversation's page under “After”."

/** Sends the minutes for confirmation, by mail too where a mail server is set: those who were heard are asked whether they are right, and anew those who asked for a change. */
export function sendMinutes(actor: Actor, posted: { consultationId: string; operationId?: string }) {
  const { consultationId: id } = posted
  return command({
    actor, operationId: posted.operationId, input: ["send minutes", id],
    load: (tx) => lockMinutes(tx, id),
    demands: ({ ownerId }) => runsIt(actor, ownerId),
    run: async (tx, { loaded: found, now }) => {
      if (found.minutes.trim() === "") throw new RuleError("Write the minutes first.", { field: "minutes" })
      const asked = await tx.selectFrom("participation").innerJoin("person", "person.id", "participation.personId").select(["participation.id", "personId", "person.email"])
        .where("consultationId", "=", id).where("heardAt", "is not", null).execute()
      if (asked.length === 0) throw new RuleError("Nobody was heard yet, so there is nobody to send them to.")
      await tx.updateTable("consultation").set({ minutesSentAt: now }).where("id", "=", id).execute()
      await tx.updateTable("element").set({ version: found.version + 1, updatedAt: now }).where("id", "=", id).execute()
      await tx.deleteFrom("minutesReply").where("participationId", "in", asked.map((one) => one.id)).where("says", "=", "mend").execute()
      for (const { personId, email } of asked)
        if (email !== null && isOneAddress(email))
          await queueMail(tx, { event: `minutes ${id} ${found.version} ${personId}`, personId, address: email, subject: `What we heard: ${found.name}`.replace(/\p{Cc}/gu, " "), body: `${found.minutes}\n\n${confirmHow}` }, now)
      const sent = (at: Date | null) => ({ minutesSent: at?.toISOString() ?? null })
      return { changes: [changed({ kind: "minutes", id, version: found.version }, sent(found.minutesSentAt), sent(now))], outcome: { count: asked.length } }
    },
  })
}

/**
 * "That is right", or what to mend: by somebody who was heard, for themselves, signed in or by their personal link (then `byLink`), and again
 * when they think better of it.
 */
export function replyToMinutes(actor: Actor, posted: { consultationId: string; says: "right" | "mend"; words: string; byLink?: true; operationId?: string }) {
  const { consultationId, says, byLink } = posted
  const words = says === "mend" ? posted.words.trim() : ""
  return command({
    actor, operationId: posted.operationId, input: ["reply to minutes", consultationId, says, words],
    load: (tx) => lockOwnPart(tx, consultationId, actor.personId),
    // nobody without an account has a role; the part that is locked is their own
    demands: () => (byLink ? [] : { permission: "comment" }),
    run: async (tx, { loaded: part, now }) => {
      if (byLink && part) await requireLink(tx, part.id, now)
      if (!part?.heardAt) throw new RuleError("Only those who were heard confirm the minutes.")
      const { minutesSentAt } = await tx.selectFrom("consultation").select("minutesSentAt").where("id", "=", consultationId).executeTakeFirstOrThrow()
      if (minutesSentAt === null) throw new RuleError("The minutes were not sent for confirmation yet.")
      if (says === "mend" && words === "") throw new RuleError("Say what to mend.", { field: "words" })
      await tx.deleteFrom("minutesReply").where("participationId", "=", part.id).execute()
      await tx.insertInto("minutesReply").values({ id: newId(now.getTime()), participationId: part.id, says, words, createdAt: now }).execute()
      return { changes: [], outcome: { says } }
    },
  })
}

/**
 * Rates a conversation once, by somebody who was heard, signed in or by their personal link (then `byLink`). Neither the history nor anybody
 * keeps or reads a single answer.
 */
export function rateConversation(actor: Actor, posted: Record<RatingName, number> & { consultationId: string; byLink?: true; operationId?: string }) {
  const { consultationId, operationId, byLink, ...scores } = posted
  return command({
    actor, operationId, input: ["rate", consultationId],
    load: (tx) => lockOwnPart(tx, consultationId, actor.personId),
    demands: () => (byLink ? [] : { permission: "comment" }),
    run: async (tx, { loaded: part, now }) => {
      if (byLink && part) await requireLink(tx, part.id, now)
      if (!part?.heardAt) throw new RuleError("Only those who were heard rate a conversation.")
      if (Object.values(scores).some((score) => !Number.isInteger(score) || score < 1 || score > 5)) throw new RuleError("Choose 1 to 5 for each sentence.")
      const earlier = await tx.selectFrom("rating").select("id").where("participationId", "=", part.id).executeTakeFirst()
      if (earlier) throw new RuleError("You have rated this conversation already. Thank you.")
      await tx.insertInto("rating").values({ ...scores, id: newId(now.getTime()), participationId: part.id, consultationId, unitId: part.unitId, createdAt: now }).execute()
      return { changes: [], outcome: { rated: true } }
    },
  })
}
