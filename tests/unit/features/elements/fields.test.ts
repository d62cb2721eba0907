// Amounts as people type them, forms' ids, short ids, and what undoing an operation amounts to.

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { codeOf, elementKinds, parseCode } from "~/features/elements/element"
import { calendarDate, readAmount, wholeNumber, words } from "~/features/elements/fields.schema"
import { operationIdFor } from "~/features/elements/operation-fields"
import { netEntries, plan } from "~/features/elements/undo"

describe("an amount", () => {
  it.each([
    ["1200", "1200.00"], ["1,200.50", "1200.50"], ["1.200,50", "1200.50"], ["1,200", "1200.00"], ["1.200", "1200.00"], ["12,5", "12.50"],
    ["320k", "320000.00"], ["1.25k", "1250.00"], ["1,5 M", "1500000.00"], ["€ 75k", "75000.00"], ["0", "0.00"], ["1'200.05", "1200.05"], ["1 200 300,10 €", "1200300.10"], ["007", "7.00"],
  ])("%s is %s", (typed, amount) => expect(readAmount(typed)).toBe(amount))

  it.each(["", "abc", "-5", "1.2345", "12,345,67.891", "1e9", "=1+1", "99999999999999999", "0.005", "0,005", "00.500"])("%s is none", (typed) => expect(readAmount(typed)).toBeNull())

  it("survives being written with either mark", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_999_999_99 }), (cents) => {
      const amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`
      expect(readAmount(amount)).toBe(amount)
      expect(readAmount(amount.replace(".", ","))).toBe(amount)
    }))
  })
})

describe("a date", () => {
  it.each(["1900-01-01", "2028-02-29", "2199-12-31"])("%s is one", (typed) => expect(calendarDate.safeParse(typed).success).toBe(true))

  // a browser's date field gives 0027 when somebody types 27; the database cannot keep 0000, and no page can reckon with 0202
  it.each(["0000-01-01", "0027-03-31", "0202-03-31", "9999-12-31", "2026-02-30"])("%s is none", (typed) => expect(calendarDate.safeParse(typed).success).toBe(false))
})

describe("words", () => {
  const name = words(200, "Give it a name.")
  it.each(["G", "7", "→", "مرحبا", "🙂", "日本"])("%s says something", (typed) => expect(name.safeParse(typed).success).toBe(true))

  // names that cannot be seen cannot be pointed at either
  it.each(["", "  ", "\u200b\u200b", "\u00a0\ufeff", "\u202e", "\u3164", "\u2800"])("%j says nothing", (typed) => {
    expect(name.safeParse(typed).error?.issues.map((issue) => issue.message)).toEqual(["Give it a name."])
  })
})

it("takes a whole number between the least and the most", () => {
  const days = wholeNumber("Choose how often.", 3660, 1)
  expect(["0", "1", "3660", "3661"].map((typed) => days.safeParse(typed).success)).toEqual([false, true, true, false])
})

describe("a short id", () => {
  it("is read back as it was written, however it is typed", () => {
    for (const kind of elementKinds) {
      expect(parseCode(codeOf(kind, 12))).toEqual({ kind, number: 12 })
      expect(parseCode(` ${codeOf(kind, 12).toLowerCase().replace("-", "")} `)).toEqual({ kind, number: 12 })
    }
    expect(parseCode("X-1")).toBeNull()
    expect(parseCode("G-")).toBeNull()
    expect(parseCode("G-12; drop table")).toBeNull()
  })
})

describe("the operation id of a form", () => {
  it("is a UUID of its own for each form of a page, and the same for the same form", () => {
    const base = "01a2b3c4-d5e6-7f80-9123-456789abcdef"
    const ids = Array.from({ length: 2000 }, (_, n) => operationIdFor(base, `form ${n}`))
    expect(new Set(ids).size).toBe(2000)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/)
    expect(operationIdFor(base, "form 1")).toBe(ids[1])
  })
})

describe("the net effect of an operation", () => {
  const changed = (recordId: string, version: number, before: number, after: number) =>
    ({ recordId, action: "changed" as const, version, fields: [{ field: "weight", before, after }] })

  it("runs from the first before to the last after", () => {
    expect(netEntries([changed("a", 2, 1, 2), changed("a", 3, 2, 3)])).toEqual([changed("a", 3, 1, 3)])
  })

  it("is nothing for what was made and taken away again", () => {
    expect(netEntries([{ ...changed("a", 1, 0, 1), action: "created" }, { ...changed("a", 2, 1, 0), action: "removed" }])).toEqual([])
  })

  it("leaves what no longer stands as it was left", () => {
    const entries = netEntries([changed("a", 2, 1, 2), changed("b", 2, 1, 2), { ...changed("c", 2, 1, 2), action: "removed" }])
    const { todo, left } = plan(entries, [{ id: "a", version: 2 }, { id: "b", version: 3 }])
    expect(todo.map((entry) => entry.recordId)).toEqual(["a", "c"])
    expect(left).toEqual(["b"])
  })
})
