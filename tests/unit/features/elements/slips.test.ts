// Slips of the hand: what is forgiven in a word, what comes nearest, and that no likely word is missed.

import fc from "fast-check"
import { expect, it } from "vitest"
import { meantBy, patternOfLikely, slipsBetween, slipsForgiven, wordsOf } from "~/features/elements/slips"

const inUse = ["refunds", "reporting", "records", "second", "data", "centre", "central", "supplier", "supplies", "portal", "portfolio", "auftragsverwaltung", "größe"]

it.each([
  ["refnuds", ["refunds"]], ["refuds", ["refunds"]], ["rfeudns", ["refunds"]], ["refundss", ["refunds"]], ["efunds", ["efunds"]],
  ["suppleir", ["supplier"]], ["suplier", ["supplier"]], ["portl", ["portal"]], ["center", ["centre"]], ["poratl", ["portal"]],
  ["verwlatung", ["auftragsverwaltung"]], ["dtaa", ["data"]], ["supplei", ["supplies", "supplier"]], ["qqqqq", []], ["rcd", []],
])("%s means %j", (typed, meant) => expect([...meantBy(typed, inUse).nearest].sort()).toEqual([...meant].sort()))

it("forgives none below four letters or in numbers, one in four, else two", () => {
  expect(["abc", "a1b2c3", "abcd", "abcde", "läßt"].map(slipsForgiven)).toEqual([0, 0, 1, 2, 1])
})

it("counts a swap of neighbours as one slip, in the whole word and at its start", () => {
  expect(slipsBetween("poratl", "portal")).toMatchObject({ start: 1, whole: 1 })
  expect(slipsBetween("supplei", "supplier")).toMatchObject({ start: 1, whole: 2 })
  expect(slipsBetween("data", "data")).toEqual({ start: 0, whole: 0, part: 0 })
})

it("parts words at signs and keeps letters of every script", () => {
  expect(wordsOf("g-1 100% uptime_now, „größe“ (заказ/订单)")).toEqual(["g", "1", "100", "uptime", "now", "größe", "заказ", "订单"])
})

const letter = fc.constantFrom(..."abcdefghijklmnop")
const slip = fc.record({ how: fc.constantFrom("missing", "added", "wrong"), at: fc.nat(20), with: letter })

/** The first letter stays: without it three others in a row must be right, which two slips need not leave. */
function slipped(word: string, { how, at, with: other }: { how: string; at: number; with: string }): string {
  const place = 1 + (at % (word.length - 1))
  return word.slice(0, place) + (how === "missing" ? "" : other) + word.slice(how === "added" ? place : place + 1)
}

it("finds a word of seven letters and more again after any two slips behind its first letter", () => {
  fc.assert(
    fc.property(fc.array(letter, { minLength: 7, maxLength: 14 }).map((letters) => letters.join("")), fc.array(slip, { minLength: 1, maxLength: 2 }), (word, slips) => {
      const typed = slips.reduce(slipped, word)
      expect(new RegExp(patternOfLikely([typed])).test(word)).toBe(true)
      const { nearest, all } = meantBy(typed, [word])
      expect(all).toEqual(word.includes(typed) ? [typed] : [word])
      expect(nearest).toEqual(all)
    }),
  )
})

it("never takes a word that is further away than is forgiven", () => {
  fc.assert(
    fc.property(fc.string({ unit: letter, minLength: 4, maxLength: 10 }), fc.array(fc.string({ unit: letter, minLength: 3, maxLength: 12 }), { maxLength: 30 }), (typed, words) => {
      for (const word of meantBy(typed, words).all) {
        const { start, part } = slipsBetween(typed, word)
        if (word !== typed) expect(Math.min(start, part)).toBeLessThanOrEqual(slipsForgiven(typed))
      }
    }),
  )
})
