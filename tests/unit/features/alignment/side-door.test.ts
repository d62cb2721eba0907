// Where the needs behind side-door tools stand on the map, and how the overlay words them.

import { expect, it } from "vitest"
import { goalsOfNeed, groupNeedWords, needClause, needsUnderGoals, needWords, type OpenNeed } from "~/features/alignment/side-door"
import type { Graph, GraphNode } from "~/features/alignment/graph"
import { servingModel } from "~/features/alignment/serving"

const node = (id: string, kind: GraphNode["kind"], more: Partial<GraphNode> = {}): GraphNode =>
  ({ id, kind, code: id, name: id, sortKey: id, status: kind === "goal" ? "active" : null, parentId: null, ownerId: null, ownerName: null, unitIds: [], ...more })
const link = (from: string, relation: Graph["links"][number]["relation"], to: string) => ({ id: `${from}>${to}`, from, to, relation })
const graph: Graph = {
  nodes: [
    node("pillar", "goal"), node("fast", "goal", { parentId: "pillar" }), node("kind", "goal", { parentId: "pillar" }), node("old", "goal", { status: "achieved" }),
    node("phones", "service"), node("mail", "service"), node("app", "application"), node("care", "capability"), node("desk", "unit"), node("board", "unit"),
  ],
  links: [link("desk", "uses", "phones"), link("desk", "uses", "app"), link("app", "delivers", "mail"), link("phones", "supports", "fast"), link("phones", "supports", "old"), link("mail", "supports", "care"), link("care", "enables", "kind")],
}
const model = servingModel(graph)
const need = (id: string, more: Partial<OpenNeed> = {}): OpenNeed => ({ id, code: `B-${id}`, name: `Tool ${id}`, need: "To see more.", unitId: null, goalId: null, ...more })
const under = (one: Partial<OpenNeed>) => goalsOfNeed(model, need("1", one)).map(({ id }) => id)

it("a need stands under the goal it names, else under those that what its team uses leads to, finished ones left out", () => {
  expect(under({ goalId: "kind", unitId: "desk" })).toEqual(["kind"])
  expect(under({ unitId: "desk" })).toEqual(["fast", "kind"])
  expect(under({ unitId: "board" })).toEqual([])
  expect(under({})).toEqual([])
  expect(under({ goalId: "old", unitId: "desk" })).toEqual([])
  expect(under({ goalId: "gone" })).toEqual([])
})

it("the clause counts needs and goals, and says how many lead to none", () => {
  const clause = (needs: readonly OpenNeed[]) => needClause(needsUnderGoals(model, needs))
  expect(clause([])).toBe("No need waits that a team met on its own.")
  expect(clause([need("1", { goalId: "fast" })])).toBe("1 need is met by a tool that a team got on its own; it stands under 1 goal.")
  expect(clause([need("1", { unitId: "desk" }), need("2")])).toBe("2 needs are met by tools that teams got on their own; they stand under 2 goals, 1 under none.")
  expect(clause([need("2")])).toBe("1 need is met by a tool that a team got on its own; no goal is known for it.")
})

it("a card names the first tool and never boxes a goal; a group counts a need once", () => {
  expect(needWords([need("1"), need("2")])).toEqual({ state: "not-started", words: "2 side-door needs", more: "Tool 1; 1 more", full: "2 side-door needs: Tool 1; Tool 2.", isUnder: false })
  expect(groupNeedWords([[need("1")], [need("1")], []])?.words).toBe("1 side-door need")
  expect(groupNeedWords([[]])).toBeNull()
})
