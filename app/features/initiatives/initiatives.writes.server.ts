// The writes of initiatives that several commands share: the row, its budget, and the change they make.
import type { RecordChange } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { same } from "~/core/change"
import { changed, created, insertElement, writeElement } from "~/features/elements/element.writes.server"
import { checkInitiative, initiativeSnapshot, type Budget, type InitiativeFields } from "./initiative"
import type { Initiative } from "./initiatives.queries.server"

/**
 * Plans a new initiative inside somebody's command, which has already asked whether the actor may. Returns its id, short id and the change
 * for the history; refused when the plan does not hold together.
 */
export async function insertInitiative(tx: Tx, plan: InitiativeFields, now: Date): Promise<{ id: string; code: string; changes: RecordChange[] }> {
  const initiative = checkInitiative(plan)
  const { name, summary, status, confidence, startsOn, endsOn, sponsorId } = initiative
  const element = await insertElement(tx, { kind: "initiative", name, summary, now })
  await tx
    .insertInto("initiative")
    .values({
      id: element.id, kind: "initiative", status, confidence, startsOn, endsOn, sponsorId,
      scheduleHealth: "not reported", costHealth: "not reported", scopeHealth: "not reported",
      progress: null, healthNote: "", reportedOn: null, nextReportOn: null,
    })
    .execute()
  await writeBudget(tx, element.id, initiative.budget)
  return { id: element.id, code: element.code, changes: [created({ kind: "initiative", id: element.id }, initiativeSnapshot(initiative))] }
}

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
