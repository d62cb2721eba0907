// What submitted forms for applications and their use by units must look like.
import { z } from "zod"
import { cellOf } from "~/features/elements/cell.schema"
import { blankable, calendarDate, money, optionalDate, optionalId, recordEdit, text, wholeNumber, words } from "~/features/elements/fields.schema"
import { lifecycles } from "./application"
import { fitSides, plannedPlacements } from "./fit"

const name = words(200, "Give the application a name.")
const lifecycle = z.enum(lifecycles, "Choose one from the list.")
const vendor = text(200)
const plannedPlacement = blankable(z.enum(plannedPlacements, "Choose one from the list."))
const portfolioFields = {
  planOn: optionalDate, phaseInOn: optionalDate, activeOn: optionalDate, phaseOutOn: optionalDate, endOfLifeOn: optionalDate, contractEndsOn: optionalDate, noticeOn: optionalDate,
  family: blankable(text(200)).optional(), productVersion: blankable(text(60)).optional(), plannedPlacement: plannedPlacement.optional(),
}
const applicationFields = { summary: text(2000).optional(), lifecycle: lifecycle.optional(), vendor: vendor.optional() }

export const applicationCreate = z.strictObject({ operationId: z.uuid(), name, ...applicationFields, ownerId: optionalId })
export const applicationEdit = z.strictObject({ ...recordEdit, name: name.optional(), ...applicationFields, ...portfolioFields })
export const applicationCell = cellOf({ name, lifecycle, vendor, plannedPlacement, contractEndsOn: blankable(calendarDate), noticeOn: blankable(calendarDate) })

const seats = blankable(wholeNumber("Seats are a whole number from 0."))
const yearlyCost = blankable(money)
/** A cell of a table of uses. */
export const useCell = cellOf({ seats, yearlyCost })

const amount = blankable(money).optional()
const seen = wholeNumber("Reload the page and try again.").optional()
/** The costs of one year: the year, the four amounts, and the versions of the lines that were read. */
export const costsOfYear = z.strictObject({
  operationId: z.uuid(), year: wholeNumber("Write a year from 1990 to 2200.", 2200, 1990), licence: amount, support: amount, maintenance: amount, administration: amount,
  seenLicence: seen, seenSupport: seen, seenMaintenance: seen, seenAdministration: seen,
})

const answer = z.enum(["1", "2", "3", "4"], "Choose one of the four answers.").transform(Number)
/** One answered questionnaire. */
export const fitAnswer = z.strictObject({
  operationId: z.uuid(), side: z.enum(fitSides, "Choose one from the list."), respondentId: z.uuid("Choose who answered."), answeredOn: calendarDate,
  answerA: answer, answerB: answer, answerC: answer, answerD: answer,
})

/** What is said of two records that may be one product. */
export const judgement = z.strictObject({
  operationId: z.uuid(), firstId: z.uuid("Choose one from the list."), secondId: z.uuid("Choose one from the list."), judged: z.enum(["same", "different"], "Choose one from the list."), reason: text(500),
})

/** The record that stays. */
export const applicationMerge = z.strictObject({ operationId: z.uuid(), intoId: z.uuid("Choose one from the list.") })
