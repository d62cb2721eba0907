// Reading the initiatives that are archived, which no figure and no graph knows.
import type { ReadDb } from "~/core/database.server"
import { codeOf } from "~/features/elements/element"
import { fitsSearch } from "~/features/elements/list.queries.server"
import { ownerRefs } from "~/features/elements/record-list.queries.server"
import { overallHealth } from "./delivery-health"
import type { Work } from "./initiative-facts"
import { budgetsOf } from "./initiatives.queries.server"

/** Archived initiatives that fit the search, in order of name; nothing is counted for them. At most 500. */
export async function archivedWork(db: ReadDb, typed: string): Promise<Work[]> {
  const rows = await db
    .selectFrom("element").innerJoin("initiative", "initiative.id", "element.id")
    .select(["element.id", "number", "name", "sortKey", "status", "scheduleHealth", "costHealth", "scopeHealth", "progress", "startsOn", "endsOn"])
    .where("element.kind", "=", "initiative").where("element.archivedAt", "is not", null).where(fitsSearch(typed))
    .orderBy("sortKey").orderBy("element.id").limit(500).execute()
  const ids = rows.map(({ id }) => id)
  const [owners, budgets] = ids.length === 0 ? [new Map(), new Map()] : await Promise.all([ownerRefs(db, ids), budgetsOf(db, ids)])
  return rows.map(({ number, status, progress, scheduleHealth: schedule, costHealth: cost, scopeHealth: scope, ...row }) => ({
    ...row, code: codeOf("initiative", number), stage: status, health: overallHealth({ schedule, cost, scope }, status),
    progress: progress === null ? null : progress / 100, ownerId: owners.get(row.id)?.id ?? null, ownerName: owners.get(row.id)?.name ?? null,
    units: [], budgets: budgets.get(row.id) ?? {}, main: null, more: 0, servesNone: false, gapUntil: null,
  }))
}
