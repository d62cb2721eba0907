// The law of exports: brought in again, a file of everything changes nothing; with one cell edited it changes that.

import { unzipSync } from "fflate"
import { beforeAll, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { exportFile } from "~/features/exchange/export-file.server"
import type { ExportFormat } from "~/features/exchange/export-format"
import { startImport, type ReadFile } from "~/features/exchange/import-job.server"
import { applyImport } from "~/features/exchange/imports.commands.server"
import { findImport, importRows } from "~/features/exchange/imports.queries.server"
import { readFile } from "~/features/exchange/read-file.server"
import { createPerson } from "~/features/people/people.commands.server"
import { setOwner } from "~/features/elements/responsibilities.commands.server"
import { thePreparer } from "../../../support/builders"
import { aLandscape } from "../../../support/landscape"

beforeAll(async () => {
  const { records } = await aLandscape((field) => `=${field} “x”, “y”; 1,5`)
  await createPerson(thePreparer, { name: "Ada Twin" })
  const twin = await createPerson(thePreparer, { name: "ada twin" })
  await setOwner(thePreparer, { elementIds: [records.service.id], personId: twin.id })
})

async function exported(format: ExportFormat): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of exportFile(database(), format, { now: new Date(), emails: true, standings: true })) parts.push(part)
  return Buffer.concat(parts)
}

/** Reads in this process what the app reads in a worker. */
const readHere: ReadFile = async (file, { choices, known }, sink) => {
  const { look, rows } = await readFile(file, choices, known)
  await sink.look(look)
  for await (const row of rows) await sink.rows([row])
}

/** What bringing the file in would do: every row that is not simply unchanged. */
async function moved(name: string, bytes: Uint8Array) {
  const { id, done } = await startImport(thePreparer, { name, bytes, choices: {} }, readHere)
  await done
  const { state, message } = await findImport(database(), id)
  expect([state, message]).toEqual(["preview", ""])
  const { rows } = await importRows(database(), id, { offset: 0, limit: 500 })
  expect(rows.length).toBeGreaterThan(0)
  return rows.filter(({ verdict }) => verdict !== "unchanged").map(({ verdict, place, changes, problems }) => ({ verdict, place, changes, problems }))
}

it.each(["xlsx", "json"] as const)("everything as .%s changes nothing", async (format) => {
  expect(await moved(`everything.${format}`, await exported(format))).toEqual([])
})

/** All waivers, as they stand in the database. */
function waivers() {
  return database().selectFrom("gateWaiver").selectAll().orderBy("id").execute()
}

it("waivers go out with all else, and bringing them in again neither makes nor loses one", async () => {
  const before = await waivers()
  expect(before.length).toBeGreaterThan(0)
  const { id, done } = await startImport(thePreparer, { name: "everything.xlsx", bytes: await exported("xlsx"), choices: {} }, readHere)
  await done
  const { look } = await findImport(database(), id)
  expect(look?.sheets.find(({ name }) => name === "Waivers")).toMatchObject({ kind: "skip", rows: before.length })
  await applyImport(thePreparer, { importId: id })
  expect(await waivers()).toEqual(before)
})

it("a file of waivers alone is refused in a sentence, whatever it is called", async () => {
  const bytes = unzipSync(await exported("zip"))["Waivers.csv"] ?? new Uint8Array()
  for (const name of ["Waivers.csv", "approved anyway (1).csv"])
    await expect(readFile({ name, bytes }, {}, {})).rejects.toThrow(`${name} lists waivers. They are given in the planner`)
})

it("nor does any of the CSV files", async () => {
  const tables = Object.entries(unzipSync(await exported("zip"))).filter(([name]) => name !== "Waivers.csv")
  for (const [name, bytes] of tables.filter(([, { byteLength }]) => byteLength > 0)) expect(await moved(name, bytes), name).toEqual([])
})

it("one edited cell is one change", async () => {
  const text = (await exported("json")).toString("utf8")
  const edited = text.replace('"Vendor":"=application.vendor', '"Vendor":"Another application.vendor')
  expect(edited).not.toBe(text)
  const changes = await moved("edited.json", Buffer.from(edited))
  expect(changes).toMatchObject([{ verdict: "changed", problems: [] }])
  expect(changes[0]?.changes).toHaveLength(1)
})
