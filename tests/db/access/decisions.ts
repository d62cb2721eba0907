// Who may see, prepare, score, put forward, sign and end decisions.

import { randomUUID } from "node:crypto"
import { database } from "~/core/database.server"
import { createFunction } from "~/features/applications/functions.commands.server"
import { criteriaOf, optionsOf } from "~/features/decisions/decisions.queries.server"
import { addOption, addTie, nameDecider, nameScorer, setCriteria } from "~/features/decisions/parts.commands.server"
import { signDecision } from "~/features/gates/decisions.commands.server"
import { aPerson, thePreparer, type Made, type SignedInActor } from "../../support/builders"
import { aCompleteDecision, aDecision, scoredBy, waitingForSignatures } from "../../support/decision-builders"
import { own, owners, planners, signedIn, type AccessRow, type Asker, type SampleRequest, type Statuses } from "./row"

const form = () => ({ operationId: randomUUID() })
const justPlanners = (status: number): Statuses => ({ ...signedIn(403), planner: status })
const anybodyElse = () => aPerson()
const me = async (asker: Asker): Promise<SignedInActor> => asker ?? (await anybodyElse())

type Case = (asker: Asker) => Promise<Made & { form?: Record<string, string>; end?: string }>

function get(route: string, of: string, make: Case, end: string, expected: Statuses): AccessRow {
  return { route: `routes/decisions.$code.${route}`, method: "GET", of, expected, request: async (asker) => requestOf(await make(asker), end) }
}

function post(route: string, of: string, make: Case, end: string, fields: () => Record<string, string>, expected: Statuses): AccessRow {
  return {
    route: `routes/decisions.$code.${route}`, method: "POST", of, expected,
    request: async (asker) => {
      const made = await make(asker)
      return { ...requestOf(made, end), form: { ...form(), ...fields(), ...made.form } }
    },
  }
}

function requestOf(made: { code: string; end?: string }, end: string): SampleRequest {
  return { path: `/decisions/${made.code}${made.end ?? end}` }
}

const anothers: Case = () => aDecision()
const owned: Case = (asker) => own(asker, () => aDecision())
/** Prepares something more in a decision, the asker's own or another's. */
const both = (prepare: (made: Made) => Promise<{ form?: Record<string, string>; end?: string }>): [string, Case, (status: number) => Statuses][] => [
  ["own", async (asker) => { const made = await own(asker, () => aDecision()); return { ...made, ...(await prepare(made)) } }, owners],
  ["another's", async () => { const made = await aDecision(); return { ...made, ...(await prepare(made)) } }, planners],
]
const waiting = async (decider: SignedInActor): Promise<Made & { checksum: string }> => {
  const made = await aCompleteDecision([decider])
  return { ...made, checksum: await waitingForSignatures(made.id) }
}
const option = async (decisionId: string): Promise<string> => {
  await addOption(thePreparer, { decisionId, name: "One for all" })
  return (await optionsOf(database(), decisionId))[1]?.id ?? ""
}
const person = async () => {
  const { personId } = await anybodyElse()
  const { number } = await database().selectFrom("element").select("number").where("id", "=", personId).executeTakeFirstOrThrow()
  return { personId, code: `P-${number}` }
}
const scored = async (asker: Asker): Promise<Made & { form: Record<string, string> }> => {
  const made = await aDecision()
  await setCriteria(thePreparer, { decisionId: made.id, criteria: [{ name: "Cost", meaning: "", weight: 100 }] })
  await nameScorer(thePreparer, { decisionId: made.id, personId: (await me(asker)).personId })
  const [[nothing], [cost]] = [await optionsOf(database(), made.id), await criteriaOf(database(), made.id)]
  return { ...made, form: { cell: `${nothing?.id ?? ""} ${cost?.id ?? ""}`, score: "3" } }
}
const signedOne = async (asker: Asker, mine: boolean): Promise<Made> => {
  const decider = await anybodyElse()
  const { id, code, operationId, checksum } = await waiting(decider)
  await signDecision(decider, { id, checksum })
  const made = { id, code, operationId }
  return mine ? own(asker, () => Promise.resolve(made)) : made
}
const savings = { seats: "", seatPrice: "", support: "100", maintenance: "", administration: "", extraSeats: "", standardPrice: "", uplift: "", migration: "", trainingHours: "", hourlyRate: "", contractExit: "", contract: "none", contractEndsOn: "" }
const whole = (route: string, path: string, expected: Statuses): AccessRow => ({ route: `routes/${route}`, method: "GET", request: () => ({ path }), expected })

export const decisionRows: readonly AccessRow[] = [
  whole("decisions._index", "/decisions", signedIn(200)), whole("decisions[.]csv", "/decisions.csv", signedIn(200)), whole("decisions[.]xlsx", "/decisions.xlsx", signedIn(200)),
  whole("decisions.new", "/decisions/new", planners(200)),
  { route: "routes/decisions.new", method: "POST", request: () => ({ path: "/decisions/new", form: { ...form(), name: `Decision ${randomUUID()}`, topic: "policy" } }), expected: planners(302) },
  get("_index", "live", anothers, "", signedIn(200)), get("sheet", "live", anothers, "/sheet", signedIn(200)), get("sign", "live", anothers, "/sign", signedIn(200)),
  get("edit", "own", owned, "/edit", owners(200)), get("edit", "another's", anothers, "/edit", planners(200)),
  get("criteria", "own", owned, "/criteria", owners(200)), get("criteria", "another's", anothers, "/criteria", planners(200)),
  post("edit", "own", owned, "/edit", () => ({ version: "1", reasons: "Cheaper." }), owners(302)), post("edit", "another's", anothers, "/edit", () => ({ version: "1", reasons: "Cheaper." }), planners(302)),
  post("criteria", "own", owned, "/criteria", () => ({ name: "Cost", meaning: "", weight: "100" }), owners(302)), post("criteria", "another's", anothers, "/criteria", () => ({ name: "Cost", meaning: "", weight: "100" }), planners(302)),
  post("options", "own", owned, "/options", () => ({ name: "B" }), owners(302)), post("options", "another's", anothers, "/options", () => ({ name: "B" }), planners(302)),
  ...both(async ({ id, code }) => ({ end: `/options/${await option(id)}`, code })).flatMap(([of, make, may]) => [
    get("options_.$id", of, make, "", may(200)),
    post("options_.$id", of, make, "", () => ({ version: "1", name: "B", summary: "", ...savings }), may(302)),
    ...["lead", "remove"].map((step) => post(`options_.$id_.${step}`, of, async (asker) => { const made = await make(asker); return { ...made, end: `${made.end ?? ""}/${step}` } }, "", () => ({}), may(302))),
  ]),
  ...both(async () => ({ form: { toId: (await createFunction(thePreparer, { name: `Job ${randomUUID()}` })).id } })).map(([of, make, may]) => post("ties", of, make, "/ties", () => ({ relation: "governs" }), may(302))),
  ...both(async ({ id }) => {
    const job = await createFunction(thePreparer, { name: `Job ${randomUUID()}` })
    await addTie(thePreparer, { decisionId: id, relation: "governs", toId: job.id })
    return { end: `/ties/${job.code}/remove` }
  }).map(([of, make, may]) => post("ties_.$to.remove", of, make, "", () => ({}), may(302))),
  ...both(async () => ({ form: { personId: (await person()).personId } })).map(([of, make, may]) => post("scorers", of, make, "/scorers", () => ({}), may(302))),
  ...both(async ({ id }) => {
    const { personId, code } = await person()
    await nameScorer(thePreparer, { decisionId: id, personId })
    return { end: `/scorers/${code}/remove` }
  }).map(([of, make, may]) => post("scorers_.$person.remove", of, make, "", () => ({}), may(302))),
  post("deciders", "own", async (asker) => ({ ...(await own(asker, () => aDecision())), form: { personId: (await person()).personId } }), "/deciders", () => ({}), justPlanners(302)),
  post("deciders_.$person.remove", "own", async (asker) => {
    const made = await own(asker, () => aDecision())
    const { personId, code } = await person()
    await nameDecider(thePreparer, { decisionId: made.id, personId })
    return { ...made, end: `/deciders/${code}/remove` }
  }, "", () => ({}), justPlanners(302)),
  get("scores", "asked", scored, "/scores", signedIn(200)), get("scores", "not asked", () => scored(null), "/scores", signedIn(403)),
  post("scores", "asked", scored, "/scores", () => ({}), signedIn(302)), post("scores", "not asked", () => scored(null), "/scores", () => ({}), signedIn(403)),
  ...(["own", "another's"] as const).map((of) => post("scores_.restart", of, async (asker) => {
    const scorer = await anybodyElse()
    const made = await scored(scorer)
    await scoredBy(scorer, made.id, [3])
    return of === "own" ? own(asker, () => Promise.resolve({ id: made.id, code: made.code, operationId: "" })) : { ...made, form: {} }
  }, "/scores/restart", () => ({ reason: "We forgot one." }), of === "own" ? owners(302) : planners(302))),
  get("ready", "own", owned, "/ready", justPlanners(200)),
  post("ready", "complete", async () => aCompleteDecision([await anybodyElse()]), "/ready", () => ({ waiver: "Nobody had to be asked." }), justPlanners(302)),
  post("back", "waiting", async () => waiting(await anybodyElse()), "/back", () => ({}), justPlanners(302)),
  post("sign", "named", async (asker) => { const made = await waiting(await me(asker)); return { ...made, form: { checksum: made.checksum } } }, "/sign", () => ({}), signedIn(302)),
  post("sign", "not named", async () => { const made = await waiting(await anybodyElse()); return { ...made, form: { checksum: made.checksum } } }, "/sign", () => ({}), signedIn(403)),
  get("reject", "named", async (asker) => waiting(await me(asker)), "/reject", signedIn(200)), get("reject", "not named", async () => waiting(await anybodyElse()), "/reject", justPlanners(200)),
  post("reject", "named", async (asker) => waiting(await me(asker)), "/reject", () => ({ reason: "Too dear." }), signedIn(302)),
  post("reject", "not named", async () => waiting(await anybodyElse()), "/reject", () => ({ reason: "Too dear." }), justPlanners(302)),
  get("withdraw", "own", owned, "/withdraw", owners(200)), get("withdraw", "another's", anothers, "/withdraw", planners(200)),
  post("withdraw", "own", owned, "/withdraw", () => ({ reason: "Not needed." }), owners(302)), post("withdraw", "another's", anothers, "/withdraw", () => ({ reason: "Not needed." }), planners(302)),
  ...[true, false].map((mine) => post("realised", mine ? "own" : "another's", (asker) => signedOne(asker, mine), "/realised", () => ({ fromOn: "2026-01-01", untilOn: "2026-01-31", amount: "100", evidence: "The bill." }), mine ? owners(302) : planners(302))),
]
