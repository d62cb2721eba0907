/** Proves that money is exact to the cent and reads well. */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addMoney, fromCents, fullMoney, isMoney, shareOfMoney, shortMoney, splitCents, toCents } from "~/core/money"

describe("money", () => {
  it("adds what floats cannot", () => {
    expect(addMoney(["0.10", "0.20", "-0.05"])).toBe("0.25")
    expect(addMoney([])).toBe("0.00")
    expect(fromCents(toCents("-12.3"))).toBe("-12.30")
    expect(fromCents(-5n)).toBe("-0.05")
  })
  it("refuses what is not an amount", () => {
    expect(["", "1.234", "1e3", "1,5", " 1", "NaN"].map(isMoney)).not.toContain(true)
    expect(() => toCents("1.234")).toThrow(RangeError)
  })
  it("gives shares, n/a over nothing", () => {
    expect(shareOfMoney("100000", "150000")).toBeCloseTo(2 / 3, 12)
    expect(shareOfMoney("0", "0")).toBeNull()
  })
  it("splits so that the parts add up", () => {
    expect(splitCents(100n, [1, 1, 1])).toEqual([34n, 33n, 33n])
    expect(splitCents(5n, [0, 0])).toEqual([3n, 2n])
    expect(splitCents(5n, [])).toEqual([])
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.array(fc.nat(100), { minLength: 1, maxLength: 12 }), (total, weights) =>
      splitCents(total, weights).reduce((sum, part) => sum + part, 0n) === total))
  })
  it("writes short amounts, with no step in the rounding", () => {
    const shown = ["0", "950", "999.49", "999.60", "1250", "9000", "9949", "9951", "420000", "999499", "999500", "1900000", "2400000000", "-420000"]
    expect(shown.map((amount) => shortMoney(amount, "EUR"))).toEqual([
      "€0", "€950", "€999", "€1k", "€1.3k", "€9k", "€9.9k", "€10k", "€420k", "€999k", "€1.00M", "€1.90M", "€2.40bn", "-€420k",
    ])
    expect(shortMoney("420000", "CHF")).toBe("CHF\u00a0420k")
    expect(fullMoney("1234567.5", "EUR")).toBe("€1,234,567.50")
    expect(fullMoney("1000", "GBP")).toBe("£1,000")
  })
})
