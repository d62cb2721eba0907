// Files of tables as people have them: what they are, what their columns mean, and what is refused, with row and column.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { guardCell } from "~/core/csv-guard"
import type { Brought, FileChoices, KnownColumns } from "~/features/exchange/brought"
import { formatOfFile } from "~/features/exchange/file-kind"
import { problemFile } from "~/features/exchange/problem-file.server"
import { broughtTable } from "~/features/exchange/table-brought.server"
import { madeWorkbook, madeZip } from "../../../support/made-zip"

async function read(name: string, content: string | Buffer, choices: FileChoices = {}, known: KnownColumns = {}) {
  const { look, rows } = await broughtTable({ name, bytes: Buffer.from(content) }, choices, known)
  const all: Brought[] = []
  for await (const row of rows) all.push(row)
  const records = all.flatMap((row) => (row.part === "record" ? [row] : []))
  const links = all.flatMap((row) => (row.part === "link" ? [row] : []))
  return { look, all, records, links, problems: all.flatMap((row) => row.problems.map(({ column, problem }) => `${row.place}, ${column}: ${problem}`)) }
}
const columns = (look: Awaited<ReturnType<typeof read>>["look"]) => Object.fromEntries(look.sheets[0]!.columns.map((column) => [column.heading, column.field]))

describe("a file that is not what its name says", () => {
  it.each([
    ["portfolio.csv", madeWorkbook(""), /portfolio.csv is an Excel workbook with another name. Rename it to .xlsx/],
    ["list.xlsx", "a,b\n1,2", /table in plain text.*Rename it to .csv/],
    ["list.xlsx", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /before 2007/],
    ["list.csv", "%PDF-1.7", /is a PDF/],
    ["list.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]), /is an image/],
    ["list.xls", "<html><table><tr><td>1</td></tr></table></html>", /is a web page/],
    ["model.xml", `<?xml version="1.0"?><archimate:model xmlns:archimate="x"/>`, /Archi's own format/],
    ["model.xml", `<model xmlns="http://www.opengroup.org/xsd/archimate"/>`, /older format/],
    ["note.xml", "<note/>", /XML, but no ArchiMate model/],
    ["list.csv", "", /is empty/],
    ["list.csv", "\u0000\u0001\u0002\u0003\u0000\u0001", /none of the kinds/],
    ["list.docx", madeZip([{ name: "word/document.xml", content: "<x/>" }]), /Word document/],
  ])("%s: %#", (name, content, sentence) => {
    expect(() => formatOfFile(name, Buffer.from(content))).toThrow(sentence)
  })
})

describe("CSV", () => {
  const text = "Initiative;Owner;Ends;Budget 2026\nMünchen „neu“;Lund, I.;31.12.2026;1.234,50\n"
  it.each([
    ["UTF-8", Buffer.from(text), "UTF-8"],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`), "UTF-8"],
    ["UTF-16 LE", Buffer.from(`\ufeff${text}`, "utf16le"), "UTF-16"],
    ["UTF-16 BE", Buffer.from(`\ufeff${text}`, "utf16le").swap16(), "UTF-16"],
    ["UTF-16 without a mark", Buffer.from(text, "utf16le"), "UTF-16"],
    ["Windows-1252", Buffer.from(text.replace("„neu“", "\u0084neu\u0093"), "latin1"), "Windows-1252"],
  ])("in %s", async (_name, bytes, encoding) => {
    const { look, records } = await read("list.csv", bytes)
    expect(look).toMatchObject({ encoding, separator: ";" })
    expect(records[0]).toMatchObject({
      kind: "initiative", place: "Row 2", line: 2, name: expect.stringContaining("München") as string,
      fields: { owner: { kinds: ["person"], text: "Lund, I.", by: "any" }, endsOn: "2026-12-31", "budget-2026": "1234.50" },
    })
  })

  it("names a cell in another encoding than the rest", async () => {
    const { problems, records } = await read("list.csv", Buffer.concat([Buffer.from("Goal,Summary\nGrün,fällt\nschön,Größe\nA,"), Buffer.from("K\u00e4se", "latin1"), Buffer.from("\n")]))
    expect(problems).toEqual([expect.stringMatching(/^Row 4, Summary: The text is in another encoding/)])
    expect(records[0]!.fields.summary).toBe("fällt")
  })

  it.each([",", ";", "\t", "|"] as const)("parted by %j, with the others within quotes", async (separator) => {
    const { look, records } = await read("goals.csv", `Goal${separator}Summary${separator}Weight\nA${separator}"x,y;z|\tq""\nb"${separator}5\nB${separator}c${separator}6\n`)
    expect(look.separator).toBe(separator)
    expect(records.map(({ name, line, fields }) => [name, line, fields.summary, fields.weight])).toEqual([["A", 2, 'x,y;z|\tq"\nb', 5], ["B", 3, "c", 6]])
  })

  it("refuses rows that are too long or too short, and cells that cannot be read, with row and column, and keeps the others whole", async () => {
    const { records, problems } = await read("goals.csv", "Goal,Summary,Weight,Due\nA,x,1,2026-01-31\nB,one, two,3,2026-01-31\nC,x\nD,x,many,31.02.2026\n\nE,x,,-\n")
    expect(problems).toEqual([
      "Row 3, null: The row has 5 cells and there are 4 headings. Is there a separator within a text that has no quotes?",
      expect.stringMatching(/^Row 4, Weight: The row has 2 cells and there are 4 headings: it ends before “Weight”/),
      expect.stringMatching(/^Row 5, Weight: “many” is not a number/),
      expect.stringMatching(/^Row 5, Due: “31.02.2026” is no day of the calendar/),
    ])
    expect(records.at(-1)).toMatchObject({ name: "E", line: 7, problems: [], fields: { summary: "x", weight: null, dueOn: null } })
    expect(records.at(-1)!.fields).not.toHaveProperty("owner")
  })

  it.each([
    ["Goal,Summary\nA,\"cut off\nB,x", /The quote that opens in row 2, column B is never closed/],
    ["Goal,Summary\n", /headings and no rows/],
    ["\n\n  \n", /is empty|no rows/],
  ])("refuses %j", async (content, sentence) => {
    await expect(read("list.csv", content)).rejects.toThrow(sentence)
  })

  const manyRows = (count: number) => Buffer.from(`Goal,Weight\n${Array.from({ length: count }, (_, at) => `g${at},1\n`).join("")}`)

  it("reads 200,000 rows", async () => {
    const { rows, look } = await broughtTable({ name: "goals.csv", bytes: manyRows(200_000) }, {}, {})
    let count = 0
    for await (const row of rows) count += row.problems.length === 0 ? 1 : 0
    expect([count, look.sheets[0]!.rows]).toEqual([200_000, 200_000])
  })

  it("refuses one row more than that", async () => {
    await expect(read("goals.csv", manyRows(200_001))).rejects.toThrow(/more than 200,000 rows/)
  })

  it("takes off exactly the guard that an export puts on, for 2,000 cells of any text", async () => {
    const cells = fc.sample(fc.oneof(fc.string({ unit: "grapheme", minLength: 1 }), fc.stringMatching(/^['=+@＝\t-]{1,3}[a-z0-9]*$/)), { numRuns: 2000, seed: 7 }).filter((text) => text.trim() !== "")
    const quoted = (text: string) => `"${guardCell(text).replaceAll('"', '""')}"`
    const { records } = await read("goals.csv", `\ufeffGoal,Summary\r\n${cells.map((text, at) => `g${at},${quoted(text)}\r\n`).join("")}`)
    expect(records.map(({ fields }) => fields.summary)).toEqual(cells)
  })
})

describe("columns", () => {
  it("are guessed from headings and cells, each field once; a heading that stands twice fills one field with both", async () => {
    const { look, records } = await read(
      "plan.csv",
      "Project,Ref,Goal,Budget 26/27,Go live,Lead,RAG,RAG,Cost centre\nNew web shop,I-34,Cut order time,320.000\u002c00,31.03.2027,Lund I.,,amber,4711\nVans,I-35,,\u00a31,22.03.2027,,green,red,\n".replace("320.000,00", '"320.000,00"'),
    )
    expect(columns(look)).toEqual({ Project: "name", Ref: "code", Goal: "goals", "Budget 26/27": "budget-2026", "Go live": "endsOn", Lead: "owner", RAG: "health", "Cost centre": "" })
    expect(look.sheets[0]!.columns.map(({ note }) => note)).toEqual([
      "", "finds the record", "", "read as 320,000.00", "day, month, year", "", "stands twice: the first that is not blank counts",
      "amber is at risk; red is off track; stands twice: the first that is not blank counts", "pick one to keep it",
    ].map((note, at) => (at === 6 ? `green is on track; ${note}` : note)))
    expect(records.map(({ code, fields }) => [code, fields.health, fields["budget-2026"]])).toEqual([["I-34", "at risk", "320000.00"], ["I-35", "on track", "1.00"]])
    expect(new Set(look.sheets[0]!.columns.map(({ key }) => key)).size).toBe(9)
  })

  it("are known from last time, and chosen ones win", async () => {
    const content = "Project,Boss,End\nA,Lund I.,2026-01-01\n"
    const known = { "initiative boss": "sponsor", "initiative end": "" }
    const { look } = await read("plan.csv", content, { as: "initiative" }, known)
    expect(look.sheets[0]!.columns.map(({ field, how }) => [field, how])).toEqual([["name", "guessed"], ["sponsor", "known from last time"], ["", "not used"]])
    const again = await read("plan.csv", content, { as: "initiative", columns: { "!B": "owner", "!C": "endsOn" } }, known)
    expect(again.look.sheets[0]!.columns.map(({ field, how }) => [field, how])).toEqual([["name", "guessed"], ["owner", "chosen"], ["endsOn", "chosen"]])
  })

  it("take the file's own choices: order of dates, decimal sign, values and corrected cells", async () => {
    const content = "Project;Start;Budget 2026;RAG\nA;04/05/2026;1,234;violet\nB;04/06/2026;2,5;secret\n"
    expect((await read("p.csv", content)).problems).toHaveLength(5)
    const { records, problems } = await read("p.csv", content, {
      dayFirst: true, values: { "health=violet": "at risk", "health=secret": "" }, corrections: { "2": { "budget-2026": "1234" } },
    })
    expect(problems).toEqual([])
    expect(records.map(({ fields }) => [fields.startsOn, fields["budget-2026"], fields.health])).toEqual([["2026-05-04", "1234.00", "at risk"], ["2026-06-04", "2.50", null]])
  })

  it.each([
    ["Department,Headcount\nA,1", "unit"], ["Application name,Vendor\nA,b", "application"], ["KPI,Goal,Target\nA,b,1", "measure"], ["From,Relation,To\nI-1,contributes to,G-1", "link"],
    ["from,to,type\n1,2,pays", "edge"], ["id,label,name,properties_json\n1,Goal,A,{}", "node"], ["Unit,Application,Seats\nA,b,1", "usage"], ["Objective,Due\nA,2026-01-01", "goal"],
  ])("%j is a table of: %s", async (content, kind) => {
    expect((await read("x.csv", content)).look.sheets[0]!.kind).toBe(kind)
  })
})

it("makes links of the records that cells name, from the row's own record, and none of a refused row", async () => {
  const { links } = await read("plan.csv", "Initiative,Other id,Main goal,Helps,Affects,Ends\nA,p1,G-12 Sell online,Strong,Sales; Stores,2026-01-01\nB,p2,G-1,Some,Sales,never\n")
  const from = { kinds: ["initiative"], text: "p1", by: "foreign" }
  expect(links.map(({ from, relation, to, fields }) => ({ from, relation, to: to.text, fields }))).toEqual([
    { from, relation: "contributes to", to: "G-12", fields: { strength: 9, isPrimary: true } },
    { from, relation: "affects", to: "Sales", fields: {} }, { from, relation: "affects", to: "Stores", fields: {} },
  ])
})

it("reads links and use by units, and says what is missing", async () => {
  const { links, problems } = await read("Links.csv", "From,Relation,To,Strength,Reason\nI-1,helps,G-1,Strong,because\nI-1,loves,G-1,,\nI-1,,G-2,,\n")
  expect(links[0]).toMatchObject({ relation: "contributes to", from: { kinds: ["initiative"], text: "I-1" }, to: { kinds: ["goal"] }, fields: { strength: 9, note: "because" } })
  expect(problems).toEqual([expect.stringMatching(/^Row 3, Relation: “loves” is none of/), expect.stringMatching(/^Row 4, Relation: It is not said how/)])
  const use = await read("Use by units.csv", "Unit,Application,Seats,Yearly cost\nSales,Mail,12,1200.50\n")
  expect(use.links[0]).toMatchObject({ relation: "uses", from: { kinds: ["unit"], text: "Sales" }, to: { text: "Mail" }, fields: { seats: 12, yearlyCost: "1200.50" } })
})

it("keeps a file's own ids apart by kind, whatever the file is called", async () => {
  expect((await read("2022.csv", "project_number,project_name\n1,A\n")).look.source?.key).toBe("table:initiative project_number")
  const json = JSON.stringify({ throughline: 1, tables: { Goals: [{ Goal: "G", "Other id": "1" }], Initiatives: [{ Initiative: "I", "Other id": "1" }] } })
  const { look, records } = await read("all.json", json)
  expect([look.format, look.source?.key, ...records.map(({ foreignId }) => foreignId)]).toEqual(["json", "table:other id", "goal 1", "initiative 1"])
})

it("reads our JSON and zips of CSV files by the names of their tables; an absent key leaves a field untouched", async () => {
  const { look, records } = await read("all.json", JSON.stringify({ throughline: 1, tables: { Goals: [{ Id: "G-1", Goal: "A", Weight: 5 }, { Id: "G-2", Summary: null }], "Read me": [{ About: "x" }] } }))
  expect(look.sheets.map(({ name, kind }) => [name, kind])).toEqual([["Goals", "goal"], ["Read me", "skip"]])
  expect(records.map(({ code, name, fields, place }) => ({ code, name, fields, place }))).toEqual([
    { code: "G-1", name: "A", fields: { weight: 5 }, place: "Sheet Goals, row 2" }, { code: "G-2", name: null, fields: { summary: null }, place: "Sheet Goals, row 3" },
  ])
  const zip = await read("all.zip", madeZip([{ name: "Services.csv", content: "Id,Service\nS-1,Mail\n" }, { name: "Units.csv", content: "Unit\nSales\n" }]))
  expect(zip.records.map(({ kind, name }) => [kind, name])).toEqual([["service", "Mail"], ["unit", "Sales"]])
  await expect(read("all.json", `{"tables":{}}`)).rejects.toThrow(/not an export of this planner/)
  await expect(read("all.json", "[".repeat(100))).rejects.toThrow(/nested too deeply/)
})

it("gives the person's own file back with a Problem column, formulas disarmed, and reads it again", async () => {
  const bytes = Buffer.from("Goal;Weight;Note\nA;many;=1+1\nB;2;'=kept\n")
  const made = await problemFile({ name: "my goals.csv", format: "csv", bytes, choices: {} }, new Map([["", new Map([[2, ["“many” is not a number."]]])]]))
  expect(made.name).toBe("my goals - problems.csv")
  expect(new TextDecoder().decode(made.bytes)).toBe("Goal;Weight;Note;Problem\r\nA;many;'=1+1;“many” is not a number.\r\nB;2;'=kept;\r\n")
  const book = madeWorkbook(`<row r="1"><c r="A1" t="inlineStr"><is><t>Goal</t></is></c><c r="B1" t="inlineStr"><is><t>Weight</t></is></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>=A</t></is></c><c r="B3"><v>5</v></c></row>`)
  const told = await problemFile({ name: "g.xlsx", format: "xlsx", bytes: book, choices: {} }, new Map([["Sheet1", new Map([[3, ["No."]]])]]))
  const again = await read("g.xlsx", Buffer.from(told.bytes))
  expect(again.records[0]).toMatchObject({ name: "=A", line: 3, fields: { weight: 5 } })
  expect(again.look.sheets[0]!.columns.at(-1)).toMatchObject({ heading: "Problem", sample: "No.", field: "" })
})
