// Puts together what screens show of the gate of a subject.
import { calendarDate, dayMonthYear } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { invitedAbout } from "~/features/consultations/invited.queries.server"
import { pathOf } from "~/features/elements/element"
import { gatesOf, waiversInForce, waiversOf, type Waiver } from "./gates.queries.server"
import type { GateShown, ListedWaiver, WaiverShown } from "./gate-shown"

/** The gate of one subject as it stands at `now`; dates are days in the company's time zone. */
export async function gateShown(db: ReadDb, subjectId: string, { now, timeZone }: { now: Date; timeZone: string }): Promise<GateShown | null> {
  const gate = (await gatesOf(db, [subjectId], now)).get(subjectId)
  if (!gate) return null
  const { open, lacking, asked, conversations } = gate
  const { coverage, nobody, fairness } = asked
  return {
    open, lacking, coverage, nobody, fairness, invited: await invitedAbout(db, subjectId),
    conversations: conversations.map(({ code, name, state }) => ({ code, name, state })),
    waivers: await waiversOfSubject(db, subjectId, timeZone),
  }
}

/** A waiver as it is told: its words, the name and the day. */
export function waiverShown({ id, reason, lacking, by, at }: Waiver, timeZone: string): WaiverShown {
  return { id, reason, lacking, by, on: dayMonthYear(calendarDate(at, timeZone)) }
}

/** The waivers that a report lists, of approved work and of decisions, the latest first. */
export async function waiversListed(db: ReadDb, timeZone: string): Promise<ListedWaiver[]> {
  return (await waiversInForce(db)).map(({ about: { kind, code, name }, ...waiver }) => ({ path: pathOf(kind, code), code, name, ...waiverShown(waiver, timeZone) }))
}

/** The waiver of each initiative in one line, by the initiative's id, as a file lists it. */
export async function waiversInWords(db: ReadDb, timeZone: string): Promise<Map<string, string>> {
  return new Map((await waiversInForce(db)).map((waiver) => [waiver.subjectId, `${waiver.reason} (${waiver.by}, ${waiverShown(waiver, timeZone).on})`]))
}

/** Every waiver of one subject, the latest first. */
export async function waiversOfSubject(db: ReadDb, subjectId: string, timeZone: string): Promise<WaiverShown[]> {
  return ((await waiversOf(db, [subjectId])).get(subjectId) ?? []).map((waiver) => waiverShown(waiver, timeZone))
}
