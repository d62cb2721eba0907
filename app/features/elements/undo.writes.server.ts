// Undoing what one operation did to records of one kind: who may, what is left alone, and what is put back.
import type { HistoryEntry, RecordChange, Snapshot } from "~/core/change"
import type { Tx } from "~/core/database.server"
import type { Actor, Demand } from "~/core/policy"
import type { ElementRow } from "./element-row"
import { setArchived } from "./element.writes.server"
import { beforeOf, netEntries, planUndo, type Undone } from "./undo"

/** What every `restore<Kind>s` command is asked: the operation's entries of its kind. */
export interface Undo {
  entries: readonly HistoryEntry[]
  operationId?: string
}

/**
 * What undoing demands: a planner or administrator may undo anything; whoever made an edit may take it back while
 * `ownDemand` still lets them edit the record.
 */
export function undoDemands(actor: Actor, entries: readonly HistoryEntry[], ownDemand: (recordId: string) => Demand): Demand[] {
  return entries.map((entry) =>
    entry.action === "changed" && entry.actorId !== null && entry.actorId === actor.personId
      ? ownDemand(entry.recordId)
      : { permission: "edit chain" },
  )
}

/**
 * Writes each entry's `before` back through the kind's own rules (`rewrite`), archives what was created, restores what was
 * archived and the other way round. Records changed since are left; the outcome carries their ids.
 */
export async function undoEntries<Row extends ElementRow>(
  tx: Tx,
  asked: {
    entries: readonly HistoryEntry[]
    records: readonly Row[]
    now: Date
    rewrite: (record: Row, before: Snapshot) => Promise<RecordChange[]>
    /** for trees: refuses what would leave a live record below an archived one */
    checkArchiving?: (ids: string[], archived: boolean) => void
  },
): Promise<{ changes: RecordChange[]; outcome: Undone }> {
  const { todo, left } = planUndo(netEntries(asked.entries), asked.records)
  for (const archived of [true, false]) {
    const ids = todo.filter(({ entry }) => entry.action !== "changed" && (entry.action !== "archived") === archived).map(({ record }) => record.id)
    if (ids.length > 0) asked.checkArchiving?.(ids, archived)
  }
  const changes: RecordChange[] = []
  for (const { entry, record } of todo) {
    if (entry.action === "changed") changes.push(...(await asked.rewrite(record, beforeOf(entry))))
    else changes.push(...(await setArchived(tx, record, entry.action !== "archived", asked.now)))
  }
  return { changes, outcome: { undone: todo.length, left } }
}
