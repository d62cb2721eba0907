// What the form of the company's purpose and of what it will not do must look like.
import { z } from "zod"
import { recordEdit, text } from "~/features/elements/fields.schema"
import { exclusionPlaces, type Exclusion } from "./company"

const line = text(200).optional()
const lines = Object.fromEntries(exclusionPlaces.flatMap((place) => [[`not${place}`, line], [`because${place}`, line]]))

/** The form has some numbered lines for what will not be done, each with its reason; empty ones are left out, absent ones untouched. */
export const strategyWords = z
  .object({ ...recordEdit, purpose: text(400).optional() })
  .extend(lines)
  .transform((posted) => {
    const { operationId, version, purpose } = posted
    const said = (name: string) => {
      const value: unknown = Reflect.get(posted, name)
      return typeof value === "string" ? value : undefined
    }
    const asked = exclusionPlaces.some((place) => said(`not${place}`) !== undefined)
    const exclusions = exclusionPlaces.flatMap((place): Exclusion[] => {
      const what = said(`not${place}`) ?? ""
      return what === "" ? [] : [{ text: what, reason: said(`because${place}`) ?? "" }]
    })
    return { operationId, version, ...(purpose === undefined ? {} : { purpose }), ...(asked ? { exclusions } : {}) }
  })
