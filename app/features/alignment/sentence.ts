/** Owns the computed sentences over the map and the lists: what is aligned and what is not, in plain words. */
import { shortMoney, toCents } from "~/core/money"
import { countGap } from "~/features/alignment/gaps"
import type { Figures } from "~/features/alignment/figures"

export interface SentenceOptions {
  currency: string
  /** Label of the chosen financial year, "2026-27"; null when all years are added. */
  yearLabel?: string | null
}

/** Gives the title of the map: goals with and without work under way, and work that serves no goal. Clauses that count nothing are left out. */
export function mapTitle(figures: Figures): string {
  const { goals, goalsServed, initiatives } = figures.counts
  const lost = figures.gaps.workWithoutGoal.length
  if (goals === 0) {
    if (initiatives === 0) return "No goal is active yet, and no work is open."
    return `No goal is active yet, so ${amount(initiatives, "open initiative")} ${initiatives === 1 ? "serves" : "serve"} none.`
  }
  const bare = goals - goalsServed
  if (bare === 0) {
    const all = goals === 1 ? "The one goal has work under way" : goals === 2 ? "Both goals have work under way" : `All ${goals} goals have work under way`
    if (lost > 0) return `${all}, but ${lostWork(lost)}.`
    return `${all}, and every open initiative serves a goal.`
  }
  const first = goalsServed === 0
    ? goals === 1 ? "The one goal has no work under way" : `None of the ${goals} goals has work under way`
    : `${goalsServed} of ${goals} goals ${goalsServed === 1 ? "has" : "have"} work under way`
  if (goalsServed === 0) return lost > 0 ? `${first}, and ${lostWork(lost)}.` : `${first}.`
  const none = `${amount(bare, "goal")} ${bare === 1 ? "has" : "have"} none`
  if (lost > 0) return `${first}. ${none}, and ${lostWork(lost)}.`
  return `${first}. ${none}; every open initiative serves a goal.`
}

/** Gives the sentences below the title, each only when it has something to say: money of unlinked work, work without a budget, services without a path. */
export function mapSubSentences(figures: Figures, options: SentenceOptions): string[] {
  const sentences: string[] = []
  const when = yearWords(options)
  const { money } = figures.sayDo.unaligned
  if (toCents(money) > 0n) sentences.push(`Work worth ${shortMoney(money, options.currency)}${when} is not linked to any goal.`)
  const unknown = figures.withoutBudget.length
  if (unknown > 0) sentences.push(`${count(unknown)} active ${noun(unknown, "initiative")} ${unknown === 1 ? "has" : "have"} no budget${when}.`)
  const services = figures.gaps.servicesWithoutPath.length
  if (services > 0) sentences.push(`${count(services)} ${noun(services, "service")} ${services === 1 ? "has" : "have"} no path to a goal.`)
  return sentences
}

/** Gives the sentence on money and words: what runs and how much of it serves a goal; says so when nothing is known. */
export function moneySentence(figures: Figures, options: SentenceOptions): string {
  const { total } = figures.spend
  const when = yearWords(options)
  if (figures.spendCoverage === null) return `No active work has a budget${when} yet.`
  return `Work worth ${shortMoney(total, options.currency)} is under way${when}; ${percent(figures.spendCoverage)} of it serves a goal.`
}

/** Gives F3 in words: how much of the money would have to move for it to follow the weights. */
export function sayDoSentence(figures: Figures): string {
  if (figures.sayDoGap === null) return "Whether money follows words is not known yet."
  const moved = Math.round(figures.sayDoGap)
  if (moved === 0) return "The money follows what we say matters."
  return `${moved} of every 100 spent would have to move for the money to follow what we say matters.`
}

/** Gives the title of the list of goals. */
export function goalsTitle(figures: Figures): string {
  const { goals, goalsServed } = figures.counts
  if (goals === 0) return "No goal is active yet."
  const bare = countGap(figures.gaps.goalsWithoutWork).open
  const accepted = countGap(figures.gaps.goalsWithoutWork).accepted
  const first = `${goalsServed} of ${amount(goals, "goal")} ${goals === 1 || goalsServed === 1 ? "has" : "have"} work under way`
  if (bare === 0 && accepted === 0) return goals === 1 ? "The one goal has work under way." : `All ${goals} goals have work under way.`
  const rest = [
    ...(bare > 0 ? [`${bare} ${bare === 1 ? "needs" : "need"} an answer`] : []),
    ...(accepted > 0 ? [`${accepted} ${accepted === 1 ? "is" : "are"} left without work on purpose`] : []),
  ]
  return `${first}; ${rest.join(", ")}.`
}

/** Gives the title of the list of initiatives. */
export function initiativesTitle(figures: Figures): string {
  const { initiatives, activeInitiatives } = figures.counts
  if (initiatives === 0) return "No work is open."
  const lost = figures.gaps.workWithoutGoal.length
  const first = `${amount(initiatives, "initiative")} ${initiatives === 1 ? "is" : "are"} open, ${activeInitiatives} of them under way`
  return lost === 0 ? `${first}; every one serves a goal.` : `${first}; ${lost} ${lost === 1 ? "serves" : "serve"} no goal.`
}

/** Writes a share as whole per cent; n/a when there is none. 0 % and 100 % are said only when they are exact. */
export function percent(share: number | null): string {
  if (share === null) return "n/a"
  const rounded = Math.round(share * 100)
  if (rounded === 0 && share > 0) return "under 1 %"
  if (rounded === 100 && share < 1 - 1e-9) return "99 %"
  return `${rounded} %`
}

/** Writes a number with its noun: "1 goal", "3 goals". */
export function amount(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`
}

function lostWork(lost: number): string {
  return `${amount(lost, "initiative")} ${lost === 1 ? "serves" : "serve"} no goal`
}

function noun(number: number, singular: string): string {
  return number === 1 ? singular : `${singular}s`
}

function yearWords(options: SentenceOptions): string {
  const label = options.yearLabel ?? null
  return label === null ? "" : ` in ${label}`
}

// A sentence opens with a word up to twelve and with figures above.
function count(number: number): string {
  return words[number] ?? String(number)
}

const words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"]
