// The write that several commands of relationships share: setting one up, or changing the fields given.
import type { RecordChange } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { newId } from "~/core/ids"
import { mergeEdit } from "~/core/record-history.server"
import { changed, created } from "~/features/elements/element.writes.server"
import { blankRelationship, checkRelationship, relationshipSnapshot, type RelationshipFields } from "./relationship"
import type { Relationship } from "./relationships.queries.server"

/** Writes the fields given into the relationship, or sets it up with them; what others changed meanwhile is merged, or refused as stale. */
export async function writeRelationship(tx: Tx, relationship: Relationship | null, { unitId, version, edit }: { unitId: string; version: number; edit: Partial<RelationshipFields> }, now: Date) {
  if (relationship === null) {
    const fields = checkRelationship({ ...blankRelationship, ...edit })
    const id = newId(now.getTime())
    await tx.insertInto("relationship").values({ ...fields, id, unitId, version: 1, createdAt: now }).execute()
    return { changes: [created({ kind: "relationship", id, about: [unitId] }, relationshipSnapshot(fields))], outcome: { id } }
  }
  const { id } = relationship
  const before = relationshipSnapshot(relationship)
  const after = checkRelationship((await mergeEdit(tx, { id, version: relationship.version, snapshot: before }, { version, edit })) as unknown as RelationshipFields)
  await tx.updateTable("relationship").set({ ...after, version: relationship.version + 1 }).where("id", "=", id).execute()
  const changes: RecordChange[] = [changed({ kind: "relationship", id, version: relationship.version, about: [unitId] }, before, relationshipSnapshot(after))]
  return { changes, outcome: { id } }
}
