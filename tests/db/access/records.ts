// Who may see, make, change, put away and bring back records, told by kind: the same doors for every kind, with its own rule.

import { randomUUID } from "node:crypto"
import { createApplication } from "~/features/applications/applications.commands.server"
import { giveFitAnswer } from "~/features/applications/portfolio.commands.server"
import { createFunction } from "~/features/applications/functions.commands.server"
import { createCapability } from "~/features/capabilities/capabilities.commands.server"
import { createLink } from "~/features/elements/links.commands.server"
import { createPerson } from "~/features/people/people.commands.server"
import { createService } from "~/features/services/services.commands.server"
import { aPerson, aUnit, thePreparer, type Made } from "../../support/builders"
import { engagers, own, owners, planners, signedIn, type AccessRow, type Asker, type Statuses } from "./row"

type Make = (asker: Asker) => Promise<Made>
type Fields = Record<string, string>

/** A kind of record: its list's address, how one is made, who edits it, and which doors it has beside the usual ones. */
interface Kind {
  list: string
  make: () => Promise<Made>
  /** "owners" may edit what is theirs; else the answers by role */
  edits: "owners" | ((status: number) => Statuses)
  /** who makes records of this kind and puts them away */
  keeps: (status: number) => Statuses
  hasOwner: boolean
}

const named = () => ({ name: `Record ${randomUUID()}` })

export const recordKinds: Record<"service" | "application" | "function" | "capability" | "unit" | "person", Kind> = {
  service: { list: "services", make: () => createService(thePreparer, named()), edits: "owners", keeps: planners, hasOwner: true },
  application: { list: "applications", make: () => createApplication(thePreparer, named()), edits: "owners", keeps: planners, hasOwner: true },
  function: { list: "functions", make: () => createFunction(thePreparer, named()), edits: "owners", keeps: planners, hasOwner: true },
  capability: { list: "capabilities", make: () => createCapability(thePreparer, named()), edits: planners, keeps: planners, hasOwner: false },
  unit: { list: "units", make: () => aUnit(named()), edits: planners, keeps: planners, hasOwner: false },
  person: { list: "people", make: () => createPerson(thePreparer, named()), edits: engagers, keeps: engagers, hasOwner: false },
}

const form = () => ({ operationId: randomUUID() })
const edit = () => ({ ...form(), version: "1" })

function get(route: string, of: string, make: Make, path: (code: string) => string, expected: Statuses): AccessRow {
  return { route: `routes/${route}`, method: "GET", of, expected, request: async (asker) => ({ path: path((await make(asker)).code) }) }
}

function post(route: string, of: string, make: Make, path: (code: string) => string, fields: (made: Made) => Fields, expected: Statuses): AccessRow {
  return {
    route: `routes/${route}`, method: "POST", of, expected,
    request: async (asker) => {
      const made = await make(asker)
      return { path: path(made.code), form: fields(made) }
    },
  }
}

function rowsOf({ list, make, edits, keeps, hasOwner }: Kind): AccessRow[] {
  const whole = (end: string): AccessRow => ({ route: `routes/${list}${end}`, method: "GET", request: () => ({ path: `/${list}${end.replace("._index", "").replace("[.]", ".")}` }), expected: signedIn(200) })
  const page = (code: string) => `/${list}/${code}`
  const at = (end: string) => (code: string) => `/${list}/${code}/${end}`
  const many = (step: string) => () => `/${list}/many/${step}`
  const owned: Make = (asker) => own(asker, make)
  const change = { edit: () => ({ ...edit(), summary: "New words." }), cell: () => ({ ...edit(), field: "name", value: `Record ${randomUUID()}` }) }
  const editing = edits === "owners" ? { any: planners, own: owners } : { any: edits, own: edits }
  return [
    whole("._index"), whole("[.]csv"), whole("[.]xlsx"),
    get(`${list}.$code._index`, "live", make, page, signedIn(200)),
    get(`${list}.new`, "any", make, () => `/${list}/new`, keeps(200)),
    post(`${list}.new`, "any", make, () => `/${list}/new`, () => ({ ...form(), ...named() }), keeps(302)),
    get(`${list}.$code.edit`, "another's", make, at("edit"), editing.any(200)),
    post(`${list}.$code.edit`, "another's", make, at("edit"), change.edit, editing.any(302)),
    post(`${list}.$code.cell`, "another's", make, at("cell"), change.cell, editing.any(200)),
    post(`${list}.$code.archive`, "another's", make, at("archive"), form, keeps(302)),
    post(`${list}.$code.restore`, "another's", make, at("restore"), form, keeps(302)),
    post(`${list}.many.archive`, "another's", make, many("archive"), ({ id }) => ({ ...form(), id }), keeps(302)),
    post(`${list}.many.restore`, "another's", make, many("restore"), ({ id }) => ({ ...form(), id }), keeps(302)),
    ...(hasOwner
      ? [
          get(`${list}.$code.edit`, "own", owned, at("edit"), editing.own(200)),
          post(`${list}.$code.edit`, "own", owned, at("edit"), change.edit, editing.own(302)),
          post(`${list}.$code.cell`, "own", owned, at("cell"), change.cell, editing.own(200)),
          post(`${list}.$code.owner-cell`, "own", owned, at("owner-cell"), () => ({ ...edit(), field: "owner", value: "" }), planners(200)),
          post(`${list}.many.owner`, "own", owned, many("owner"), ({ id }) => ({ ...form(), id, personId: "" }), planners(302)),
        ]
      : []),
  ]
}

/** The use of an application by a unit; who owns the application may change its seats and cost. */
function use(of: string, make: Make, expected: Statuses): AccessRow {
  return {
    route: "routes/applications.$code.use.$unit", method: "POST", of, expected,
    request: async (asker) => {
      const [application, unit] = [await make(asker), await aUnit()]
      await createLink(thePreparer, { fromId: unit.id, relation: "uses", toId: application.id })
      return { path: `/applications/${application.code}/use/${unit.code}`, form: { ...edit(), field: "seats", value: "12" } }
    },
  }
}

/** The parts of an application: costs and answers that whoever owns it writes down, and one's own answer, which everybody may give. */
function portfolioRows(of: string, make: Make, edits: (status: number) => Statuses): AccessRow[] {
  const page = (end: string) => (code: string) => `/applications/${code}/${end}`
  return [
    get("applications.$code_.costs", of, make, page("costs"), edits(200)),
    post("applications.$code_.costs", of, make, page("costs"), () => ({ ...form(), year: "2026", licence: "100" }), edits(302)),
    {
      route: "routes/applications.$code_.fit", method: "POST", of: `${of}, for somebody else`, expected: edits(302),
      request: async (asker) => ({ path: `/applications/${(await make(asker)).code}/fit`, form: { ...form(), ...answers, respondentId: (await aPerson()).personId } }),
    },
    {
      route: "routes/fit-answers.$id.remove", method: "POST", of: `${of}, somebody else's`, expected: edits(302),
      request: async (asker) => ({ path: `/fit-answers/${await anAnswer(await make(asker), (await aPerson()).personId)}/remove`, form: form() }),
    },
  ]
}

const answers = { side: "functional", answeredOn: "2026-01-15", answerA: "3", answerB: "3", answerC: "2", answerD: "4" }
const anApplication = recordKinds.application.make

async function anAnswer(application: Made, respondentId: string): Promise<string> {
  const { id } = await giveFitAnswer(thePreparer, { applicationId: application.id, side: "technical", respondentId, answeredOn: "2026-01-15", answerA: 1, answerB: 2, answerC: 3, answerD: 4 })
  return id
}

async function whoAsks(asker: Asker): Promise<string> {
  return asker?.personId ?? (await aPerson()).personId
}

const ownAnswerRows: readonly AccessRow[] = [
  get("applications.$code_.fit", "any", anApplication, (code) => `/applications/${code}/fit`, signedIn(200)),
  {
    route: "routes/applications.$code_.fit", method: "POST", of: "one's own answer", expected: signedIn(302),
    request: async (asker) => ({ path: `/applications/${(await anApplication()).code}/fit`, form: { ...form(), ...answers, respondentId: await whoAsks(asker) } }),
  },
  {
    route: "routes/fit-answers.$id.remove", method: "POST", of: "one's own", expected: signedIn(302),
    request: async (asker) => ({ path: `/fit-answers/${await anAnswer(await anApplication(), await whoAsks(asker))}/remove`, form: form() }),
  },
  get("applications.$code_.merge", "any", anApplication, (code) => `/applications/${code}/merge`, planners(200)),
  {
    route: "routes/applications.$code_.merge", method: "POST", expected: planners(302),
    request: async () => ({ path: `/applications/${(await anApplication()).code}/merge`, form: { ...form(), intoId: (await anApplication()).id } }),
  },
  { route: "routes/applications.duplicates._index", method: "GET", request: () => ({ path: "/applications/duplicates" }), expected: signedIn(200) },
  {
    route: "routes/applications.duplicates.judge", method: "POST", expected: planners(302),
    request: async () => ({ path: "/applications/duplicates/judge", form: { ...form(), firstId: (await anApplication()).id, secondId: (await anApplication()).id, judged: "different", reason: "" } }),
  },
  { route: "routes/applications.portfolio", method: "GET", request: () => ({ path: "/applications/portfolio" }), expected: signedIn(200) },
  { route: "routes/functions.list", method: "GET", request: () => ({ path: "/functions/list" }), expected: signedIn(200) },
]

export const recordRows: readonly AccessRow[] = [
  ...Object.values(recordKinds).flatMap(rowsOf),
  use("own", (asker) => own(asker, recordKinds.application.make), owners(200)),
  use("another's", recordKinds.application.make, planners(200)),
  ...portfolioRows("own", (asker) => own(asker, anApplication), owners),
  ...portfolioRows("another's", anApplication, planners),
  ...ownAnswerRows,
]
