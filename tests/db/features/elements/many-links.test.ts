// Linking many pairs in one step: all of them or none, under the rules of a single link.

import { beforeAll, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { createLinks } from "~/features/elements/links.commands.server"
import { linksOf } from "~/features/elements/links.queries.server"
import { aCompany, aGoal, anInitiative, aPerson, thePreparer } from "../../../support/builders"

beforeAll(() => aCompany())

it("makes all of them, the first goal being the main one", async () => {
  const [work, first, second] = [await anInitiative(), await aGoal(), await aGoal()]
  const links = [first, second].map((goal) => ({ fromId: work.id, relation: "contributes to" as const, toId: goal.id, strength: 3 as const, note: "because" }))
  expect(await createLinks(thePreparer, { links })).toMatchObject({ count: 2 })
  const made = await linksOf(database(), work.id)
  expect(made.filter(({ isPrimary }) => isPrimary).map(({ toId }) => toId)).toEqual([first.id])
})

it("refuses a circle within what is asked, and makes none", async () => {
  const [a, b] = [await anInitiative(), await anInitiative()]
  const links = [{ fromId: a.id, relation: "requires" as const, toId: b.id }, { fromId: b.id, relation: "requires" as const, toId: a.id }]
  await expect(createLinks(thePreparer, { links })).rejects.toThrow(/circle/)
  expect(await linksOf(database(), a.id)).toEqual([])
})

it("is for who owns an end of each pair", async () => {
  const contributor = await aPerson({ roles: ["contributor"] })
  const [work, goal] = [await anInitiative(), await aGoal()]
  await expect(createLinks(contributor, { links: [{ fromId: work.id, relation: "contributes to", toId: goal.id, strength: 3, note: "because" }] })).rejects.toThrow(/owner/)
})
