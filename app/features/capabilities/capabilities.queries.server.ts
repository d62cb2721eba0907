// Reading capabilities: one, locked for a command, and the whole tree with what it is tied to.
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import type { ElementRef } from "~/features/elements/element"
import { elementColumns, type ElementRow } from "~/features/elements/element-row"
import { asRef, findElement } from "~/features/elements/elements.queries.server"
import { fitsSearch } from "~/features/elements/list.queries.server"
import { inTreeOrder, type Tree } from "~/features/elements/tree"
import type { CapabilityFields } from "./capability"

export interface Capability extends CapabilityFields, Omit<ElementRow, "kind"> {
  kind: "capability"
}

function selectCapabilities(db: ReadDb) {
  return db.selectFrom("capability").innerJoin("element", "element.id", "capability.id").select(elementColumns).select("capability.parentId")
}

/** The capability with this short id. */
export async function findCapability(db: ReadDb, code: string): Promise<Capability> {
  const { id } = await findElement(db, code, "capability")
  const row = await selectCapabilities(db).where("capability.id", "=", id).executeTakeFirstOrThrow()
  return { ...row, kind: "capability" }
}

/** The capabilities, locked in one order; refused when one is not there. */
export async function lockCapabilities(tx: Tx, ids: readonly string[]): Promise<Capability[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const rows = await selectCapabilities(tx).where("capability.id", "in", wanted).orderBy("element.id").forUpdate().execute()
  if (rows.length < wanted.length) throw new NotFoundError("This capability")
  return rows.map((row) => ({ ...row, kind: "capability" }))
}

/** Every capability's place, archived ones too, for the checks of a move. */
export async function capabilityPlaces(db: ReadDb): Promise<Tree> {
  const rows = await db.selectFrom("capability").innerJoin("element", "element.id", "capability.id").select(["capability.id", "capability.parentId", "element.archivedAt"]).execute()
  return new Map(rows.map(({ archivedAt, ...row }) => [row.id, { ...row, archived: archivedAt !== null }]))
}

export interface CapabilityPlace extends ElementRef {
  parentId: string | null
  depth: number
  version: number
  summary: string
}

/** Every capability that is not archived, from the top down. */
export async function capabilityTree(db: ReadDb): Promise<CapabilityPlace[]> {
  const rows = await db
    .selectFrom("capability").innerJoin("element", "element.id", "capability.id")
    .select(["element.id", "element.number", "element.name", "element.summary", "element.version", "capability.parentId"])
    .where("element.archivedAt", "is", null)
    .orderBy("element.sortKey").orderBy("element.id").execute()
  return inTreeOrder(rows.map((row) => ({ ...asRef({ ...row, kind: "capability" }), parentId: row.parentId, version: row.version, summary: row.summary })))
}

/** Whether there is a capability at all: the layer shows in the navigation from the first one on. */
export async function hasCapabilities(db: ReadDb): Promise<boolean> {
  const row = await db.selectFrom("element").select("id").where("kind", "=", "capability").where("archivedAt", "is", null).limit(1).executeTakeFirst()
  return row !== undefined
}

/** The ids of capabilities that fit what was typed. */
export async function capabilitiesThatFit(db: ReadDb, typed: string): Promise<Set<string>> {
  const rows = await db.selectFrom("element").select("id").where("kind", "=", "capability").where("archivedAt", "is", null).where(fitsSearch(typed)).execute()
  return new Set(rows.map((row) => row.id))
}
