// What the form of a new token must look like.
import { z } from "zod"
import { text } from "~/features/elements/fields.schema"
import { tokenDays } from "./api-token"

const days = z.enum(tokenDays.map(String), "Choose how long it is good for.").transform(Number)

export const tokenMake = z.strictObject({ operationId: z.uuid(), name: text(100).min(1, "Name the program that will use it."), days })
