// Excel workbooks: values as people see them, and hostile or damaged ones stopped by the cap that is meant for them.
import { randomBytes } from "node:crypto"
import readXlsxFile from "read-excel-file/universal"
import { describe, expect, it } from "vitest"
import writeXlsxFile from "write-excel-file/node"
import type { Brought } from "~/features/exchange/brought"
import { cellText, type SheetRow } from "~/features/exchange/sheet"
import { broughtTable } from "~/features/exchange/table-brought.server"
import { xlsxSheets } from "~/features/exchange/xlsx-sheets.server"
import { cellAddress, dayOfNumber, numberLook } from "~/features/exchange/xlsx-parts"
import { zipEntries } from "~/features/exchange/zip-entries.server"
import { madeWorkbook, madeZip } from "../../../support/made-zip"

async function rowsOf(bytes: Buffer): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of (await xlsxSheets(bytes))[0]!.rows()) rows.push(row)
  return rows
}
const all = (bytes: Buffer) => zipEntries(bytes, () => true)
const text = (address: string, value: string) => `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`

describe("values", () => {
  it("are the same as another reader finds in a workbook that a third program wrote", async () => {
    const bytes = await writeXlsxFile([
      { sheet: "Goals", data: [["Goal", "Weight", "Due", "Done"].map((value) => ({ value })), [{ value: "Größe & <b>" }, { value: 12.5 }, { value: new Date("2027-03-31T00:00:00Z"), format: "dd.mm.yyyy" }, { value: true }]] },
      { sheet: "Units", data: [[{ value: "Unit" }], [{ value: "  Sales " }]] },
    ]).toBuffer()
    const other = await readXlsxFile(new Uint8Array(bytes).buffer, { trim: false })
    const sheets = await xlsxSheets(bytes)
    expect(sheets.map(({ name }) => name)).toEqual(other.map(({ sheet }) => sheet))
    for (const [index, sheet] of sheets.entries()) {
      const rows: string[][] = []
      for await (const { cells } of sheet.rows()) rows.push(cells.map(cellText))
      expect(rows).toEqual(other[index]!.data.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? "")))))
    }
  })

  it("are those last worked out; an error and a formula without a result are no blanks", async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs></styleSheet>`
    const texts = `<sst><si><r><t>Sell </t></r><r><t>online</t></r><rPh><t>x</t></rPh></si></sst>`
    const rows = await rowsOf(madeWorkbook(
      `<row r="1">${text("A1", "Title only")}</row>
      <row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" s="1"><v>46348</v></c><c r="D3" s="2"><v>0.95</v></c><c r="E3"><f>1+1</f><v>2</v></c><c r="F3" t="str"><f>A1</f><v>a_x000D_b</v></c></row>
      <row r="4"><c r="A4" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B4"><f>X1</f></c><c r="C4" t="b"><v>1</v></c><c r="D4" t="d"><v>2026-11-22T00:00:00</v></c><c r="E4" t="s"><v>99</v></c></row>`, { styles, texts },
    ))
    expect(rows.map(({ line }) => line)).toEqual([1, 3, 4])
    expect(rows[1]!.cells).toEqual(["Sell online", null, { day: "2026-11-22" }, 95, 2, "a\rb"])
    expect(rows[2]!.cells).toEqual([{ broken: "The formula in this cell has the error #DIV/0!." }, { broken: expect.stringContaining("no result") as string }, true, { day: "2026-11-22" }, { broken: expect.any(String) as string }])
  })

  it("reach the records: a broken formula refuses its row and clears nothing", async () => {
    const bytes = madeWorkbook(`<row r="1">${text("A1", "Initiative")}${text("B1", "Budget 2026")}</row><row r="2">${text("A2", "A")}<c r="B2" t="e"><v>#REF!</v></c></row><row r="3">${text("A3", "B")}</row>`)
    const rows: Brought[] = []
    for await (const row of (await broughtTable({ name: "plan.xlsx", bytes }, {}, {})).rows) rows.push(row)
    expect(rows.map(({ problems }) => problems)).toEqual([[{ column: "Budget 2026", problem: "The formula in this cell has the error #REF!." }], []])
    expect(rows[1]).toMatchObject({ name: "B", fields: { "budget-2026": null } })
  })

  it("know days from numbers in both calendars of Excel, formats and addresses", () => {
    expect([dayOfNumber(1, false), dayOfNumber(59, false), dayOfNumber(61, false), dayOfNumber(46348.75, false), dayOfNumber(44886, true), dayOfNumber(-1, false)]).toEqual(["1900-01-01", "1900-02-28", "1900-03-01", "2026-11-22", "2026-11-22", null])
    expect([numberLook(14, undefined), numberLook(164, '0 "days"'), numberLook(164, "[Red]0.0%"), numberLook(164, "mmm yyyy"), numberLook(0, undefined)]).toEqual(["date", "number", "percent", "date", "number"])
    expect([cellAddress("AB12"), cellAddress("XFD1048576"), cellAddress("12")]).toEqual([{ column: 27, row: 12 }, { column: 16383, row: 1048576 }, null])
  })
})

describe("hostile and damaged files", () => {
  it("a zip bomb is stopped by what it declares", async () => {
    const bomb = madeZip([{ name: "xl/worksheets/sheet1.xml", content: Buffer.alloc(60 * 1024 * 1024) }])
    await expect(all(bomb)).rejects.toThrow(/unpacks to 60 MB, and at most 50 MB are read/)
    await expect(all(madeZip([{ name: "a", content: Buffer.alloc(20 * 1024 * 1024) }]))).rejects.toThrow(/more than 100 times its size/)
    await expect(all(madeZip([{ name: "a", content: Buffer.alloc(20 * 1024 * 1024) }, { name: "b", content: randomBytes(1024 * 1024) }]))).rejects.toThrow(/more than 100 times its size/)
  })

  it("a bomb with forged sizes is stopped when it goes on after what it said", async () => {
    await expect(all(madeZip([{ name: "a", content: Buffer.alloc(60 * 1024 * 1024), claims: 1000 }]))).rejects.toThrow(/holds more than it says/)
  })

  it.each([
    ["names that lead out", [{ name: "../../etc/passwd", content: "x" }], /leads out of it/],
    ["an absolute name", [{ name: "/etc/passwd", content: "x" }], /leads out of it/],
    ["a name with backslashes", [{ name: "..\\x", content: "x" }], /leads out of it/],
    ["a link", [{ name: "a", content: "/etc/passwd", mode: 0o120777 }], /a link to another file/],
    ["too many files", Array.from({ length: 201 }, (_, at) => ({ name: `f${at}`, content: "" })), /holds 201 files, and at most 200/],
    ["one name twice", [{ name: "a", content: "1" }, { name: "a", content: "2" }], /is in it twice/],
  ])("%s", async (_what, entries, sentence) => {
    await expect(all(madeZip(entries))).rejects.toThrow(sentence)
  })

  it("a zip within a zip, and a zip without tables", async () => {
    const read = (entries: Parameters<typeof madeZip>[0]) => broughtTable({ name: "all.zip", bytes: madeZip(entries) }, {}, {})
    await expect(read([{ name: "inner.zip", content: madeZip([{ name: "a.csv", content: "Goal\nA" }]) }])).rejects.toThrow(/another packed file in it, “inner.zip”/)
    await expect(read([{ name: "readme.md", content: "x" }])).rejects.toThrow(/no CSV file/)
  })

  it.each([
    ["100,000 sheets", madeWorkbook("", { workbook: `<workbook xmlns:r="r"><sheets>${'<sheet name="s" r:id="rId1"/>'.repeat(100_000)}</sheets></workbook>` }), /100,000 sheets|100 times/],
    ["a cell far to the right", madeWorkbook(`<row r="1"><c r="XFD1"><v>1</v></c></row>`), /beyond column 500/],
    ["a row far below", madeWorkbook(`<row r="1048576"><c r="A1048576"><v>1</v></c></row>`), /goes on to row 1,048,576/],
    ["rows out of order", madeWorkbook(`<row r="5"/><row r="2"/>`), /out of order/],
    ["a document type", madeWorkbook("", { workbook: `<!DOCTYPE w [<!ENTITY a "b">]><workbook/>` }), /document type/],
    ["tags nested deeply", madeWorkbook(`${"<x>".repeat(2000)}${"</x>".repeat(2000)}`), /nested deeper/],
    ["broken XML", madeWorkbook("<row><c></row>"), /is damaged/],
    ["no workbook", madeZip([{ name: "xl/other.xml", content: "<x/>" }]), /no workbook in it/],
    ["the end cut off", madeWorkbook("").subarray(0, 700), /damaged or was cut off/],
  ])("%s", async (_what, bytes, sentence) => {
    await expect(rowsOf(bytes)).rejects.toThrow(sentence)
  })
})
