// Reminders of promises: queued once for each promise, day and kind, also by two processes at once, and sent once by a real mail server on loopback.

import { text } from "node:stream/consumers"
import type { AddressInfo } from "node:net"
import { SMTPServer } from "smtp-server"
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest"
import { addDays } from "~/core/calendar"
import { writableDatabase } from "~/core/database.server"
import { startSender } from "~/core/outbox.server"
import { createCommitment, keepCommitment, moveCommitment } from "~/features/commitments/commitments.commands.server"
import { remindOwners } from "~/features/commitments/reminders.commands.server"
import { aCompany, aPerson, aUnit, thePreparer, type Made, type SignedInActor } from "../../../support/builders"

const db = writableDatabase()
const arrived: { to: string[]; words: string }[] = []
const today = new Date().toISOString().slice(0, 10)
const origin = "https://planner.example"
let owner: SignedInActor

const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  onData(stream, session, done) {
    void text(stream).then((words) => {
      arrived.push({ to: session.envelope.rcptTo.map(({ address }) => address), words })
      done()
    })
  },
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()))
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  process.env.MAIL_FROM = "planner@firm.example"
  await aCompany({ timeZone: "UTC" })
  owner = await aPerson({ name: "Owen Example", roles: ["contributor"] })
})

afterAll(async () => {
  delete process.env.SMTP_URL
  delete process.env.MAIL_FROM
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

beforeEach(async () => {
  arrived.length = 0
  await db.deleteFrom("outbox").execute()
  await db.updateTable("commitment").set({ state: "withdrawn", withdrawnWhy: "Another test." }).where("state", "=", "open").execute()
})

const promise = (name: string, inDays: number, more: object = {}): Promise<Made> => createCommitment(thePreparer, { name, dueOn: addDays(today, inDays), ownerId: owner.personId, ...more })
const subjects = async () => (await db.selectFrom("outbox").select(["subject", "event"]).orderBy("subject").execute()).map(({ subject }) => subject)
const dataVersion = async () => (await db.selectFrom("dataVersion").select("n").executeTakeFirstOrThrow()).n

it("are queued for what is due within seven days, due today and late, and for nothing else", async () => {
  await promise("Far", 8)
  await promise("Near", 7)
  await promise("Now", 0)
  await promise("Past", -30)
  const kept = await promise("Kept", -2)
  await keepCommitment(thePreparer, { id: kept.id, note: "Done." })
  await promise("Nobody's", -1, { ownerId: null })
  expect(await remindOwners({ origin })).toBe(3)
  expect(await subjects()).toEqual(["Due soon: Near", "Due today: Now", "Late: Past"])
  const before = await dataVersion()
  expect(await remindOwners({ origin })).toBe(0)
  expect(await dataVersion()).toBe(before)
})

it("come once for each kind as the days pass, and anew when the promise is moved", async () => {
  const made = await promise("Phones", 5)
  for (const inDays of [0, 1, 5, 5, 6, 30]) await remindOwners({ origin, now: new Date(Date.now() + inDays * 86_400_000) })
  expect(await subjects()).toEqual(["Due soon: Phones", "Due today: Phones", "Late: Phones"])
  await moveCommitment(thePreparer, { id: made.id, toOn: addDays(today, 6), reason: "The vendor is late." })
  expect(await remindOwners({ origin })).toBe(1)
})

it("go to nobody without an address, with a closed account, or in the sample company", async () => {
  const gone = await aPerson()
  await db.updateTable("account").set({ disabledAt: new Date() }).where("personId", "=", gone.personId).execute()
  const silent = await aPerson()
  await db.deleteFrom("accountRole").where("personId", "=", silent.personId).execute()
  await db.deleteFrom("account").where("personId", "=", silent.personId).execute()
  const odd = await aPerson()
  await db.updateTable("person").set({ email: "one@firm.example, two@firm.example" }).where("id", "=", odd.personId).execute()
  for (const { personId } of [gone, silent, odd]) await promise("Phones", 0, { ownerId: personId })
  expect(await remindOwners({ origin })).toBe(0)
  await promise("Phones", 0)
  await db.updateTable("company").set({ isSample: true }).execute()
  expect(await remindOwners({ origin })).toBe(0)
  await db.updateTable("company").set({ isSample: false }).execute()
  expect(await remindOwners({ origin })).toBe(1)
})

it("are queued nowhere without a mail server", async () => {
  await promise("Phones", 0)
  const { SMTP_URL: url, MAIL_FROM: from } = process.env
  delete process.env.SMTP_URL
  delete process.env.MAIL_FROM
  expect(await remindOwners({ origin })).toBe(0)
  Object.assign(process.env, { SMTP_URL: url, MAIL_FROM: from })
  expect(await subjects()).toEqual([])
})

it("arrive once each, however many processes look and send at the same time", async () => {
  const unit = await aUnit({ name: "Support" })
  for (let n = 0; n < 12; n++) await promise(`Promise ${n}`, n - 4, { unitId: unit.id })
  const counts = await Promise.all([1, 2, 3, 4].map(() => remindOwners({ origin })))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12)
  const senders = await Promise.all([1, 2].map(() => startSender({ everyMs: 20 })))
  await expect.poll(() => arrived.length, { timeout: 15_000 }).toBe(12)
  await Promise.all(senders.map((sender) => sender?.stop()))
  expect(arrived).toHaveLength(12)
  const ids = arrived.map(({ words }) => /Message-ID: (\S+)/.exec(words)?.[1])
  expect(new Set(ids).size).toBe(12)
  expect(arrived.every(({ to }) => to.length === 1 && to[0] === `${owner.personId}@example.test`)).toBe(true)
  expect(await db.selectFrom("outbox").select("id").where("sentAt", "is", null).execute()).toEqual([])
})
