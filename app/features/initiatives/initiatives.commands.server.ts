// What may be done to initiatives: plan one, change its plan, report how it goes, archive and restore many.
import { command } from "~/core/command.server"
import { given, type RecordChange, type Snapshot } from "~/core/change"
import { RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import type { Actor } from "~/core/policy"
import { mergeEdit } from "~/core/record-history.server"
import { changed, setArchived, writeElement } from "~/features/elements/element.writes.server"
import { budgetFields, checkInitiative, initiativeFrom, initiativeSnapshot, newInitiative, withYears, type InitiativeFields, type InitiativePlan } from "./initiative"
import { lockInitiative, lockInitiatives } from "./initiatives.queries.server"
import { insertInitiative, writeInitiative } from "./initiatives.writes.server"
import { checkReport, reportSnapshot, type StatusReport } from "./status-report"

/** Years of a budget to set, or with null to take away; the years not named stay. */
type BudgetEdit = { budget?: Readonly<Record<string, string | null>> }

/** Plans a new initiative, as an idea or a proposal; every later stage is the gate's. Returns its id and short id. */
export function createInitiative(
  actor: Actor,
  posted: { operationId?: string; status?: "idea" | "proposed" } & Pick<InitiativePlan, "name"> & Partial<Omit<InitiativePlan, "budget">> & BudgetEdit,
) {
  const { operationId, ...input } = posted
  return command({
    actor, operationId, input: ["create initiative", input],
    load: async () => null,
    demands: () => ({ permission: "edit chain" }),
    run: async (tx, { now }) => {
      const { budget = {}, ...fields } = input
      const plan: InitiativeFields = { ...newInitiative, ...given(fields), budget: withYears({}, budget) }
      const { id, code, changes } = await insertInitiative(tx, plan, now)
      return { changes, outcome: { id, code } }
    },
  })
}

/**
 * Changes the fields of the plan that are given; fields others changed meanwhile are merged, or refused as stale where both
 * changed one. A stage is refused: only the gate changes it.
 */
export function updateInitiative(
  actor: Actor,
  posted: { id: string; version: number; operationId?: string } & Partial<Omit<InitiativePlan, "budget">> & BudgetEdit,
) {
  const { id, version, operationId, ...input } = posted
  return command({
    actor, operationId, input: ["update initiative", id, version, input],
    load: (tx) => lockInitiative(tx, id),
    demands: (initiative) => ({ permission: "edit record", ownerIds: initiative.ownerIds }),
    run: async (tx, { loaded: initiative, now }) => {
      if ("status" in input) throw new RuleError("The stage changes by its own button, because it may need an approval.", { field: "status" })
      const { budget, ...fields } = input
      const edit: Snapshot = { ...given(fields), ...budgetFields(budget ?? {}) }
      const merged = await mergeEdit(tx, { id, version: initiative.version, snapshot: initiativeSnapshot(initiative) }, { version, edit })
      const after = checkInitiative(initiativeFrom(merged))
      return { changes: await writeInitiative(tx, initiative, after, now), outcome: { id } }
    },
  })
}

/** Keeps a report on how the initiative goes and shows it as the current one; every report stays in its list. */
export function reportStatus(actor: Actor, posted: { id: string; operationId?: string } & StatusReport) {
  const { id, operationId, ...input } = posted
  return command({
    actor, operationId, input: ["report status", id, input],
    load: (tx) => lockInitiative(tx, id),
    demands: (initiative) => ({ permission: "edit record", ownerIds: initiative.ownerIds }),
    run: async (tx, { loaded: initiative, now, today }) => {
      const report = { ...checkReport(input, today), reportedOn: today }
      const { healthNote: note, ...parts } = report
      await tx
        .insertInto("statusReport")
        .values({ id: newId(now.getTime()), initiativeId: id, reportedBy: actor.personId, note, createdAt: now, ...parts })
        .execute()
      await writeElement(tx, initiative, initiative, now)
      await tx.updateTable("initiative").set(report).where("id", "=", id).execute()
      return { changes: [changed(initiative, reportSnapshot(initiative), reportSnapshot(report))], outcome: { id } }
    },
  })
}

/** Archives or restores initiatives; archived ones count nowhere and keep their history. One that already is, stays. */
export function archiveInitiatives(actor: Actor, asked: { ids: readonly string[]; archived: boolean; operationId?: string }) {
  const ids = [...new Set(asked.ids)].sort()
  return command({
    actor, operationId: asked.operationId, input: ["archive initiatives", ids, asked.archived],
    load: (tx) => lockInitiatives(tx, ids),
    demands: () => ({ permission: "edit chain" }),
    run: async (tx, { loaded: initiatives, now }) => {
      const changes: RecordChange[] = []
      for (const initiative of initiatives) changes.push(...(await setArchived(tx, initiative, asked.archived, now)))
      return { changes, outcome: { count: changes.length } }
    },
  })
}
