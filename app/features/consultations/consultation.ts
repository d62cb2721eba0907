// A consultation: structured asking about one or more subjects; its fields, its words on screen, and how it opens and closes.
import type { ConsultationForm, ConsultationPurpose, ConsultationState, ParticipationLevel, SubjectKind } from "#db/words"
import { RuleError } from "~/core/errors"
import type { Snapshot } from "~/core/change"

export type { ConsultationState } from "#db/words"
export const consultationForms = ["interview", "workshop", "survey", "review meeting"] as const satisfies readonly ConsultationForm[]
export const formWords: Record<ConsultationForm, string> = { interview: "Interview", workshop: "Workshop", survey: "Survey", "review meeting": "Review meeting" }

export const consultationPurposes = ["decision", "relationship", "service", "strategy"] as const satisfies readonly ConsultationPurpose[]
export const purposeWords: Record<ConsultationPurpose, string> = {
  decision: "Before something is decided", relationship: "How we work together", service: "How a service does", strategy: "Where we want to go",
}

/** The IAP2 spectrum: how far people take part, and the promise that goes with it, in our words. */
export const participationLevels = ["inform", "consult", "involve", "collaborate", "empower"] as const satisfies readonly ParticipationLevel[]
export const levelWords: Record<ParticipationLevel, { label: string; promise: string }> = {
  inform: { label: "We tell you", promise: "We keep you informed, early and in plain words." },
  consult: { label: "We ask you", promise: "We listen, and tell you what became of each point." },
  involve: { label: "We work it through with you", promise: "Your concerns show in the options, and we say how." },
  collaborate: { label: "We find the answer together", promise: "We take your advice into the decision as far as we can." },
  empower: { label: "You decide", promise: "We do what you decide." },
}

export const stateWords: Record<ConsultationState, string> = { draft: "Being prepared", open: "Open", closed: "Closed", cancelled: "Called off" }

/** The state that an address asks for; null for none, or for words that are no state. */
export function readState(text: string | null): ConsultationState | null {
  return (Object.keys(stateWords) as ConsultationState[]).find((state) => state === text) ?? null
}

export const subjectKinds = ["goal", "initiative", "decision", "service", "application"] as const satisfies readonly SubjectKind[]

/** Whether a record of this kind can be what a conversation is about. */
export function isSubjectKind(kind: string): kind is SubjectKind {
  return (subjectKinds as readonly string[]).includes(kind)
}

export interface ConsultationFields {
  name: string
  summary: string
  form: ConsultationForm
  purpose: ConsultationPurpose
  participationLevel: ParticipationLevel
  ownerId: string | null
  /** the unit whose relationship is reviewed */
  unitId: string | null
  questionPlain: string
  questionStandard: string
  questionTechnical: string
  costs: string
  effects: string
  closesOn: string | null
  nextOn: string | null
}

export const newConsultationFields: Omit<ConsultationFields, "name"> = {
  summary: "", form: "interview", purpose: "decision", participationLevel: "consult", ownerId: null, unitId: null,
  questionPlain: "", questionStandard: "", questionTechnical: "", costs: "", effects: "", closesOn: null, nextOn: null,
}

/** The consultation as its history keeps it. */
export function consultationSnapshot(fields: ConsultationFields & { state: ConsultationState }): Snapshot {
  const { name, summary, form, purpose, participationLevel, ownerId, unitId, questionPlain, questionStandard, questionTechnical, costs, effects, closesOn, nextOn, state } = fields
  return { name, summary, form, purpose, participationLevel, ownerId, unitId, questionPlain, questionStandard, questionTechnical, costs, effects, closesOn, nextOn, state }
}

/** What people were told when they were asked: it stays as it was once the conversation is open. */
const told = ["participationLevel", "purpose", "costs", "effects"] as const

/** Refuses an edit that would change afterwards what people were asked about; a summary may be put better, not taken away. */
export function checkEdit(before: ConsultationFields & { state: ConsultationState }, after: ConsultationFields): ConsultationFields {
  if (before.state === "draft") return after
  for (const field of told)
    if (before[field] !== after[field]) throw new RuleError("People were asked with these words. Start another conversation to ask about something else.", { field })
  if (after.summary.trim() === "") throw new RuleError("People were asked with a summary. Put it better, but do not leave it out.", { field: "summary" })
  return after
}

/** Refuses opening before there is something to ask about, in plain words. */
export function checkOpening(consultation: ConsultationFields & { state: ConsultationState }, given: { subjects: number; options: number }, today: string): void {
  if (consultation.state !== "draft") throw new RuleError(`It is not being prepared any more: ${stateWords[consultation.state].toLowerCase()}.`)
  if (consultation.summary.trim() === "") throw new RuleError("Write in two or three plain sentences what it is about, then open it.", { field: "summary" })
  if (consultation.questionPlain.trim() === "") throw new RuleError("Write the question that people answer, then open it.", { field: "questionPlain" })
  if (consultation.purpose === "relationship" ? consultation.unitId === null : given.subjects === 0) throw new RuleError("Say what it is about first: a goal, an initiative, a decision, a service or an application.", { field: "subjectId" })
  if (consultation.closesOn !== null && consultation.closesOn < today) throw new RuleError("The day it closes has passed. Choose a later one.", { field: "closesOn" })
  if (consultation.purpose !== "decision") return
  if (consultation.costs.trim() === "" || consultation.effects.trim() === "") throw new RuleError("Say what it costs and what it changes before you ask. “Not known yet” is an answer.", { field: consultation.costs.trim() === "" ? "costs" : "effects" })
  if (given.options < 2) throw new RuleError("Name at least one option beside doing nothing before you ask.", { field: "option" })
}
