// Cells as values: dates, amounts, numbers, yes or no, choices, as people really write them, and what is refused.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isCalendarDate } from "~/core/calendar"
import { fromCents } from "~/core/money"
import { recordRef, recordRefs } from "~/features/exchange/cell-fields"
import { decimalCommaOf, readDecimal, readMoney, readWhole, scaleOfHeading } from "~/features/exchange/cell-numbers"
import { readDate, readYesNo, saysNothing, type ColumnHabit } from "~/features/exchange/cell-values"
import { choiceOf } from "~/features/exchange/choice-words"
import { fieldNamed } from "~/features/exchange/column-guess"

const open: ColumnHabit = { dayFirst: null, decimalComma: null }
const refused = { problem: expect.any(String) as string }

describe("dates", () => {
  it.each([
    ["2026-11-22", "2026-11-22"], ["22.11.2026", "2026-11-22"], ["22/11/2026", "2026-11-22"], ["01.11.18", "2018-11-01"], ["11/22/2026", "2026-11-22"],
    ["2026/3/1", "2026-03-01"], ["20261122", "2026-11-22"], ["22 Nov 2026", "2026-11-22"], ["November 22, 2026", "2026-11-22"], ["22-Nov-2026", "2026-11-22"],
    ["2026-11-22T10:00:00Z", "2026-11-22"], ["29-02-2016 01:16", "2016-02-29"], ["04.05.2026", "2026-05-04"],
  ])("%s is %s", (text, value) => {
    expect(readDate(text, open)).toEqual({ value })
  })

  it.each(["31.02.2026", "29.02.2026", "32/01/2026", "soon", "Exempt under Section 43 of the Act", "2026", "1.2.3", "0000-01-01"])("%s is refused", (text) => {
    expect(readDate(text, open)).toEqual(refused)
  })

  it("asks where day and month could both come first, unless the column says", () => {
    expect(readDate("04/05/2026", open)).toEqual({ problem: expect.stringContaining("day, month or month, day") as string })
    expect(readDate("04/05/2026", { ...open, dayFirst: true })).toEqual({ value: "2026-05-04" })
    expect(readDate("04/05/2026", { ...open, dayFirst: false })).toEqual({ value: "2026-04-05" })
  })

  it("reads every day of the calendar in every common way", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("1980-01-01"), max: new Date("2079-12-31"), noInvalidDate: true }), (date) => {
        const value = date.toISOString().slice(0, 10)
        const [year = "", month = "", day = ""] = value.split("-")
        for (const text of [value, `${day}.${month}.${year}`, `${Number(day)}.${Number(month)}.${year.slice(2)}`]) expect(readDate(text, open)).toEqual({ value })
        expect(readDate(`${day}/${month}/${year}`, { ...open, dayFirst: true })).toEqual({ value })
        expect(readDate(`${month}/${day}/${year}`, { ...open, dayFirst: false })).toEqual({ value })
      }),
    )
  })

  it("gives a real day or a sentence for any text", () => {
    fc.assert(fc.property(fc.stringMatching(/^[0-9./ -]{4,12}$/), (text) => {
      const read = readDate(text, { ...open, dayFirst: true })
      return "problem" in read || isCalendarDate(read.value)
    }))
  })
})

describe("amounts", () => {
  it.each([
    ["1,234.56", "1234.56"], ["1.234,56", "1234.56"], ["320.000,00", "320000.00"], ["£9.9", "9.90"], ["€ 320k", "320000.00"], ["Ł9.9", "9.90"], ["Ĺ\u00819.9", "9.90"],
    ["\u00a0\u00819.9m", "9900000.00"], ["Â£450.37", "450.37"], ["450.37", "450.37"], ["1 234,5", "1234.50"], ["1'234.50", "1234.50"], ["(1,200)", "-1200.00"], ["-5", "-5.00"],
    ["−5 €", "-5.00"], ["$1.2m", "1200000.00"], ["1,234", "1234.00"], ["1.234", "1234.00"], ["1.234.567", "1234567.00"], ["0,5", "0.50"], ["EUR 12", "12.00"], ["12 EUR", "12.00"],
  ])("%s is %s", (text, value) => {
    expect(readMoney(text, open)).toEqual({ value })
  })

  it.each(["Exempt under Section 43", "12 boats", "1,23,4", "1.23.4", "9.9999", "12-13", "5 or 6", "£", "1e9", "0x10", "1234567890123456"])("%s is refused", (text) => {
    expect(readMoney(text, open)).toEqual(refused)
  })

  it("asks where cells of the column have both decimal signs, or the sign could be either", () => {
    expect(readMoney("1.234", { ...open, decimalComma: "mixed" })).toEqual(refused)
    expect(readMoney("1.234", { ...open, decimalComma: true })).toEqual({ value: "1234.00" })
    expect(readMoney("1,234", { ...open, decimalComma: true })).toEqual(refused)
    expect(readDecimal("1.234", open)).toEqual(refused)
    expect(readDecimal("1.234", { ...open, decimalComma: false })).toEqual({ value: "1.234" })
  })

  it("rounds what a sheet worked out, and takes the heading's thousands and millions", () => {
    expect(readMoney(0.1 + 0.2, open)).toEqual({ value: "0.30" })
    expect(readMoney(333.33333333, open)).toEqual({ value: "333.33" })
    expect([scaleOfHeading("Budget 2026 (£m)"), scaleOfHeading("Budget (k€)"), scaleOfHeading("Budget in thousands"), scaleOfHeading("Budget (approved)"), scaleOfHeading("Budget 2026")]).toEqual([6, 3, 3, 0, 0])
    expect(readMoney("33.733", { ...open, decimalComma: false }, 6)).toEqual({ value: "33733000.00" })
  })

  it("reads any amount in both ways of writing it", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -99_999_999_999n, max: 99_999_999_999n }), (cents) => {
        const value = fromCents(cents)
        const english = value.replace(/\B(?=(\d{3})+\.)/g, ",")
        const continental = english.replace(/[.,]/g, (sign) => (sign === "." ? "," : "."))
        for (const text of [value, english, continental, `£${english.replace("-", "")}`].slice(0, cents < 0n ? 3 : 4)) expect(readMoney(text, open)).toEqual({ value })
        expect(decimalCommaOf(continental)).toBe(true)
        expect(readDecimal(english, open)).toEqual({ value: value.replace(/\.?0+$/, "").replace(/^-0$/, "0") })
      }),
    )
  })
})

it("reads whole numbers, percents, yes and no, and marks for nothing", () => {
  expect([readWhole("1,200", open), readWhole("40 %", open), readWhole("12.0", open), readWhole(95, open)]).toEqual([{ value: 1200 }, { value: 40 }, { value: 12 }, { value: 95 }])
  expect(readWhole("12.5", open)).toEqual(refused)
  expect([readYesNo("Yes"), readYesNo("ja"), readYesNo(false), readYesNo("0")]).toEqual([{ value: true }, { value: true }, { value: false }, { value: false }])
  expect(readYesNo("perhaps")).toEqual(refused)
  expect(["", " ", "-", "n/a", "TBC", null].every(saysNothing)).toBe(true)
  expect(["0", "no", "none of it", 0, false].some(saysNothing)).toBe(false)
})

it("knows choices by value, label and the usual words; amber stays at risk wherever it leans", () => {
  const health = fieldNamed("initiative", "health")!
  expect(["on track", "At Risk", "GREEN", "Amber", "Amber/Red", "Amber/red ", "amber / green", "Red", "R"].map((word) => choiceOf("initiative", health, word))).toEqual(
    ["on track", "at risk", "on track", "at risk", "at risk", "at risk", "at risk", "off track", "off track"],
  )
  expect(choiceOf("initiative", health, "Exempt under Section 24")).toBeNull()
  expect(choiceOf("initiative", fieldNamed("initiative", "status")!, "In_Progress")).toBe("in progress")
  expect(choiceOf("application", fieldNamed("application", "lifecycle")!, "endOfLife")).toBe("end of life")
})

it("finds the records that a cell names", () => {
  expect(recordRef("G-12 Cut order time", ["goal"]).text).toBe("G-12")
  expect(recordRef("Cut order time (g-12)", ["goal"]).text).toBe("G-12")
  expect(recordRef("A-12 bypass", ["goal"]).text).toBe("A-12 bypass")
  const names = (text: string, heading: string) => recordRefs(text, ["unit"], heading).map((ref) => ref.text)
  expect(names("Sales; Stores, north", "Affects")).toEqual(["Sales", "Stores, north"])
  expect(names("Sales, Stores", "Affects")).toEqual(["Sales", "Stores"])
  expect(names("Fast, friendly service", "Main goal")).toEqual(["Fast, friendly service"])
  expect(names("Sales\nSales; -", "Affects")).toEqual(["Sales"])
})
