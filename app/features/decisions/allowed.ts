// Whether a product may be used for a job: one plain answer from how it stands there, and from what the asker was given for a while.
import { dayMonthYear, type CalendarDate } from "~/core/calendar"
import { fold } from "~/core/fold"
import { slipsBetween, slipsForgiven, wordsOf } from "~/features/elements/slips"
import type { StandardLifecycle, StandardStatus } from "./standard"

/** How a product stands in one job today. */
export interface StandingNow {
  status: StandardStatus
  lifecycle: StandardLifecycle
  conditions: string
  approvalExpiresOn: CalendarDate | null
}

export type Answer =
  | { word: "yes"; until: CalendarDate | null; /** only for whoever asks, as an exception */ granted: boolean }
  | { word: "if"; conditions: readonly string[] }
  | { word: "no"; /** the product to use in its place */ instead: string | null }
  | { word: "not known"; /** what was allowed until that day */ endedOn: CalendarDate | null }

const closedLifecycles: readonly StandardLifecycle[] = ["containment", "retirement"]
const closedStatuses: readonly StandardStatus[] = ["prohibited", "divest", "unapproved"]
const trying: Partial<Record<StandardLifecycle, string>> = {
  emerging: "you take part in trying it out: it is only just being looked at", "proof of concept": "you take part in trying it out", pilot: "you take part in the pilot",
}

/**
 * The first that fits (product.md, “Allowed?”): something granted to the asker that still runs; what is closed, with what to use
 * instead; what is tried out or has conditions; what is approved and has not expired. Else it is not known yet. An approval with
 * conditions that has expired has its renewal as the first condition.
 */
export function allowed(standing: StandingNow | null, asked: { today: CalendarDate; grantedUntil: CalendarDate | null; instead: string | null }): Answer {
  const { today, grantedUntil, instead } = asked
  if (grantedUntil !== null && grantedUntil >= today) return { word: "yes", until: grantedUntil, granted: true }
  if (standing === null) return { word: "not known", endedOn: null }
  const { status, lifecycle, approvalExpiresOn } = standing
  if (closedStatuses.includes(status) || closedLifecycles.includes(lifecycle)) return { word: "no", instead }
  const expired = approvalExpiresOn !== null && approvalExpiresOn < today
  const tried = trying[lifecycle]
  if (tried !== undefined || status === "approved with constraints") {
    const renewed = expired ? [`its approval is renewed: it ended on ${dayMonthYear(approvalExpiresOn)}`] : []
    const said = standing.conditions.trim()
    const given = said === "" ? (tried === undefined ? ["you keep it to what it is used for today"] : []) : [asClause(said)]
    return { word: "if", conditions: [...renewed, ...(tried === undefined ? [] : [tried]), ...given] }
  }
  return expired ? { word: "not known", endedOn: approvalExpiresOn } : { word: "yes", until: approvalExpiresOn, granted: false }
}

/** Conditions are written as sentences; an abbreviation at their beginning stays as it is. */
function asClause(sentence: string): string {
  return sentence.replace(/[.\s]+$/u, "").replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase())
}

/** The answer in one sentence, as a heading. */
export function answerSentence(answer: Answer): string {
  switch (answer.word) {
    case "yes": return answer.until === null ? "Yes." : answer.granted ? `Yes, you may until ${dayMonthYear(answer.until)}.` : `Yes, until ${dayMonthYear(answer.until)}.`
    case "if": return `Yes, if ${answer.conditions.join(", and ")}.`
    case "no": return answer.instead === null ? "No, and nothing is chosen yet." : `No. Use ${answer.instead} instead.`
    case "not known": return answer.endedOn === null ? "Not known yet." : `Not known yet: what was allowed ended on ${dayMonthYear(answer.endedOn)}.`
  }
}

/** The answer in a word or two, beside the name of the product. */
export function answerShort(answer: Answer): string {
  return answer.word === "no" && answer.instead !== null ? `no, use ${answer.instead}` : { yes: "yes", if: "yes, with conditions", no: "no", "not known": "not known yet" }[answer.word]
}

/** What to use in place of something closed: what is approved and our choice first, then what is approved longest. Refuses nothing; null without any. */
export function useInstead(rivals: readonly (StandingNow & { applicationId: string; name: string })[], asked: { applicationId: string; today: CalendarDate }): { applicationId: string; name: string } | null {
  const fits = rivals.filter((one) => one.applicationId !== asked.applicationId && one.status === "approved" && !closedLifecycles.includes(one.lifecycle)
    && trying[one.lifecycle] === undefined && (one.approvalExpiresOn === null || one.approvalExpiresOn >= asked.today))
  const last = "9999-12-31"
  const [best] = [...fits].sort((a, b) =>
    Number(b.lifecycle === "strategic") - Number(a.lifecycle === "strategic") || compare(b.approvalExpiresOn ?? last, a.approvalExpiresOn ?? last) || compare(a.name, b.name))
  return best === undefined ? null : { applicationId: best.applicationId, name: best.name }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const words: readonly Answer["word"][] = ["yes", "if", "not known", "no"]

/** Orders products for what was typed: the very name first; then, among names that contain it, what may be used before what may not; the rest as found. */
export function bestFirst<Found extends { product: { name: string }; answers: readonly { answer: Answer }[] }>(typed: string, found: readonly Found[]): Found[] {
  const wanted = fold(typed)
  const rank = ({ product, answers }: Found) => {
    const name = fold(product.name)
    if (name === wanted) return -1
    return name.includes(wanted) ? Math.min(...answers.map(({ answer }) => words.indexOf(answer.word))) : words.length
  }
  return [...found].sort((a, b) => rank(a) - rank(b))
}

/**
 * Whether a product may be what was meant: every word typed is in its name, or every word of its name was typed, with two slips forgiven
 * in each. Anything else found is a suggestion and no answer.
 */
export function isMeant(typed: string, name: string): boolean {
  const [said, called] = [wordsOf(fold(typed)), wordsOf(fold(name))]
  const near = (word: string, other: string) => {
    const { start, part } = slipsBetween(word, other)
    return Math.min(start, part) <= slipsForgiven(word)
  }
  const within = (some: readonly string[], all: readonly string[]) => some.length > 0 && some.every((word) => all.some((other) => near(word, other)))
  return within(said, called) || within(called, said)
}
