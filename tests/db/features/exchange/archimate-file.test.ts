// The model that goes out: everything that came in, as records say it now, judged by a reader of the tests' own.
import { existsSync, readFileSync, readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { beforeAll, describe, expect, it } from "vitest"
import { database, writableDatabase } from "~/core/database.server"
import { newId } from "~/core/ids"
import { broughtArchimate } from "~/features/exchange/archimate-brought"
import { readArchimate } from "~/features/exchange/archimate-reader.server"
import { archimateFile } from "~/features/exchange/archimate-writer.server"
import { updateGoal } from "~/features/goals/goals.commands.server"
import { archiveGoals } from "~/features/goals/many-goals.commands.server"
import { createLink, removeLink } from "~/features/elements/links.commands.server"
import { element, exchangeFile, relationship } from "../../../unit/features/exchange/exchange-file"
import { aCompany, aGoal, anInitiative, aPerson, aUnit, thePreparer } from "../../../support/builders"
import { oracleModel, type OracleModel } from "../../../support/exchange-oracle"

const companyId = newId()
beforeAll(() => aCompany({ id: companyId, name: "Test & <company>" }))

async function written(): Promise<{ xml: string; model: OracleModel }> {
  const parts: string[] = []
  for await (const part of archimateFile(database())) parts.push(part)
  const xml = parts.join("")
  return { xml, model: oracleModel(xml) }
}

/** Stores a model the way an import does; `records` are those that stand for its elements, `links` and `children` what relationships became. */
async function stored(bytes: Uint8Array, become: { records?: Record<string, string>; links?: Record<string, string>; children?: Record<string, string> } = {}): Promise<string> {
  const { look, rows } = broughtArchimate(readArchimate(bytes), "m.xml", {})
  const sourceId = newId()
  const json = (value: unknown) => JSON.stringify(value)
  await writableDatabase().insertInto("source").values({ id: sourceId, key: look.source?.key ?? "", name: "m", about: json(look.source?.about), createdAt: new Date() }).execute()
  for (const row of rows) {
    if (row.part === "element") {
      const { foreignId, type, name, documentation, properties } = row
      await writableDatabase().insertInto("sourceElement").values({ sourceId, foreignId, type, name, documentation, properties: json(properties), elementId: become.records?.[foreignId] ?? null, importId: null }).execute()
    }
    if (row.part === "relationship") {
      const { foreignId, type, name, documentation, properties, attributes, fromId, toId } = row
      const [linkId, childId] = [become.links?.[foreignId] ?? null, become.children?.[foreignId] ?? null]
      await writableDatabase().insertInto("sourceRelationship").values({
        sourceId, foreignId, type, name, documentation, fromId, toId, attributes: json(attributes), properties: json(properties),
        standing: linkId ?? childId ? "converted" : row.standing === "converted" ? "kept" : row.standing, linkId, childId, importId: null,
      }).execute()
    }
  }
  return sourceId
}

describe("an installation without models", () => {
  it("goes out as a valid model of its records and links, without people, and comes back as the same", async () => {
    const pillar = await aGoal({ name: "Grow \"fast\" & <far>", summary: "Two\nlines" })
    const goal = await aGoal({ name: "Sell more", parentId: pillar.id })
    const first = await anInitiative({ name: "First" })
    const work = await anInitiative({ name: "Then" })
    const unit = await aUnit({ name: "Sales" })
    await aPerson({ name: "Rita Example" })
    const help = await createLink(thePreparer, { fromId: work.id, relation: "contributes to", toId: goal.id, strength: 3, note: "Because" })
    await createLink(thePreparer, { fromId: work.id, relation: "requires", toId: first.id })
    await createLink(thePreparer, { fromId: work.id, relation: "affects", toId: unit.id })
    const { xml, model } = await written()
    expect(model.wrong).toEqual([])
    expect(model.id).toBe(`id-${companyId}`)
    expect([...model.elements.values()].map(({ type, name, documentation }) => `${type} ${name}: ${documentation}`).sort()).toEqual([
      "BusinessActor Sales: ", "Goal Grow \"fast\" & <far>: Two\nlines", "Goal Sell more: ", "WorkPackage First: ", "WorkPackage Then: ",
    ])
    expect(model.relationships.get(`id-${help.id}`)).toMatchObject({ type: "Realization", source: `id-${work.id}`, target: `id-${goal.id}`, documentation: "Because" })
    expect(xml).not.toContain("Rita")
    const back = [...broughtArchimate(readArchimate(new TextEncoder().encode(xml)), "m.xml", {}).rows]
    const said = back.flatMap((row) => (row.part === "link" ? [`${row.from.text} ${row.relation} ${row.to.text}`] : row.part === "parent" ? [`${row.child.text} part of ${row.parent.text}`] : []))
    expect(said.sort()).toEqual([
      `id-${goal.id} part of id-${pillar.id}`, `id-${work.id} affects id-${unit.id}`, `id-${work.id} contributes to id-${goal.id}`, `id-${work.id} requires id-${first.id}`,
    ].sort())
  })
})

describe("a model that came in", () => {
  it("goes out with its ids, names, documentation, properties and relationships, as its records say now", async () => {
    const [kept, renamed, gone, work] = [await aGoal({ name: "Kept name", summary: "Doc" }), await aGoal({ name: "Old" }), await aGoal({ name: "Gone" }), await anInitiative({ name: "Work" })]
    const stays = await createLink(thePreparer, { fromId: work.id, relation: "contributes to", toId: kept.id, strength: 3, note: "because" })
    const leaves = await createLink(thePreparer, { fromId: work.id, relation: "contributes to", toId: renamed.id, strength: 3, note: "because" })
    const child = await aGoal({ name: "Child", parentId: kept.id })
    const moved = await aGoal({ name: "Moved", parentId: kept.id })
    const property = (key: string, value: string) => `<properties><property propertyDefinitionRef="${key}"><value>${value}</value></property></properties>`
    await stored(exchangeFile({
      elements: element("k", "Outcome", " Kept\n name", `<documentation>Doc&#xD;\n</documentation>${property("p1", "a &amp; b")}`) + element("o", "Goal", "Old") + element("x", "Goal", "Gone") + element("w", "WorkPackage", "Work")
        + element("c", "Goal", "Child") + element("m", "Goal", "Moved") + element("req", "Requirement", "", property("p2", "")) + `<element identifier="j" xsi:type="AndJunction"/>`,
      relationships: relationship("r1", "Realization", "w", "k", "", "<name>drives</name>") + relationship("r2", "Realization", "w", "o")
        + relationship("r3", "Association", "req", "x") + relationship("r4", "Association", "req", "r3") + relationship("r5", "Association", "j", "r4") + relationship("r6", "Influence", "req", "k", `modifier="+"`)
        + relationship("r7", "Composition", "k", "c") + relationship("r8", "Composition", "k", "m") + relationship("r9", "Association", "req", "r6", `isDirected="true"`),
      after: `<propertyDefinitions><propertyDefinition identifier="p1" type="string"><name>Priority</name></propertyDefinition></propertyDefinitions>`,
    }), { records: { k: kept.id, o: renamed.id, x: gone.id, w: work.id, c: child.id, m: moved.id }, links: { r1: stays.id, r2: leaves.id }, children: { r7: child.id, r8: moved.id } })
    await updateGoal(thePreparer, { id: renamed.id, version: 1, name: "New", summary: "Said here" })
    await updateGoal(thePreparer, { id: moved.id, version: 1, parentId: renamed.id })
    await removeLink(thePreparer, { id: leaves.id })
    await archiveGoals(thePreparer, { ids: [gone.id], archived: true })
    const { model } = await written()
    expect(model.wrong).toEqual([])
    const ours = (id: string) => { const { type, name, documentation, properties } = model.elements.get(id) ?? { type: "", name: "", documentation: "", properties: [] }; return [type, name, documentation, ...properties] }
    expect(ours("k")).toEqual(["Outcome", " Kept\n name", "Doc\r\n", "Priority=a & b"])
    expect(ours("o")).toEqual(["Goal", "New", "Said here"])
    expect(ours("req")).toEqual(["Requirement", "", "", "p2="])
    expect([model.elements.has("j"), model.elements.has("x")]).toEqual([true, false])
    expect([...model.relationships.keys()].filter((id) => /^r\d$/.test(id)).sort()).toEqual(["r1", "r6", "r7", "r9"])
    expect(model.relationships.get("r1")).toMatchObject({ source: "w", target: "k", name: "drives" })
    expect([model.relationships.get("r6")?.attributes, model.relationships.get("r9")?.attributes]).toEqual([{ modifier: "+" }, { isDirected: "true" }])
    expect(model.relationships.get(`id-part-${moved.id}`)).toMatchObject({ type: "Composition", source: "o", target: "m" })
  })

  it("shares ids with another one: the first keeps them, the other's get a name before them, and properties are told apart", async () => {
    const parts = (rank: string) => ({
      elements: element("same", "Requirement", "Need", `<properties><property propertyDefinitionRef="propid-1"><value>1</value></property></properties>`) + element("other", "Driver"),
      relationships: relationship("rel", "Association", "same", "other"),
      after: `<propertyDefinitions><propertyDefinition identifier="propid-1" type="string"><name>${rank}</name></propertyDefinition></propertyDefinitions>`,
    })
    await stored(exchangeFile({ id: "one", ...parts("Rank") }))
    const second = await stored(exchangeFile({ id: "two", ...parts("Cost") }))
    const { model } = await written()
    expect(model.wrong).toEqual([])
    expect(model.elements.get("same")?.properties).toEqual(["Rank=1"])
    expect(model.elements.get(`src-${second}.same`)).toMatchObject({ name: "Need", properties: ["Cost=1"] })
    expect(model.relationships.get(`src-${second}.rel`)).toMatchObject({ source: `src-${second}.same`, target: `src-${second}.other` })
  })

  it("that is our own brought back adds only what is new in it", async () => {
    const { xml, model: before } = await written()
    await stored(new TextEncoder().encode(xml.replace("</elements>", `${element("drawn", "Requirement")}</elements>`).replace("</relationships>", `${relationship("new", "Association", "drawn", "req")}</relationships>`)))
    const { model } = await written()
    expect(model.wrong).toEqual([])
    expect([...model.elements.keys()].sort()).toEqual([...before.elements.keys(), "drawn"].sort())
    expect([...model.relationships.keys()].sort()).toEqual([...before.relationships.keys(), "new"].sort())
    expect(model.relationships.get("new")).toMatchObject({ source: "drawn", target: "req" })
  })
})

const folder = fileURLToPath(new URL("../../../../../shared/data/archimate/", import.meta.url))
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".xml")) : []

describe.skipIf(names.length === 0)("models of ../shared/data/archimate", () => {
  it.each(names)("%s goes out with every element and relationship", async (name) => {
    const bytes = readFileSync(folder + name)
    await stored(bytes)
    const { model } = await written()
    const came = oracleModel(bytes.toString("utf8").replace(/<views>[\s\S]*<\/views>/, ""))
    expect(model.wrong).toEqual([])
    for (const [id, one] of came.elements) expect(model.elements.get(id)).toEqual(one)
    for (const [id, one] of came.relationships) expect(model.relationships.get(id)).toEqual(one)
    expect(came.elements.size).toBeGreaterThan(100)
  })
})
