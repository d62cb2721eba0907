// F6: the worked numbers, the edges, and that savings add up.

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addMoney } from "~/core/money"
import { addSavings, checkSaving, hasSaving, noSaving, paybackWords, savingOf, type Saving, type SavingInputs } from "~/features/decisions/saving"

const day = "2026-11-22"
const worked: SavingInputs = { ...noSaving, seats: 40, seatPrice: "180.00", support: "1000.00", extraSeats: 40, standardPrice: "30.00", migration: "2500.00" }
const found = (inputs: Partial<SavingInputs>): Saving => savingOf({ ...noSaving, ...inputs }, day)!

describe("the worked numbers", () => {
  it("40 seats x 180 + 1,000 support, 30 a seat, 2,500 once: net 7,000, 4.3 months, 18,500", () => {
    const saving = savingOf(worked, day)!
    expect(saving).toMatchObject({ gross: "8200.00", added: "1200.00", netYearly: "7000.00", oneOff: "2500.00", threeYears: "18500.00", startsOn: day })
    expect(saving.paybackMonths).toBeCloseTo(4.2857, 4)
    expect(paybackWords(saving)).toBe("Pays back in 4.3 months")
  })

  it("every input has its place", () => {
    expect(found({ seats: 1, seatPrice: "1.00", support: "10.00", maintenance: "100.00", administration: "1000.00" }).gross).toBe("1111.00")
    expect(found({ extraSeats: 2, standardPrice: "3.00", uplift: "40.00" }).added).toBe("46.00")
    expect(found({ migration: "1.00", trainingHours: "2.5", hourlyRate: "10.00", contractExit: "100.00" }).oneOff).toBe("126.00")
    // 0.05 hours at 0.10 is half a cent: rounded up
    expect(found({ trainingHours: "0.05", hourlyRate: "0.10" }).oneOff).toBe("0.01")
  })
})

describe("when it counts", () => {
  it("from the day after the contract ends, at once when it has ended or somebody pays to leave", () => {
    expect(savingOf({ ...worked, contract: "ends", contractEndsOn: "2027-06-30" }, day)!.startsOn).toBe("2027-07-01")
    expect(savingOf({ ...worked, contract: "ends", contractEndsOn: "2026-01-31" }, day)!.startsOn).toBe(day)
    expect(savingOf({ ...worked, contract: "ends", contractEndsOn: "2027-06-30", contractExit: "500.00" }, day)!.startsOn).toBe(day)
  })

  it("never with a contract without end, unless it is bought out", () => {
    const never = savingOf({ ...worked, contract: "without end" }, day)!
    expect(never).toMatchObject({ startsOn: null, paybackMonths: null, threeYears: "-2500.00", netYearly: "7000.00" })
    expect(paybackWords(never)).toBe("Never pays back: the contract has no end")
    expect(savingOf({ ...worked, contract: "without end", contractExit: "4500.00" }, day)).toMatchObject({ startsOn: day, paybackMonths: 12, threeYears: "14000.00" })
  })

  it("without a net saving it never pays back, and three years cost what they cost", () => {
    for (const support of ["0.00", "200.00"]) {
      const saving = found({ seats: 10, seatPrice: "10.00", uplift: "300.00", support, migration: "50.00" })
      expect(saving.paybackMonths).toBeNull()
      expect(paybackWords(saving)).toBe("Never pays back")
    }
    expect(found({ seats: 10, seatPrice: "10.00", uplift: "300.00", migration: "50.00" }).threeYears).toBe("-650.00")
  })

  it("with nothing to pay once it pays back at once; a free standard adds nothing", () => {
    expect(paybackWords(found({ support: "10.00" }))).toBe("Pays back at once")
    expect(found({ seats: 5, seatPrice: "20.00", extraSeats: 5, standardPrice: "0.00" })).toMatchObject({ added: "0.00", netYearly: "100.00" })
  })

  it("is not worked out while nothing was put in: a contract alone is no amount", () => {
    expect(savingOf(noSaving, day)).toBeNull()
    expect(savingOf({ ...noSaving, contract: "ends", contractEndsOn: day }, day)).toBeNull()
    expect(hasSaving({ ...noSaving, seats: 0, seatPrice: "0.00" })).toBe(true)
  })
})

describe("inputs that are refused", () => {
  it.each([
    [{ seats: 3 }, "seatPrice"], [{ seatPrice: "3.00" }, "seats"], [{ extraSeats: 3 }, "standardPrice"], [{ standardPrice: "3.00" }, "extraSeats"],
    [{ trainingHours: "3" }, "hourlyRate"], [{ hourlyRate: "3.00" }, "trainingHours"], [{ contract: "ends" as const }, "contractEndsOn"],
  ])("%o", (inputs, field) => {
    expect(() => checkSaving({ ...noSaving, ...inputs })).toThrow(expect.objectContaining({ field }))
  })

  it("a day of the end goes with a contract that ends, and with no other", () => {
    expect(checkSaving({ ...worked, contract: "ends", contractEndsOn: day }).contractEndsOn).toBe(day)
    expect(checkSaving({ ...worked, contract: "without end", contractEndsOn: day }).contractEndsOn).toBeNull()
  })
})

const amount = fc.option(fc.integer({ min: 0, max: 10_000_000 }).map((cents) => (cents / 100).toFixed(2)), { nil: null })
const count = fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: null })
const inputs: fc.Arbitrary<SavingInputs> = fc.record({
  seats: count, seatPrice: amount, support: amount, maintenance: amount, administration: amount, extraSeats: count, standardPrice: amount, uplift: amount,
  migration: amount, trainingHours: amount, hourlyRate: amount, contractExit: amount, contract: fc.constantFrom("none" as const, "ends" as const, "without end" as const),
  contractEndsOn: fc.constantFrom("2026-01-01", "2027-12-31"),
})

describe("what holds for every saving", () => {
  it("several together are the sum of each, in any order", () => {
    fc.assert(fc.property(fc.array(inputs, { minLength: 1, maxLength: 6 }), (many) => {
      const savings = many.flatMap((one) => savingOf(one, day) ?? [])
      const together = addSavings(savings)
      if (savings.length === 0) return together === null
      expect(together).toEqual(addSavings([...savings].reverse()))
      for (const field of ["gross", "added", "netYearly", "oneOff", "threeYears"] as const) expect(together?.[field]).toBe(addMoney(savings.map((one) => one[field])))
      return true
    }))
  })

  it("split in two it is the same saving: costs of two products add up", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 100_000 }), (a, b, price) => {
      const seatPrice = (price / 100).toFixed(2)
      const split = addSavings([found({ seats: a, seatPrice }), found({ seats: b, seatPrice })])
      expect(split?.gross).toBe(found({ seats: a + b, seatPrice }).gross)
    }))
  })

  it("net is gross without what is added", () => {
    fc.assert(fc.property(inputs, (one) => {
      const saving = savingOf(one, day)
      if (saving) expect(addMoney([saving.netYearly, saving.added])).toBe(saving.gross)
    }))
  })
})
