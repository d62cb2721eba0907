// Reading functions: one, and locked for a command.
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { elementColumns, type ElementRow } from "~/features/elements/element-row"
import { findElement, ownerIdsOf, ownersOf } from "~/features/elements/elements.queries.server"
import type { FunctionFields } from "./function"

export interface Function extends FunctionFields, Omit<ElementRow, "kind"> {
  kind: "function"
  /** persons accountable or responsible */
  ownerIds: string[]
}

function selectFunctions(db: ReadDb) {
  return db.selectFrom("function").innerJoin("element", "element.id", "function.id").select(elementColumns)
}

/** The function with this short id. */
export async function findFunction(db: ReadDb, code: string): Promise<Function> {
  const { id } = await findElement(db, code, "function")
  const row = await selectFunctions(db).where("function.id", "=", id).executeTakeFirstOrThrow()
  return { ...row, kind: "function", ownerIds: await ownerIdsOf(db, id) }
}

/** The functions, locked in one order; refused when one is not there. */
export async function lockFunctions(tx: Tx, ids: readonly string[]): Promise<Function[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const rows = await selectFunctions(tx).where("function.id", "in", wanted).orderBy("element.id").forUpdate().execute()
  if (rows.length < wanted.length) throw new NotFoundError("This job")
  const owners = await ownersOf(tx, wanted)
  return rows.map((row) => ({ ...row, kind: "function", ownerIds: owners.get(row.id) ?? [] }))
}
