// Workbooks with the parts as Excel itself writes them: prefixes, shared texts, styles, both calendars, formulas, joined cells.
import { describe, expect, it } from "vitest"
import type { Brought, BroughtRecord } from "~/features/exchange/brought"
import { broughtTable } from "~/features/exchange/table-brought.server"
import { xlsxSheets } from "~/features/exchange/xlsx-sheets.server"
import { madeZip } from "../../../support/made-zip"

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const documentRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"

/** Cell formats of the fixture: plain, short date, own date, percent, accounting, and a duration that is no date. */
const styles = `${head}<styleSheet xmlns="${main}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac x16r2"><numFmts count="3"><numFmt numFmtId="164" formatCode="[$-407]d\\.\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="_-* #,##0.00\\ &quot;days&quot;_-;\\-* #,##0.00_-;_-* &quot;-&quot;??_-;_-@_-"/><numFmt numFmtId="166" formatCode="[h]:mm:ss"/></numFmts><fonts count="1" x14ac:knownFonts="1" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"><alignment horizontal="left"/></xf><xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`

interface Made {
  rows: string
  texts?: readonly string[]
  calendar1904?: boolean
  dimension?: string
  after?: string
}

/** The parts in the order that Excel packs them; the sheet lies second, behind one that is hidden. */
function excelBook({ rows, texts = [], calendar1904 = false, dimension = "A1", after = "" }: Made): Buffer {
  const relation = (n: number, type: string, target: string) => `<Relationship Id="rId${n}" Type="${documentRelations}/${type}" Target="${target}"/>`
  const sheet = (data: string, more = "") => `${head}<worksheet xmlns="${main}" xmlns:r="${documentRelations}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr xr2 xr3" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{00000000-0001-0000-0000-000000000000}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${dimension}"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><selection activeCell="B4" sqref="B4"/></sheetView></sheetViews><sheetFormatPr baseColWidth="10" defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="1" max="16384" width="30.7109375" bestFit="1" customWidth="1"/></cols><sheetData>${data}</sheetData>${more}<pageMargins left="0.7" right="0.7" top="0.78740157499999996" bottom="0.78740157499999996" header="0.3" footer="0.3"/></worksheet>`
  return madeZip([
    { name: "[Content_Types].xml", content: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>` },
    { name: "_rels/.rels", content: `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>` },
    { name: "xl/workbook.xml", content: `${head}<workbook xmlns="${main}" xmlns:r="${documentRelations}"><fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="27328"/><workbookPr ${calendar1904 ? 'date1904="1" ' : ""}defaultThemeVersion="166925"/><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15"><x15ac:absPath url="C:\\Plans\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="12300" activeTab="1"/></bookViews><sheets><sheet name="Lists" sheetId="3" state="veryHidden" r:id="rId2"/><sheet name="Initiatives" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">Initiatives!$A$1:$G$4</definedName></definedNames><calcPr calcId="191029"/></workbook>` },
    { name: "xl/_rels/workbook.xml.rels", content: `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation(5, "sharedStrings", "sharedStrings.xml")}${relation(4, "styles", "styles.xml")}${relation(3, "theme", "theme/theme1.xml")}${relation(2, "worksheet", "/xl/worksheets/sheet1.xml")}${relation(1, "worksheet", "worksheets/sheet2.xml")}</Relationships>` },
    { name: "xl/worksheets/sheet1.xml", content: sheet('<row r="1"><c r="A1"><v>1</v></c></row>') },
    { name: "xl/worksheets/sheet2.xml", content: sheet(rows, after) },
    { name: "xl/styles.xml", content: styles },
    { name: "xl/sharedStrings.xml", content: `${head}<sst xmlns="${main}" count="${texts.length * 2}" uniqueCount="${texts.length}">${texts.map((text) => `<si>${text}</si>`).join("")}</sst>` },
  ])
}

const shared = (address: string, n: number) => `<c r="${address}" t="s"><v>${n}</v></c>`
async function sheetsOf(bytes: Buffer) {
  const sheets = await xlsxSheets(bytes)
  return Promise.all(sheets.map(async ({ name, rows }) => {
    const found = []
    for await (const row of rows()) found.push(row)
    return { name, rows: found }
  }))
}
async function recordsOf(bytes: Buffer): Promise<BroughtRecord[]> {
  const rows: Brought[] = []
  for await (const row of (await broughtTable({ name: "plan.xlsx", bytes }, {}, {})).rows) rows.push(row)
  return rows.filter((row) => row.part === "record")
}

describe("a workbook as Excel writes it", () => {
  it("has its visible sheet read, whatever order its parts have and whatever its dimension claims", async () => {
    const texts = ["<t>Initiative</t>", "<t xml:space=\"preserve\">Start\ndate</t>", "<t>Budget 2026</t>", "<t>Steps done %</t>", "<r><rPr><b/><sz val=\"11\"/></rPr><t xml:space=\"preserve\">New </t></r><r><rPr><sz val=\"11\"/></rPr><t>web shop</t></r><phoneticPr fontId=\"1\"/>", "<t>Summary</t>"]
    const rows = `<row r="1" spans="1:5" x14ac:dyDescent="0.25">${["A", "B", "C", "D"].map((column, n) => shared(`${column}1`, n)).join("")}${shared("E1", 5)}</row>
      <row r="2" spans="1:5" ht="30" customHeight="1" x14ac:dyDescent="0.25">${shared("A2", 4)}<c r="B2" s="2"><v>46054</v></c><c r="C2" s="4"><f>SUM(C10:C12)*1000</f><v>320000.10000000003</v></c><c r="D2" s="3"><v>0.3</v></c><c r="E2" t="str"><f t="shared" ref="E2:E3" si="0">A2&amp;"!"</f><v>New web shop!</v></c></row>
      <row r="3"><c r="A3" t="inlineStr"><is><r><t xml:space="preserve">Old </t></r><r><rPr><i/></rPr><t>shop</t></r></is></c><c r="B3" s="1"><v>46055.5</v></c><c r="C3" s="4"/><c r="D3" s="3"/><c r="E3" t="str"><f t="shared" si="0"/><v></v></c></row>
      <row r="4" s="2" customFormat="1"><c r="A4" s="1"/><c r="B4" s="2"/></row><row r="1048576" s="2" customFormat="1"><c r="A1048576" s="1"/><c r="XFD1048576" s="1"/></row>`
    const bytes = excelBook({ rows, texts, dimension: "A1:B2" })
    expect((await sheetsOf(bytes)).map(({ name, rows }) => [name, rows.length])).toEqual([["Initiatives", 3]])
    const records = await recordsOf(bytes)
    expect(records.map(({ name, fields, problems }) => ({ name, fields, problems }))).toEqual([
      { name: "New web shop", fields: { startsOn: "2026-02-01", "budget-2026": "320000.10", progress: 30, summary: "New web shop!" }, problems: [] },
      { name: "Old shop", fields: { startsOn: "2026-02-02", "budget-2026": null, progress: null, summary: null }, problems: [] },
    ])
  })

  it("counts its days from 1904 where it says so, and takes no duration for a date", async () => {
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>Goal</t></is></c></row><row r="2"><c r="A2" s="1"><v>44592</v></c><c r="B2" s="5"><v>1.5</v></c><c r="C2" t="b"><v>0</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#N/A</v></c></row>`
    const [sheet] = await sheetsOf(excelBook({ rows, calendar1904: true }))
    expect(sheet?.rows[1]?.cells).toEqual([{ day: "2026-02-01" }, 1.5, false, true, { broken: "The formula in this cell has the error #N/A." }])
  })

  it("gives cells that are joined downwards the value that people see in them, and titles none to the right", async () => {
    const rows = `<row r="1">${shared("A1", 0)}<c r="B1"/></row><row r="3">${shared("A3", 1)}${shared("B3", 2)}</row><row r="4">${shared("A4", 3)}${shared("B4", 4)}</row><row r="5"><c r="A5"/>${shared("B5", 5)}</row><row r="6"><c r="A6"/></row><row r="7">${shared("B7", 6)}</row>`
    const texts = ["Our plan", "Part of", "Goal", "Grow", "Sell online", "Sell abroad", "Stay small"].map((text) => `<t>${text}</t>`)
    const [sheet] = await sheetsOf(excelBook({ rows, texts, after: '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A4:A6"/></mergeCells>' }))
    expect(sheet?.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, "Our plan", null], [3, "Part of", "Goal"], [4, "Grow", "Sell online"], [5, "Grow", "Sell abroad"], [7, null, "Stay small"],
    ])
  })
})
