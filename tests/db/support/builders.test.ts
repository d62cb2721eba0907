// The builders make records that the product's own queries find.

import { expect, it } from "vitest"
import { database } from "~/core/database.server"
import { aCompany, aGoal, aPerson, aUnit } from "../../support/builders"

it("makes a company, people, goals and units", async () => {
  await aCompany({ currency: "USD" })
  const planner = await aPerson({ name: "Paula", roles: ["planner"] })
  const pillar = await aGoal({ name: "Grow", weight: 30 }, planner)
  const goal = await aGoal({ parentId: pillar.id })
  const unit = await aUnit({ name: "Support" })
  expect([pillar.code, goal.code, unit.code]).toEqual(["G-1", "G-2", "U-1"])
  const names = await database().selectFrom("element").select("name").orderBy("kind").orderBy("number").execute()
  expect(names.map(({ name }) => name)).toEqual(["Grow", expect.stringMatching(/^Goal/), "Paula", "Support"])
})
