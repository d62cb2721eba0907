// A goal's place and fields: three levels, no circle, a reason for a status of one's own.

import { describe, expect, it } from "vitest"
import { checkGoal, checkGoalPlace, checkMove, levelAt, newGoalFields } from "~/features/goals/goal"
import { checkMeasure, checkReading, plain, type MeasureFields } from "~/features/goals/measure"

describe("a move", () => {
  const parents = new Map<string, string | null>([["pillar", null], ["goal", "pillar"], ["objective", "goal"], ["other", null], ["wide", null], ["below", "wide"]])
  it("stays within three levels, counting what hangs below", () => {
    expect(() => checkMove("other", "goal", parents)).not.toThrow()
    expect(() => checkMove("other", "objective", parents)).toThrow("three levels")
    expect(() => checkMove("wide", "goal", parents)).toThrow("three levels")
    expect(() => checkMove("wide", "pillar", parents)).not.toThrow()
  })
  it("never goes below itself", () => {
    expect(() => checkMove("pillar", "objective", parents)).toThrow("below it")
    expect(() => checkMove("goal", "goal", parents)).toThrow("below it")
  })
  it("may always go to the top", () => expect(() => checkMove("goal", null, parents)).not.toThrow())
})

it("is put below a goal that is there and not archived", () => {
  const tree = new Map([["live", { id: "live", parentId: null, archived: false }], ["gone", { id: "gone", parentId: null, archived: true }]])
  expect(() => checkGoalPlace(null, "live", tree)).not.toThrow()
  expect(() => checkGoalPlace(null, null, tree)).not.toThrow()
  expect(() => checkGoalPlace(null, "gone", tree)).toThrow("is archived")
  expect(() => checkGoalPlace("live", "nothing of ours", tree)).toThrow("is not here")
})

it("names the level by its depth", () => {
  expect([0, 1, 2].map(levelAt)).toEqual(["pillar", "goal", "objective"])
  expect(() => levelAt(3)).toThrow("three levels")
})

it("refuses half a weight, a negative one, and a status without its reason", () => {
  const goal = { ...newGoalFields, name: "Goal" }
  expect(() => checkGoal({ ...goal, weight: 1.5 })).toThrow("whole number")
  expect(() => checkGoal({ ...goal, weight: -1 })).toThrow("whole number")
  expect(() => checkGoal({ ...goal, healthSet: "at risk", healthReason: " " })).toThrow("why")
  expect(checkGoal({ ...goal, weight: 0 }).weight).toBe(0)
})

describe("a measure", () => {
  const measure: MeasureFields = { name: "Time", isYesNo: false, unit: "min", direction: "down", baseline: "10", target: "8", startsOn: "2026-01-01", targetOn: "2027-03-31", weight: 1, readEveryDays: 30, source: "" }
  it("goes the way its numbers go", () => {
    expect(checkMeasure(measure)).toEqual(measure)
    expect(() => checkMeasure({ ...measure, direction: "up" })).toThrow("goes down")
    expect(checkMeasure({ ...measure, direction: "up", target: "10" }).target).toBe("10")
  })
  it("has a starting point and ends after it starts", () => {
    expect(() => checkMeasure({ ...measure, baseline: null })).toThrow("at the start")
    expect(() => checkMeasure({ ...measure, targetOn: "2026-01-01" })).toThrow("after the starting date")
  })
  it("needs nothing but yes or no when it is one", () => {
    const yesNo = checkMeasure({ ...measure, isYesNo: true, baseline: "3" })
    expect(yesNo).toMatchObject({ baseline: null, target: "1", direction: "up", unit: "" })
    expect(() => checkReading(yesNo, { value: "0.5", readOn: "2026-02-01" }, "2026-02-01")).toThrow("yes or no")
  })
  it("is not read in the future", () => {
    expect(() => checkReading(measure, { value: "9", readOn: "2026-02-02" }, "2026-02-01")).toThrow("future")
  })
})

it("shows a decimal without the zeros the database adds", () => {
  expect(["8.5000", "10.0000", "100", "0.0500", "-3.0000"].map((one) => plain(one))).toEqual(["8.5", "10", "100", "0.05", "-3"])
})
