// Reading how somebody wishes to be spoken to.
import type { ReadDb, Tx } from "~/core/database.server"
import type { Profile } from "./profile"
import { usualProfile } from "./profile"

/** The profile of a person or group, as usual and version 0 where nobody said anything. */
export async function profileOf(db: ReadDb, personId: string): Promise<Profile & { version: number }> {
  const row = await db.selectFrom("stakeholder").select(["listeningStyle", "contactPreference", "version"]).where("personId", "=", personId).executeTakeFirst()
  return row ?? { ...usualProfile, version: 0 }
}

/** The profiles of some people, locked in one order; people without one are left out. */
export async function lockProfiles(tx: Tx, personIds: readonly string[]): Promise<(Profile & { id: string; version: number })[]> {
  if (personIds.length === 0) return []
  const rows = await tx.selectFrom("stakeholder").select(["personId", "listeningStyle", "contactPreference", "version"]).where("personId", "in", personIds).orderBy("personId").forUpdate().execute()
  return rows.map(({ personId, ...profile }) => ({ id: personId, ...profile }))
}
