// Reading applications: one, and locked for a command.
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { elementColumns, type ElementRow } from "~/features/elements/element-row"
import { findElement, ownerIdsOf, ownersOf } from "~/features/elements/elements.queries.server"
import type { ApplicationFields } from "./application"

export interface Application extends ApplicationFields, Omit<ElementRow, "kind"> {
  kind: "application"
  /** persons accountable or responsible */
  ownerIds: string[]
}

function selectApplications(db: ReadDb) {
  return db.selectFrom("application").innerJoin("element", "element.id", "application.id").select(elementColumns).select([
    "application.lifecycle", "application.vendor", "application.planOn", "application.phaseInOn", "application.activeOn", "application.phaseOutOn", "application.endOfLifeOn",
    "application.contractEndsOn", "application.noticeOn", "application.family", "application.productVersion", "application.plannedPlacement",
  ])
}

/** The application with this short id. */
export async function findApplication(db: ReadDb, code: string): Promise<Application> {
  const { id } = await findElement(db, code, "application")
  const row = await selectApplications(db).where("application.id", "=", id).executeTakeFirstOrThrow()
  return { ...row, kind: "application", ownerIds: await ownerIdsOf(db, id) }
}

/** The applications, locked in one order; refused when one is not there. */
export async function lockApplications(tx: Tx, ids: readonly string[]): Promise<Application[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const rows = await selectApplications(tx).where("application.id", "in", wanted).orderBy("element.id").forUpdate().execute()
  if (rows.length < wanted.length) throw new NotFoundError("This application")
  const owners = await ownersOf(tx, wanted)
  return rows.map((row) => ({ ...row, kind: "application", ownerIds: owners.get(row.id) ?? [] }))
}
