// What the form of the company's purpose and of what it will not do must look like.
import { z } from "zod"
import { recordEdit, text } from "~/features/elements/fields.schema"
import { exclusionPlaces, type Exclusion } from "./company"

const line = text(200).optional()
const chosenLines = z.array(z.strictObject({ text: text(200).min(1), reason: text(200) }))

/** The whole list, as it is posted where two people changed it and one chose between both lists. */
const chosenList = text(8000).transform((posted, context): Exclusion[] => {
  const read = chosenLines.safeParse(jsonOf(posted))
  if (read.success && read.data.length <= exclusionPlaces.length) return read.data
  const message = read.success ? `There is room for ${exclusionPlaces.length} lines. Choose one of the two lists, then add to it.` : "Choose one of the two lists."
  context.addIssue({ code: "custom", message })
  return z.NEVER
})

/** The form has six numbered lines for what will not be done, each with its reason; empty ones are left out, absent ones untouched. */
export const strategyWords = z
  .object({
    ...recordEdit,
    purpose: text(400).optional(),
    exclusions: chosenList.optional(),
    not1: line, not2: line, not3: line, not4: line, not5: line, not6: line,
    because1: line, because2: line, because3: line, because4: line, because5: line, because6: line,
  })
  .transform(({ operationId, version, purpose, exclusions: chosen, ...said }) => {
    const lines = [
      [said.not1, said.because1], [said.not2, said.because2], [said.not3, said.because3],
      [said.not4, said.because4], [said.not5, said.because5], [said.not6, said.because6],
    ]
    const exclusions = chosen ?? lines.flatMap(([what = "", reason = ""]): Exclusion[] => (what === "" ? [] : [{ text: what, reason }]))
    const asked = chosen !== undefined || lines.some(([what]) => what !== undefined)
    return { operationId, version, ...(purpose === undefined ? {} : { purpose }), ...(asked ? { exclusions } : {}) }
  })

function jsonOf(posted: string): unknown {
  try {
    return JSON.parse(posted)
  } catch {
    return null
  }
}
