// Search: by short id, by words in any order, folded, with two slips forgiven, and never by archived records.

import { beforeAll, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { createGoal } from "~/features/goals/goals.commands.server"
import { archiveGoals } from "~/features/goals/many-goals.commands.server"
import { searchElements } from "~/features/elements/search.queries.server"
import { aCompany, thePreparer } from "../../../support/builders"

let code = ""
beforeAll(async () => {
  await aCompany()
  for (const name of ["Cut order time by 20 %", "Größere Läden öffnen", "Refunds in three days", "100% uptime_now", "Second data centre"]) {
    const goal = await createGoal(thePreparer, { name })
    code ||= goal.code
  }
  const old = await createGoal(thePreparer, { name: "Order fax machines" })
  await archiveGoals(thePreparer, { ids: [old.id], archived: true })
})
const names = async (typed: string) => (await searchElements(database(), typed)).map((element) => element.name)

it.each([
  ["order", "Cut order time by 20 %"], ["TIME cut", "Cut order time by 20 %"], ["grossere laden", "Größere Läden öffnen"],
  ["refnuds", "Refunds in three days"], ["secnod data center", "Second data centre"], ["cu", "Cut order time by 20 %"],
])("%s finds %s", async (typed, name) => expect(await names(typed)).toContain(name))

it("jumps to a short id however it is typed", async () => expect(await names(code.toLowerCase().replace("-", ""))).toEqual(["Cut order time by 20 %"]))
it("takes % and _ for letters", async () => {
  expect(await names("100%")).toEqual(["100% uptime_now"])
  expect(await names("%%%")).toEqual([])
})
it("leaves archived records out", async () => expect(await names("fax machines")).not.toContain("Order fax machines"))
it("finds nothing for nothing", async () => expect(await names("  ")).toEqual([]))
