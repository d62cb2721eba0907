// Who may get in, and who may look after the company, its accounts and the installation.

import { randomUUID } from "node:crypto"
import { database } from "~/core/database.server"
import { createOneTimeLink } from "~/core/one-time-link.server"
import { theCompany } from "~/features/company/company.queries.server"
import { accountOf } from "~/features/people/accounts.queries.server"
import { aPerson } from "../../support/builders"
import { administrators, anybody, planners, signedIn, toSignIn, type AccessRow, type SampleRequest, type Statuses } from "./row"

const form = () => ({ operationId: randomUUID() })

function get(route: string, path: string, expected: Statuses): AccessRow {
  return { route: `routes/${route}`, method: "GET", request: () => ({ path }), expected }
}

function post(route: string, request: () => SampleRequest | Promise<SampleRequest>, expected: Statuses, of?: string): AccessRow {
  return { route: `routes/${route}`, method: "POST", request, expected, ...(of === undefined ? {} : { of }) }
}

async function anAccount(): Promise<string> {
  const { personId } = await aPerson()
  return `/settings/people/${(await accountOf(database(), personId))?.code ?? ""}`
}

async function aLink(): Promise<string> {
  const { personId } = await aPerson()
  return `/set-password/${await createOneTimeLink({ purpose: "set password", personId, now: new Date() })}`
}

const company = async (fields: Record<string, string>) => ({ path: "/settings/company", form: { ...form(), version: String((await theCompany(database())).version), ...fields } })

export const accountRows: readonly AccessRow[] = [
  get("welcome", "/welcome", { ...anybody(302), anonymous: toSignIn }),
  get("welcome_.sample", "/welcome/sample", anybody(302)),
  post("welcome_.sample", () => ({ path: "/welcome/sample", form: {} }), anybody(toSignIn)),
  get("welcome_.own", "/welcome/own", { ...anybody(302), anonymous: toSignIn }),
  post("welcome_.own", () => ({ path: "/welcome/own", form: {} }), anybody(toSignIn)),
  get("sign-in", "/sign-in", { ...anybody(302), anonymous: 200 }),
  post("sign-in", () => ({ path: "/sign-in", form: { email: `${randomUUID()}@nobody.example`, password: "guessed" } }), { ...anybody(302), anonymous: 422 }),
  get("sign-out", "/sign-out", anybody(302)),
  post("sign-out", () => ({ path: "/sign-out", form: {} }), anybody(toSignIn)),
  { ...get("set-password.$token", "", anybody(200)), of: "fresh", request: async () => ({ path: await aLink() }) },
  { ...get("set-password.$token", "/set-password/unknown", anybody(410)), of: "unknown" },
  post("set-password.$token", async () => ({ path: await aLink(), form: { ...form(), password: "short" } }), anybody(422), "fresh"),
  post("set-password.$token", () => ({ path: "/set-password/unknown", form: { ...form(), password: "short" } }), anybody(410), "unknown"),
  get("sample.enter.$code", "/sample/enter/P-1", anybody(toSignIn)),
  post("sample.enter.$code", () => ({ path: "/sample/enter/P-1", form: {} }), anybody(404), "where there is no sample"),

  get("settings._index", "/settings", signedIn(200)),
  get("settings.password", "/settings/password", signedIn(200)),
  post("settings.password", () => ({ path: "/settings/password", form: { ...form(), password: "short" } }), signedIn(422)),
  post("settings.sessions", () => ({ path: "/settings/sessions", form: {} }), signedIn(302)),
  get("settings.company", "/settings/company", planners(200)),
  post("settings.company", () => company({ purpose: randomUUID() }), planners(302), "its words"),
  post("settings.company", () => company({ timeZone: "Europe/Zurich" }), administrators(302), "the rest"),
  get("settings.history", "/settings/history", planners(200)),
  get("settings.people._index", "/settings/people", administrators(200)),
  get("settings.people.new", "/settings/people/new", administrators(200)),
  post("settings.people.new", () => ({ path: "/settings/people/new", form: { ...form(), name: "Somebody", email: `${randomUUID()}@firm.example`, roles: "viewer" } }), administrators(200)),
  { ...get("settings.people.$code", "", administrators(200)), request: async () => ({ path: await anAccount() }) },
  post("settings.people.$code", async () => ({ path: await anAccount(), form: form() }), administrators(200)),
  post("settings.people.$code_.roles", async () => ({ path: `${await anAccount()}/roles`, form: { ...form(), roles: "brm" } }), administrators(302)),
  post("settings.people.$code_.disable", async () => ({ path: `${await anAccount()}/disable`, form: form() }), administrators(302)),
  post("settings.people.$code_.enable", async () => ({ path: `${await anAccount()}/enable`, form: form() }), administrators(302)),
  get("settings.sample", "/settings/sample", administrators(404)),
  post("settings.sample", () => ({ path: "/settings/sample", form: { companyName: "Test company" } }), administrators(404)),
  get("settings.backup[.]zip", "/settings/backup.zip", administrators(200)),
]
