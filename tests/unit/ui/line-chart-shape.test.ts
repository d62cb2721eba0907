/** Proves where the parts of a chart lie, and that a missing reading is a gap and never zero. */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { lineChartShape } from "~/ui/line-chart-shape"

const readings = [
  { date: "2026-01-01", value: 10 },
  { date: "2026-02-01", value: null },
  { date: "2026-03-01", value: 9 },
  { date: "2026-04-01", value: 8.5 },
]

describe("a line chart", () => {
  it("breaks its line where a reading is missing", () => {
    const shape = lineChartShape({ readings })
    expect(shape?.readingsPath.match(/M/g)).toHaveLength(2)
    expect(shape?.gaps).toHaveLength(1)
    expect(shape?.dots).toHaveLength(3)
    expect(shape?.rows[1]).toEqual({ date: "2026-02-01", value: "no reading" })
  })

  it("draws the straight line only from a start to a dated target", () => {
    const start = { date: "2026-01-01", value: 10 }
    expect(lineChartShape({ readings, start, target: { date: null, value: 8, label: "8" } })?.straight).toBeNull()
    expect(lineChartShape({ readings, start, target: { date: "2026-12-31", value: 8, label: "8" } })?.straight?.to.x).toBe(100)
  })

  it("names the years where they begin", () => {
    const years = lineChartShape({ readings, target: { date: "2027-03-31", value: 8, label: "8" } })?.xTicks.flatMap((tick) => tick.year ?? [])
    expect(years).toEqual(["2026", "2027"])
  })

  it("is nothing without any number", () => {
    expect(lineChartShape({ readings: [{ date: "2026-01-01", value: null }] })).toBeNull()
    expect(lineChartShape({ readings: [] })).toBeNull()
  })

  it("keeps every dot inside the plot", () => {
    const days = fc.date({ min: new Date("2020-01-01T00:00:00Z"), max: new Date("2030-12-31T00:00:00Z"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
    const some = fc.array(fc.record({ date: days, value: fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })) }))
    fc.assert(
      fc.property(some, (each) => {
        const inside = (share: number) => share >= -0.01 && share <= 100.01
        expect(lineChartShape({ readings: each })?.dots.every((dot) => inside(dot.x) && inside(dot.y)) ?? true).toBe(true)
      }),
    )
  })
})
