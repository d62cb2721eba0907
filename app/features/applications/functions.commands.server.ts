// What may be done to functions: create, update, archive and restore, and take any of it back.
import { given } from "~/core/change"
import { command } from "~/core/command.server"
import type { Tx } from "~/core/database.server"
import type { Actor } from "~/core/policy"
import { mergeEdit } from "~/core/record-history.server"
import { changed, created, insertElement, setArchived, writeElement } from "~/features/elements/element.writes.server"
import { makeOwner } from "~/features/elements/responsibilities.writes.server"
import { undoDemands, undoEntries, type Undo } from "~/features/elements/undo.writes.server"
import { functionSnapshot, type FunctionFields } from "./function"
import { lockFunctions, type Function } from "./functions.queries.server"

/** A new function, with its owner when one is named. Returns its id and short id. */
export function createFunction(actor: Actor, posted: { operationId?: string; ownerId?: string | null } & Pick<FunctionFields, "name"> & Partial<FunctionFields>) {
  const { operationId, ownerId, ...input } = posted
  return command({
    actor, operationId, input: ["create function", input, ownerId ?? null],
    load: async () => null,
    demands: () => ({ permission: "edit chain" }),
    run: async (tx, { now }) => {
      const job: FunctionFields = { summary: "", ...given(input) }
      const element = await insertElement(tx, { kind: "function", name: job.name, summary: job.summary, now })
      await tx.insertInto("function").values({ id: element.id, kind: "function" }).execute()
      const owner = ownerId ? await makeOwner(tx, { elementId: element.id, elementKind: "function", personId: ownerId }, now) : []
      return { changes: [created({ kind: "function", id: element.id }, functionSnapshot(job)), ...owner], outcome: { id: element.id, code: element.code } }
    },
  })
}

/** Changes the fields given; what others changed meanwhile is merged, or refused as stale where both changed one field. */
export function updateFunction(actor: Actor, posted: { id: string; version: number; operationId?: string } & Partial<FunctionFields>) {
  const { id, version, operationId, ...input } = posted
  return command({
    actor, operationId, input: ["update function", id, version, input],
    load: (tx) => lockFunctions(tx, [id]),
    demands: (found) => found.map(({ ownerIds }) => ({ permission: "edit record" as const, ownerIds })),
    run: async (tx, { loaded: [job], now }) => {
      if (!job) return { changes: [], outcome: { id } }
      const record = { id, version: job.version, snapshot: functionSnapshot(job) }
      const after = (await mergeEdit(tx, record, { version, edit: given(input) })) as unknown as FunctionFields
      return { changes: await writeFunction(tx, job, after, now), outcome: { id } }
    },
  })
}

/** Archives or restores functions together; an archived one counts nowhere and keeps its history. */
export function archiveFunctions(actor: Actor, asked: { ids: readonly string[]; archived: boolean; operationId?: string }) {
  return command({
    actor, operationId: asked.operationId, input: ["archive functions", asked.ids, asked.archived],
    load: (tx) => lockFunctions(tx, asked.ids),
    demands: () => ({ permission: "edit chain" }),
    run: async (tx, { loaded: found, now }) => {
      const changes = []
      for (const job of found) changes.push(...(await setArchived(tx, job, asked.archived, now)))
      return { changes, outcome: { count: changes.length } }
    },
  })
}

/** Takes one operation's changes to functions back; those changed since are left and named by id in `left`. */
export function restoreFunctions(actor: Actor, asked: Undo) {
  return command({
    actor, operationId: asked.operationId, input: ["restore functions", asked.entries.map(({ id }) => id)],
    load: (tx) => lockFunctions(tx, asked.entries.map(({ recordId }) => recordId)),
    demands: (found) => undoDemands(actor, asked.entries, (recordId) => ({
      permission: "edit record", ownerIds: found.find(({ id }) => id === recordId)?.ownerIds ?? [],
    })),
    run: (tx, { loaded: found, now }) =>
      undoEntries(tx, {
        entries: asked.entries, records: found, now,
        rewrite: (job, before) => writeFunction(tx, job, { ...functionSnapshot(job), ...before } as unknown as FunctionFields, now),
      }),
  })
}

async function writeFunction(tx: Tx, job: Function, after: FunctionFields, now: Date) {
  await writeElement(tx, job, after, now)
  return [changed(job, functionSnapshot(job), functionSnapshot(after))]
}
