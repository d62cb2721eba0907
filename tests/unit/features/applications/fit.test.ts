// F5: the mean of the last twelve months' questionnaires, the line at 2.5, where an application belongs and where the plan differs.

import { describe, expect, it } from "vitest"
import { checkFitAnswer, fitCountsFrom, fitOf, isMismatch, placementOf, type FitAnswerFields, type FitSide } from "~/features/applications/fit"

const today = "2026-11-22"
const answer = (side: FitSide, scores: readonly [number, number, number, number], answeredOn = "2026-10-01"): FitAnswerFields => ({
  applicationId: "a", respondentId: "p", side, answeredOn, answerA: scores[0], answerB: scores[1], answerC: scores[2], answerD: scores[3],
})

it.each([
  [3, 2, "migrate"], [3, 3, "invest"], [2, 3, "tolerate"], [2, 2, "eliminate"], [2.5, 2.5, "invest"], [2.49, 2.5, "tolerate"], [2.5, 2.49, "migrate"],
  [null, 4, "not assessed"], [4, null, "not assessed"], [null, null, "not assessed"],
] as const)("functional %s and technical %s: %s", (functional, technical, placement) => {
  expect(placementOf({ functional, technical })).toBe(placement)
})

describe("the mean of a side", () => {
  it("counts the questionnaires of the last twelve months, each with all its questions", () => {
    expect(fitOf([answer("functional", [4, 3, 3, 4]), answer("functional", [2, 2, 2, 2], "2025-11-22"), answer("functional", [1, 1, 1, 1], "2025-11-21")], today)).toEqual({ functional: 2.75, technical: null })
  })
  it("is not known without one, and does not look ahead", () => {
    expect(fitOf([], today)).toEqual({ functional: null, technical: null })
    expect(fitOf([answer("technical", [4, 4, 4, 4], "2026-11-23")], today)).toEqual({ functional: null, technical: null })
  })
  it("begins a year ago, also from a leap day", () => {
    expect(fitCountsFrom("2028-02-29")).toBe("2027-02-28")
    expect(fitCountsFrom(today)).toBe("2025-11-22")
  })
})

it("differs from the plan only where both are known", () => {
  expect(isMismatch("invest", "migrate")).toBe(true)
  expect(isMismatch("migrate", "migrate")).toBe(false)
  expect(isMismatch(null, "eliminate")).toBe(false)
  expect(isMismatch("invest", "not assessed")).toBe(false)
})

it.each([
  [answer("functional", [0, 3, 3, 3]), "answerA"], [answer("functional", [3, 5, 3, 3]), "answerB"], [answer("technical", [3, 3, 2.5, 3]), "answerC"],
  [answer("technical", [3, 3, 3, 3], "2026-11-23"), "answeredOn"],
])("refuses an answer outside the four, or of a day to come, at its field", (given, field) => {
  expect(() => checkFitAnswer(given, today)).toThrow(expect.objectContaining({ field }))
})
