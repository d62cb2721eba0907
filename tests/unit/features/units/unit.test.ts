// Headcounts that add up along a tree, and a tree's order and limits.

import { expect, it } from "vitest"
import { checkArchiving, checkPlace, inTreeOrder, keepWithAncestors, withParts, type Tree } from "~/features/elements/tree"
import { addHeadcounts, totalOf, unknownHeadcount, withWhole } from "~/features/units/unit"

const words = { one: "unit", many: "units" }
const rows = [
  { id: "b", parentId: "a" }, { id: "d", parentId: null }, { id: "a", parentId: null }, { id: "c", parentId: "b" }, { id: "lost", parentId: "gone" },
]
const tree: Tree = new Map(rows.map((row) => [row.id, { ...row, archived: row.id === "d" }]))

it("orders a tree from the top down and keeps the order of equals", () => {
  expect(inTreeOrder(rows).map(({ id, depth }) => `${id}${depth}`)).toEqual(["d0", "a0", "b1", "c2", "lost0"])
  expect(keepWithAncestors(rows, new Set(["c", "nowhere"])).map(({ id }) => id)).toEqual(["b", "a", "c"])
  expect([...withParts("a", rows)]).toEqual(["a", "b", "c"])
})

it("refuses places that would make a circle or hang below what is archived or unknown", () => {
  expect(() => checkPlace("a", "c", tree, words)).toThrow("part of itself")
  expect(() => checkPlace("a", "a", tree, words)).toThrow("part of itself")
  expect(() => checkPlace("c", "d", tree, words)).toThrow("archived")
  expect(() => checkPlace("c", "nowhere", tree, words)).toThrow("not here")
  expect(() => checkPlace("c", "a", tree, words)).not.toThrow()
  expect(() => checkArchiving(["a"], true, tree, words)).toThrow("One unit is part of it")
  expect(() => checkArchiving(["a", "b", "c"], true, tree, words)).not.toThrow()
})

it("adds a unit's people to everything it is part of; what nobody knows stays not known", () => {
  const headcounts = { d: unknownHeadcount, a: unknownHeadcount, b: { ...unknownHeadcount, frontline: 10, manager: 2 }, c: { ...unknownHeadcount, frontline: 30 }, lost: unknownHeadcount }
  const whole = withWhole(inTreeOrder(rows).map((row) => ({ ...row, headcount: headcounts[row.id as keyof typeof headcounts] })))
  expect(whole.map((row) => [row.id, row.whole.total, row.whole.frontline])).toEqual([["d", null, null], ["a", 42, 40], ["b", 42, 40], ["c", 30, 30], ["lost", null, null]])
  expect(totalOf({ ...unknownHeadcount, external: 0 })).toBe(0)
  expect(addHeadcounts([])).toMatchObject({ total: null })
})
