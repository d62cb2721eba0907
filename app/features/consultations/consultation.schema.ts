// What submitted forms of a consultation must look like.
import { z } from "zod"
import { checkbox, optionalDate, optionalId, recordEdit, text } from "~/features/elements/fields.schema"
import { consultationForms, consultationPurposes, participationLevels } from "./consultation"
import { confidentialities, feedbackKinds } from "./feedback"

const name = text(200).min(1, "Give the conversation a name.")
const words = {
  summary: text(2000).optional(), questionPlain: text(1000).optional(), questionStandard: text(1000).optional(), questionTechnical: text(1000).optional(),
  costs: text(1000).optional(), effects: text(1000).optional(), closesOn: optionalDate,
}
const choices = { form: z.enum(consultationForms), purpose: z.enum(consultationPurposes), participationLevel: z.enum(participationLevels) }
const operationId = z.uuid()

export const consultationCreate = z.strictObject({ operationId, name, ...choices, ...words, subjectId: optionalId, unitId: optionalId, ownerId: optionalId })
export const consultationEdit = z.strictObject({
  ...recordEdit, name: name.optional(), ...words, form: choices.form.optional(), purpose: choices.purpose.optional(),
  participationLevel: choices.participationLevel.optional(), unitId: optionalId, ownerId: optionalId,
})
export const subjectAdd = z.strictObject({ operationId, subjectId: z.uuid("Choose one from the list.") })
export const optionAdd = z.strictObject({ operationId, name: text(200).min(1, "Give the option a name."), summary: text(1000).optional() })
export const justDo = z.strictObject({ operationId })
export const inviteForm = z.strictObject({ operationId, personId: z.uuid("Choose one from the list."), mustHear: checkbox, why: text(300).optional() })
export const correctionForm = z.strictObject({
  operationId, unitId: z.uuid("Choose one from the list."), roleLevel: z.enum(["frontline", "specialist", "manager", "executive", "external"]),
  headcount: z.string().trim().regex(/^\d{1,7}$/, "Write a whole number from 0.").transform(Number), reason: text(500).min(1, "Say why, in a sentence."),
})
const rooms = ["0", "1", "2", "3", "4"] as const
const kindIn = z.enum(feedbackKinds).optional()
const wordsIn = text(2000).optional()
const nearIn = z.enum(confidentialities).optional()
/** What a personal page posts: the option chosen and up to five points. */
export const answerForm = z.strictObject({
  operationId, optionId: optionalId, kind0: kindIn, kind1: kindIn, kind2: kindIn, kind3: kindIn, kind4: kindIn,
  words0: wordsIn, words1: wordsIn, words2: wordsIn, words3: wordsIn, words4: wordsIn,
  confidentiality0: nearIn, confidentiality1: nearIn, confidentiality2: nearIn, confidentiality3: nearIn, confidentiality4: nearIn,
})

/** What somebody said on their page: the option and the points that have words. */
export function saidOn(posted: z.output<typeof answerForm>) {
  return {
    optionId: posted.optionId ?? null,
    points: rooms.flatMap((room) => {
      const body = posted[`words${room}`] ?? ""
      return body === "" ? [] : [{ kind: posted[`kind${room}`] ?? ("need" as const), confidentiality: posted[`confidentiality${room}`] ?? ("named" as const), body }]
    }),
  }
}
export const nobodyForm = z.strictObject({ operationId, reason: text(500).min(1, "Say why nobody is affected.") })
