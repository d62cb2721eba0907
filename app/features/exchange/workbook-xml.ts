// The parts of a workbook as XML text: cells typed, so that text is never read as a formula.

export type SheetValue = string | number | boolean | null
/** How a cell's value is written: numbers and dates as such, so that a spreadsheet counts and sorts them. */
export type SheetType = "text" | "number" | "money" | "date"

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const ofDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const ofPackage = "http://schemas.openxmlformats.org/package/2006"
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
/** More than this a spreadsheet refuses to open. */
const mostCharacters = 32_767
const styles: Record<SheetType | "heading", number> = { text: 0, number: 0, heading: 1, money: 2, date: 3 }

/** The files around the sheets, with their paths in the workbook. */
export function workbookParts(sheetNames: readonly string[]): { name: string; text: string }[] {
  const numbered = sheetNames.map((name, index) => ({ name, n: index + 1 }))
  const part = (path: string, type: string) => `<Override PartName="/${path}" ContentType="${spreadsheet}.${type}+xml"/>`
  const relation = (n: number, type: string, target: string) => `<Relationship Id="rId${n}" Type="${ofDocument}/${type}" Target="${target}"/>`
  return [
    {
      name: "[Content_Types].xml",
      text: `${head}<Types xmlns="${ofPackage}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("xl/workbook.xml", "sheet.main")}${part("xl/styles.xml", "styles")}${numbered.map(({ n }) => part(sheetPath(n), "worksheet")).join("")}</Types>`,
    },
    { name: "_rels/.rels", text: `${head}<Relationships xmlns="${ofPackage}/relationships">${relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>` },
    {
      name: "xl/workbook.xml",
      text: `${head}<workbook xmlns="${main}" xmlns:r="${ofDocument}"><sheets>${numbered.map(({ name, n }) => `<sheet name="${escaped(name)}" sheetId="${n}" r:id="rId${n}"/>`).join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: `${head}<Relationships xmlns="${ofPackage}/relationships">${numbered.map(({ n }) => relation(n, "worksheet", `worksheets/sheet${n}.xml`)).join("")}${relation(numbered.length + 1, "styles", "styles.xml")}</Relationships>`,
    },
    { name: "xl/styles.xml", text: stylesXml },
  ]
}

/** Where the sheet with this number, from 1, lies in the workbook. */
export function sheetPath(n: number): string {
  return `xl/worksheets/sheet${n}.xml`
}

/** The beginning of a sheet: its first line, the headings, stays in sight. */
export function sheetBegin(columns: readonly { heading: string; type: SheetType }[]): string {
  const widths = columns.map(({ type }, index) => `<col min="${index + 1}" max="${index + 1}" width="${type === "text" ? 28 : 14}" customWidth="1"/>`)
  const view = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  const headings = columns.map(({ heading }, index) => textCell(`${columnName(index)}1`, heading, styles.heading))
  return `${head}<worksheet xmlns="${main}">${view}<cols>${widths.join("")}</cols><sheetData><row r="1">${headings.join("")}</row>`
}

/** One line of a sheet; `n` is its number, and the headings are line 1. */
export function sheetRow(n: number, values: readonly SheetValue[], types: readonly SheetType[]): string {
  const cells = values.map((value, index) => (value === null || value === "" ? "" : cell(`${columnName(index)}${n}`, value, types[index] ?? "text")))
  return `<row r="${n}">${cells.join("")}</row>`
}

/** The end of a sheet. */
export const sheetEnd = "</sheetData></worksheet>"

function cell(place: string, value: string | number | boolean, type: SheetType): string {
  const number = type === "date" ? serialDay(String(value)) : type === "text" ? null : exactNumber(value)
  if (number === null) return textCell(place, String(value), styles.text)
  return `<c r="${place}"${styles[type] === 0 ? "" : ` s="${styles[type]}"`}><v>${number}</v></c>`
}

function textCell(place: string, text: string, style: number): string {
  return `<c r="${place}"${style === 0 ? "" : ` s="${style}"`} t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, mostCharacters))}</t></is></c>`
}

// A number that a spreadsheet would round (it keeps 15 digits) stays text.
function exactNumber(value: string | number | boolean): string | null {
  const text = String(value)
  return /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, "").replace(/^0+/, "").length <= 15 ? text : null
}

// Days since the last of 1899; before March 1900 spreadsheets disagree, so such a date stays text.
function serialDay(date: string): string | null {
  const days = (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
  return days >= 61 ? String(days) : null
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

// What XML cannot hold, and text that looks like it, is written as the format's own _xHHHH_.
function escaped(text: string): string {
  return text
    .replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_")
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, (mark) => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replace(/[&<>"]/g, (mark) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[mark] ?? "&quot;")
}

const stylesXml = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
