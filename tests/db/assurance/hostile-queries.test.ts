// Hostile text in every parameter of every list, search and map: never a failure, and never a row that a harmless address does not show.

import { describe, expect, it } from "vitest"
import { applicationList } from "~/features/applications/application-list"
import { functionList } from "~/features/applications/function-list"
import { capabilityList } from "~/features/capabilities/capability-list"
import { archiveGoals } from "~/features/goals/many-goals.commands.server"
import { goalListSpec } from "~/features/goals/goal-list"
import { initiativeListSpec } from "~/features/initiatives/initiative-list"
import { personList } from "~/features/people/person-list"
import { serviceList } from "~/features/services/service-list"
import { unitList } from "~/features/units/unit-list"
import { aGoal, thePreparer } from "../../support/builders"
import { serverBuild } from "../../support/built-app"
import { aLandscape } from "../../support/landscape"
import { patternOf } from "../../support/pages"
import { injections, queryPayloads } from "../../support/payloads"
import { wrappedApp, type Asked } from "../../support/wrapped-app"

const build = await serverBuild()
const app = wrappedApp(build)
const { admin, records } = await aLandscape((field) => `Words of ${field}`)
const cookie = await app.cookieOf(admin.personId)
const hidden = await aGoal({ name: "Archived" })
await archiveGoals(thePreparer, { ids: [hidden.id], archived: true })

const usual = ["q", "sort", "group", "columns", "page", "done", "view"]
const mapNames = ["kind", "relation", "with", "stage", "goal-status", "lifecycle", "unit", "owner", "year", "gaps", "money", "finished", "open", "trace", "focus", "depth", "present", "theme", "pillar", "at"]
const lists = {
  goals: goalListSpec, initiatives: initiativeListSpec, services: serviceList, applications: applicationList, functions: functionList,
  capabilities: capabilityList, units: unitList, people: personList,
}
const others: Record<string, readonly string[]> = {
  "/_root.data": ["done"],
  "/map.data": [...usual, ...mapNames],
  "/map.svg": mapNames,
  "/map/chain.data": mapNames,
  "/search.data": ["q", "page"],
  "/search/results": ["q"],
  "/history.data": ["about", "page", "kind", "by", "from", "to"],
  "/settings/history.data": ["about", "page", "kind", "by", "from", "to"],
  "/figures/gaps.data": ["year", "page", "done"],
  "/ask.data": ["about", "of"],
  "/link.data": ["about", "way", "q"],
  "/gaps/accept.data": ["about", "gap"],
  "/sign-in.data": ["next"],
  "/goals/new.data": ["part-of", "in"],
  "/initiatives/many/goal.data": ["id"],
}

/** Every payload takes its time: without ALL_PAYLOADS=1 each parameter meets every twelfth, others at every step. */
const stride = process.env.ALL_PAYLOADS === "1" ? 1 : 12

/** Addresses in which the names meet the payloads: the payloads go round, each name some steps further. */
function mixed(path: string, names: readonly string[]): string[] {
  return queryPayloads.flatMap((_first, turn) => {
    if (turn % stride !== 0) return []
    const query = names.map((name, step) => `${encodeURIComponent(name)}=${encoded(queryPayloads[(turn + step * 7) % queryPayloads.length] ?? "")}`)
    return [`${path}?${query.join("&")}`]
  })
}

/** As a browser would encode it; half a surrogate pair goes as the bytes that no encoder makes. */
function encoded(text: string): string {
  return /^[\ud800-\udfff]$/.test(text) ? "%ED%A0%80" : encodeURIComponent(text)
}

async function failuresAmong(addresses: readonly string[], asked: Asked = {}): Promise<string[]> {
  const failed: string[] = []
  for (const address of addresses) {
    const answer = await app.ask(address, cookie, asked)
    await answer.arrayBuffer()
    if (answer.status >= 500) failed.push(`${answer.status} ${address.slice(0, 300)}`)
  }
  return failed
}

it("there are two hundred payloads", () => {
  expect(queryPayloads.length).toBeGreaterThanOrEqual(200)
})

describe("nothing fails", () => {
  const asked = [...Object.entries(lists).map(([name, spec]) => [`/${name}.data`, [...usual, ...spec.filters]] as const), ...Object.entries(others)]
  it.each(asked)("%s", async (path, names) => {
    expect(await failuresAmong(mixed(path, names))).toEqual([])
  }, 240_000)

  it("where a short id is expected", async () => {
    const places = [...Object.keys(lists).map((name) => `/${name}/`), "/figures/", "/set-password/"]
    const addresses = places.flatMap((place, step) => queryPayloads.filter((_payload, index) => index % places.length === step).map((payload) => place + encoded(payload)))
    expect(await failuresAmong(addresses)).toEqual([])
    expect(await failuresAmong(["/goals/G-0", "/goals/G-999999999", "/goals/G-99999999999", "/goals/%", "/goals/%E0%A4%A", "/%", "/%00", "//", "/goals//"])).toEqual([])
  })

  it("where an action is given an id of nothing, or of no id's form", async () => {
    const actions = Object.values(build.routes).flatMap((route) => (route?.module.action && route.id !== "routes/sign-out" ? [`${patternOf(build, route.id)}.data`] : []))
    const unknown = ["'", "0193a000-0000-7000-8000-000000000009"]
    const addresses = actions.flatMap((pattern) => (pattern.includes(":") ? unknown.map((id) => pattern.replace(/:\w+/g, encodeURIComponent(id))) : [pattern]))
    const forms: Record<string, string>[] = [{ operationId: "0193a000-0000-7000-8000-00000000000a", version: "1", field: "name", value: "x", answer: "x" }, { version: "9".repeat(30), ids: "x", id: "x" }]
    for (const form of forms) expect(await failuresAmong(addresses, { form })).toEqual([])
  }, 240_000)
})

describe("no row appears that a harmless address does not show", () => {
  async function codesIn(address: string): Promise<string[]> {
    const answer = await app.ask(address, cookie)
    expect(answer.status, address).toBe(200)
    return [...new Set((await answer.text()).match(/(?<=^|[",\n])(?:Words|Archived)[^",\n]*/g) ?? [])].sort()
  }

  it.each(Object.entries(lists))("%s", async (name, spec) => {
    const harmless = await codesIn(`/${name}.csv`)
    expect(harmless.length).toBeGreaterThan(0)
    expect(harmless.join()).not.toContain("Archived")
    for (const parameter of [...usual, ...spec.filters]) {
      for (const payload of injections.filter((_payload, index) => index % (stride === 1 ? 1 : 5) === 0)) {
        const rows = await codesIn(`/${name}.csv?${parameter}=${encodeURIComponent(payload)}`)
        if (rows.length > 0 && rows.join() !== harmless.join()) expect(`${parameter}=${payload}: ${rows.join()}`).toBe(`all of ${harmless.join()}, or none`)
      }
    }
  }, 240_000)
})

it("what everybody knows is still there", async () => {
  expect((await app.ask(`/goals/${records.goal.code}`, cookie)).status).toBe(200)
})
