// What may be done to units: create, update, archive and restore, and take any of it back.
import { given, type Snapshot } from "~/core/change"
import { command } from "~/core/command.server"
import type { Tx } from "~/core/database.server"
import type { Actor } from "~/core/policy"
import { mergeEdit } from "~/core/record-history.server"
import { changed, created, insertElement, setArchived, writeElement } from "~/features/elements/element.writes.server"
import { checkArchiving, checkPlace } from "~/features/elements/tree"
import { lockTree } from "~/features/elements/tree.writes.server"
import { undoDemands, undoEntries, type Undo } from "~/features/elements/undo.writes.server"
import { checkUnit, roleLevels, unitOf, unitSnapshot, unitWords, unknownHeadcount, type Headcount, type UnitFields } from "./unit"
import { lockUnits, unitPlaces, type Unit } from "./units.queries.server"

type UnitEdit = Partial<Omit<UnitFields, "headcount"> & Headcount>

/** A new unit; without a parent it stands on top. Returns its id and short id. */
export function createUnit(actor: Actor, posted: { operationId?: string } & Pick<UnitFields, "name"> & UnitEdit) {
  const { operationId, ...input } = posted
  return command({
    actor, operationId, input: ["create unit", input],
    load: (tx) => lockTree(tx, "unit", () => unitPlaces(tx)),
    demands: () => ({ permission: "edit chain" }),
    run: async (tx, { loaded: tree, now }) => {
      const unit = checkUnit(unitOf({ summary: "", parentId: null, ...unknownHeadcount, ...given(input) }))
      checkPlace(null, unit.parentId, tree, unitWords)
      const element = await insertElement(tx, { kind: "unit", name: unit.name, summary: unit.summary, now })
      await tx.insertInto("unit").values({ id: element.id, kind: "unit", parentId: unit.parentId }).execute()
      await writeHeadcount(tx, element.id, unit.headcount)
      return { changes: [created({ kind: "unit", id: element.id }, unitSnapshot(unit))], outcome: { id: element.id, code: element.code } }
    },
  })
}

/** Changes the fields given; what others changed meanwhile is merged, or refused as stale where both changed one field. */
export function updateUnit(actor: Actor, posted: { id: string; version: number; operationId?: string } & UnitEdit) {
  const { id, version, operationId, ...input } = posted
  return command({
    actor, operationId, input: ["update unit", id, version, input],
    load: async (tx) => ({ tree: await lockTree(tx, "unit", () => unitPlaces(tx)), units: await lockUnits(tx, [id]) }),
    demands: () => ({ permission: "edit chain" }),
    run: async (tx, { loaded: { tree, units: [unit] }, now }) => {
      if (!unit) return { changes: [], outcome: { id } }
      const snapshot = unitSnapshot(unit)
      const after = checkUnit(unitOf(await mergeEdit(tx, { id, version: unit.version, snapshot }, { version, edit: given(input) })))
      if (after.parentId !== unit.parentId) checkPlace(id, after.parentId, tree, unitWords)
      return { changes: await writeUnit(tx, unit, after, now), outcome: { id } }
    },
  })
}

/** Archives or restores units together; refused where live units would be left below an archived one. */
export function archiveUnits(actor: Actor, asked: { ids: readonly string[]; archived: boolean; operationId?: string }) {
  return command({
    actor, operationId: asked.operationId, input: ["archive units", asked.ids, asked.archived],
    load: async (tx) => ({ tree: await lockTree(tx, "unit", () => unitPlaces(tx)), units: await lockUnits(tx, asked.ids) }),
    demands: () => ({ permission: "edit chain" }),
    run: async (tx, { loaded: { tree, units }, now }) => {
      checkArchiving(asked.ids, asked.archived, tree, unitWords)
      const changes = []
      for (const unit of units) changes.push(...(await setArchived(tx, unit, asked.archived, now)))
      return { changes, outcome: { count: changes.length } }
    },
  })
}

/** Takes one operation's changes to units back; those changed since are left and named by id in `left`. */
export function restoreUnits(actor: Actor, asked: Undo) {
  return command({
    actor, operationId: asked.operationId, input: ["restore units", asked.entries.map(({ id }) => id)],
    load: async (tx) => ({ tree: await lockTree(tx, "unit", () => unitPlaces(tx)), units: await lockUnits(tx, asked.entries.map(({ recordId }) => recordId)) }),
    demands: () => undoDemands(actor, asked.entries, () => ({ permission: "edit chain" })),
    run: (tx, { loaded: { tree, units }, now }) =>
      undoEntries(tx, {
        entries: asked.entries, records: units, now,
        checkArchiving: (ids, archived) => checkArchiving(ids, archived, tree, unitWords),
        rewrite: (unit, before) => {
          const after = checkUnit(unitOf({ ...unitSnapshot(unit), ...before }))
          if (after.parentId !== unit.parentId) checkPlace(unit.id, after.parentId, tree, unitWords)
          return writeUnit(tx, unit, after, now)
        },
      }),
  })
}

async function writeUnit(tx: Tx, unit: Unit, after: UnitFields, now: Date) {
  const before: Snapshot = unitSnapshot(unit)
  await writeElement(tx, unit, after, now)
  await tx.updateTable("unit").set({ parentId: after.parentId }).where("id", "=", unit.id).execute()
  if (roleLevels.some((level) => unit.headcount[level] !== after.headcount[level])) await writeHeadcount(tx, unit.id, after.headcount)
  return [changed(unit, before, unitSnapshot(after))]
}

async function writeHeadcount(tx: Tx, unitId: string, headcount: Headcount): Promise<void> {
  await tx.deleteFrom("unitHeadcount").where("unitId", "=", unitId).execute()
  const rows = roleLevels.flatMap((roleLevel) => {
    const count = headcount[roleLevel]
    return count === null ? [] : [{ unitId, roleLevel, headcount: count }]
  })
  if (rows.length > 0) await tx.insertInto("unitHeadcount").values(rows).execute()
}
