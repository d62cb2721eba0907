// A point's loop, what an answer must carry, who is shown as its voice, and F10 with its worked numbers.
import { describe, expect, it } from "vitest"
import {
  dispositions, feedbackSnapshot, loopStateOf, loopSteps, requireAnswer, requireStep, shownStratum, type PointFields,
} from "~/features/consultations/feedback"
import { loopClosure, loopSentence, median, nextByCadence, percent, toldLoopClosure, type LoopPoint } from "~/features/consultations/feedback-loop"

const today = "2026-11-22"
const raised: LoopPoint = { raisedOn: "2026-11-20", answeredOn: null, toldOn: null, confirmedOn: null }
const answered = (days: number, told = false): LoopPoint => ({ ...raised, answeredOn: `2026-11-${20 + days}`, toldOn: told ? "2026-11-30" : null })

describe("F10", () => {
  it("12 points, 11 answered, 9 told: 92 % and 82 %", () => {
    const points = [raised, ...Array.from({ length: 11 }, (_, index) => answered(4, index < 9))]
    const closure = loopClosure(points)
    expect(closure).toMatchObject({ points: 12, answered: 11, toldBack: 9, medianDays: 4 })
    expect([percent(closure.closure), percent(closure.toldRate)]).toEqual(["92 %", "82 %"])
    expect(toldLoopClosure(points)).toEqual({ points: 12, answered: 11, toldBack: 9, medianDays: 4 })
    expect(loopSentence(closure)).toBe("11 of 12 points have an answer. Two were not told back yet.")
  })

  it("takes the median of answered points alone", () => {
    expect(loopClosure([raised, answered(1), answered(2), answered(9)]).medianDays).toBe(2)
    expect(loopClosure([answered(1), answered(4)]).medianDays).toBe(2.5)
    expect(median([])).toBeNull()
  })

  it("has nothing to say of nothing", () => {
    expect(loopClosure([])).toEqual({ points: 0, answered: 0, toldBack: 0, confirmed: 0, closure: null, toldRate: null, medianDays: null })
    expect(loopClosure([raised])).toMatchObject({ closure: 0, toldRate: null, medianDays: null })
    expect(percent(null)).toBe("n/a")
  })

  it.each([
    [0, 0, 0, "Nobody has raised a point yet."],
    [3, 0, 0, "0 of 3 points have an answer."],
    [3, 1, 1, "1 of 3 points has an answer. Everybody knows theirs."],
    [1, 1, 0, "The one point has an answer. One was not told back yet."],
    [2, 2, 2, "All 2 points have an answer. Everybody knows theirs."],
  ])("%i points, %i answered, %i told: %s", (points, count, toldBack, sentence) => {
    expect(loopSentence({ ...loopClosure([]), points, answered: count, toldBack })).toBe(sentence)
  })
})

describe("the loop of a point", () => {
  const at = new Date()
  it.each([
    ["heard", { answeredAt: null, toldAt: null, confirmedAt: null }, 1],
    ["answered", { answeredAt: at, toldAt: null, confirmedAt: null }, 2],
    ["told", { answeredAt: at, toldAt: at, confirmedAt: null }, 3],
    ["confirmed", { answeredAt: at, toldAt: at, confirmedAt: at }, 4],
  ])("is %s", (state, point, steps) => {
    expect(loopStateOf(point)).toBe(state)
    expect(loopSteps(loopStateOf(point))).toBe(steps)
  })

  it("goes one step after the other", () => {
    expect(() => requireStep({ answeredAt: null, toldAt: null }, "told")).toThrow("no answer yet")
    expect(() => requireStep({ answeredAt: at, toldAt: null }, "confirmed")).toThrow("Nobody was told")
    expect(() => requireStep({ answeredAt: at, toldAt: at }, "confirmed")).not.toThrow()
  })
})

describe("an answer", () => {
  const plain = { reason: "", deferredUntil: null }
  it("that says no needs a reason", () => {
    expect(() => requireAnswer({ ...plain, disposition: "rejected", reason: "  " }, today)).toThrow("Say why not")
    expect(() => requireAnswer({ ...plain, disposition: "rejected", reason: "Too dear." }, today)).not.toThrow()
  })

  it("that says later needs a day ahead", () => {
    expect(() => requireAnswer({ ...plain, disposition: "deferred" }, today)).toThrow("until when")
    expect(() => requireAnswer({ ...plain, disposition: "deferred", deferredUntil: today }, today)).toThrow("lie ahead")
    expect(() => requireAnswer({ ...plain, disposition: "deferred", deferredUntil: "2026-11-23" }, today)).not.toThrow()
  })

  it.each(dispositions.filter((one) => one !== "deferred"))("that says %s has no day", (disposition) => {
    expect(() => requireAnswer({ disposition, reason: "Because.", deferredUntil: "2027-01-01" }, today)).toThrow("belongs to")
    expect(() => requireAnswer({ disposition, reason: "Because.", deferredUntil: null }, today)).not.toThrow()
  })
})

describe("whose voice everybody sees", () => {
  const stratum = { unitId: "u", roleLevel: "frontline" as const }
  const nobody = { unitId: null, roleLevel: null }
  it.each([
    ["named", 1, stratum], ["named", null, stratum],
    ["role only", 5, stratum], ["role only", 4, nobody], ["role only", 0, nobody], ["role only", null, nobody],
    ["confidential", 500, nobody],
  ] as const)("%s in a stratum of %s", (confidentiality, headcount, shown) => {
    expect(shownStratum(confidentiality, stratum, headcount)).toEqual(shown)
  })

  it("half a stratum is none", () => {
    expect(shownStratum("role only", { unitId: "u", roleLevel: null }, 50)).toEqual(nobody)
  })
})

describe("the history of a point", () => {
  const point: PointFields = {
    consultationId: "c", subjectId: "s", kind: "concern", confidentiality: "confidential", shownUnitId: null, shownRoleLevel: null, ownerId: "owner", answerBy: "2026-12-01",
    disposition: "accepted", deferredUntil: null, answeredAt: new Date(), toldAt: null, confirmedAt: null, ledToId: "led", withdrawnAt: null,
  }
  it("holds the steps of a confidential one and nothing else", () => {
    expect(feedbackSnapshot(point, { body: "the words", reason: "the reason" }))
      .toEqual({ consultationId: "c", confidentiality: "confidential", answered: true, told: false, confirmed: false, withdrawn: false })
  })
  it("holds the words of another, and never who raised it", () => {
    const kept = feedbackSnapshot({ ...point, confidentiality: "role only" }, { body: "the words", reason: "the reason" })
    expect(kept).toMatchObject({ body: "the words", reason: "the reason", kind: "concern", ownerId: "owner" })
    expect(Object.keys(kept)).not.toContain("personId")
  })
})

describe("the next conversation", () => {
  it("follows the cadence and never lies behind", () => {
    expect(nextByCadence("2026-11-20", 90, today)).toBe("2027-02-18")
    expect(nextByCadence("2026-01-01", 30, today)).toBe("2026-11-23")
  })
})
