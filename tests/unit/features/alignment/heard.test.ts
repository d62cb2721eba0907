/** Proves the words on who was heard: on a card, in a list, in the map's sentence and in the answers to "why?". */
import { describe, expect, it } from "vitest"
import { groupHeardWords, heardClause, heardFrom, heardWords, isOpenSubject, type Heard, type HeardAbout } from "~/features/alignment/heard"
import { servingModel } from "~/features/alignment/serving"
import { whyOf } from "~/features/alignment/why"
import { plainText } from "~/features/alignment/why-parts"
import { coverageOf, type Stratum, type Voice } from "~/features/consultations/coverage"
import { aLink, aNode, graphOf } from "./chain-builder"

const strata: Stratum[] = [
  { unitId: "shops", unitName: "Shops", roleLevel: "frontline", headcount: 80 }, { unitId: "shops", unitName: "Shops", roleLevel: "manager", headcount: 10 },
  { unitId: "store", unitName: "Warehouse", roleLevel: "frontline", headcount: 10 },
]
const voices = (unitId: string, roleLevel: Voice["roleLevel"], count: number): Voice[] =>
  Array.from({ length: count }, (_, at) => ({ personId: `${unitId} ${roleLevel} ${at}`, unitId, roleLevel }))
const about = (heard: Voice[], parts: { opened?: boolean; nobody?: boolean; mustHear?: boolean; strata?: Stratum[] } = {}): HeardAbout =>
  heardFrom({
    coverage: coverageOf({ strata: parts.strata ?? strata, voices: heard, percent: 10, mustHear: parts.mustHear ? [{ personId: "x", name: "X", heard: false }] : [] }),
    nobody: parts.nobody ? {} : null, lastOpenedOn: parts.opened === false ? null : "2026-11-02",
  })
const everybody = [...voices("shops", "frontline", 8), ...voices("shops", "manager", 1), ...voices("store", "frontline", 1)]

describe("on a card", () => {
  it("says how much was heard, and what is missing while that is too little", () => {
    expect(heardWords(about(everybody))).toEqual({ state: "done", words: "Heard 100 %", more: "", full: "Heard 3 of 3 groups, 100 %.", isUnder: false })
    expect(heardWords(about(voices("shops", "frontline", 4)))).toEqual({
      state: "at-risk", words: "Heard 40 %", more: "missing: Shops, front line; 2 more", isUnder: true,
      full: "Heard 0 of 3 groups, 40 %. Missing: Shops, front line; Shops, managers; Warehouse, front line.",
    })
  })
  it("does not say 0 % of what was heard a little", () => {
    const crowd: Stratum[] = [{ unitId: "shops", unitName: "Shops", roleLevel: "frontline", headcount: 5000 }]
    expect(heardWords(about(voices("shops", "frontline", 1), { strata: crowd }))).toMatchObject({ words: "Heard under 1 %", state: "at-risk", full: "Heard 0 of 1 group, under 1 %. Missing: Shops, front line." })
  })
  it("is under the gate at 90 % while a unit is silent or somebody must still be heard", () => {
    expect(heardWords(about(everybody.slice(0, 9)))).toMatchObject({ state: "at-risk", words: "Heard 90 %", more: "missing: Warehouse, front line", isUnder: true })
    const must = heardWords(about(everybody, { mustHear: true }))
    expect(must).toMatchObject({ state: "at-risk", words: "Heard 100 %", more: "missing: 1 who must be heard" })
    expect(JSON.stringify(must)).not.toContain('"X"')
  })
  it("tells nobody asked, nobody heard, nobody affected and nobody counted apart", () => {
    expect(heardWords(about([], { opened: false }))).toMatchObject({ state: "gap", words: "Nobody asked", more: "100 people affected", isUnder: true })
    expect(heardWords(about([]))).toMatchObject({ state: "gap", words: "Nobody heard yet", isUnder: true })
    expect(heardWords(about([], { nobody: true, strata: [] }))).toMatchObject({ state: "done", words: "Nobody affected", isUnder: false })
    expect(heardWords(about([], { strata: [] }))).toMatchObject({ state: "unknown", words: "Who is affected?", isUnder: false })
  })
  it("counts in a closed group those that too few were heard about", () => {
    expect(groupHeardWords([])).toBeNull()
    expect(groupHeardWords([about(everybody), about([])])).toMatchObject({ state: "gap", words: "1 of 2 unheard", isUnder: true })
    expect(groupHeardWords([about(everybody)])).toMatchObject({ state: "done", words: "Heard enough" })
  })
})

describe("the map's sentence", () => {
  const clause = (...list: HeardAbout[]) => heardClause(new Map(list.map((each, at) => [String(at), each])))
  it("counts where too few were heard and where nobody was asked", () => {
    const [enough, few, none] = [about(everybody), about(voices("shops", "frontline", 4)), about([], { opened: false })]
    expect(clause()).toBe("")
    expect(clause(about([], { strata: [] }))).toBe("")
    expect(clause(enough, enough)).toBe("Enough people were heard about all 2 open goals and initiatives.")
    expect(clause(enough, few, none)).toBe("Too few people were heard about 2 of 3 open goals and initiatives, and nobody was asked about 1.")
    expect(clause(enough, few)).toBe("Too few people were heard about 1 of 2 open goals and initiatives.")
    expect(clause(enough, none)).toBe("Too few people were heard about 1 of 2 open goals and initiatives: nobody was asked.")
    expect(clause(none)).toBe("Too few people were heard about the one open goal or initiative: nobody was asked.")
  })
  it("is about open goals and work alone", () => {
    const open = [aNode("goal", "g"), aNode("goal", "d", { status: "draft" }), aNode("initiative", "i", { status: "on hold" })]
    const closed = [aNode("goal", "r", { status: "retired" }), aNode("initiative", "c", { status: "completed" }), aNode("service", "s"), aNode("unit", "u")]
    expect([...open, ...closed].filter(isOpenSubject)).toEqual(open)
  })
})

describe("why", () => {
  const model = servingModel(graphOf(
    [
      aNode("goal", "P", { name: "Grow" }), aNode("goal", "G", { name: "Sell online", parentId: "P" }), aNode("initiative", "shop", { name: "New web shop" }),
      aNode("initiative", "old", { name: "Old shop", status: "completed" }), aNode("service", "S", { name: "Ordering" }), aNode("application", "A", { name: "ShopX" }),
      aNode("unit", "shops", { name: "Shops" }), aNode("unit", "store", { name: "Warehouse" }),
    ],
    [aLink("shop", "contributes to", "G", 9), aLink("shop", "improves", "S"), aLink("A", "delivers", "S"), aLink("shop", "affects", "store"), aLink("old", "affects", "store")],
  ))
  const last = (id: string, heard: Heard) => {
    const all = plainText(whyOf(model, id, heard) ?? { question: "", sentences: [] })
    return all.slice(plainText(whyOf(model, id, null) ?? { question: "", sentences: [] }).length).trim()
  }
  const heard = new Map([["shop", about(everybody.slice(0, 9))]])
  it("names who was heard, from the work and from everything it touches", () => {
    expect(last("shop", heard)).toBe("Shops was heard on it: 2 of 3 groups, 90 %. Missing: Warehouse, front line.")
    expect(last("shop", new Map([["shop", about(everybody)]]))).toBe("Shops and Warehouse were heard on it: 3 of 3 groups, 100 %.")
    for (const id of ["G", "S", "A", "store"]) expect(last(id, heard), id).toBe("Shops was heard on New web shop: 2 of 3 groups, 90 %. Missing: Warehouse, front line.")
  })
  it("says of open work that nobody was asked, and nothing of that about finished work", () => {
    expect(last("shop", new Map())).toBe("Nobody was asked about it yet.")
    expect(last("G", new Map())).toBe("Nobody was asked about New web shop yet.")
    expect(last("old", new Map())).toBe("")
    expect(last("old", new Map([["old", about(everybody)]]))).toBe("Shops and Warehouse were heard on it: 3 of 3 groups, 100 %.")
    expect(last("shop", new Map([["shop", about([], { opened: false, nobody: true, strata: [] })]]))).toBe("Nobody is affected by it.")
  })
  it("says when people were asked and nobody came, and when nobody said who is affected", () => {
    expect(last("shop", new Map([["shop", about([])]]))).toMatch(/^People were asked about it, but nobody was heard yet: 0 of 3 groups, 0 %\. Missing: Shops, front line;/)
    expect(last("shop", new Map([["shop", about([], { strata: [] })]]))).toBe("People were asked about it, but who is affected is not known yet.")
  })
  it("names the units as links", () => {
    expect(whyOf(model, "shop", heard)?.sentences.at(-1)?.[0]).toEqual({ text: "Shops", nodeId: "shops" })
  })
})
