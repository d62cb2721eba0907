// One's own file given back with a column of problems: where it cannot be, a sentence says what the file is.

import type { LoaderFunctionArgs } from "@remix-run/node"
import { expect, it } from "vitest"
import { loader } from "~/routes/settings.imports.$id.report.file"
import { aCompany, aPerson } from "../../../support/builders"
import { anImport, aRecord } from "../../../support/brought"

async function answer(file: { name: string; content: string }): Promise<Response> {
  const actor = await aPerson({ roles: ["planner"] })
  const id = await anImport([aRecord("goal", null, {}, { line: 2, problems: [{ column: "Goal", problem: "The name is empty." }] })], file)
  const args = { request: new Request(`http://planner.example/settings/imports/${id}/report/file`), params: { id }, context: { actor, requestId: "ref-1" } } as unknown as LoaderFunctionArgs
  return loader(args).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown
    throw thrown
  })
}

it("a table without an ending in its name comes back as the table that it is", async () => {
  await aCompany()
  const given = await answer({ name: "plan", content: "Goal,Weight\n,20\n" })
  expect([given.status, given.headers.get("content-type"), await given.text()]).toEqual([200, expect.stringContaining("text/csv"), expect.stringContaining("Problem")])
})

it.each([
  ["plan", "%PDF-1.7 no table", "plan is a PDF. Bring the spreadsheet that it was made from."],
  ["model", '<?xml version="1.0"?><model xmlns="http://www.opengroup.org/xsd/archimate/3.0/"/>', "model is an ArchiMate model with another name. Rename it to .xml."],
  ["plan.2027", "Goal,Weight\n,20\n", "plan.2027 is a table in plain text with another name. Rename it to .csv."],
])("%s that is something else is named as what it is", async (name, content, sentence) => {
  const given = await answer({ name, content })
  expect(given.status).toBe(422)
  expect(given.headers.get("content-type")).toContain("text/html")
  expect((await given.text()).replaceAll("&#39;", "'")).toContain(`<p>${sentence}</p>`)
})
