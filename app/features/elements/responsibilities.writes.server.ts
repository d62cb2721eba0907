// The write of an owner that commands share: naming one for a record that has none.
import type { RecordChange } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import { created } from "./element.writes.server"
import { lockElement } from "./elements.queries.server"
import { responsibilitySnapshot, type AnswerableKind } from "./responsibility"

/** Makes a person the owner of a record that has none; refused for somebody archived. */
export async function makeOwner(tx: Tx, owner: { elementId: string; elementKind: AnswerableKind; personId: string }, now: Date): Promise<RecordChange[]> {
  const person = await lockElement(tx, owner.personId, "person")
  if (person.archivedAt) throw new RuleError(`${person.name} is archived.`, { field: "ownerId" })
  const row = { id: newId(now.getTime()), ...owner, role: "accountable" as const, createdAt: now }
  await tx.insertInto("responsibility").values(row).execute()
  return [created({ kind: "responsibility", id: row.id, about: [owner.elementId, owner.personId] }, responsibilitySnapshot(row))]
}
