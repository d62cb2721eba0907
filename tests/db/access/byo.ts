// Who may report side-door tools (anyone, without a name too), and who may change, answer and put them away.

import { randomUUID } from "node:crypto"
import { archiveByos, reportByo, updateByo } from "~/features/byo/byos.commands.server"
import { aPerson, thePreparer, type Made } from "../../support/builders"
import { engagers, owners, signedIn, type AccessRow, type Asker, type Statuses } from "./row"

const form = () => ({ operationId: randomUUID() })
const told = () => ({ name: `Tool ${randomUUID()}`, need: "We lose track of who does what.", whyNot: "too slow" as const })
const anothers = () => reportByo(thePreparer, told())

async function own(asker: Asker): Promise<Made> {
  const made = await anothers()
  const { personId } = asker ?? (await aPerson())
  await updateByo(thePreparer, { id: made.id, version: 1, ownerId: personId })
  return made
}

async function putAway(): Promise<Made> {
  const made = await anothers()
  await archiveByos(thePreparer, { ids: [made.id], archived: true })
  return made
}

const whole = (route: string, path: string): AccessRow => ({ route: `routes/${route}`, method: "GET", request: () => ({ path }), expected: signedIn(200) })

interface Step {
  step: string
  of: string
  make: (asker: Asker) => Promise<Made>
  expected: (status: number) => Statuses
}

function get({ step, of, make, expected }: Step, status = 200): AccessRow {
  return { route: `routes/byo.$code.${step}`, method: "GET", of, expected: expected(status), request: async (asker) => ({ path: `/byo/${(await make(asker)).code}${step === "_index" ? "" : `/${step}`}` }) }
}

function post({ step, of, make, expected }: Step, fields: () => Record<string, string>, status = 302): AccessRow {
  return { route: `routes/byo.$code.${step}`, method: "POST", of, expected: expected(status), request: async (asker) => ({ path: `/byo/${(await make(asker)).code}/${step}`, form: fields() }) }
}

const at = (version: string) => ({
  edit: () => ({ ...form(), version, ...told() }),
  answer: () => ({ ...form(), version, disposition: "adopt", reason: "It works." }),
})
const steps = ["edit", "answer"] as const

export const byoRows: readonly AccessRow[] = [
  whole("byo._index", "/byo"), whole("byo[.]csv", "/byo.csv"), whole("byo[.]xlsx", "/byo.xlsx"), whole("byo.new", "/byo/new"),
  { route: "routes/byo.new", method: "POST", of: "with a name", request: () => ({ path: "/byo/new", form: { ...form(), ...told() } }), expected: signedIn(302) },
  { route: "routes/byo.new", method: "POST", of: "without a name", request: () => ({ path: "/byo/new", form: { ...form(), ...told(), nameless: "on" } }), expected: signedIn(302) },
  get({ step: "_index", of: "live", make: anothers, expected: signedIn }),
  get({ step: "_index", of: "archived", make: putAway, expected: signedIn }),
  ...steps.flatMap((step) => [
    get({ step, of: "another's", make: anothers, expected: engagers }), post({ step, of: "another's", make: anothers, expected: engagers }, at("1")[step]),
    get({ step, of: "own", make: own, expected: owners }), post({ step, of: "own", make: own, expected: owners }, at("2")[step]),
    get({ step, of: "archived", make: putAway, expected: engagers }, 422), post({ step, of: "archived", make: putAway, expected: engagers }, at("2")[step], 422),
  ]),
  post({ step: "initiative", of: "own", make: own, expected: engagers }, () => ({ ...form(), name: `One board ${randomUUID()}` })),
  post({ step: "archive", of: "own", make: own, expected: engagers }, form), post({ step: "restore", of: "archived", make: putAway, expected: engagers }, form),
  ...["archive", "restore"].map((step): AccessRow => ({
    route: `routes/byo.many.${step}`, method: "POST", of: "any", expected: engagers(302),
    request: async () => ({ path: `/byo/many/${step}`, form: { ...form(), id: (await anothers()).id } }),
  })),
]
