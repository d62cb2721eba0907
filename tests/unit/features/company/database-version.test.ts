// The settings say what the records lie in, and warn of a database server that misses fixes.

import { expect, it } from "vitest"
import { databaseLine } from "~/features/company/database-version"

it.each([
  [170012, false, "PostgreSQL 17.12", null],
  [170011, false, "PostgreSQL 17.11", /17\.12 is out/],
  [150020, false, "PostgreSQL 15.20", null],
  [190000, false, "PostgreSQL 19.0", null],
  [170004, true, "Embedded database (PostgreSQL 17.4)", null],
])("%i, embedded %s", (number, embedded, words, warning) => {
  const line = databaseLine(number, embedded)
  expect(line.words).toBe(words)
  if (warning === null) expect(line.warning).toBeNull()
  else expect(line.warning).toMatch(warning)
})
