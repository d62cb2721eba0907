// Nodes and edges that come in two files: the edges are read with what the nodes became, also by a kind chosen for a label.

import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { beforeAll, describe, expect, it } from "vitest"
import { database } from "~/core/database.server"
import type { FileChoices } from "~/features/exchange/brought"
import { startImport } from "~/features/exchange/import-job.server"
import { sumOf } from "~/features/exchange/import-sentence"
import { applyImport } from "~/features/exchange/imports.commands.server"
import { findImport, importReport } from "~/features/exchange/imports.queries.server"
import { aCompany, thePreparer } from "../../../support/builders"

beforeAll(() => aCompany())

async function preview(name: string, bytes: Uint8Array, choices: FileChoices = {}) {
  const { id, done } = await startImport(thePreparer, { name, bytes, choices })
  await done
  return { ...(await findImport(database(), id)), report: await importReport(database(), id) }
}
const text = (lines: readonly string[]) => new TextEncoder().encode(lines.join("\n"))

it("two nodes that we have no word for are joined by nothing of ours, whatever the edge is called", async () => {
  const nodes = await preview("nodes.csv", text(["id,label,name", "x1,Supplier,Paper Ltd", "x2,Contract,Paper", "x3,Business_Function,Testing", "x4,Business_Area,Health", "x5,Squad,Blue team", "x6,Project,New forms"]), { labels: { Squad: "unit" } })
  expect(nodes.report).toMatchObject({ kinds: { capability: { new: 2 }, unit: { new: 1 }, initiative: { new: 1 } }, kept: { elements: 2 }, problems: [] })
  await applyImport(thePreparer, { importId: nodes.id })
  const edges = await preview("edges.csv", text(["from,to,type", "x1,x2,delivers", "x3,x4,serves", "x5,x6,responsible_for", "x9,x8,delivers"]))
  expect(edges.look?.relations).toEqual(expect.arrayContaining([
    { label: "Supplier delivers Contract", count: 1, relation: "keep" }, { label: "Business_Function serves Business_Area", count: 1, relation: "part of" },
    { label: "Squad responsible_for Project", count: 1, relation: "affects" },
  ]))
  // an edge between nodes that nobody brought is named
  expect(edges.report).toMatchObject({
    links: { affects: { new: 1 }, "part of": { new: 1 }, delivers: { new: 0, refused: 1 } }, kept: { relationships: 1 },
    problems: [{ where: "Row 5", problem: expect.stringContaining("nothing with the id x9") as string }, { where: "Row 5" }],
  })
})

it("two graphs that count from the same number stay apart, and next year's file of one finds its own", async () => {
  const rows = (name: string) => text(["id,label,name", `1,Project,${name}`])
  const bring = async (file: string, name: string) => {
    const { id, report } = await preview(file, rows(name))
    await applyImport(thePreparer, { importId: id })
    return report.kinds.initiative
  }
  expect(await bring("harbour-nodes-2025.csv", "New cranes")).toMatchObject({ new: 1 })
  expect(await bring("hearth-nodes.csv", "New ovens")).toMatchObject({ new: 1, changed: 0 })
  expect(await bring("Harbour nodes 2026.csv", "Newer cranes")).toMatchObject({ new: 0, changed: 1 })
})

const portfolio = fileURLToPath(new URL("../../../../../shared/data/portfolio/", import.meta.url))
describe.skipIf(!existsSync(portfolio))("the portfolio of the shared data", () => {
  it("comes in as nodes and then edges, with no row refused and none lost", async () => {
    const read = (name: string) => readFileSync(`${portfolio}${name}`)
    const nodes = await preview("federal-health-nodes.csv", read("federal-health-nodes.csv"))
    expect(nodes.report.problems).toEqual([])
    expect(sumOf(nodes.report.kinds).new + nodes.report.kept.elements).toBe(2796)
    await applyImport(thePreparer, { importId: nodes.id })
    const edges = await preview("federal-health-edges.csv", read("federal-health-edges.csv"))
    const links = sumOf(edges.report.links)
    expect([links.new, links.refused]).toEqual([edges.toWrite, 0])
    expect(links.new + links.unchanged + edges.report.kept.relationships).toBe(3677)
    await applyImport(thePreparer, { importId: edges.id })
    const again = await preview("federal-health-edges.csv", read("federal-health-edges.csv"))
    expect([again.toWrite, sumOf(again.report.links).refused]).toEqual([0, 0])
  }, 180_000)
})
