/** Proves the computed sentences: numbers, one and many, nothing, and everything aligned. */
import { describe, expect, it } from "vitest"
import { figures } from "~/features/alignment/figures"
import type { GraphLink, GraphNode } from "~/features/alignment/graph"
import {
  goalsTitle, initiativesTitle, mapSubSentences, mapTitle, moneySentence, percent, sayDoSentence,
} from "~/features/alignment/sentence"
import { aLink, aNode, graphOf } from "./chain-builder"

function company(goals: number, served: number, lost: number, budget = "105000") {
  const nodes: GraphNode[] = goals > 0 ? [aNode("goal", "P")] : []
  const links: GraphLink[] = []
  for (let at = 1; at <= goals; at += 1) nodes.push(aNode("goal", `g${at}`, { parentId: "P" }))
  for (let at = 1; at <= served; at += 1) {
    nodes.push(aNode("initiative", `i${at}`))
    links.push(aLink(`i${at}`, "contributes to", `g${at}`, 9))
  }
  for (let at = 1; at <= lost; at += 1) nodes.push(aNode("initiative", `x${at}`, { budgets: { 2026: budget } }))
  return figures(graphOf(nodes, links))
}

describe("map title", () => {
  it("says what is served and what is not", () => {
    expect(mapTitle(company(12, 9, 4))).toBe("9 of 12 goals have work under way. 3 goals have none, and 4 initiatives serve no goal.")
    expect(mapTitle(company(2, 1, 1))).toBe("1 of 2 goals has work under way. 1 goal has none, and 1 initiative serves no goal.")
  })
  it("leaves out clauses that count nothing", () => {
    expect(mapTitle(company(12, 9, 0))).toBe("9 of 12 goals have work under way. 3 goals have none; every open initiative serves a goal.")
    expect(mapTitle(company(12, 12, 4))).toBe("All 12 goals have work under way, but 4 initiatives serve no goal.")
    expect(mapTitle(company(12, 12, 0))).toBe("All 12 goals have work under way, and every open initiative serves a goal.")
    expect(mapTitle(company(1, 1, 0))).toBe("The one goal has work under way, and every open initiative serves a goal.")
    expect(mapTitle(company(3, 0, 2))).toBe("None of the 3 goals has work under way, and 2 initiatives serve no goal.")
    expect(mapTitle(company(1, 0, 0))).toBe("The one goal has no work under way.")
  })
  it("has words for nothing", () => {
    expect(mapTitle(company(0, 0, 0))).toBe("No goal is active yet, and no work is open.")
    expect(mapTitle(company(0, 0, 2))).toBe("No goal is active yet, so 2 open initiatives serve none.")
    expect(mapTitle(company(0, 0, 1))).toBe("No goal is active yet, so 1 open initiative serves none.")
  })
})

describe("sentences below", () => {
  it("names money, missing budgets and the year", () => {
    const result = company(12, 9, 4)
    expect(mapSubSentences(result, { currency: "EUR", yearLabel: "2026-27" }))
      .toEqual(["Work worth €420k in 2026-27 is not linked to any goal.", "Nine active initiatives have no budget in 2026-27."])
    expect(mapSubSentences(company(1, 1, 0), { currency: "EUR" })).toEqual(["One active initiative has no budget."])
  })
  it("never invents money", () => {
    expect(moneySentence(company(1, 1, 0), { currency: "EUR" })).toBe("No active work has a budget yet.")
    expect(moneySentence(company(1, 0, 1), { currency: "EUR" })).toBe("Work worth €105k is under way; 0 % of it serves a goal.")
    expect(sayDoSentence(company(1, 1, 0))).toBe("Whether money follows words is not known yet.")
    expect(sayDoSentence(company(1, 0, 1))).toContain("100 of every 100")
  })
  it("rounds to 0 or 100 only when exact", () => {
    expect([0, 0.001, 0.5, 0.999, 1, null].map(percent)).toEqual(["0 %", "under 1 %", "50 %", "99 %", "100 %", "n/a"])
  })
  it("titles the lists", () => {
    const result = company(12, 9, 4)
    expect(goalsTitle(result)).toBe("9 of 12 goals have work under way; 3 need an answer.")
    expect(initiativesTitle(result)).toBe("13 initiatives are open, 13 of them under way; 4 serve no goal.")
  })
})
