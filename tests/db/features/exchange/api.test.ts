// The API as its own document describes it: each path asked with a token, each answer judged by an independent validator.

import Ajv from "ajv"
import { describe, expect, it } from "vitest"
import { newApiToken } from "~/core/api-token.server"
import { database } from "~/core/database.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { chainKinds, kindWords, type ChainKind } from "~/features/elements/element"
import { endApiToken, makeApiToken } from "~/features/exchange/api-tokens.commands.server"
import { aPerson, thePreparer } from "../../../support/builders"
import { serverBuild } from "../../../support/built-app"
import { aLandscape } from "../../../support/landscape"
import { wrappedApp } from "../../../support/wrapped-app"

type Json = { [key: string]: unknown }
interface Operation {
  parameters: { name: string; example: unknown; schema: object }[]
  responses: Record<string, { content: { "application/json": { schema: object } } }>
}

const app = wrappedApp(await serverBuild())
const { admin, records } = await aLandscape((field) => `Words of ${field}`)
const { secret, tokenHash } = newApiToken()
await makeApiToken(admin, { name: "Sheets", days: 30, tokenHash })

const bare = { Origin: "", "Sec-Fetch-Site": "" }
const ask = (path: string, headers: Record<string, string> = {}, method?: string) => app.ask(path, null, { headers: { ...bare, Authorization: `Bearer ${secret}`, ...headers }, ...(method ? { method } : {}) })
const read = async (path: string) => (await (await ask(path)).json()) as Json
const document = (await read("/api/v1/openapi.json")) as { openapi: string; servers: { url: string }[]; paths: Record<string, { get: Operation }>; components: Json }

/** Judges by the schemas of the document alone. */
const judge = new Ajv({ allErrors: true, unknownFormats: ["uuid", "uri"] }).addSchema({ $id: "document", components: document.components })
function faultsOf(schema: object, answer: unknown): string {
  const text = JSON.stringify(schema).replaceAll('"#/', '"document#/')
  judge.validate(JSON.parse(text) as object, answer)
  return judge.errorsText()
}

const addressOf = (path: string, asked: Record<string, unknown> = {}) => `/api/v1${path}?${new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]))}`

describe.each(Object.entries(document.paths))("%s", (path, { get }) => {
  const { schema } = get.responses["200"]?.content["application/json"] ?? { schema: {} }

  it("answers as the document says, with its examples and without", async () => {
    for (const asked of [{}, Object.fromEntries(get.parameters.map(({ name, example }) => [name, example]))]) {
      const answer = await ask(addressOf(path, asked))
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"])
      const whole = (await answer.json()) as Json
      expect(faultsOf(schema, whole)).toBe("No errors")
      if ("items" in whole) expect((whole.items as unknown[]).length).toBeGreaterThan(0)
    }
  })

  it("refuses as the document says", async () => {
    const refusal = (status: string) => get.responses[status]?.content["application/json"].schema ?? {}
    const stranger = await ask(addressOf(path), { Authorization: `Bearer tl_${"x".repeat(43)}` })
    expect([stranger.status, stranger.headers.get("www-authenticate")]).toEqual([401, 'Bearer error="invalid_token"'])
    expect(faultsOf(refusal("401"), await stranger.json())).toBe("No errors")
    for (const asked of get.parameters.flatMap(({ name }) => ["x", "-1", "1'--", "99999999999", ""].map((value) => ({ [name]: value })))) {
      const answer = await ask(addressOf(path, asked))
      expect(answer.status, JSON.stringify(asked)).toBe(400)
      expect(faultsOf(refusal("400"), await answer.json())).toBe("No errors")
    }
    const post = await ask(`/api/v1${path}`, {}, "POST")
    expect([post.status, post.headers.get("allow")]).toEqual([405, "GET, HEAD"])
  })
})

it("the document is of version 3.1, says where the API is, and the validator finds what does not fit", () => {
  expect([document.openapi, document.servers]).toEqual(["3.1.0", [{ url: `${app.origin}/api/v1` }]])
  expect(Object.keys(document.paths)).toHaveLength(16)
  const page = { $ref: "#/components/schemas/GoalsPage" }
  expect(faultsOf(page, { items: [], next: null })).toBe("No errors")
  expect(faultsOf(page, { items: [{ id: "G-1" }], next: null })).toContain("should have required property")
  expect(faultsOf(page, { items: [], next: null, more: 1 })).toContain("should NOT have additional properties")
})

describe("lists", () => {
  async function everything(path: string): Promise<Json[]> {
    const items: Json[] = []
    for (let next: string | null = `${app.origin}${path}`; next !== null; ) {
      const page = (await read(next.replace(app.origin, ""))) as { items: Json[]; next: string | null }
      items.push(...page.items)
      next = page.next
    }
    return items
  }

  it("give every record once, however small the pages", async () => {
    const counts = await database().selectFrom("element").select(["kind", (eb) => eb.fn.countAll<string>().as("n")]).where("archivedAt", "is", null).where("kind", "in", chainKinds).groupBy("kind").execute()
    for (const { kind, n } of counts) {
      const path = `/api/v1${kindWords[kind as ChainKind].path}`
      const all = await everything(path)
      expect(new Set(all.map(({ id }) => id)).size, kind).toBe(Number(n))
      expect(await everything(`${path}?limit=1`), kind).toEqual(all)
    }
    expect(await everything("/api/v1/links?limit=2")).toEqual(await everything("/api/v1/links"))
    expect(await everything("/api/v1/links")).toHaveLength(10)
  })

  it("say what the screens say", async () => {
    const goal = (await everything("/api/v1/goals")).find(({ id }) => id === records.goal.code)
    expect(goal).toMatchObject({ name: "Words of goal.name", stage: "active", health: "at risk", ownerName: "Words of account.name", weight: 10 })
    expect((await everything("/api/v1/initiatives")).find(({ id }) => id === records.initiative.code)).toMatchObject({ health: "at risk", progress: 0.2, budget: "1000.00" })
    expect(await everything("/api/v1/budgets")).toEqual([{ initiative: records.initiative.code, initiativeName: "Words of initiative.name", year: new Date().getUTCFullYear(), amount: "1000.00" }])
    expect(await everything("/api/v1/commitments")).toContainEqual(expect.objectContaining({
      id: records.commitment.code, name: "Words of commitment.name", summary: "Words of commitment.summary", unit: records.unit.code, ownerName: "Words of account.name", state: "late", daysLate: 1, timesMoved: 1, keptOn: null,
    }))
    expect((await everything("/api/v1/relationships")).find(({ unit }) => unit === records.unit.code)).toMatchObject({ business: 1, it: null, gap: null, latePromises: 1, reviewOverdue: false })
    for (const list of ["commitments", "relationships"]) expect(await everything(`/api/v1/${list}?limit=1`), list).toEqual(await everything(`/api/v1/${list}`))
    expect(JSON.stringify(await everything("/api/v1/people"))).not.toContain("email")
  })

  it("that are not there are named", async () => {
    const answer = await ask("/api/v1/secrets")
    expect([answer.status, await answer.json()]).toMatchObject([404, { message: expect.stringContaining("goals, measures") as string }])
    expect((await ask("/api/v1/goals/G-1")).status).toBe(404)
  })
})

it("the figures and the graph are those of the screens", async () => {
  const { figures, graph } = await currentAlignment(database())
  const told = (await read("/api/v1/figures")) as { alignment: Json }
  const { goalCoverage, spendCoverage, serviceCoverage, sayDoGap, counts } = figures
  const { goals, goalsServed, initiatives, services } = counts
  expect(told.alignment).toMatchObject({ goalCoverage, spendCoverage, serviceCoverage, sayDoGap, counts: { goals, goalsServed, initiatives, services } })
  const drawn = (await read("/api/v1/graph")) as { nodes: Json[]; links: Json[] }
  expect(drawn.nodes.map(({ id }) => id)).toEqual(graph.nodes.map(({ code }) => code))
  expect(drawn.links).toHaveLength(graph.links.length)
  expect(drawn.links).toContainEqual({ from: records.initiative.code, relation: "contributes to", to: records.goal.code, strength: 9, isPrimary: true, note: "Words of link.contributes to.note", indirect: false })
})

describe("who may", () => {
  it("anybody who is signed in, and nobody else", async () => {
    const viewer = await aPerson({ roles: ["viewer"] })
    expect((await app.ask("/api/v1/goals", await app.cookieOf(viewer.personId))).status).toBe(200)
    const answer = await app.ask("/api/v1/goals")
    expect([answer.status, answer.headers.get("www-authenticate"), answer.headers.get("location")]).toEqual([401, "Bearer", null])
  })

  it("a token opens no page, and none at all once it is ended", async () => {
    const other = newApiToken()
    const { id } = await makeApiToken(thePreparer, { name: "Ended", days: 30, tokenHash: other.tokenHash })
    const headers = { Authorization: `Bearer ${other.secret}` }
    expect((await app.ask("/settings/people", null, { headers })).status).toBe(302)
    expect((await ask("/api/v1/goals", headers)).status).toBe(200)
    await endApiToken(admin, { id })
    const answer = await ask("/api/v1/goals", headers)
    expect([answer.status, await answer.json()]).toMatchObject([401, { message: expect.stringContaining("ended") as string }])
    expect(app.lines.join()).not.toContain(other.secret.slice(3))
  })

  it("a token made on screen is shown in the answer, and nowhere afterwards", async () => {
    const cookie = await app.cookieOf(admin.personId)
    const form = { operationId: "0193a000-0000-7000-8000-0000000000bb", name: "On screen", days: "30" }
    const answer = await app.ask("/settings/tokens", cookie, { form, headers: { Accept: "text/html" } })
    const [made = ""] = /tl_[\w-]{43}/.exec(await answer.text()) ?? []
    expect((await ask("/api/v1/goals", { Authorization: `Bearer ${made}` })).status).toBe(200)
    for (const path of ["/settings/tokens", "/settings/history"]) {
      const page = await (await app.ask(path, cookie)).text()
      expect(page, path).toContain("On screen")
      expect(page, path).not.toContain(made)
    }
    expect(app.lines.join()).not.toContain(made.slice(3))
  })
})
