// Reading the tree of capabilities with what each is tied to.
import type { ReadDb } from "~/core/database.server"
import { asRef } from "~/features/elements/elements.queries.server"
import { filterValues, pagesOf, type ListAsk } from "~/features/elements/list"
import { linksOfMany, recordsOf } from "~/features/elements/record-list.queries.server"
import { keepWithAncestors } from "~/features/elements/tree"
import { capabilitiesThatFit, capabilityTree, type CapabilityPlace } from "./capabilities.queries.server"
import type { CapabilityRow } from "./capability-list"

/** A page of the tree, from the top down; a search keeps what the found capabilities are part of. Archived ones come flat. */
export async function listCapabilities(db: ReadDb, ask: ListAsk) {
  const kept = await placesAsked(db, ask)
  const { page, pageCount, offset } = pagesOf(kept.length, ask)
  return { rows: await withLinks(db, kept.slice(offset, offset + ask.pageSize)), total: kept.length, page, pageCount }
}

/** The whole tree for a file. */
export async function* capabilitiesForFile(db: ReadDb, ask: ListAsk): AsyncGenerator<CapabilityRow[]> {
  const kept = await placesAsked(db, ask)
  for (let from = 0; from < kept.length; from += 1000) yield withLinks(db, kept.slice(from, from + 1000))
}

async function placesAsked(db: ReadDb, ask: ListAsk): Promise<CapabilityPlace[]> {
  if (!filterValues(ask, "archived").includes("yes")) {
    const tree = await capabilityTree(db)
    return ask.q === "" ? tree : keepWithAncestors(tree, await capabilitiesThatFit(db, ask.q))
  }
  const rows = await recordsOf(db, "capability", ask).select(["id", "kind", "number", "name", "summary", "version"]).orderBy("sortKey").orderBy("id").execute()
  return rows.map((row) => ({ ...asRef(row), parentId: null, depth: 0, version: row.version, summary: row.summary }))
}

async function withLinks(db: ReadDb, rows: readonly CapabilityPlace[]): Promise<CapabilityRow[]> {
  const links = await linksOfMany(db, rows.map((row) => row.id))
  return rows.map((row) => {
    const refs = (kind: string) => (links.get(row.id) ?? []).filter((link) => link.other.kind === kind).map((link) => link.other)
    return { ...row, goals: refs("goal"), services: refs("service"), work: refs("initiative") }
  })
}
