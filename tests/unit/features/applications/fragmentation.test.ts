// F7 and the possible saving: the worked numbers, the edges, and what holds for any seats.

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { adoption, fragmentation, lacksCost, priceSpread, savingUpTo, type ToolUse } from "~/features/applications/fragmentation"

const tool = (id: string, seats: number | null, yearlyCost: string | null, more: Partial<ToolUse> = {}): ToolUse => ({
  id, lifecycle: "active", uses: 1, seats, yearlyCost, withoutCost: yearlyCost === null ? 1 : 0,
  pricedSeats: seats !== null && yearlyCost !== null ? seats : null, pricedCost: seats !== null && yearlyCost !== null ? yearlyCost : null, ...more,
})
const pdf = [tool("acrobat", 210, "47040.00"), tool("free", 280, "0.00"), tool("sign", 90, "11880.00"), tool("preview", 30, "2490.00")]

describe("fragmentation", () => {
  it.each([
    [[60, 25, 15], 0.555], [[100], 0], [[50, 50], 0.5], [[40, 0], 0], [[1, 1, 1, 1], 0.75],
  ])("of %j is %s", (seats, expected) => {
    expect(fragmentation(seats)).toBeCloseTo(expected, 10)
  })
  it.each([[[]], [[0]], [[0, 0]]])("of %j is not known", (seats) => {
    expect(fragmentation(seats)).toBeNull()
  })
  it("lies within 0 and 1 and does not depend on the order", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 }), { maxLength: 40 }).chain((seats) => fc.tuple(fc.constant(seats), fc.shuffledSubarray(seats, { minLength: seats.length }))), ([seats, mixed]) => {
      const value = fragmentation(seats)
      expect(fragmentation(mixed)).toBe(value)
      if (value === null) expect(seats.every((count) => count === 0)).toBe(true)
      else {
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
      }
    }))
  })
})

describe("adoption", () => {
  const seats = [{ id: "a", seats: 60 }, { id: "b", seats: 25 }, { id: "c", seats: 15 }]
  it("is the chosen tool's share of the seats", () => {
    expect(adoption(seats, ["a"])).toBe(0.6)
    expect(adoption(seats, ["b", "c"])).toBe(0.4)
    expect(adoption(seats, ["elsewhere"])).toBe(0)
  })
  it("is not known without a choice or without seats", () => {
    expect(adoption(seats, [])).toBeNull()
    expect(adoption([{ id: "a", seats: 0 }], ["a"])).toBeNull()
    expect(adoption([], ["a"])).toBeNull()
  })
})

describe("the possible saving before a decision", () => {
  it("is everything that is paid where one tool is free", () => {
    expect(savingUpTo(pdf)).toBe("61410.00")
  })
  it("takes all seats at the lowest price of a seat", () => {
    // 100 seats at 30: 3,000 of 8,200 stay
    expect(savingUpTo([tool("a", 40, "7000.00"), tool("b", 60, "1800.00")])).toBe("5800.00")
  })
  it("rounds half a cent up for what stays, and never falls below nothing", () => {
    expect(savingUpTo([tool("a", 3, "10.00"), tool("b", 4, "20.00")])).toBe("6.67")
    expect(savingUpTo([tool("a", 100, "0.00")])).toBe("0.00")
  })
  it("is nothing with one tool", () => {
    expect(savingUpTo([tool("only", 12, "3600.00")])).toBe("0.00")
  })
  it("is not known while a cost is missing or nobody has a seat", () => {
    expect(savingUpTo([...pdf, tool("chat", 5, null)])).toBeNull()
    expect(savingUpTo([tool("a", null, "100.00")])).toBeNull()
    expect(savingUpTo([tool("a", 0, "100.00")])).toBeNull()
    expect(savingUpTo([])).toBeNull()
    expect(savingUpTo([...pdf, tool("unused", null, null, { uses: 0, withoutCost: 0 })])).toBeNull()
  })
  it("does not wait for what is only planned or already off", () => {
    expect(savingUpTo([...pdf, tool("next", null, null, { uses: 0, withoutCost: 0, lifecycle: "plan" })])).toBe("61410.00")
    expect(lacksCost(tool("old", null, null, { uses: 0, withoutCost: 0, lifecycle: "end of life" }))).toBe(false)
  })
  it("never exceeds what is paid and does not depend on the order", () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 5_000_000 })), { minLength: 1, maxLength: 12 })
    fc.assert(fc.property(some, (rows) => {
      const tools = rows.map(([seats, cost], at) => tool(String(at), seats, `${cost}.00`))
      const saving = Number(savingUpTo(tools))
      expect(saving).toBeGreaterThanOrEqual(0)
      expect(saving).toBeLessThanOrEqual(rows.reduce((sum, [, cost]) => sum + cost, 0))
      expect(savingUpTo([...tools].reverse())).toBe(savingUpTo(tools))
    }))
  })
})

it("tells how far prices of a seat lie apart", () => {
  expect(priceSpread(pdf)).toEqual({ lowest: "0.00", highest: "224.00", times: null })
  expect(priceSpread([tool("a", 10, "400.00"), tool("b", 10, "100.00"), tool("c", 5, null)])).toEqual({ lowest: "10.00", highest: "40.00", times: 4 })
  expect(priceSpread([tool("a", 10, "400.00"), tool("c", 0, "5.00")])).toBeNull()
})
