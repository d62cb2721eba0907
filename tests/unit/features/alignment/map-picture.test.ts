/** The picture of the map: the same at every load, nothing overlapping, its gaps and numbers those of the figures. */
import { readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { figuresOf } from "~/features/alignment/figures"
import { gapsByRecord } from "~/features/alignment/gaps"
import type { Graph } from "~/features/alignment/graph"
import { fit } from "~/features/alignment/map-drawing"
import { mapFile } from "~/features/alignment/map-file"
import { nextCard } from "~/features/alignment/map-keys"
import { chainFor, mapPageData } from "~/features/alignment/map-page-data"
import { filePalette } from "~/features/alignment/map-palettes"
import { mapPicture, type MapSource } from "~/features/alignment/map-picture"
import { readMapRequest, viewFor } from "~/features/alignment/map-request"
import { servingModel } from "~/features/alignment/serving"
import { companyGraph, seeded } from "../../../bench/graphs"
import { aLink, aNode, goalsWeighing, graphOf } from "./chain-builder"

function sourceOf(graph: Graph): MapSource {
  const model = servingModel(graph)
  const figures = figuresOf(model)
  const gaps = gapsByRecord(figures.gaps)
  return {
    version: "1", today: "2026-11-22", company: { currency: "EUR", yearFirstMonth: 1 }, graph, model,
    figuresFor: (year) => figuresOf(model, { year }), gapsOf: (id) => gaps.get(id) ?? [], owners: [{ id: "p1", code: "P-1", name: "A. Kim" }],
  }
}
const asked = (search = "") => readMapRequest(new URLSearchParams(search))
const shuffled = (graph: Graph, seed: number): Graph => {
  const random = seeded(seed)
  const mix = <T>(list: readonly T[]) => [...list].map((item) => ({ item, at: random() })).sort((a, b) => a.at - b.at).map(({ item }) => item)
  return { nodes: mix(graph.nodes), links: mix(graph.links) }
}
const small = graphOf(
  [
    ...goalsWeighing(50, 30),
    aNode("initiative", "shop", { name: "New web shop", code: "I-34", budgets: { 2026: "320000.00" }, health: "at risk", progress: 0.4 }),
    aNode("initiative", "lake", { name: "Data lake", code: "I-28", budgets: { 2026: "420000.00" } }),
    aNode("service", "ordering"), aNode("application", "shopx", { seats: 120, yearlyCost: "60000.00" }), aNode("application", "fax"),
  ],
  [aLink("shop", "contributes to", "g1", 9), aLink("shop", "replaces", "ordering"), aLink("shopx", "delivers", "ordering")],
)

describe("the picture", () => {
  it("is the same whatever order the records come in", () => {
    for (const size of [60, 900]) {
      const graph = companyGraph(3, size)
      const first = mapPicture(sourceOf(graph), asked())
      const second = mapPicture(sourceOf(shuffled(graph, 11)), asked())
      expect(second.cards.map((card) => [card.key, card.x, card.y])).toEqual(first.cards.map((card) => [card.key, card.x, card.y]))
    }
  })

  it("counts among only gaps every card that is one, also for want of a measure", () => {
    const bare = graphOf(small.nodes.map((node) => (node.kind === "goal" ? { ...node, measureCount: node.id === "g1" ? 0 : 1 } : node)), [...small.links])
    const { cards, heads } = mapPicture(sourceOf(bare), asked("gaps=1"))
    for (const { column, gaps } of heads) expect([column, gaps]).toEqual([column, cards.filter((card) => card.column === column && card.gap !== null).length])
    expect(heads.some(({ gaps }) => gaps > 0)).toBe(true)
  })

  it("says which pinned record is not on it", () => {
    const lost = (search: string) => mapPageData(sourceOf(small), new URLSearchParams(search), "map").lost
    expect([lost("trace=I-99"), lost("trace=I-34"), lost("")]).toEqual(["I-99", null, null])
  })

  it("draws a link that a file only implied dashed, and one beside a stated link like that", () => {
    const implied = graphOf([...small.nodes], small.links.map((link) => (link.relation === "replaces" ? { ...link, indirect: true as const } : link)))
    const dashed = mapPicture(sourceOf(implied), asked()).edges.filter((edge) => edge.indirect)
    expect(dashed.map(({ id }) => id)).toEqual(["chain:shop>ordering"])
    const both = graphOf([...small.nodes], [...implied.links, aLink("shop", "improves", "ordering")])
    expect(mapPicture(sourceOf(both), asked()).edges.filter((edge) => edge.indirect)).toEqual([])
    expect(mapFile(sourceOf(implied), new URLSearchParams()).match(/stroke-dasharray="8 4"/g)).toHaveLength(1)
  })

  it("never lays one card over another and stays within its size", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 5, max: 260 }), fc.boolean(), (seed, size, money) => {
        const picture = mapPicture(sourceOf(companyGraph(seed, size)), asked(money ? "money=1" : ""))
        const columns = new Map(picture.cards.map((card) => [card.x, picture.cards.filter((other) => other.x === card.x)]))
        for (const column of columns.values()) {
          const sorted = [...column].sort((a, b) => a.y - b.y)
          sorted.forEach((card, at) => {
            const next = sorted[at + 1]
            if (next) expect(next.y).toBeGreaterThanOrEqual(card.y + card.height)
            expect(card.y).toBeGreaterThanOrEqual(0)
            expect(card.y + card.height).toBeLessThanOrEqual(picture.height + 1)
          })
        }
      }),
      { numRuns: 40 },
    )
  })

  it("counts in its heads the gaps that the figures count", () => {
    const source = sourceOf(companyGraph(5, 400))
    const { gaps } = source.figuresFor(null)
    const heads = new Map(mapPicture(source, asked()).heads.map((head) => [head.column, head.gaps]))
    expect((heads.get("pillar") ?? 0) + (heads.get("goal") ?? 0)).toBe(gaps.goalsWithoutWork.length)
    expect(heads.get("work")).toBe(gaps.workWithoutGoal.length)
    expect(heads.get("service")).toBe(gaps.servicesWithoutPath.length)
    expect(heads.get("application")).toBe(gaps.applicationsWithoutService.length)
  })

  it("says on a card what is missing, with the money that it costs", () => {
    const cards = new Map(mapPicture(sourceOf(small), asked()).cards.map((card) => [card.code, card]))
    expect(cards.get("I-28")).toMatchObject({ state: "gap", fact: "No goal · €420k", gap: "workWithoutGoal" })
    expect(cards.get("I-34")).toMatchObject({ state: "at-risk", fact: "40 % · €320k" })
    expect(cards.get("G-g2")).toMatchObject({ state: "gap", fact: "No work yet" })
    expect(cards.get("A-shopx")?.spoken).toBe("Application shopx, A-shopx: 120 people")
  })

  it("makes a card taller the more money it takes", () => {
    const height = new Map(mapPicture(sourceOf(small), asked("money=1")).cards.map((card) => [card.code, card.height]))
    expect(height.get("I-28")).toBeGreaterThan(height.get("I-34") ?? Infinity)
    expect(height.get("A-fax")).toBe(66)
  })

  it("begins as an overview above 300 records", () => {
    const picture = mapPicture(sourceOf(companyGraph(9, 2000)), asked())
    expect(picture.isRolledUp).toBe(true)
    expect(picture.cards.length).toBeLessThanOrEqual(300)
    expect(picture.records).toBeGreaterThan(300)
  })
})

describe("only gaps", () => {
  const lacking = sourceOf(
    graphOf(
      [
        aNode("goal", "pillar"), aNode("goal", "goal", { parentId: "pillar" }), aNode("goal", "objective", { parentId: "goal", measureCount: 0, progress: 0.5 }),
        aNode("initiative", "shop"),
      ],
      [aLink("shop", "contributes to", "goal", 9)],
    ),
  )

  it("opens a goal whose objective is the gap, and says on that card what is missing", () => {
    const cards = mapPicture(lacking, asked("gaps=1")).cards
    expect(cards.find(({ code }) => code === "G-objective")).toMatchObject({ state: "gap", fact: "No measure yet" })
    expect(mapPicture(lacking, asked()).cards.some(({ code }) => code === "G-objective")).toBe(false)
  })
})

describe("the other views", () => {
  it("show the same records: list, matrix and chain", () => {
    const search = new URLSearchParams("trace=I-34")
    const tree = mapPageData(sourceOf(small), search, "table").tree
    expect(tree?.sections.map((section) => section.title)).toEqual(["P", "Work that serves no goal", "Applications that deliver no service"])
    expect(tree?.sections[0]?.rows[0]?.below[0]).toMatchObject({ code: "I-34", strength: 9, below: [{ code: "S-ordering", below: [{ code: "A-shopx" }] }] })
    const matrix = mapPageData(sourceOf(small), search, "matrix").matrix
    expect(matrix?.work.map((work) => [work.code, work.cells.map((cell) => cell?.strength ?? 0)])).toEqual([["I-28", [0, 0]], ["I-34", [9, 0]]])
    expect(mapPageData(sourceOf(small), new URLSearchParams("gaps=1"), "matrix").matrix).toMatchObject({ goals: [{ code: "G-g2" }], work: [{ code: "I-28" }] })
    expect(chainFor(sourceOf(small), search)?.tree[0]).toMatchObject({ code: "G-P", below: [{ code: "G-g1", below: [{ code: "I-34", here: true }] }] })
  })

  it("move by arrows along the lines", () => {
    const picture = mapPicture(sourceOf(small), asked())
    expect(nextCard(picture, "I-34", "ArrowRight")).toBe("S-ordering")
    expect(nextCard(picture, "I-34", "ArrowLeft")).toBe("G-g1")
    expect(nextCard(picture, "G-P", "ArrowLeft")).toBeNull()
  })
})

describe("the file", () => {
  it("has the colours of the screen's tokens, light and dark", () => {
    const tokens = readFileSync("app/ui/tokens.css", "utf8")
    for (const [, name = "", light, dark] of tokens.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)) {
      if (filePalette("light")(name) === filePalette("light")("text") && name !== "text") continue
      expect([name, filePalette("light")(name), filePalette("dark")(name)]).toEqual([name, light, dark])
    }
  })

  it("keeps hostile names as text", () => {
    const graph = graphOf([aNode("goal", "g", { name: `<script>alert("1")</script>\u0000&` })])
    const svg = mapFile(sourceOf(graph), new URLSearchParams())
    expect(svg).not.toContain("<script")
    expect(svg).toContain("&lt;script&gt;")
    expect(svg).not.toContain("\u0000")
  })

  it("shortens words to the room there is", () => {
    expect(fit("Short", 12, 200)).toBe("Short")
    expect(fit("A very long name that cannot fit", 12, 80)).toMatch(/^A very.*…$/)
  })
})

describe("the address", () => {
  it("leaves out a status that there is not, so that a damaged link hides nothing", () => {
    expect(asked("stage=nonsense&lifecycle=%00").statuses).toEqual({})
    expect(asked("stage=nonsense&stage=idea").statuses.initiative).toEqual(new Set(["idea"]))
  })

  it("shows nothing, and not everything, around a record that is not there", () => {
    for (const search of ["unit=U-999", "focus=G-999", "owner=P-999"]) expect(mapPicture(sourceOf(small), asked(search)).cards, search).toEqual([])
  })

  it("is read with whatever does not fit left out", () => {
    const request = asked("kind=goal&kind=nonsense&year=12&unit=DROP&owner=P-3&depth=99&view=other&trace=G-12&with=unit")
    expect([...request.kinds]).toEqual(["goal", "unit"])
    expect(request).toMatchObject({ year: null, unit: null, owner: "P-3", depth: 5, view: "map", trace: "G-12" })
  })

  it("begins with the list on phones unless it names a view", () => {
    expect(viewFor(new URLSearchParams(), "Mozilla/5.0 (iPhone) Mobile/15E148")).toBe("table")
    expect(viewFor(new URLSearchParams("view=map"), "Mobi")).toBe("map")
    expect(viewFor(new URLSearchParams(), "Mozilla/5.0 (X11; Linux)")).toBe("map")
  })
})
