// Forgetting somebody: the name goes, also from the history, and everything that says who they were; what was counted stays counted.
import { sql } from "kysely"
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
      const names = await namesOnce(tx, person)
      await removeTraces(tx, person.id, now)
      await forgetInFiles(tx, { personId: person.id, names, name })
      await forgetInHistory(tx, person.id, name)
      await forgetWords(tx)
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
}

/** Every name they had here, by their record and its history; one of two letters or less would be found in anything. */
async function namesOnce(tx: Tx, person: { id: string; name: string }): Promise<string[]> {
  const earlier = await tx.selectFrom("changeText").innerJoin("change", "change.id", "changeText.changeId").select(["before", "after"])
    .where("recordId", "=", person.id).where("recordKind", "=", "person").where("field", "=", "name").execute()
  const brought = await tx.selectFrom("sourceElement").select("name").where("elementId", "=", person.id).execute()
  const all = [person.name, ...earlier.flatMap(({ before, after }) => [before, after]), ...brought.map(({ name }) => name)]
  return [...new Set(all.flatMap((name) => name?.trim() ?? []))].filter((name) => name.length > 2)
}

/** What files said of them: rows that are about them or name them, the files themselves, and what is kept for the way back. */
async function forgetInFiles(tx: Tx, { personId, names, name }: { personId: string; names: readonly string[]; name: string }): Promise<void> {
  // as the words stand within stored JSON
  const written = names.map((one) => JSON.stringify(one).slice(1, -1).toLowerCase())
  const naming = sql<boolean>`exists (select from unnest(${written}::text[]) as told where position(told in lower(import_row::text)) > 0 or position(told in lower(import_row.brought::text)) > 0)`
  const gone = await tx.deleteFrom("importRow").where((eb) => eb.or([eb("recordId", "=", personId), naming])).returning("importId").execute()
  const imports = [...new Set(gone.map(({ importId }) => importId))]
  if (imports.length > 0) await tx.deleteFrom("importFile").where("importId", "in", imports).execute()
  for (const told of names.map((one) => JSON.stringify(one).slice(1, -1)))
    await sql`update import set look = replace(look::text, ${told}, ${name})::jsonb where position(${told} in look::text) > 0`.execute(tx)
  await tx.updateTable("sourceElement").set({ name: "", documentation: "", properties: "[]" }).where("elementId", "=", personId).execute()
  await tx.updateTable("import").set({ startedByName: name }).where("startedBy", "=", personId).execute()
  await tx.updateTable("apiToken").set({ madeByName: name }).where("madeBy", "=", personId).execute()
}

/** Words that no record has any more, theirs among them, are not offered for slips of the hand either. */
async function forgetWords(tx: Tx): Promise<void> {
  await sql`delete from search_word where not exists (
    select from (select distinct used from element, words_of(element.search_text) as used) as inuse where inuse.used = search_word.word)`.execute(tx)
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
