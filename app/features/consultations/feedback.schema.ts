// What the forms of points must look like.
import { z } from "zod"
import { blankable, calendarDate, checkbox, optionalDate, optionalId, recordEdit, several, text } from "~/features/elements/fields.schema"
import { confidentialities, dispositions, feedbackKinds } from "./feedback"

const id = z.uuid()
const words = text(4000).min(1, "Write what was said.")
const roleLevel = blankable(z.enum(["frontline", "specialist", "manager", "executive", "external"])).optional()
const later = { ownerId: optionalId, answerBy: optionalDate }

/** A point written down: the form's operation id is the point's id too, so that it is saved once however often it arrives. */
export const pointCapture = z.strictObject({
  operationId: id, body: words, kind: z.enum(feedbackKinds), confidential: checkbox, shownAs: z.enum(["named", "role only"]).optional(), personId: optionalId, unitId: optionalId,
  roleLevel, subjectId: optionalId, meetingId: optionalId, agendaItemId: optionalId, ownerId: optionalId, by: optionalDate,
}).transform(({ operationId, confidential, shownAs, by, ...point }) => ({ ...point, answerBy: by, id: operationId, confidentiality: confidential ? ("confidential" as const) : (shownAs ?? ("named" as const)) }))

export const pointChange = z.strictObject({
  ...recordEdit, body: words.optional(), kind: z.enum(feedbackKinds).optional(), confidentiality: z.enum(confidentialities).optional(), subjectId: optionalId, ...later,
})

const named = blankable(text(200)).optional()

export const pointAnswer = z.strictObject({
  ...recordEdit, disposition: z.enum(dispositions, "Choose an answer."), reason: text(2000), ledToId: optionalId,
  deferredUntil: blankable(calendarDate).optional().transform((day) => day ?? null), ...later,
  promiseName: named, promiseOwnerId: optionalId, promiseDueOn: optionalDate, initiativeName: named,
}).superRefine(({ promiseName, promiseDueOn }, context) => {
  if (promiseName && !promiseDueOn) context.addIssue({ code: "custom", path: ["promiseDueOn"], message: "Say by when the promise is kept." })
  if (!promiseName && promiseDueOn) context.addIssue({ code: "custom", path: ["promiseName"], message: "Say what is promised, or clear the day." })
}).transform(({ promiseName, promiseOwnerId, promiseDueOn, initiativeName, ...answer }) => ({
  ...answer, promise: promiseName && promiseDueOn ? { name: promiseName, dueOn: promiseDueOn, ownerId: promiseOwnerId ?? null } : null,
  initiative: initiativeName ? { name: initiativeName } : null,
}))

export const pointsTold = z.strictObject({ operationId: id, id: several(id, 500) }).transform(({ operationId, id: ids }) => ({ operationId, ids }))
/** Those ticked stay, and the one chosen is added; choosing none adds none. */
export const pointReaders = z.strictObject({ operationId: id, personId: several(z.union([id, z.literal("")]), 50) })
  .transform(({ operationId, personId }) => ({ operationId, personIds: personId.filter((one) => one !== "") }))
