// What the forms of requests for a tool must look like.
import { z } from "zod"
import { calendarDate, checkbox, optionalId, text, words } from "~/features/elements/fields.schema"

const operationId = z.uuid()

export const requestCreate = z.strictObject({
  operationId, name: words(200, "Say which tool."), applicationId: optionalId, functionId: optionalId,
  need: words(1000, "Say in a sentence what you must do with it."), seen: checkbox,
})
export const requestAgree = z.strictObject({ operationId, untilOn: calendarDate, reason: text(1000) })
export const requestRefuse = z.strictObject({ operationId, reason: words(1000, "Say why: whoever asked will read this.") })
export const requestStep = z.strictObject({ operationId })
