// Everything in one file: each table whole, as the records are, in every format, and nothing in it that a spreadsheet would run.

import { parse } from "csv-parse/sync"
import { unzipSync } from "fflate"
import readWorkbook from "read-excel-file/node"
import { beforeAll, describe, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { chainKinds, type ChainKind } from "~/features/elements/element"
import type { Brought } from "~/features/exchange/brought"
import { exportFile } from "~/features/exchange/export-file.server"
import type { ExportFormat } from "~/features/exchange/export-format"
import { fileFields, tableNames } from "~/features/exchange/file-fields"
import { readFile } from "~/features/exchange/read-file.server"
import { archiveGoals } from "~/features/goals/many-goals.commands.server"
import { createPerson } from "~/features/people/people.commands.server"
import { setOwner } from "~/features/elements/responsibilities.commands.server"
import { aGoal, thePreparer } from "../../../support/builders"
import { aLandscape, type Landscape } from "../../../support/landscape"

const now = new Date("2027-02-01T10:00:00Z")
const formula = '=HYPERLINK("http://bad.example";"x")'
let landscape: Landscape
let shared: string[]

beforeAll(async () => {
  landscape = await aLandscape((field) => `${formula} ${field}`)
  const hidden = await aGoal({ name: "Hidden goal" })
  await archiveGoals(thePreparer, { ids: [hidden.id], archived: true })
  const twins = [await createPerson(thePreparer, { name: "Ada Twin" }), await createPerson(thePreparer, { name: "ADA  TWIN", email: "ada@firm.example" })]
  shared = twins.map(({ code }) => code)
  await setOwner(thePreparer, { elementIds: [landscape.records.service.id], personId: twins[1]?.id ?? "" })
})

async function file(format: ExportFormat, emails = true): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of exportFile(database(), format, { now, emails, standings: emails })) parts.push(part)
  return Buffer.concat(parts)
}

type Table = Record<string, unknown>[]

async function json(emails = true): Promise<Record<string, Table>> {
  const whole = JSON.parse((await file("json", emails)).toString("utf8")) as { throughline: number; exportedAt: string; tables: Record<string, Table> }
  expect(whole).toMatchObject({ throughline: 1, exportedAt: "2027-02-01T10:00:00.000Z" })
  return whole.tables
}

/** The tables that an import reads: all but the one that is only told. */
async function read(): Promise<Record<string, Table>> {
  const { Waivers: _told, ...tables } = await json()
  return tables
}

async function csv(): Promise<Record<string, Record<string, string>[]>> {
  const names = Object.entries(unzipSync(await file("zip")))
  return Object.fromEntries(names.map(([name, bytes]) => [name.replace(/\.csv$/, ""), parse(Buffer.from(bytes), { columns: true, bom: true })]))
}

describe("every table", () => {
  it("has one row for each record that is not archived, and for each link", async () => {
    const tables = await json()
    const counted = await database().selectFrom("element").select(["kind", (eb) => eb.fn.countAll<string>().as("n")]).where("archivedAt", "is", null).where("kind", "in", chainKinds).$narrowType<{ kind: ChainKind }>().groupBy("kind").execute()
    for (const { kind, n } of counted) expect(tables[tableNames[kind]], kind).toHaveLength(Number(n))
    expect(tables.Measures).toHaveLength(1)
    expect(tables.Links).toHaveLength(10)
    expect(JSON.stringify(tables)).not.toContain("Hidden goal")
  })

  it("is headed as an import knows it", async () => {
    for (const [name, rows] of Object.entries(await read())) {
      const kind = Object.entries(tableNames).find(([, table]) => table === name)?.[0] as keyof typeof fileFields
      const known = fileFields[kind].map(({ label }) => label)
      for (const heading of Object.keys(rows[0] ?? {})) expect(known.includes(heading) || /^Budget \d{4}/.test(heading), `${name}: ${heading}`).toBe(true)
    }
  })

  it("says what the records say", async () => {
    const { records } = landscape
    const { Goals = [], Initiatives = [], Measures = [], Links = [], Services = [], People = [] } = await json()
    const row = (table: Table, code: string) => table.find(({ Id }) => Id === code)
    expect(row(Goals, records.goal.code)).toMatchObject({ "Part of": expect.stringMatching(/^G-\d+$/) as string, Stage: "Active", Weight: 10, "Status set by hand": "At risk", Owner: expect.stringContaining("account.name") as string })
    const year = new Date().getUTCFullYear()
    expect(row(Initiatives, records.initiative.code)).toMatchObject({ [`Budget ${year}`]: "1000.00", "Time status": "At risk", "Content status": "Not reported", "Steps done %": 20 })
    expect(Measures[0]).toMatchObject({ Goal: records.goal.code, Target: "10", "Better is": "Higher", "Yes or no": false })
    expect(Links).toContainEqual(expect.objectContaining({ From: records.initiative.code, Relation: "contributes to", To: records.goal.code, Strength: "Strong", "Main goal": true }))
    expect(Links).toContainEqual(expect.objectContaining({ From: records.unit.code, Relation: "uses", Seats: 3, "Yearly cost": "120.00", "Main goal": null }))
    expect(row(Services, records.service.code)?.Owner, "a name that two people have").toBe(shared[1])
    expect((await json()).Waivers).toContainEqual({
      Id: expect.stringMatching(/^I-\d+$/) as string, Name: expect.any(String) as string, Reason: `${formula} waiver.reason`, "What was missing then": expect.stringContaining("No conversation about it") as string,
      "Waived by": "The operator of this machine", "Waived on": new Date().toISOString().slice(0, 10),
    })
    expect(People.find(({ Id }) => Id === shared[1])?.["E-mail"]).toBe("ada@firm.example")
  })

  it("leaves people's addresses out for those who may not have them", async () => {
    const tables = await json(false)
    expect(Object.keys(tables.People?.[0] ?? {})).not.toContain("E-mail")
    expect(JSON.stringify(tables)).not.toContain("ada@firm.example")
  })
})

describe("the formats agree", () => {
  it("CSV files", async () => {
    const [tables, files] = [await json(), await csv()]
    expect(Object.keys(files)).toEqual(Object.keys(tables))
    for (const [name, rows] of Object.entries(tables)) expect(files[name], name).toEqual(rows.map((row) => Object.fromEntries(Object.entries(row).map(([heading, value]) => [heading, told(value)]))))
  })

  it("and the workbook", async () => {
    const tables = await json()
    const sheets = await readWorkbook(await file("xlsx"))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(Object.keys(tables))
    for (const { sheet, data } of sheets) {
      expect(data.length - 1, sheet).toBe(tables[sheet]?.length)
      const [headings = [], ...rows] = data
      expect(headings).toEqual(Object.keys(tables[sheet]?.[0] ?? {}))
      for (const [index, row] of rows.entries()) for (const [at, heading] of headings.entries()) expect(plain(row[at]), `${sheet} ${String(heading)}`).toBe(plain(tables[sheet]?.[index]?.[String(heading)]))
    }
  })

  it("without a formula in any of them", async () => {
    const texts = Object.values(unzipSync(await file("xlsx"))).map((bytes) => Buffer.from(bytes).toString("utf8"))
    expect(texts.join()).toContain("HYPERLINK")
    expect(texts.filter((text) => /<f[ >]/.test(text))).toEqual([])
    const cells = Object.values(await csv()).flat().flatMap((row) => Object.values(row))
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  })
})

describe("an import reads all of it", () => {
  /** The rows as the reader understands them, without their places in the file. */
  async function understood(name: string, bytes: Uint8Array): Promise<Brought[]> {
    const { look, rows } = await readFile({ name, bytes }, {}, {})
    const unused = look.sheets.filter(({ name: sheet }) => sheet !== "Waivers").flatMap(({ name: sheet, columns }) => columns.filter(({ field }) => field === "").map(({ heading }) => `${sheet}: ${heading}`))
    expect(unused, name).toEqual([])
    const all: Brought[] = []
    for await (const row of rows) all.push({ ...row, place: "", line: null })
    expect(all.flatMap(({ problems }) => problems), name).toEqual([])
    return all
  }

  it("from the workbook, from the CSV files and from JSON alike", async () => {
    const workbook = await understood("all.xlsx", await file("xlsx"))
    const counted = Object.values(await read()).reduce((sum, rows) => sum + rows.length, 0)
    expect(workbook.filter(({ part }) => part === "record" || part === "link")).toHaveLength(counted)
    expect(await understood("all.json", await file("json"))).toEqual(workbook)
    const files: Brought[] = []
    for (const [name, bytes] of Object.entries(unzipSync(await file("zip"))).filter(([name]) => name !== "Waivers.csv")) files.push(...(await understood(name, bytes)))
    expect(files).toEqual(workbook)
  })
})

/** A value as a CSV cell has it. */
function told(value: unknown): string {
  if (typeof value === "boolean") return value ? "Yes" : "No"
  const text = value === null ? "" : String(value)
  return text.startsWith("=") ? `'${text}` : text
}

/** A value apart from how a format types it. */
function plain(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === "boolean") return value ? "Yes" : "No"
  return String(value ?? "").replace(/^(\d+)\.00$/, "$1").replace(/\r\n/g, "\n")
}
