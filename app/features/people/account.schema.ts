// What submitted forms of signing in, passwords and accounts must look like.
import { z } from "zod"
import { roles } from "~/core/policy"
import { several, text, wholeNumber, words } from "~/features/elements/fields.schema"

const operationId = z.uuid()
/** Not trimmed: a password may begin or end with a blank. Its rules are told by the password's own file. */
const typedPassword = z.string("Type the password.").max(1024, "At most 256 characters.")
const address = z.string("Write the address.").trim().pipe(z.email("Write the address like name@company.example.").max(254, "At most 254 characters."))
const someRoles = several(z.enum(roles), 10).refine((chosen) => chosen.length > 0, "Choose at least one role.")

export const nothing = z.strictObject({ operationId: operationId.optional() })
export const signInForm = z.strictObject({ email: words(254, "Type your e-mail address."), password: typedPassword, next: z.string().max(2000).optional() })
export const passwordByLink = z.strictObject({ operationId, password: typedPassword })
export const ownPassword = z.strictObject({ operationId, currentPassword: typedPassword.optional(), password: typedPassword })
export const firstCompany = z.strictObject({
  operationId,
  companyName: words(200, "Give the company a name."),
  currency: text(3).transform((code) => code.toUpperCase()),
  yearFirstMonth: wholeNumber("Choose a month.", 12).refine((month) => month >= 1, "Choose a month."),
  timeZone: text(100),
  name: words(200, "Write your name."),
  email: address,
  password: typedPassword,
})
export const accountCreate = z.strictObject({ operationId, personId: z.union([z.uuid(), z.literal("")]).optional(), name: text(200).optional(), email: address, roles: someRoles })
export const accountRoles = z.strictObject({ operationId, roles: someRoles })
