// What is done to the rows chosen in a list.
import { z } from "zod"
import { cellOf } from "./cell.schema"
import { blankable, several } from "./fields.schema"

const operationId = z.uuid()
const chosen = several(z.uuid(), 500).refine((ids) => ids.length > 0, "Choose at least one row.")

/** Bulk forms share one set of controls, so each takes what it needs and leaves the rest. */
export const archiveOfMany = z.object({ operationId, id: chosen })
export const ownerOfMany = z.object({ operationId, id: chosen, personId: blankable(z.uuid("Choose one from the list.")) })

/** One record put away or back from its page. */
export const archiveOne = z.strictObject({ operationId })

/** The owner of one record, from a cell of its list. */
export const ownerCell = cellOf({ owner: blankable(z.uuid("Choose one from the list.")) })
