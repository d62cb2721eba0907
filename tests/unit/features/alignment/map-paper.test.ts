// The map's picture for paper: everything is still there, nothing lies on anything else, and long columns are folded.

import { expect, it } from "vitest"
import { paperPicture } from "~/features/alignment/map-paper"
import { cardWidth, type MapCardData, type MapPicture } from "~/features/alignment/map-picture"

const sheet = { width: 1060, height: 560 }

function aPicture(counts: { goal: number; application: number }, height = 66): MapPicture {
  const card = (column: "goal" | "application", at: number): MapCardData => ({
    id: `${column}${at}`, key: `${column}${at}`, column, x: column === "goal" ? 0 : 234, y: at * (height + 14), height, name: "A card", code: "", state: "none", fact: "", gap: null, spoken: "", kind: column, count: 1, heard: null,
  })
  const cards = (["goal", "application"] as const).flatMap((column) => Array.from({ length: counts[column] }, (_, at) => card(column, at)))
  const head = (column: "goal" | "application", x: number) => ({ column, label: column, x, count: counts[column], gaps: 0 })
  const edges = [{ id: "e", from: "goal0", to: `application${counts.application - 1}`, line: "M0 0", width: 1, count: 1, role: "chain" as MapPicture["edges"][number]["role"], indirect: false, unheard: false }]
  return { cards, edges, heads: [head("goal", 0), head("application", 234)], width: 420, height: counts.application * (height + 14), isRolledUp: false, opened: [], records: cards.length, stepCount: 0 }
}

const scaleOf = ({ width, height }: MapPicture) => Math.min(sheet.width / width, sheet.height / height)

it("keeps every card within the sheet's picture and lets none lie on another", () => {
  for (const application of [1, 2, 13, 40, 300]) {
    const folded = paperPicture(aPicture({ goal: 3, application }), sheet)
    expect(folded.cards.map(({ key }) => key)).toEqual(aPicture({ goal: 3, application }).cards.map(({ key }) => key))
    for (const [at, one] of folded.cards.entries()) {
      expect(one.x + cardWidth).toBeLessThanOrEqual(folded.width)
      expect(one.y + one.height).toBeLessThanOrEqual(folded.height)
      for (const other of folded.cards.slice(at + 1)) expect(one.x === other.x && Math.abs(one.y - other.y) < one.height, `${one.key} on ${other.key}`).toBe(false)
    }
  }
})

it("draws a long column much larger than the screen's picture would be, and a short map as it is", () => {
  const long = aPicture({ goal: 12, application: 40 })
  expect(scaleOf(paperPicture(long, sheet))).toBeGreaterThan(2.5 * scaleOf(long))
  expect(paperPicture(aPicture({ goal: 3, application: 4 }), sheet).width).toBe(420)
})

it("draws its lines between the new places", () => {
  const folded = paperPicture(aPicture({ goal: 3, application: 40 }), sheet)
  const [goal, last] = [folded.cards[0]!, folded.cards.at(-1)!]
  expect(folded.edges[0]!.line).toMatch(new RegExp(`^M${goal.x + cardWidth} ${goal.y + goal.height / 2}C.* ${last.x} ${last.y + last.height / 2}$`))
})
