// Who may see, plan, move, report on and archive initiatives.

import { randomUUID } from "node:crypto"
import { aGoal, anInitiative, type Made } from "../../support/builders"
import { own, owners, planners, signedIn, type AccessRow, type Asker, type Statuses } from "./row"

const form = () => ({ operationId: randomUUID() })
const edit = () => ({ ...form(), version: "1" })

const owned = (asker: Asker) => own(asker, anothers)

function page(route: string, path: (code: string) => string, expected: Statuses): AccessRow {
  return { route: `routes/${route}`, method: "GET", request: async () => ({ path: path((await anInitiative()).code) }), expected }
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

const anothers = () => anInitiative()
const report = { scheduleHealth: "on track", costHealth: "on track", scopeHealth: "on track" }
const at = (end: string) => (code: string) => `/initiatives/${code}/${end}`
const many = (step: string) => (code: string) => `/initiatives/many/${step}?id=${code}`

export const initiativeRows: readonly AccessRow[] = [
  page("initiatives._index", () => "/initiatives", signedIn(200)),
  page("initiatives[.]csv", () => "/initiatives.csv", signedIn(200)),
  page("initiatives[.]xlsx", () => "/initiatives.xlsx", signedIn(200)),
  page("initiatives.$code._index", (code) => `/initiatives/${code}`, signedIn(200)),
  page("initiatives.new", () => "/initiatives/new", planners(200)),
  post("initiatives.new", "any", anothers, () => "/initiatives/new", () => ({ ...form(), name: `Initiative ${randomUUID()}` }), planners(302)),
  page("people.choices", () => "/people/choices", planners(200)),
  page("choices.$kind", () => "/choices/person", owners(200)),
  ...["edit", "link?what=goal", "report"].flatMap((form) => ["own", "another's"].map((of): AccessRow => ({
    route: `routes/initiatives.$code.${form.split("?")[0]}`, method: "GET", of, expected: of === "own" ? owners(200) : planners(200),
    request: async (asker) => ({ path: at(form)((of === "own" ? await owned(asker) : await anothers()).code) }),
  }))),
  post("initiatives.$code.edit", "own", owned, at("edit"), () => ({ ...edit(), summary: "New words." }), owners(302)),
  post("initiatives.$code.edit", "another's", anothers, at("edit"), () => ({ ...edit(), summary: "New words." }), planners(302)),
  post("initiatives.$code.report", "own", owned, at("report"), () => ({ ...form(), ...report }), owners(302)),
  post("initiatives.$code.report", "another's", anothers, at("report"), () => ({ ...form(), ...report }), planners(302)),
  page("initiatives.$code.stage", at("stage?to=approved"), owners(200)),
  post("initiatives.$code.stage", "own, without approval", owned, at("stage"), () => ({ ...edit(), to: "proposed" }), owners(302)),
  post("initiatives.$code.stage", "own, approval", owned, at("stage"), () => ({ ...edit(), to: "approved", waiver: "The board wants it." }), { ...planners(302), admin: 403 }),
  post("initiatives.$code.cell", "own", owned, at("cell"), () => ({ ...edit(), field: "budget-2026", value: "75k" }), owners(200)),
  post("initiatives.$code.stage-cell", "own", owned, at("stage-cell"), () => ({ ...edit(), field: "stage", value: "proposed" }), owners(200)),
  post("initiatives.$code.owner-cell", "any", anothers, at("owner-cell"), () => ({ ...edit(), field: "owner", value: "" }), planners(200)),
  post("initiatives.$code.archive", "any", anothers, at("archive"), form, planners(302)),
  post("initiatives.$code.restore", "any", anothers, at("restore"), form, planners(302)),
  page("initiatives.many.stage", many("stage"), owners(200)),
  post("initiatives.many.stage", "another's", anothers, many("stage"), ({ id }) => ({ ...form(), id, to: "proposed" }), planners(302)),
  page("initiatives.many.owner", many("owner"), planners(200)),
  post("initiatives.many.owner", "any", anothers, many("owner"), ({ id }) => ({ ...form(), id, personId: "" }), planners(302)),
  page("initiatives.many.goal", many("goal"), owners(200)),
  {
    route: "routes/initiatives.many.goal", method: "POST", of: "another's", expected: planners(302),
    request: async () => {
      const [made, goal] = [await anInitiative(), await aGoal()]
      return { path: many("goal")(made.code), form: { ...form(), id: made.id, goalId: goal.id, strength: "3", reason: "Because." } }
    },
  },
  page("initiatives.many.update", many("update"), signedIn(200)),
  post("initiatives.many.update", "any", anothers, many("update"), ({ id }) => ({ ...form(), id, body: "How is it going?" }), signedIn(302)),
  page("initiatives.many.archive", many("archive"), planners(200)),
  post("initiatives.many.archive", "any", anothers, many("archive"), ({ id }) => ({ ...form(), id }), planners(302)),
  post("initiatives.many.restore", "any", anothers, () => "/initiatives/many/restore", ({ id }) => ({ ...form(), id }), planners(302)),
]
