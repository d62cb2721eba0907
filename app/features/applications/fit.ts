// How well an application fits: two short questionnaires, their means, and where the product belongs (F5).
import type { CalendarDate } from "~/core/calendar"
import { RuleError } from "~/core/errors"
import type { Snapshot } from "~/core/change"

export const fitSides = ["functional", "technical"] as const
export type FitSide = (typeof fitSides)[number]
export const fitSideWords: Record<FitSide, string> = { functional: "Does the job", technical: "Runs well" }

/** The letters under which the four answers of a questionnaire are kept. */
export const answerKeys = ["answerA", "answerB", "answerC", "answerD"] as const
export type AnswerKey = (typeof answerKeys)[number]
export const fitQuestions: Record<FitSide, Record<AnswerKey, string>> = {
  functional: {
    answerA: "It does what the job needs.",
    answerB: "It is easy to use.",
    answerC: "It saves time, without detours or second lists.",
    answerD: "What it shows can be relied on.",
  },
  technical: {
    answerA: "It runs without failing.",
    answerB: "It is safe and kept up to date.",
    answerC: "It works together with our other tools.",
    answerD: "We can look after it, with people who know it.",
  },
}
export const fitAnswerWords: Record<number, string> = { 1: "No", 2: "Partly", 3: "Mostly", 4: "Yes" }

export interface FitAnswerFields extends Record<AnswerKey, number> {
  applicationId: string
  side: FitSide
  respondentId: string
  answeredOn: CalendarDate
}

export function fitAnswerSnapshot({ applicationId, side, respondentId, answeredOn, answerA, answerB, answerC, answerD }: FitAnswerFields): Snapshot {
  return { applicationId, side, respondentId, answeredOn, answerA, answerB, answerC, answerD }
}

/** Gives the answers back; refused with its field where one is not 1 to 4, or where they were given after today. */
export function checkFitAnswer(answer: FitAnswerFields, today: CalendarDate): FitAnswerFields {
  for (const key of answerKeys)
    if (!Number.isInteger(answer[key]) || answer[key] < 1 || answer[key] > 4) throw new RuleError("Choose one of the four answers.", { field: key })
  if (answer.answeredOn > today) throw new RuleError("That day is still to come. Say when it was answered.", { field: "answeredOn" })
  return answer
}

/** From this mean on, a side is high (F5). */
export const highFit = 2.5

/** The first day whose questionnaires count today: twelve months ago. 29 February becomes the 28th. */
export function fitCountsFrom(today: CalendarDate): CalendarDate {
  const day = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  return day.endsWith("-02-29") ? `${day.slice(0, 8)}28` : day
}

export interface Fit {
  functional: number | null
  technical: number | null
}

/** The mean of each side over the questionnaires of the last 12 months, 1 to 4; null where a side has none. */
export function fitOf(answers: readonly FitAnswerFields[], today: CalendarDate): Fit {
  const from = fitCountsFrom(today)
  const mean = (side: FitSide) => {
    const given = answers.filter((answer) => answer.side === side && answer.answeredOn >= from && answer.answeredOn <= today)
    const sum = given.reduce((all, answer) => all + answerKeys.reduce((total, key) => total + answer[key], 0), 0)
    return given.length === 0 ? null : sum / (given.length * answerKeys.length)
  }
  return { functional: mean("functional"), technical: mean("technical") }
}

export const plannedPlacements = ["invest", "tolerate", "migrate", "eliminate"] as const
export type PlannedPlacement = (typeof plannedPlacements)[number]
export const placements = [...plannedPlacements, "not assessed"] as const
export type Placement = (typeof placements)[number]
export const placementWords: Record<Placement, string> = {
  invest: "Invest in it", tolerate: "Leave it as it is", migrate: "Move it to better ground", eliminate: "Switch it off", "not assessed": "Not assessed",
}

/** F5: both sides high: invest; only technical: tolerate; only functional: migrate; neither: eliminate; one missing: not assessed. */
export function placementOf({ functional, technical }: Fit): Placement {
  if (functional === null || technical === null) return "not assessed"
  if (functional >= highFit) return technical >= highFit ? "invest" : "migrate"
  return technical >= highFit ? "tolerate" : "eliminate"
}

/** Whether what is planned is another placement than the recommended one; nothing planned or nothing assessed is no mismatch. */
export function isMismatch(planned: PlannedPlacement | null, recommended: Placement): boolean {
  return planned !== null && recommended !== "not assessed" && planned !== recommended
}
