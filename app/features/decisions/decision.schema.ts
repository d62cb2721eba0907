// What submitted forms of a decision must look like.
import { z } from "zod"
import { blankable, calendarDate, decimal, money, optionalDate, optionalId, recordEdit, several, text, wholeNumber, words } from "~/features/elements/fields.schema"
import { roomTopics, tieRelations } from "./decision"
import { contractForms, type SavingInputs } from "./saving"
import { mostCriteria, type CriterionFields, type Score } from "./weighing"

const operationId = z.uuid()
const name = words(200, "Give the decision a name.")
const topic = z.enum(roomTopics, "Choose one from the list.")
const said = {
  summary: text(2000).optional(), context: text(4000).optional(), outcome: text(1000).optional(), reasons: text(4000).optional(), constraints: text(2000).optional(),
  reviewOn: optionalDate, revisitWhen: text(2000).optional(),
}

export const decisionCreate = z.strictObject({ operationId, name, topic, summary: said.summary, context: said.context, ownerId: optionalId, functionId: optionalId, supersedesId: optionalId })
export const decisionEdit = z.strictObject({ ...recordEdit, name: name.optional(), topic: topic.optional(), ...said })
export const justDoDecision = z.strictObject({ operationId })
export const optionAdd = z.strictObject({ operationId, name: words(200, "Give the option a name."), summary: text(1000).optional() })
export const tieAdd = z.strictObject({ operationId, relation: z.enum(tieRelations, "Choose one from the list."), toId: z.uuid("Choose one from the list.") })
export const personNamed = z.strictObject({ operationId, personId: z.uuid("Choose one from the list.") })
export const reasonGiven = z.strictObject({ operationId, reason: text(1000) })
export const readyForm = z.strictObject({ operationId, waiver: text(500).optional() })
export const signForm = z.strictObject({ operationId, checksum: z.string().regex(/^[0-9a-f]{64}$/, "Reload the page and read it again."), dissent: text(2000).optional() })
export const realisedForm = z.strictObject({ operationId, fromOn: calendarDate, untilOn: calendarDate, amount: money, evidence: words(1000, "Say where it can be seen: a bill, a contract that ended.") })

const count = blankable(wholeNumber("Write a whole number from 0.", 10_000_000))
const amount = blankable(money)
const hours = blankable(decimal("Write hours as a number, such as 12 or 12.5.").refine((typed) => !typed.startsWith("-") && /^\d{1,8}(\.\d{1,2})?$/.test(typed), "Write hours as a number with two places at most, from 0."))
export const optionEdit = z.strictObject({
  ...recordEdit, name: words(200, "Give the option a name.").optional(), summary: text(1000),
  seats: count, seatPrice: amount, support: amount, maintenance: amount, administration: amount, extraSeats: count, standardPrice: amount, uplift: amount,
  migration: amount, trainingHours: hours, hourlyRate: amount, contractExit: amount, contract: z.enum(contractForms, "Choose one from the list."), contractEndsOn: blankable(calendarDate),
})

/** The words of an option's form, and what it saves. */
export function optionIn({ operationId: sent, version, name: called, summary, ...saving }: z.output<typeof optionEdit>): { operationId: string; version: number; name?: string; summary: string; saving: SavingInputs } {
  return { operationId: sent, version, ...(called === undefined ? {} : { name: called }), summary, saving }
}

const weight = z.string().trim().regex(/^\d{0,3}$/, "A weight is a whole number from 0 to 100.").transform(Number)
/** The rows of the criteria's form, one after the other: names, what a 5 means, and weights. */
export const criteriaForm = z.strictObject({ operationId, name: several(text(100), mostCriteria), meaning: several(text(300), mostCriteria), weight: several(weight, mostCriteria) })

/** The criteria of the posted rows. */
export function criteriaIn({ name: names, meaning, weight: weights }: z.output<typeof criteriaForm>): CriterionFields[] {
  return names.map((one, at) => ({ name: one, meaning: meaning[at] ?? "", weight: weights[at] ?? 0 }))
}

const most = 400
const cell = z.string().regex(/^[0-9a-f-]{36} [0-9a-f-]{36}$/, "Reload the page and score again.")
/** One score for every option and criterion: which cell, and the number given in it. */
export const scoresForm = z.strictObject({ operationId, cell: several(cell, most), score: several(z.string().regex(/^[0-5]$/, "Score every option by every criterion, from 0 to 5."), most) })

/** The scores of the posted cells. */
export function scoresIn({ cell: cells, score }: z.output<typeof scoresForm>): Omit<Score, "scorerId">[] {
  return cells.map((one, at) => {
    const [optionId = "", criterionId = ""] = one.split(" ")
    return { optionId, criterionId, score: Number(score[at] ?? "") }
  })
}
