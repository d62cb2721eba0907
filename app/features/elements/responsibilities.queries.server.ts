// Reading who answers for records.
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { asRef } from "./elements.queries.server"
import type { ElementRef } from "./element"
import type { ResponsibilityRole } from "./responsibility"

export interface Responsibility {
  id: string
  elementId: string
  personId: string
  role: ResponsibilityRole
  person: ElementRef
}

/** The people of a record, owner first, then by name. */
export async function responsibilitiesOf(db: ReadDb, elementId: string): Promise<Responsibility[]> {
  const rows = await db
    .selectFrom("responsibility").innerJoin("element", "element.id", "responsibility.personId")
    .select(["responsibility.id", "elementId", "personId", "role", "element.number", "element.name"])
    .where("elementId", "=", elementId)
    .orderBy((eb) => eb.case("role").when("accountable").then(0).when("responsible").then(1).when("consulted").then(2).else(3).end())
    .orderBy("element.sortKey").orderBy("responsibility.id")
    .execute()
  return rows.map(({ number, name, ...row }) => ({ ...row, person: asRef({ id: row.personId, kind: "person", number, name }) }))
}

/** The row, locked. */
export async function lockResponsibility(tx: Tx, id: string) {
  const row = await tx
    .selectFrom("responsibility").select(["id", "elementId", "elementKind", "personId", "role"])
    .where("id", "=", id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFoundError("This part")
  return row
}

/** The owner rows of some records, locked, in order of the record. */
export function lockOwners(tx: Tx, elementIds: readonly string[]) {
  return tx
    .selectFrom("responsibility").select(["id", "elementId", "elementKind", "personId", "role"])
    .where("elementId", "in", elementIds.length > 0 ? elementIds : [""]).where("role", "=", "accountable")
    .orderBy("elementId").forUpdate().execute()
}
