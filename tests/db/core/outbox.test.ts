// The outbox against a real mail server on loopback: queued with its transaction, sent once, tried again, and nothing smuggled into a header.

import { randomUUID } from "node:crypto"
import { text } from "node:stream/consumers"
import type { AddressInfo } from "node:net"
import { SMTPServer } from "smtp-server"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { writableDatabase } from "~/core/database.server"
import { isOneAddress, mailIsSet, messageIdOf, queueMail, sendDue, startSender, type Mail } from "~/core/outbox.server"

const db = writableDatabase()
const arrived: { to: string[]; words: string }[] = []
let refusing = false

const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  onRcptTo: (_address, _session, done) => done(refusing ? new Error("No such mailbox: quill@firm.example") : undefined),
  onData(stream, session, done) {
    void text(stream).then((words) => {
      arrived.push({ to: session.envelope.rcptTo.map(({ address }) => address), words })
      done()
    })
  },
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()))
  const { port } = server.server.address() as AddressInfo
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`
  process.env.MAIL_FROM = "planner@firm.example"
})

afterAll(async () => {
  delete process.env.SMTP_URL
  delete process.env.MAIL_FROM
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

beforeEach(async () => {
  arrived.length = 0
  refusing = false
  await db.deleteFrom("outbox").execute()
})

const aMail = (more: Partial<Mail> = {}): Mail => ({ event: `test ${randomUUID()}`, personId: null, address: "quill@firm.example", subject: "Wann hätten Sie Zeit?", body: "Plain words.", ...more })
const queue = (mail: Mail, now = new Date()) => db.transaction().execute((tx) => queueMail(tx, mail, now))
const rowOf = (event: string) => db.selectFrom("outbox").selectAll().where("event", "=", event).executeTakeFirstOrThrow()

async function sendAll(): Promise<void> {
  const sender = await startSender({ everyMs: 50 })
  await expect.poll(() => db.selectFrom("outbox").select("id").where("sentAt", "is", null).where("attempts", "=", 0).execute(), { timeout: 10_000 }).toEqual([])
  await sender?.stop()
}

describe("mail", () => {
  it("leaves with its event in the Message-ID, its words and its appointment", async () => {
    const mail = aMail({ calendar: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n" })
    expect(await queue(mail)).toBe(true)
    expect(await queue(mail)).toBe(false)
    await sendAll()
    expect(arrived).toHaveLength(1)
    expect(arrived[0]).toMatchObject({ to: ["quill@firm.example"] })
    expect(arrived[0]?.words).toContain(`Message-ID: ${messageIdOf(mail.event, "planner@firm.example")}`)
    expect(arrived[0]?.words).toMatch(/Plain words\.[\s\S]*text\/calendar/)
    expect(await rowOf(mail.event)).toMatchObject({ attempts: 1, failedAt: null, sentAt: expect.any(Date) as Date })
  })

  it.each(["PUBLISH", "REQUEST"])("says of its appointment what that says of itself: %s", async (method) => {
    await queue(aMail({ calendar: `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:${method}\r\nEND:VCALENDAR\r\n` }))
    await sendAll()
    const types = [...(arrived[0]?.words ?? "").matchAll(/text\/calendar;[^]*?method=(\w+)/gi)].map(([, said]) => said)
    expect([types.length > 0, [...new Set(types)]]).toEqual([true, [method]])
  })

  it("goes with its transaction when that does not hold", async () => {
    const mail = aMail()
    await expect(db.transaction().execute(async (tx) => { await queueMail(tx, mail, new Date()); throw new Error("Changed my mind.") })).rejects.toThrow("Changed my mind.")
    expect(await db.selectFrom("outbox").select("id").execute()).toEqual([])
  })

  it("is not queued where no mail server is set", async () => {
    const url = process.env.SMTP_URL
    delete process.env.SMTP_URL
    delete process.env.MAIL_FROM
    expect([mailIsSet(), await queue(aMail()), await startSender()]).toEqual([false, false, null])
    process.env.SMTP_URL = url
    process.env.MAIL_FROM = "planner@firm.example"
  })

  it("is claimed by one sender alone, however many there are", async () => {
    for (let n = 0; n < 25; n++) await queue(aMail())
    const seen: string[] = []
    const send = ({ id }: { id: string }) => Promise.resolve(void seen.push(id))
    await Promise.all(Array.from({ length: 6 }, () => sendDue(send, () => new Date())))
    expect(seen).toHaveLength(25)
    expect(new Set(seen).size).toBe(25)
  })

  it("waits longer after each failure, says why without the address, and is given up after eight tries", async () => {
    refusing = true
    const mail = aMail()
    let now = new Date()
    await queue(mail, now)
    await sendAll()
    const first = await rowOf(mail.event)
    expect(first).toMatchObject({ attempts: 1, sentAt: null, failedAt: null, claimedAt: null })
    expect(first.lastError).toMatch(/No such mailbox/)
    expect(first.lastError).not.toContain("quill@firm.example")
    const waits: number[] = []
    for (let tries = 2; tries <= 8; tries++) {
      now = new Date((await rowOf(mail.event)).dueAt.getTime() + 1)
      await sendDue(() => Promise.reject(new Error("Not now.")), () => now)
      const row = await rowOf(mail.event)
      if (row.failedAt === null) waits.push((row.dueAt.getTime() - now.getTime()) / 60_000)
    }
    expect(waits).toEqual([5, 15, 60, 240, 720, 1440])
    expect(await rowOf(mail.event)).toMatchObject({ attempts: 8, failedAt: expect.any(Date) as Date })
    expect(await sendDue(() => Promise.resolve(), () => new Date(now.getTime() + 1e9))).toBe(0)
  })

  it("of a process that died is sent by another after its time, and not before", async () => {
    const mail = aMail()
    const now = new Date()
    await queue(mail, now)
    await db.updateTable("outbox").set({ claimedAt: now, attempts: 1 }).execute()
    const later = (ms: number) => sendDue(() => Promise.resolve(), () => new Date(now.getTime() + ms))
    expect(await later(299_000)).toBe(0)
    expect(await later(301_000)).toBe(1)
  })

  it("that was claimed while the process is stopping is left for the next one, untried", async () => {
    const mail = aMail()
    await queue(mail)
    expect(await sendDue(() => Promise.resolve(), () => new Date(), () => true)).toBe(0)
    expect(await rowOf(mail.event)).toMatchObject({ attempts: 0, claimedAt: null, sentAt: null })
  })
})

describe("a header", () => {
  it.each(["a@b.example\r\nBcc: all@firm.example", "a@b.example, c@d.example", "Quill <a@b.example>", "a b@c.example", "a@b.example\u0000", "nobody", ""])("is not smuggled in by the address %j", async (address) => {
    expect(isOneAddress(address)).toBe(false)
    await expect(queue(aMail({ address }))).rejects.toThrow(/no address/)
  })

  it("is not smuggled in by the subject", async () => {
    await expect(queue(aMail({ subject: "Hello\r\nBcc: all@firm.example" }))).rejects.toThrow(/one line/)
  })
})
