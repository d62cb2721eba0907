// Invitations by mail: the link is made when the mail leaves and lies nowhere in between, and what people typed smuggles nothing into it.

import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { database, writableDatabase } from "~/core/database.server"
import { ForbiddenError } from "~/core/errors"
import { sendDue, type ClaimedMail } from "~/core/outbox.server"
import { hashToken, newToken } from "~/core/session.server"
import { findPersonalLink } from "~/features/consultations/before.queries.server"
import { createConsultation, openConsultation, updateConsultation } from "~/features/consultations/consultations.commands.server"
import { findConsultation } from "~/features/consultations/consultations.queries.server"
import { invitationFile, invitationMail } from "~/features/consultations/invitation.server"
import { planMeeting } from "~/features/consultations/meetings.commands.server"
import { addOption } from "~/features/consultations/parts.commands.server"
import { inviteByMail, listPerson, withdrawLink } from "~/features/consultations/participations.commands.server"
import { aCompany, anInitiative, aPerson, type SignedInActor } from "../../../support/builders"

let brm: SignedInActor, viewer: SignedInActor
const db = database()
const origin = "https://planner.firm.example"

beforeAll(async () => {
  process.env.SMTP_URL = "smtp://127.0.0.1:9"
  process.env.MAIL_FROM = "planner@firm.example"
  await aCompany()
  ;[brm, viewer] = [await aPerson({ name: "Mara Dietz", roles: ["brm"] }), await aPerson()]
})
afterAll(() => {
  delete process.env.SMTP_URL
  delete process.env.MAIL_FROM
})

async function asked(email: string | null, name = "How should ordering work?") {
  const speaker = await aPerson({ name: "Ines Okafor" })
  await writableDatabase().updateTable("person").set({ email }).where("id", "=", speaker.personId).execute()
  const { id, code } = await createConsultation(brm, { name, subjectId: (await anInitiative()).id, ownerId: brm.personId })
  await addOption(brm, { consultationId: id, name: "A new shop" })
  await updateConsultation(brm, { id, version: 1, summary: "Orders take long.", questionPlain: "What slows you down?", questionTechnical: "Which step exceeds its time?", costs: "Little.", effects: "Less typing.", closesOn: "2099-06-30" })
  await openConsultation(brm, { id })
  const { id: participationId } = await listPerson(brm, { consultationId: id, personId: speaker.personId, mustHear: true })
  const invite = async (actor: SignedInActor = brm) => {
    const mail = await invitationMail(db, await findConsultation(db, code), { name: "Ines Okafor", listeningStyle: "technical" }, { origin, now: new Date() })
    return inviteByMail(actor, { participationId, tokenHash: hashToken(newToken()), mail })
  }
  return { id, code, participationId, speaker, invite }
}

const queued = (personId: string) => writableDatabase().selectFrom("outbox").selectAll().where("personId", "=", personId).orderBy("createdAt").execute()
async function sent({ fails = false, hours = 1 } = {}): Promise<ClaimedMail[]> {
  const mails: ClaimedMail[] = []
  await sendDue(async (mail) => {
    mails.push(mail)
    if (fails) throw new Error("Try later.")
  }, () => new Date(Date.now() + hours * 3_600_000))
  return mails
}
const tokenIn = (mail: ClaimedMail | undefined) => /\/answer\/([\w-]{40,})/.exec(mail?.body ?? "")?.[1] ?? ""
const opens = async (token: string) => (await findPersonalLink(db, hashToken(token), new Date()))?.participationId ?? null

describe("an invitation by mail", () => {
  it("is queued without a link, and its link works once it has left", async () => {
    const { participationId, speaker, invite } = await asked("ines@firm.example")
    await invite()
    const [row] = await queued(speaker.personId)
    expect(row).toMatchObject({ address: "ines@firm.example", subject: "You are asked: How should ordering work?" })
    expect(row?.body).toContain("Which step exceeds its time?")
    expect(row?.body).toContain(`${origin}/answer/{personal link}`)
    const [mail] = await sent()
    expect(await opens(tokenIn(mail))).toBe(participationId)
    expect((await queued(speaker.personId))[0]?.body).toBe(row?.body)
  })

  it("that is sent again brings a new link, and the earlier opens nothing", async () => {
    const { participationId, invite } = await asked("again@firm.example")
    await invite()
    const [first] = await sent({ fails: true })
    const [second] = await sent({ hours: 3 })
    expect([await opens(tokenIn(first)), await opens(tokenIn(second))]).toEqual([null, participationId])
  })

  it("does not leave when the link was taken back before", async () => {
    const { participationId, speaker, invite } = await asked("late@firm.example")
    await invite()
    await withdrawLink(brm, { participationId })
    expect(await sent()).toEqual([])
    expect((await queued(speaker.personId))[0]).toMatchObject({ sentAt: null, lastError: "The personal link was taken back before the mail left." })
  })

  it("is for those who run the conversation, and refused without an address or with two in one", async () => {
    await expect((await asked("x@firm.example")).invite(viewer)).rejects.toThrow(ForbiddenError)
    for (const email of [null, "a@firm.example, b@firm.example", "a@firm.example\r\nBcc: all@firm.example"]) {
      const { speaker, invite } = await asked(email)
      await expect(invite(), String(email)).rejects.toThrow(/no mail address/)
      expect(await queued(speaker.personId)).toEqual([])
    }
  })

  it("carries no header that somebody typed into a name", async () => {
    const { code } = await asked("name@firm.example", "Ordering\r\nBcc: all@firm.example")
    const mail = await invitationMail(db, await findConsultation(db, code), { name: "Ines Okafor", listeningStyle: null }, { origin, now: new Date() })
    expect(mail.subject).toBe("You are asked: Ordering Bcc: all@firm.example")
    expect(mail.calendar?.split(/\r\n(?! )/).filter((line) => /^bcc/i.test(line))).toEqual([])
  })
})

describe("the calendar file of an invitation", () => {
  it("has the last day as a whole day, then the next meeting with its time, under the same identity", async () => {
    const { id, code } = await asked("day@firm.example")
    const file = async () => invitationFile(db, await findConsultation(db, code), new Date())
    expect(await file()).toMatch(/DTSTART;VALUE=DATE:20990630\r\n[^]*DTEND;VALUE=DATE:20990701/)
    await planMeeting(brm, { consultationId: id, startsAt: new Date("2099-05-02T09:00:00Z"), minutes: 45, place: "Room 2", agenda: [{ name: "Why we ask", minutes: 10, prompt: "" }] })
    const meeting = await file()
    // it invites nobody by name, so it is published, not requested
    expect(meeting).toContain("METHOD:PUBLISH")
    expect(meeting).toContain("DTSTART:20990502T090000Z")
    expect(meeting).toContain("DTEND:20990502T094500Z")
    expect(meeting).toContain(`UID:${id}@throughline`)
    expect(meeting).not.toContain("/answer/")
  })

  it("is none without any date", async () => {
    const { code, id } = await asked("none@firm.example")
    await writableDatabase().updateTable("consultation").set({ closesOn: null }).where("id", "=", id).execute()
    expect(await invitationFile(db, await findConsultation(db, code), new Date())).toBeNull()
  })
})
