// Real tables of real organisations, by their counts; skipped by name where the shared files are absent.
import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import type { Brought } from "~/features/exchange/brought"
import { broughtTable } from "~/features/exchange/table-brought.server"

const data = fileURLToPath(new URL("../../../../../shared/data/", import.meta.url))

async function read(folder: string, name: string) {
  const { look, rows } = await broughtTable({ name, bytes: readFileSync(`${data}${folder}/${name}`) }, {}, {})
  const counts: Record<string, number> = {}
  const ids = new Set<string>()
  const problems: Brought["problems"][number][] = []
  for await (const row of rows) {
    const key = row.problems.length > 0 ? `${row.part} refused` : row.part
    counts[key] = (counts[key] ?? 0) + 1
    if (row.part === "record" && row.foreignId) ids.add(row.foreignId)
    problems.push(...row.problems)
  }
  return { look, counts, ids, problems }
}

describe.skipIf(!existsSync(`${data}projects`))("major projects of the shared data", () => {
  it("load as initiatives, what is withheld named by row and column; the second year finds 206 of the first by their numbers", async () => {
    const first = await read("projects", "major-projects-2022.csv")
    const second = await read("projects", "major-projects-2023.csv")
    for (const { look } of [first, second]) {
      expect(look).toMatchObject({ encoding: "Windows-1252", separator: ";", source: { key: "table:initiative project_number" } })
      expect(look.sheets[0]!.kind).toBe("initiative")
    }
    expect([first.counts, second.counts]).toEqual([{ record: 214, "record refused": 21, link: 214 }, { record: 209, "record refused": 35, link: 209 }])
    expect([...first.problems, ...second.problems].every(({ column }) => ["colour_rating", "start_date", "end_date"].includes(column ?? ""))).toBe(true)
    expect([...second.ids].filter((id) => first.ids.has(id))).toHaveLength(206)
  })
})

describe.skipIf(!existsSync(`${data}portfolio`))("the portfolio of the shared data", () => {
  it("loads node by node and edge by edge", async () => {
    const nodes = await read("portfolio", "federal-health-nodes.csv")
    expect(nodes.counts).toEqual({ element: 2796, record: 984 })
    const edges = await read("portfolio", "federal-health-edges.csv")
    expect(edges.counts.relationship).toBe(3677)
    expect(edges.look.relations.find(({ label }) => label === "is_a_type_of")).toEqual({ label: "is_a_type_of", count: 721, relation: "improves" })
  })
})
