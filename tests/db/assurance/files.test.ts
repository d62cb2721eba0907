// Every list as a file, with formulas in every name: no cell of it is one that a spreadsheet would run.

import { inflateRawSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { serverBuild } from "../../support/built-app"
import { aLandscape } from "../../support/landscape"
import { wrappedApp } from "../../support/wrapped-app"

const formulas = ["=HYPERLINK(\"http://zq.example\",\"x\")", "+1+1", "-2+3", "@SUM(A1)", "\uff1d1+1", "=cmd|' /C calc'!A0", "\"=1+1", "a,=1+1", "x\n=1+1"]
let turn = 0
const app = wrappedApp(await serverBuild())
const { admin } = await aLandscape((field) => `${formulas[(turn += 1) % formulas.length] ?? ""} ${field}`)
const cookie = await app.cookieOf(admin.personId)
const lists = ["goals", "initiatives", "services", "applications", "functions", "capabilities", "units", "people"]

/** The cells of a CSV file, quoted ones without their quotes. */
function cellsOf(csv: string): string[] {
  return [...csv.replace(/^\ufeff/, "").matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "")
}

/** The texts of the parts of a zip file whose name fits, by its central directory. */
function partsOf(zip: Buffer, named: RegExp): string[] {
  const parts: string[] = []
  const end = zip.lastIndexOf("PK\u0005\u0006", undefined, "latin1")
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, nameLength] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)]
    const start = zip.readUInt32LE(at + 42)
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    const body = zip.subarray(data, data + size)
    if (named.test(zip.toString("utf8", at + 46, at + 46 + nameLength))) parts.push((method === 0 ? body : inflateRawSync(body)).toString("utf8"))
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return parts
}

describe.each(lists)("%s", (list) => {
  it("as CSV", async () => {
    const answer = await app.ask(`/${list}.csv`, cookie)
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="/)
    const cells = cellsOf(await answer.text())
    expect(cells.some((cell) => /\.name/.test(cell))).toBe(true)
    expect(cells.filter((cell) => /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell))).toEqual([])
  })

  it("as a spreadsheet", async () => {
    const answer = await app.ask(`/${list}.xlsx`, cookie)
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="/)
    const zip = Buffer.from(await answer.arrayBuffer())
    expect(partsOf(zip, /sharedStrings|sheet\d*\.xml/).join()).toContain(".name")
    expect(partsOf(zip, /sheet\d*\.xml/).filter((sheet) => /<f[ >]|<hyperlink|t="str"/.test(sheet))).toEqual([])
  })
})
