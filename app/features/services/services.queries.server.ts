// Reading services: one, and locked for a command.
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { elementColumns, type ElementRow } from "~/features/elements/element-row"
import { findElement, ownerIdsOf, ownersOf } from "~/features/elements/elements.queries.server"
import type { ServiceFields } from "./service"

export interface Service extends ServiceFields, Omit<ElementRow, "kind"> {
  kind: "service"
  /** persons accountable or responsible */
  ownerIds: string[]
}

function selectServices(db: ReadDb) {
  return db.selectFrom("service").innerJoin("element", "element.id", "service.id").select(elementColumns)
}

/** The service with this short id. */
export async function findService(db: ReadDb, code: string): Promise<Service> {
  const { id } = await findElement(db, code, "service")
  const row = await selectServices(db).where("service.id", "=", id).executeTakeFirstOrThrow()
  return { ...row, kind: "service", ownerIds: await ownerIdsOf(db, id) }
}

/** The services, locked in one order; refused when one is not there. */
export async function lockServices(tx: Tx, ids: readonly string[]): Promise<Service[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const rows = await selectServices(tx).where("service.id", "in", wanted).orderBy("element.id").forUpdate().execute()
  if (rows.length < wanted.length) throw new NotFoundError("This service")
  const owners = await ownersOf(tx, wanted)
  return rows.map((row) => ({ ...row, kind: "service", ownerIds: owners.get(row.id) ?? [] }))
}
