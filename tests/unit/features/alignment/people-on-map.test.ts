/** Proves the column of people and groups: who stands in it, how they are tied, the same at every load, gathered when many. */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { figuresOf } from "~/features/alignment/figures"
import type { Graph } from "~/features/alignment/graph"
import type { HeardAbout } from "~/features/alignment/heard"
import { mapFile } from "~/features/alignment/map-file"
import { chainFor, mapPageData } from "~/features/alignment/map-page-data"
import { mapPicture, type MapSource } from "~/features/alignment/map-picture"
import { readMapRequest } from "~/features/alignment/map-request"
import { tieOf, tiesSentence, withPeople, type PeopleOnMap, type PersonOnMap } from "~/features/alignment/people-on-map"
import { servingModel } from "~/features/alignment/serving"
import { companyGraph, seeded } from "../../../bench/graphs"
import { aLink, aNode, graphOf } from "./chain-builder"

const person = (id: string, parts: Partial<PersonOnMap> = {}): PersonOnMap => ({ id, code: `P-${id.replace(/\D/g, "")}`, name: id, sortKey: id, groupOf: null, unitId: null, ...parts })
const graph = graphOf(
  [aNode("goal", "P"), aNode("goal", "g", { parentId: "P" }), aNode("goal", "o", { parentId: "g" }), aNode("initiative", "shop", { code: "I-34", name: "New web shop" }), aNode("initiative", "lake", { name: "Data lake" })],
  [aLink("shop", "contributes to", "g", 9)],
)
const people: PeopleOnMap = {
  withStanding: false,
  people: [person("ana1", { name: "Ana" }), person("ben2", { name: "Ben" }), person("crew3", { name: "Night crew", groupOf: 40 }), person("zoe4")],
  ties: [
    { personId: "ana1", subjectId: "shop", relation: "affected" }, { personId: "ana1", subjectId: "shop", relation: "heard" }, { personId: "ana1", subjectId: "lake", relation: "must be heard" },
    { personId: "ben2", subjectId: "o", relation: "invited" }, { personId: "crew3", subjectId: "shop", relation: "heard" }, { personId: "zoe4", subjectId: "gone", relation: "heard" },
  ],
}
const missing: HeardAbout = { isAsked: false, affectsNobody: false, share: 0, headcount: 340, groups: 2, groupsHeard: 0, passes: false, missing: ["Shops, front line", "Warehouse, front line"], mustStill: 0, unitIds: [] }

function sourceOf(own: Graph, more: Partial<MapSource> = {}): MapSource {
  const model = servingModel(own)
  return { version: "1", today: "2026-11-22", company: { currency: "EUR", yearFirstMonth: 1 }, graph: own, model, figuresFor: (year) => figuresOf(model, { year }), gapsOf: () => [], owners: [], ...more }
}
const asked = (search: string) => readMapRequest(new URLSearchParams(search))

describe("the ties", () => {
  it("are the strongest of what is known", () => {
    expect([
      tieOf({ isHeard: true, mustHear: true, isInvited: true }), tieOf({ isHeard: false, mustHear: true, isInvited: true }),
      tieOf({ isHeard: false, mustHear: false, isInvited: true }), tieOf({ isHeard: false, mustHear: false, isInvited: false }),
    ]).toEqual(["heard", "must be heard", "invited", "to be asked"])
    const { nodes, links } = withPeople(graph, graph, people)
    expect(nodes.filter(({ kind }) => kind === "person").map(({ id }) => id)).toEqual(["ana1", "ben2", "crew3"])
    expect(links.filter(({ from }) => from === "ana1").map(({ relation, to }) => [relation, to])).toEqual([["must be heard", "lake"], ["heard", "shop"]])
  })
  it("to an objective that is folded lead to its goal", () => {
    const cards = mapPicture(sourceOf(graph, { people }), asked("with=person"))
    expect(cards.edges.filter(({ to }) => to === "P-2").map(({ from, unheard }) => [from, unheard])).toEqual([["G-g", true]])
  })
  it("read as one sentence", () => {
    const tie = (relation: "heard" | "invited", name: string) => ({ relation, code: name, name })
    expect(tiesSentence([tie("invited", "D"), ...["A", "B", "C", "E"].map((name) => tie("heard", name))])).toBe("Heard on A, B and 2 more; invited to speak on D.")
    expect(tiesSentence([])).toBe("")
  })
})

describe("the column", () => {
  it("stands there only when asked for, says what is still to be done, and dots the line to whoever was not heard", () => {
    expect(mapPicture(sourceOf(graph, { people }), asked("")).cards.some(({ column }) => column === "person")).toBe(false)
    const picture = mapPicture(sourceOf(graph, { people }), asked("with=person"))
    expect(picture.heads.at(-1)).toMatchObject({ column: "person", label: "People & groups", count: 3 })
    expect(picture.cards.find(({ code }) => code === "P-1")).toMatchObject({ state: "off-track", fact: "Must be heard", kind: "person", spoken: "Person Ana, P-1: Heard on New web shop; must be heard on Data lake." })
    expect(picture.cards.find(({ code }) => code === "P-3")).toMatchObject({ state: "done", fact: "Heard on 1", spoken: "Group Night crew, P-3: Heard on New web shop." })
    expect(picture.edges.filter(({ to }) => to === "P-1").map(({ from, unheard }) => [from, unheard]).sort()).toEqual([["I-34", false], ["I-lake", true]])
  })
  it("is in the list below each record, and in the chain of whoever is pinned", () => {
    const source = sourceOf(graph, { people })
    const { tree } = mapPageData(source, new URLSearchParams("with=person"), "table")
    const work = tree?.sections[0]?.rows[0]?.below[0]
    expect(work?.below.map(({ code, fact, href }) => [code, fact, href])).toEqual([["P-1", "Heard", "/people/P-1"], ["P-3", "Heard", "/people/P-3"]])
    const chain = chainFor(source, new URLSearchParams("with=person&trace=P-1"))
    expect(chain).toMatchObject({ code: "P-1", href: "/people/P-1", question: "What is Ana asked about?" })
    expect(JSON.stringify(chain?.tree)).toContain("New web shop")
    expect(chainFor(source, new URLSearchParams("trace=P-1"))).toBeNull()
  })
  it("keeps the pictures of the two kinds of readers apart", () => {
    const search = new URLSearchParams("with=person")
    const source = sourceOf(graph)
    const extra: PeopleOnMap = { ...people, withStanding: true, ties: [...people.ties, { personId: "zoe4", subjectId: "shop", relation: "affected" }] }
    const codes = (with_: PeopleOnMap) => mapPageData({ ...source, people: with_ }, search, "map").picture?.cards.filter(({ column }) => column === "person").map(({ code }) => code).sort()
    expect(codes(extra)).toEqual(["P-1", "P-2", "P-3", "P-4"])
    expect(codes(people)).toEqual(["P-1", "P-2", "P-3"])
  })
  it("is in the same order at every load, lays no card over another, and keeps to 300 nodes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 20, max: 500 }), (seed, size) => {
        const own = companyGraph(seed, size)
        const random = seeded(seed)
        const subjects = own.nodes.filter(({ kind }) => kind === "initiative" || kind === "goal")
        const many = Array.from({ length: 60 }, (_, at) => person(`p${at}`))
        const ties = many.flatMap(({ id }) => [0, 1].map((at) => ({ personId: id, subjectId: subjects[Math.floor(random() * subjects.length)]?.id ?? "", relation: at === 0 ? ("heard" as const) : ("invited" as const) })))
        const heard = new Map(subjects.filter((_, at) => at % 3 !== 0).map(({ id }) => [id, missing]))
        const draw = (mixed: boolean) => mapPicture(
          sourceOf(mixed ? { nodes: [...own.nodes].reverse(), links: [...own.links].reverse() } : own, { heard, people: { withStanding: false, people: mixed ? [...many].reverse() : many, ties: mixed ? [...ties].reverse() : ties } }),
          asked("with=person&with=unit&overlay=unheard"),
        )
        const [one, two] = [draw(false), draw(true)]
        expect(two.cards.map(({ key, x, y, height }) => [key, x, y, height])).toEqual(one.cards.map(({ key, x, y, height }) => [key, x, y, height]))
        expect(one.cards.length).toBeLessThanOrEqual(300)
        for (const card of one.cards) for (const other of one.cards) if (card.x === other.x && card.y < other.y) expect(other.y).toBeGreaterThanOrEqual(card.y + card.height)
      }),
      { numRuns: 25 },
    )
  })
})

describe("the overlay of unheard people", () => {
  const source = sourceOf(graph, { heard: new Map([["shop", missing]]) })
  it("adds its lines to the card, to the list, to the file and to the sentence", () => {
    const card = mapPicture(source, asked("overlay=unheard")).cards.find(({ code }) => code === "I-34")
    expect(card).toMatchObject({ height: 66 + 42, heard: { words: "Nobody asked", state: "gap", isUnder: true } })
    expect(card?.spoken).toMatch(/Nobody was asked, 340 people affected\.$/)
    const { tree, below } = mapPageData(source, new URLSearchParams("overlay=unheard"), "table")
    expect(tree?.sections[0]?.rows[0]?.below[0]?.heard?.full).toBe("Nobody was asked, 340 people affected.")
    expect(below[0]).toBe("Too few people were heard about the one open goal or initiative: nobody was asked.")
    const svg = mapFile(source, new URLSearchParams("overlay=unheard"))
    for (const words of [">Nobody asked<", ">340 people affected<", "Too few people were heard"]) expect(svg).toContain(words)
  })
  it("says nothing while it is off", () => {
    expect(mapPicture(source, asked("")).cards.every(({ heard, height }) => heard === null && height === 66)).toBe(true)
    expect(mapFile(source, new URLSearchParams())).not.toContain("Nobody asked")
    expect(mapPageData(source, new URLSearchParams(), "map").below.join(" ")).not.toContain("heard")
  })
})
