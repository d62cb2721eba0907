// What submitted forms about people as parties must look like.
import { z } from "zod"
import { cellOf } from "~/features/elements/cell.schema"
import { blankable, recordEdit, text, wholeNumber } from "~/features/elements/fields.schema"
import { listeningStyles } from "./profile"
import { engagements } from "./standing"

const fromOneToFive = blankable(wholeNumber("Choose a whole number from 1 to 5.", 5).refine((value) => value >= 1, "Choose a whole number from 1 to 5."))
const engagement = blankable(z.enum(engagements, "Choose one from the list."))
const standing = { influence: fromOneToFive, interest: fromOneToFive, engagementNow: engagement, engagementWanted: engagement }

export const standingEdit = z.strictObject({
  ...recordEdit, influence: standing.influence.optional(), interest: standing.interest.optional(),
  engagementNow: standing.engagementNow.optional(), engagementWanted: standing.engagementWanted.optional(),
})
export const standingCell = cellOf(standing)
/** A point of the grid set down somewhere else. */
export const standingPlace = z.strictObject({ ...recordEdit, influence: standing.influence, interest: standing.interest })
export const profileEdit = z.strictObject({ ...recordEdit, listeningStyle: z.enum(listeningStyles, "Choose one from the list.").optional(), contactPreference: text(500).optional() })
/** The name, written once more, before somebody is forgotten. */
export const erasure = z.strictObject({ operationId: z.uuid(), confirm: text(200).min(1, "Write the name.") })
