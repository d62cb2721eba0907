// Reading the tree of units with headcounts and what each uses.
import { sql } from "kysely"
import type { ReadDb } from "~/core/database.server"
import { asRef } from "~/features/elements/elements.queries.server"
import { filterValues, pagesOf, type ListAsk } from "~/features/elements/list"
import { recordsOf } from "~/features/elements/record-list.queries.server"
import { keepWithAncestors } from "~/features/elements/tree"
import { unknownHeadcount, withWhole } from "./unit"
import type { UnitRow } from "./unit-list"
import { headcountsOf, unitsThatFit, unitTree, type UnitPlace } from "./units.queries.server"

/** A page of the tree, from the top down; a search keeps what the found units are part of. Archived units come flat. */
export async function listUnits(db: ReadDb, ask: ListAsk) {
  const tree = withWhole(await placesAsked(db, ask))
  const kept = ask.q === "" ? tree : keepWithAncestors(tree, await unitsThatFit(db, ask.q))
  const { page, pageCount, offset } = pagesOf(kept.length, ask)
  return {
    rows: await withUse(db, kept.slice(offset, offset + ask.pageSize)),
    total: kept.length, page, pageCount,
    people: tree.filter((row) => row.depth === 0).reduce<number | null>((sum, row) => (row.whole.total === null ? sum : (sum ?? 0) + row.whole.total), null),
    withoutHeadcount: tree.filter((row) => row.whole.total === null).length,
  }
}

/** The whole tree for a file. */
export async function* unitsForFile(db: ReadDb, ask: ListAsk): AsyncGenerator<UnitRow[]> {
  const tree = withWhole(await placesAsked(db, ask))
  const kept = ask.q === "" ? tree : keepWithAncestors(tree, await unitsThatFit(db, ask.q))
  for (let from = 0; from < kept.length; from += 1000) yield withUse(db, kept.slice(from, from + 1000))
}

async function placesAsked(db: ReadDb, ask: ListAsk): Promise<UnitPlace[]> {
  if (!filterValues(ask, "archived").includes("yes")) return unitTree(db)
  const rows = await recordsOf(db, "unit", ask).select(["id", "kind", "number", "name", "version"]).orderBy("sortKey").orderBy("id").execute()
  const counts = rows.length > 0 ? await headcountsOf(db, rows.map((row) => row.id)) : new Map()
  return rows.map((row) => ({ ...asRef(row), parentId: null, depth: 0, version: row.version, headcount: counts.get(row.id) ?? unknownHeadcount }))
}

async function withUse(db: ReadDb, rows: readonly Omit<UnitRow, "applications" | "yearlyCost" | "withoutCost">[]): Promise<UnitRow[]> {
  if (rows.length === 0) return []
  const uses = await db
    .selectFrom("link").innerJoin("element", "element.id", "link.toId")
    .select(["link.fromId", sql<string>`count(*)`.as("applications"), sql<string | null>`sum(link.yearly_cost)`.as("yearlyCost"),
      sql<string>`count(*) filter (where link.yearly_cost is null)`.as("withoutCost")])
    .where("link.fromId", "in", rows.map((row) => row.id)).where("relation", "=", "uses").where("toKind", "=", "application").where("archivedAt", "is", null)
    .groupBy("link.fromId").execute()
  const byUnit = new Map(uses.map((use) => [use.fromId, use]))
  return rows.map((row) => {
    const use = byUnit.get(row.id)
    return { ...row, applications: Number(use?.applications ?? 0), yearlyCost: use?.yearlyCost ?? null, withoutCost: Number(use?.withoutCost ?? 0) }
  })
}
