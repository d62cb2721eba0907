// What may be done to the words of a decision: begin, change, and take it back. Its state changes in the gates alone.
import { given, type RecordChange, type Snapshot } from "~/core/change"
import { command } from "~/core/command.server"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import type { Actor } from "~/core/policy"
import { mergeEdit } from "~/core/record-history.server"
import { changed, created, insertElement, writeElement } from "~/features/elements/element.writes.server"
import { makeOwner } from "~/features/elements/responsibilities.writes.server"
import { undoDemands, undoEntries, type Undo } from "~/features/elements/undo.writes.server"
import { decisionSnapshot, newDecisionFields, requireOpen, type DecisionFields } from "./decision"
import { lockDecision, lockDecisions, type Decision } from "./decisions.queries.server"
import { noSaving } from "./saving"

/** A new draft, with doing nothing as its first option, owned by whoever begins it unless said. One that replaces a signed decision begins with what that one is about. */
export function createDecision(actor: Actor, posted: { operationId?: string; ownerId?: string | null; supersedesId?: string | null; functionId?: string | null } & Pick<DecisionFields, "name"> & Partial<DecisionFields>) {
  const { operationId, ownerId, supersedesId, functionId, ...input } = posted
  return command({
    actor, operationId, input: ["create decision", input, ownerId ?? null, supersedesId ?? null, functionId ?? null],
    load: async (tx) => (supersedesId ? lockDecision(tx, supersedesId) : null),
    demands: () => ({ permission: "edit chain" }),
    run: async (tx, { loaded: before, now }) => {
      if (before && before.state !== "approved") throw new RuleError("Only a signed decision that still holds is replaced.")
      const fields: DecisionFields = { ...newDecisionFields, ...given(input) }
      const { name, summary, ...columns } = fields
      const element = await insertElement(tx, { kind: "decision", name, summary, now })
      const { id, code } = element
      await tx.insertInto("decision").values({ id, kind: "decision", ...columns, state: "draft", supersedesId: before?.id ?? null, endedWhy: "" }).execute()
      await tx.insertInto("decisionOption").values({ id: newId(now.getTime()), decisionId: id, position: 0, name: "Do nothing", summary: "Everything stays as it is.", isNothing: true, isLeading: false, ...noSaving, version: 1, createdAt: now }).execute()
      if (functionId) await tx.insertInto("decisionTie").values({ decisionId: id, relation: "governs", toId: functionId, toKind: "function", createdAt: now }).execute()
      if (before) await sameTies(tx, before.id, id, now)
      const owner = ownerId ?? actor.personId
      const owned = owner ? await makeOwner(tx, { elementId: id, elementKind: "decision", personId: owner }, now) : []
      return { changes: [created({ kind: "decision", id, about: [id, ...(before ? [before.id] : [])] }, { ...decisionSnapshot(fields), state: "draft", supersedesId: before?.id ?? null }), ...owned], outcome: { id, code } }
    },
  })
}

async function sameTies(tx: Tx, fromId: string, decisionId: string, now: Date): Promise<void> {
  const ties = await tx.selectFrom("decisionTie").select(["relation", "toId", "toKind"]).where("decisionId", "=", fromId).execute()
  if (ties.length === 0) return
  await tx.insertInto("decisionTie").values(ties.map((tie) => ({ ...tie, decisionId, createdAt: now }))).onConflict((oc) => oc.doNothing()).execute()
}

/** Changes the fields given while it is open; what others changed meanwhile is merged, or refused as stale. Signed words are never edited. */
export function updateDecision(actor: Actor, posted: { id: string; version: number; operationId?: string } & Partial<DecisionFields>) {
  const { id, version, operationId, ...input } = posted
  return command({
    actor, operationId, input: ["update decision", id, version, input],
    load: (tx) => lockDecision(tx, id),
    demands: ({ ownerIds }) => ({ permission: "edit record", ownerIds }),
    run: async (tx, { loaded: decision, now }) => {
      requireOpen(decision.state)
      const after = (await mergeEdit(tx, { id, version: decision.version, snapshot: decisionSnapshot(decision) }, { version, edit: given(input) })) as unknown as DecisionFields
      return { changes: await writeDecision(tx, decision, after, now), outcome: { id } }
    },
  })
}

/** Takes one operation's changes of words back; steps and signatures stay, and what is signed is left alone. */
export function restoreDecisions(actor: Actor, asked: Undo) {
  return command({
    actor, operationId: asked.operationId, input: ["restore decisions", asked.entries.map(({ id }) => id)],
    load: (tx) => lockDecisions(tx, asked.entries.map(({ recordId }) => recordId)),
    demands: (found) => undoDemands(actor, asked.entries, (recordId) => ({ permission: "edit record", ownerIds: found.find(({ id }) => id === recordId)?.ownerIds ?? [] })),
    run: (tx, { loaded: found, now }) => {
      for (const { state } of found) requireOpen(state)
      return undoEntries(tx, {
        entries: asked.entries, records: found, now,
        rewrite: (decision, before) => {
          if ("state" in before) throw new RuleError("A step of a decision is not taken back with one click: others may have read it. Take the next step on its page.")
          return writeDecision(tx, decision, { ...decisionSnapshot(decision), ...before } as unknown as DecisionFields, now)
        },
      })
    },
  })
}

async function writeDecision(tx: Tx, decision: Decision, after: DecisionFields, now: Date): Promise<RecordChange[]> {
  const { topic, context, outcome, reasons, constraints, reviewOn, revisitWhen } = after
  const before: Snapshot = decisionSnapshot(decision)
  await writeElement(tx, decision, after, now)
  await tx.updateTable("decision").set({ topic, context, outcome, reasons, constraints, reviewOn, revisitWhen }).where("id", "=", decision.id).execute()
  return [changed(decision, before, decisionSnapshot(after))]
}
