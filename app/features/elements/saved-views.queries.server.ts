// Reading the saved views of a screen.
import type { ReadDb } from "~/core/database.server"

export interface SavedView {
  id: string
  name: string
  /** the query string without "?" */
  query: string
  shared: boolean
  mine: boolean
}

/** A person's own views of a screen and those shared by others, own first, by age. */
export async function savedViewsOf(db: ReadDb, personId: string, screen: string): Promise<SavedView[]> {
  const rows = await db
    .selectFrom("savedView").select(["id", "name", "query", "shared", "personId"])
    .where("screen", "=", screen)
    .where((eb) => eb.or([eb("personId", "=", personId), eb("shared", "=", true)]))
    .orderBy((eb) => eb.case().when("personId", "=", personId).then(0).else(1).end())
    .orderBy("createdAt").limit(40).execute()
  return rows.map(({ personId: owner, ...row }) => ({ ...row, mine: owner === personId }))
}
