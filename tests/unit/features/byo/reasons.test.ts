// Why IT was not used, quarter by quarter.

import { expect, it } from "vitest"
import { reasonsOverTime } from "~/features/byo/reasons"

it("counts the last four quarters, each day in its own, and leaves older reports to the list", () => {
  const given = [
    { reportedOn: "2025-12-31", whyNot: "other" }, { reportedOn: "2026-01-01", whyNot: "too slow" }, { reportedOn: "2026-09-30", whyNot: "too slow" },
    { reportedOn: "2026-10-01", whyNot: "too slow" }, { reportedOn: "2026-11-22", whyNot: "not offered" },
  ] as const
  const { quarters, most, sentence } = reasonsOverTime(given, "2026-11-22")
  expect(quarters.map(({ label, total }) => [label, total])).toEqual([["Q1 2026", 1], ["Q2 2026", 0], ["Q3 2026", 1], ["Q4 2026", 2]])
  expect(quarters[3]?.counts).toEqual({ "too slow": 1, "not offered": 1, "did not know": 0, "better at home": 0, other: 0 })
  expect([most, sentence]).toEqual([2, "Most often: IT would have taken too long, 3 of 4 in the last 4 quarters."])
})

it("goes back over the turn of the year, says nothing of nothing, and names reasons that are as frequent", () => {
  expect(reasonsOverTime([], "2026-01-15").quarters.map(({ label }) => label)).toEqual(["Q2 2025", "Q3 2025", "Q4 2025", "Q1 2026"])
  expect(reasonsOverTime([], "2026-01-15")).toMatchObject({ most: 0, sentence: "" })
  const two = [{ reportedOn: "2026-01-02", whyNot: "other" }, { reportedOn: "2026-01-02", whyNot: "too slow" }] as const
  expect(reasonsOverTime(two, "2026-01-15").sentence).toBe("Most often: IT would have taken too long; Another reason, each 1 of 2 in the last 4 quarters.")
})
