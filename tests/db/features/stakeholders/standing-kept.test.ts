// Where people stand is on no page, in no file and in no API answer of anybody but relationship managers and planners.

import { unzipSync } from "fflate"
import { describe, expect, it } from "vitest"
import { newApiToken } from "~/core/api-token.server"
import { database } from "~/core/database.server"
import type { Role } from "~/core/policy"
import { makeApiToken } from "~/features/exchange/api-tokens.commands.server"
import { saveStanding } from "~/features/stakeholders/stakeholders.commands.server"
import { aPerson, thePreparer } from "../../../support/builders"
import { serverBuild } from "../../../support/built-app"
import { aLandscape } from "../../../support/landscape"
import { pagesOf } from "../../../support/pages"
import { wrappedApp } from "../../../support/wrapped-app"

const build = await serverBuild()
const app = wrappedApp(build)
const landscape = await aLandscape((field) => `Words of ${field}`)
const { person, initiative } = landscape.records
/** "Resistant" is said of nobody but by a standing; the rest are names of its fields in a page's data. */
const traces = /resistant|engagementNow|engagementWanted|standing-cell|standingVersion/i
/** A copy of the whole database, for the one who looks after the installation; no other page may hold it. */
const wholeDatabase = "routes/settings.backup[.]zip"

const { operationId } = await saveStanding(await aPerson({ name: "Bea Bond", roles: ["brm"] }), { personId: person.id, subjectId: initiative.id, version: 1, engagementNow: "resistant", influence: 4 })

async function answerOf(path: string, cookie: string | null, headers: Record<string, string> = {}): Promise<string> {
  const bytes = new Uint8Array(await (await app.ask(path, cookie, { headers })).arrayBuffer())
  const words = new TextDecoder()
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return words.decode(bytes)
  return Object.values(unzipSync(bytes)).map((file) => words.decode(file)).join("\n")
}

/** The data of a page as its own scripts ask for it. */
const dataOf = (path: string) => path.replace(/^([^?]*?)\/?(\?.*)?$/, (_whole, bare: string, query = "") => `${bare === "" ? "/_root" : bare}.data${query as string}`)

const more = [`/people/${person.code}?done=${operationId}`, `/?done=${operationId}`, "/settings/history?kind=standing", `/history?about=${person.code}`]

describe.each(["viewer", "contributor", "admin"] satisfies Role[])("a %s", (role) => {
  it("finds no trace of it on any page or in any file", async () => {
    const cookie = await app.cookieOf((await aPerson({ roles: [role] })).personId)
    const paths = [...pagesOf(build, landscape).filter(({ route }) => route !== wholeDatabase).map(({ path }) => path), ...more]
    const found: string[] = []
    for (const path of paths) for (const address of [path, dataOf(path)]) if (traces.test(await answerOf(address, cookie))) found.push(address)
    expect(found).toEqual([])
  })

  it("learns nothing from the order, a filter or the columns of the list, and cannot take it back", async () => {
    const cookie = await app.cookieOf((await aPerson({ roles: [role] })).personId)
    const plain = await answerOf("/stakeholders.csv", cookie)
    for (const query of ["sort=-priority", "quarter=work+closely", "quarter=unknown", "columns=influence,priority"]) expect(await answerOf(`/stakeholders.csv?${query}`, cookie), query).toBe(plain)
    expect(await answerOf("/search/results?q=resistant", cookie)).not.toContain(person.code)
    const before = await database().selectFrom("standing").select(["engagementNow", "version"]).where("subjectId", "=", initiative.id).executeTakeFirst()
    await app.ask(`/undo/${operationId}`, cookie, { form: { operationId: "0193a000-0000-7000-8000-00000000000a" } })
    expect(await database().selectFrom("standing").select(["engagementNow", "version"]).where("subjectId", "=", initiative.id).executeTakeFirst()).toEqual(before)
  })
})

it("is in no answer to a program", async () => {
  const { secret, tokenHash } = newApiToken()
  await makeApiToken(landscape.admin, { name: "A program", days: 30, tokenHash })
  for (const { path } of pagesOf(build, landscape).filter(({ path }) => path.startsWith("/api/"))) expect(await answerOf(path, null, { Origin: "", "Sec-Fetch-Site": "", Authorization: `Bearer ${secret}` }), path).not.toMatch(/resistant|engagementNow|"influence"/i)
})

it("is seen by relationship managers and planners, so that this test could fail", async () => {
  for (const role of ["brm", "planner"] satisfies Role[]) {
    const cookie = await app.cookieOf((await aPerson({ roles: [role] })).personId)
    for (const path of [`/people/${person.code}`, "/stakeholders", "/stakeholders.csv", "/stakeholders.xlsx", `/stakeholders/grid?about=${initiative.code}`, `/people/${person.code}/standing`]) expect(await answerOf(path, cookie), `${role} ${path}`).toMatch(traces)
  }
  expect(thePreparer.roles).toContain("planner")
})
