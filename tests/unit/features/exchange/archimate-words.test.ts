// What ArchiMate's words mean to us, and that no relationship of a model is lost on the way.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { chainKinds, type ChainKind } from "~/features/elements/element"
import { mayLink, relations } from "~/features/elements/link"
import { broughtArchimate } from "~/features/exchange/archimate-brought"
import type { ArchiModel, ArchiRelationship } from "~/features/exchange/archimate-model"
import { kindOfType, meaningOf, recordName, recordSummary, relationshipOfLink, typeOfKind } from "~/features/exchange/archimate-words"
import type { Brought } from "~/features/exchange/brought"

const says = (type: string, from: ChainKind, to: ChainKind, more: { name?: string; modifier?: string } = {}) => {
  const meaning = meaningOf({ type, name: more.name ?? "", attributes: more.modifier === undefined ? {} : { modifier: more.modifier } }, from, to)
  if (meaning === null) return null
  if (meaning.part === "stake") return meaning.reversed ? `${to} has a stake in ${from}` : `${from} has a stake in ${to}`
  return meaning.part === "parent" ? `${to} part of ${from}` : meaning.reversed ? `${to} ${meaning.relation} ${from}` : `${from} ${meaning.relation} ${to}`
}

describe("a relationship", () => {
  it.each([
    ["Realization", "initiative", "goal", "initiative contributes to goal"],
    ["Influence", "initiative", "goal", "initiative contributes to goal"],
    ["Association", "goal", "initiative", "initiative contributes to goal"],
    ["Association", "person", "goal", "person has a stake in goal"],
    ["Association", "service", "person", "person has a stake in service"],
    ["Influence", "person", "application", "person has a stake in application"],
    ["Triggering", "initiative", "initiative", "initiative requires initiative"],
    ["Realization", "initiative", "service", "initiative introduces service"],
    ["Association", "initiative", "service", "initiative improves service"],
    ["Association", "unit", "initiative", "initiative affects unit"],
    ["Realization", "service", "goal", "service supports goal"],
    ["Serving", "service", "capability", "service supports capability"],
    ["Realization", "capability", "goal", "capability enables goal"],
    ["Realization", "application", "service", "application delivers service"],
    ["Serving", "application", "service", "application delivers service"],
    ["Serving", "service", "unit", "unit uses service"],
    ["Association", "application", "unit", "unit uses application"],
    ["Composition", "goal", "goal", "goal part of goal"],
    ["Aggregation", "unit", "unit", "unit part of unit"],
    ["Composition", "service", "service", null],
    ["Aggregation", "initiative", "initiative", null],
    ["Flow", "initiative", "initiative", null],
    ["Realization", "goal", "goal", null],
    ["Realization", "service", "initiative", null],
    ["Serving", "service", "application", null],
    ["Association", "application", "service", null],
    ["Assignment", "unit", "service", null],
  ] as const)("%s from %s to %s", (type, from, to, ours) => {
    expect(says(type, from, to)).toBe(ours)
  })

  it("of triggering makes the later one need the earlier", () => {
    expect(meaningOf({ type: "Triggering", name: "", attributes: {} }, "initiative", "initiative")).toMatchObject({ relation: "requires", reversed: true })
  })

  it("named with our word means that, in its direction", () => {
    expect(says("Association", "initiative", "application", { name: " Replaces " })).toBe("initiative replaces application")
    expect(says("Association", "application", "initiative", { name: "is switched off by" })).toBe("initiative retires application")
    expect(says("Association", "initiative", "application", { name: "delivers" })).toBe("initiative improves application")
  })

  it("that works against a goal is no contribution", () => {
    for (const modifier of ["-", "--", "-3"]) expect(says("Influence", "initiative", "goal", { modifier })).toBeNull()
    expect(says("Influence", "initiative", "goal", { modifier: "++" })).toBe("initiative contributes to goal")
  })

  it("is only ever a link that the chain knows, and a link of ours comes back as itself", () => {
    const types = ["Realization", "Serving", "Assignment", "Influence", "Association", "Triggering", "Flow", "Access", "Composition", "Aggregation", "Specialization"]
    for (const type of types) for (const from of chainKinds) for (const to of chainKinds) {
      const meaning = meaningOf({ type, name: "", attributes: {} }, from, to)
      if (meaning?.part === "link") expect(mayLink(meaning.reversed ? to : from, meaning.relation, meaning.reversed ? from : to)).toBe(true)
    }
    for (const relation of relations) for (const from of chainKinds) for (const to of chainKinds) {
      if (!mayLink(from, relation, to)) continue
      const { type, name, reversed } = relationshipOfLink(relation)
      expect(meaningOf({ type, name, attributes: {} }, reversed ? to : from, reversed ? from : to), `${from} ${relation} ${to}`).toEqual({ part: "link", relation, reversed })
    }
  })
})

describe("an element", () => {
  it("has the kind of its type, or the one chosen for the file", () => {
    expect(["Outcome", "CourseOfAction", "TechnologyService", "BusinessActor", "Stakeholder", "BusinessProcess", "constructor"].map((type) => kindOfType(type))).toEqual([
      "goal", "initiative", "service", "unit", "person", null, null,
    ])
    expect(kindOfType("CourseOfAction", { CourseOfAction: "keep" })).toBeNull()
    expect(kindOfType("BusinessRole", { BusinessRole: "unit" })).toBe("unit")
    for (const kind of chainKinds) {
      if (kind !== "function") expect(kindOfType(typeOfKind[kind])).toBe(kind)
    }
  })

  it("without a name gets one, and long ones are cut", () => {
    expect(recordName({ id: "id-1234567890123", name: " \r\n" }, "goal")).toBe("Unnamed goal (id-123456789…)")
    expect(recordName({ id: "a", name: "Two\r\n  lines" }, "goal")).toBe("Two lines")
    expect(recordName({ id: "a", name: "x".repeat(500) }, "goal")).toHaveLength(200)
    expect(recordSummary(` One\r\ntwo${" "}`)).toBe("One\ntwo")
    expect(recordSummary("x".repeat(5000))).toHaveLength(2000)
  })
})

const kinds = ["Goal", "Outcome", "WorkPackage", "BusinessService", "ApplicationComponent", "Capability", "BusinessActor", "Stakeholder", "Requirement", "Deliverable", "Grouping"]
const links = ["Realization", "Serving", "Assignment", "Influence", "Association", "Triggering", "Flow", "Composition", "Aggregation"]

const anyModel: fc.Arbitrary<ArchiModel> = fc.record({
  types: fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 14 }),
  ends: fc.array(fc.tuple(fc.constantFrom(...links), fc.nat(), fc.nat(), fc.boolean()), { maxLength: 40 }),
}).map(({ types, ends }) => {
  const blank = { documentation: "", properties: [] }
  const elements = types.map((type, at) => ({ id: `e${at}`, type, name: `Element ${at}`, ...blank }))
  const relationships = ends.map(([type, from, to, far], at): ArchiRelationship => ({
    id: `r${at}`, type, name: "", ...blank, attributes: {},
    from: `e${from % (types.length + 1)}`, to: far && ends.length > 0 ? `r${to % ends.length}` : `e${to % types.length}`,
  }))
  return { id: "m", name: "Model", ...blank, propertyDefinitions: [], elements, relationships, encoding: "UTF-8" }
})

const ofPart = <Part extends Brought["part"]>(rows: readonly Brought[], part: Part) => rows.filter((row): row is Extract<Brought, { part: Part }> => row.part === part)

describe("any model", () => {
  it("keeps account of every relationship: converted, offered, kept and refused are all of them", () => {
    fc.assert(fc.property(anyModel, (model) => {
      const rows = [...broughtArchimate(model, "m.xml", {}).rows]
      const standing = new Map(ofPart(rows, "relationship").map((row) => [row.foreignId, row]))
      expect([...standing.keys()]).toEqual(model.relationships.map(({ id }) => id))
      expect(ofPart(rows, "element").map(({ foreignId }) => foreignId)).toEqual(model.elements.map(({ id }) => id))
      const stated = [...ofPart(rows, "link"), ...ofPart(rows, "parent"), ...ofPart(rows, "stake")]
      const converted = stated.filter(({ problems }) => problems.length === 0).map(({ foreignId }) => foreignId)
      expect(new Set(converted)).toEqual(new Set([...standing.values()].filter((row) => row.standing === "converted").map((row) => row.foreignId)))
      for (const { foreignId, problems } of stated) if (problems.length > 0) expect(standing.get(foreignId ?? "")?.standing).toBe("refused")
      for (const row of standing.values()) expect(row.problems.length > 0).toBe(row.standing === "refused")
      const offered = new Set(ofPart(rows, "offer").flatMap(({ foreignIds }) => foreignIds))
      expect(offered).toEqual(new Set([...standing.values()].filter((row) => row.standing === "offered").map((row) => row.foreignId)))
    }))
  })

  it("never says the same link twice, nor gives a record two wholes, nor offers what is there", () => {
    fc.assert(fc.property(anyModel, (model) => {
      const rows = [...broughtArchimate(model, "m.xml", {}).rows]
      const said = ofPart(rows, "link").map(({ relation, from, to }) => `${from.text} ${relation} ${to.text}`)
      expect(new Set(said).size).toBe(said.length)
      const children = ofPart(rows, "parent").filter(({ problems }) => problems.length === 0).map(({ child }) => child.text)
      expect(new Set(children).size).toBe(children.length)
      const offers = ofPart(rows, "offer")
      const pairs = new Set(ofPart(rows, "link").map(({ from, to }) => `${from.text} ${to.text}`))
      for (const { from, to, through, foreignIds } of offers) {
        expect(pairs.has(`${from.text} ${to.text}`)).toBe(false)
        expect(through.length).toBeGreaterThan(0)
        expect(through.length).toBeLessThan(4)
        expect(foreignIds).toHaveLength(through.length + 1)
      }
      expect(new Set(offers.map(({ relation, from, to }) => `${from.text} ${relation} ${to.text}`)).size).toBe(offers.length)
    }))
  })
})
