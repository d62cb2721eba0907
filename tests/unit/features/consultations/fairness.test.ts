// F9: each part of the gate, its worked number, and what several conversations add up to.

import { describe, expect, it } from "vitest"
import { fairnessOf, type Held } from "~/features/consultations/fairness"

const fair: Held = { openedOn: "2026-11-01", closedOn: null, stageWhenOpened: "proposed", options: 3, hasNothing: true, explained: true }
const judge = (held: readonly Held[], points = { all: 0, answered: 0 }, today = "2026-11-22") => fairnessOf({ held, points, openDays: 10, today })
const failing = (held: readonly Held[], points?: { all: number; answered: number }, today?: string) => judge(held, points, today).checks.filter(({ holds }) => !holds).map(({ part }) => part)

describe("how long it was open", () => {
  it("opened 14 Nov, seen 22 Nov: 8 of 10 days, not yet", () => {
    const { holds, checks } = judge([{ ...fair, openedOn: "2026-11-14" }])
    expect(holds).toBe(false)
    expect(checks.find(({ part }) => part === "long enough")).toMatchObject({ holds: false, words: "Open for 8 of 10 days" })
  })

  it("holds on the tenth day, and counts no day after it was closed", () => {
    expect(failing([{ ...fair, openedOn: "2026-11-14" }], undefined, "2026-11-24")).toEqual([])
    expect(failing([{ ...fair, closedOn: "2026-11-08" }])).toEqual(["long enough"])
    expect(failing([{ ...fair, openedOn: "2026-11-30" }])).toEqual(["long enough"])
  })
})

describe("each part alone", () => {
  it.each([
    ["early", { stageWhenOpened: "approved" }],
    ["early", { stageWhenOpened: "in progress" }],
    ["options", { options: 1 }],
    ["options", { hasNothing: false }],
    ["explained", { explained: false }],
  ] as const)("%s fails with %o", (part, change) => {
    expect(failing([{ ...fair, ...change }])).toEqual([part])
  })

  it.each(["idea", "proposed", "draft", "in consultation", null])("asked at the stage %s is early", (stageWhenOpened) => {
    expect(judge([{ ...fair, stageWhenOpened }]).holds).toBe(true)
  })

  it("every point needs an answer; none raised is none open", () => {
    expect(failing([fair], { all: 7, answered: 5 })).toEqual(["answered"])
    expect(judge([fair], { all: 7, answered: 7 }).holds).toBe(true)
    expect(judge([fair]).checks.at(-1)).toMatchObject({ holds: true, words: "No points were raised" })
  })
})

describe("several conversations", () => {
  it("one must meet all parts: two halves are no whole", () => {
    expect(judge([{ ...fair, options: 1 }, { ...fair, explained: false }]).holds).toBe(false)
    expect(judge([{ ...fair, options: 1 }, fair]).holds).toBe(true)
  })

  it("nobody asked fails every part but the answers", () => {
    expect(failing([])).toEqual(["early", "options", "explained", "long enough"])
    expect(failing([{ ...fair, openedOn: null }])).toEqual(["early", "options", "explained", "long enough"])
  })
})
