// Proves in which order and words it is said what waits for somebody among people.
import { expect, it } from "vitest"
import { closingConversations, meetingsToHold, owedAnswers, ownVoice, reviewsDue } from "~/features/alignment/my-engagement"
import { waitingCount } from "~/features/alignment/my-work"

const today = "2026-12-01"
const talk = { id: "r", kind: "consultation" as const, code: "R-9", name: "Ordering" }
const point = (code: string, raisedOn: string, answerBy: string | null = null, body = code) => ({ id: code, code, body, answerBy, raisedOn, consultation: talk })

it("puts points whose day has passed first, the longest overdue before the others, then the oldest", () => {
  const items = owedAnswers([point("V-1", "2026-11-01"), point("V-2", "2026-10-01"), point("V-3", "2026-11-20", "2026-11-29"), point("V-4", "2026-11-20", "2026-11-25"), point("V-5", "2026-11-30", "2026-12-01")], today)
  expect(items.map(({ element, daysLate }) => [element.code, daysLate])).toEqual([["V-4", 6], ["V-3", 2], ["V-2", 0], ["V-1", 0], ["V-5", 0]])
  expect(items.at(-1)).toMatchObject({ words: "Ordering · raised 1 day ago", note: "answer by 1 Dec 2026", action: { href: "/consultations/R-9/after?answer=V-5#V-5" } })
})

it("cuts a long point, and says which was raised today", () => {
  const [item] = owedAnswers([point("V-1", today, null, "x".repeat(500))], today)
  expect(item?.element.name).toHaveLength(160)
  expect(item?.words).toBe("Ordering · raised today")
})

it("says when a conversation closes, and that one whose day has passed is to be closed", () => {
  const of = (closesOn: string, asked = 3) => closingConversations([{ consultation: talk, closesOn, asked, heard: 1 }], today)[0]
  expect(of("2026-12-01")).toMatchObject({ words: "Open until 1 Dec 2026", note: "1 of 3 heard", daysLate: 0, action: { label: "Open" } })
  expect(of("2026-11-30", 0)).toMatchObject({ words: "Was open until 30 Nov 2026", note: "nobody is asked yet", daysLate: 1, action: { label: "Close it" } })
})

it("counts a meeting as late from the day after, never while it runs; a review from the day after it was due", () => {
  const meeting = { id: "m", consultation: talk, on: "2026-11-30", time: "10:00", place: "Room 4", started: false }
  expect(meetingsToHold([meeting, { ...meeting, started: true }, { ...meeting, on: today }], today).map(({ words, daysLate }) => [words, daysLate])).toEqual([["Meeting on 30 Nov 2026, 10:00", 1], ["The meeting runs", 0], ["Meeting on 1 Dec 2026, 10:00", 0]])
  const unit = { id: "u", kind: "unit" as const, code: "U-2", name: "Support" }
  expect(reviewsDue([{ unit, nextReviewOn: "2026-11-24", held: null }, { unit, nextReviewOn: today, held: null }], today).map(({ daysLate }) => daysLate)).toEqual([7, 0])
  expect(reviewsDue([{ unit, nextReviewOn: "2026-11-24", held: "R-9" }], today)).toMatchObject([{ words: "The review was held", daysLate: 0, action: { href: "/consultations/R-9/after#next" } }])
})

it("asks for the person's voice, then for their word on minutes", () => {
  expect(ownVoice({ invited: [{ consultation: talk, closesOn: null }], minutes: [{ consultation: talk, sentOn: today }] }, today).map(({ words, action }) => [words, action.href])).toEqual([
    ["You are asked", "/consultations/R-9"], ["Minutes sent 1 Dec 2026", "/consultations/R-9/after#minutes"],
  ])
})

it("counts every list that waits", () => {
  expect(waitingCount({ questions: [1], requests: [], needs: [1], promises: [1], points: [1, 2], talks: [1], voice: [1], updates: [1], readings: [1], lacking: [1] })).toBe(10)
})
