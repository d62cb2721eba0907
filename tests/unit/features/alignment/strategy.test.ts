// The title of the strategy page: every state is counted once, and what counts nothing is left out.

import { describe, expect, it } from "vitest"
import { strategyTitle } from "~/features/alignment/strategy"
import type { GoalHealth } from "~/features/goals/goal-progress"

const goals = (...states: GoalHealth[]) => states.map((health) => ({ health }))

describe("the title of the strategy", () => {
  it.each([
    [goals(), "No goal is active yet."],
    [goals("on track"), "The one goal is on track."],
    [goals("on track", "done"), "All 2 goals are on track."],
    [goals("on track", "at risk"), "1 of 2 goals is on track, 1 at risk."],
    [goals("on track", "no work"), "1 of 2 goals is on track and 1 has no work."],
    [goals("on track", "on track", "at risk", "off track", "no work", "no work"), "2 of 6 goals are on track, 1 at risk, 1 off track, and 2 have no work."],
    [goals("not known", "no work"), "0 of 2 goals are on track, 1 not known yet, and 1 has no work."],
  ])("says it of %j", (states, title) => {
    expect(strategyTitle(states)).toBe(title)
  })
})
