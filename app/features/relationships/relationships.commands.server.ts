// What may be done to relationships: set one up or change it, and record how close each side thinks both are.
import { given, type RecordChange } from "~/core/change"
import { command } from "~/core/command.server"
import { newId } from "~/core/ids"
import type { Actor } from "~/core/policy"
import { mergeEdit } from "~/core/record-history.server"
import { changed, created } from "~/features/elements/element.writes.server"
import { lockElement } from "~/features/elements/elements.queries.server"
import { blankRelationship, checkRelationship, checkView, relationshipSnapshot, viewSnapshot, type RelationshipFields, type Side, type View } from "./relationship"
import { lockRelationship } from "./relationships.queries.server"

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
    run: async (tx, { loaded: { relationship }, now }) => {
      if (relationship === null) {
        const fields = checkRelationship({ ...blankRelationship, ...given(input) })
        const id = newId(now.getTime())
        await tx.insertInto("relationship").values({ ...fields, id, unitId, version: 1, createdAt: now }).execute()
        return { changes: [created({ kind: "relationship", id, about: [unitId] }, relationshipSnapshot(fields))], outcome: { id } }
      }
      const { id } = relationship
      const before = relationshipSnapshot(relationship)
      const after = checkRelationship((await mergeEdit(tx, { id, version: relationship.version, snapshot: before }, { version, edit: given(input) })) as unknown as RelationshipFields)
      await tx.updateTable("relationship").set({ ...after, version: relationship.version + 1 }).where("id", "=", id).execute()
      const changes: RecordChange[] = [changed({ kind: "relationship", id, version: relationship.version, about: [unitId] }, before, relationshipSnapshot(after))]
      return { changes, outcome: { id } }
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
