// The board's columns follow records; a card's figures and the sums of what is not chosen yet.

import { describe, expect, it } from "vitest"
import { boardCard, boardColumn, boardSums, type BoardTool, type JobDecision } from "~/features/applications/function-board"

const decision = (more: Partial<JobDecision>): JobDecision => ({
  ref: null, state: "draft", decidedOn: null, standardIds: [], moved: null, switchOffBegun: false, planClosed: false, netSaving: null, ...more,
})
const ref = (id: string) => ({ id, kind: "application" as const, code: id, name: id })
const tool = (id: string, seats: number, cost: string | null, more: Partial<BoardTool> = {}): BoardTool => ({
  id, ref: ref(id), lifecycle: "active", uses: 1, seats, yearlyCost: cost, withoutCost: cost === null ? 1 : 0, pricedSeats: cost === null ? null : seats, pricedCost: cost, ...more,
})
const job = (id: string) => ({ id, kind: "function" as const, code: id, name: id })

describe("a job stands", () => {
  it.each([
    [0, null, null], [1, null, null], [2, null, "to look at"], [5, null, "to look at"],
    [1, decision({}), "comparing"], [3, decision({ state: "in consultation" }), "asking users"], [3, decision({ state: "ready" }), "asking users"],
    [2, decision({ state: "approved" }), "decided"], [1, decision({ state: "approved" }), "decided"],
    [2, decision({ state: "approved", moved: { seats: 0, of: 10 } }), "decided"], [2, decision({ state: "approved", moved: { seats: 1, of: 10 } }), "switching"],
    [2, decision({ state: "approved", switchOffBegun: true }), "switching"], [2, decision({ state: "approved", switchOffBegun: true, planClosed: true }), "done"],
  ] as const)("with %s active tools and %j: %s", (active, made, column) => {
    expect(boardColumn(active, made)).toBe(column)
  })

  it("to look at by its tools in use alone, while all of them count in seats and cost", () => {
    const tools = [tool("a", 60, "600.00"), tool("b", 25, "100.00", { lifecycle: "phase out" }), tool("c", 15, "90.00", { lifecycle: "end of life" })]
    const card = boardCard({ job: job("F-1"), owner: null, tools }, null)
    expect(card).toMatchObject({ column: null, seats: 100, yearlyCost: "790.00", fragmentation: 0.555, adoption: null })
  })
})

it("shows the inputs' saving once the leading option has some, and adoption of the standard once it is decided", () => {
  const facts = { job: job("F-1"), owner: null, tools: [tool("a", 60, "600.00"), tool("b", 40, "800.00")] }
  expect(boardCard(facts, null)).toMatchObject({ possibleSaving: "400.00", upTo: true, spread: { times: 2 } })
  expect(boardCard(facts, decision({ netSaving: "150.00", standardIds: ["a"] }))).toMatchObject({ possibleSaving: "150.00", upTo: false, adoption: null })
  expect(boardCard(facts, decision({ state: "approved", standardIds: ["a"] }))).toMatchObject({ adoption: 0.6, column: "decided" })
})

it("adds up the jobs without a choice and says of how many the saving is known", () => {
  const two = [tool("a", 60, "600.00"), tool("b", 40, "800.00")]
  const cards = [
    boardCard({ job: job("F-1"), owner: null, tools: two }, null),
    boardCard({ job: job("F-2"), owner: null, tools: [tool("c", 1, "5.00"), tool("d", 1, null)] }, null),
    boardCard({ job: job("F-3"), owner: null, tools: two }, decision({ state: "approved" })),
    boardCard({ job: job("F-4"), owner: null, tools: [] }, null),
  ]
  expect(boardSums(cards)).toEqual({ jobs: 3, undecided: 2, saving: "400.00", savingKnown: 1, upTo: true, seats: 102, yearlyCost: "1405.00" })
  expect(boardSums([])).toEqual({ jobs: 0, undecided: 0, saving: null, savingKnown: 0, upTo: false, seats: null, yearlyCost: null })
})
