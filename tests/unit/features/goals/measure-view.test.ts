// What the card of a measure says: how old its last reading is, where readings are missing, and how it compares.

import { describe, expect, it } from "vitest"
import { changeWords, linePoints, measureView, valueWords, wayWords } from "~/features/goals/measure-view"

const measure = {
  id: "m", position: 1, version: 1, name: "Time per order", isYesNo: false, unit: "min", direction: "down" as const, baseline: "10", target: "8",
  startsOn: "2026-01-01", targetOn: "2027-01-01", weight: 1, readEveryDays: 30, source: "",
}
const reading = (readOn: string, value: string) => ({ id: readOn, readOn, value, note: "", version: 1, recordedBy: null })

function shown(readings: [string, string][], over: Partial<typeof measure> = {}, today = "2026-07-02") {
  return measureView({ ...measure, ...over, readings: readings.map(([on, value]) => reading(on, value)) }, today)
}

describe("a measure", () => {
  it("knows how far it is and where it should be", () => {
    expect(shown([["2026-06-30", "9.2"]])).toMatchObject({ daysOld: 2, late: false })
    expect(shown([["2026-06-30", "9.2"]]).progress).toBeCloseTo(0.4)
    expect(shown([]).progress).toBeNull()
  })

  it.each([[45, false], [46, true]])("is late after one and a half periods: %i days", (days, late) => {
    const today = new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)
    expect(shown([["2026-01-01", "10"]], {}, today).late).toBe(late)
  })

  it("breaks its line where a reading is missing and draws none as zero", () => {
    const points = linePoints(shown([["2026-01-01", "10"], ["2026-02-01", "9.9"], ["2026-04-02", "9.5"]]))
    expect(points.map(({ value }) => value)).toEqual([10, 9.9, null, 9.5])
  })

  it("writes its way and its values in words", () => {
    expect(wayWords(shown([["2026-06-30", "9.2"]]))).toEqual({ from: "10", now: "9.2", target: "8 min" })
    expect(wayWords(shown([], { isYesNo: true }))).toEqual({ from: "No", now: "not known yet", target: "Yes" })
    expect(valueWords({ isYesNo: false, unit: "k€" }, "1840")).toBe("1,840 k€")
    expect(valueWords({ isYesNo: true, unit: "" }, "0")).toBe("Not yet")
  })

  it.each([
    [[["2026-01-01", "10"], ["2026-06-01", "9.2"]], "min", "8 % less than in Jan 2026"],
    [[["2026-01-01", "30"], ["2026-06-01", "21"]], "%", "9 points less than in Jan 2026"],
    [[["2026-01-01", "7"], ["2026-06-01", "7"]], "min", "as in Jan 2026"],
    [[["2026-01-01", "0"], ["2026-06-01", "3"]], "shops", "3 more than in Jan 2026"],
  ] as [[string, string][], string, string][])("compares the newest reading with the first", (readings, unit, words) => {
    expect(changeWords(shown(readings, { unit }))).toBe(words)
  })

  it("compares nothing with one reading", () => {
    expect(changeWords(shown([["2026-01-01", "10"]]))).toBeNull()
  })
})
