// The initiatives chosen in the list, by the short ids in the address.
import type { ReadDb } from "~/core/database.server"
import { asRef } from "~/features/elements/elements.queries.server"
import { parseCode, type ElementRef } from "~/features/elements/element"

/** The initiatives named by `id` in the address, in order of name; unknown ones are left out. */
export async function chosenInitiatives(db: ReadDb, address: URLSearchParams): Promise<ElementRef[]> {
  const codes = address.getAll("id").map(parseCode)
  const numbers = codes.flatMap((code) => (code?.kind === "initiative" ? [code.number] : [])).slice(0, 500)
  if (numbers.length === 0) return []
  const rows = await db
    .selectFrom("element").select(["id", "kind", "number", "name"])
    .where("kind", "=", "initiative").where("number", "in", numbers).orderBy("sortKey").orderBy("id").execute()
  return rows.map(asRef)
}
