// A test that makes the product complain on the console fails, whatever else it proves.

import { afterEach, beforeEach, expect } from "vitest"
import { format } from "node:util"

const said: string[] = []

for (const level of ["error", "warn"] as const) console[level] = (...parts: unknown[]) => void said.push(`console.${level}: ${format(...parts)}`)

beforeEach(() => {
  said.length = 0
})

afterEach(() => {
  expect(said.splice(0), "nothing may be written to console.error or console.warn").toEqual([])
})
