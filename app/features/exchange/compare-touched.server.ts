// Whose changes stand against a file: those made after it was saved, and those made since it was last compared.
import { database } from "~/core/database.server"
import type { Touched } from "./judged-change"
import { touchedFields } from "./staged-rows.queries.server"

/** Who touched which fields of some records, by id; `moved` names for each the fields that changed since the last comparison. */
export async function touchedWhere(moved: ReadonlyMap<string, readonly string[]>, savedAt: Date | null): Promise<Map<string, Touched>> {
  const ids = [...moved.keys()]
  const touched = new Map<string, Touched>(savedAt === null ? [] : await touchedFields(database(), ids, savedAt))
  // whose it was is read from the whole history, but only for what moved
  const all = await touchedFields(database(), ids.filter((id) => (moved.get(id) ?? []).length > 0), null)
  for (const [id, fields] of all)
    touched.set(id, new Map([...(touched.get(id) ?? []), ...[...fields].filter(([field]) => moved.get(id)?.includes(field))]))
  return touched
}
