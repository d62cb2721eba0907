// Who may ask what is allowed, look at the standards, ask for a tool, and answer a request.

import { randomUUID } from "node:crypto"
import { createApplication } from "~/features/applications/applications.commands.server"
import { createFunction } from "~/features/applications/functions.commands.server"
import { askForTool } from "~/features/decisions/tool-requests.commands.server"
import { aPerson, thePreparer } from "../../support/builders"
import { own, owners, planners, signedIn, type AccessRow, type Asker, type Statuses } from "./row"

const form = () => ({ operationId: randomUUID() })

function whole(route: string, path: string, of?: string): AccessRow {
  return { route: `routes/${route}`, method: "GET", request: () => ({ path }), expected: signedIn(200), ...(of === undefined ? {} : { of }) }
}

/** Somebody's request; for a job that the asker owns where `mine` is the job. */
async function aRequest(asker: Asker, mine: "job" | "request" | "nothing"): Promise<string> {
  const job = mine === "job" ? await own(asker, () => createFunction(thePreparer, { name: `Job ${randomUUID()}` })) : null
  const person = mine === "request" && asker ? asker : await aPerson()
  const { id } = await askForTool(person, { name: `Tool ${randomUUID()}`, need: "To draw plans.", functionId: job?.id ?? null })
  return id
}

function step(name: "agree" | "refuse" | "withdraw", mine: "job" | "request" | "nothing", fields: () => Record<string, string>, expected: Statuses): AccessRow {
  return {
    route: `routes/allowed.requests.$id.${name}`, method: "POST", of: mine === "nothing" ? "another's" : `own ${mine}`, expected,
    request: async (asker) => ({ path: `/allowed/requests/${await aRequest(asker, mine)}/${name}`, form: fields() }),
  }
}

const agree = () => ({ ...form(), untilOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10), reason: "" })
const refuse = () => ({ ...form(), reason: "We have one that does it." })

export const allowedRows: readonly AccessRow[] = [
  whole("allowed._index", "/allowed"), whole("allowed._index", "/allowed?q=acrobat", "with a name"),
  whole("allowed.ask", "/allowed/ask"),
  { route: "routes/allowed.ask", method: "GET", of: "a product", expected: signedIn(200), request: async () => ({ path: `/allowed/ask?product=${(await createApplication(thePreparer, { name: `Tool ${randomUUID()}` })).code}` }) },
  { route: "routes/allowed.ask", method: "POST", of: "any", expected: signedIn(302), request: () => ({ path: "/allowed/ask", form: { ...form(), name: `Tool ${randomUUID()}`, need: "To draw plans." } }) },
  whole("allowed.requests._index", "/allowed/requests"),
  { route: "routes/allowed.requests.$id._index", method: "GET", of: "another's", expected: signedIn(200), request: async (asker) => ({ path: `/allowed/requests/${await aRequest(asker, "nothing")}` }) },
  step("agree", "nothing", agree, planners(302)), step("agree", "job", agree, owners(302)),
  step("refuse", "nothing", refuse, planners(302)), step("refuse", "job", refuse, owners(302)),
  step("withdraw", "nothing", form, planners(302)), step("withdraw", "request", form, signedIn(302)),
  whole("standards._index", "/standards"), whole("standards[.]csv", "/standards.csv"), whole("standards[.]xlsx", "/standards.xlsx"),
  whole("standards.changes", "/standards/changes"), whole("standards.changes", "/standards/changes?from=2017-11-22&to=2022-04-29&show=changed", "two days"), whole("standards.families", "/standards/families"),
]
