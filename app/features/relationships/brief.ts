// The brief before a meeting with a unit: what its parts hold, the agenda they suggest, and what would close the gap between the two views.
import { addDays, compareDates, dayMonthYear } from "~/core/calendar"
import type { Standing } from "~/features/commitments/commitment"
import type { ElementRef } from "~/features/elements/element"
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
  points: { open: number; confidential: number }
  services: readonly ElementRef[]
}

/** Work of the next 90 days: what starts, ends or runs in them; work without dates counts as running. */
export function workAhead<Work extends Pick<BriefWork, "startsOn" | "endsOn">>(work: readonly Work[], today: string): Work[] {
  const until = addDays(today, 90)
  return work.filter(({ startsOn, endsOn }) => (startsOn === null || compareDates(startsOn, until) <= 0) && (endsOn === null || compareDates(endsOn, today) >= 0))
}

export interface AgendaItem {
  words: string
  minutes: number
}

/** The agenda that a brief suggests: late promises first, then what changed, what comes, what is not answered, and the one question. */
export function agendaOf(brief: Brief, gap: number | null): AgendaItem[] {
  const late = brief.promises.filter(({ standing }) => standing.standing === "late").length
  const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`
  return [
    ...(late > 0 ? [{ words: `What we owe: ${plural(late, "late promise", "late promises")}, a new date or an end for each`, minutes: 10 }] : []),
    ...(brief.changed.length > 0 ? [{ words: `What changed for you: ${plural(brief.changed.length, "piece of work", "pieces of work")}`, minutes: 10 }] : []),
    ...(brief.work.length > 0 ? [{ words: `What comes in the next 90 days: ${plural(brief.work.length, "piece of work", "pieces of work")}`, minutes: 10 }] : []),
    ...(brief.points.open > 0 ? [{ words: `What you raised and we have not answered: ${plural(brief.points.open, "point", "points")}`, minutes: 10 }] : []),
    ...(gap !== null && gap > 0 ? [{ words: "Where we see it differently: the statements that one of us finds true", minutes: 15 }] : []),
    { words: "What should we do differently until next time?", minutes: 10 },
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

/** The lines of a brief as text that can be copied and sent. */
export function briefAsText(unit: string, brief: Brief, agenda: readonly AgendaItem[]): string {
  return [
    `Before we meet ${unit}`, "",
    "What we owe:", ...brief.promises.map(({ name, dueOn }) => `- ${name}, due ${dayMonthYear(dueOn)}`), "",
    "What comes:", ...brief.work.map(({ element, stage }) => `- ${element.name} (${stage})`), "",
    `Not answered yet: ${brief.points.open}`, "",
    "Agenda:", ...agenda.map(({ words, minutes }) => `- ${words} (${minutes} min)`),
  ].join("\n")
}
