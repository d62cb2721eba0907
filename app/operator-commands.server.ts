// What the command line can do; each command runs with the installation's database open.

import { z } from "zod"
import { RuleError } from "./core/errors"
import { isLoopbackHost, originOf, type Settings } from "./core/env.server"
import { database } from "./core/database.server"
import { createOneTimeLink, type LinkPurpose } from "./core/one-time-link.server"
import { roles, type Actor } from "./core/policy"
import { findCompany } from "./features/company/company.queries.server"
import { signInAddress } from "./features/people/account"
import { createAccount } from "./features/people/accounts.commands.server"
import { accountWithAddress } from "./features/people/accounts.queries.server"
import { addSample } from "./features/people/sample.server"

export interface OperatorCommand {
  /** The two words that call it. */
  name: string
  purpose: string
  options: Record<string, { required: boolean; example: string }>
  /** Does the work and returns the sentences for the person at the terminal; throws what is refused. */
  run: (values: Record<string, string>, settings: Settings) => Promise<string[]>
}

/** Whoever may run programs on this machine as the app's user; history names them so. */
export const operator: Actor = { kind: "operator", personId: null, name: "Operator on this machine", roles: ["admin", "planner"] }

const newUser = z.object({
  name: z.string("--name is missing.").trim().min(1, "--name is empty.").max(200, "--name has more than 200 characters."),
  email: z.string("--email is missing.").trim().pipe(z.email("--email must look like name@company.example.")),
  role: z
    .string()
    .default("viewer")
    .transform((text) => text.split(",").map((role) => role.trim()))
    .pipe(z.array(z.enum(roles, `--role may be ${roles.join(", ")}, or several of them with commas.`))),
})

const userAdd: OperatorCommand = {
  name: "user add",
  purpose: "Prints a one-time link: for the first administrator of an empty installation, else for a new person, or for one who forgot the password.",
  options: {
    email: { required: false, example: "ana@company.example" },
    name: { required: false, example: '"Ana Lind"' },
    role: { required: false, example: roles.join("|") },
  },
  async run(values, settings) {
    const link = async (purpose: LinkPurpose, personId: string | null) =>
      `${originFor(settings)}/set-password/${await createOneTimeLink({ purpose, personId, now: new Date() })}`
    const company = await findCompany(database())
    if (!company) return ["There is no company yet. Start with your own within 24 hours, as its first administrator, at", await link("first admin", null)]
    const known = values.email ? await accountWithAddress(database(), signInAddress(values.email)) : undefined
    if (known?.disabled) throw new RuleError(`The account of ${known.name} is disabled. An administrator can enable it in the settings.`)
    if (known) return [`${known.name} has an account already and can choose a new password within 24 hours at`, await link("set password", known.personId)]
    const user = newUser.safeParse(values)
    if (!user.success) throw new RuleError(user.error.issues.map(({ message }) => message).join(" "))
    const { name, email, role } = user.data
    const { id } = await createAccount(operator, { name, email, roles: role })
    return [`${name} can choose a password within 24 hours at`, await link("set password", id)]
  },
}

const demoAdd: OperatorCommand = {
  name: "demo add",
  purpose: "Fills an empty installation with the sample company, a made-up retailer.",
  options: {},
  async run(_values, settings) {
    await addSample()
    return ["The sample company Harbour & Hearth is in place. Start the app with npm start, if it does not run yet, and open", originFor(settings)]
  },
}

export const operatorCommands: readonly OperatorCommand[] = [userAdd, demoAdd]

function originFor({ origin, host, port }: Settings): string {
  return origin ?? originOf(isLoopbackHost(host) ? host : "127.0.0.1", port)
}
