// Reading accounts: one, all, by the address typed at sign-in, and locked for a command.
import { sql } from "kysely"
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { roles as allRoles, type Role } from "~/core/policy"
import { codeOf } from "~/features/elements/element"
import type { AccountFields, Administrator } from "./account"

export interface Account extends AccountFields {
  personId: string
  code: string
  name: string
  title: string
  hasPassword: boolean
  archived: boolean
  version: number
}

const heldRoles = sql<Role[]>`coalesce((select array_agg(role) from account_role where account_role.person_id = account.person_id), '{}')`

function selectAccounts(db: ReadDb) {
  return db
    .selectFrom("account")
    .innerJoin("element", "element.id", "account.personId")
    .innerJoin("person", "person.id", "account.personId")
    .select(["account.personId", "account.email", "account.disabledAt", "account.version", "element.name", "element.number", "element.archivedAt", "person.title"])
    .select([heldRoles.as("roles"), sql<boolean>`account.password_hash is not null`.as("hasPassword")])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectAccounts>["executeTakeFirstOrThrow"]>>

function asAccount({ email, disabledAt, archivedAt, number, roles, ...row }: Row): Account {
  return {
    ...row, code: codeOf("person", number), signInEmail: email, disabled: disabledAt !== null, archived: archivedAt !== null,
    roles: allRoles.filter((role) => roles.includes(role)),
  }
}

/** Every account in the order of names, disabled ones too. */
export async function listAccounts(db: ReadDb): Promise<Account[]> {
  return (await selectAccounts(db).orderBy("element.sortKey").orderBy("element.id").execute()).map(asAccount)
}

/** The account of one person, or undefined. */
export async function accountOf(db: ReadDb, personId: string): Promise<Account | undefined> {
  const row = await selectAccounts(db).where("account.personId", "=", personId).executeTakeFirst()
  return row && asAccount(row)
}

/** The account with this address, or undefined; the address in lower case. */
export async function accountWithAddress(db: ReadDb, signInEmail: string): Promise<Account | undefined> {
  const row = await selectAccounts(db).where("account.email", "=", signInEmail).executeTakeFirst()
  return row && asAccount(row)
}

/** Who has this short id and an account; 404 for anybody else. */
export async function findAccount(db: ReadDb, number: number): Promise<Account | null> {
  const row = await selectAccounts(db).where("element.number", "=", number).executeTakeFirst()
  return row ? asAccount(row) : null
}

/** What is compared at sign-in: null for an account that is disabled, archived or has no password. */
export async function passwordOf(db: ReadDb, who: { signInEmail: string } | { personId: string }): Promise<{ personId: string; passwordHash: string | null } | undefined> {
  const row = await db
    .selectFrom("account").innerJoin("element", "element.id", "account.personId")
    .select(["account.personId", "account.passwordHash", "account.disabledAt", "element.archivedAt"])
    .where((eb) => ("personId" in who ? eb("account.personId", "=", who.personId) : eb("account.email", "=", who.signInEmail)))
    .executeTakeFirst()
  return row && { personId: row.personId, passwordHash: row.disabledAt || row.archivedAt ? null : row.passwordHash }
}

/** Whether anybody has a password: a real account, which closes the sample's door for good. */
export async function realAccountExists(db: ReadDb): Promise<boolean> {
  const { exists } = await db
    .selectNoFrom((eb) => eb.exists(eb.selectFrom("account").select("personId").where("passwordHash", "is not", null)).as("exists"))
    .executeTakeFirstOrThrow()
  return Boolean(exists)
}

/** People who are not archived and have no account, for choosing one. */
export async function peopleWithoutAccount(db: ReadDb): Promise<{ id: string; code: string; name: string; email: string | null }[]> {
  const rows = await db
    .selectFrom("person").innerJoin("element", "element.id", "person.id").leftJoin("account", "account.personId", "person.id")
    .select(["element.id", "element.name", "element.number", "person.email"])
    .where("element.archivedAt", "is", null).where("account.personId", "is", null)
    .orderBy("element.sortKey").orderBy("element.id").limit(1000)
    .execute()
  return rows.map(({ number, ...row }) => ({ ...row, code: codeOf("person", number) }))
}

/** Accounts change one at a time: two administrators cannot take the role from each other at once. */
export async function lockAccounts(tx: Tx): Promise<void> {
  await tx.selectFrom("company").select("id").forUpdate().execute()
}

/** The account, after locking them all; refused when there is none. */
export async function lockAccount(tx: Tx, personId: string): Promise<Account> {
  await lockAccounts(tx)
  const account = await accountOf(tx, personId)
  if (!account) throw new NotFoundError("This account")
  return account
}

/** Every account with the administrator's role. */
export function administratorsOf(db: ReadDb): Promise<Administrator[]> {
  return db
    .selectFrom("account").innerJoin("accountRole", "accountRole.personId", "account.personId")
    .select(["account.personId", sql<boolean>`disabled_at is not null`.as("disabled"), sql<boolean>`password_hash is not null`.as("hasPassword")])
    .where("accountRole.role", "=", "admin")
    .execute()
}

/** How many other sessions the person has open. */
export async function otherSessions(db: ReadDb, personId: string, sessionHash: string | null): Promise<number> {
  const { count } = await db
    .selectFrom("session").select(sql<number>`count(*)::int`.as("count"))
    .where("personId", "=", personId).where("idHash", "<>", sessionHash ?? "")
    .executeTakeFirstOrThrow()
  return count
}
