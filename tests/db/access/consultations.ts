// Who may see, prepare, open and end conversations, invite people to them, and answer by a personal link.

import { randomUUID } from "node:crypto"
import { database, writableDatabase } from "~/core/database.server"
import { hashToken, newToken } from "~/core/session.server"
import { archiveConsultations, createConsultation, openConsultation } from "~/features/consultations/consultations.commands.server"
import { addOption } from "~/features/consultations/parts.commands.server"
import { listPerson, makeLink } from "~/features/consultations/participations.commands.server"
import { anInitiative, aPerson, aUnit, thePreparer } from "../../support/builders"
import { anybody, signedIn, type AccessRow, type Asker, type SampleRequest, type Statuses } from "./row"

const form = () => ({ operationId: randomUUID() })
const words = { name: "How should ordering work?", summary: "Orders take long.", form: "workshop", purpose: "decision", participationLevel: "consult", questionPlain: "What slows you down?", costs: "Little.", effects: "Less typing." } as const

/** Those who look after engagement get the status; the other roles are refused. */
function engaged(status: number): Statuses {
  return { ...signedIn(403), brm: status, planner: status, admin: status }
}

/** A conversation being prepared about an initiative, which the asker owns if one is named. */
async function prepared(owner: Asker = null) {
  const work = await anInitiative()
  const { id, code } = await createConsultation(thePreparer, { ...words, subjectId: work.id, ownerId: owner?.personId ?? null })
  const option = await addOption(thePreparer, { consultationId: id, name: "A new shop" })
  return { id, code, work, optionId: option.id }
}

async function opened(owner: Asker = null) {
  const made = await prepared(owner)
  await openConsultation(thePreparer, { id: made.id })
  const part = await listPerson(thePreparer, { consultationId: made.id, personId: (await aPerson()).personId, mustHear: false })
  return { ...made, partId: part.id }
}

async function linked(heardAt: Date | null = null): Promise<string> {
  const token = newToken()
  const { partId } = await opened()
  if (heardAt) await writableDatabase().updateTable("participation").set({ heardAt, heardHow: "response" }).where("id", "=", partId).execute()
  await makeLink(thePreparer, { participationId: partId, tokenHash: hashToken(token) })
  return token
}

function get(route: string, request: (asker: Asker) => Promise<SampleRequest> | SampleRequest, expected: Statuses, of?: string): AccessRow {
  return { route: `routes/${route}`, method: "GET", request, expected, ...(of === undefined ? {} : { of }) }
}

function post(route: string, of: string, expected: Statuses, request: (asker: Asker) => Promise<SampleRequest>): AccessRow {
  return { route: `routes/${route}`, method: "POST", of, request, expected }
}

/** A step on somebody else's conversation is for those who look after engagement, on one's own for everybody. */
function steps(route: string, request: (asker: Asker) => Promise<SampleRequest>): AccessRow[] {
  return [post(route, "another's", engaged(302), () => request(null)), post(route, "own", signedIn(302), request)]
}

export const consultationRows: readonly AccessRow[] = [
  get("consultations._index", () => ({ path: "/consultations" }), signedIn(200)),
  get("consultations[.]csv", () => ({ path: "/consultations.csv" }), signedIn(200)),
  get("consultations[.]xlsx", () => ({ path: "/consultations.xlsx?state=open" }), signedIn(200)),
  get("consultations.new", () => ({ path: "/consultations/new" }), engaged(200)),
  post("consultations.new", "any", engaged(302), async () => ({ path: "/consultations/new", form: { ...form(), ...words, subjectId: (await anInitiative()).id } })),
  get("consultations.$code._index", async () => ({ path: `/consultations/${(await opened()).code}` }), signedIn(200)),
  get("consultations.$code._index", async (asker) => ({ path: `/consultations/${(await opened(asker)).code}?choose=people` }), signedIn(200), "own, with choices"),
  ...(["GET", "POST"] as const).map((method): AccessRow => ({
    route: "routes/consultations.$code_.edit", method, of: "archived", expected: engaged(422),
    request: async () => {
      const made = await prepared()
      await archiveConsultations(thePreparer, { ids: [made.id], archived: true })
      const version = String((await database().selectFrom("element").select("version").where("id", "=", made.id).executeTakeFirstOrThrow()).version)
      return { path: `/consultations/${made.code}/edit`, ...(method === "POST" ? { form: { ...form(), version, summary: "New words." } } : {}) }
    },
  })),
  get("consultations.$code_.edit", async () => ({ path: `/consultations/${(await prepared()).code}/edit` }), engaged(200), "another's"),
  get("consultations.$code_.edit", async (asker) => ({ path: `/consultations/${(await prepared(asker)).code}/edit` }), signedIn(200), "own"),
  ...steps("consultations.$code_.edit", async (asker) => ({ path: `/consultations/${(await prepared(asker)).code}/edit`, form: { ...form(), version: "1", name: "How else?" } })),
  get("consultations.choices.$kind", () => ({ path: "/consultations/choices/person" }), signedIn(200), "person"),
  get("consultations.choices.$kind", () => ({ path: "/consultations/choices/subject" }), signedIn(200), "subject"),
  ...steps("consultations.$code_.open", async (asker) => ({ path: `/consultations/${(await prepared(asker)).code}/open`, form: form() })),
  ...steps("consultations.$code_.close", async (asker) => ({ path: `/consultations/${(await opened(asker)).code}/close`, form: form() })),
  ...steps("consultations.$code_.cancel", async (asker) => ({ path: `/consultations/${(await opened(asker)).code}/cancel`, form: form() })),
  post("consultations.$code_.archive", "any", engaged(302), async () => ({ path: `/consultations/${(await prepared()).code}/archive`, form: form() })),
  post("consultations.$code_.restore", "any", engaged(302), async () => ({ path: `/consultations/${(await prepared()).code}/restore`, form: form() })),
  ...steps("consultations.$code_.subjects", async (asker) => ({ path: `/consultations/${(await prepared(asker)).code}/subjects`, form: { ...form(), subjectId: (await anInitiative()).id } })),
  ...steps("consultations.$code_.subjects_.$subject.remove", async (asker) => {
    const { code, work } = await prepared(asker)
    return { path: `/consultations/${code}/subjects/${work.code}/remove`, form: form() }
  }),
  ...steps("consultations.$code_.options", async (asker) => ({ path: `/consultations/${(await prepared(asker)).code}/options`, form: { ...form(), name: "Phone orders" } })),
  ...steps("consultations.$code_.options_.$id.remove", async (asker) => {
    const { code, optionId } = await prepared(asker)
    return { path: `/consultations/${code}/options/${optionId}/remove`, form: form() }
  }),
  ...steps("consultations.$code_.people", async (asker) => ({ path: `/consultations/${(await opened(asker)).code}/people`, form: { ...form(), personId: (await aPerson()).personId } })),
  get("consultations.$code_.people_.$id._index", async () => {
    const { code, partId } = await opened()
    return { path: `/consultations/${code}/people/${partId}` }
  }, engaged(200)),
  post("consultations.$code_.people_.$id._index", "another's", engaged(200), async () => {
    const { code, partId } = await opened()
    return { path: `/consultations/${code}/people/${partId}`, form: form() }
  }),
  // who may do it is told apart from whether a mail server is set, which none is here
  post("consultations.$code_.people_.$id.mail", "another's", engaged(422), async () => {
    const { code, partId } = await opened()
    return { path: `/consultations/${code}/people/${partId}/mail`, form: form() }
  }),
  get("consultations.$code_.ics", async () => ({ path: `/consultations/${(await opened()).code}/ics` }), signedIn(404), "without a date"),
  ...steps("consultations.$code_.people_.$id.withdraw", async (asker) => {
    const { code, partId } = await opened(asker)
    return { path: `/consultations/${code}/people/${partId}/withdraw`, form: form() }
  }),
  post("consultations.$code_.affected.$subject", "any", engaged(302), async () => {
    const { code, work } = await prepared()
    return { path: `/consultations/${code}/affected/${work.code}`, form: { ...form(), unitId: (await aUnit()).id, roleLevel: "frontline", headcount: "12", reason: "Two shifts were forgotten." } }
  }),
  post("consultations.$code_.nobody.$subject", "any", engaged(302), async () => {
    const { code, work } = await prepared()
    return { path: `/consultations/${code}/nobody/${work.code}`, form: { ...form(), reason: "Only a cable is replaced." } }
  }),
  get("answer.$token", async () => ({ path: `/answer/${await linked()}` }), anybody(200)),
  get("answer.$token", () => ({ path: `/answer/${newToken()}` }), anybody(404), "a guessed link"),
  post("answer.$token", "one's link", anybody(302), async () => ({ path: `/answer/${await linked()}`, form: { ...form(), words0: "It stops around noon.", kind0: "concern", confidentiality0: "named" } })),
  post("answer.$token", "a guessed link", anybody(404), async () => ({ path: `/answer/${newToken()}`, form: { ...form(), words0: "Anything." } })),
  post("answer.$token_.minutes", "one's link, before anything was sent", anybody(422), async () => ({ path: `/answer/${await linked()}/minutes`, form: { ...form(), says: "right" } })),
  post("answer.$token_.minutes", "a guessed link", anybody(404), async () => ({ path: `/answer/${newToken()}/minutes`, form: { ...form(), says: "right" } })),
  post("answer.$token_.rating", "one's link, before one was heard", anybody(422), async () => ({ path: `/answer/${await linked()}/rating`, form: { ...form(), understood: "4", trust: "3", responsive: "5" } })),
  post("answer.$token_.rating", "one's link, once one was heard", anybody(302), async () => ({ path: `/answer/${await linked(new Date())}/rating`, form: { ...form(), understood: "4", trust: "3", responsive: "5" } })),
  post("answer.$token_.rating", "a guessed link", anybody(404), async () => ({ path: `/answer/${newToken()}/rating`, form: { ...form(), understood: "4", trust: "3", responsive: "5" } })),
  post("answer.$token_.draft", "one's link", anybody(302), async () => ({ path: `/answer/${await linked()}/draft`, form: { ...form(), words0: "It stops" } })),
]
