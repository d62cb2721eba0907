/** Proves F4: progress of measures, goals and pillars, and the health that pace proposes. */
import { describe, expect, it } from "vitest"
import {
  directionProblem, goalHealth, goalProgress, measureExpected, measureProgress, pace, pillarProgress, type Measure,
} from "~/features/goals/goal-progress"

const measure = (baseline: number, target: number, now: number | null, parts: Partial<Measure> = {}): Measure => ({
  id: "m", isYesNo: false, baseline, target, direction: target < baseline ? "down" : "up",
  startsOn: "2026-01-01", targetOn: "2026-12-31",
  readings: now === null ? [] : [{ value: now, readOn: "2026-06-01" }], ...parts,
})

describe("measure progress", () => {
  it("works downwards and upwards", () => {
    expect(measureProgress(measure(8, 5, 6))).toBeCloseTo(0.667, 3)
    expect(measureProgress(measure(32, 45, 42))).toBeCloseTo(0.769, 3)
  })
  it("stays within 0 and 1, and is unknown without a reading", () => {
    expect(measureProgress(measure(8, 5, 9))).toBe(0)
    expect(measureProgress(measure(8, 5, 1))).toBe(1)
    expect(measureProgress(measure(8, 5, null))).toBeNull()
  })
  it("reads yes or no as 1 or 0", () => {
    expect(measureProgress(measure(0, 1, 1, { isYesNo: true }))).toBe(1)
    expect(measureProgress(measure(0, 1, 0, { isYesNo: true }))).toBe(0)
  })
  it("keeps it: 1 while the reading meets the target in its direction", () => {
    expect(measureProgress(measure(99, 99, 99.2, { direction: "up" }))).toBe(1)
    expect(measureProgress(measure(99, 99, 98.9, { direction: "up" }))).toBe(0)
    expect(measureProgress(measure(5, 5, 5, { direction: "down" }))).toBe(1)
    expect(measureProgress(measure(5, 5, 6, { direction: "down" }))).toBe(0)
  })
  it("takes the latest reading by date, of one day the last recorded", () => {
    const readings = [
      { value: 7, readOn: "2026-05-02", recordedOrder: 3 }, { value: 6, readOn: "2026-06-01", recordedOrder: 2 },
      { value: 8, readOn: "2026-06-01", recordedOrder: 1 },
    ]
    expect(measureProgress(measure(8, 5, null, { readings }))).toBeCloseTo(2 / 3, 12)
  })
  it("refuses a direction that disagrees with baseline and target", () => {
    expect(directionProblem(measure(8, 5, null, { direction: "up" }))).toContain("goes down")
    expect(directionProblem(measure(5, 8, null, { direction: "down" }))).toContain("goes up")
    expect(directionProblem(measure(5, 5, null, { direction: "down" }))).toBeNull()
    expect(directionProblem(measure(8, 5, null))).toBeNull()
  })
  it("expects the share of the time that has passed", () => {
    const spring = measure(0, 1, null, { startsOn: "2026-01-01", targetOn: "2026-01-11" })
    expect(["2025-12-31", "2026-01-01", "2026-01-06", "2026-01-11", "2027-01-01"].map((day) => measureExpected(spring, day)))
      .toEqual([0, 0, 0.5, 1, 1])
  })
})

describe("goal progress", () => {
  it("is the weighted mean over measures with a reading", () => {
    const result = goalProgress([measure(0, 10, 10, { weight: 3 }), measure(0, 10, 0), measure(0, 10, null)], "2027-01-01")
    expect(result).toEqual({ progress: 0.75, expected: 1, measured: 2, measures: 3 })
  })
  it("is not known without one, and an even mean when all weigh 0", () => {
    expect(goalProgress([measure(0, 1, null)], "2027-01-01").progress).toBeNull()
    expect(goalProgress([measure(0, 10, 10, { weight: 0 }), measure(0, 10, 0, { weight: 0 })], "2027-01-01").progress).toBe(0.5)
  })
  it("is a pillar's mean by weight over known goals", () => {
    const goal = (progress: number | null, weight: number) => ({ progress, expected: 0.5, measured: 1, measures: 1, weight })
    expect(pillarProgress([goal(1, 30), goal(0.5, 10), goal(null, 60)]).progress).toBe(0.875)
    expect(pillarProgress([]).progress).toBeNull()
  })
})

describe("goal health", () => {
  const state = (progress: number | null, expected: number | null, lacksWork = false) =>
    goalHealth({ progress, expected, lacksWork }).proposed
  it("reads .40 against .72 as pace .56, at risk", () => {
    expect(pace(0.4, 0.72)).toBeCloseTo(0.56, 2)
    expect(state(0.4, 0.72)).toBe("at risk")
  })
  it("holds its bounds", () => {
    expect([state(0.35, 0.5), state(0.349, 0.5), state(0.2, 0.5), state(0.199, 0.5)])
      .toEqual(["on track", "at risk", "at risk", "off track"])
  })
  it("knows done, not started, not known and no work", () => {
    expect([state(1, 0.2), state(1, 0), state(0.3, 0), state(null, null), state(0.9, 0.9, true)])
      .toEqual(["done", "done", "not started", "not known", "no work"])
  })
  it("shows the owner's choice and keeps the proposal", () => {
    const chosen = { state: "on track" as const, reason: "The supplier has caught up." }
    expect(goalHealth({ progress: 0.4, expected: 0.72, lacksWork: false, chosen }))
      .toEqual({ proposed: "at risk", shown: "on track", reason: "The supplier has caught up." })
  })
  it("follows other bands", () => {
    expect(goalHealth({ progress: 0.4, expected: 0.72, lacksWork: false, bands: { onTrack: 0.5, atRisk: 0.3 } }).shown).toBe("on track")
  })
})
