// Whether a product may be used: every answer, in the order in which they are judged.
import { expect, test } from "vitest"
import { allowed, answerSentence, answerShort, bestFirst, isMeant, useInstead, type StandingNow } from "~/features/decisions/allowed"
import { standardLifecycles, standardStatuses } from "~/features/decisions/standard"

const today = "2026-11-28"
const standing = (given: Partial<StandingNow> = {}): StandingNow => ({ status: "approved", lifecycle: "strategic", conditions: "", approvalExpiresOn: null, ...given })
const ask = (given: StandingNow | null, other: { grantedUntil?: string | null; instead?: string | null } = {}) =>
  allowed(given, { today, grantedUntil: other.grantedUntil ?? null, instead: other.instead ?? null })

test.each([
  ["approved", standing(), "Yes."],
  ["approved until its last day", standing({ approvalExpiresOn: today }), "Yes, until 28 Nov 2026."],
  ["approved for now", standing({ lifecycle: "tactical" }), "Yes."],
  ["approved with conditions", standing({ status: "approved with constraints", lifecycle: "tactical", conditions: "Only in Legal. " }), "Yes, if only in Legal."],
  ["conditions that nobody wrote down", standing({ status: "approved with constraints", lifecycle: "tactical" }), "Yes, if you keep it to what it is used for today."],
  ["a pilot", standing({ lifecycle: "pilot" }), "Yes, if you take part in the pilot."],
  ["a proof of concept", standing({ lifecycle: "proof of concept" }), "Yes, if you take part in trying it out."],
  ["expired with conditions", standing({ status: "approved with constraints", lifecycle: "tactical", conditions: "in Legal", approvalExpiresOn: "2026-11-27" }), "Yes, if its approval is renewed: it ended on 27 Nov 2026, and in Legal."],
  ["expired", standing({ approvalExpiresOn: "2026-11-27" }), "Not known yet: what was allowed ended on 27 Nov 2026."],
  ["no record", null, "Not known yet."],
])("%s", (_, given, sentence) => expect(answerSentence(ask(given))).toBe(sentence))

test("what is prohibited, given up, not approved, or open to no new use is no, with or without something in its place", () => {
  for (const given of [standing({ status: "prohibited" }), standing({ status: "divest" }), standing({ status: "unapproved" }), standing({ lifecycle: "containment" }), standing({ lifecycle: "retirement" })]) {
    expect(answerSentence(ask(given))).toBe("No, and nothing is chosen yet.")
    expect(answerSentence(ask(given, { instead: "FoldPDF" }))).toBe("No. Use FoldPDF instead.")
  }
})

test("what is only being looked at and not approved is no: the status is judged before the lifecycle", () => {
  expect(ask(standing({ status: "unapproved", lifecycle: "emerging" })).word).toBe("no")
  expect(ask(standing({ status: "approved", lifecycle: "emerging" })).word).toBe("if")
})

test("what was granted to the asker comes before everything, until its last day", () => {
  expect(answerSentence(ask(standing({ status: "prohibited" }), { grantedUntil: today }))).toBe("Yes, you may until 28 Nov 2026.")
  expect(answerSentence(ask(null, { grantedUntil: "2027-09-30" }))).toBe("Yes, you may until 30 Sep 2027.")
  expect(answerSentence(ask(standing({ status: "prohibited" }), { grantedUntil: "2026-11-27" }))).toBe("No, and nothing is chosen yet.")
})

test("every status in every lifecycle has exactly one answer", () => {
  for (const status of standardStatuses)
    for (const lifecycle of standardLifecycles) expect(["yes", "if", "no", "not known"]).toContain(ask(standing({ status, lifecycle })).word)
})

test("our choice comes before what is for now, and neither what expired nor what is tried out stands in for anything", () => {
  const rival = (name: string, given: Partial<StandingNow> = {}) => ({ ...standing(given), applicationId: name, name })
  const rivals = [
    rival("Acrobat"), rival("Gone", { approvalExpiresOn: "2026-01-01" }), rival("Tried", { lifecycle: "pilot" }), rival("Closed", { lifecycle: "containment" }),
    rival("Tactical", { lifecycle: "tactical" }), rival("FoldPDF", { approvalExpiresOn: "2027-12-09" }), rival("Conditional", { status: "approved with constraints" }),
  ]
  expect(useInstead(rivals, { applicationId: "Acrobat", today })?.name).toBe("FoldPDF")
  expect(useInstead(rivals, { applicationId: "FoldPDF", today })?.name).toBe("Acrobat")
  expect(useInstead(rivals.filter(({ name }) => name === "Tactical"), { applicationId: "Acrobat", today })?.name).toBe("Tactical")
  expect(useInstead([], { applicationId: "Acrobat", today })).toBeNull()
})

test("beside a name the answer is a word or two", () => {
  expect(answerShort(ask(standing({ status: "prohibited" }), { instead: "FoldPDF" }))).toBe("no, use FoldPDF")
  expect(answerShort(ask(null))).toBe("not known yet")
})

test("the very name comes first, then the versions that may be used, then the rest as it was found", () => {
  const found = (name: string, given: StandingNow | null) => ({ product: { name }, answers: [{ answer: ask(given) }] })
  const all = [found("Acrobat 9", standing({ status: "prohibited" })), found("Acrobat 11", standing()), found("Akrobat", standing()), found("acrobat", standing({ status: "divest" })), found("Acrobat 10", null)]
  expect(bestFirst("Acrobat", all).map(({ product }) => product.name)).toEqual(["acrobat", "Acrobat 11", "Acrobat 10", "Acrobat 9", "Akrobat"])
})

test.each([
  ["acrobat", "Adobe Acrobat 11", true], ["Adobe Acrobat", "Acrobat", true], ["abobe acrobta", "Adobe Acrobat", true], ["auto", "AutoCAD 2016", true], ["cad-tool", "Tool CAD", true],
  ["window sketcher", "Windows Server", false], ["acrobat 12", "Adobe Acrobat 11", false], ["teams", "Room Booking", false], ["", "Acrobat", false],
])("%j may mean %j: %s", (typed, name, meant) => expect(isMeant(typed, name)).toBe(meant))
