// The picture of the portfolio and the arranged board: what is drawn, where, how large, and that nothing uncounted is left out.

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { boardAsk, boardShown, cardsThatFit, mostCards, mostRows as mostBoardRows } from "~/features/applications/board-ask"
import { boardCard, type BoardTool } from "~/features/applications/function-board"
import { placementOf } from "~/features/applications/fit"
import { bubbles, mostBubbles, mostRows, picture, placeOf, portfolioShown, type PlacedApplication } from "~/features/applications/portfolio"

const application = (name: string, functional: number | null, technical: number | null, yearlyCost: string | null = null, more: Partial<PlacedApplication> = {}): PlacedApplication => ({
  id: name, kind: "application", code: name, name, lifecycle: "active", fit: { functional, technical }, recommended: placementOf({ functional, technical }), planned: null, mismatch: false, yearlyCost, withoutCost: 0, ...more,
})

describe("the picture", () => {
  it("stands each bubble at its two means, its area growing with the cost, the dearest first", () => {
    const drawn = bubbles([application("small", 1, 4, "100.00"), application("large", 4, 1, "400.00"), application("unasked", null, 3, "900.00"), application("unpaid", 2.5, 2.5)])
    expect(drawn.map(({ application: { name } }) => name)).toEqual(["large", "small", "unpaid"])
    expect(drawn.map(({ x, y }) => [x, y])).toEqual([[picture.left, picture.top], [picture.right, picture.bottom], [placeOf(2.5, "x"), placeOf(2.5, "y")]])
    expect(drawn.map(({ r }) => r)).toEqual([38, 22.5, 7])
  })
  it("lets no name cover another one or leave the picture, and draws the same for the same", () => {
    const mean = fc.integer({ min: 4, max: 16 }).map((sum) => sum / 4)
    fc.assert(fc.property(fc.array(fc.tuple(mean, mean, fc.integer({ min: 0, max: 90_000 })), { maxLength: 60 }), (rows) => {
      const applications = rows.map(([functional, technical, cost], at) => application(`Application ${at}`, functional, technical, `${cost}.00`))
      const drawn = bubbles(applications)
      expect(bubbles([...applications].reverse())).toEqual(drawn)
      const boxes = drawn.flatMap(({ label, application: { name } }) => (label ? [{ left: label.end ? label.x - 6.6 * name.length : label.x, right: label.end ? label.x : label.x + 6.6 * name.length, y: label.y }] : []))
      for (const box of boxes) expect(box.left > picture.left && box.right < picture.right).toBe(true)
      for (const [at, one] of boxes.entries()) for (const other of boxes.slice(at + 1)) expect(one.right < other.left || other.right < one.left || Math.abs(one.y - other.y) >= 14).toBe(true)
    }))
  })
  it("counts all and sends what is drawn", () => {
    const many = Array.from({ length: 250 }, (_, at) => application(`A${String(at).padStart(3, "0")}`, at % 2 ? 3 : null, 3, `${at}.00`, { mismatch: at % 2 === 1 }))
    const shown = portfolioShown(many, "picture")
    expect(shown).toMatchObject({ count: 250, assessed: 125, mismatches: 125, counts: { invest: 125, "not assessed": 125 }, costs: { invest: "15625.00", tolerate: null } })
    expect([shown.drawn.length, portfolioShown(many, "table").drawn.length]).toEqual([Math.min(125, mostBubbles), mostRows])
  })
})

describe("the board", () => {
  const tool = (id: string, seats: number, cost: string | null): BoardTool => ({
    id, ref: { id, kind: "application", code: id, name: id }, lifecycle: "active", uses: 1, seats, yearlyCost: cost, withoutCost: cost === null ? 1 : 0, pricedSeats: cost === null ? null : seats, pricedCost: cost,
  })
  const card = (name: string, tools: BoardTool[], owner: string | null = null) =>
    boardCard({ job: { id: name, kind: "function", code: name, name }, owner: owner === null ? null : { id: owner, kind: "person", code: owner, name: owner }, tools }, null)
  const cards = [card("Chat", [tool("a", 5, null), tool("b", 9, "10.00")]), card("Draw", [tool("c", 5, "50.00"), tool("d", 5, "0.00")], "P-1"), card("Write", [tool("e", 1, "900.00")]), card("Sign", [tool("f", 1, "90.00"), tool("g", 1, "1.00")], "P-1")]
  const names = (query: string) => cardsThatFit(cards, boardAsk(new URLSearchParams(query))).map(({ job }) => job.name)
  it("is ordered as asked, what is not known last, and filtered by owner", () => {
    expect(names("")).toEqual(["Sign", "Draw", "Write", "Chat"])
    expect(names("order=cost")).toEqual(["Write", "Sign", "Draw", "Chat"])
    expect(names("order=seats")).toEqual(["Chat", "Draw", "Sign", "Write"])
    expect(names("order=name&owner=P-1")).toEqual(["Draw", "Sign"])
    expect(names("owner=none&order=nonsense")).toEqual(["Write", "Chat"])
  })
  it("draws as many as a person reads and counts the rest", () => {
    const many = Array.from({ length: 300 }, (_, at) => card(`Job ${at}`, [tool("a", 1, "1.00"), tool("b", 1, "1.00")]))
    const board = boardShown([...many, card("Alone", [tool("c", 1, "1.00")])], boardAsk(new URLSearchParams()))
    expect(board).toMatchObject({ fitting: 301, onBoard: 300, rows: [] })
    expect(board.columns.map(({ shown, count }) => [shown.length, count])[0]).toEqual([mostCards, 300])
    expect(boardShown(many, boardAsk(new URLSearchParams("view=table"))).rows).toHaveLength(mostBoardRows)
  })
})
