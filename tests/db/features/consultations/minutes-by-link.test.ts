// The minutes confirmed, and the conversation rated, by a personal link: by whoever was heard, for themselves, and not once the link is dead.

import { beforeAll, describe, expect, it } from "vitest"
import { database, writableDatabase } from "~/core/database.server"
import { NotFoundError, RuleError } from "~/core/errors"
import { hashToken, newToken } from "~/core/session.server"
import { answerPage, respondentOf } from "~/features/consultations/answer.server"
import { rateConversation, replyToMinutes, sendMinutes, writeMinutes } from "~/features/consultations/minutes.commands.server"
import { minutesReplies, ratingMeans } from "~/features/consultations/minutes.queries.server"
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
  const rate = (understood = 4) => rateConversation(respondentOf({ personId: speaker.personId, name: "Ines Okafor" }), { consultationId: conversation.id, understood, trust: 3, responsive: 5, byLink: true })
  const page = () => answerPage(hashToken(token), { wording: null, done: null, path: "/answer/x" })
  return { conversation, part, speaker, linked, reply, rate, page }
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

describe("rating by the link", () => {
  it("counts like a signed-in rating: once for a person and a conversation, whichever way it came", async () => {
    const { conversation, speaker, linked, rate, page } = await heardAndSent()
    await linked()
    expect(await page()).toMatchObject({ mayRate: true })
    await rate()
    expect(await page()).toMatchObject({ mayRate: false })
    await expect(rate()).rejects.toThrow("already")
    await expect(rateConversation({ ...brm, personId: speaker.personId }, { consultationId: conversation.id, understood: 1, trust: 1, responsive: 1 })).rejects.toThrow("already")
    expect(await ratingMeans(database(), conversation.id)).toEqual({ answers: 1, understood: null, trust: null, responsive: null })
  })

  it("makes the fifth answer from which scores are shown", async () => {
    const { conversation, linked, rate } = await heardAndSent()
    for (const guest of [await aPerson(), await aPerson(), await aPerson(), await aPerson()]) {
      await aParticipant(conversation.id, guest.personId, new Date())
      await rateConversation(guest, { consultationId: conversation.id, understood: 4, trust: 3, responsive: 5 })
    }
    expect(await ratingMeans(database(), conversation.id)).toMatchObject({ answers: 4, trust: null })
    await linked()
    await rate()
    expect(await ratingMeans(database(), conversation.id)).toEqual({ answers: 5, understood: 4, trust: 3, responsive: 5 })
  })

  it("is refused with a link that was taken back or ran out, for a score outside 1 to 5, and to whoever was not heard", async () => {
    const ended = await heardAndSent()
    await ended.linked()
    await withdrawLink(brm, { participationId: ended.part })
    await expect(ended.rate()).rejects.toThrow(NotFoundError)
    const late = await heardAndSent()
    await late.linked()
    await expect(late.rate(6)).rejects.toThrow("Choose 1 to 5")
    await writableDatabase().updateTable("personalLink").set({ expiresAt: new Date(Date.now() - 1000) }).where("participationId", "=", late.part).execute()
    await expect(late.rate()).rejects.toThrow(NotFoundError)
    const unheard = await heardAndSent({ heard: false })
    await unheard.linked()
    expect(await unheard.page()).toMatchObject({ mayRate: false })
    await expect(unheard.rate()).rejects.toThrow("Only those who were heard")
  })
})
