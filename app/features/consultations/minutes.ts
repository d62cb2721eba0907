// The minutes of a conversation in plain words, the text of "you said, we did", and what people say of both.
import type { Disposition, FeedbackKind } from "#db/words"
import { dayMonthYear } from "~/core/calendar"
import { dispositionWords, feedbackKindWords } from "./feedback"

export interface MinutedPoint {
  body: string
  kind: FeedbackKind
  confidentiality: string
  disposition: Disposition | null
  reason: string
  deferredUntil: string | null
  owner: string | null
  answerBy: string | null
}

/** A first draft of the minutes from what was written down; confidential points are a count, whoever drafts them. */
export function draftMinutes(said: { question: string; decisions: readonly string[]; points: readonly MinutedPoint[]; confidential: number }): string {
  const open = said.points.filter(({ confidentiality }) => confidentiality !== "confidential")
  const hidden = said.confidential + said.points.length - open.length
  const parts = [
    said.question === "" ? "" : `We asked: ${said.question}`,
    said.decisions.length === 0 ? "" : `What we decided:\n${said.decisions.map((one) => `- ${one}`).join("\n")}`,
    open.length === 0 ? "" : `What people said:\n${open.map(({ kind, body }) => `- ${feedbackKindWords[kind]}: ${body}`).join("\n")}`,
    hidden === 0 ? "" : `${hidden === 1 ? "One point was" : `${hidden} points were`} said in confidence and not written here.`,
  ]
  return parts.filter((part) => part !== "").join("\n\n")
}

/** The answer to a point in one sentence, as it is told. */
export function answerSentence(point: Pick<MinutedPoint, "disposition" | "reason" | "deferredUntil">): string {
  if (point.disposition === null) return "No answer yet."
  const until = point.deferredUntil === null ? "" : `, after ${dayMonthYear(point.deferredUntil)}`
  const reason = point.reason.trim()
  return `${dispositionWords[point.disposition]}${until}.${reason === "" ? "" : ` ${reason}`}`
}

/** The text that can be sent: what was said and what became of it. Confidential points are never in it. */
export function saidAndDid(about: { name: string; title?: string; points: readonly MinutedPoint[] }): string {
  const open = about.points.filter(({ confidentiality }) => confidentiality !== "confidential")
  const lines = open.map((point) => `You said: ${point.body}\nWe did: ${answerSentence(point)}`)
  return [about.title ?? `What became of “${about.name}”`, ...lines].join("\n\n")
}

export interface ReadingEase {
  sentences: number
  wordsASentence: number
}

/** How long the sentences are: lines and full stops end one. Null without words. */
export function readingEase(text: string): ReadingEase | null {
  const sentences = text.split(/[.!?:]+(?=\s|$)|\n+/).map((one) => one.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0).filter((words) => words > 0)
  if (sentences.length === 0) return null
  return { sentences: sentences.length, wordsASentence: Math.round(sentences.reduce((sum, words) => sum + words, 0) / sentences.length) }
}

/** "7 of 8 people say the minutes are right.", and what is to mend. */
export function repliesSentence(replies: { right: number; mend: number; asked: number }): string {
  if (replies.asked === 0) return "Nobody was heard yet, so there is nobody to confirm them."
  const people = replies.asked === 1 ? "person" : "people"
  const first = `Minutes confirmed by ${replies.right} of ${replies.asked} ${people}.`
  return replies.mend === 0 ? first : `${first} ${replies.mend} ${replies.mend === 1 ? "asks" : "ask"} for a change.`
}

export const ratingQuestions = [
  { name: "understood", words: "I was understood" },
  { name: "trust", words: "I trust what happens next" },
  { name: "responsive", words: "IT was quick to respond" },
] as const
export type RatingName = (typeof ratingQuestions)[number]["name"]
