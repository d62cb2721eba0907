/** Proves the answers to "why are we doing this?": the chain in words, and plainly what is missing. */
import { describe, expect, it } from "vitest"
import { servingModel } from "~/features/alignment/serving"
import { whyOf } from "~/features/alignment/why"
import { plainText } from "~/features/alignment/why-parts"
import { aLink, aNode, graphOf } from "./chain-builder"

const nodes = [
  aNode("goal", "P", { name: "Grow online sales" }),
  aNode("goal", "G", { name: "Cut order time by 20 %", parentId: "P" }),
  aNode("goal", "N", { name: "Answer in one day", parentId: "P" }),
  aNode("goal", "D", { name: "Open abroad", parentId: "P", status: "draft" }),
  aNode("initiative", "shop", { name: "New web shop" }),
  aNode("initiative", "record", { name: "One customer record" }),
  aNode("initiative", "lake", { name: "Data lake" }),
  aNode("initiative", "chat", { name: "Chat", status: "idea" }),
  aNode("service", "S", { name: "Ordering" }), aNode("service", "X", { name: "Printing" }),
  aNode("application", "A", { name: "ShopX", seats: 210 }), aNode("application", "B", { name: "PrintHub" }),
  aNode("unit", "u1", { name: "Sales" }), aNode("unit", "u2", { name: "Support" }),
  aNode("capability", "top", { name: "Selling" }), aNode("capability", "low", { name: "Taking orders", parentId: "top" }),
]
const links = [
  aLink("shop", "contributes to", "G", 9, { reason: "orders no longer go by phone.", isPrimary: true }),
  aLink("record", "contributes to", "G", 3), aLink("chat", "contributes to", "N", 9),
  aLink("shop", "improves", "S"), aLink("A", "delivers", "S"), aLink("u1", "uses", "A"), aLink("u2", "uses", "A"),
  aLink("top", "enables", "G"),
]
const model = servingModel(graphOf(nodes, links))
const answer = (id: string) => {
  const why = whyOf(model, id, null)
  return why === null ? null : plainText(why)
}

describe("why", () => {
  it("tells the chain from an initiative", () => {
    expect(answer("shop")).toBe(
      "For Cut order time by 20 %, which is part of Grow online sales. New web shop carries most of it " +
      "(strong link: “orders no longer go by phone”), helped by One customer record. " +
      "It changes Ordering, used by 210 people in Sales and Support through ShopX.")
    expect(answer("record")).toBe(
      "For Cut order time by 20 %, which is part of Grow online sales. One customer record helps (link of some strength); New web shop carries most of it.")
  })
  it("names records as links", () => {
    expect(whyOf(model, "shop", null)?.sentences[0]).toEqual([
      { text: "For " }, { text: "Cut order time by 20 %", nodeId: "G" }, { text: ", which is part of " },
      { text: "Grow online sales", nodeId: "P" }, { text: "." },
    ])
  })
  it("says plainly what is missing", () => {
    expect(answer("lake")).toBe("Data lake serves no goal yet.")
    expect(answer("chat")).toBe("For Answer in one day, which is part of Grow online sales. Chat is an idea so far; no work under way serves this goal yet.")
    expect(answer("N")).toBe("Answer in one day is part of Grow online sales. No work under way serves it yet.")
    expect(answer("D")).toBe("Open abroad is part of Grow online sales. It is not an active goal, so no work is counted for it.")
    expect(answer("X")).toBe("Printing has no path to a goal yet.")
    expect(answer("B")).toBe("PrintHub delivers no service yet, so it reaches no goal.")
    expect(answer("nobody")).toBeNull()
  })
  it("tells it from every other kind", () => {
    expect(answer("P")).toBe(
      "Grow online sales holds 2 active goals: Cut order time by 20 % and Answer in one day. No work under way serves Answer in one day yet.")
    expect(answer("G")).toContain("New web shop carries most of it")
    expect(answer("S")).toBe("New web shop changes Ordering for Cut order time by 20 %, which is part of Grow online sales. It is used by 210 people in Sales and Support through ShopX.")
    expect(answer("A")).toContain("ShopX delivers Ordering. New web shop changes Ordering for")
    expect(answer("low")).toBe("Taking orders enables Cut order time by 20 %, which is part of Grow online sales.")
    expect(answer("u1")).toBe("Sales uses ShopX.")
  })
})
