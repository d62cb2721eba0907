// Taking back what one operation did to accounts.
import { command } from "~/core/command.server"
import { endOtherSessions, renewSessionsOf } from "~/core/session.server"
import type { Actor, Role } from "~/core/policy"
import { beforeOf, netEntries, planUndo } from "~/features/elements/undo"
import type { Undo } from "~/features/elements/undo.writes.server"
import { canPutBack } from "./account"
import { writeAccount } from "./account.writes.server"
import { lockAccount, type Account } from "./accounts.queries.server"

/** Puts roles and state back, and disables an account that was made; passwords and accounts changed since are left. */
export function restoreAccounts(actor: Actor, asked: Undo) {
  return command({
    actor, operationId: asked.operationId, input: ["restore accounts", asked.entries.map(({ id }) => id)],
    load: async (tx) => {
      const accounts: Account[] = []
      for (const id of [...new Set(asked.entries.map(({ recordId }) => recordId))].sort()) accounts.push(await lockAccount(tx, id))
      return accounts
    },
    demands: () => ({ permission: "administer" }),
    run: async (tx, { loaded, now }) => {
      const { todo, left } = planUndo(netEntries(asked.entries), loaded.map((account) => ({ ...account, id: account.personId })))
      const possible = todo.filter(({ entry }) => canPutBack(entry.fields))
      const changes = []
      for (const { entry, record } of possible) {
        const before = entry.action === "created" ? { disabled: true } : beforeOf(entry)
        const disabled = typeof before.disabled === "boolean" ? before.disabled : record.disabled
        const roles = "roles" in before && Array.isArray(before.roles) ? (before.roles as Role[]) : record.roles
        changes.push(await writeAccount(tx, record, { roles, disabled }, now))
        if (disabled) await endOtherSessions(record.personId, null, tx)
        else await renewSessionsOf(record.personId, tx)
      }
      return { changes, outcome: { undone: possible.length, left: [...left, ...todo.filter((one) => !possible.includes(one)).map(({ record }) => record.personId)] } }
    },
  })
}
