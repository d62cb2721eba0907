/** Proves calendar dates and financial years. */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  addDays, compareDates, dayMonthYear, daysBetween, financialYearLabel, financialYearOf, financialYearSpan,
  isCalendarDate, monthYear, shareOfTimePassed,
} from "~/core/calendar"

describe("calendar", () => {
  it("knows real days", () => {
    expect(["2028-02-29", "2026-12-31"].every(isCalendarDate)).toBe(true)
    expect(["2027-02-29", "2026-13-01", "2026-04-31", "2026-4-1", "", "2026-01-00"].some(isCalendarDate)).toBe(false)
    expect(() => addDays("2027-02-29", 1)).toThrow(RangeError)
  })
  it("counts days over months, leap days and clock changes", () => {
    expect(daysBetween("2026-11-14", "2026-11-22")).toBe(8)
    expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2)
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2)
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01")
    fc.assert(fc.property(fc.integer({ min: -20000, max: 20000 }), (days) => daysBetween("2026-01-01", addDays("2026-01-01", days)) === days))
  })
  it("writes dates as people read them", () => {
    expect(dayMonthYear("2027-03-31")).toBe("31 Mar 2027")
    expect(monthYear("2027-03-01")).toBe("Mar 2027")
    expect(compareDates("2026-01-02", "2026-01-01")).toBe(1)
  })
  it("places a date in its financial year", () => {
    expect(financialYearOf("2027-03-31", 4)).toBe(2026)
    expect(financialYearOf("2027-04-01", 4)).toBe(2027)
    expect(financialYearOf("2027-01-01", 1)).toBe(2027)
    expect(financialYearLabel(2026, 4)).toBe("2026-27")
    expect(financialYearLabel(2099, 4)).toBe("2099-00")
    expect(financialYearLabel(2026, 1)).toBe("2026")
    expect(financialYearSpan(2026, 4)).toEqual({ from: "2026-04-01", to: "2027-03-31" })
    expect(financialYearSpan(2026, 1)).toEqual({ from: "2026-01-01", to: "2026-12-31" })
  })
  it("gives the share of time passed, also for a span of one day", () => {
    expect(shareOfTimePassed("2026-01-01", "2026-01-01", "2025-12-31")).toBe(0)
    expect(shareOfTimePassed("2026-01-01", "2026-01-01", "2026-01-01")).toBe(1)
  })
})
