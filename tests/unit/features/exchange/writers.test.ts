// Files that go out: headers, types, and no cell that a spreadsheet would run.
import readWorkbook from "read-excel-file/node"
import { describe, expect, it } from "vitest"
import type { FileColumn } from "~/features/elements/list"
import { csvFile } from "~/features/exchange/csv-writer.server"
import { xlsxFile } from "~/features/exchange/xlsx-writer.server"

interface Row {
  name: string
  budget: string | null
  on: string | null
}

const columns: FileColumn<Row>[] = [
  { label: "Name", kind: "text", of: (row) => row.name },
  { label: "Budget", kind: "money", of: (row) => row.budget },
  { label: "Starts", kind: "date", of: (row) => row.on },
]
async function* portions() {
  yield [{ name: `=HYPERLINK("x")`, budget: "-5.00", on: "2027-03-31" }]
  yield [{ name: "New web shop, \"phase 2\"", budget: null, on: null }]
}

describe("a list as a file", () => {
  it("is CSV with guarded text and plain numbers", async () => {
    const answer = csvFile({ name: "Initiatives", columns, portions: portions() })
    expect(answer.headers.get("Content-Disposition")).toBe(`attachment; filename="Initiatives.csv"`)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toBe(
      `Name,Budget,Starts\r\n"'=HYPERLINK(""x"")",-5.00,2027-03-31\r\n"New web shop, ""phase 2""",,\r\n`,
    )
  })

  it("is a spreadsheet of one sheet, with numbers and days as such", async () => {
    const answer = xlsxFile({ name: "Initiatives", columns, portions: portions() })
    expect(answer.headers.get("Content-Disposition")).toBe(`attachment; filename="Initiatives.xlsx"`)
    const book = Buffer.from(await answer.arrayBuffer())
    expect(await readWorkbook(book)).toEqual([{
      sheet: "Initiatives",
      data: [["Name", "Budget", "Starts"], [`=HYPERLINK("x")`, -5, new Date("2027-03-31T00:00:00Z")], ["New web shop, \"phase 2\"", null, null]],
    }])
  })

  it("is a spreadsheet also without a row", async () => {
    async function* none(): AsyncGenerator<Row[]> {}
    const book = Buffer.from(await xlsxFile({ name: "Goals and everything that belongs to them", columns, portions: none() }).arrayBuffer())
    expect(await readWorkbook(book)).toEqual([{ sheet: "Goals and everything that belon", data: [["Name", "Budget", "Starts"]] }])
  })

  it.each([["spreadsheet", xlsxFile<Row>], ["CSV", csvFile<Row>]])("is written as it is taken as %s, and no further once nobody takes it", async (_kind, write) => {
    let given = 0
    let ended = false
    async function* many() {
      try {
        for (; given < 500; given += 1) yield Array.from({ length: 500 }, (_, at) => ({ name: `Row ${given} ${at} ${Math.sin(at + given)}`, budget: null, on: null }))
      } finally {
        ended = true
      }
    }
    const reader = write({ name: "Long", columns, portions: many() }).body?.getReader()
    while (given < 3) expect((await reader?.read())?.done).toBe(false)
    await reader?.cancel()
    expect(given).toBeLessThan(100)
    expect(ended).toBe(true)
  })
})
