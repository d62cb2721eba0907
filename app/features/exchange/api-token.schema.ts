// What the form of a new token must look like.
import { z } from "zod"
import { words } from "~/features/elements/fields.schema"
import { tokenDays } from "./api-token"

const days = z.enum(tokenDays.map(String), "Choose how long it is good for.").transform(Number)

export const tokenMake = z.strictObject({ operationId: z.uuid(), name: words(100, "Name the program that will use it."), days })
