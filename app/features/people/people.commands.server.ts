// What may be done to people as records: create, update, archive and restore, and take any of it back.
import { given } from "~/core/change"
import { command } from "~/core/command.server"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import type { Actor, Demand } from "~/core/policy"
import { mergeEdit } from "~/core/record-history.server"
import { changed, created, insertElement, setArchived, writeElement } from "~/features/elements/element.writes.server"
import { lockElement } from "~/features/elements/elements.queries.server"
import { undoEntries, type Undo } from "~/features/elements/undo.writes.server"
import { checkPerson, newPersonFields, personSnapshot, type PersonFields } from "./person"
import { lockPeople, type Person } from "./people.queries.server"

/** A new person without an account, or a group. Returns the id and short id; refused for a unit that is archived. */
export function createPerson(actor: Actor, posted: { operationId?: string } & Pick<PersonFields, "name"> & Partial<PersonFields>) {
  const { operationId, ...input } = posted
  return command({
    actor, operationId, input: ["create person", input],
    load: (tx) => lockLiveUnit(tx, input.unitId ?? null),
    demands: () => ({ permission: "edit engagement" }),
    run: async (tx, { now }) => {
      const person: PersonFields = checkPerson({ ...newPersonFields, ...given(input) })
      const element = await insertElement(tx, { kind: "person", name: person.name, summary: person.summary, now })
      await tx.insertInto("person").values({ id: element.id, kind: "person", ...columns(person) }).execute()
      return { changes: [created({ kind: "person", id: element.id }, personSnapshot(person))], outcome: { id: element.id, code: element.code } }
    },
  })
}

/** Changes the fields given; what others changed meanwhile is merged, or refused as stale where both changed one field. */
export function updatePerson(actor: Actor, posted: { id: string; version: number; operationId?: string } & Partial<PersonFields>) {
  const { id, version, operationId, ...input } = posted
  return command({
    actor, operationId, input: ["update person", id, version, input],
    load: (tx) => lockPeople(tx, [id]),
    demands: mayChange,
    run: async (tx, { loaded: [person], now }) => {
      if (!person) return { changes: [], outcome: { id } }
      if (input.groupHeadcount !== undefined && (input.groupHeadcount === null) !== (person.groupHeadcount === null)) throw new RuleError(staysAsItIs, { field: "groupHeadcount" })
      const record = { id, version: person.version, snapshot: personSnapshot(person) }
      const after = checkPerson((await mergeEdit(tx, record, { version, edit: given(input) })) as unknown as PersonFields)
      if (after.unitId !== person.unitId) await lockLiveUnit(tx, after.unitId)
      return { changes: await writePerson(tx, person, after, now), outcome: { id } }
    },
  })
}

/** Archives or restores people; what they own keeps their name until somebody else is named. Refused while one can still sign in. */
export function archivePeople(actor: Actor, asked: { ids: readonly string[]; archived: boolean; operationId?: string }) {
  return command({
    actor, operationId: asked.operationId, input: ["archive people", asked.ids, asked.archived],
    load: (tx) => lockPeople(tx, asked.ids),
    demands: mayChange,
    run: async (tx, { loaded: people, now }) => {
      if (asked.archived) await refuseLiveAccounts(tx, people)
      const changes = []
      for (const person of people) changes.push(...(await setArchived(tx, person, asked.archived, now)))
      return { changes, outcome: { count: changes.length } }
    },
  })
}

/** Takes one operation's changes to people back; those changed since are left and named by id in `left`. */
export function restorePeople(actor: Actor, asked: Undo) {
  return command({
    actor, operationId: asked.operationId, input: ["restore people", asked.entries.map(({ id }) => id)],
    load: (tx) => lockPeople(tx, asked.entries.map(({ recordId }) => recordId)),
    demands: mayChange,
    run: (tx, { loaded: people, now }) =>
      undoEntries(tx, {
        entries: asked.entries, records: people, now,
        rewrite: async (person, before) => {
          const after = { ...personSnapshot(person), ...before } as unknown as PersonFields
          if (after.unitId !== person.unitId) await lockLiveUnit(tx, after.unitId)
          return writePerson(tx, person, after, now)
        },
      }),
  })
}

const staysAsItIs = "A person stays a person and a group a group. Make a new one, and archive this one."

/** People and groups are looked after by whoever speaks with them; those with an account by administrators. */
function mayChange(people: readonly Person[]): Demand[] {
  return people.length === 0 ? [{ permission: "edit engagement" }] : people.map(({ hasAccount }) => ({ permission: hasAccount ? "administer" : "edit engagement" }))
}

/** Somebody put away must not keep walking in; disabling also guards the last administrator. */
async function refuseLiveAccounts(tx: Tx, people: readonly Person[]): Promise<void> {
  const ids = people.map(({ id }) => id)
  if (ids.length === 0) return
  const live = await tx.selectFrom("account").select("personId").where("personId", "in", ids).where("disabledAt", "is", null).executeTakeFirst()
  const who = live && people.find(({ id }) => id === live.personId)
  if (who) throw new RuleError(`${who.name} can still sign in. Disable the account in the settings first.`)
}

async function lockLiveUnit(tx: Tx, unitId: string | null): Promise<void> {
  if (unitId === null) return
  const unit = await lockElement(tx, unitId, "unit")
  if (unit.archivedAt) throw new RuleError("That unit is archived. Choose another one.", { field: "unitId" })
}

async function writePerson(tx: Tx, person: Person, after: PersonFields, now: Date) {
  await writeElement(tx, person, after, now)
  await tx.updateTable("person").set(columns(after)).where("id", "=", person.id).execute()
  return [changed(person, personSnapshot(person), personSnapshot(after))]
}

function columns({ unitId, roleLevel, title, email, groupHeadcount }: PersonFields) {
  return { unitId, roleLevel, title, email, groupHeadcount }
}
