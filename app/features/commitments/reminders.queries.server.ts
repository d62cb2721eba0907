// Reading which promises their owners are to be reminded of by mail and were not yet.
import { sql } from "kysely"
import { addDays, type CalendarDate } from "~/core/calendar"
import type { ReadDb, Tx } from "~/core/database.server"
import { codeOf } from "~/features/elements/element"
import { reminderDays, reminderEvent, reminderOf, type RemindedPromise, type ReminderKind } from "./reminder"

export interface DueReminder extends RemindedPromise {
  event: string
  kind: ReminderKind
  personId: string
  address: string
}

/** The reminders that are due and not queued, for owners who have an address; archived promises and owners, and closed accounts, have none. */
export async function dueReminders(db: ReadDb | Tx, today: CalendarDate): Promise<DueReminder[]> {
  const { rows } = await sql<{ id: string; number: number; name: string; dueOn: string; unit: string | null; personId: string; address: string }>`
    select e.id, e.number, e.name, c.due_on as "dueOn", unit.name as unit, owner.id as "personId", coalesce(person.email, account.email) as address
    from commitment c join element e on e.id = c.id and e.archived_at is null
      join element owner on owner.id = c.owner_id and owner.archived_at is null join person on person.id = owner.id
      left join account on account.person_id = person.id left join element unit on unit.id = c.unit_id
    where c.state = 'open' and c.due_on <= ${addDays(today, reminderDays)} and account.disabled_at is null and coalesce(person.email, account.email) is not null
      and not exists (select from outbox where outbox.event = 'promise ' || c.id || ' ' || to_char(c.due_on, 'YYYY-MM-DD') || ' ' ||
        case when c.due_on < ${today} then 'late' when c.due_on = ${today} then 'today' else 'soon' end)
    order by c.due_on, e.id limit 200`.execute(db)
  return rows.flatMap(({ id, number, ...row }) => {
    const kind = reminderOf(row.dueOn, today)
    return kind === null ? [] : [{ ...row, kind, code: codeOf("commitment", number), event: reminderEvent({ id, dueOn: row.dueOn }, kind) }]
  })
}
