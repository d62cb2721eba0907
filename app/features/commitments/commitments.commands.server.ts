// What may be done to commitments: make, change, move, keep, withdraw, archive and restore.
import { given, type RecordChange, type Snapshot } from "~/core/change"
import { command, type CommandContext } from "~/core/command.server"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import type { Actor } from "~/core/policy"
import { mergeEdit } from "~/core/record-history.server"
import { changed, setArchived, writeElement } from "~/features/elements/element.writes.server"
import { checkMove, commitmentSnapshot, mayChange, requireOpen, type CommitmentFields } from "./commitment"
import { lockCommitment, lockCommitments, type Commitment } from "./commitments.queries.server"
import { aboutOf, addCommitment, checkPlaces, moveDueDate } from "./commitments.writes.server"

/** A new promise, to a unit or to none. Returns its id and short id. */
export function createCommitment(actor: Actor, posted: { operationId?: string; name: string; dueOn: string } & Partial<CommitmentFields>) {
  const { operationId, ...input } = posted
  return command({
    actor, operationId, input: ["create commitment", input],
    load: async () => null,
    demands: () => ({ permission: "edit engagement" }),
    run: async (tx, { now }) => {
      const { id, code, changes } = await addCommitment(tx, { summary: "", unitId: null, ownerId: null, ...given(input), now })
      return { changes, outcome: { id, code } }
    },
  })
}

/** Changes words, unit and owner; the due date is moved and never edited. What others changed meanwhile is merged, or refused as stale. */
export function updateCommitment(actor: Actor, posted: { id: string; version: number; operationId?: string } & Partial<Omit<CommitmentFields, "dueOn">>) {
  const { id, version, operationId, ...input } = posted
  return command({
    actor, operationId, input: ["update commitment", id, version, input],
    load: (tx) => lockCommitment(tx, id),
    demands: (promise) => mayChange(actor, promise.ownerId),
    run: async (tx, { loaded: promise, now }) => {
      const record = { id, version: promise.version, snapshot: commitmentSnapshot(promise) }
      const after = (await mergeEdit(tx, record, { version, edit: given(input) })) as unknown as Omit<CommitmentFields, "dueOn">
      return { changes: await writeCommitment(tx, promise, after, now), outcome: { id } }
    },
  })
}

/** Moves an open promise to another date with a reason; every move is kept. */
export function moveCommitment(actor: Actor, posted: { id: string; toOn: string; reason: string; operationId?: string }) {
  const { operationId, ...input } = posted
  return onOne(actor, { id: posted.id, operationId, input: ["move commitment", input] }, async (tx, { loaded: promise, now }) => {
    const move = checkMove(promise, input)
    const changes = await moveDueDate(tx, promise, { ...move, movedBy: actor.personId, now })
    await writeElement(tx, promise, promise, now)
    return changes
  })
}

/** Marks an open promise as kept, now, with a note of what was done. */
export function keepCommitment(actor: Actor, posted: { id: string; note: string; operationId?: string }) {
  const { operationId, ...input } = posted
  return onOne(actor, { id: posted.id, operationId, input: ["keep commitment", input] }, async (tx, { loaded: promise, now }) => {
    requireOpen(promise, "marked as kept")
    return close(tx, promise, { state: "kept", keptAt: now, keptNote: input.note.trim(), withdrawnWhy: "" }, now)
  })
}

/** Withdraws an open promise with a reason; it stays in the ledger as withdrawn. */
export function withdrawCommitment(actor: Actor, posted: { id: string; reason: string; operationId?: string }) {
  const { operationId, ...input } = posted
  return onOne(actor, { id: posted.id, operationId, input: ["withdraw commitment", input] }, async (tx, { loaded: promise, now }) => {
    requireOpen(promise, "withdrawn")
    const withdrawnWhy = input.reason.trim()
    if (withdrawnWhy === "") throw new RuleError("Say why it is withdrawn: whoever was promised it will read this.", { field: "reason" })
    return close(tx, promise, { state: "withdrawn", keptAt: null, keptNote: "", withdrawnWhy }, now)
  })
}

/** Archives or restores promises together; an archived one counts nowhere and keeps its moves. */
export function archiveCommitments(actor: Actor, asked: { ids: readonly string[]; archived: boolean; operationId?: string }) {
  return command({
    actor, operationId: asked.operationId, input: ["archive commitments", asked.ids, asked.archived],
    load: (tx) => lockCommitments(tx, asked.ids),
    demands: () => ({ permission: "edit engagement" }),
    run: async (tx, { loaded: found, now }) => {
      const changes = []
      for (const promise of found) changes.push(...(await setArchived(tx, promise, asked.archived, now)))
      return { changes, outcome: { count: changes.length } }
    },
  })
}

type Closing = Pick<Commitment, "state" | "keptAt" | "keptNote" | "withdrawnWhy">

function onOne(actor: Actor, asked: { id: string; operationId?: string; input: unknown }, run: (tx: Tx, context: CommandContext<Commitment>) => Promise<RecordChange[]>) {
  return command({
    actor, operationId: asked.operationId, input: asked.input,
    load: (tx) => lockCommitment(tx, asked.id),
    demands: (promise) => mayChange(actor, promise.ownerId),
    run: async (tx, context) => ({ changes: await run(tx, context), outcome: { id: asked.id } }),
  })
}

async function close(tx: Tx, promise: Commitment, closing: Closing, now: Date): Promise<RecordChange[]> {
  await tx.updateTable("commitment").set(closing).where("id", "=", promise.id).execute()
  await writeElement(tx, promise, promise, now)
  return [changed({ ...promise, about: aboutOf(promise) }, closingSnapshot(promise), closingSnapshot(closing))]
}

function closingSnapshot({ state, keptNote, withdrawnWhy }: Omit<Closing, "keptAt">): Snapshot {
  return { state, keptNote, withdrawnWhy }
}

async function writeCommitment(tx: Tx, promise: Commitment, after: Omit<CommitmentFields, "dueOn">, now: Date): Promise<RecordChange[]> {
  // a unit or owner who has left since stays as it stood; only a new one is judged
  await checkPlaces(tx, { unitId: after.unitId === promise.unitId ? null : after.unitId, ownerId: after.ownerId === promise.ownerId ? null : after.ownerId })
  await writeElement(tx, promise, after, now)
  await tx.updateTable("commitment").set({ unitId: after.unitId, ownerId: after.ownerId }).where("id", "=", promise.id).execute()
  return [changed({ ...promise, about: aboutOf(promise) }, commitmentSnapshot(promise), commitmentSnapshot(after))]
}
