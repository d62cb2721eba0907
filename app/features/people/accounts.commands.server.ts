// What may be done to accounts: make one, give roles, disable and enable it, and set its password.
import { command } from "~/core/command.server"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { consumeOneTimeLink } from "~/core/one-time-link.server"
import type { Actor, Role } from "~/core/policy"
import { endOtherSessions, endSessionsWithoutPassword, renewSessionsOf } from "~/core/session.server"
import { lockElement } from "~/features/elements/elements.queries.server"
import { insertAccount, insertPerson, writeAccount } from "./account.writes.server"
import { lockAccount, lockAccounts, type Account } from "./accounts.queries.server"

/** For a person who is already a record, or for a new one of that name. */
export type NewAccount = { operationId?: string; email: string; roles: readonly Role[] } & ({ personId: string } | { name: string })

/** An account without a password yet. Returns the person's id; refused for an address or a person that has one. */
export function createAccount(actor: Actor, { operationId, ...input }: NewAccount) {
  return command({
    actor, operationId, input: ["create account", input],
    load: async (tx) => {
      await lockAccounts(tx)
      if ("personId" in input) await lockLivePerson(tx, input.personId)
    },
    demands: () => ({ permission: "administer" }),
    run: async (tx, { now }) => {
      const person = "name" in input ? await insertPerson(tx, { name: input.name, email: input.email }, now) : null
      const id = "personId" in input ? input.personId : (person?.id ?? "")
      const account = await insertAccount(tx, { personId: id, passwordHash: null, signInEmail: input.email, roles: input.roles }, now)
      return { changes: [...(person ? [person.change] : []), account], outcome: { id } }
    },
  })
}

/** Gives the account these roles and no others; every session of the person gets a new id. Refused for the last administrator. */
export function setRoles(actor: Actor, asked: { personId: string; roles: readonly Role[]; operationId?: string }) {
  return command({
    actor, operationId: asked.operationId, input: ["set roles", asked.personId, asked.roles],
    load: (tx) => lockAccount(tx, asked.personId),
    demands: () => ({ permission: "administer" }),
    run: async (tx, { loaded: account, now }) => {
      const change = await writeAccount(tx, account, { roles: asked.roles, disabled: account.disabled }, now)
      await renewSessionsOf(asked.personId, tx)
      return { changes: [change], outcome: { id: asked.personId } }
    },
  })
}

/** Nobody can sign in with the account any more, and its sessions end. Refused for the last administrator. */
export function disableAccount(actor: Actor, asked: { personId: string; operationId?: string }) {
  return setDisabled(actor, { ...asked, disabled: true })
}

/** The account may sign in again, with the password it had. */
export function enableAccount(actor: Actor, asked: { personId: string; operationId?: string }) {
  return setDisabled(actor, { ...asked, disabled: false })
}

function setDisabled(actor: Actor, { personId, disabled, operationId }: { personId: string; disabled: boolean; operationId?: string }) {
  return command({
    actor, operationId, input: ["disable account", personId, disabled],
    load: (tx) => lockAccount(tx, personId),
    demands: () => ({ permission: "administer" }),
    run: async (tx, { loaded: account, now }) => {
      const change = await writeAccount(tx, account, { roles: account.roles, disabled }, now)
      if (disabled) await endOtherSessions(personId, null, tx)
      return { changes: [change], outcome: { id: personId } }
    },
  })
}

/**
 * Sets the actor's own password. With `linkToken` the one-time link is used up in the same transaction; every other session
 * of the person ends, and `keepSession` gets a new id. The history says that it was set, never what it is.
 */
export function setPassword(actor: Actor & { personId: string }, asked: { passwordHash: string; linkToken?: string; keepSession?: string; operationId?: string }) {
  const { personId } = actor
  return command({
    actor, operationId: asked.operationId, input: ["set password", personId],
    load: (tx) => lockAccount(tx, personId),
    demands: () => ({ permission: "read" }),
    run: async (tx, { loaded: account, now }) => {
      if (account.disabled) throw new RuleError("This account is disabled. Ask an administrator.")
      if (asked.linkToken !== undefined) await useLink(tx, { token: asked.linkToken, personId })
      await writePassword(tx, account, asked.passwordHash)
      await endOtherSessions(personId, asked.keepSession ?? null, tx)
      await endSessionsWithoutPassword(tx)
      await renewSessionsOf(personId, tx)
      const before = { password: account.hasPassword ? "the one before" : null }
      const change = { kind: "account", id: personId, action: "changed" as const, before, after: { password: "a new one" }, version: account.version + 1, about: [personId] }
      return { changes: [change], outcome: { id: personId, at: now.toISOString() } }
    },
  })
}

/** The same password under stronger settings, found weak at sign-in; the history has nothing to say about it. */
export function renewPasswordHash(actor: Actor & { personId: string }, asked: { passwordHash: string; instead: string }) {
  return command({
    actor,
    load: (tx) => lockAccount(tx, actor.personId),
    demands: () => ({ permission: "read" }),
    run: async (tx) => {
      await tx.updateTable("account").set({ passwordHash: asked.passwordHash }).where("personId", "=", actor.personId).where("passwordHash", "=", asked.instead).execute()
      return { changes: [], outcome: { id: actor.personId } }
    },
  })
}

// The link's own day is told by the clock, not by the door: the sample's past must not make an old link young.
async function useLink(tx: Tx, link: { token: string; personId: string }): Promise<void> {
  const used = await consumeOneTimeLink({ token: link.token, purpose: "set password", now: new Date() }, tx)
  if (used?.personId !== link.personId) throw new RuleError("This link was used already or is too old. Ask for a new one.")
}

async function writePassword(tx: Tx, account: Account, passwordHash: string): Promise<void> {
  await tx
    .updateTable("account")
    .set((eb) => ({ passwordHash, version: eb("version", "+", 1) }))
    .where("personId", "=", account.personId)
    .execute()
}

async function lockLivePerson(tx: Tx, personId: string): Promise<void> {
  const person = await lockElement(tx, personId, "person")
  if (person.archivedAt) throw new RuleError("This person is archived. Restore them first.", { field: "personId" })
  const taken = await tx.selectFrom("account").select("personId").where("personId", "=", personId).executeTakeFirst()
  if (taken) throw new RuleError("This person already has an account.", { field: "personId" })
}
