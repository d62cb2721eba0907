// A point somebody raised: its kind, how far its answer has come, and what an answer must carry.
import type { Confidentiality, Disposition, FeedbackKind, RoleLevel } from "#db/words"
import { compareDates, type CalendarDate } from "~/core/calendar"
import type { Snapshot } from "~/core/change"
import { RuleError } from "~/core/errors"

export const feedbackKinds = ["need", "wish", "concern", "question", "idea", "objection", "praise"] as const satisfies readonly FeedbackKind[]
export const feedbackKindWords: Record<FeedbackKind, string> = {
  need: "Need", wish: "Wish", concern: "Concern", question: "Question", idea: "Idea", objection: "Objection", praise: "Praise",
}

export const confidentialities = ["named", "role only", "confidential"] as const satisfies readonly Confidentiality[]
export const confidentialityWords: Record<Confidentiality, string> = {
  named: "With the name", "role only": "Unit and role level only", confidential: "Confidential",
}

export const dispositions = ["accepted", "partly accepted", "rejected", "deferred", "noted"] as const satisfies readonly Disposition[]
export const dispositionWords: Record<Disposition, string> = {
  accepted: "We will", "partly accepted": "In part", rejected: "We will not", deferred: "Later", noted: "Noted",
}

export const loopStates = ["heard", "answered", "told", "confirmed"] as const
export type LoopState = (typeof loopStates)[number]

/** How far a point has come: heard, answered, told back, confirmed by who raised it. */
export function loopStateOf(point: { answeredAt: unknown; toldAt: unknown; confirmedAt: unknown }): LoopState {
  if (point.confirmedAt !== null) return "confirmed"
  if (point.toldAt !== null) return "told"
  return point.answeredAt !== null ? "answered" : "heard"
}

/** How many of the four segments are filled, from 1. */
export function loopSteps(state: LoopState): number {
  return loopStates.indexOf(state) + 1
}

export interface Answer {
  disposition: Disposition
  reason: string
  deferredUntil: CalendarDate | null
}

/** Refuses an answer that says no without a reason, or later without a day; a day belongs to "later" alone. */
export function requireAnswer(answer: Answer, today: CalendarDate): void {
  if (answer.disposition === "rejected" && answer.reason.trim() === "")
    throw new RuleError("Say why not: whoever asked reads the reason.", { field: "reason" })
  if (answer.disposition === "deferred" && answer.deferredUntil === null)
    throw new RuleError("Say until when: “later” needs a day.", { field: "deferredUntil" })
  if (answer.disposition !== "deferred" && answer.deferredUntil !== null)
    throw new RuleError("A day belongs to the answer “later”. Clear it, or choose “Later”.", { field: "deferredUntil" })
  if (answer.deferredUntil !== null && compareDates(answer.deferredUntil, today) <= 0)
    throw new RuleError("The day until which it is put off must lie ahead.", { field: "deferredUntil" })
}

/** What an answer makes besides: a promise with its owner and day, or an initiative; at most one. */
export interface Made {
  promise?: { name: string; ownerId: string | null; dueOn: CalendarDate } | null
  initiative?: { name: string } | null
}

/** Refuses an answer that leads to several things at once. */
export function requireOneOutcome({ promise, initiative, ledToId }: Made & { ledToId?: string | null }): void {
  if ([promise, initiative, ledToId].filter(Boolean).length > 1)
    throw new RuleError("An answer leads to one thing. Choose a record, or make a promise, or make an initiative.", { field: promise ? "promiseName" : "initiativeName" })
}

/** Refuses to tell back what has no answer, and to confirm what was not told. */
export function requireStep(point: { answeredAt: Date | null; toldAt: Date | null }, step: "told" | "confirmed"): void {
  if (point.answeredAt === null) throw new RuleError("This point has no answer yet. Answer it first.")
  if (step === "confirmed" && point.toldAt === null) throw new RuleError("Nobody was told this answer yet. Tell them first.")
}

/** Refuses to change or answer what was taken back. */
export function requireThere(point: { withdrawnAt: Date | null }): void {
  if (point.withdrawnAt !== null) throw new RuleError("This point was taken back. Undo that first, from the history of its conversation.")
}

/** Strata under this many people name nobody, and groups under it show no scores. */
export const fewestShown = 5

export interface Stratum {
  unitId: string | null
  roleLevel: RoleLevel | null
}

/**
 * What everybody may know of who raised a point: unit and role level, except of a confidential point, and except of a role-only point
 * from a stratum under five people (`headcount`; null: not known, treated as few).
 */
export function shownStratum(confidentiality: Confidentiality, stratum: Stratum, headcount: number | null): Stratum {
  const nobody = { unitId: null, roleLevel: null }
  if (confidentiality === "confidential") return nobody
  if (confidentiality === "named") return { unitId: stratum.unitId, roleLevel: stratum.roleLevel }
  if (stratum.unitId === null || stratum.roleLevel === null || headcount === null || headcount < fewestShown) return nobody
  return { unitId: stratum.unitId, roleLevel: stratum.roleLevel }
}

export interface PointFields extends Answered {
  consultationId: string
  subjectId: string | null
  kind: FeedbackKind
  confidentiality: Confidentiality
  shownUnitId: string | null
  shownRoleLevel: RoleLevel | null
  ownerId: string | null
  answerBy: CalendarDate | null
  ledToId: string | null
  withdrawnAt: Date | null
}

interface Answered {
  disposition: Disposition | null
  deferredUntil: CalendarDate | null
  answeredAt: Date | null
  toldAt: Date | null
  confirmedAt: Date | null
}

/** What stands in the history in place of the words of a confidential point. */
export const wordsWithheld = "changed"

/**
 * A point as its history keeps it. Who raised it is never in it. Of a confidential point there are only the steps of its loop:
 * no words, no kind, no names, not even what it is about.
 */
export function feedbackSnapshot(point: PointFields, words: { body: string; reason: string } | null): Snapshot {
  const steps = { told: point.toldAt !== null, confirmed: point.confirmedAt !== null, withdrawn: point.withdrawnAt !== null }
  const { consultationId, confidentiality } = point
  if (confidentiality === "confidential") return { consultationId, confidentiality, answered: point.answeredAt !== null, ...steps }
  const { subjectId, kind, shownUnitId, shownRoleLevel, ownerId, answerBy, disposition, deferredUntil, ledToId } = point
  return {
    consultationId, confidentiality, subjectId, kind, shownUnitId, shownRoleLevel, ownerId, answerBy, disposition, deferredUntil, ledToId, ...steps,
    body: words?.body ?? null, reason: words?.reason ?? null,
  }
}

/** The short id of a point, such as V-12. */
export function pointCode(number: number): string {
  return `V-${number}`
}
