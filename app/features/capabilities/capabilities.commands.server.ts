// What may be done to capabilities: create, update, archive and restore, and take any of it back.
import { given } from "~/core/change"
import { command } from "~/core/command.server"
import type { Tx } from "~/core/database.server"
import type { Actor } from "~/core/policy"
import { mergeEdit } from "~/core/record-history.server"
import { changed, created, insertElement, setArchived, writeElement } from "~/features/elements/element.writes.server"
import { checkArchiving, checkPlace } from "~/features/elements/tree"
import { lockTree } from "~/features/elements/tree.writes.server"
import { undoDemands, undoEntries, type Undo } from "~/features/elements/undo.writes.server"
import { capabilitySnapshot, capabilityWords, type CapabilityFields } from "./capability"
import { capabilityPlaces, lockCapabilities, type Capability } from "./capabilities.queries.server"

/** A new capability; without a parent it stands on top. Returns its id and short id. */
export function createCapability(actor: Actor, posted: { operationId?: string } & Pick<CapabilityFields, "name"> & Partial<CapabilityFields>) {
  const { operationId, ...input } = posted
  return command({
    actor, operationId, input: ["create capability", input],
    load: (tx) => lockTree(tx, "capability", () => capabilityPlaces(tx)),
    demands: () => ({ permission: "edit chain" }),
    run: async (tx, { loaded: tree, now }) => {
      const capability: CapabilityFields = { summary: "", parentId: null, ...given(input) }
      checkPlace(null, capability.parentId, tree, capabilityWords)
      const element = await insertElement(tx, { kind: "capability", name: capability.name, summary: capability.summary, now })
      await tx.insertInto("capability").values({ id: element.id, kind: "capability", parentId: capability.parentId }).execute()
      return { changes: [created({ kind: "capability", id: element.id }, capabilitySnapshot(capability))], outcome: { id: element.id, code: element.code } }
    },
  })
}

/** Changes the fields given; what others changed meanwhile is merged, or refused as stale where both changed one field. */
export function updateCapability(actor: Actor, posted: { id: string; version: number; operationId?: string } & Partial<CapabilityFields>) {
  const { id, version, operationId, ...input } = posted
  return command({
    actor, operationId, input: ["update capability", id, version, input],
    load: async (tx) => ({ tree: await lockTree(tx, "capability", () => capabilityPlaces(tx)), capabilities: await lockCapabilities(tx, [id]) }),
    demands: () => ({ permission: "edit chain" }),
    run: async (tx, { loaded: { tree, capabilities: [capability] }, now }) => {
      if (!capability) return { changes: [], outcome: { id } }
      const snapshot = capabilitySnapshot(capability)
      const after = (await mergeEdit(tx, { id, version: capability.version, snapshot }, { version, edit: given(input) })) as unknown as CapabilityFields
      if (after.parentId !== capability.parentId) checkPlace(id, after.parentId, tree, capabilityWords)
      return { changes: await writeCapability(tx, capability, after, now), outcome: { id } }
    },
  })
}

/** Archives or restores capabilities together; refused where live ones would be left below an archived one. */
export function archiveCapabilities(actor: Actor, asked: { ids: readonly string[]; archived: boolean; operationId?: string }) {
  return command({
    actor, operationId: asked.operationId, input: ["archive capabilities", asked.ids, asked.archived],
    load: async (tx) => ({ tree: await lockTree(tx, "capability", () => capabilityPlaces(tx)), capabilities: await lockCapabilities(tx, asked.ids) }),
    demands: () => ({ permission: "edit chain" }),
    run: async (tx, { loaded: { tree, capabilities }, now }) => {
      checkArchiving(asked.ids, asked.archived, tree, capabilityWords)
      const changes = []
      for (const capability of capabilities) changes.push(...(await setArchived(tx, capability, asked.archived, now)))
      return { changes, outcome: { count: changes.length } }
    },
  })
}

/** Takes one operation's changes to capabilities back; those changed since are left and named by id in `left`. */
export function restoreCapabilities(actor: Actor, asked: Undo) {
  return command({
    actor, operationId: asked.operationId, input: ["restore capabilities", asked.entries.map(({ id }) => id)],
    load: async (tx) => ({
      tree: await lockTree(tx, "capability", () => capabilityPlaces(tx)),
      capabilities: await lockCapabilities(tx, asked.entries.map(({ recordId }) => recordId)),
    }),
    demands: () => undoDemands(actor, asked.entries, () => ({ permission: "edit chain" })),
    run: (tx, { loaded: { tree, capabilities }, now }) =>
      undoEntries(tx, {
        entries: asked.entries, records: capabilities, now,
        checkArchiving: (ids, archived) => checkArchiving(ids, archived, tree, capabilityWords),
        rewrite: (capability, before) => {
          const after = { ...capabilitySnapshot(capability), ...before } as unknown as CapabilityFields
          if (after.parentId !== capability.parentId) checkPlace(capability.id, after.parentId, tree, capabilityWords)
          return writeCapability(tx, capability, after, now)
        },
      }),
  })
}

async function writeCapability(tx: Tx, capability: Capability, after: CapabilityFields, now: Date) {
  await writeElement(tx, capability, after, now)
  await tx.updateTable("capability").set({ parentId: after.parentId }).where("id", "=", capability.id).execute()
  return [changed(capability, capabilitySnapshot(capability), capabilitySnapshot(after))]
}
