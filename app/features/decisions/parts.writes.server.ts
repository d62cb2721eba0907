// Writes of a decision's parts that several commands share: an option's row, and that a person is one.
import type { RecordChange } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { changed } from "~/features/elements/element.writes.server"
import { lockElement } from "~/features/elements/elements.queries.server"
import { optionSnapshot, type DecisionOption } from "./parts"

/** Writes an option as it is now to be; returns what changed. */
export async function writeOption(tx: Tx, decisionId: string, before: DecisionOption, after: DecisionOption): Promise<RecordChange[]> {
  const { name, summary, isLeading, saving } = after
  await tx.updateTable("decisionOption").set({ name, summary, isLeading, ...saving, version: before.version + 1 }).where("id", "=", before.id).execute()
  return [changed({ kind: "decision option", id: before.id, version: before.version, about: [decisionId] }, optionSnapshot({ ...before, decisionId }), optionSnapshot({ ...after, decisionId }))]
}

/** Refuses a group, and somebody who has left: one person scores, and one person signs. */
export async function requireOnePerson(tx: Tx, personId: string): Promise<void> {
  const person = await lockElement(tx, personId, "person")
  if (person.archivedAt) throw new RuleError(`${person.name} is archived. Restore it first.`, { field: "personId" })
  const { groupHeadcount } = await tx.selectFrom("person").select("groupHeadcount").where("id", "=", personId).executeTakeFirstOrThrow()
  if (groupHeadcount !== null) throw new RuleError("A group cannot score or sign. Name one person of it.", { field: "personId" })
}
