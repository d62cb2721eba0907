// Who may see, make and change promises, and who may set up and record relationships.

import { randomUUID } from "node:crypto"
import { createCommitment } from "~/features/commitments/commitments.commands.server"
import { aPerson, aUnit, thePreparer, type Made } from "../../support/builders"
import { anybody, engagers, owners, signedIn, type AccessRow, type Asker, type Statuses } from "./row"

const form = () => ({ operationId: randomUUID() })
const named = () => ({ name: `Promise ${randomUUID()}`, dueOn: "2027-03-31" })
const anothers = () => createCommitment(thePreparer, named())

async function ownPromise(asker: Asker): Promise<Made> {
  const { personId } = asker ?? (await aPerson())
  return createCommitment(thePreparer, { ...named(), ownerId: personId })
}

function get(route: string, of: string, make: (asker: Asker) => Promise<Made>, path: (code: string) => string, expected: Statuses): AccessRow {
  return { route: `routes/${route}`, method: "GET", of, expected, request: async (asker) => ({ path: path((await make(asker)).code) }) }
}

function post(route: string, of: string, make: (asker: Asker) => Promise<Made>, path: (code: string) => string, fields: (made: Made) => Record<string, string>, expected: Statuses): AccessRow {
  return {
    route: `routes/${route}`, method: "POST", of, expected,
    request: async (asker) => {
      const made = await make(asker)
      return { path: path(made.code), form: fields(made) }
    },
  }
}

function whole(route: string, path: string, expected: Statuses): AccessRow {
  return { route: `routes/${route}`, method: "GET", request: () => ({ path }), expected }
}

const steps: Record<string, () => Record<string, string>> = {
  edit: () => ({ ...form(), version: "1", summary: "New words." }), kept: () => ({ ...form(), note: "It is done." }),
  move: () => ({ ...form(), toOn: "2027-06-30", reason: "The vendor is late." }), withdraw: () => ({ ...form(), reason: "They moved out." }),
}
const at = (end: string) => (code: string) => `/commitments/${code}/${end}`
const unit = () => aUnit({ name: `Unit ${randomUUID()}` })
const ofUnit = (end: string) => (code: string) => `/units/${code}/${end}`

export const bondRows: readonly AccessRow[] = [
  whole("calendar._index", "/calendar", signedIn(200)),
  { route: "routes/calendar._index", method: "POST", request: () => ({ path: "/calendar?index", form: form() }), expected: signedIn(200) },
  { route: "routes/calendar.end", method: "POST", request: () => ({ path: "/calendar/end", form: form() }), expected: signedIn(302) },
  { route: "routes/calendar.$token", method: "GET", request: () => ({ path: `/calendar/${"x".repeat(43)}` }), expected: anybody(404) },
  whole("commitments._index", "/commitments", signedIn(200)), whole("commitments[.]csv", "/commitments.csv", signedIn(200)), whole("commitments[.]xlsx", "/commitments.xlsx", signedIn(200)),
  whole("commitments.new", "/commitments/new", engagers(200)),
  post("commitments.new", "any", anothers, () => "/commitments/new", () => ({ ...form(), ...named() }), engagers(302)),
  get("commitments.$code._index", "live", anothers, (code) => `/commitments/${code}`, signedIn(200)),
  get("commitments.$code.ics", "live", anothers, at("ics"), signedIn(200)),
  ...Object.entries(steps).flatMap(([step, fields]) => [
    get(`commitments.$code.${step}`, "another's", anothers, at(step), engagers(200)),
    post(`commitments.$code.${step}`, "another's", anothers, at(step), fields, engagers(302)),
    get(`commitments.$code.${step}`, "own", ownPromise, at(step), owners(200)),
    post(`commitments.$code.${step}`, "own", ownPromise, at(step), fields, owners(302)),
  ]),
  ...["archive", "restore"].flatMap((step) => [
    post(`commitments.$code.${step}`, "own", ownPromise, at(step), form, engagers(302)),
    post(`commitments.many.${step}`, "own", ownPromise, () => `/commitments/many/${step}`, ({ id }) => ({ ...form(), id }), engagers(302)),
  ]),
  whole("relationships._index", "/relationships", signedIn(200)),
  whole("relationships[.]csv", "/relationships.csv", signedIn(200)),
  whole("relationships[.]xlsx", "/relationships.xlsx", signedIn(200)),
  get("units.$code.relationship._index", "live", unit, ofUnit("relationship"), signedIn(200)),
  get("units.$code.said", "live", unit, ofUnit("said"), signedIn(200)),
  get("units.$code.brief", "live", unit, ofUnit("brief"), signedIn(200)),
  post("units.$code.review", "live", unit, ofUnit("review"), () => ({ ...form(), startsAt: "2099-03-31T10:00", minutes: "45", place: "", agenda: "What we owe you, 10" }), engagers(302)),
  post("units.$code.relationship.next", "live", unit, ofUnit("relationship/next"), () => ({ ...form(), version: "0", nextReviewOn: "2099-03-31" }), engagers(302)),
  get("units.$code.relationship.edit", "live", unit, ofUnit("relationship/edit"), engagers(200)),
  post("units.$code.relationship.edit", "live", unit, ofUnit("relationship/edit"), () => ({ ...form(), version: "0", sharedVision: "Answer in a day." }), engagers(302)),
  get("units.$code.relationship.view.$side", "live", unit, ofUnit("relationship/view/it"), engagers(200)),
  post("units.$code.relationship.view.$side", "live", unit, ofUnit("relationship/view/it"), () => ({ ...form(), holds: "2-whom" }), engagers(302)),
]
