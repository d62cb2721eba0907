// F9, the fair-consultation gate: asked early enough, about open options, in plain words, for long enough, and answered.
import { daysBetween, type CalendarDate } from "~/core/calendar"

/** One conversation about the subject, as the gate sees it. */
export interface Held {
  /** the day it was opened, in the company's time zone; null: not opened */
  openedOn: CalendarDate | null
  /** null: still open */
  closedOn: CalendarDate | null
  /** the subject's stage when it was asked about; null for kinds without stages */
  stageWhenOpened: string | null
  options: number
  hasNothing: boolean
  /** plain summary, costs and effects; they cannot be filled in later */
  explained: boolean
}

export interface Points {
  all: number
  answered: number
}

export type FairnessPart = "early" | "options" | "explained" | "long enough" | "answered"

export interface FairnessCheck {
  part: FairnessPart
  holds: boolean
  /** what is so: "Open for 8 of 10 days" */
  words: string
  /** what would open it */
  help: string
}

const earlyStages: ReadonlySet<string> = new Set(["idea", "proposed", "draft", "in consultation"])

/**
 * F9 of product.md: one conversation must meet every part but the last; the last counts the points of all. Without any conversation each
 * part fails. `openDays` is the company's setting; days are calendar days.
 */
export function fairnessOf(asked: { held: readonly Held[]; points: Points; openDays: number; today: CalendarDate }): Fairness {
  return fairnessJudge(asked)(asked)
}

export interface Fairness {
  holds: boolean
  checks: FairnessCheck[]
}

/** Judges as `fairnessOf` does, many subjects one after another: a conversation about several of them is looked at once. */
export function fairnessJudge({ openDays, today }: { openDays: number; today: CalendarDate }): (asked: { held: readonly Held[]; points: Points }) => Fairness {
  const judged = new Map<Held | null, FairnessCheck[]>()
  const judge = (held: Held | null): FairnessCheck[] => {
    const known = judged.get(held) ?? partsOf(held, openDays, today)
    judged.set(held, known)
    return known
  }
  return ({ held, points }) => {
    let best: FairnessCheck[] | null = null
    for (const one of held) {
      if (one.openedOn === null) continue
      const checks = judge(one)
      if (best === null || holding(checks) > holding(best)) best = checks
    }
    const checks = [...(best ?? judge(null)), answered(points)]
    return { holds: checks.every(({ holds }) => holds), checks }
  }
}

function partsOf(held: Held | null, openDays: number, today: CalendarDate): FairnessCheck[] {
  const open = held?.openedOn ? Math.max(0, daysBetween(held.openedOn, held.closedOn !== null && held.closedOn < today ? held.closedOn : today)) : 0
  const early = held !== null && held.openedOn !== null && (held.stageWhenOpened === null || earlyStages.has(held.stageWhenOpened))
  const options = held !== null && held.options >= 2 && held.hasNothing
  return [
    { part: "early", holds: early, words: early ? "Asked while it was still open" : held ? "Asked after it was decided" : "Nobody was asked", help: "Open a conversation while it is an idea, a proposal or a draft." },
    { part: "options", holds: options, words: held ? `${held.options} ${held.options === 1 ? "option was" : "options were"} open${held.hasNothing ? "" : ", doing nothing not among them"}` : "No options were open", help: "Name at least two options before opening, doing nothing among them." },
    { part: "explained", holds: held?.explained ?? false, words: held?.explained ? "Plain summary with costs and effects" : "Summary, costs or effects are missing", help: "Write the summary, what it costs and what it changes before opening." },
    { part: "long enough", holds: open >= openDays, words: `Open for ${Math.min(open, openDays)} of ${openDays} days`, help: held?.openedOn ? `Complete after ${openDays} days, if it stays open.` : `Keep it open for ${openDays} days.` },
  ]
}

function answered({ all, answered: done }: Points): FairnessCheck {
  const words = all === 0 ? "No points were raised" : `${done} of ${all} ${all === 1 ? "point" : "points"} answered`
  return { part: "answered", holds: done >= all, words, help: "Answer every point before approval." }
}

function holding(checks: readonly FairnessCheck[]): number {
  return checks.filter(({ holds }) => holds).length
}
