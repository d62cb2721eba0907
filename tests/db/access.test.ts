// The role matrix: every loader and action of the built app, asked by every role and by nobody.

import { beforeAll, describe, expect, it } from "vitest"
import type { Role } from "~/core/policy"
import { aCompany, aPerson, type SignedInActor } from "../support/builders"
import { serverBuild } from "../support/built-app"
import { asker, doorsOf, unmatched } from "../support/route-doors"
import { accessMatrix } from "./access.matrix"
import { identities, type AccessRow, type Identity } from "./access/row"

const build = await serverBuild()
const ask = asker(build)
const people = new Map<Identity, SignedInActor>()

beforeAll(async () => {
  await aCompany()
  for (const identity of identities) if (identity !== "anonymous") people.set(identity, await aPerson({ name: `The ${identity}`, roles: [identity satisfies Role] }))
})

it("has a row for every door, and a door for every row", () => {
  expect(unmatched(doorsOf(build), accessMatrix)).toEqual([])
})

describe("a missing row is noticed", () => {
  const door = { route: "routes/goals", method: "GET" } as const

  it("for a route nobody listed", () => {
    expect(unmatched([door], [])).toEqual(["GET routes/goals has no row in the access matrix"])
    expect(unmatched([door, { ...door, method: "POST" }], [door])).toEqual(["POST routes/goals has no row in the access matrix"])
  })

  it("for a row whose route is gone", () => {
    expect(unmatched([], [door])).toEqual(["GET routes/goals is a row without a route"])
  })

  it("because loaders and actions are read from the build", () => {
    const routes = { "routes/x": { id: "routes/x", path: "x", module: { default: null, loader: () => null } } }
    expect(doorsOf({ routes } as unknown as Parameters<typeof doorsOf>[0])).toEqual([{ route: "routes/x", method: "GET" }])
  })
})

const sentence = ({ method, route, of }: AccessRow) => `${method} ${route}${of ? ` (${of})` : ""}`

describe.each(accessMatrix.map((row) => [sentence(row), row] as const))("%s", (_sentence, row) => {
  it.each(identities)("as %s", async (identity) => {
    const who = people.get(identity) ?? null
    const request = await row.request(who)
    expect(request.form ? "POST" : "GET", "a POST row sends a form").toBe(row.method)
    expect(await ask(who, request)).toBe(row.expected[identity])
  })
})
