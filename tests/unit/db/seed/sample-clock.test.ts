// The sample's calendar: told as of one day, moved whole to another, over the end of a year and a leap day.

import { expect, it } from "vitest"
import { sampleClock } from "#db/seed/demo/sample-clock"

it("leaves the told day where it is", () => {
  const clock = sampleClock("2026-11-22")
  expect([clock.day("2027-03-31"), clock.words("by {2026-11-30}"), clock.dayOrNull(null)]).toEqual(["2027-03-31", "by 30 Nov 2026", null])
})

it("keeps every distance on another day", () => {
  const clock = sampleClock("2028-03-01")
  expect(clock.day("2026-11-22")).toBe("2028-03-01")
  expect(clock.day("2026-11-21")).toBe("2028-02-29")
  expect(clock.moment("2026-11-21", 90).toISOString()).toBe("2028-02-29T09:30:00.000Z")
})

it("counts budgets from the year of today and leaves nothings out", () => {
  expect(sampleClock("2028-03-01").budget([120, 200])).toEqual({ "2028": "120000.00", "2029": "200000.00" })
  expect(sampleClock("2028-03-01").budget([0, 35])).toEqual({ "2029": "35000.00" })
})
