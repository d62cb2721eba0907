// Proves what a brief suggests as agenda, when a review is and how long it takes, what would close a gap, which work lies ahead, and when a line of ratings is drawn.
import { describe, expect, it } from "vitest"
import { agendaText, readAgenda, requireMeeting } from "~/features/consultations/meeting"
import { agendaOf, briefAsText, pointsInWords, voiceInWords, waysToClose, workAhead, type Brief } from "~/features/relationships/brief"
import { reviewDay, reviewFields, reviewMinutes } from "~/features/relationships/review"
import { ratingChart } from "~/features/relationships/rating-chart"
import { ratingsInWords, whyNoLine } from "~/features/relationships/rating-lines"
import { relationshipLede, relationshipsTitle, statements } from "~/features/relationships/relationship"

const nothing: Brief = { promises: [], changed: [], work: [], points: { shown: [], hidden: 0, inConfidence: 0 }, voices: [], services: [] }
const upTo = (level: number) => ({ holds: statements.filter((one) => one.level <= level).map(({ key }) => key), added: {} })
const day = (on: string, mean: number | null, answers = 7) => ({ day: on, answers, understood: mean, trust: mean, responsive: mean })

const late = { id: "1", kind: "commitment" as const, code: "W-1", name: "Phones", dueOn: "2026-01-01", owner: null, standing: { standing: "late" as const, days: 3, renegotiated: false } }
const point = (code: string, body: string, confidential = false) => ({ code, body, confidential, raisedOn: "2026-01-01", owner: null, href: "" })

describe("the agenda", () => {
  it("always ends with the one question, and begins with what is late", () => {
    expect(agendaOf(nothing, null)).toEqual([{ name: "What should we do differently until next time?", minutes: 10, prompt: "" }])
    const points = { shown: [point("V-3", "Too slow")], hidden: 1, inConfidence: 1 }
    expect(agendaOf({ ...nothing, promises: [late], points }, 1).map(({ name, prompt }) => [name, prompt])).toEqual([
      ["What we owe you", "1 of 1 open promise late, a new date or an end for each: Phones (1 Jan 2026)"],
      ["What you raised and we have not answered", "2 points: V-3 and 1 told in confidence"],
      ["Where we see it differently", "Which of the statements does only one of us find true, and what would have to happen?"],
      ["What should we do differently until next time?", ""],
    ])
  })

  it("never says what was told in confidence, nor counts one that only its readers know to be the unit's", () => {
    const points = { shown: [point("V-4", "The secret", true)], hidden: 0, inConfidence: 0 }
    expect(JSON.stringify(agendaOf({ ...nothing, points }, null))).not.toMatch(/secret|V-4|confidence/)
    const known = { ...points, inConfidence: 1 }
    expect(JSON.stringify([agendaOf({ ...nothing, points: known }, null), briefAsText("Support", { ...nothing, points: known }, [])])).not.toMatch(/secret|V-4/)
    expect(briefAsText("Support", { ...nothing, points: known }, [])).toContain("- 1 told in confidence")
  })

  it("comes back as it was when it is written out and read again, whatever its records are called", () => {
    const awkward = { ...late, name: "Phones: late shift, 15, gate 4\nand more" }
    const agenda = agendaOf({ ...nothing, promises: [awkward], points: { shown: [], hidden: 2, inConfidence: 2 } }, 2)
    expect(readAgenda(agendaText(agenda))).toEqual(agenda)
    expect(() => requireMeeting({ minutes: reviewMinutes(agenda), agenda })).not.toThrow()
  })
})

describe("a review", () => {
  it("takes as long as its agenda, in quarters of an hour, and no less than half an hour", () => {
    expect([[], [{ minutes: 30 }], [{ minutes: 31 }], [{ minutes: 20 }, { minutes: 25 }]].map(reviewMinutes)).toEqual([30, 30, 45, 45])
  })

  it("is offered for the day asked for, else the planned one, never for one that has passed", () => {
    expect(reviewDay("2026-12-24", "2026-12-31", "2026-12-01")).toBe("2026-12-24")
    expect(reviewDay(null, "2026-12-31", "2026-12-01")).toBe("2026-12-31")
    expect(reviewDay("2026-11-30", "2026-11-30", "2026-12-01")).toBe("2026-12-01")
  })

  it("is named after the unit, also after one whose name fills the whole line", () => {
    expect(reviewFields({ id: "u", name: "Support" }, "2027-02-23", null)).toMatchObject({ name: "Review with Support, 23 Feb 2027", purpose: "relationship", unitId: "u" })
    expect(reviewFields({ id: "u", name: "x".repeat(200) }, "2027-02-23", null).name.length).toBeLessThanOrEqual(200)
  })
})

it("says how many points are open and how many of them the reader may not read", () => {
  expect(pointsInWords({ shown: [], hidden: 0 })).toBe("Nothing.")
  expect(pointsInWords({ shown: [1, 2], hidden: 1 })).toBe("3 points without an answer, 1 of them told in confidence.")
  expect([0, 1, 3].map((asked) => voiceInWords({ asked, silent: [] }))).toEqual(["nobody there is asked yet", "1 person asked, nobody heard yet", "3 people asked, nobody heard yet"])
  expect(voiceInWords({ asked: 0, silent: ["frontline"] })).toBe("no front line heard yet, nobody more is asked")
  expect(voiceInWords({ asked: 1, silent: ["frontline", "executive"] })).toBe("no front line and no executives heard yet, 1 person asked")
})

describe("what would close the gap", () => {
  it("is the late promises, then what the lower side does not find true of the next level", () => {
    const business = { ...upTo(2), holds: [...upTo(2).holds, "3-dates", "3-vital"] }
    expect(waysToClose("Support", { business, it: upTo(3) }, 2).map(({ words }) => words)).toEqual(["Keep the 2 late promises", "IT keeps the promises it makes to us"])
  })

  it("is asking, where a side has said nothing", () => {
    expect(waysToClose("Support", { business: null, it: upTo(3) }, 0).map(({ words }) => words)).toEqual(["Ask Support what is true"])
    expect(waysToClose("Support", { business: null, it: null }, 0)).toHaveLength(2)
    expect(waysToClose("Support", { business: upTo(5), it: upTo(5) }, 0)).toEqual([])
  })
})

it("counts work that starts within 90 days or has not ended as work ahead", () => {
  const work = (startsOn: string | null, endsOn: string | null) => ({ startsOn, endsOn })
  const all = [work(null, null), work("2026-01-01", "2026-11-30"), work("2026-01-01", "2026-12-01"), work("2027-03-01", null), work("2027-03-02", null)]
  expect(workAhead(all, "2026-12-01")).toEqual([all[0], all[2], all[3]])
})

describe("ratings over time", () => {
  it("are no line under two scores, and it is said why", () => {
    expect(whyNoLine([])).toContain("nobody has rated")
    expect(whyNoLine([day("2026-01-01", 3), day("2026-02-01", null, 4)])).toContain("There is one score so far")
    expect(ratingChart([day("2026-01-01", 3)])).toBeNull()
    expect(ratingsInWords([])).toBe("There are not enough ratings for a line.")
  })

  it("are three lines from two scores on; days without a score have no dot", () => {
    const days = [day("2026-01-01", 2), day("2026-02-01", null, 4), day("2026-03-01", 4)]
    const chart = ratingChart(days)
    expect(chart?.lines.map(({ dots }) => dots.length)).toEqual([2, 2, 2])
    expect(chart?.marks.map(({ answers }) => answers)).toEqual(["7 answers", "7 answers"])
    expect(chart?.inWords).toBe("From Jan 2026 to Mar 2026, out of 5: Understood 2.0 to 4.0, Trust 2.0 to 4.0, Responsive 2.0 to 4.0.")
  })

  it("puts the labels of lines that end together apart", () => {
    const places = (ratingChart([day("2026-01-01", 2), day("2026-03-01", 4)])?.lines ?? []).map(({ labelY }) => labelY).sort((a, b) => a - b)
    expect(places.every((place, at) => at === 0 || place - (places[at - 1] ?? 0) >= 18)).toBe(true)
  })
})

it("says how the relationships stand together, and what is late of one", () => {
  expect(relationshipsTitle([{ gap: 1 }, { gap: null }])).toBe("The one relationship that is known is seen differently by the two sides.")
  expect(relationshipsTitle([{ gap: 1 }, { gap: 0 }, { gap: null }])).toBe("1 of 2 relationships are seen differently by the two sides.")
  expect(relationshipsTitle([])).toBe("There is no unit yet.")
  expect(relationshipsTitle([{ gap: null }])).toBe("Of no unit do we know how both sides see it.")
  expect(relationshipLede(1, 2)).toBe("The two sides are one level apart. 2 promises are late.")
})
