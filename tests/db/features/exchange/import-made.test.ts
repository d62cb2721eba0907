// Units that a file only names: they become records, once, or what names them is left out where that was chosen.

import { beforeAll, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { defaultsFor } from "~/features/exchange/import-more-cards"
import { rereadImport, startImport } from "~/features/exchange/import-job.server"
import { applyImport } from "~/features/exchange/imports.commands.server"
import { findImport, importRows } from "~/features/exchange/imports.queries.server"
import { tickRows } from "~/features/exchange/import-choices.server"
import { aCompany, aUnit, thePreparer } from "../../../support/builders"

beforeAll(() => aCompany())

const rowsOf = async (id: string) => (await importRows(database(), id, { offset: 0, limit: 200 })).rows
async function projects(lines: readonly string[], defaults: Record<string, string> = {}): Promise<string> {
  const bytes = new TextEncoder().encode(["project_name,department,end_date", ...lines].join("\n"))
  const { id, done } = await startImport(thePreparer, { name: "projects.csv", bytes, choices: { defaults } })
  await done
  return id
}
async function affected(name: string): Promise<string[]> {
  const rows = await database()
    .selectFrom("link").innerJoin("element as unit", "unit.id", "link.toId").innerJoin("element as work", "work.id", "link.fromId")
    .select("unit.name").where("work.name", "=", name).where("relation", "=", "affects").execute()
  return rows.map((row) => row.name)
}

it("makes each unit once, with what names it, and the same file again changes nothing", async () => {
  await aUnit({ name: "Post room" })
  const lines = ["Move the mail,post room,2027-01-31", "Sort the mail,Sorting office,2027-01-31", "Count the mail,SORTING  office; Post room,2027-02-28"]
  const id = await projects(lines)
  const rows = await rowsOf(id)
  expect(rows.filter(({ kind }) => kind === "unit").map(({ name, verdict, place }) => [name, verdict, place])).toEqual([["Sorting office", "new", "Row 3"]])
  expect(rows.filter(({ verdict }) => verdict === "refused")).toEqual([])
  const view = await findImport(database(), id)
  expect(defaultsFor(view.report, view.choices, view.look).find(({ key }) => key === "unit.unknown")).toEqual({
    key: "unit.unknown", label: "Units we do not have yet", value: "make", choices: { make: "Become new units", leave: "Are left out" },
  })
  await applyImport(thePreparer, { importId: id })
  expect(await affected("Count the mail")).toEqual(expect.arrayContaining(["Sorting office", "Post room"]))
  expect((await rowsOf(await projects(lines))).map(({ verdict }) => verdict)).not.toContain("new")
})

it("a row that is refused makes nothing", async () => {
  const rows = await rowsOf(await projects(["Bad dates,Office of dates,one day"]))
  expect(rows.map(({ kind, verdict }) => [kind, verdict])).toEqual([["initiative", "refused"]])
})

it("leaves out what names an unknown unit where that is chosen, and the choice stays in sight", async () => {
  const lines = ["Paint the van,Garage,2027-01-31"]
  const id = await projects(lines)
  await (await rereadImport(thePreparer, id, { defaults: { "unit.unknown": "leave" } })).done
  const rows = await rowsOf(id)
  expect(rows.map(({ kind, verdict }) => [kind, verdict])).toEqual([["initiative", "new"]])
  const view = await findImport(database(), id)
  expect(view.report.links).toEqual({})
  expect(defaultsFor(view.report, view.choices, view.look).find(({ key }) => key === "unit.unknown")?.value).toBe("leave")
  await applyImport(thePreparer, { importId: id })
  expect(await affected("Paint the van")).toEqual([])
  await expect(projects(lines, { "unit.unknown": "perhaps" })).rejects.toThrow(/made .* or left out/)
})

it("a unit that is unticked in the preview takes the links to it along", async () => {
  const id = await projects(["Wash the van,Car wash,2027-01-31"])
  const unit = (await rowsOf(id)).find(({ kind }) => kind === "unit")
  await tickRows(thePreparer, id, { ns: [unit?.n ?? -1], ticked: false })
  await applyImport(thePreparer, { importId: id })
  expect(await affected("Wash the van")).toEqual([])
  expect(await database().selectFrom("element").select("id").where("name", "=", "Car wash").execute()).toEqual([])
})
