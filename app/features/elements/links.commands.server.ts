// What may be done to links, from whichever end: make, change and remove.
import { command } from "~/core/command.server"
import type { RecordChange, Snapshot } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { archivedSentence, RuleError } from "~/core/errors"
import type { Actor, Demand } from "~/core/policy"
import { mergeEdit } from "~/core/record-history.server"
import { onChain, type ChainRow, type ElementRow } from "./element-row"
import { changed } from "./element.writes.server"
import { lockElement, lockElements, ownerIdsOf, ownersOf } from "./elements.queries.server"
import { checkLink, checkNoCycle, linkSnapshot, mayLink, requireReason, type LinkFields, type Relation } from "./link"
import { lockLink, prerequisites } from "./links.queries.server"
import { addLink, dropLink, settlePrimary } from "./link.writes.server"
import { lockTree } from "./tree.writes.server"

export interface NewLink extends Partial<LinkFields> {
  fromId: string
  relation: Relation
  toId: string
}

/** Links two records; the first contribution becomes the initiative's main goal. Refused: unknown pairs, doubles, circles, a contribution without a reason. */
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
      return { from, to, needs, ownerIds: [...(await ownerIdsOf(tx, input.fromId)), ...(await ownerIdsOf(tx, input.toId))] }
    },
    demands: ({ ownerIds }): Demand => ({ permission: "edit record", ownerIds }),
    run: async (tx, { loaded: { needs, ...ends }, now }) => {
      const { from, to } = checkEnds(ends.from, input.relation, ends.to)
      if (needs) checkNoCycle(from.id, to.id, needs)
      requireReason(input.relation, input)
      const fields = checkLink(input.relation, to.kind, input)
      const { id, changes } = await addLink(tx, { ...fields, fromId: from.id, fromKind: from.kind, relation: input.relation, toId: to.id, toKind: to.kind }, now)
      return { changes, outcome: { id } }
    },
  })
}

/** Links many pairs in one step, all or none, in the order given; refused for the first pair that `createLink` would refuse. */
export function createLinks(actor: Actor, posted: { links: readonly NewLink[]; operationId?: string }) {
  const { links, operationId } = posted
  return command({
    actor, operationId, input: ["create links", links],
    load: async (tx) => {
      const needs = links.some(({ relation }) => relation === "requires") ? await lockTree(tx, "requires", () => prerequisites(tx)) : new Map<string, string[]>()
      const ids = [...new Set(links.flatMap(({ fromId, toId }) => [fromId, toId]))].sort()
      return { needs, ends: new Map((await lockElements(tx, ids)).map((end) => [end.id, end])), owners: await ownersOf(tx, ids) }
    },
    demands: ({ owners }): Demand[] =>
      links.map(({ fromId, toId }) => ({ permission: "edit record", ownerIds: [...(owners.get(fromId) ?? []), ...(owners.get(toId) ?? [])] })),
    run: async (tx, { loaded: { needs, ends }, now }) => {
      const needed = new Map(needs)
      const changes: RecordChange[] = []
      for (const { fromId, toId, relation, ...given } of links) {
        const { from, to } = checkEnds(ends.get(fromId), relation, ends.get(toId))
        requireReason(relation, given)
        if (relation === "requires") {
          checkNoCycle(fromId, toId, needed)
          needed.set(fromId, [...(needed.get(fromId) ?? []), toId])
        }
        const link = { ...checkLink(relation, to.kind, given), fromId, fromKind: from.kind, relation, toId, toKind: to.kind }
        changes.push(...(await addLink(tx, link, now)).changes)
      }
      return { changes, outcome: { count: links.length } }
    },
  })
}

/** Changes what a link carries; marking a contribution as the main goal takes the mark from the other. Refused: a contribution left without a reason. */
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
      requireReason(link.relation, fields)
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

function checkEnds(from: ElementRow | undefined, relation: Relation, to: ElementRow | undefined): { from: ChainRow; to: ChainRow } {
  if (!from || !to || from.id === to.id) throw new RuleError("A record cannot be linked to itself.", { field: "toId" })
  if (!onChain(from) || !onChain(to) || !mayLink(from.kind, relation, to.kind)) throw new RuleError("These two kinds of record cannot be linked in this way.", { field: "toId" })
  refuseArchivedEnd([from, to])
  return { from, to }
}

/** Either end of a link counts as its record, where a change of anything else belongs to one. */
function refuseArchivedEnd(ends: readonly ElementRow[]): void {
  const away = ends.find(({ archivedAt }) => archivedAt !== null)
  if (away) throw new RuleError(archivedSentence(away.name), { field: "toId" })
}

async function loadLink(tx: Tx, id: string) {
  const link = await lockLink(tx, id)
  refuseArchivedEnd(await lockElements(tx, [link.fromId, link.toId]))
  return { link, ownerIds: [...(await ownerIdsOf(tx, link.fromId)), ...(await ownerIdsOf(tx, link.toId))] }
}
