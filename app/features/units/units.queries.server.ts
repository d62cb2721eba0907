// Reading units: one, locked for a command, and the whole tree.
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import type { ElementRef } from "~/features/elements/element"
import { elementColumns, type ElementRow } from "~/features/elements/element-row"
import { asRef, findElement } from "~/features/elements/elements.queries.server"
import { fitsSearch } from "~/features/elements/list.queries.server"
import { inTreeOrder, type Tree } from "~/features/elements/tree"
import { unknownHeadcount, type Headcount, type UnitFields } from "./unit"

export interface Unit extends UnitFields, Omit<ElementRow, "kind"> {
  kind: "unit"
}

function selectUnits(db: ReadDb) {
  return db.selectFrom("unit").innerJoin("element", "element.id", "unit.id").select(elementColumns).select("unit.parentId")
}

/** The unit with this short id. */
export async function findUnit(db: ReadDb, code: string): Promise<Unit> {
  const { id } = await findElement(db, code, "unit")
  const row = await selectUnits(db).where("unit.id", "=", id).executeTakeFirstOrThrow()
  return { ...row, kind: "unit", headcount: (await headcountsOf(db, [id])).get(id) ?? unknownHeadcount }
}

/** The units, locked in one order; refused when one is not there. */
export async function lockUnits(tx: Tx, ids: readonly string[]): Promise<Unit[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const rows = await selectUnits(tx).where("unit.id", "in", wanted).orderBy("element.id").forUpdate().execute()
  if (rows.length < wanted.length) throw new NotFoundError("This unit")
  const counts = await headcountsOf(tx, wanted)
  return rows.map((row) => ({ ...row, kind: "unit", headcount: counts.get(row.id) ?? unknownHeadcount }))
}

/** Every unit's place, archived ones too, for the checks of a move. */
export async function unitPlaces(db: ReadDb): Promise<Tree> {
  const rows = await db.selectFrom("unit").innerJoin("element", "element.id", "unit.id").select(["unit.id", "unit.parentId", "element.archivedAt"]).execute()
  return new Map(rows.map(({ archivedAt, ...row }) => [row.id, { ...row, archived: archivedAt !== null }]))
}

/** The headcounts of some units, or of all; a unit without any is absent. */
export async function headcountsOf(db: ReadDb, ids?: readonly string[]): Promise<Map<string, Headcount>> {
  let query = db.selectFrom("unitHeadcount").select(["unitId", "roleLevel", "headcount"])
  if (ids) query = query.where("unitId", "in", [...ids])
  const counts = new Map<string, Headcount>()
  for (const { unitId, roleLevel, headcount } of await query.execute())
    counts.set(unitId, { ...(counts.get(unitId) ?? unknownHeadcount), [roleLevel]: headcount })
  return counts
}

export interface UnitPlace extends ElementRef {
  parentId: string | null
  depth: number
  version: number
  headcount: Headcount
}

/** Every unit that is not archived, from the top down, with the people directly in it. */
export async function unitTree(db: ReadDb): Promise<UnitPlace[]> {
  const rows = await db
    .selectFrom("unit").innerJoin("element", "element.id", "unit.id")
    .select(["element.id", "element.number", "element.name", "element.version", "unit.parentId"])
    .where("element.archivedAt", "is", null)
    .orderBy("element.sortKey").orderBy("element.id").execute()
  const counts = await headcountsOf(db)
  return inTreeOrder(rows.map((row) => ({
    ...asRef({ ...row, kind: "unit" }), parentId: row.parentId, version: row.version, headcount: counts.get(row.id) ?? unknownHeadcount,
  })))
}

/** The ids of units that fit what was typed. */
export async function unitsThatFit(db: ReadDb, typed: string): Promise<Set<string>> {
  const rows = await db.selectFrom("element").select("id").where("kind", "=", "unit").where("archivedAt", "is", null).where(fitsSearch(typed)).execute()
  return new Set(rows.map((row) => row.id))
}
