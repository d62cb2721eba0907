// What submitted forms about initiatives must look like.
import { z } from "zod"
import { blankable, money, optionalDate, optionalId, recordEdit, several, text, wholeNumber, words } from "~/features/elements/fields.schema"
import { budgetYear, confidences, stages } from "./initiative"

const healths = ["on track", "at risk", "off track", "not reported"] as const
const operationId = z.uuid()
const chosen = several(z.uuid(), 500).refine((ids) => ids.length > 0, "Choose at least one row.")

const planFields = {
  name: words(200, "Give the initiative a name."),
  summary: text(2000).optional(),
  confidence: z.enum(confidences).optional(),
  startsOn: optionalDate,
  endsOn: optionalDate,
  sponsorId: optionalId,
}

const create = z.strictObject({ operationId, ...planFields, status: z.enum(["idea", "proposed"]).optional() })
const edit = z.strictObject({ ...recordEdit, ...planFields, name: planFields.name.optional() })

export const initiativeCreate = withBudget(create)
export const initiativeEdit = withBudget(edit)

/** Adds the budget's years to a form, a field each (`budget-2026`): blank takes the year away, and 0 is a budget. */
function withBudget<Shape extends z.ZodRawShape>(plan: z.ZodObject<Shape>) {
  return z.record(z.string().max(40), z.unknown()).transform((posted, context) => {
    const years = Object.entries(posted).filter(([field]) => budgetYear(field) !== null).slice(0, 40)
    const rest = Object.fromEntries(Object.entries(posted).filter(([field]) => budgetYear(field) === null))
    const read = plan.safeParse(rest)
    const budget: Record<string, string | null> = {}
    for (const [field, value] of years) {
      const amount = blankable(money).safeParse(value)
      if (amount.success) budget[budgetYear(field) ?? ""] = amount.data as string | null
      else context.addIssue({ code: "custom", path: [field], message: amount.error.issues[0]?.message ?? "Write an amount." })
    }
    for (const issue of read.error?.issues ?? []) context.addIssue({ code: "custom", path: [...issue.path], message: issue.message })
    return read.success ? { ...read.data, ...(years.length > 0 ? { budget } : {}) } : z.NEVER
  })
}

const cellValues = { name: planFields.name, startsOn: blankable(planFields.startsOn), endsOn: blankable(planFields.endsOn) }

/** One cell of the list: `name`, `startsOn`, `endsOn` or `budget-2026`. */
export const initiativeCell = z.strictObject({ ...recordEdit, field: z.string().max(20), value: z.string().max(400) }).transform((cell, context) => {
  const { field, value, ...rest } = cell
  const year = budgetYear(field)
  const schema = year ? blankable(money) : field === "name" || field === "startsOn" || field === "endsOn" ? cellValues[field] : null
  const read = schema?.safeParse(value)
  if (!read?.success) {
    context.addIssue({ code: "custom", path: ["value"], message: read?.error.issues[0]?.message ?? "This cell cannot be changed here." })
    return z.NEVER
  }
  return { ...rest, edit: year ? { budget: { [year]: read.data as string | null } } : { [field]: read.data } }
})

/** Why it is approved although the gate is shut; blank: it is not. */
const waiver = text(500).optional()
/** The stage of one initiative, from a button or a cell of the list. */
export const stageSet = z.strictObject({ ...recordEdit, to: z.enum(stages), waiver })
export const stageCell = z.strictObject({ ...recordEdit, field: z.literal("stage"), value: z.enum(stages) })
/** The owner of one initiative, from a cell of the list. */
export const ownerCell = z.strictObject({ ...recordEdit, field: z.literal("owner"), value: blankable(z.uuid("Choose one from the list.")) })

/** What is done to the initiatives chosen in the list; each has its own page, which posts their ids. */
export const stageOfMany = z.strictObject({ operationId, id: chosen, to: z.enum(stages, "Choose a stage."), waiver })
export const goalOfMany = z.strictObject({
  operationId, id: chosen, goalId: z.uuid("Choose a goal."),
  strength: z.enum(["9", "3", "1"]).transform((strength) => Number(strength) as 9 | 3 | 1), reason: words(1000, "Say in a sentence why it helps."),
})
export const updateOfMany = z.strictObject({ operationId, id: chosen, body: words(1000, "Write what you want to know.") })

export const statusReport = z.strictObject({
  operationId,
  scheduleHealth: z.enum(healths),
  costHealth: z.enum(healths),
  scopeHealth: z.enum(healths),
  progress: blankable(wholeNumber("The share of steps done is a whole number from 0 to 100.", 100)).default(null),
  healthNote: text(400).default(""),
  nextReportOn: optionalDate.transform((date) => date ?? null),
})
