// Commands for people: make an account or a new link for it, disable and enable it, and give it roles.

import { z } from "zod"
import { RuleError } from "./core/errors"
import { database } from "./core/database.server"
import { createOneTimeLink, type LinkPurpose } from "./core/one-time-link.server"
import { roles, type Role } from "./core/policy"
import { findCompany } from "./features/company/company.queries.server"
import { roleWords, signInAddress } from "./features/people/account"
import { createAccount, disableAccount, enableAccount, setRoles } from "./features/people/accounts.commands.server"
import { accountWithAddress, type Account } from "./features/people/accounts.queries.server"
import { operator, originFor, UsageError, type Answer, type OperatorCommand } from "./operator.server"

const email = { example: "ana@company.example" }
const role = { example: roles.join("|") }

const newUser = z.object({
  name: z.string("--name is missing.").trim().min(1, "--name is empty.").max(200, "--name has more than 200 characters."),
  email: z.string("--email is missing.").trim().pipe(z.email("--email must look like name@company.example.")),
})

export const userAdd: OperatorCommand = {
  name: "user add",
  purpose: "Prints a one-time link: for the first administrator of an empty installation, else for a new person, or for one who forgot the password.",
  places: [],
  options: { email, name: { example: '"Ana Lind"' }, role },
  prepare({ texts }) {
    const wanted = rolesIn(texts.role ?? "viewer")
    return { access: "records", run: ({ settings }) => addUser({ texts, roles: wanted, origin: originFor(settings) }) }
  },
}

export const userDisable = onAccount({
  name: "user disable",
  purpose: "Ends every session of a person and lets them sign in no more; what they did stays.",
  async run(account) {
    if (account.disabled) return `The account of ${account.name} is disabled already.`
    await disableAccount(operator, { personId: account.personId })
    return `${account.name} cannot sign in any more. To take that back: throughline user enable --email ${account.signInEmail}`
  },
})

export const userEnable = onAccount({
  name: "user enable",
  purpose: "Lets a person whose account was disabled sign in again, with the password they had.",
  async run(account) {
    if (account.disabled) await enableAccount(operator, { personId: account.personId })
    return `${account.name} can sign in.`
  },
})

export const userRole: OperatorCommand = {
  name: "user role",
  purpose: "Gives a person these roles and no others; several with commas.",
  places: [],
  options: { email: { ...email, required: true }, role: { ...role, required: true } },
  prepare({ texts }) {
    const wanted = rolesIn(texts.role ?? "")
    return {
      access: "records",
      async run() {
        const account = await theAccount(texts.email ?? "")
        const same = [...account.roles].sort().join() === [...wanted].sort().join()
        if (!same) await setRoles(operator, { personId: account.personId, roles: wanted })
        return { sentences: [`${account.name} is ${wanted.map((one) => roleWords[one].label).join(" and ")}${same ? " already" : ""}.`] }
      },
    }
  },
}

function rolesIn(text: string): Role[] {
  return [...new Set(text.split(",").map((word) => word.trim()))].map((word) => {
    const known = roles.find((one) => one === word)
    if (known === undefined) throw new UsageError(`--role may be ${roles.join(", ")}, or several of them with commas.`)
    return known
  })
}

async function addUser({ texts, roles: wanted, origin }: { texts: Readonly<Record<string, string>>; roles: Role[]; origin: string }): Promise<Answer> {
  const link = async (purpose: LinkPurpose, personId: string | null) => `${origin}/set-password/${await createOneTimeLink({ purpose, personId, now: new Date() })}`
  const company = await findCompany(database())
  if (!company) return { sentences: ["There is no company yet. Start with your own within 24 hours, as its first administrator, at", await link("first admin", null)] }
  const known = texts.email ? await accountWithAddress(database(), signInAddress(texts.email)) : undefined
  if (known?.disabled) throw new RuleError(`The account of ${known.name} is disabled. To let them in again: throughline user enable --email ${known.signInEmail}`)
  if (known) return { sentences: [`${known.name} has an account already and can choose a new password within 24 hours at`, await link("set password", known.personId)] }
  const user = newUser.safeParse(texts)
  if (!user.success) throw new RuleError(user.error.issues.map(({ message }) => message).join(" "))
  const { id } = await createAccount(operator, { ...user.data, roles: wanted })
  return { sentences: [`${user.data.name} can choose a password within 24 hours at`, await link("set password", id)] }
}

async function theAccount(typed: string): Promise<Account> {
  const account = await accountWithAddress(database(), signInAddress(typed))
  if (!account) throw new RuleError(`Nobody has an account with the address ${signInAddress(typed)}.`)
  return account
}

/** A command on the account that --email names; `run` gives the sentence that says how it went. */
function onAccount({ name, purpose, run }: { name: string; purpose: string; run: (account: Account) => Promise<string> }): OperatorCommand {
  return {
    name, purpose, places: [],
    options: { email: { ...email, required: true } },
    prepare: ({ texts }) => ({ access: "records", run: async () => ({ sentences: [await run(await theAccount(texts.email ?? ""))] }) }),
  }
}
