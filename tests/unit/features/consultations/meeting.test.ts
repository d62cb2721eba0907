// Meetings: the agenda as it is written, where it stands, who speaks in a line; minutes and what can be sent.
import { describe, expect, it } from "vitest"
import { agendaText, currentItem, minutesSince, momentIn, nextItem, readAgenda, requireMeeting, speakerIn } from "~/features/consultations/meeting"
import { answerSentence, draftMinutes, readingEase, repliesSentence, saidAndDid, type MinutedPoint } from "~/features/consultations/minutes"

describe("an agenda", () => {
  it("is written one point a line", () => {
    expect(readAgenda("Why we ask, 6\n\n What slows you down, 15: What do you do when it stops?\nWhat happens next")).toEqual([
      { name: "Why we ask", minutes: 6, prompt: "" },
      { name: "What slows you down", minutes: 15, prompt: "What do you do when it stops?" },
      { name: "What happens next", minutes: 5, prompt: "" },
    ])
  })
  it("reads back what it writes", () => {
    const agenda = readAgenda("Why, 6 min\nWhat now, 15: Who waits?")
    expect(readAgenda(agendaText(agenda))).toEqual(agenda)
  })
  it("fits into its meeting and is not empty", () => {
    expect(() => requireMeeting({ minutes: 20, agenda: readAgenda("Why, 6\nWhat, 15") })).toThrow("needs 21 minutes")
    expect(() => requireMeeting({ minutes: 21, agenda: readAgenda("Why, 6\nWhat, 15") })).not.toThrow()
    expect(() => requireMeeting({ minutes: 60, agenda: [] })).toThrow("at least one point")
  })
  it("knows where it stands", () => {
    const at = new Date()
    const [done, now, next] = [{ id: "1", minutes: 5, startedAt: at, endedAt: at }, { id: "2", minutes: 5, startedAt: at, endedAt: null }, { id: "3", minutes: 5, startedAt: null, endedAt: null }]
    expect([currentItem([done, now, next])?.id, nextItem([done, now, next])?.id]).toEqual(["2", "3"])
    expect([currentItem([done]), nextItem([done])]).toEqual([null, null])
    expect(minutesSince("2026-11-22T10:00:00Z", Date.parse("2026-11-22T10:12:59Z"))).toBe(12)
    expect(minutesSince("2026-11-22T10:00:00Z", Date.parse("2026-11-22T09:00:00Z"))).toBe(0)
  })
})

describe("who speaks in a line", () => {
  const people = [{ personId: "1", name: "Kaja Salo" }, { personId: "2", name: "Ana Petrov" }, { personId: "3", name: "Jon Petrov" }, { personId: "4", name: "Zoë Ngo" }]
  it.each([
    ["K. Salo: customers hang up", "1", "customers hang up"],
    ["salo: one: two", "1", "one: two"],
    ["zoe: works", "4", "works"],
    ["Ana Petrov: live stock?", "2", "live stock?"],
    ["Petrov: which of them?", null, "Petrov: which of them?"],
    ["Noon: the screen stops", null, "Noon: the screen stops"],
    ["nobody in particular", null, "nobody in particular"],
  ])("%s", (line, personId, body) => {
    expect(speakerIn(line, people)).toEqual({ personId, body })
  })
})

describe("minutes", () => {
  const point: MinutedPoint = { body: "Orders stop.", kind: "concern", confidentiality: "named", disposition: "accepted", reason: "Fixed in May.", deferredUntil: null, owner: null, answerBy: null }
  const secret: MinutedPoint = { ...point, body: "Secret worry.", confidentiality: "confidential" }
  it("never hold a confidential point, whoever drafts them", () => {
    const draft = draftMinutes({ question: "What slows you down?", decisions: ["Fix noon first."], points: [point, secret], confidential: 2 })
    expect(draft).toBe("We asked: What slows you down?\n\nWhat we decided:\n- Fix noon first.\n\nWhat people said:\n- Concern: Orders stop.\n\n3 points were said in confidence and not written here.")
    expect(saidAndDid({ name: "Ordering", points: [point, secret] })).toBe("What became of “Ordering”\n\nYou said: Orders stop.\nWe did: We will. Fixed in May.")
  })
  it("say an answer in a sentence", () => {
    expect(answerSentence({ disposition: "deferred", reason: "Stock first.", deferredUntil: "2027-03-31" })).toBe("Later, after 31 Mar 2027. Stock first.")
    expect(answerSentence({ disposition: null, reason: "", deferredUntil: null })).toBe("No answer yet.")
  })
  it("are measured by their sentences", () => {
    expect(readingEase("One two three. Four five six seven eight.\nNine ten")).toEqual({ sentences: 3, wordsASentence: 3 })
    expect(readingEase("  \n")).toBeNull()
  })
  it("are confirmed by those who were heard", () => {
    expect(repliesSentence({ right: 7, mend: 0, asked: 8 })).toBe("Minutes confirmed by 7 of 8 people.")
    expect(repliesSentence({ right: 0, mend: 1, asked: 1 })).toBe("Minutes confirmed by 0 of 1 person. 1 asks for a change.")
    expect(repliesSentence({ right: 0, mend: 0, asked: 0 })).toContain("Nobody was heard")
  })
})

describe("a day and time on the company's clocks", () => {
  it.each([
    ["2026-11-22T14:00", "Europe/Berlin", "2026-11-22T13:00:00.000Z"],
    ["2026-07-01T14:00", "Europe/Berlin", "2026-07-01T12:00:00.000Z"],
    ["2026-03-29T03:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
    ["2026-10-25T04:00", "Europe/Berlin", "2026-10-25T03:00:00.000Z"],
    ["2026-11-22T14:00", "Asia/Kolkata", "2026-11-22T08:30:00.000Z"],
  ])("%s in %s is %s", (local, timeZone, moment) => {
    expect(momentIn(local, timeZone).toISOString()).toBe(moment)
  })
})
