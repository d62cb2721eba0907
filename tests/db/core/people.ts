// Puts people with accounts into a test's database, without the door.
import { writableDatabase } from "~/core/database.server"
import { newId } from "~/core/ids"
import type { Role } from "~/core/policy"

let number = 0

/** A person with an account and roles; returns the person's id. */
export async function anAccount(account: { name?: string; roles?: readonly Role[]; email?: string; disabledAt?: Date } = {}): Promise<string> {
  const { name = "Ana Lind", roles = ["viewer"], disabledAt = null } = account
  const db = writableDatabase()
  const personId = newId()
  const at = new Date("2026-01-01T00:00:00Z")
  const texts = { name, summary: "", sortKey: name.toLowerCase(), searchText: name.toLowerCase() }
  await db.insertInto("element").values({ id: personId, kind: "person", number: ++number, ...texts, version: 1, createdAt: at, updatedAt: at, archivedAt: null }).execute()
  await db.insertInto("person").values({ id: personId, kind: "person", unitId: null, roleLevel: null, title: "", email: null }).execute()
  const email = account.email ?? `person${number}@firm.example`
  await db.insertInto("account").values({ personId, email, passwordHash: null, version: 1, disabledAt, createdAt: at }).execute()
  if (roles.length > 0) await db.insertInto("accountRole").values(roles.map((role) => ({ personId, role }))).execute()
  return personId
}
