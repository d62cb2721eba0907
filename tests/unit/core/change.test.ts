// What changed, and the three-way merge: no word of anybody is lost without a question.

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { diff, merge, same, type FieldValue, type Snapshot } from "~/core/change"

const value: fc.Arbitrary<FieldValue> = fc.oneof(fc.string({ maxLength: 3 }), fc.integer({ min: 0, max: 3 }), fc.boolean(), fc.constant(null), fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 2 }))
const fields = ["a", "b", "c"]
const snapshot: fc.Arbitrary<Snapshot> = fc.record({ a: value, b: value, c: value })

describe("diff", () => {
  it("names each field that differs with both values", () => {
    expect(diff({ name: "A", weight: 10 }, { name: "B", weight: 10 })).toEqual([{ field: "name", before: "A", after: "B" }])
    expect(diff(null, { name: "A" })).toEqual([{ field: "name", before: null, after: "A" }])
    expect(diff({ budget: { "2026": "1.00" } }, { budget: { "2026": "1.00" } })).toEqual([])
  })

  it("is empty exactly for equal snapshots", () => {
    fc.assert(fc.property(snapshot, snapshot, (a, b) => {
      expect(diff(a, b).length === 0).toBe(same(a, b))
    }))
  })
})

describe("merge", () => {
  it("gives base, mine or theirs for every field, and never drops an edit silently", () => {
    fc.assert(
      fc.property(snapshot, snapshot, snapshot, (base, mine, theirs) => {
        const { merged, conflicts } = merge(base, mine, theirs)
        for (const field of fields) {
          const [was, wanted, now] = [base[field] ?? null, mine[field] ?? null, theirs[field] ?? null]
          const got = merged[field] ?? null
          const inConflict = conflicts.some((conflict) => conflict.field === field)
          expect([was, wanted, now].some((one) => same(one, got))).toBe(true)
          if (inConflict) expect(!same(wanted, was) && !same(now, was) && !same(wanted, now)).toBe(true)
          else expect(same(got, same(wanted, was) ? now : wanted)).toBe(true)
        }
      }),
      { numRuns: 10_000 },
    )
  })

  it("leaves fields alone that the edit does not name", () => {
    expect(merge({ a: 1, b: 1 }, { a: 2 }, { a: 1, b: 5 })).toEqual({ merged: { a: 2, b: 5 }, conflicts: [] })
  })
})
