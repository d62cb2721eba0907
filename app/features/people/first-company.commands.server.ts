// Starting with one's own company: company, first person and first account in one step, by a one-time link.
import { command } from "~/core/command.server"
import { RuleError } from "~/core/errors"
import { consumeOneTimeLink } from "~/core/one-time-link.server"
import type { Actor } from "~/core/policy"
import type { CompanyFields } from "~/features/company/company"
import { insertCompany } from "~/features/company/company.writes.server"
import { insertAccount, insertPerson } from "./account.writes.server"

export interface FirstCompany {
  linkToken: string
  operationId?: string
  company: Pick<CompanyFields, "name" | "currency" | "yearFirstMonth" | "timeZone">
  person: { name: string; email: string; passwordHash: string }
}

/** Whoever holds a link from the terminal acts as the operator until the account exists. */
const operator: Actor = { kind: "operator", personId: null, name: "Operator on this machine", roles: ["admin", "planner"] }

/** Makes the company and its first administrator, who is also planner. Returns the person's id; refused without a fresh link or when there is a company. */
export function startCompany({ linkToken, operationId, company, person }: FirstCompany) {
  return command({
    actor: operator, operationId, input: ["start company", company, person.name, person.email],
    load: (tx) => tx.selectFrom("company").select("id").executeTakeFirst(),
    demands: () => ({ permission: "administer" }),
    run: async (tx, { loaded: present, now }) => {
      const used = await consumeOneTimeLink({ token: linkToken, purpose: "first admin", now: new Date() }, tx)
      if (!used) throw new RuleError("This link was used already or is too old. Ask for a new one.")
      if (present) throw new RuleError("This installation already belongs to a company.")
      const companyChange = await insertCompany(tx, { ...company, isSample: false }, now)
      const { id, change } = await insertPerson(tx, { name: person.name, email: person.email }, now)
      const account = await insertAccount(tx, { personId: id, passwordHash: person.passwordHash, signInEmail: person.email, roles: ["planner", "admin"] }, now)
      return { changes: [companyChange, change, account], outcome: { id } }
    },
  })
}
