// What a list of standards says in its own words: its statuses, its jobs, its dates, and the day it is of.
import { isCalendarDate, type CalendarDate } from "~/core/calendar"
import { RuleError } from "~/core/errors"
import { fold } from "~/core/fold"
import { standardLifecycles, standardLifecycleWords, standardStatuses, standardStatusWords, type StandardLifecycle, type StandardStatus } from "~/features/decisions/standard"

/** A status and a lifecycle, as they are written: "approved, strategic". */
export type Meaning = `${StandardStatus}, ${StandardLifecycle}`

/** What the words of others usually mean, folded; several of theirs may be one of ours. */
const usual: Readonly<Record<string, Meaning>> = {
  approved: "approved, strategic", "approved - preferred": "approved, strategic",
  "approved - maintain": "approved with constraints, tactical",
  exception: "approved with constraints, containment", "grandfathered exception": "approved with constraints, containment", "cto dispensation": "approved with constraints, containment",
  pilot: "approved with constraints, pilot",
  proposed: "unapproved, emerging", "not yet submitted": "unapproved, emerging",
  sunsetting: "divest, containment",
  denied: "prohibited, containment",
}

export const meanings: readonly Meaning[] = standardStatuses.flatMap((status) => standardLifecycles.map((lifecycle): Meaning => `${status}, ${lifecycle}`))

/** The meaning in the words of the screens. */
export function meaningInWords(meaning: Meaning): string {
  const { status, lifecycle } = partsOf(meaning)
  return `${standardStatusWords[status]}: ${standardLifecycleWords[lifecycle].toLowerCase()}`
}

/** Status and lifecycle of a meaning. */
export function partsOf(meaning: Meaning): { status: StandardStatus; lifecycle: StandardLifecycle } {
  const [status, lifecycle] = meaning.split(", ") as [StandardStatus, StandardLifecycle]
  return { status, lifecycle }
}

/** What a word means: as it was chosen for this file, else as usual; null for a word that nobody has explained. */
export function meaningOf(word: string, chosen: Readonly<Record<string, string>> = {}): Meaning | null {
  const key = fold(word)
  const said = chosen[key] ?? usual[key]
  return meanings.find((one) => one === said) ?? null
}

/** The jobs that a category names, parted by commas; none for a blank one or a mark such as "-" or "- Not Identified". */
export function jobsIn(category: string | null): string[] {
  const names = (category ?? "").split(",").map((name) => name.replace(/\s+/gu, " ").trim()).filter((name) => name !== "" && !/^[-–—]/u.test(name))
  return [...new Map(names.map((name) => [fold(name), name])).values()]
}

/** The last day of an approval: a day, or a month that counts to its end. A mark such as "-" is none; anything else is refused by name. */
export function lastDayIn(text: string | null): { day: CalendarDate | null } | { problem: string } {
  const said = (text ?? "").trim()
  if (said === "" || /^(?:[-–—?.]+|n\/?a|none|never|tbd)$/iu.test(said)) return { day: null }
  const month = /^(\d{4})-(\d{2})$/u.exec(said)
  const [year, number] = [Number(month?.[1]), Number(month?.[2])]
  if (month && number >= 1 && number <= 12) return { day: `${month[1]}-${month[2]}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}` }
  const day = said.slice(0, 10)
  if (isCalendarDate(day) && (said.length === 10 || /^.{10}[ T]/u.test(said))) return { day }
  return { problem: `“${said.length > 40 ? `${said.slice(0, 37)}...` : said}” is no day. Write it as 2026-11-30, or as 2026-11 for the whole month, or leave it blank.` }
}

/** The day that a list is of: as it was said, else as its name tells, else when the file was saved; a day that has not come is none. */
export function dayOfList(file: { name: string; said?: string; savedAt?: string }, today: CalendarDate): CalendarDate {
  const named = /(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/u.exec(file.name)
  const days = [file.said ?? "", named ? `${named[1]}-${named[2]}-${named[3]}` : "", (file.savedAt ?? "").slice(0, 10)]
  return days.find((day) => isCalendarDate(day) && day <= today) ?? today
}

/**
 * The words of a mapping file: JSON ({"Denied": "prohibited, containment"}) or one a line, the word, then "=" or a comma, then ours.
 * Refused with the line or word: what is no status and lifecycle of ours, a word twice with two meanings, and a file that says nothing.
 */
export function readMapping(text: string): Record<string, Meaning> {
  const pairs = text.trimStart().startsWith("{") ? pairsOfJson(text) : pairsOfLines(text)
  const mapping: Record<string, Meaning> = {}
  for (const [word, said] of pairs) {
    const plain = fold(said).replace(/\s*[,;:/]\s*/gu, ", ")
    const meaning = meanings.find((one) => one === plain || fold(meaningInWords(one)).replace(/\s*:\s*/gu, ", ") === plain)
    if (!meaning) throw new RuleError(`“${said}” for “${word}” is no status and lifecycle of ours, such as “approved, strategic”. Statuses: ${standardStatuses.join(", ")}. Lifecycles: ${standardLifecycles.join(", ")}.`)
    const key = fold(word)
    if (mapping[key] !== undefined && mapping[key] !== meaning) throw new RuleError(`“${word}” stands twice in the mapping, with two meanings.`)
    mapping[key] = meaning
  }
  if (pairs.length === 0) throw new RuleError("The mapping says nothing. Write one word a line, such as “Denied = prohibited, containment”.")
  return mapping
}

function pairsOfJson(text: string): [string, string][] {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    throw new RuleError("The mapping begins like JSON and cannot be read as such.")
  }
  return Object.entries(read as Record<string, unknown>).map(([word, said]) => [word, String(said)])
}

function pairsOfLines(text: string): [string, string][] {
  const lines = text.replace(/^\uFEFF/u, "").split(/\r?\n/u).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"))
  return lines.map((line) => {
    const at = line.includes("=") ? line.indexOf("=") : line.indexOf(",")
    if (at < 1) throw new RuleError(`“${line}” does not say what the word means. Write it as “Denied = prohibited, containment”.`)
    const bare = (part: string) => part.trim().replace(/^"(.*)"$/su, "$1")
    return [bare(line.slice(0, at)), bare(line.slice(at + 1))]
  })
}
