// Files that go out: headers, types, and no cell that a spreadsheet would run.
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

  it("is a spreadsheet", async () => {
    const answer = await xlsxFile({ name: "Initiatives", columns, portions: portions() })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect(new TextDecoder().decode(bytes.slice(0, 2))).toBe("PK")
    expect(bytes.length).toBeGreaterThan(1000)
  })
})
