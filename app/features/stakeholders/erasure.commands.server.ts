// Forgetting somebody: the name goes, also from the history, and everything that says who they were; what was counted stays counted.
import { command } from "~/core/command.server"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import type { Actor } from "~/core/policy"
import { writeElement } from "~/features/elements/element.writes.server"
import { lockPeople } from "~/features/people/people.queries.server"
import { formerName } from "./party-facts"

/**
 * Replaces the name by "Former employee 17" in the record and in the history, and removes address, title, summary, profile, standing
 * and account. It cannot be taken back. Refused while they can sign in, for oneself, and unless the name is confirmed as it is.
 */
export function erasePerson(actor: Actor, asked: { personId: string; confirm: string; operationId?: string }) {
  return command({
    actor, operationId: asked.operationId, input: ["erase person", asked.personId], evenArchived: true,
    load: (tx) => lockPeople(tx, [asked.personId]),
    demands: () => ({ permission: "administer" }),
    run: async (tx, { loaded: [person], now }) => {
      if (!person) return { changes: [], outcome: { id: asked.personId } }
      if (asked.confirm.trim() !== person.name) throw new RuleError(`Write the name exactly as it is: ${person.name}`, { field: "confirm" })
      if (person.id === actor.personId) throw new RuleError("You cannot erase yourself. Ask another administrator.")
      const account = await tx.selectFrom("account").select("disabledAt").where("personId", "=", person.id).forUpdate().executeTakeFirst()
      if (account?.disabledAt === null) throw new RuleError(`${person.name} can still sign in. Disable the account in the settings first.`)
      const name = formerName(person.number, person.groupHeadcount !== null)
      const version = await writeElement(tx, person, { name, summary: "" }, now)
      await tx.updateTable("person").set({ title: "", email: null }).where("id", "=", person.id).execute()
      await removeTraces(tx, person.id, now)
      await forgetInHistory(tx, person.id, name)
      const change = { kind: "erasure", id: person.id, action: "changed" as const, before: { erased: false }, after: { erased: true }, version, about: [person.id] }
      return { changes: [change], outcome: { id: person.id } }
    },
  })
}

async function removeTraces(tx: Tx, personId: string, now: Date): Promise<void> {
  const parts = tx.selectFrom("participation").select("id").where("personId", "=", personId)
  await tx.deleteFrom("responseDraft").where("participationId", "in", parts).execute()
  await tx.updateTable("personalLink").set({ withdrawnAt: now }).where("withdrawnAt", "is", null).where("participationId", "in", parts).execute()
  for (const table of ["outbox", "calendarFeed", "stakeholder", "standing", "session", "oneTimeLink", "accountRole", "account"] as const)
    await tx.deleteFrom(table).where("personId", "=", personId).execute()
  // what a file said of them, as it waited to be compared and applied
  await tx.deleteFrom("importRow").where("recordId", "=", personId).execute()
}

/** Their words in the history: the name becomes the new one, the rest nothing; without its salt no hash tells whose it was. */
async function forgetInHistory(tx: Tx, personId: string, name: string): Promise<void> {
  const theirs = tx.selectFrom("change").select("id").where("recordId", "=", personId).where("recordKind", "in", ["person", "account", "stakeholder"])
  await tx
    .updateTable("changeText")
    .set((eb) => ({
      before: eb.case().when("field", "=", "name").then(eb.case().when("before", "is", null).then(null).else(name).end()).else(null).end(),
      after: eb.case().when("field", "=", "name").then(eb.case().when("after", "is", null).then(null).else(name).end()).else(null).end(),
      salt: null,
    }))
    .where("changeId", "in", theirs).execute()
}
