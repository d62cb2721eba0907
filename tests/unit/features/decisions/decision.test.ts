// States, what must be there before signatures, who signs, and the words that are signed.

import { describe, expect, it } from "vitest"
import { decisionStates, lackingToBeReady, mayFollow, mayTie, requireOpen, requireStep, revisitLines, type DecisionState, type Readiness } from "~/features/decisions/decision"
import { noSaving } from "~/features/decisions/saving"
import { askedThenIn, awaitsSignatureOf, checkNaming, checkSignature, signedText, type Signed } from "~/features/decisions/signing"
import { standardsOf } from "~/features/decisions/standard"

const today = "2026-11-22"

describe("states", () => {
  it("follow one another in these ways and in no other", () => {
    const ways = decisionStates.flatMap((from) => decisionStates.filter((to) => mayFollow(from, to)).map((to) => `${from} > ${to}`))
    expect(ways).toEqual([
      "draft > in consultation", "draft > ready", "draft > withdrawn",
      "in consultation > draft", "in consultation > ready", "in consultation > withdrawn",
      "ready > draft", "ready > in consultation", "ready > approved", "ready > rejected", "ready > withdrawn",
      "approved > superseded",
    ])
  })

  it("a step that does not follow is refused in words", () => {
    expect(() => requireStep("draft", "approved")).toThrow(/cannot go from “Draft” to “Decided”/)
    expect(() => requireStep("approved", "approved")).toThrow(/so already/)
    expect(() => requireStep("ready", "approved")).not.toThrow()
  })

  it.each([["approved", /superseded, never edited/], ["superseded", /superseded, never edited/], ["ready", /Take it back to work/], ["rejected", /was rejected/], ["withdrawn", /was withdrawn/]] as [DecisionState, RegExp][])(
    "%s is not edited", (state, words) => { expect(() => requireOpen(state)).toThrow(words) })

  it("a draft and one being asked about are", () => {
    for (const state of ["draft", "in consultation"] as const) expect(() => requireOpen(state)).not.toThrow()
  })
})

describe("what is missing before signatures", () => {
  const complete: Readiness = {
    topic: "standard", context: "Five tools.", outcome: "One.", reasons: "Cheaper.", constraints: "", reviewOn: "2027-11-22", revisitWhen: "",
    options: [{ isNothing: true, isLeading: false }, { isNothing: false, isLeading: true }], criteria: [{ weight: 60 }, { weight: 40 }], scorers: 2, finished: 2, deciders: 1,
  }
  const missing = (changed: Partial<Readiness>) => lackingToBeReady({ ...complete, ...changed }, today).map(({ field }) => field)

  it("nothing, when all is there", () => {
    expect(missing({})).toEqual([])
  })

  it.each([
    ["context", { context: " " }], ["outcome", { outcome: "" }], ["reasons", { reasons: "" }], ["reviewOn", { reviewOn: null }], ["reviewOn", { reviewOn: today }], ["deciders", { deciders: 0 }],
    ["options", { options: [{ isNothing: true, isLeading: true }] }], ["options", { options: [{ isNothing: false, isLeading: true }, { isNothing: false, isLeading: false }] }],
    ["options", { options: [{ isNothing: true, isLeading: false }, { isNothing: false, isLeading: false }] }],
    ["criteria", { criteria: [] }], ["criteria", { criteria: [{ weight: 99 }] }], ["scores", { scorers: 0, finished: 0 }], ["scores", { finished: 1 }],
  ] as [string, Partial<Readiness>][])("%s: %o", (field, changed) => {
    expect(missing(changed)).toEqual([field])
  })

  it("a policy may do without criteria, a version of the strategy without options", () => {
    expect(missing({ topic: "policy", criteria: [], scorers: 0, finished: 0 })).toEqual([])
    expect(missing({ topic: "policy", scorers: 0, finished: 0 })).toEqual(["scores"])
    expect(missing({ topic: "strategy version", options: [], criteria: [], scorers: 0, finished: 0 })).toEqual([])
  })
})

describe("signing", () => {
  const deciders = [{ personId: "a", signed: true }, { personId: "b", signed: false }]

  it("is for the people named, whatever their role; the last one decides", () => {
    expect(checkSignature("b", "ready", deciders)).toEqual({ last: true })
    expect(checkSignature("b", "ready", [...deciders, { personId: "c", signed: false }])).toEqual({ last: false })
    expect(() => checkSignature("planner", "ready", deciders)).toThrow(/Only the people named/)
    expect(() => checkSignature(null, "ready", deciders)).toThrow(/Only the people named/)
  })

  it("is refused twice, before it waits for signatures, and after it is decided", () => {
    expect(() => checkSignature("a", "ready", deciders)).toThrow(/signed it already/)
    expect(() => checkSignature("b", "draft", deciders)).toThrow(/does not wait/)
    expect(() => checkSignature("b", "approved", deciders)).toThrow(/decided already/)
    expect(awaitsSignatureOf("b", "ready", deciders)).toBe(true)
    expect([awaitsSignatureOf("a", "ready", deciders), awaitsSignatureOf("b", "draft", deciders), awaitsSignatureOf(null, "ready", deciders)]).toEqual([false, false, false])
  })

  it("nobody is named twice", () => {
    expect(() => checkNaming("a", deciders)).toThrow(/named already/)
    expect(() => checkNaming("c", deciders)).not.toThrow()
  })
})

describe("the words that are signed", () => {
  const signed: Signed = {
    code: "D-4", supersedes: null,
    fields: { name: "One PDF tool", summary: "", topic: "standard", context: "Four.", outcome: "FoldPDF.", reasons: "Cheap.", constraints: "", reviewOn: "2027-12-09", revisitWhen: "" },
    options: [{ id: "o1", name: "Do nothing", summary: "", isNothing: true, isLeading: false, saving: noSaving }, { id: "o2", name: "FoldPDF", summary: "", isNothing: false, isLeading: true, saving: { ...noSaving, seats: 40, seatPrice: "180.00" } }],
    criteria: [{ id: "c1", name: "Cost", meaning: "", weight: 100 }],
    scores: [{ optionId: "o1", criterionId: "c1", scorerId: "x", score: 1 }, { optionId: "o2", criterionId: "c1", scorerId: "x", score: 4 }],
    ties: [{ relation: "adopts", code: "A-2" }, { relation: "governs", code: "F-1" }], deciders: ["P-2", "P-1"], scorers: { x: "P-3" },
  }
  const asked = { heard: "Heard 14 of 17.", lacking: "", waiver: "", points: "6 of 7" }
  const text = signedText(signed, asked)

  it("are the same whatever order the rows come in", () => {
    expect(signedText({ ...signed, scores: [...signed.scores].reverse(), ties: [...signed.ties].reverse(), deciders: ["P-1", "P-2"] }, asked)).toBe(text)
  })

  it("differ with any word, weight, score, input, decider or tie", () => {
    const others: Partial<Signed>[] = [
      { fields: { ...signed.fields, reasons: "Cheaper." } }, { fields: { ...signed.fields, reviewOn: null } }, { criteria: [{ ...signed.criteria[0]!, weight: 99 }] }, { scores: signed.scores.slice(1) },
      { options: [signed.options[0]!, { ...signed.options[1]!, saving: { ...noSaving, seats: 41, seatPrice: "180.00" } }] }, { deciders: ["P-1"] }, { ties: [] }, { supersedes: "D-1" },
    ]
    expect(new Set([text, ...others.map((other) => signedText({ ...signed, ...other }, asked)), signedText(signed, { ...asked, waiver: "Urgent." })]).size).toBe(others.length + 2)
  })

  it("name people by their short ids alone, and give back who was asked", () => {
    expect(text).toContain("P-3")
    expect(text).not.toContain('"x"')
    expect(askedThenIn(text)).toEqual(asked)
  })
})

describe("what a signed decision makes of its products", () => {
  const decision = { id: "d", constraints: "Legal only.", reviewOn: "2027-12-09", ties: [{ relation: "governs", id: "job" }, { relation: "adopts", id: "a" }, { relation: "permits", id: "b" }, { relation: "retires", id: "c" }, { relation: "affects", id: "u" }] as const }

  it("one standing for each, in each job", () => {
    expect(standardsOf(decision, today).map(({ applicationId, lifecycle, status, conditions, approvalExpiresOn }) => [applicationId, lifecycle, status, conditions, approvalExpiresOn])).toEqual([
      ["a", "strategic", "approved", "", "2027-12-09"], ["b", "tactical", "approved with constraints", "Legal only.", "2027-12-09"], ["c", "retirement", "divest", "", null],
    ])
    expect(standardsOf({ ...decision, ties: decision.ties.slice(1) }, today)).toEqual([])
  })

  it("a relation leads to its kind of record alone", () => {
    expect(mayTie("governs", "function")).toBe(true)
    expect(mayTie("governs", "application")).toBe(false)
    expect(mayTie("affects", "unit")).toBe(true)
  })

  it("what makes us look again is one thing a line", () => {
    expect(revisitLines(" The price rises \n\nThe vendor is sold")).toEqual(["The price rises", "The vendor is sold"])
  })
})
