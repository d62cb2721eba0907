// Requests for a tool: the clock in working days, what is refused, and the times that are published.
import { expect, test } from "vitest"
import { checkAgreed, checkDuplicates, requestTimes, requireWaiting, timesSentence, workingDaysAfter, workingDaysBetween } from "~/features/decisions/tool-request"

test.each([
  ["2026-11-23", "2026-11-30"], ["2026-11-27", "2026-12-04"], ["2026-11-28", "2026-12-04"], ["2026-11-29", "2026-12-04"], ["2026-12-28", "2027-01-04"],
])("asked on %s, the answer is due on %s", (asked, due) => {
  expect(workingDaysAfter(asked, 5)).toBe(due)
  expect(workingDaysBetween(asked, due)).toBe(5)
})

test("working days between two days count neither the first day nor weekends", () => {
  expect(workingDaysBetween("2026-11-23", "2026-11-23")).toBe(0)
  expect(workingDaysBetween("2026-11-24", "2026-11-23")).toBe(0)
  expect(workingDaysBetween("2026-11-27", "2026-11-29")).toBe(0)
  expect(workingDaysBetween("2026-11-02", "2026-11-30")).toBe(20)
})

test("an agreed end lies ahead and within twelve months", () => {
  expect(() => checkAgreed("2026-11-27", "2026-11-28")).toThrow("This day has passed. Choose a later one.")
  expect(() => checkAgreed("2027-11-29", "2026-11-28")).toThrow("At most 12 months are agreed at once. Whoever still needs it then asks again.")
  expect(() => checkAgreed("2027-11-28", "2026-11-28")).not.toThrow()
  expect(() => checkAgreed("2026-11-28", "2026-11-28")).not.toThrow()
  expect(() => checkAgreed("2029-02-28", "2028-02-29")).not.toThrow()
  expect(() => checkAgreed("2029-03-01", "2028-02-29")).toThrow("At most 12 months")
})

test("only a request that waits can be answered or taken back", () => {
  expect(() => requireWaiting({ state: "asked" })).not.toThrow()
  expect(() => requireWaiting({ state: "refused" })).toThrow("This request is over: refused.")
})

test("a duplicate is told before it is sent, and one's own is refused", () => {
  const other = { mine: false, state: "asked" as const, askedOn: "2026-11-23", dueOn: "2026-11-30" }
  expect(() => checkDuplicates([other], false)).toThrow("Somebody asked for the same, and it waits for an answer.")
  expect(() => checkDuplicates([other, other], false)).toThrow("2 people asked for the same, and they wait for an answer.")
  expect(() => checkDuplicates([other], true)).not.toThrow()
  expect(() => checkDuplicates([{ ...other, mine: true }], true)).toThrow("You asked for this already")
  expect(() => checkDuplicates([{ ...other, mine: true, state: "refused" }], false)).not.toThrow()
})

test("the published times count what was answered and what waits, and leave out what was taken back", () => {
  const made = (state: "asked" | "agreed" | "refused" | "withdrawn", askedOn: string, answeredOn: string | null = null) => ({ state, askedOn, answeredOn, dueOn: workingDaysAfter(askedOn, 5) })
  const times = requestTimes([
    made("agreed", "2026-11-02", "2026-11-03"), made("refused", "2026-11-02", "2026-11-06"), made("agreed", "2026-11-02", "2026-11-04"),
    made("asked", "2026-11-16"), made("asked", "2026-11-27"), made("withdrawn", "2026-11-02"),
  ], "2026-11-28")
  expect(times).toEqual({ asked: 5, agreed: 2, refused: 1, waiting: 2, late: 1, medianDays: 2, oldestDays: 9 })
  expect(timesSentence(times)).toBe("2 of 5 asked for were agreed in the last twelve months. The typical answer took 2 working days. 2 wait, the oldest for 9 working days; 1 is late.")
  expect(timesSentence(requestTimes([], "2026-11-28"))).toContain("Nobody has asked for a tool")
  expect(requestTimes([made("agreed", "2026-11-02", "2026-11-02"), made("agreed", "2026-11-02", "2026-11-03")], "2026-11-28").medianDays).toBe(0.5)
})
