// Ids that are guessed, or off by one character: whoever asks learns nothing of any record, and nothing is written.

import { randomInt, randomUUID } from "node:crypto"
import { describe, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { publicRoutes } from "~/core/http.server"
import { parseCode } from "~/features/elements/element"
import { aCompany, aPerson } from "../support/builders"
import { serverBuild } from "../support/built-app"
import { wrappedApp } from "../support/wrapped-app"
import { accessMatrix } from "./access.matrix"
import type { AccessRow, SampleRequest } from "./access/row"

const app = wrappedApp(await serverBuild())
await aCompany()
// one who may change almost nothing, and one who may change everything that is there
const names = ["Zq Contributor", "Zq Planner"]
const strangers = [await aPerson({ name: names[0], roles: ["contributor"] }), await aPerson({ name: names[1], roles: ["planner", "admin"] })]
const cookies = await Promise.all(strangers.map(({ personId }) => app.cookieOf(personId)))

const key = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/g
const code = /\b([GISAFCUPW])-\d+\b/g
const isId = (value: string) => value.replace(key, "").replace(code, "") === "" && value !== ""

/** Two ways to guess: anything at all, and one digit beside an id that is there. */
const guesses: Record<string, (text: string) => string> = {
  "at random": (text) => text.replace(key, () => randomUUID()).replace(code, (_all, letter: string) => `${letter}-${randomInt(1_000_000, 999_999_999)}`),
  "one digit beside": (text) => text.replace(key, (id) => id.slice(0, -1) + (id.endsWith("0") ? "1" : "0")).replace(code, (id) => `${id}00000`),
}

/** The names of a form's fields that hold an id. */
const idFields = ({ form = {} }: SampleRequest) => Object.keys(form).filter((name) => name !== "operationId" && name !== "name" && isId(form[name] ?? ""))

function guessed(sample: SampleRequest, guess: (text: string) => string): SampleRequest {
  const path = guess(sample.path)
  if (!sample.form) return { path }
  const replaced = Object.fromEntries(idFields(sample).map((name) => [name, guess(sample.form?.[name] ?? "")]))
  return { path, form: { ...sample.form, ...replaced, operationId: randomUUID() } }
}

/** The names of the records that a request is about; what it only picks from a list everybody is shown does not count. */
async function namesOf(sample: SampleRequest): Promise<string[]> {
  const about = idFields(sample).filter((name) => !["goalId", "personId", "subjectId"].includes(name)).map((name) => sample.form?.[name] ?? "")
  const ids = [sample.path, ...about].flatMap((text) => text.match(key) ?? [])
  const numbers = [...sample.path.matchAll(code)].map(([short]) => parseCode(short))
  const elements = await database().selectFrom("element").select(["id", "kind", "number", "name"]).execute()
  return elements.filter(({ id, kind, number }) => ids.includes(id) || numbers.some((one) => one?.kind === kind && one.number === number)).map(({ name }) => name)
}

const tells = (body: string, name: string) => new RegExp(`${name}(?!\\d)`).test(body)

async function changesWritten(): Promise<string> {
  return (await database().selectFrom("change").select((is) => is.fn.countAll<string>().as("count")).executeTakeFirstOrThrow()).count
}

/** One row for each door is enough: who owns what makes no difference for a record that is not there. */
const doors = new Map(accessMatrix.filter(({ route }) => !publicRoutes.includes(route)).map((row) => [`${row.method} ${row.route}`, row] as const))
let asked = 0

describe.each([...doors])("%s", (_door: string, row: AccessRow) => {
  it("tells and does nothing", async () => {
    const sample = await row.request(null)
    if (sample.path.search(key) < 0 && sample.path.search(code) < 0 && idFields(sample).length === 0) return
    const [hidden, before] = [await namesOf(sample), await changesWritten()]
    for (const [how, guess] of Object.entries(guesses)) {
      for (const [turn, cookie] of cookies.entries()) {
        const { path, form } = guessed(sample, guess)
        const answer = await app.ask(path, cookie, form ? { form } : {})
        const [body, said] = [await answer.text(), `${how}, as ${names[turn] ?? ""}: ${path}`]
        if (form) expect([400, 403, 404, 409, 422], said).toContain(answer.status)
        else expect([200, 403, 404], said).toContain(answer.status)
        expect(hidden.filter((name) => tells(body, name)), said).toEqual([])
        asked += 1
      }
    }
    expect(await changesWritten()).toBe(before)
  })
})

it("was asked some hundreds of times", () => {
  expect(asked).toBeGreaterThan(300)
})
