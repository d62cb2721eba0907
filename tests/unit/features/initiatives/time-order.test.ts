// What is needed first: in time, too late in words, and on one line of time.
import { describe, expect, it } from "vitest"
import { orderOf, span, timeLine, type Prerequisite } from "~/features/initiatives/time-order"

const need: Prerequisite = { id: "a", name: "One sign-in", status: "in progress", startsOn: "2026-09-01", endsOn: "2026-12-21", mandatory: true, lagDays: 0 }

describe("what is needed first", () => {
  it("ends in time up to the day the other begins", () => {
    expect(orderOf({ ...need, endsOn: "2026-12-01" }, "2026-12-01").state).toBe("in time")
    expect(orderOf(need, "2026-12-01")).toEqual({ state: "too late", words: "ends 3 weeks too late", lateDays: 20 })
    expect(orderOf({ ...need, endsOn: "2026-12-01", lagDays: 5 }, "2026-12-01").words).toBe("ends 5 days too late, with the 5 days between")
  })

  it("says what is done, cancelled or not known", () => {
    expect(orderOf({ ...need, status: "completed" }, "2026-01-01").state).toBe("done")
    expect(orderOf({ ...need, status: "cancelled" }, "2026-01-01").state).toBe("cancelled")
    expect(orderOf({ ...need, endsOn: null }, "2026-01-01").words).toBe("its end is not known yet")
    expect(orderOf(need, null).words).toBe("the start is not known yet")
  })

  it("counts as people do", () => {
    expect([1, 13, 14, 20, 83, 100].map(span)).toEqual(["1 day", "13 days", "2 weeks", "3 weeks", "12 weeks", "3 months"])
  })
})

describe("the line of time", () => {
  it("runs from the first month to the last end", () => {
    const line = timeLine([need, { id: "b", name: "Shop", status: "approved", startsOn: "2026-12-01", endsOn: "2027-03-31" }], "2026-11-22")
    expect(line?.bars[0]).toEqual({ id: "a", from: 0, width: 52.8 })
    expect(line?.bars[1]?.from).toBe(42.9)
    expect((line?.bars[1]?.from ?? 0) + (line?.bars[1]?.width ?? 0)).toBeCloseTo(100, 0)
    expect(line?.months[0]).toEqual({ label: "Sep 2026", at: 0 })
    expect(line?.today).toBe(38.7)
  })

  it("is nothing without dates, and leaves a far today out", () => {
    expect(timeLine([{ ...need, startsOn: null, endsOn: null }], "2026-11-22")).toBeNull()
    expect(timeLine([need], "2030-01-01")?.today).toBeNull()
  })
})
