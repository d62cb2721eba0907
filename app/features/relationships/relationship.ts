// F21: how close IT and a unit are as each side sees it, the statements that decide it, and how the two views read side by side.
import type { Snapshot } from "~/core/change"
import { RuleError } from "~/core/errors"

export const sides = ["it", "business"] as const
export type Side = (typeof sides)[number]
export type Level = 1 | 2 | 3 | 4 | 5

export interface LevelWords {
  level: Level
  name: string
  /** what it is like, in the unit's words */
  means: string
  /** after "We think" and after "<unit> says" */
  weThink: (unit: string) => string
  theySay: string
}

export const levels: readonly LevelWords[] = [
  { level: 1, name: "Ad hoc", means: "We meet when something breaks", weThink: (unit) => `we only meet ${unit} when something breaks`, theySay: "we only meet when something breaks" },
  { level: 2, name: "Order taker", means: "IT does what we ask", weThink: (unit) => `we only take orders from ${unit}`, theySay: "we only take orders" },
  { level: 3, name: "Service provider", means: "IT keeps its promises", weThink: (unit) => `we keep our promises to ${unit}`, theySay: "we keep our promises" },
  { level: 4, name: "Trusted advisor", means: "IT helps us choose", weThink: (unit) => `we help ${unit} choose`, theySay: "we help them choose" },
  { level: 5, name: "Strategic partner", means: "We plan together", weThink: (unit) => `we and ${unit} plan together`, theySay: "we plan together" },
]

export interface Statement {
  key: string
  level: Exclude<Level, 1>
  text: string
}

/** What must be true for a level, in the unit's words; the keys are stored and never change their meaning. */
export const statements: readonly Statement[] = [
  { key: "2-whom", level: 2, text: "We know whom to ask in IT, and they answer" },
  { key: "2-done", level: 2, text: "IT does what we ask it to do" },
  { key: "2-told", level: 2, text: "IT tells us what became of each request" },
  { key: "3-dates", level: 3, text: "IT promises dates and tells us when one slips" },
  { key: "3-vital", level: 3, text: "IT knows which service we cannot work without" },
  { key: "3-kept", level: 3, text: "IT keeps the promises it makes to us" },
  { key: "4-why", level: 4, text: "IT asks what we want to achieve before it offers a tool" },
  { key: "4-plain", level: 4, text: "IT tells us when a simpler or cheaper way would do" },
  { key: "4-before", level: 4, text: "We ask IT before we choose, and not after" },
  { key: "5-plan", level: 5, text: "We set goals and plan the year together" },
  { key: "5-answer", level: 5, text: "We answer for the result together, each for more than their part" },
  { key: "5-early", level: 5, text: "We tell each other early what goes wrong, and nobody is blamed" },
]

/** One side's view: the keys of the statements that hold for it, and what it added to some. */
export interface View {
  holds: readonly string[]
  added: Readonly<Record<string, string>>
}

/**
 * F21, one side: the highest level of which every statement up to it holds; level 1 holds without statements. Null, not known, for a side
 * that said nothing or ticked nothing.
 */
export function levelOf(view: Pick<View, "holds"> | null): Level | null {
  const held = new Set((view?.holds ?? []).filter((key) => statements.some((one) => one.key === key)))
  if (held.size === 0) return null
  let reached: Level = 1
  for (const { level } of levels) {
    if (!statements.filter((one) => one.level === level).every(({ key }) => held.has(key))) break
    reached = level
  }
  return reached
}

/** F21, both sides: how many levels they lie apart; null while one is not known. */
export function gapOf(business: Level | null, it: Level | null): number | null {
  return business === null || it === null ? null : Math.abs(business - it)
}

/** The level whose statements decide what comes next: the one above the lower view; null when both stand on top or nobody has said. */
export function decidingLevel(business: Level | null, it: Level | null): Level | null {
  const known = [business, it].filter((level) => level !== null)
  if (known.length === 0) return 2
  return levels.find(({ level }) => level === Math.min(...known) + 1)?.level ?? null
}

/** The title of a relationship: what each side thinks of it, in two sentences. */
export function relationshipTitle(unit: string, business: Level | null, it: Level | null): string {
  const [ours, theirs] = [levels.find(({ level }) => level === it), levels.find(({ level }) => level === business)]
  if (!ours && !theirs) return `Nobody has said yet how close we and ${unit} are.`
  if (!ours) return `${unit} says ${theirs?.theySay}. We have not said yet.`
  if (!theirs) return `We think ${ours.weThink(unit)}. ${unit} has not said yet.`
  if (ours === theirs) return `${unit} and we agree: ${ours.theySay.replace("help them", "help")}.`
  return `We think ${ours.weThink(unit)}. ${unit} says ${theirs.theySay}.`
}

const counts = ["no", "one", "two", "three", "four"]

/** "one level apart": the gap in words. */
export function gapInWords(gap: number | null): string {
  if (gap === null) return "Not known"
  if (gap === 0) return "Both see the same"
  return `${counts[gap] ?? gap} ${gap === 1 ? "level" : "levels"} apart`
}

/** What a side says, checked: known statements once each, and remarks on statements alone. */
export function checkView(view: View): View {
  const known = new Set(statements.map(({ key }) => key))
  const unknown = [...view.holds, ...Object.keys(view.added)].find((key) => !known.has(key))
  if (unknown !== undefined) throw new RuleError("One of the statements is not known here. Reload the page and tick again.", { field: "holds" })
  const holds = statements.map(({ key }) => key).filter((key) => view.holds.includes(key))
  const added = Object.fromEntries(Object.entries(view.added).map(([key, words]) => [key, words.trim()]).filter(([, words]) => words !== ""))
  return { holds, added }
}

/** "2 of 5 relationships are seen differently by the two sides." */
export function relationshipsTitle(rows: readonly { gap: number | null }[]): string {
  const known = rows.filter(({ gap }) => gap !== null)
  const apart = known.filter(({ gap }) => gap !== 0).length
  if (rows.length === 0) return "There is no unit yet."
  if (known.length === 0) return "Of no unit do we know how both sides see it."
  if (apart === 0) return known.length === 1 ? "In the one relationship that is known, both sides see the same." : `In all ${known.length} relationships that are known, both sides see the same.`
  if (known.length === 1) return "The one relationship that is known is seen differently by the two sides."
  return `${apart} of ${known.length} relationships are seen differently by the two sides.`
}

export interface RelationshipFields {
  itPersonId: string | null
  businessPersonId: string | null
  sharedVision: string
  itExpects: string
  businessExpects: string
  measures: string
  reviewEveryDays: number
  nextReviewOn: string | null
}

export const blankRelationship: RelationshipFields = {
  itPersonId: null, businessPersonId: null, sharedVision: "", itExpects: "", businessExpects: "", measures: "", reviewEveryDays: 90, nextReviewOn: null,
}

/** Refuses a cadence of less than a week or more than three years. */
export function checkRelationship(fields: RelationshipFields): RelationshipFields {
  if (!Number.isInteger(fields.reviewEveryDays) || fields.reviewEveryDays < 7 || fields.reviewEveryDays > 1100)
    throw new RuleError("Reviews come every 7 to 1100 days.", { field: "reviewEveryDays" })
  return fields
}

export function relationshipSnapshot(fields: RelationshipFields): Snapshot {
  const { itPersonId, businessPersonId, sharedVision, itExpects, businessExpects, measures, reviewEveryDays, nextReviewOn } = fields
  return { itPersonId, businessPersonId, sharedVision, itExpects, businessExpects, measures, reviewEveryDays, nextReviewOn }
}

/** A view as its history keeps it: the statements in words, and the remarks as text that can be forgotten. */
export function viewSnapshot(side: Side, view: View): Snapshot {
  const textOf = (key: string) => statements.find((one) => one.key === key)?.text ?? key
  return { side, holds: view.holds.map(textOf), added: Object.entries(view.added).map(([key, words]) => `${textOf(key)}: ${words}`).join("\n") }
}

/** The sentence below the title: how far both lie apart, and what is late. */
export function relationshipLede(gap: number | null, late: number): string {
  const apart = gap === null ? "How far the two sides lie apart is not known." : gap === 0 ? "Both sides see the same." : `The two sides are ${gapInWords(gap)}.`
  return late === 0 ? apart : `${apart} ${late === 1 ? "One promise is" : `${late} promises are`} late.`
}

/** One view of the past as a line: who said it, when, and which level that was. */
export function viewLine(view: Pick<View, "holds"> & { id: string; side: Side; by: string | null }, unit: string, on: string) {
  const level = levelOf(view)
  const words = levels.find((one) => one.level === level)
  return { id: view.id, side: view.side === "it" ? "IT" : unit, on, by: view.by ?? "the operator", level: words ? `${words.level}. ${words.name}` : "nothing ticked" }
}
