// Where people stand: F11 with its worked numbers and edges, and the quarters of the grid.

import { describe, expect, it } from "vitest"
import { checkStanding, engagementGap, engagements, priorityInWords, priorityOf, quarterOf, unknownStanding, type Engagement } from "~/features/stakeholders/standing"

const from = (engagementNow: Engagement | null, engagementWanted: Engagement | null) => ({ engagementNow, engagementWanted })

describe("the engagement gap", () => {
  it("is the steps from now to wanted", () => {
    expect(engagementGap(from("resistant", "supportive"))).toBe(2)
    expect(engagementGap(from("unaware", "leading"))).toBe(4)
    expect(engagementGap(from("neutral", "supportive"))).toBe(1)
  })

  it("is never below 0: who does more than is wanted is no gap", () => {
    for (const now of engagements) for (const wanted of engagements) expect(engagementGap(from(now, wanted))).toBeGreaterThanOrEqual(0)
    expect(engagementGap(from("leading", "neutral"))).toBe(0)
  })

  it("stays unknown while either is", () => {
    expect(engagementGap(from(null, "leading"))).toBeNull()
    expect(engagementGap(from("neutral", null))).toBeNull()
  })
})

describe("the priority", () => {
  it("is gap x influence x interest: influence 5, interest 4, resistant to supportive is 40", () => {
    expect(priorityOf({ influence: 5, interest: 4, ...from("resistant", "supportive") })).toBe(40)
    expect(priorityOf({ influence: 1, interest: 1, ...from("unaware", "resistant") })).toBe(1)
    expect(priorityOf({ influence: 5, interest: 5, ...from("unaware", "leading") })).toBe(100)
    expect(priorityOf({ influence: 5, interest: 5, ...from("leading", "leading") })).toBe(0)
  })

  it("is unknown while one of the four is", () => {
    const whole = { influence: 5, interest: 4, ...from("resistant", "supportive") }
    for (const field of Object.keys(whole)) expect(priorityOf({ ...whole, [field]: null })).toBeNull()
    expect(priorityInWords(unknownStanding)).toMatch(/not known yet/i)
    expect(priorityInWords(whole)).toBe("2 steps from where they are to where they are wanted x influence 5 x interest 4 = 40.")
  })
})

describe("the quarters of the grid", () => {
  it("are high from 4, each way", () => {
    expect(quarterOf({ influence: 4, interest: 4 })).toBe("work closely")
    expect(quarterOf({ influence: 4, interest: 3 })).toBe("keep satisfied")
    expect(quarterOf({ influence: 3, interest: 4 })).toBe("keep informed")
    expect(quarterOf({ influence: 3, interest: 3 })).toBe("listen lightly")
  })

  it("leave out whom nobody has placed", () => {
    expect(quarterOf({ influence: null, interest: 5 })).toBeNull()
    expect(quarterOf({ influence: 5, interest: null })).toBeNull()
  })
})

describe("a standing", () => {
  it("is whole numbers from 1 to 5", () => {
    for (const wrong of [0, 6, 2.5, -1, Number.NaN]) expect(() => checkStanding({ ...unknownStanding, influence: wrong })).toThrow(/1 to 5/)
    expect(checkStanding({ ...unknownStanding, interest: 5 }).interest).toBe(5)
  })
})
