// Puts together what screens show of the gate of a subject.
import { calendarDate, dayMonthYear } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { gatesOf, waiversOf, type Waiver } from "./gates.queries.server"
import type { GateShown, WaiverShown } from "./gate-shown"

/** The gate of one subject as it stands at `now`; dates are days in the company's time zone. */
export async function gateShown(db: ReadDb, subjectId: string, { now, timeZone }: { now: Date; timeZone: string }): Promise<GateShown | null> {
  const gate = (await gatesOf(db, [subjectId], now)).get(subjectId)
  if (!gate) return null
  const { open, lacking, asked, conversations } = gate
  const { coverage, nobody, fairness } = asked
  const waivers = (await waiversOf(db, [subjectId])).get(subjectId) ?? []
  return {
    open, lacking, coverage, nobody, fairness,
    conversations: conversations.map(({ code, name, state }) => ({ code, name, state })),
    waivers: waivers.map((waiver) => waiverShown(waiver, timeZone)),
  }
}

/** A waiver as it is told: its words, the name and the day. */
export function waiverShown({ reason, lacking, by, at }: Waiver, timeZone: string): WaiverShown {
  return { reason, lacking, by, on: dayMonthYear(calendarDate(at, timeZone)) }
}
