// The writes of accounts that several commands share.
import type { RecordChange } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { created, insertElement } from "~/features/elements/element.writes.server"
import { accountSnapshot, checkRoles, keepAnAdministrator, signInAddress, type AccountFields } from "./account"
import { accountWithAddress, administratorsOf, type Account } from "./accounts.queries.server"
import { newPersonFields, personSnapshot, type PersonFields } from "./person"

/** Makes a person; returns its ids and its change. */
export async function insertPerson(tx: Tx, fields: Pick<PersonFields, "name"> & Partial<PersonFields>, now: Date) {
  const person: PersonFields = { ...newPersonFields, ...fields }
  const { unitId, roleLevel, title, email } = person
  const { id, code } = await insertElement(tx, { kind: "person", name: person.name, summary: person.summary, now })
  await tx.insertInto("person").values({ id, kind: "person", unitId, roleLevel, title, email }).execute()
  return { id, code, change: created({ kind: "person", id }, personSnapshot(person)) }
}

/** Makes an account for a person who has none; refused for an address that is taken. Returns its change. */
export async function insertAccount(
  tx: Tx,
  account: { personId: string; passwordHash: string | null } & Pick<AccountFields, "signInEmail" | "roles">,
  now: Date,
): Promise<RecordChange> {
  const { personId, passwordHash } = account
  const roles = checkRoles(account.roles)
  const signInEmail = signInAddress(account.signInEmail)
  if (await accountWithAddress(tx, signInEmail)) throw new RuleError("Another account already uses this e-mail address.", { field: "email" })
  await tx.insertInto("account").values({ personId, email: signInEmail, passwordHash, version: 1, disabledAt: null, createdAt: now }).execute()
  await tx.insertInto("accountRole").values(roles.map((role) => ({ personId, role }))).execute()
  return accountChange({ personId, version: 0 }, null, { signInEmail, roles, disabled: false })
}

/** Writes roles and whether the account is disabled; refused when nobody could administer afterwards. Returns the change. */
export async function writeAccount(tx: Tx, account: Account, after: Pick<AccountFields, "roles" | "disabled">, now: Date): Promise<RecordChange> {
  const { personId } = account
  const roles = checkRoles(after.roles)
  const staysAdministrator = roles.includes("admin") && !after.disabled
  if (!staysAdministrator) keepAnAdministrator(await administratorsOf(tx), personId)
  await tx
    .updateTable("account")
    .set((eb) => ({ version: eb("version", "+", 1), disabledAt: after.disabled ? (account.disabled ? eb.ref("disabledAt") : eb.val(now)) : null }))
    .where("personId", "=", personId)
    .execute()
  await tx.deleteFrom("accountRole").where("personId", "=", personId).execute()
  await tx.insertInto("accountRole").values(roles.map((role) => ({ personId, role }))).execute()
  return accountChange(account, account, { ...account, ...after, roles })
}

/** The entry of an account: under its person's id, so that the history names whose it is. */
function accountChange({ personId, version }: Pick<Account, "personId" | "version">, before: AccountFields | null, after: AccountFields): RecordChange {
  return {
    kind: "account", id: personId, action: before ? "changed" : "created", version: version + 1, about: [personId],
    before: before && accountSnapshot(before), after: accountSnapshot(after),
  }
}
