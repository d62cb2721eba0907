// What may be done to links, from whichever end: make, change and remove.
import { command } from "~/core/command.server"
import type { RecordChange, Snapshot } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import type { Actor, Demand } from "~/core/policy"
import { mergeEdit } from "~/core/record-history.server"
import { changed } from "./element.writes.server"
import { lockElement, ownerIdsOf } from "./elements.queries.server"
import { checkLink, checkNoCycle, linkSnapshot, mayLink, type LinkFields, type Relation } from "./link"
import { lockLink, prerequisites } from "./links.queries.server"
import { addLink, dropLink, settlePrimary } from "./link.writes.server"
import { lockTree } from "./tree.writes.server"

export interface NewLink extends Partial<LinkFields> {
  fromId: string
  relation: Relation
  toId: string
}

/** Links two records; the first contribution becomes the initiative's main goal. Refused: unknown pairs, doubles, circles. */
export function createLink(actor: Actor, posted: NewLink & { operationId?: string }) {
  const { operationId, ...input } = posted
  return command({
    actor, operationId, input: ["create link", input],
    load: async (tx) => {
      const needs = input.relation === "requires" ? await lockTree(tx, "requires", () => prerequisites(tx)) : null
      // in one order, so that two people linking the same pair wait for each other instead of stopping both
      const [first, second] = [input.fromId, input.toId].sort()
      const locked = [await lockElement(tx, first ?? ""), await lockElement(tx, second ?? "")]
      const from = locked.find(({ id }) => id === input.fromId)
      const to = locked.find(({ id }) => id === input.toId)
      if (!from || !to || from.id === to.id) throw new RuleError("A record cannot be linked to itself.", { field: "toId" })
      return { from, to, needs, ownerIds: [...(await ownerIdsOf(tx, from.id)), ...(await ownerIdsOf(tx, to.id))] }
    },
    demands: ({ ownerIds }): Demand => ({ permission: "edit record", ownerIds }),
    run: async (tx, { loaded: { from, to, needs }, now }) => {
      if (!mayLink(from.kind, input.relation, to.kind))
        throw new RuleError("These two kinds of record cannot be linked in this way.", { field: "toId" })
      if (from.archivedAt || to.archivedAt) throw new RuleError("One of the two is archived. Restore it first.", { field: "toId" })
      if (needs) checkNoCycle(from.id, to.id, needs)
      const fields = checkLink(input.relation, to.kind, input)
      const { id, changes } = await addLink(tx, { ...fields, fromId: from.id, fromKind: from.kind, relation: input.relation, toId: to.id, toKind: to.kind }, now)
      return { changes, outcome: { id } }
    },
  })
}

/** Changes what a link carries; marking a contribution as the main goal takes the mark from the other. */
export function updateLink(actor: Actor, posted: { id: string; version: number; operationId?: string } & Partial<LinkFields>) {
  const { id, version, operationId, ...input } = posted
  return command({
    actor, operationId, input: ["update link", id, version, input],
    load: (tx) => loadLink(tx, id),
    demands: ({ ownerIds }) => ({ permission: "edit record", ownerIds }),
    run: async (tx, { loaded: { link } }) => {
      const before = linkSnapshot(link)
      const edit = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Snapshot
      const merged = (await mergeEdit(tx, { id, version: link.version, snapshot: before }, { version, edit })) as unknown as LinkFields
      const { strength, isPrimary, note, mandatory, lagDays, criticality, fit, seats, yearlyCost } = merged
      const fields = checkLink(link.relation, link.toKind, { strength, isPrimary, note, mandatory, lagDays, criticality, fit, seats, yearlyCost })
      const changes: RecordChange[] = []
      if (fields.isPrimary && !link.isPrimary) changes.push(...(await settlePrimary(tx, link.fromId, id)))
      await tx.updateTable("link").set({ ...fields, version: link.version + 1 }).where("id", "=", id).execute()
      changes.push(changed({ kind: "link", id, version: link.version, about: [link.fromId, link.toId] }, before, { ...before, ...fields }))
      if (link.isPrimary && !fields.isPrimary) changes.push(...(await settlePrimary(tx, link.fromId, null)))
      return { changes, outcome: { id } }
    },
  })
}

/** Removes a link; when it was the main goal, the strongest, then oldest, takes its place. */
export function removeLink(actor: Actor, asked: { id: string; operationId?: string }) {
  return command({
    actor, operationId: asked.operationId, input: ["remove link", asked.id],
    load: (tx) => loadLink(tx, asked.id),
    demands: ({ ownerIds }) => ({ permission: "edit record", ownerIds }),
    run: async (tx, { loaded: { link } }) => ({ changes: await dropLink(tx, link), outcome: { id: link.id } }),
  })
}

async function loadLink(tx: Tx, id: string) {
  const link = await lockLink(tx, id)
  return { link, ownerIds: [...(await ownerIdsOf(tx, link.fromId)), ...(await ownerIdsOf(tx, link.toId))] }
}
