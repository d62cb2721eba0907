// Who may see and say where people stand and how they wish to be spoken to, and who looks after people with an account.

import { randomUUID } from "node:crypto"
import { createPerson } from "~/features/people/people.commands.server"
import { codeOf } from "~/features/elements/element"
import { database } from "~/core/database.server"
import { anInitiative, aPerson, thePreparer } from "../../support/builders"
import { administrators, engagers, signedIn, standingReaders, type AccessRow, type Statuses } from "./row"

const first = () => ({ operationId: randomUUID(), version: "0" })
const aParty = async () => (await createPerson(thePreparer, { name: `Party ${randomUUID()}` })).code

async function withAccount(): Promise<string> {
  const { personId } = await aPerson()
  const { number } = await database().selectFrom("element").select("number").where("id", "=", personId).executeTakeFirstOrThrow()
  return codeOf("person", number)
}

function get(route: string, path: () => string | Promise<string>, expected: Statuses, of?: string): AccessRow {
  return { route: `routes/${route}`, method: "GET", ...(of ? { of } : {}), expected, request: async () => ({ path: await path() }) }
}

function post(route: string, path: () => string | Promise<string>, fields: () => Record<string, string>, expected: Statuses, of?: string): AccessRow {
  return { route: `routes/${route}`, method: "POST", ...(of ? { of } : {}), expected, request: async () => ({ path: await path(), form: fields() }) }
}

const at = (end: string) => async () => `/people/${await aParty()}/${end}`
const about = (end: string) => async () => `/people/${await aParty()}/${end}?about=${(await anInitiative()).code}`
const ofAccount = (end: string) => async () => `/people/${await withAccount()}/${end}`
const edit = () => ({ operationId: randomUUID(), version: "1" })

export const stakeholderRows: readonly AccessRow[] = [
  get("stakeholders._index", () => "/stakeholders?sort=-priority&quarter=work+closely", signedIn(200)),
  get("stakeholders[.]csv", () => "/stakeholders.csv", signedIn(200)),
  get("stakeholders[.]xlsx", () => "/stakeholders.xlsx", signedIn(200)),
  get("stakeholders.$code", async () => `/stakeholders/${await aParty()}`, signedIn(302)),
  get("stakeholders_.grid", () => "/stakeholders/grid", standingReaders(200), "overall"),
  get("stakeholders_.grid", async () => `/stakeholders/grid?about=${(await anInitiative()).code}`, standingReaders(200), "about a subject"),
  get("people.$code.standing", at("standing"), standingReaders(200)),
  post("people.$code.standing", at("standing"), () => ({ ...first(), influence: "5", engagementNow: "neutral" }), standingReaders(302), "overall"),
  post("people.$code.standing", about("standing"), () => ({ ...first(), interest: "3" }), standingReaders(302), "about a subject"),
  post("people.$code.standing-cell", at("standing-cell"), () => ({ ...first(), field: "influence", value: "4" }), standingReaders(200)),
  post("people.$code.standing-place", about("standing-place"), () => ({ ...first(), influence: "4", interest: "2" }), standingReaders(200)),
  get("people.$code.profile", at("profile"), engagers(200)),
  post("people.$code.profile", at("profile"), () => ({ ...first(), listeningStyle: "plain", contactPreference: "By phone" }), engagers(302)),
  get("people.$code.held[.]json", at("held.json"), administrators(200)),
  get("people.$code.erase", at("erase"), administrators(200)),
  post("people.$code.erase", at("erase"), () => ({ operationId: randomUUID(), confirm: "Somebody else" }), administrators(422)),
  get("people.$code.edit", ofAccount("edit"), administrators(200), "with an account"),
  post("people.$code.edit", ofAccount("edit"), () => ({ ...edit(), title: "Boss" }), administrators(302), "with an account"),
  post("people.$code.cell", ofAccount("cell"), () => ({ ...edit(), field: "title", value: "Boss" }), administrators(200), "with an account"),
]
