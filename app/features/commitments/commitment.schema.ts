// What submitted forms of commitments must look like.
import { z } from "zod"
import { blankable, calendarDate, optionalId, recordEdit, text } from "~/features/elements/fields.schema"

const operationId = z.uuid()
const name = text(200).min(1, "Say in a few words what is promised.")
const summary = text(2000).optional()

export const commitmentCreate = z.strictObject({ operationId, name, summary, unitId: optionalId, ownerId: optionalId, dueOn: calendarDate })
export const commitmentEdit = z.strictObject({ ...recordEdit, name: name.optional(), summary, unitId: optionalId, ownerId: blankable(z.uuid("Choose one from the list.")).optional() })
export const commitmentMove = z.strictObject({ operationId, toOn: calendarDate, reason: text(1000).min(1, "Say why it is moved: whoever was promised it will read this.") })
export const commitmentKeep = z.strictObject({ operationId, note: text(1000).min(1, "Say in a few words what was done.") })
export const commitmentWithdraw = z.strictObject({ operationId, reason: text(1000).min(1, "Say why it is withdrawn: whoever was promised it will read this.") })
