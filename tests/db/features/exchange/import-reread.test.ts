// Reading a file again after a correction: what was chosen for single rows of the preview stays with rows that are the same.

import { beforeAll, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { acceptOffers, correctCell, takeSide, tickRows } from "~/features/exchange/import-choices.server"
import { rereadImport, startImport } from "~/features/exchange/import-job.server"
import { findImport, importRows } from "~/features/exchange/imports.queries.server"
import { updateGoal } from "~/features/goals/goals.commands.server"
import { aCompany, aGoal, anInitiative, thePreparer } from "../../../support/builders"
import { anImport, anOffer, aRecord, bringing, named } from "../../../support/brought"

beforeAll(() => aCompany())

const rowsOf = async (id: string) => (await importRows(database(), id, { offset: 0, limit: 200 })).rows
const ticksOf = async (id: string) => Object.fromEntries((await rowsOf(id)).map(({ name, verdict, ticked }) => [name, `${verdict}${ticked ? "" : ", not ticked"}`]))
async function goalsFile(lines: readonly string[], savedAt?: string): Promise<string> {
  const bytes = new TextEncoder().encode(["Goal,Weight,Owner", ...lines].join("\n"))
  const { id, done } = await startImport(thePreparer, { name: "goals.csv", bytes, choices: {}, ...(savedAt === undefined ? {} : { savedAt }) })
  await done
  return id
}
async function untick(id: string, ...names: string[]): Promise<void> {
  const ns = (await rowsOf(id)).filter(({ name }) => names.includes(name)).map(({ n }) => n)
  expect(ns).toHaveLength(names.length)
  await tickRows(thePreparer, id, { ns, ticked: false })
}

it("keeps ticks that were taken away, of new and of changed rows, and of people whom the file only names", async () => {
  await aGoal({ name: "Stands already", weight: 20 })
  const id = await goalsFile(["Wanted,10,", "Not wanted,10,Cy Example", "Stands already,30,Di Example", "Mistyped,many,"])
  await untick(id, "Not wanted", "Stands already", "Cy Example")
  expect(await ticksOf(id)).toMatchObject({ Mistyped: "refused, not ticked" })
  await (await correctCell(thePreparer, id, { line: 5, field: "weight", text: "40" })).done
  expect(await ticksOf(id)).toEqual({
    Wanted: "new", "Not wanted": "new, not ticked", "Stands already": "changed, not ticked", Mistyped: "new", "Cy Example": "new, not ticked", "Di Example": "new",
  })
  // a row that is ticked again is not unticked by what was chosen before
  await tickRows(thePreparer, id, { verdict: "new", ticked: true })
  await (await correctCell(thePreparer, id, { line: 5, field: "weight", text: "50" })).done
  expect(await ticksOf(id)).toMatchObject({ "Not wanted": "new", "Cy Example": "new", "Stands already": "changed, not ticked" })
})

it("keeps the side that was chosen where somebody changed the same field, and what another row says stays open", async () => {
  const [one, two] = [await aGoal({ name: "Mine counts", weight: 20 }), await aGoal({ name: "Theirs counts", weight: 20 })]
  for (const { id } of [one, two]) await updateGoal(thePreparer, { id, version: 1, weight: 25 })
  const id = await goalsFile(["Mine counts,30,", "Theirs counts,30,", "Wrong,many,"], "2020-01-01T00:00:00Z")
  const row = (await rowsOf(id)).find(({ name }) => name === "Mine counts")
  await takeSide(thePreparer, id, row?.n ?? -1, "weight", "mine")
  await (await correctCell(thePreparer, id, { line: 4, field: "weight", text: "40" })).done
  const sides = (await rowsOf(id)).map(({ name, ticked, changes }) => [name, ticked, changes.find(({ field }) => field === "weight")?.clash?.take])
  expect(sides).toEqual([["Mine counts", true, "mine"], ["Theirs counts", false, "theirs"], ["Wrong", true, undefined]])
})

it("keeps accepted offers and their strength", async () => {
  await anInitiative({ name: "Offered work" })
  await aGoal({ name: "Offered goal" })
  const rows = [
    anOffer(named("Offered work", "initiative"), "contributes to", named("Offered goal", "goal"), [{ type: "Outcome", name: "Between" }]),
    aRecord("goal", "Beside it"),
  ]
  const id = await anImport(rows)
  await acceptOffers(thePreparer, id, { all: true, strength: 9 })
  await (await rereadImport(thePreparer, id, {}, bringing(rows))).done
  const offer = (await rowsOf(id)).find(({ verdict }) => verdict === "offered")
  expect(offer?.ticked).toBe(true)
  expect(offer?.changes.find(({ field }) => field === "strength")?.after).toBe("Strong")
  expect((await findImport(database(), id)).toWrite).toBe(2)
})

it("lets a choice go with a row that is another one now", async () => {
  const id = await goalsFile(["First,10,", "Second,10,"])
  await untick(id, "First")
  await (await correctCell(thePreparer, id, { line: 2, field: "name", text: "First of all" })).done
  expect(await ticksOf(id)).toEqual({ "First of all": "new", Second: "new" })
})
