// The notice after a save and the lines of the history, in words a person says.

import { describe, expect, it } from "vitest"
import { fieldLabel, valueInWords } from "~/features/elements/history-words"
import { leftSentence, operationSentence, type SaidEntry } from "~/features/elements/operation-sentence"

const names = {
  i1: { id: "i1", kind: "initiative" as const, code: "I-1", name: "New web shop" },
  g1: { id: "g1", kind: "goal" as const, code: "G-1", name: "Cut order time" },
  p1: { id: "p1", kind: "person" as const, code: "P-1", name: "A. Kim" },
}
const entry = (recordKind: string, action: SaidEntry["action"], recordId: string, fields: [string, unknown, unknown][] = []): SaidEntry =>
  ({ recordKind, action, recordId, fields: fields.map(([field, before, after]) => ({ field, before, after })) })

describe("one sentence for an operation", () => {
  it.each<[string, SaidEntry[]]>([
    ["New web shop was changed: Budget 2026, Ends.", [entry("initiative", "changed", "i1", [["budget-2026", "1.00", "2.00"], ["endsOn", null, "2027-01-01"]])]],
    ["New web shop now helps Cut order time.", [entry("link", "created", "l1", [["fromId", null, "i1"], ["relation", null, "contributes to"], ["toId", null, "g1"]])]],
    ["2 initiatives were archived.", [entry("initiative", "archived", "i1"), entry("initiative", "archived", "i2")]],
    ["2 links were added.", [entry("link", "created", "l1"), entry("link", "created", "l2")]],
    ["Owner of Cut order time: A. Kim named.", [
      entry("responsibility", "removed", "r1", [["elementId", "g1", null], ["personId", "x", null], ["role", "accountable", null]]),
      entry("responsibility", "created", "r2", [["elementId", null, "g1"], ["personId", null, "p1"], ["role", null, "accountable"]])]],
    ["Reading 9.2 of 18 Nov 2026 recorded.", [entry("reading", "created", "x", [["value", null, "9.2"], ["readOn", null, "2026-11-18"]])]],
    ["No work supports this goal: accepted until 30 Apr 2027.", [entry("accepted gap", "created", "x", [["gap", null, "goalsWithoutWork"], ["untilOn", null, "2027-04-30"]])]],
    ["The link of New web shop and Cut order time was changed: Strength.", [{ ...entry("link", "changed", "l1", [["strength", 3, 9]]), about: ["i1", "g1"] }]],
    ["Nothing had to change.", []],
  ])("%s", (sentence, entries) => expect(operationSentence(entries, names)).toBe(sentence))

  it("counts the records that were cut off too", () => {
    expect(operationSentence([entry("initiative", "changed", "i1"), entry("initiative", "changed", "i2")], names, 60)).toBe("60 initiatives were changed.")
  })
})

it("names what an undo left, and counts what has no name", () => {
  expect(leftSentence([], names)).toBe("")
  expect(leftSentence(["i1"], names)).toBe(" Changed since, and left: New web shop.")
  expect(leftSentence(["i1", "g1", "link"], names)).toBe(" Changed since, and left: New web shop, Cut order time and 1 more.")
  expect(leftSentence(["link"], names)).toBe(" One was changed since and left.")
})

it("shows plain labels and never a word of the code", () => {
  expect(valueInWords("status", "in progress")).toBe("Running")
  expect(valueInWords("healthSet", "at risk")).toBe("At risk")
  expect(valueInWords("name", "open")).toBe("open")
  expect(fieldLabel("frontline")).toBe("Front line")
  expect(valueInWords("sponsorId", "p1", names)).toBe("A. Kim")
})
