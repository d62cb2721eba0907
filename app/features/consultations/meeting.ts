// A meeting about a conversation: its agenda, where it stands, and what its short ways of writing mean.
import type { RoleLevel } from "#db/words"
import type { Snapshot } from "~/core/change"
import { RuleError } from "~/core/errors"

export interface AgendaFields {
  name: string
  minutes: number
  /** what to ask before moving on */
  prompt: string
}

export interface MeetingFields {
  consultationId: string
  startsAt: Date
  minutes: number
  place: string
  agenda: readonly AgendaFields[]
}

/** A meeting has a length and an agenda that fits into it. */
export function requireMeeting({ minutes, agenda }: Pick<MeetingFields, "minutes" | "agenda">): void {
  if (agenda.length === 0) throw new RuleError("Give the meeting at least one point to talk about.", { field: "agenda" })
  const needed = agenda.reduce((sum, item) => sum + item.minutes, 0)
  if (needed > minutes) throw new RuleError(`The agenda needs ${needed} minutes and the meeting has ${minutes}. Make it longer, or leave a point out.`, { field: "agenda" })
}

/**
 * Reads an agenda written one point a line, as in "What slows you down, 15: What do you do when it stops?": the minutes are after the
 * comma (5 where none are said), what to ask is after the colon.
 */
export function readAgenda(text: string): AgendaFields[] {
  return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "").map((line) => {
    const [, name = line, minutes, prompt = ""] = /^(.*?)(?:,\s*(\d{1,3})(?:\s*min\w*)?)?\s*(?::\s*(.*))?$/.exec(line) ?? []
    return { name: name.trim().slice(0, 200) || line.slice(0, 200), minutes: Math.max(1, Number(minutes ?? 5)), prompt: prompt.trim().slice(0, 400) }
  })
}

/** The agenda as it is written. */
export function agendaText(agenda: readonly AgendaFields[]): string {
  return agenda.map(({ name, minutes, prompt }) => `${name}, ${minutes}${prompt === "" ? "" : `: ${prompt}`}`).join("\n")
}

export function meetingSnapshot(meeting: MeetingFields & { startedAt: Date | null; closedAt: Date | null }): Snapshot {
  return {
    consultationId: meeting.consultationId, startsAt: meeting.startsAt.toISOString(), minutes: meeting.minutes, place: meeting.place,
    agenda: meeting.agenda.map(({ name, minutes, prompt }) => ({ text: `${name}, ${minutes}${prompt === "" ? "" : `: ${prompt}`}` })),
    started: meeting.startedAt !== null, closed: meeting.closedAt !== null,
  }
}

export interface AgendaTimes {
  id: string
  minutes: number
  startedAt: Date | string | null
  endedAt: Date | string | null
}

/** The item that is being talked about: begun and not ended; null before the meeting and after it. */
export function currentItem<Item extends AgendaTimes>(agenda: readonly Item[]): Item | null {
  return agenda.find(({ startedAt, endedAt }) => startedAt !== null && endedAt === null) ?? null
}

/** The item that comes next: the first that has not begun. */
export function nextItem<Item extends AgendaTimes>(agenda: readonly Item[]): Item | null {
  return agenda.find(({ startedAt }) => startedAt === null) ?? null
}

/** Whole minutes from one moment to another, never negative. */
export function minutesSince(from: Date | string, now: number): number {
  return Math.max(0, Math.floor((now - new Date(from).getTime()) / 60_000))
}

export const captureKeys = { c: "concern", q: "question", w: "wish", a: "action", d: "decision" } as const
/** Marks a note as said in confidence, or takes the mark off. */
export const confidentialKey = "l"
export type CaptureKind = (typeof captureKeys)[keyof typeof captureKeys]
export const captureWords: Record<CaptureKind, string> = { concern: "Concern", question: "Question", wish: "Wish", action: "Action", decision: "Decision" }

export interface Speaker {
  personId: string
  name: string
}

/**
 * Who speaks in "K. Salo: customers hang up": the participant whose name, surname or initial and surname stands before the colon, and the
 * words after it. Nobody, and the whole line, where no name fits or two do.
 */
export function speakerIn(line: string, people: readonly Speaker[]): { personId: string | null; body: string } {
  const [, before = "", after = ""] = /^([^:]{2,60}):\s*(.+)$/s.exec(line.trim()) ?? []
  const said = plain(before)
  const fitting = said === "" ? [] : people.filter(({ name }) => waysOfNaming(name).includes(said))
  const [one] = fitting
  return one && fitting.length === 1 ? { personId: one.personId, body: after.trim() } : { personId: null, body: line.trim() }
}

function waysOfNaming(name: string): string[] {
  const words = plain(name).split(" ")
  const [first = "", last = ""] = [words[0], words.at(-1)]
  return [plain(name), last, first, `${first.charAt(0)} ${last}`]
}

function plain(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[.,]/g, " ").replace(/\s+/g, " ").trim()
}

export const roleLevelWords: Record<RoleLevel, string> = { frontline: "Front line", specialist: "Specialists", manager: "Managers", executive: "Executives", external: "External" }

/** The moment of a day and time on the clocks of a time zone, such as "2026-11-22T14:00"; an hour that does not exist there is the next. */
export function momentIn(local: string, timeZone: string): Date {
  const wanted = Date.parse(`${local.slice(0, 16)}:00Z`)
  const first = wanted - clockOffset(wanted, timeZone)
  return new Date(wanted - clockOffset(first, timeZone))
}

/** How far the clocks of a time zone are ahead of universal time at a moment, in milliseconds. */
function clockOffset(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" }).formatToParts(moment)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "00"
  return Date.parse(`${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:00Z`) - Math.floor(moment / 60_000) * 60_000
}

/** Day and time of a moment on the clocks of a time zone: "22 Nov 2026, 14:00". */
export function clockTime(moment: Date | string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" }).format(new Date(moment))
}
