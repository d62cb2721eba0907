// Which stakeholders of a model become groups, and which parts of a person a file touches.
import { describe, expect, it } from "vitest"
import { becomesGroup, soundsLikeMany, touchedParts, withoutParty } from "~/features/exchange/party-parts"

describe("a stakeholder of a model", () => {
  it("becomes a group unless something else was chosen", () => {
    expect(["Ana Lind", "CFO"].map((name) => becomesGroup(name, undefined))).toEqual([true, true])
    expect(["Night shift", "Policy Branches"].map((name) => becomesGroup(name, "person"))).toEqual([false, false])
    expect(["Policy Branches", "Business Lead"].map((name) => becomesGroup(name, "names"))).toEqual([true, false])
  })

  it.each(["Policy Branches", "Legal department", "Research community", "Chief Data Office (CDO)", "Chief Financial Officer Branch", "Management", "Researchers", "Member States", "IT Support"])(
    "%s sounds like many", (name) => expect(soundsLikeMany(name)).toBe(true))
  it.each(["CFO", "Executive Sponsor (Stakeholder)", "Business Lead", "Head of Services", "Ana Lind", "Researcher", "Project Manager", "Boss"])(
    "%s sounds like one", (name) => expect(soundsLikeMany(name)).toBe(false))
})

it("tells the record, the profile and the standing apart", () => {
  const now = { name: "A", listeningStyle: "plain", influence: 2 }
  expect(touchedParts(now, { ...now, name: "B" })).toEqual({ record: true, standing: false })
  expect(touchedParts(now, { ...now, listeningStyle: "technical" })).toEqual({ record: false, standing: false })
  expect(touchedParts(now, { ...now, influence: null })).toEqual({ record: false, standing: true })
  expect(withoutParty(now)).toEqual({ name: "A" })
})
