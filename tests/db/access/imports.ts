// Who may bring files in: planners and administrators, at every step of an import.

import { randomUUID } from "node:crypto"
import type { FileLook } from "~/features/exchange/brought"
import { anImport, aRecord, aTable } from "../../support/brought"
import { planners, type AccessRow, type SampleRequest } from "./row"

const form = () => ({ operationId: randomUUID() })
const column = { key: "Goal", heading: "Goal", sample: "", field: "name", how: "guessed", note: "" } as const
const look: FileLook = { ...aTable, sheets: [{ name: "", kind: "goal", rows: 1, columns: [column] }] }

/** An import in its preview, with one new goal and one row that is refused. */
async function aPreview(): Promise<string> {
  const name = randomUUID()
  return `/settings/imports/${await anImport([aRecord("goal", `Goal ${name}`), aRecord("goal", null, {}, { line: 3, problems: [{ column: "Goal", problem: "The name is empty." }] })], { look })}`
}

function get(route: string, end: string, status = 200, of?: string): AccessRow {
  return { route: `routes/settings.imports.${route}`, method: "GET", request: async () => ({ path: (await aPreview()) + end }), expected: planners(status), ...(of ? { of } : {}) }
}

function post(step: string, fields: () => Record<string, string>, status = 302): AccessRow {
  const request = async (): Promise<SampleRequest> => ({ path: `${await aPreview()}/${step}`, form: { ...form(), ...fields() } })
  return { route: `routes/settings.imports.$id.${step}`, method: "POST", request, expected: planners(status) }
}

export const importRowsOfAccess: readonly AccessRow[] = [
  { route: "routes/settings.imports._index", method: "GET", request: () => ({ path: "/settings/imports?index" }), expected: planners(200) },
  { route: "routes/settings.imports.new", method: "GET", request: () => ({ path: "/settings/imports/new?as=goal" }), expected: planners(200) },
  // the matrix posts plain fields; the form itself is a multipart one
  { route: "routes/settings.imports.new", method: "POST", of: "without a file", request: () => ({ path: "/settings/imports/new", form: form() }), expected: planners(400) },
  get("$id._index", "?index"),
  { route: "routes/settings.imports.$id._index", method: "GET", of: "that is not there", request: () => ({ path: `/settings/imports/${randomUUID()}?index` }), expected: planners(404) },
  get("$id.columns", "/columns"),
  get("$id.report._index", "/report?index", 302, "not applied yet"),
  get("$id.report.csv", "/report/csv"),
  get("$id.report.file", "/report/file"),
  {
    route: "routes/settings.imports.$id.report.file", method: "GET", of: "that cannot be read", expected: planners(422),
    request: async () => ({ path: `/settings/imports/${await anImport([aRecord("goal", `Goal ${randomUUID()}`)], { look, name: "plan", content: "%PDF-1.7 no table" })}/report/file` }),
  },
  post("columns", () => ({ column: '["Goal","name"]' })),
  post("choices", () => ({ "defaults.goal.weight": "5" })),
  post("tick", () => ({ shown: "0", n: "0" })),
  post("offers", () => ({ all: "on", strength: "3" })),
  post("correct", () => ({ line: "3", field: "name", text: "A name" })),
  { ...post("side", () => ({ n: "0", field: "weight", side: "mine" }), 422), of: "without a clash" },
  post("statuses", () => ({ status: '["Denied","prohibited, retirement"]', ofDay: "2020-01-01" })),
  post("cancel", () => ({})),
  post("apply", () => ({})),
]
