// Reading the saved views of a screen.
import type { ReadDb } from "~/core/database.server"
import type { Actor } from "~/core/policy"
import type { SavedView, ViewScreen } from "./saved-view"

/** A person's own views of a screen and those shared by others, own first, by age; at most 40. */
export async function savedViewsOf(db: ReadDb, actor: Actor & { personId: string }, screen: ViewScreen): Promise<SavedView[]> {
  const { personId } = actor
  const rows = await db
    .selectFrom("savedView").select(["id", "name", "query", "shared", "personId"])
    .where("screen", "=", screen)
    .where((eb) => eb.or([eb("personId", "=", personId), eb("shared", "=", true)]))
    .orderBy((eb) => eb.case().when("personId", "=", personId).then(0).else(1).end())
    .orderBy("createdAt").orderBy("id").limit(40).execute()
  return rows.map(({ personId: owner, ...row }) => {
    const mine = owner === personId
    return { ...row, mine, removable: mine || (row.shared && actor.roles.includes("admin")) }
  })
}
