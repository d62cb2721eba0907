// Who may comment, ask, link, name owners, accept gaps and keep views.

import { randomUUID } from "node:crypto"
import { addDays } from "~/core/calendar"
import { createCapability } from "~/features/capabilities/capabilities.commands.server"
import { acceptGap } from "~/features/elements/accepted-gaps.commands.server"
import { addComment } from "~/features/elements/comments.commands.server"
import { createLink } from "~/features/elements/links.commands.server"
import { askQuestion } from "~/features/elements/questions.commands.server"
import { giveResponsibility } from "~/features/elements/responsibilities.commands.server"
import { saveView } from "~/features/elements/saved-views.commands.server"
import { aGoal, aPerson, thePreparer } from "../../support/builders"
import { own, owners, planners, signedIn, toSignIn, type AccessRow, type Asker, type SampleRequest, type Statuses } from "./row"

const form = () => ({ operationId: randomUUID() })
const soon = () => addDays(new Date().toISOString().slice(0, 10), 30)
/** For a case about a person's own record, somebody must be signed in; asked by nobody it only needs some person. */
const someone = async (asker: Asker) => asker ?? aPerson()

function post(route: string, of: string, request: (asker: Asker) => Promise<SampleRequest>, expected: Statuses): AccessRow {
  return { route: `routes/${route}`, method: "POST", of, request, expected }
}

/** Only the named roles get the status; the rest are refused. */
const only = (status: number, ...who: ("admin" | "planner")[]): Statuses => ({
  ...signedIn(403), ...Object.fromEntries(who.map((role) => [role, status])), anonymous: toSignIn,
})

async function aPart(of: { personId: string }, elementId: string): Promise<string> {
  return (await giveResponsibility(thePreparer, { elementId, personId: of.personId, role: "responsible" })).id
}

async function aGoalOf(asker: Asker): Promise<string> {
  return (await own(asker, () => aGoal())).id
}

/** A link to a goal, which the asker owns unless nobody is named. */
async function aLink(asker?: Asker): Promise<{ id: string }> {
  const capability = await createCapability(thePreparer, { name: `Capability ${randomUUID()}` })
  const toId = asker === undefined ? (await aGoal()).id : await aGoalOf(asker)
  return { id: (await createLink(thePreparer, { fromId: capability.id, relation: "enables", toId })).id }
}

async function aQuestion(asked: { by?: Asker; of?: Asker }): Promise<string> {
  const by = asked.by ?? (await aPerson())
  const of = asked.of ?? (await aPerson())
  const { id } = await askQuestion(by, { elementIds: [(await aGoal()).id], body: "Why?", askedOf: of.personId })
  return String(id)
}

async function aComment(by: Asker): Promise<string> {
  return (await addComment(await someone(by), { elementId: (await aGoal()).id, body: "A thought." })).id
}

async function aView(by: Asker, shared: boolean): Promise<string> {
  const view = await saveView(await someone(by), { screen: "goals", name: randomUUID(), query: "", shared })
  return view.id
}

async function anAcceptedGap(): Promise<string> {
  const gap = { elementId: (await aGoal()).id, gap: "goalsWithoutOwner", reason: "Soon.", untilOn: soon() } as const
  return (await acceptGap(thePreparer, gap)).id
}

export const panelRows: readonly AccessRow[] = [
  post("comments", "any record", async () => ({ path: "/comments", form: { ...form(), elementId: (await aGoal()).id, body: "Good." } }), signedIn(302)),
  post("comments.$id.remove", "own", async (asker) => ({ path: `/comments/${await aComment(asker)}/remove`, form: form() }), signedIn(302)),
  post("comments.$id.remove", "another's", async () => ({ path: `/comments/${await aComment(null)}/remove`, form: form() }), only(302, "admin")),
  post("questions", "any record", async () => ({ path: "/questions", form: { ...form(), elementId: (await aGoal()).id, body: "Why?" } }), signedIn(302)),
  post("questions.$id.answer", "asked of oneself", async (asker) => ({ path: `/questions/${await aQuestion({ of: asker })}/answer`, form: { ...form(), answer: "So." } }), signedIn(302)),
  post("questions.$id.answer", "asked of another", async () => ({ path: `/questions/${await aQuestion({})}/answer`, form: { ...form(), answer: "So." } }), only(302, "planner", "admin")),
  post("questions.$id.withdraw", "own", async (asker) => ({ path: `/questions/${await aQuestion({ by: asker })}/withdraw`, form: form() }), signedIn(302)),
  post("questions.$id.withdraw", "another's", async () => ({ path: `/questions/${await aQuestion({})}/withdraw`, form: form() }), only(302, "planner", "admin")),
  post("responsibilities", "own record", async (asker) => ({
    path: "/responsibilities",
    form: { ...form(), elementId: await aGoalOf(asker), personId: (await aPerson()).personId, role: "responsible" },
  }), owners(302)),
  post("responsibilities", "another's record", async () => ({
    path: "/responsibilities",
    form: { ...form(), elementId: await aGoalOf(null), personId: (await aPerson()).personId, role: "responsible" },
  }), planners(302)),
  post("responsibilities.$id.remove", "own record", async (asker) => ({
    path: `/responsibilities/${await aPart(await aPerson(), await aGoalOf(asker))}/remove`,
    form: form(),
  }), owners(302)),
  post("responsibilities.$id.remove", "another's record", async () => ({
    path: `/responsibilities/${await aPart(await aPerson(), await aGoalOf(null))}/remove`,
    form: form(),
  }), planners(302)),
  post("owners", "own record", async (asker) => ({ path: "/owners", form: { ...form(), elementId: await aGoalOf(asker), personId: "" } }), planners(302)),
  post("links", "another's records", async () => {
    const [capability, goal] = [await createCapability(thePreparer, { name: `Capability ${randomUUID()}` }), await aGoal()]
    return { path: "/links", form: { ...form(), fromId: capability.id, relation: "enables", toId: goal.id } }
  }, planners(302)),
  post("links", "own record", async (asker) => {
    const capability = await createCapability(thePreparer, { name: `Capability ${randomUUID()}` })
    return { path: "/links", form: { ...form(), fromId: capability.id, relation: "enables", toId: await aGoalOf(asker) } }
  }, owners(302)),
  post("links.$id", "own record", async (asker) => ({ path: `/links/${(await aLink(asker)).id}`, form: { ...form(), version: "1", note: "Why." } }), owners(302)),
  post("links.$id.remove", "own record", async (asker) => ({ path: `/links/${(await aLink(asker)).id}/remove`, form: form() }), owners(302)),
  post("links.$id", "another's records", async () => ({ path: `/links/${(await aLink()).id}`, form: { ...form(), version: "1", note: "Why." } }), planners(302)),
  post("links.$id.remove", "another's records", async () => ({ path: `/links/${(await aLink()).id}/remove`, form: form() }), planners(302)),
  post("gaps.$id.end", "any record", async () => ({ path: `/gaps/${await anAcceptedGap()}/end`, form: form() }), planners(302)),
  post("undo.$operation", "of a planner's creation", async () => ({ path: `/undo/${(await aGoal()).operationId}`, form: form() }), planners(302)),
  post("views", "own", async () => ({ path: "/views", form: { ...form(), screen: "goals", name: randomUUID(), query: "", shared: "" } }), signedIn(302)),
  post("views.$id.remove", "own", async (asker) => ({ path: `/views/${await aView(asker, false)}/remove`, form: form() }), signedIn(302)),
  post("views.$id.remove", "another's private", async () => ({ path: `/views/${await aView(null, false)}/remove`, form: form() }), signedIn(403)),
  post("views.$id.remove", "another's shared", async () => ({ path: `/views/${await aView(null, true)}/remove`, form: form() }), only(302, "admin")),
]
