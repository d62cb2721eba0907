// What the form of the company's purpose and of what it will not do must look like.
import { z } from "zod"
import { recordEdit, text } from "~/features/elements/fields.schema"
import type { Exclusion } from "./company"

const line = text(200).optional()

/** The form has six numbered lines for what will not be done, each with its reason; empty ones are left out, absent ones untouched. */
export const strategyWords = z
  .object({
    ...recordEdit,
    purpose: text(400).optional(),
    not1: line, not2: line, not3: line, not4: line, not5: line, not6: line,
    because1: line, because2: line, because3: line, because4: line, because5: line, because6: line,
  })
  .transform(({ operationId, version, purpose, ...said }) => {
    const lines = [
      [said.not1, said.because1], [said.not2, said.because2], [said.not3, said.because3],
      [said.not4, said.because4], [said.not5, said.because5], [said.not6, said.because6],
    ]
    const exclusions = lines.flatMap(([what = "", reason = ""]): Exclusion[] => (what === "" ? [] : [{ text: what, reason }]))
    const asked = lines.some(([what]) => what !== undefined)
    return { operationId, version, ...(purpose === undefined ? {} : { purpose }), ...(asked ? { exclusions } : {}) }
  })
