// The brief before a meeting with a unit: what its parts hold, the agenda they suggest, and what would close the gap between the two views.
import { addDays, compareDates, dayMonthYear } from "~/core/calendar"
import type { AgendaFields } from "~/features/consultations/meeting"
import type { Standing } from "~/features/commitments/commitment"
import type { ElementRef } from "~/features/elements/element"
import { roleLevelWords, type RoleLevel } from "~/features/units/unit"
import { decidingLevel, levels, levelOf, statements, type Level, type View } from "./relationship"

export interface BriefWork {
  element: ElementRef
  stage: string
  startsOn: string | null
  endsOn: string | null
  /** why it concerns the unit: "affects them" or the name of what they use */
  because: string
}

export interface Brief {
  promises: readonly (ElementRef & { standing: Standing; dueOn: string; owner: ElementRef | null })[]
  /** work that changed since they were last spoken with, with what changed */
  changed: readonly { element: ElementRef; fields: readonly string[] }[]
  work: readonly BriefWork[]
  points: BriefPoints
  voices: readonly WaitingVoice[]
  services: readonly ElementRef[]
}

/** A point without an answer, as its reader may read it. */
export interface BriefPoint {
  code: string
  body: string
  confidential: boolean
  raisedOn: string
  owner: string | null
  href: string
}

export interface BriefPoints {
  /** those the reader may read, the oldest first */
  shown: readonly BriefPoint[]
  /** those told in confidence whose words the reader may not read */
  hidden: number
  /** those told in confidence that everybody may count: no more of them stands in an agenda */
  inConfidence: number
}

/** An open conversation about something that touches the unit, in which nobody of the unit was heard yet. */
export interface WaitingVoice {
  consultation: ElementRef
  subject: ElementRef
  closesOn: string | null
  /** how many of the unit's people are on its list and not heard */
  asked: number
  /** the role levels of which nobody was heard, where somebody of the unit was; empty: nobody of it was heard at all */
  silent: readonly RoleLevel[]
}

/** Work of the next 90 days: what starts, ends or runs in them; work without dates counts as running. */
export function workAhead<Work extends Pick<BriefWork, "startsOn" | "endsOn">>(work: readonly Work[], today: string): Work[] {
  const until = addDays(today, 90)
  return work.filter(({ startsOn, endsOn }) => (startsOn === null || compareDates(startsOn, until) <= 0) && (endsOn === null || compareDates(endsOn, today) >= 0))
}

/** How much of a part a printed page has room for; the rest is counted. */
export const briefRoom = { promises: 6, changed: 5, work: 6, voices: 4, points: 5, services: 6 } as const

/** As many rows of a part as the page has room for, and how many there are. */
export interface Shortened<Row> {
  rows: readonly Row[]
  count: number
}

/** What the page shows of a brief beside its points: the rest of each part is counted, and need not travel. */
export interface BriefOnOnePage {
  promises: Shortened<Brief["promises"][number]>
  changed: Shortened<Brief["changed"][number]>
  work: Shortened<BriefWork>
  voices: Shortened<WaitingVoice>
  services: Shortened<ElementRef>
}

/** Gives what one page has room for. */
export function onOnePage({ promises, changed, work, voices, services }: Omit<Brief, "points">): BriefOnOnePage {
  return {
    promises: shortened(promises, briefRoom.promises), changed: shortened(changed, briefRoom.changed), work: shortened(work, briefRoom.work),
    voices: shortened(voices, briefRoom.voices), services: shortened(services, briefRoom.services),
  }
}

/** Gives the first rows, and how many there are. */
export function shortened<Row>(rows: readonly Row[], room: number): Shortened<Row> {
  return { rows: rows.slice(0, room), count: rows.length }
}

/** "3 points without an answer, 1 of them told in confidence": the open points in words. */
export function pointsInWords({ shown, hidden }: { shown: { readonly length: number }; hidden: number }): string {
  const open = shown.length + hidden
  if (open === 0) return "Nothing."
  return `${plural(open, "point", "points")} without an answer${hidden === 0 ? "" : `, ${hidden} of them told in confidence`}.`
}

/** Who of the unit is asked already, in words. */
export function voiceInWords({ asked, silent }: Pick<WaitingVoice, "asked" | "silent">): string {
  if (silent.length > 0) {
    const levels = silent.map((level) => roleLevelWords[level].toLowerCase()).join(" and no ")
    return `no ${levels} heard yet, ${asked === 0 ? "nobody more is asked" : `${plural(asked, "person", "people")} asked`}`
  }
  return asked === 0 ? "nobody there is asked yet" : `${plural(asked, "person", "people")} asked, nobody heard yet`
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

/**
 * The agenda that a brief suggests: promises first, then what changed, what comes, what waits for their voice, what is not answered, and the one
 * question. Everybody reads an agenda, so that a point stands in it by its number alone, and one told in confidence as a count.
 */
export function agendaOf(brief: Brief, gap: number | null): AgendaFields[] {
  const late = brief.promises.filter(({ standing }) => standing.standing === "late").length
  const named = (count: string, what: readonly string[]) => `${count}: ${what.slice(0, 8).join("; ")}`.replace(/\s+/g, " ").slice(0, 400)
  const told = brief.points.shown.filter(({ confidential }) => !confidential)
  const open = told.length + brief.points.inConfidence
  const pointsNamed = [told.map(({ code }) => code).slice(0, 20).join(", "), brief.points.inConfidence > 0 ? `${brief.points.inConfidence} told in confidence` : ""].filter(Boolean).join(" and ")
  return [
    ...(brief.promises.length > 0 ? [{
      name: "What we owe you", minutes: late > 0 ? 10 : 5,
      prompt: named(late > 0 ? `${late} of ${plural(brief.promises.length, "open promise", "open promises")} late, a new date or an end for each` : plural(brief.promises.length, "open promise", "open promises"),
        brief.promises.map(({ name, dueOn }) => `${name} (${dayMonthYear(dueOn)})`)),
    }] : []),
    ...(brief.changed.length > 0 ? [{ name: "What changed for you", minutes: 10, prompt: named(plural(brief.changed.length, "piece of work", "pieces of work"), brief.changed.map(({ element }) => element.name)) }] : []),
    ...(brief.work.length > 0 ? [{ name: "What comes in the next three months", minutes: 10, prompt: named(plural(brief.work.length, "piece of work", "pieces of work"), brief.work.map(({ element }) => element.name)) }] : []),
    ...(brief.voices.length > 0 ? [{ name: "What waits for your voice", minutes: 5, prompt: named(plural(brief.voices.length, "conversation", "conversations"), brief.voices.map(({ consultation }) => consultation.name)) }] : []),
    ...(open > 0 ? [{ name: "What you raised and we have not answered", minutes: 10, prompt: `${plural(open, "point", "points")}: ${pointsNamed}` }] : []),
    ...(gap !== null && gap > 0 ? [{ name: "Where we see it differently", minutes: 15, prompt: "Which of the statements does only one of us find true, and what would have to happen?" }] : []),
    { name: "What should we do differently until next time?", minutes: 10, prompt: "" },
  ]
}

/** What would close the gap: late promises first, then each statement of the deciding level that the lower side does not find true. */
export function waysToClose(unit: string, view: { business: View | null; it: View | null }, late: number): { words: string; note: string }[] {
  const [business, it] = [levelOf(view.business), levelOf(view.it)]
  const deciding = decidingLevel(business, it)
  const ways = late > 0 ? [{ words: late === 1 ? "Keep the late promise" : `Keep the ${late} late promises`, note: "What is late is what they remember." }] : []
  if (business === null) ways.push({ words: `Ask ${unit} what is true`, note: "Without their view there is nothing to compare." })
  if (it === null) ways.push({ words: "Say what we think is true", note: "Without our view there is nothing to compare." })
  if (business === null || it === null || deciding === null) return ways
  const lower = business <= it ? { side: unit, view: view.business } : { side: "IT", view: view.it }
  const missing = statements.filter(({ level, key }) => level === deciding && !lower.view?.holds.includes(key))
  return [...ways, ...missing.map(({ text }) => ({ words: text, note: `Not true yet for ${lower.side}; level ${deciding}, ${nameOf(deciding)}` }))]
}

function nameOf(level: Level): string {
  return levels.find((one) => one.level === level)?.name.toLowerCase() ?? ""
}

/** The lines of a brief as text that can be copied and sent: what was told in confidence is a count in it, whoever copies it. */
export function briefAsText(unit: string, brief: Brief, agenda: readonly AgendaFields[]): string {
  const told = brief.points.shown.filter(({ confidential }) => !confidential)
  const part = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [title, ...lines.map((line) => `- ${line}`), ""])
  return [
    `Before we meet ${unit}`, "",
    ...part("What we owe:", brief.promises.map(({ name, dueOn }) => `${name}, due ${dayMonthYear(dueOn)}`)),
    ...part("What comes:", brief.work.map(({ element, stage }) => `${element.name} (${stage})`)),
    ...part("What waits for their voice:", brief.voices.map(({ consultation }) => consultation.name)),
    ...part("Not answered yet:", [...told.map(({ code, body }) => `${code}: ${body}`), ...(brief.points.inConfidence > 0 ? [`${brief.points.inConfidence} told in confidence`] : [])]),
    ...part("Agenda:", agenda.map(({ name, minutes }) => `${name} (${minutes} min)`)),
  ].join("\n").trimEnd()
}
