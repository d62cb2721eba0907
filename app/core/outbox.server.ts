// The outbox: mail queued in the transaction that wants it, and sent afterwards by whichever process claims it first.
import { createHash } from "node:crypto"
import { sql } from "kysely"
import { writableDatabase, type Tx } from "./database.server"
import { readMail } from "./env.server"
import { RuleError } from "./errors"
import { newId } from "./ids"
import { log } from "./log.server"
import { personalLinkMark } from "./personal-link"
import { hashToken, newToken } from "./session.server"

export interface Mail {
  /** what makes it the same mail however often it is asked for, such as "invitation 0193…" */
  event: string
  personId: string | null
  address: string
  subject: string
  body: string
  /** an appointment as iCalendar text */
  calendar?: string
  /** not before; now unless said */
  dueAt?: Date
}

/** Whether mail can be sent at all; where it cannot, nothing is queued and screens say so. */
export function mailIsSet(environment: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return readMail(environment) !== null
}

/**
 * Queues a mail in the command's own transaction, so that it leaves only when that is kept. Gives whether it was queued: false where no
 * mail server is set, and where this event was queued before. Refused for what could smuggle a header into the mail.
 */
export async function queueMail(tx: Tx, mail: Mail, now: Date): Promise<boolean> {
  if (!mailIsSet()) return false
  const { event, personId, address, subject, body, calendar = null, dueAt = now } = mail
  if (!isOneAddress(address)) throw new RuleError("That is no address that mail can be sent to.", { field: "email" })
  if (hasControl(subject)) throw new RuleError("The subject of a mail is one line.", { field: "subject" })
  const row = { id: newId(now.getTime()), event, personId, address, subject: subject.slice(0, 200), body, calendar, dueAt, claimedAt: null, attempts: 0, sentAt: null, failedAt: null, lastError: "", createdAt: now }
  const queued = await tx.insertInto("outbox").values(row).onConflict((oc) => oc.column("event").doNothing()).returning("id").executeTakeFirst()
  return queued !== undefined
}

/** One address and nothing beside it: no second one, no name, no line break. */
export function isOneAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+$/.test(text) && !hasControl(text)
}

function hasControl(text: string): boolean {
  return /\p{Cc}/u.test(text)
}

export interface ClaimedMail {
  id: string
  event: string
  address: string
  subject: string
  body: string
  calendar: string | null
  attempts: number
}

/** Minutes until it is tried again, by how often it was tried; after the last it is given up and named. */
const pauses = [1, 5, 15, 60, 240, 720, 1440] as const
/** A process that claimed mail and died leaves it to others after this; longer than any sending may take. */
const claimMs = 300_000

/** Claims due mail for this process alone; what another process has claimed is passed over. */
export async function claimMail(now: Date, most = 10): Promise<ClaimedMail[]> {
  const { rows } = await sql<ClaimedMail>`
    update outbox set claimed_at = ${now}, attempts = attempts + 1
    where id in (
      select id from outbox where sent_at is null and failed_at is null and due_at <= ${now} and (claimed_at is null or claimed_at < ${new Date(now.getTime() - claimMs)})
      order by due_at, id limit ${most} for update skip locked)
    returning id, event, address, subject, body, calendar, attempts`.execute(writableDatabase())
  return rows
}

/** Sends what is due once; gives how many left. A mail that fails waits longer each time. */
export async function sendDue(send: (mail: ClaimedMail) => Promise<void>, now: () => Date, isStopping: () => boolean = () => false): Promise<number> {
  let sent = 0
  const mails = await claimMail(now())
  for (const mail of mails) {
    if (isStopping()) {
      await settle(mail, { claimedAt: null, attempts: mail.attempts - 1 })
      continue
    }
    try {
      const ready = await withPersonalLink(mail, now())
      if (ready === null) {
        await settle(mail, { failedAt: now(), lastError: "The personal link was taken back before the mail left." })
        continue
      }
      await send(ready)
    } catch (error) {
      await failed(mail, error, now())
      continue
    }
    await settle(mail, { sentAt: now(), lastError: "" })
    sent += 1
  }
  return sent
}

/** The mail with a fresh token in its link; null when the link was taken back or has run out since. */
async function withPersonalLink(mail: ClaimedMail, now: Date): Promise<ClaimedMail | null> {
  const id = /^invitation ([0-9a-f-]{36})$/.exec(mail.event)?.[1]
  if (id === undefined) return mail
  const token = newToken()
  const link = await writableDatabase()
    .updateTable("personalLink").set({ tokenHash: hashToken(token) })
    .where("id", "=", id).where("withdrawnAt", "is", null).where("expiresAt", ">", now).returning("id").executeTakeFirst()
  return link ? { ...mail, body: mail.body.replaceAll(personalLinkMark, token) } : null
}

function settle(mail: ClaimedMail, set: { sentAt?: Date; failedAt?: Date; dueAt?: Date; claimedAt?: null; attempts?: number; lastError?: string }) {
  return writableDatabase().updateTable("outbox").set(set).where("id", "=", mail.id).execute()
}

async function failed(mail: ClaimedMail, error: unknown, now: Date): Promise<void> {
  const pause = pauses[mail.attempts - 1]
  // a server's answer may repeat the address, which belongs in no log
  const lastError = (error instanceof Error ? error.message : String(error)).replaceAll(mail.address, "…").slice(0, 300)
  log.error("mail was not sent", { mail: mail.event, attempts: mail.attempts, answer: lastError })
  await settle(mail, pause === undefined ? { failedAt: now, lastError } : { claimedAt: null, dueAt: new Date(now.getTime() + pause * 60_000), lastError })
}

/** The same id however often a mail is sent, so that a second copy is known for what it is. */
export function messageIdOf(event: string, from: string): string {
  const host = from.replace(/^.*@/, "").replace(/>.*$/, "")
  return `<${createHash("sha256").update(event).digest("hex").slice(0, 40)}@${host}>`
}

/** The method that an appointment says of itself: the type of its part must say the same, or calendars refuse it. */
function methodOf(calendar: string): string {
  return /^METHOD:([A-Z]+)\r?$/m.exec(calendar)?.[1] ?? "PUBLISH"
}

/** Sends through a mail server until stopped; stopping lets the mail under way finish. Null where no mail server is set. */
export async function startSender({ everyMs = 15_000 }: { everyMs?: number } = {}): Promise<{ stop: () => Promise<void> } | null> {
  const settings = readMail(process.env)
  if (settings === null) return null
  const { createTransport } = await import("nodemailer")
  const transport = createTransport({ url: settings.url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, disableFileAccess: true, disableUrlAccess: true })
  const send = async ({ event, address, subject, body, calendar }: ClaimedMail) => {
    await transport.sendMail({
      from: settings.from, to: { name: "", address }, subject, text: body, messageId: messageIdOf(event, settings.from),
      ...(calendar === null ? {} : { icalEvent: { method: methodOf(calendar), filename: "invitation.ics", content: calendar } }),
    })
  }
  let stopping = false
  let under: Promise<unknown> = Promise.resolve()
  const round = () => {
    under = under.then(() => (stopping ? 0 : sendDue(send, () => new Date(), () => stopping))).catch((error: unknown) => log.error("the outbox could not be read", { error }))
  }
  const timer = setInterval(round, everyMs)
  round()
  return {
    async stop() {
      stopping = true
      clearInterval(timer)
      await under
      transport.close()
    },
  }
}
