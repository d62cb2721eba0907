// The minutes confirmed by a personal link: by whoever was heard, for themselves, and not once the link is dead.

import { beforeAll, describe, expect, it } from "vitest"
import { database, writableDatabase } from "~/core/database.server"
import { NotFoundError, RuleError } from "~/core/errors"
import { hashToken, newToken } from "~/core/session.server"
import { answerPage, respondentOf } from "~/features/consultations/answer.server"
import { replyToMinutes, sendMinutes, writeMinutes } from "~/features/consultations/minutes.commands.server"
import { minutesReplies } from "~/features/consultations/minutes.queries.server"
import { makeLink, withdrawLink } from "~/features/consultations/participations.commands.server"
import { aCompany, aPerson, type SignedInActor } from "../../../support/builders"
import { aConversation, aParticipant } from "../../../support/conversation-builders"

let brm: SignedInActor
beforeAll(async () => {
  await aCompany()
  brm = await aPerson({ roles: ["brm"] })
})

async function heardAndSent({ heard = true, closed = false } = {}) {
  const [conversation, speaker, other] = [await aConversation(brm), await aPerson({ name: "Ines Okafor" }), await aPerson()]
  const part = await aParticipant(conversation.id, speaker.personId, heard ? new Date() : null)
  await aParticipant(conversation.id, other.personId, new Date())
  await writeMinutes(brm, { consultationId: conversation.id, version: 1, minutes: "The screen stops around noon." })
  await sendMinutes(brm, { consultationId: conversation.id })
  if (closed) await writableDatabase().updateTable("consultation").set({ state: "closed", closedAt: new Date() }).where("id", "=", conversation.id).execute()
  const token = newToken()
  const linked = () => makeLink(brm, { participationId: part, tokenHash: hashToken(token) })
  const reply = (says: "right" | "mend", words = "") => replyToMinutes(respondentOf({ personId: speaker.personId, name: "Ines Okafor" }), { consultationId: conversation.id, says, words, byLink: true })
  const page = () => answerPage(hashToken(token), { wording: null, done: null, path: "/answer/x" })
  return { conversation, part, linked, reply, page }
}

describe("whoever was heard", () => {
  it("reads them on their page, asks for a change, and thinks better of it", async () => {
    const { conversation, linked, reply, page } = await heardAndSent()
    await linked()
    expect((await page()).minutes).toEqual({ text: "The screen stops around noon.", says: null, words: "" })
    await expect(reply("mend", " ")).rejects.toThrow("what to mend")
    await reply("mend", "It was one o'clock.")
    expect((await page()).minutes).toMatchObject({ says: "mend", words: "It was one o'clock." })
    await reply("right")
    expect(await minutesReplies(database(), conversation.id)).toMatchObject({ asked: 2, right: 1, mend: 0 })
  })

  it("gets a link for it also when the conversation has ended", async () => {
    const { linked, reply, page } = await heardAndSent({ closed: true })
    await linked()
    await reply("right")
    expect(await page()).toMatchObject({ open: false, minutes: { says: "right" } })
  })

  it("is refused once the link was taken back", async () => {
    const { part, linked, reply, page } = await heardAndSent()
    await linked()
    await withdrawLink(brm, { participationId: part })
    await expect(reply("right")).rejects.toThrow(NotFoundError)
    await expect(page()).rejects.toThrow(NotFoundError)
  })
})

describe("whoever was not heard", () => {
  it("neither reads nor confirms them, and gets no link after the end", async () => {
    const { linked, reply, page } = await heardAndSent({ heard: false })
    await linked()
    expect((await page()).minutes).toBeNull()
    await expect(reply("right")).rejects.toThrow("Only those who were heard")
    const ended = await heardAndSent({ heard: false, closed: true })
    await expect(ended.linked()).rejects.toThrow(RuleError)
  })
})
