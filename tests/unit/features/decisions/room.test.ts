// What the room says of its options in sentences.

import { describe, expect, it } from "vitest"
import { noSaving } from "~/features/decisions/saving"
import { disputedSentence, flipSentences, headlineOf, type OptionShown, type RoomShown } from "~/features/decisions/room"

const option = (id: string): OptionShown => ({ id, letter: id, name: `Tool ${id}`, summary: "", isNothing: false, isLeading: false, cells: [], total: 1, inputs: noSaving, saving: null })
const options = [option("A"), option("B")]
const criteria = [{ id: "cost", name: "Cost", meaning: "", weight: 30 }, { id: "use", name: "Use", meaning: "", weight: 70 }]
const headline = (winners: string[], state: RoomShown["decision"]["state"] = "draft", myScoring: RoomShown["myScoring"] = "none") => headlineOf({ options, winners, myScoring, decision: { state } as RoomShown["decision"] })

describe("the headline", () => {
  it("names who comes out ahead, or that two are level, while nothing is decided", () => {
    expect(headline(["B"])).toBe("Tool B comes out ahead")
    expect(headline(["A", "B"], "in consultation")).toBe("Tool A and Tool B are level")
    expect([headline([]), headline(["B"], "approved"), headline(["B"], "ready")]).toEqual([null, null, null])
  })

  it("says nothing to somebody who has not scored yet", () => {
    expect(headline(["B"], "draft", "todo")).toBeNull()
  })
})

it("how firm it is, in one sentence for each option that would win otherwise", () => {
  const flips = [{ criterionId: "cost", way: "more", weight: 45, optionId: "B" }, { criterionId: "use", way: "less", weight: 55, optionId: "B" }] as const
  expect(flipSentences({ flips, options, criteria })).toEqual(["Tool B would win if “Cost” weighed more than 45 instead of 30, or “Use” weighed less than 55 instead of 70."])
  expect(flipSentences({ flips: [], options, criteria })).toEqual([])
})

it("where opinions differ most", () => {
  expect(disputedSentence({ disputed: { optionId: "A", criterionId: "use" }, options, criteria })).toBe("Opinions differ most on “Use” for Tool A.")
  expect(disputedSentence({ disputed: null, options, criteria })).toBeNull()
})
