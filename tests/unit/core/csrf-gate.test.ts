// The gate against its checked-in table, and what stands outside the table.
import { describe, expect, test } from "vitest"
import { factsOf, judge, type RequestFacts } from "~/core/csrf-gate"
import { expectedGate } from "./csrf-gate.expected"

const origin = "https://plan.example"
const blank: RequestFacts = { method: "POST", path: "/goals", search: "", secFetchSite: null, origin: null, authorization: null, cookie: "__Host-sid=x" }

const headerCases: Record<string, Partial<RequestFacts>> = {
  "same-origin": { secFetchSite: "same-origin", origin },
  "same-site": { secFetchSite: "same-site", origin: "https://other.plan.example" },
  "cross-site": { secFetchSite: "cross-site", origin: "https://evil.example" },
  typed: { secFetchSite: "none" },
  "own origin": { origin },
  "foreign origin": { origin: "https://evil.example" },
  nothing: {},
}
const addresses = [
  { path: "/goals/G-1", search: "" },
  { path: "/goals.data", search: "" },
  { path: "/goals", search: "?_data=routes/goals" },
  { path: "/api/goals", search: "" },
]

const rows = expectedGate.trim().split("\n").map((line) => {
  const [, method = "", headers = "", answers = ""] = /^(\S+)\s+(.+?)\s{2,}((?:[yn] ?){4})$/.exec(line) ?? []
  return { method, headers, answers: answers.split(" ") }
})

test("the table has all 224 cases", () => {
  expect(rows.length * addresses.length).toBe(224)
  expect(new Set(rows.map((row) => `${row.method} ${row.headers}`)).size).toBe(56)
})

describe.each(rows)("$method with $headers", ({ method, headers, answers }) => {
  test.each(addresses.map((address, index) => ({ ...address, answer: answers[index] })))("$path$search: $answer", ({ path, search, answer }) => {
    const verdict = judge({ ...blank, ...headerCases[headers], method, path, search }, origin)
    expect(verdict.allow ? "y" : "n").toBe(answer)
  })
})

test("a program with a bearer token and no cookie may write to /api/ alone", () => {
  const program = { ...blank, path: "/api/goals", authorization: "Bearer abc", cookie: null }
  expect(judge(program, origin).allow).toBe(true)
  expect(judge({ ...program, cookie: "theme=dark" }, origin).allow).toBe(false)
  expect(judge({ ...program, authorization: "Basic abc" }, origin).allow).toBe(false)
  expect(judge({ ...program, path: "/apis" }, origin).allow).toBe(false)
  expect(judge({ ...program, path: "/goals" }, origin).allow).toBe(false)
})

test.each([
  ["null", "another origin"],
  ["https://plan.example.evil.example", "another origin"],
  ["https://plan.example:8443", "another origin"],
  ["http://plan.example", "another origin"],
  ["not an origin", "another origin"],
])("Origin %s is refused", (foreign, reason) => {
  expect(judge({ ...blank, origin: foreign }, origin)).toEqual({ allow: false, reason })
})

test("a doubled or odd Sec-Fetch-Site is not same-origin, and Origin cannot mend it", () => {
  for (const secFetchSite of ["same-origin, cross-site", "SAME-ORIGIN", "", " "]) {
    expect(judge({ ...blank, secFetchSite, origin }, origin).allow).toBe(false)
  }
})

test("_data is refused however it is written", () => {
  for (const query of ["?_data", "?a=1&_data=x", "?%5fdata=x", "?_data=", "?%5F%64ata=root"]) {
    expect(judge({ ...blank, method: "GET", search: query }, origin)).toEqual({ allow: false, reason: "data query" })
  }
})

test("forwarded headers play no part", () => {
  const request = new Request(`${origin}/goals`, { method: "POST", headers: { origin: "https://evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" } })
  expect(judge(factsOf(request), origin).allow).toBe(false)
})
