// People and groups by file: the stakeholders of models, and tables with where they stand and how they wish to be spoken to.
import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { beforeAll, describe, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { newId } from "~/core/ids"
import { archimateFile } from "~/features/exchange/archimate-writer.server"
import { assertMayRead } from "~/features/exchange/import-screen.server"
import { startImport } from "~/features/exchange/import-job.server"
import { applyImport } from "~/features/exchange/imports.commands.server"
import { findImport, importRows } from "~/features/exchange/imports.queries.server"
import { undoImport } from "~/features/exchange/imports.undo.server"
import { updatePerson } from "~/features/people/people.commands.server"
import { saveStanding } from "~/features/stakeholders/stakeholders.commands.server"
import type { FileChoices } from "~/features/exchange/brought"
import type { Actor } from "~/core/policy"
import { element, exchangeFile, relationship } from "../../../unit/features/exchange/exchange-file"
import { aCompany, aPerson, aUnit, thePreparer, type SignedInActor } from "../../../support/builders"

const db = database()
let planner: SignedInActor
let admin: SignedInActor

beforeAll(async () => {
  await aCompany({ id: newId() })
  planner = await aPerson({ name: "Paul Planner", roles: ["planner"] })
  admin = await aPerson({ name: "Ada Admin", roles: ["admin"] })
})

async function bring(name: string, bytes: Uint8Array | string, made: { actor?: Actor; choices?: FileChoices } = {}): Promise<string> {
  const { id, done } = await startImport(made.actor ?? planner, { name, bytes: typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes, choices: made.choices ?? {} })
  await done
  expect(await findImport(db, id)).toMatchObject({ state: "preview", message: "" })
  return id
}
const rowsOf = async (id: string) => (await importRows(db, id, { offset: 0, limit: 500 })).rows
const verdicts = async (id: string) => [...new Set((await rowsOf(id)).map(({ verdict }) => verdict))]
const person = (name: string) => db.selectFrom("element").innerJoin("person", "person.id", "element.id")
  .leftJoin("stakeholder", "stakeholder.personId", "person.id").leftJoin("standing", (join) => join.onRef("standing.personId", "=", "person.id").on("standing.subjectId", "is", null))
  .select(["element.id", "element.number", "element.archivedAt", "groupHeadcount", "roleLevel", "email", "influence", "interest", "engagementNow", "listeningStyle", "contactPreference", "element.version", "standing.version as standingVersion"])
  .where("element.name", "=", name).where("element.archivedAt", "is", null).executeTakeFirst()
const stakes = (name: string) => db.selectFrom("standing").innerJoin("element as party", "party.id", "standing.personId").innerJoin("element as about", "about.id", "standing.subjectId")
  .select(["party.name", "influence", "interest"]).where("about.name", "=", name).orderBy("party.name").execute()
async function written(): Promise<string> {
  const parts: string[] = []
  for await (const part of archimateFile(db)) parts.push(part)
  return parts.join("")
}
const nobodyWritten = async () => {
  expect(await db.selectFrom("outbox").select("id").execute()).toEqual([])
  expect(await db.selectFrom("account").innerJoin("person", "person.id", "account.personId").select("account.personId").where("groupHeadcount", "is not", null).execute()).toEqual([])
}

const model = (id: string) => exchangeFile({
  id,
  elements: element("s1", "Stakeholder", "Night shift") + element("s2", "Stakeholder", "Operations Lead") + element("d1", "Driver", "Cost") + element("g1", "Goal", `Ship in a day ${id}`),
  relationships: relationship("r1", "Association", "s1", "g1") + relationship("r2", "Influence", "s2", "g1") + relationship("r3", "Association", "s1", "d1") + relationship("r4", "Association", "g1", "s1"),
})

describe("the stakeholders of a model", () => {
  it("go out as stakeholders when they are groups of ours, and come back as the same", async () => {
    await bring("groups.csv", "Person or group,Headcount\nDrivers of the north,31").then((importId) => applyImport(planner, { importId }))
    const xml = await written()
    expect(xml).toMatch(/xsi:type="Stakeholder">\s*<name>Drivers of the north/)
    expect(xml).not.toContain("Paul Planner")
    expect(await verdicts(await bring("back.xml", xml))).toEqual(["unchanged"])
  })

  it("become named groups with a standing about what they are joined with; again nothing, undo as one, back as they came", async () => {
    const id = await bring("m.xml", model("id-m1"))
    const { report } = await findImport(db, id)
    expect(report).toMatchObject({ kinds: { person: { new: 2 } }, links: { "has a stake in": { new: 2 } }, kept: { elements: 1, relationships: 2 } })
    expect((await rowsOf(id)).map(({ name }) => name)).toContain("Night shift has a stake in Ship in a day id-m1")
    const { operationId } = await applyImport(planner, { importId: id })
    expect(await person("Night shift")).toMatchObject({ groupHeadcount: 1, standingVersion: null })
    expect(await person("Operations Lead")).toMatchObject({ groupHeadcount: 1 })
    expect(await stakes("Ship in a day id-m1")).toEqual([{ name: "Night shift", influence: null, interest: null }, { name: "Operations Lead", influence: null, interest: null }])
    await nobodyWritten()
    const xml = await written()
    for (const type of ["s1", "s2"]) expect(xml).toMatch(new RegExp(`identifier="${type}" xsi:type="Stakeholder"`))
    for (const type of ["r1", "r2", "r3", "r4"]) expect(xml).toMatch(new RegExp(`identifier="${type}"`))

    const group = await person("Night shift")
    const goal = await db.selectFrom("element").select("id").where("name", "=", "Ship in a day id-m1").executeTakeFirstOrThrow()
    await saveStanding(planner, { personId: group?.id ?? "", subjectId: goal.id, version: 1, influence: 4 })
    await updatePerson(planner, { id: group?.id ?? "", version: 1, groupHeadcount: 40 })
    expect(await verdicts(await bring("m.xml", model("id-m1")))).toEqual(["unchanged"])
    expect(await verdicts(await bring("m.xml", model("id-m1"), { choices: { defaults: { "stakeholder.become": "person" } } }))).toEqual(["unchanged"])

    const { left } = await undoImport(admin, { operationId })
    expect(await stakes("Ship in a day id-m1")).toMatchObject([{ name: "Night shift", influence: 4 }])
    expect(left).toContain(group?.id)
    expect(await person("Operations Lead")).toBeUndefined()
  })

  it("become people where that was chosen, or as their names sound; kept where nothing is to become of them", async () => {
    const id = await bring("m.xml", model("id-m2"), { choices: { defaults: { "stakeholder.become": "names" } } })
    expect((await rowsOf(id)).filter(({ kind }) => kind === "person").map(({ name, changes }) => [name, changes.find(({ field }) => field === "groupHeadcount")?.after])).toEqual([["Night shift", "1"], ["Operations Lead", undefined]])
    const kept = await bring("m.xml", model("id-m3"), { choices: { labels: { Stakeholder: "keep" } } })
    expect((await findImport(db, kept)).report).toMatchObject({ links: {}, kept: { elements: 3, relationships: 4 } })
  })

  it("stand nowhere where the one who brings them may not see that, and are still given back", async () => {
    const id = await bring("m.xml", model("id-m4"), { actor: admin })
    expect((await findImport(db, id)).report.links).toEqual({})
    await applyImport(admin, { importId: id })
    expect(await stakes("Ship in a day id-m4")).toEqual([])
    expect(await written()).toContain("Ship in a day id-m4")
  })
})

const table = [
  "Person or group,Unit,Role level,Influence,Affected,Where they are,Where we want them,Listens best to,How to reach them,Headcount",
  "Ines Example,Dispatch,Specialist,5,2,Resistant,Supportive,Plain words,Phone before ten,",
  "Loading bay,Dispatch,Frontline,2,5,,,,,18",
  "Nobody special,,,,,,,,,",
]
describe("a table of people", () => {
  it("brings where they stand and how to speak with them, writes to nobody, and again changes nothing", async () => {
    await aUnit({ name: "Dispatch" })
    const id = await bring("people.csv", table.join("\n"))
    expect((await findImport(db, id)).report).toMatchObject({ kinds: { person: { new: 3, refused: 0 } } })
    const { operationId } = await applyImport(planner, { importId: id })
    expect(await person("Ines Example")).toMatchObject({ influence: 5, interest: 2, engagementNow: "resistant", listeningStyle: "plain", contactPreference: "Phone before ten", groupHeadcount: null, standingVersion: 1 })
    expect(await person("Loading bay")).toMatchObject({ influence: 2, interest: 5, groupHeadcount: 18, listeningStyle: null })
    expect(await person("Nobody special")).toMatchObject({ standingVersion: null, listeningStyle: null })
    await nobodyWritten()
    expect(await verdicts(await bring("people.csv", table.join("\n")))).toEqual(["unchanged"])

    const more = await bring("people.csv", table.join("\n").replace("5,2,Resistant", "3,2,Neutral"))
    expect((await rowsOf(more)).filter(({ verdict }) => verdict === "changed").map(({ changes }) => changes.map(({ label, before, after }) => [label, before, after]))).toEqual([[["Influence", "5", "3"], ["Where they are", "Resistant", "Neutral"]]])
    const second = await applyImport(planner, { importId: more })
    expect(await person("Ines Example")).toMatchObject({ influence: 3, engagementNow: "neutral", version: 1, standingVersion: 2 })
    await undoImport(planner, { operationId: second.operationId })
    expect(await person("Ines Example")).toMatchObject({ influence: 5, engagementNow: "resistant" })
    await undoImport(planner, { operationId })
    expect(await person("Loading bay")).toBeUndefined()
    expect(await db.selectFrom("standing").innerJoin("element", "element.id", "standing.personId").select("standing.id").where("element.name", "=", "Loading bay").execute()).toEqual([])
  })

  it("refuses what cannot be, by row and with a sentence, and takes the rest", async () => {
    const id = await bring("people.csv", [
      "Person,Influence,Affected,Listens best to,Headcount,E-mail",
      "One Example,7,,,,", "Two Example,high,,,,", "Three Example,,,loudly,,", "Four Example,,,,0,", "Five Example,,,,4,five@firm.example", "Six Example,1,1,,,",
    ].join("\n"))
    const refused = (await rowsOf(id)).filter(({ verdict }) => verdict === "refused").map(({ place, problems }) => [place, ...problems.map(({ column, problem }) => `${column}: ${problem}`)])
    expect(refused).toMatchObject([
      ["Row 2", "Influence: Choose a whole number from 1 to 5."], ["Row 3", /^Influence: .*number/], ["Row 4", /^Listens best to: .*Plain words/],
      ["Row 5", /^Headcount: How many are in the group/], ["Row 6", /^E-mail: A group has no address/],
    ].map((row) => row.map((cell) => (typeof cell === "string" ? cell : expect.stringMatching(cell)))))
    await applyImport(planner, { importId: id })
    expect(await person("Six Example")).toMatchObject({ influence: 1 })
    expect(await person("One Example")).toBeUndefined()
  })

  it("says nothing of where people stand to whoever may not see it", async () => {
    await bring("people.csv", "Person,Influence\nStella Example,4").then((importId) => applyImport(planner, { importId }))
    const id = await bring("people.csv", "Person,Influence\nStella Example,2", { actor: admin })
    const [row] = await rowsOf(id)
    expect(row).toMatchObject({ verdict: "refused", changes: [], problems: [{ problem: expect.stringContaining("Only relationship managers and planners") }] })
    expect(JSON.stringify(await db.selectFrom("importRow").select("before").where("importId", "=", id).execute())).not.toContain("influence")
    const view = await findImport(db, id)
    expect(() => assertMayRead(admin, view)).toThrow(/where people stand/)
    expect(() => assertMayRead(planner, view)).not.toThrow()
    const summary = await bring("people.csv", "Person,Summary\nStella Example,Knows the bay", { actor: admin })
    await applyImport(admin, { importId: summary })
    expect(await person("Stella Example")).toMatchObject({ influence: 4, version: 2 })
  })

  it("does not overwrite what somebody said after its preview", async () => {
    await bring("people.csv", "Person,Influence\nOtto Example,4").then((importId) => applyImport(planner, { importId }))
    const id = await bring("people.csv", "Person,Influence\nOtto Example,2")
    const { id: personId } = (await person("Otto Example")) ?? { id: "" }
    await saveStanding(planner, { personId, subjectId: null, version: 1, influence: 5 })
    await expect(applyImport(planner, { importId: id })).rejects.toThrow(/overtaken/)
    expect(await person("Otto Example")).toMatchObject({ influence: 5 })
    expect((await rowsOf(id))[0]?.changes[0]).toMatchObject({ clash: { take: "theirs" } })
  })
})

const folder = fileURLToPath(new URL("../../../../../shared/data/archimate/", import.meta.url))
describe.skipIf(!existsSync(folder))("models of ../shared/data/archimate", () => {
  it.each([["archimetal.xml", 4, 2], ["toop-goopra.xml", 4, 1], ["esdc-sandbox-lapierre.xml", 43, 1], ["wildriver-control.xml", 3, 0], ["data-management-by-design.xml", 28, 0]])(
    "%s brings %i groups with %i standings, and again nothing", async (name, groups, standings) => {
      const file = () => new Uint8Array(readFileSync(folder + name))
      const id = await bring(name, file(), { actor: thePreparer })
      const { report } = await findImport(db, id)
      expect([report.kinds.person?.new, report.links["has a stake in"]?.new ?? 0]).toEqual([groups, standings])
      await applyImport(thePreparer, { importId: id })
      const { total } = await importRows(db, await bring(name, file(), { actor: thePreparer }), { offset: 0, limit: 1, verdict: "new" })
      expect(total).toBe(0)
      await nobodyWritten()
      expect((await written()).split('xsi:type="Stakeholder"').length - 1).toBeGreaterThanOrEqual(groups)
    }, 120_000)
})
