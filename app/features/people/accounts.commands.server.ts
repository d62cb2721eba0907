// What may be done to accounts: a person with an e-mail address and roles, who then chooses a password by a one-time link.
import { command } from "~/core/command.server"
import { RuleError } from "~/core/errors"
import { fold } from "~/core/fold"
import type { Actor, Role } from "~/core/policy"
import { created, insertElement } from "~/features/elements/element.writes.server"
import { newPersonFields, personSnapshot } from "./person"

export interface NewAccount {
  operationId?: string
  name: string
  email: string
  roles: readonly Role[]
}

/** A new person with an account and no password yet. Returns the id; refused for an address that has an account. */
export function createAccount(actor: Actor, { operationId, ...input }: NewAccount) {
  return command({
    actor, operationId, input: ["create account", input],
    load: (tx) => tx.selectFrom("account").select("personId").where("email", "=", fold(input.email)).executeTakeFirst(),
    demands: () => ({ permission: "administer" }),
    run: async (tx, { loaded: taken, now }) => {
      if (taken) throw new RuleError("Another account already uses this e-mail address.", { field: "email" })
      if (input.roles.length === 0) throw new RuleError("Choose at least one role.", { field: "roles" })
      const person = { ...newPersonFields, name: input.name, email: input.email }
      const { id, code } = await insertElement(tx, { kind: "person", name: person.name, summary: "", now })
      const { unitId, roleLevel, title, email } = person
      await tx.insertInto("person").values({ id, kind: "person", unitId, roleLevel, title, email }).execute()
      await tx.insertInto("account").values({ personId: id, email: fold(input.email), passwordHash: null, disabledAt: null, createdAt: now }).execute()
      await tx.insertInto("accountRole").values([...new Set(input.roles)].map((role) => ({ personId: id, role }))).execute()
      return { changes: [created({ kind: "person", id }, personSnapshot(person))], outcome: { id, code } }
    },
  })
}
