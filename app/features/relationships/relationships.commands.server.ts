// What may be done to relationships: set one up or change it, and record how close each side thinks both are.
import { given } from "~/core/change"
import { command } from "~/core/command.server"
import { RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import type { Actor } from "~/core/policy"
import { created } from "~/features/elements/element.writes.server"
import { lockElement } from "~/features/elements/elements.queries.server"
import { checkView, viewSnapshot, type RelationshipFields, type Side, type View } from "./relationship"
import { lockRelationship } from "./relationships.queries.server"
import { writeRelationship } from "./relationships.writes.server"

/** Sets the relationship with a unit up, or changes the fields given; version 0 stands for one that is not set up. Two people's edits are merged, or refused as stale. */
export function setRelationship(actor: Actor, posted: { unitId: string; version: number; operationId?: string } & Partial<RelationshipFields>) {
  const { unitId, version, operationId, ...input } = posted
  return command({
    actor, operationId, input: ["set relationship", unitId, version, input],
    load: async (tx) => {
      await lockElement(tx, unitId, "unit")
      return { relationship: await lockRelationship(tx, unitId) }
    },
    demands: () => ({ permission: "edit engagement" }),
    run: (tx, { loaded: { relationship }, now }) => writeRelationship(tx, relationship, { unitId, version, edit: given(input) }, now),
  })
}

/** Plans the day of the next review; a relationship that is not set up is, with its usual cadence. The day must lie ahead. */
export function planReview(actor: Actor, posted: { unitId: string; version: number; nextReviewOn: string; operationId?: string }) {
  const { unitId, version, operationId, nextReviewOn } = posted
  return command({
    actor, operationId, input: ["plan review", unitId, version, nextReviewOn],
    load: async (tx) => {
      await lockElement(tx, unitId, "unit")
      return { relationship: await lockRelationship(tx, unitId) }
    },
    demands: () => ({ permission: "edit engagement" }),
    run: async (tx, { loaded: { relationship }, now, today }) => {
      if (nextReviewOn <= today) throw new RuleError("The next review must lie ahead.", { field: "nextReviewOn" })
      return writeRelationship(tx, relationship, { unitId, version, edit: { nextReviewOn } }, now)
    },
  })
}

/** Records how one side sees it now; earlier views stay. Refused for statements that are not known. */
export function recordView(actor: Actor, posted: { unitId: string; side: Side; operationId?: string } & View) {
  const { unitId, side, operationId, ...said } = posted
  return command({
    actor, operationId, input: ["record view", unitId, side, said],
    load: (tx) => lockElement(tx, unitId, "unit"),
    demands: () => ({ permission: "edit engagement" }),
    run: async (tx, { now }) => {
      const view = checkView(said)
      const id = newId(now.getTime())
      const row = { id, unitId, side, holds: JSON.stringify(view.holds), added: JSON.stringify(view.added), seenBy: actor.personId, version: 1, createdAt: now }
      await tx.insertInto("maturityView").values(row).execute()
      return { changes: [created({ kind: "maturity view", id, about: [unitId] }, viewSnapshot(side, view))], outcome: { id } }
    },
  })
}
