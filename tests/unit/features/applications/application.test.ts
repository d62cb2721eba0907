// Seats and yearly cost of an application: known sums, what is missing, and the cost of one seat.

import { expect, it } from "vitest"
import { addUses, costPerSeat } from "~/features/applications/application"

it("adds what is known and counts what is not", () => {
  expect(addUses([])).toEqual({ seats: null, yearlyCost: null, withoutCost: 0, withoutSeats: 0, costPerSeat: null })
  expect(addUses([{ seats: 40, yearlyCost: "7200.00" }, { seats: 10, yearlyCost: "0.00" }])).toEqual({ seats: 50, yearlyCost: "7200.00", withoutCost: 0, withoutSeats: 0, costPerSeat: "144.00" })
  expect(addUses([{ seats: 40, yearlyCost: "7200.00" }, { seats: null, yearlyCost: null }])).toEqual({ seats: 40, yearlyCost: "7200.00", withoutCost: 1, withoutSeats: 1, costPerSeat: null })
})

it.each([
  ["47040.00", 210, "224.00"], ["0.00", 280, "0.00"], ["10.00", 3, "3.33"], ["10.00", 0, null], [null, 5, null], ["0.05", 10, "0.01"],
])("costs %s for %s seats: %s each", (cost, seats, each) => {
  expect(costPerSeat(cost, seats)).toBe(each)
})
