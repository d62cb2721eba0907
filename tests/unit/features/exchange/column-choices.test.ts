// A correction of the columns is kept; a guess that the form repeats stays a guess.
import { expect, test } from "vitest"
import type { FileLook } from "~/features/exchange/brought"
import { withColumns } from "~/features/exchange/column-choices"
import { importColumns } from "~/features/exchange/import.schema"

const column = (key: string, field: string) => ({ key, heading: key, sample: "", field, how: "guessed" as const, note: "" })
const table: FileLook = {
  format: "csv", source: null, encoding: "utf-8", separator: ";", labels: [], relations: [],
  sheets: [{ name: "", kind: "initiative", rows: 3, columns: [column("Project", "name"), column("Lead", ""), column("End", "endsOn")] }],
}
const workbook: FileLook = { ...table, format: "xlsx", sheets: [
  { name: "Goals", kind: "goal", rows: 1, columns: [column("Goals!Name", "name")] },
  { name: "Notes", kind: "skip", rows: 1, columns: [column("Notes!Text", "")] },
] }

test("what the form repeats is not chosen, what differs is", () => {
  const posted = { as: "initiative" as const, column: { Project: "name", Lead: "owner", End: "endsOn" } }
  expect(withColumns({}, posted, table)).toEqual({ columns: { Lead: "owner" } })
})

test("a choice made before can be taken back by choosing again, other choices stay", () => {
  const now = { columns: { Lead: "owner" }, corrections: { 3: { endsOn: "2027-01-01" } }, savedAt: "2026-11-20T10:00:00Z" }
  const look = { ...table, sheets: [{ ...table.sheets[0]!, columns: [column("Lead", "owner")] }] }
  expect(withColumns(now, { column: { Lead: "" } }, look)).toEqual({ ...now, columns: { Lead: "" } })
})

test("rows that are something else have their columns guessed anew", () => {
  expect(withColumns({ columns: { Lead: "owner" } }, { as: "goal", column: { Project: "name", Lead: "owner", End: "" } }, table)).toEqual({ as: "goal" })
  const sheets = withColumns({ columns: { "Goals!Name": "summary" } }, { sheet: { Goals: "goal", Notes: "person" }, column: { "Goals!Name": "summary" } }, workbook)
  expect(sheets).toEqual({ columns: { "Goals!Name": "summary" }, sheets: { Notes: "person" } })
})

test("how the file is read is set, left alone, or given back to the guess", () => {
  const now = { encoding: "windows-1252", decimalComma: true } as const
  expect(withColumns(now, { encoding: null, dayFirst: false }, table)).toEqual({ decimalComma: true, dayFirst: false })
  expect(withColumns(now, {}, table)).toEqual(now)
})

test("labels and relations of a graph are chosen like columns", () => {
  const look: FileLook = { ...table, sheets: [], labels: [{ label: "Team", count: 2, kind: "keep" }], relations: [{ label: "Team OWNS App", count: 2, relation: "uses" }] }
  const posted = { label: { Team: "unit" as const }, relation: { "Team OWNS App": "uses" as const } }
  expect(withColumns({}, posted, look)).toEqual({ labels: { Team: "unit" } })
})

test("the form carries a choice with what it is about; anything else is refused", () => {
  const operationId = "0193b5c0-0000-7000-8000-000000000001"
  const good = importColumns.parse({ operationId, as: "goal", column: ['["Lead [1].x","owner"]', '["End",""]'], separator: "\t", dayFirst: "" })
  expect(good).toMatchObject({ column: { "Lead [1].x": "owner", End: "" }, separator: "\t", dayFirst: null })
  expect(importColumns.parse({ operationId, column: '["End",""]' }).column).toEqual({ End: "" })
  for (const wrong of [{ as: "widget" }, { column: "x" }, { column: '["a"]' }, { column: '["a",{}]' }, { label: '["Team","widget"]' }, { encoding: "latin-9" }, { other: "1" }])
    expect(importColumns.safeParse({ operationId, ...wrong }).success, JSON.stringify(wrong)).toBe(false)
})
