// A workbook written in pieces is read by others as it was meant: every text comes back, numbers and dates are typed.

import fc from "fast-check"
import readWorkbook, { readSheet } from "read-excel-file/node"
import { describe, expect, it } from "vitest"
import { sheetBegin, sheetEnd, sheetPath, sheetRow, workbookParts, type SheetType, type SheetValue } from "~/features/exchange/workbook-xml"
import { zipped } from "~/features/exchange/zip-stream.server"

async function bytesOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of bytes) parts.push(part)
  return Buffer.concat(parts)
}

/** A workbook whose every sheet holds these rows. */
function workbook(names: string[], types: SheetType[], rows: SheetValue[][]): Promise<Buffer> {
  const text = [sheetBegin(types.map((type, index) => ({ heading: `Column ${index}`, type }))), ...rows.map((row, index) => sheetRow(index + 2, row, types)), sheetEnd]
  return bytesOf(zipped([
    ...workbookParts(names).map(({ name, text: part }) => ({ name, content: [part] })),
    ...names.map((_name, index) => ({ name: sheetPath(index + 1), content: text })),
  ]))
}

describe("a workbook", () => {
  it("has its sheets in order, under their names", async () => {
    const book = await workbook(["Goals", "Use & <more>"], ["text"], [["One"]])
    const rows = [["Column 0"], ["One"]]
    expect(await readWorkbook(book)).toEqual([{ sheet: "Goals", data: rows }, { sheet: "Use & <more>", data: rows }])
  })

  it("has numbers, money and days as such, and what would lose digits as text", async () => {
    const book = await workbook(["A"], ["number", "money", "date", "number", "date"], [[30, "320000.50", "2027-03-31", "12345678901234.5678", "1899-01-01"]])
    expect((await readSheet(book))[1]).toEqual([30, 320000.5, new Date("2027-03-31T00:00:00Z"), "12345678901234.5678", "1899-01-01"])
  })

  it("keeps the place of a cell after empty ones, also past the 26th column", async () => {
    const row = [...Array.from({ length: 27 }, () => null), "far"]
    expect((await readSheet(await workbook(["A"], row.map(() => "text" as const), [row])))[1]).toEqual(row)
  })

  it("cuts a text where a spreadsheet would refuse the file", async () => {
    const [, row] = await readSheet(await workbook(["A"], ["text"], [["x".repeat(40_000)]]))
    expect(String(row?.[0])).toHaveLength(32_767)
  })

  it("has no formula, whatever a text begins with, and gives every text back", async () => {
    const hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "<f>1</f>", "_x0041_", "line\r\nbreak", "tab\there", "null \u0000 mark", "]]>", "&amp;", "half \ud800 pair", "007"]
    await fc.assert(fc.asyncProperty(fc.array(fc.string({ unit: "binary", minLength: 1, maxLength: 20 }), { maxLength: 60 }), async (texts) => {
      const all = [...hostile, ...texts].map((text) => `.${text}.`)
      const rows = await readSheet(await workbook(["A"], ["text"], all.map((text) => [text])))
      expect(rows.slice(1).map(([text]) => text)).toEqual(all)
    }), { numRuns: 8 })
    const book = [sheetBegin([{ heading: "A", type: "text" }]), ...hostile.map((text, index) => sheetRow(index + 2, [text], ["text"]))].join("")
    expect(book).not.toContain("<f>")
  })
})
