// Undoing what was done with the parts of a decision: what was just added goes away, what was taken off returns, what was changed is put back.
import { command } from "~/core/command.server"
import type { RecordChange, Snapshot } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import type { Actor } from "~/core/policy"
import { changed, created, removed } from "~/features/elements/element.writes.server"
import { beforeOf, isRemoval, netEntries, plan, type NetEntry, type Undone } from "~/features/elements/undo"
import type { Undo } from "~/features/elements/undo.writes.server"
import { requireOpen, type DecisionRelation } from "./decision"
import { isScored, lockDecision, optionsOf } from "./decisions.queries.server"
import { criterionSnapshot, namedSnapshot, optionSnapshot, tieSnapshot, type DecisionPartKind } from "./parts"
import { writeOption } from "./parts.writes.server"
import type { SavingInputs } from "./saving"

interface Row {
  id: string
  version: number
  snapshot: Snapshot
  about: string[]
}

/** Takes one operation's changes to parts of one kind back, while the decision is open; those changed since are left and named in `left`. */
export function restoreDecisionParts(kind: DecisionPartKind, actor: Actor, asked: Undo) {
  const entries = netEntries(asked.entries)
  const decisionId = String(asked.entries[0]?.about[0] ?? "")
  return command({
    actor, operationId: asked.operationId, input: ["undo", kind, entries.map(({ recordId }) => recordId)],
    load: async (tx) => ({ decision: await lockDecision(tx, decisionId), rows: await rowsOf(tx, kind, decisionId) }),
    demands: ({ decision }) => ({ permission: kind === "decision decider" ? "name deciders" : "edit record", ownerIds: decision.ownerIds }),
    run: async (tx, { loaded: { decision, rows }, now }) => {
      requireOpen(decision.state)
      const { todo, left } = plan(entries, rows)
      const changes: RecordChange[] = []
      const sets = (kind === "decision option" || kind === "decision criterion") && todo.some(({ action }) => action !== "changed")
      if ((sets || kind === "decision criterion") && (await isScored(tx, decisionId))) throw new RuleError("Somebody has scored since, so the options and criteria stay.")
      // one option leads at most: the one that stops leading comes first
      const order = [...todo].sort((a, b) => Number(beforeOf(a).isLeading === true) - Number(beforeOf(b).isLeading === true))
      for (const entry of order) {
        const row = rows.find(({ id }) => id === entry.recordId)
        if (isRemoval(entry)) changes.push(await remake(tx, kind, { entry, decisionId, now }))
        else if (row && entry.action === "created") changes.push(await drop(tx, kind, row, decisionId))
        else if (row) changes.push(...(await putBack(tx, kind, row, { before: beforeOf(entry), decisionId })))
      }
      return { changes, outcome: { undone: todo.length, left } satisfies Undone }
    },
  })
}

async function rowsOf(tx: Tx, kind: DecisionPartKind, decisionId: string): Promise<Row[]> {
  switch (kind) {
    case "decision option":
      return (await optionsOf(tx, decisionId)).map((option) => ({ id: option.id, version: option.version, snapshot: optionSnapshot({ ...option, decisionId }), about: [decisionId] }))
    case "decision criterion": {
      const rows = await tx.selectFrom("decisionCriterion").select(["id", "version", "decisionId", "name", "meaning", "weight", "position"]).where("decisionId", "=", decisionId).execute()
      return rows.map((row) => ({ id: row.id, version: row.version, snapshot: criterionSnapshot(row), about: [decisionId] }))
    }
    case "decision tie": {
      const rows = await tx.selectFrom("decisionTie").select(["decisionId", "relation", "toId", "toKind"]).where("decisionId", "=", decisionId).execute()
      return rows.map((row) => ({ id: row.toId, version: 1, snapshot: tieSnapshot(row), about: [decisionId, row.toId] }))
    }
    case "decision scorer": case "decision decider": {
      const rows = await tx.selectFrom(kind === "decision scorer" ? "decisionScorer" : "decisionDecider").select(["decisionId", "personId"]).where("decisionId", "=", decisionId).execute()
      return rows.map((row) => ({ id: row.personId, version: 1, snapshot: namedSnapshot(row), about: [decisionId, row.personId] }))
    }
  }
}

async function drop(tx: Tx, kind: DecisionPartKind, { id, version, snapshot, about }: Row, decisionId: string): Promise<RecordChange> {
  if (kind === "decision option") await tx.deleteFrom("decisionOption").where("id", "=", id).execute()
  else if (kind === "decision criterion") await tx.deleteFrom("decisionCriterion").where("id", "=", id).execute()
  else if (kind === "decision tie") await tx.deleteFrom("decisionTie").where("decisionId", "=", decisionId).where("toId", "=", id).execute()
  else if (kind === "decision decider") await tx.deleteFrom("decisionDecider").where("decisionId", "=", decisionId).where("personId", "=", id).execute()
  else {
    const scored = await tx.selectFrom("decisionScore").select("optionId").where("decisionId", "=", decisionId).where("scorerId", "=", id).limit(1).executeTakeFirst()
    if (scored) throw new RuleError("They have scored since. Their scores stay.")
    await tx.deleteFrom("decisionScorer").where("decisionId", "=", decisionId).where("personId", "=", id).execute()
  }
  return removed({ kind, id, version, about }, snapshot)
}

async function remake(tx: Tx, kind: DecisionPartKind, { entry, decisionId, now }: { entry: NetEntry; decisionId: string; now: Date }): Promise<RecordChange> {
  const was = beforeOf(entry)
  const { recordId: id } = entry
  // a row without a version of its own stands at its first again
  const version = kind === "decision option" || kind === "decision criterion" ? entry.version + 1 : 1
  const common = { decisionId, createdAt: now }
  if (kind === "decision option") {
    const { name, summary, isLeading: _, decisionId: __, ...saving } = was
    const { last } = await tx.selectFrom("decisionOption").select((eb) => eb.fn.max("position").as("last")).where("decisionId", "=", decisionId).executeTakeFirstOrThrow()
    await tx.insertInto("decisionOption").values({ ...common, id, position: (last ?? 0) + 1, name: String(name), summary: String(summary), isNothing: false, isLeading: false, ...savingIn(saving), version }).execute()
  } else if (kind === "decision criterion")
    await tx.insertInto("decisionCriterion").values({ ...common, id, position: Number(was.position), name: String(was.name), meaning: String(was.meaning), weight: Number(was.weight), version }).execute()
  else if (kind === "decision tie") await tx.insertInto("decisionTie").values({ ...common, relation: was.relation as DecisionRelation, toId: id, toKind: was.toKind as "unit" | "function" | "application" }).execute()
  else if (kind === "decision decider") await tx.insertInto("decisionDecider").values({ ...common, personId: id, namedBy: null, dissent: "" }).execute()
  else await tx.insertInto("decisionScorer").values({ ...common, personId: id }).execute()
  const about = kind === "decision option" || kind === "decision criterion" ? [decisionId] : [decisionId, id]
  return { ...created({ kind, id, about }, kind === "decision option" ? { ...was, isLeading: false } : was), version }
}

async function putBack(tx: Tx, kind: DecisionPartKind, row: Row, { before, decisionId }: { before: Snapshot; decisionId: string }): Promise<RecordChange[]> {
  const after = { ...row.snapshot, ...before }
  if (kind === "decision criterion") {
    const { name, meaning, weight, position } = after
    await tx.updateTable("decisionCriterion").set({ name: String(name), meaning: String(meaning), weight: Number(weight), position: Number(position), version: row.version + 1 }).where("id", "=", row.id).execute()
    return [changed({ kind, id: row.id, version: row.version, about: row.about }, row.snapshot, after)]
  }
  const option = (await optionsOf(tx, decisionId)).find(({ id }) => id === row.id)
  if (kind !== "decision option" || !option) throw new RuleError("This cannot be taken back with one click. Change it on the decision's page.")
  const { name, summary, isLeading, decisionId: _, ...saving } = after
  return writeOption(tx, decisionId, option, { ...option, name: String(name), summary: String(summary), isLeading: isLeading === true, saving: savingIn(saving) })
}

function savingIn(snapshot: Snapshot): SavingInputs {
  return snapshot as unknown as SavingInputs
}
