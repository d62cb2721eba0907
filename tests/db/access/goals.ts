// Who may see, write, measure, move and archive goals, and edit the strategy's words.

import { randomUUID } from "node:crypto"
import { database } from "~/core/database.server"
import { theCompany } from "~/features/company/company.queries.server"
import { addMeasure, recordReading } from "~/features/goals/measures.commands.server"
import { aGoal, thePreparer, type Made } from "../../support/builders"
import { own, owners, planners, signedIn, type AccessRow, type Asker, type Statuses } from "./row"

const form = () => ({ operationId: randomUUID() })
const edit = () => ({ ...form(), version: "1" })
const measure = { name: "Time per order", unit: "min", direction: "down", baseline: "10", target: "8", startsOn: "2026-01-05", targetOn: "2027-03-31" } as const
const kept = { ...measure, isYesNo: false, weight: 1, readEveryDays: 30, source: "" }

const anothers = () => aGoal()

const owned = (asker: Asker) => own(asker, anothers)

async function measureOf(goal: Made): Promise<string> {
  return (await addMeasure(thePreparer, { goalId: goal.id, ...kept })).id
}

function page(route: string, path: (code: string) => string, expected: Statuses, make: (asker: Asker) => Promise<Made> = anothers): AccessRow {
  return { route: `routes/${route}`, method: "GET", request: async (asker) => ({ path: path((await make(asker)).code) }), expected }
}

type Fields = Record<string, string>
function post(route: string, of: string, make: (asker: Asker) => Promise<Made>, path: (made: Made) => string | Promise<string>, fields: (made: Made) => Fields | Promise<Fields>, expected: Statuses): AccessRow {
  return {
    route: `routes/${route}`, method: "POST", of, expected,
    request: async (asker) => {
      const made = await make(asker)
      return { path: await path(made), form: await fields(made) }
    },
  }
}

const at = (end: string) => ({ code }: { code: string }) => `/goals/${code}/${end}`
const many = (step: string) => () => `/goals/many/${step}`
const reading = async (made: Made) => ({ ...form(), measureId: await measureOf(made), readOn: "2026-02-01", value: "9", note: "" })
const correction = async (made: Made) => {
  const { id } = await recordReading(thePreparer, { measureId: await measureOf(made), readOn: "2026-02-01", value: "9", note: "" })
  return `/readings/${id}`
}
const words = async () => ({ ...form(), version: String((await theCompany(database())).version), purpose: `To be useful ${randomUUID()}.` })

export const goalRows: readonly AccessRow[] = [
  page("goals._index", () => "/goals", signedIn(200)),
  page("goals[.]csv", () => "/goals.csv", signedIn(200)),
  page("goals[.]xlsx", () => "/goals.xlsx", signedIn(200)),
  page("goals.$code._index", (code) => `/goals/${code}`, signedIn(200)),
  page("goals.new", () => "/goals/new", planners(200)),
  post("goals.new", "any", anothers, () => "/goals/new", () => ({ ...form(), name: `Goal ${randomUUID()}` }), planners(302)),
  page("goals.$code.edit", (code) => `/goals/${code}/edit`, owners(200), owned),
  { route: "routes/goals.$code.edit", method: "GET", of: "another's", expected: planners(200), request: async () => ({ path: at("edit")(await anothers()) }) },
  post("goals.$code.edit", "own", owned, at("edit"), () => ({ ...edit(), summary: "New words." }), owners(302)),
  post("goals.$code.edit", "own, its weight", owned, at("edit"), () => ({ ...edit(), weight: "40" }), planners(302)),
  post("goals.$code.edit", "another's", anothers, at("edit"), () => ({ ...edit(), summary: "New words." }), planners(302)),
  post("goals.$code.cell", "own", owned, at("cell"), () => ({ ...edit(), field: "dueOn", value: "2027-03-31" }), owners(200)),
  post("goals.$code.cell", "another's", anothers, at("cell"), () => ({ ...edit(), field: "name", value: `Goal ${randomUUID()}` }), planners(200)),
  post("goals.$code.owner-cell", "any", anothers, at("owner-cell"), () => ({ ...edit(), field: "owner", value: "" }), planners(200)),
  post("goals.$code.archive", "any", anothers, at("archive"), form, planners(302)),
  post("goals.$code.restore", "any", anothers, at("restore"), form, planners(302)),
  page("goals.$code.measures.new", (code) => `/goals/${code}/measures/new?like=time`, owners(200), owned),
  post("goals.$code.measures.new", "own", owned, at("measures/new"), () => ({ ...form(), ...measure }), owners(302)),
  post("goals.$code.measures.new", "another's", anothers, at("measures/new"), () => ({ ...form(), ...measure }), planners(302)),
  page("goals.$code.measures.$position", (code) => `/goals/${code}/measures/1`, owners(200), async (asker) => {
    const made = await owned(asker)
    await measureOf(made)
    return made
  }),
  post("goals.$code.measures.$position", "another's", anothers, async (made) => {
    await measureOf(made)
    return at("measures/1")(made)
  }, () => ({ ...edit(), ...measure, target: "7" }), planners(302)),
  post("measures.$id.archive", "own", owned, async (made) => `/measures/${await measureOf(made)}/archive`, form, owners(302)),
  post("measures.$id.archive", "another's", anothers, async (made) => `/measures/${await measureOf(made)}/archive`, form, planners(302)),
  post("measures.$id.restore", "own", owned, async (made) => `/measures/${await measureOf(made)}/restore`, form, owners(302)),
  post("measures.$id.restore", "another's", anothers, async (made) => `/measures/${await measureOf(made)}/restore`, form, planners(302)),
  post("readings", "own", owned, () => "/readings", reading, owners(302)),
  post("readings", "another's", anothers, () => "/readings", reading, planners(302)),
  post("readings.$id", "own", owned, correction, () => ({ ...edit(), value: "8.5", note: "Two shops were missing." }), owners(302)),
  post("readings.$id", "another's", anothers, correction, () => ({ ...edit(), value: "8.5", note: "" }), planners(302)),
  post("goals.many.status", "own", owned, many("status"), ({ id }) => ({ ...form(), id, status: "achieved" }), owners(302)),
  post("goals.many.status", "another's", anothers, many("status"), ({ id }) => ({ ...form(), id, status: "achieved" }), planners(302)),
  post("goals.many.owner", "any", anothers, many("owner"), ({ id }) => ({ ...form(), id, personId: "" }), planners(302)),
  post("goals.many.ask", "any", anothers, many("ask"), ({ id }) => ({ ...form(), id, body: "How is it going?" }), signedIn(302)),
  post("goals.many.archive", "any", anothers, many("archive"), ({ id }) => ({ ...form(), id }), planners(302)),
  post("goals.many.restore", "any", anothers, many("restore"), ({ id }) => ({ ...form(), id }), planners(302)),
  page("strategy._index", () => "/strategy", signedIn(200)),
  page("strategy.start", () => "/strategy/start", planners(200)),
  page("strategy.edit", () => "/strategy/edit", planners(200)),
  post("strategy.edit", "any", anothers, () => "/strategy/edit", words, planners(302)),
]
