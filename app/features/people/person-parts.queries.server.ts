// Reading what a person answers for: the parts they have in records that are not archived.
import type { ReadDb } from "~/core/database.server"
import { asRef } from "~/features/elements/elements.queries.server"
import type { ElementRef } from "~/features/elements/element"
import { responsibilityRoles, type ResponsibilityRole } from "~/features/elements/responsibility"

/** The records of a person by part: owned first, then by kind and name. */
export async function partsOf(db: ReadDb, personId: string): Promise<{ role: ResponsibilityRole; records: ElementRef[] }[]> {
  const rows = await db
    .selectFrom("responsibility").innerJoin("element", "element.id", "responsibility.elementId")
    .select(["role", "element.id", "element.kind", "element.number", "element.name"])
    .where("personId", "=", personId).where("archivedAt", "is", null)
    .orderBy("element.kind").orderBy("sortKey").orderBy("element.id").limit(500).execute()
  return responsibilityRoles.flatMap((role) => {
    const records = rows.filter((row) => row.role === role).map(asRef)
    return records.length > 0 ? [{ role, records }] : []
  })
}
