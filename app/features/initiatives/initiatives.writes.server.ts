// The writes of initiatives that several commands share: the row, its budget, and the change they make.
import type { RecordChange } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { same } from "~/core/change"
import { changed, writeElement } from "~/features/elements/element.writes.server"
import { initiativeSnapshot, type Budget, type InitiativeFields } from "./initiative"
import type { Initiative } from "./initiatives.queries.server"

/** Writes plan and stage as they are in `after` and returns what changed; nothing is written when nothing differs. */
export async function writeInitiative(tx: Tx, initiative: Initiative, after: InitiativeFields, now: Date): Promise<RecordChange[]> {
  const before = initiativeSnapshot(initiative)
  const next = initiativeSnapshot({ ...after, name: after.name.trim() })
  if (same(before, next)) return []
  await writeElement(tx, initiative, after, now)
  const { status, confidence, startsOn, endsOn, sponsorId } = after
  await tx.updateTable("initiative").set({ status, confidence, startsOn, endsOn, sponsorId }).where("id", "=", initiative.id).execute()
  if (!same({ ...initiative.budget }, { ...after.budget })) await writeBudget(tx, initiative.id, after.budget)
  return [changed(initiative, before, next)]
}

/** Puts the budget's years in the place of those kept until now. */
export async function writeBudget(tx: Tx, initiativeId: string, budget: Budget): Promise<void> {
  await tx.deleteFrom("initiativeBudget").where("initiativeId", "=", initiativeId).execute()
  const rows = Object.entries(budget).map(([year, amount]) => ({ initiativeId, financialYear: Number(year), amount }))
  if (rows.length > 0) await tx.insertInto("initiativeBudget").values(rows).execute()
}
