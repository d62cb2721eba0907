// Formulas in cells are defused, numbers are left alone, and what goes out comes back the same.
import fc from "fast-check"
import { expect, test } from "vitest"
import { guardCell, unguardCell } from "~/core/csv-guard"

test.each(["=1+1", "+cmd", "-cmd|x", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", "-", "=", "-1+1", "+1 555 0100", "--1"])("%j is guarded", (text) => {
  expect(guardCell(text)).toBe(`'${text}`)
})
test.each(["-5", "+5", "-5.25", "5", "0", "hello", "", " =x", "a=b", "it's", "'quoted'"])("%j stays as it is", (text) => {
  expect(guardCell(text)).toBe(text)
})
test("exactly one guard is taken off", () => {
  expect(unguardCell("''=x")).toBe("'=x")
  expect(unguardCell("'=x")).toBe("=x")
  expect(unguardCell("'tis")).toBe("'tis")
})
test("out and in again changes nothing, and nothing that goes out starts a formula", () => {
  const cell = fc.oneof(fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "1", ".", "a", "＝") }), fc.string({ unit: "grapheme" }))
  fc.assert(
    fc.property(cell, (text) => {
      const out = guardCell(text)
      expect(unguardCell(out)).toBe(text)
      expect(/^[=@\t\r＝＋－＠]/.test(out) || (/^[+-]/.test(out) && Number.isNaN(Number(out)))).toBe(false)
    }),
    { numRuns: 2000 },
  )
})
