// What the forms of imports must look like.
import { z } from "zod"
import { blankable, calendarDate, several, text } from "~/features/elements/fields.schema"
import { chainKinds } from "~/features/elements/element"
import { relations, type Strength } from "~/features/elements/link"
import { tableKinds } from "./brought"
import { meanings, type Meaning } from "./standard-words"
import { fileDefaults } from "./file-fields"

const operationId = z.uuid()
const rowNumber = z.string().regex(/^\d{1,9}$/, "Reload the page and try again.").transform(Number)
const strength = blankable(z.enum(["1", "3", "9"]).transform((value) => Number(value) as Strength))

export const importUpload = z.strictObject({ operationId, as: blankable(z.enum(tableKinds)).optional(), savedAt: blankable(z.iso.datetime()).optional() })
export const importStep = z.strictObject({ operationId })
export const importTicks = z.strictObject({
  operationId, shown: several(rowNumber, 100), n: several(rowNumber, 100),
  all: z.enum(["new on", "new off", "changed on", "changed off"]).optional(),
  /** sent by the page's script, which stays where it is */
  aside: z.literal("on").optional(),
})
export const importSide = z.strictObject({ operationId, n: rowNumber, field: text(120), side: z.enum(["mine", "theirs"]) })
export const importOffer = z.strictObject({ operationId, n: rowNumber.optional(), all: z.literal("on").optional(), strength })
export const importCorrection = z.strictObject({ operationId, line: rowNumber, field: text(120), text: text(4000) })

export const importDefaults = z.strictObject({
  operationId,
  defaults: z.record(z.string(), z.record(z.string(), text(200))).transform((kinds) =>
    Object.fromEntries(Object.entries(kinds).flatMap(([kind, fields]) => Object.entries(fields).map(([field, value]) => [`${kind}.${field}`, value] as const))
      .filter(([key]) => key in fileDefaults))),
})

/** Choices of one list, each field carrying what it is about and what was chosen for it: ["Lead","owner"]. */
function pairs<Value extends string>(value: z.ZodType<Value>) {
  const pair = z.string().max(1000).transform((sent, context): [string, Value] => {
    const read = pairOf(sent)
    const chosen = value.safeParse(read?.[1])
    if (read && chosen.success) return [read[0], chosen.data]
    context.addIssue({ code: "custom", message: "Choose one from the list." })
    return z.NEVER
  })
  return several(pair, 480).transform((list) => (list.length === 0 ? undefined : (Object.fromEntries(list) as Record<string, Value>)))
}

function pairOf(sent: string): [string, unknown] | null {
  try {
    const read: unknown = JSON.parse(sent)
    return Array.isArray(read) && read.length === 2 && typeof read[0] === "string" ? [read[0], read[1]] : null
  } catch {
    return null
  }
}

/** A word nobody has explained is sent blank and stays so. */
export const importStatuses = z.strictObject({
  operationId,
  status: z.preprocess((sent) => [sent].flat().filter((one) => one !== "" && one !== undefined), pairs(z.enum(meanings as [Meaning, ...Meaning[]]))),
  ofDay: blankable(calendarDate).optional(),
})

const yesNo = blankable(z.enum(["true", "false"]).transform((value) => value === "true")).optional()

export const importColumns = z.strictObject({
  operationId,
  as: z.enum([...tableKinds, "skip"]).optional(),
  sheet: pairs(z.enum([...tableKinds, "skip"])),
  column: pairs(z.string().max(120)),
  label: pairs(z.enum([...chainKinds, "keep"])),
  relation: pairs(z.enum([...relations, "part of", "keep"])),
  encoding: blankable(z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"])).optional(),
  // a tab is blank to blankable(), and a choice here
  separator: z.enum(["", ",", ";", "\t", "|"]).transform((value) => (value === "" ? null : value)).optional(),
  dayFirst: yesNo,
  decimalComma: yesNo,
})
