// Reminding the owners of promises by mail: each is queued once for its promise, day and kind, however many processes look.
import { calendarDate } from "~/core/calendar"
import { command } from "~/core/command.server"
import { database, type ReadDb, type Tx } from "~/core/database.server"
import { isOneAddress, mailIsSet, queueMail } from "~/core/outbox.server"
import type { Actor } from "~/core/policy"
import { findCompany } from "~/features/company/company.queries.server"
import { reminderMail } from "./reminder"
import { dueReminders } from "./reminders.queries.server"

const theReminder: Actor = { kind: "operator", personId: null, name: "Reminders", roles: [] }

/**
 * Queues the reminders that are due at this moment; gives how many. None where no mail server is set, and none in the sample, whose people are made up.
 * Without one that is due nothing is written.
 */
export async function remindOwners({ origin, now = new Date() }: { origin: string; now?: Date }): Promise<number> {
  if (!mailIsSet()) return 0
  const company = await findCompany(database())
  if (!company || company.isSample) return 0
  const day = calendarDate(now, company.timeZone)
  if ((await reachable(database(), day)).length === 0) return 0
  const { count } = await command({
    actor: theReminder,
    load: (tx) => reachable(tx, day),
    // nobody asks for it and no record changes: mail to owners of their own promises is all that comes of it
    demands: () => [],
    run: async (tx, { loaded: due, now: moment }) => {
      let queued = 0
      for (const { event, kind, personId, address, ...promise } of due)
        if (await queueMail(tx, { event, personId, address, ...reminderMail(promise, kind, { today: day, origin }) }, moment)) queued += 1
      return { changes: [], outcome: { count: queued } }
    },
  })
  return count
}

async function reachable(db: ReadDb | Tx, day: string) {
  return (await dueReminders(db, day)).filter(({ address }) => isOneAddress(address))
}
