// Applying an import: all of it or nothing, once, with its history; and what stands against it.

import { beforeAll, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { readHistory } from "~/core/record-history.server"
import { acceptOffers, takeSide, tickRows } from "~/features/exchange/import-choices.server"
import { cancelImport } from "~/features/exchange/import-job.server"
import { applyImport } from "~/features/exchange/imports.commands.server"
import { countRows, findImport, importReport, importRows } from "~/features/exchange/imports.queries.server"
import { updateGoal } from "~/features/goals/goals.commands.server"
import { aCompany, aGoal, anInitiative, aPerson, aUnit, thePreparer } from "../../../support/builders"
import { aLink, anImport, anOffer, aPart, aRecord, aSource, identified, named } from "../../../support/brought"

beforeAll(() => aCompany())

const applied = (importId: string, actor = thePreparer) => applyImport(actor, { importId })
const rowsOf = async (id: string) => (await importRows(database(), id, { offset: 0, limit: 200 })).rows
const linksFrom = (id: string) => database().selectFrom("link").selectAll().where("fromId", "=", id).orderBy("createdAt").orderBy("id").execute()
async function recordNamed(name: string) {
  return database().selectFrom("element").selectAll().where("name", "=", name).where("archivedAt", "is", null).executeTakeFirstOrThrow()
}

const everything = [
  aRecord("unit", "Shops", { frontline: 40 }),
  aRecord("unit", "North shops", { parent: named("Shops", "unit"), frontline: 12, manager: 2 }),
  aRecord("goal", "Grow", { weight: 60, owner: named("Ada Example", "person") }),
  aRecord("goal", "Grow online", { parent: named("Grow", "goal"), dueOn: "2027-06-30", perspective: "customer" }),
  aRecord("measure", "Orders a day", { goal: named("Grow online", "goal"), baseline: "10", target: "25.5", startsOn: "2026-01-01", targetOn: "2027-06-30", unit: "orders" }),
  aRecord("initiative", "New web shop", {
    status: "in progress", startsOn: "2026-02-01", endsOn: "2027-01-31", owner: named("Bo Example", "person"), sponsor: named("Ada Example", "person"),
    "budget-2026": "320000", "budget-2027": "1000.5", health: "at risk", healthNote: "One supplier is late", progress: 30,
  }),
  aRecord("service", "Online orders"), aRecord("application", "Shop system", { lifecycle: "phase out", vendor: "Example Ltd" }), aRecord("function", "Take orders"),
  aRecord("capability", "Selling"), aRecord("capability", "Selling online", { parent: named("Selling", "capability") }),
  aLink(named("New web shop", "initiative"), "contributes to", named("Grow online", "goal"), { strength: 3 }),
  aLink(named("New web shop", "initiative"), "contributes to", named("Grow", "goal"), { strength: 9 }),
  aLink(named("Shop system", "application"), "delivers", named("Online orders", "service"), { criticality: "high" }),
  aLink(named("Shop system", "application"), "performs", named("Take orders", "function"), { fit: 3 }),
  aLink(named("North shops", "unit"), "uses", named("Shop system", "application"), { seats: 14, yearlyCost: "1200" }),
]

it("writes records, links, owners, budgets, headcounts, measures and reports, and the same file again changes nothing", async () => {
  const id = await anImport(everything)
  const { operationId, written } = await applied(id)
  expect(written).toBeGreaterThan(everything.length)
  const work = await recordNamed("New web shop")
  const owners = await database().selectFrom("responsibility").innerJoin("element", "element.id", "personId").select(["element.name", "role"]).where("elementId", "=", work.id).execute()
  expect(owners).toEqual([{ name: "Bo Example", role: "accountable" }])
  expect(await database().selectFrom("initiativeBudget").select(["financialYear", "amount"]).where("initiativeId", "=", work.id).orderBy("financialYear").execute())
    .toEqual([{ financialYear: 2026, amount: "320000.00" }, { financialYear: 2027, amount: "1000.50" }])
  expect(await database().selectFrom("initiative").select(["status", "scheduleHealth", "progress", "healthNote"]).where("id", "=", work.id).executeTakeFirst())
    .toEqual({ status: "in progress", scheduleHealth: "at risk", progress: 30, healthNote: "One supplier is late" })
  expect(await database().selectFrom("statusReport").select("note").where("initiativeId", "=", work.id).execute()).toEqual([{ note: "One supplier is late" }])
  const contributions = (await linksFrom(work.id)).map(({ strength, isPrimary, note }) => ({ strength, isPrimary, note }))
  expect(contributions).toEqual(expect.arrayContaining([{ strength: 9, isPrimary: true, note: "from plan.csv" }, { strength: 3, isPrimary: false, note: "from plan.csv" }]))
  const north = await recordNamed("North shops")
  expect(await database().selectFrom("unit").select("parentId").where("id", "=", north.id).executeTakeFirst()).toEqual({ parentId: (await recordNamed("Shops")).id })
  expect(await database().selectFrom("unitHeadcount").select(["roleLevel", "headcount"]).where("unitId", "=", north.id).orderBy("roleLevel").execute())
    .toEqual([{ roleLevel: "frontline", headcount: 12 }, { roleLevel: "manager", headcount: 2 }])
  expect(await database().selectFrom("measure").select(["target", "position", "unit"]).where("name", "=", "Orders a day").executeTakeFirst()).toEqual({ target: "25.5000", position: 1, unit: "orders" })
  const history = await readHistory(database(), { operationId })
  expect(history.find(({ recordId }) => recordId === work.id)?.fields).toContainEqual({ field: "budget-2026", before: null, after: "320000.00" })
  expect(history.filter(({ recordKind }) => recordKind === "responsibility")).toHaveLength(2)

  const again = await anImport(everything)
  expect((await rowsOf(again)).filter(({ verdict }) => verdict !== "unchanged")).toEqual([])
  const version = work.version
  expect((await applied(again)).written).toBe(0)
  expect((await recordNamed("New web shop")).version).toBe(version)
  expect(await findImport(database(), id)).toMatchObject({ state: "applied", operationId, toWrite: 0, report: { applied: true, kinds: { person: { new: 2 }, unit: { new: 2 } } } })
})

it("changes what differs, replaces the owner, and moves a record below a new one", async () => {
  const old = await aPerson({ name: "Old Owner" })
  const goal = await aGoal({ name: "To change", weight: 10 })
  await applied(await anImport([aRecord("goal", null, { owner: named("Old Owner", "person") }, { code: goal.code })]))
  const id = await anImport([
    aRecord("goal", "Changed", { weight: 30, owner: named("New Owner", "person"), parent: named("New top", "goal") }, { code: goal.code }), aRecord("goal", "New top"),
  ])
  await applied(id)
  const top = await recordNamed("New top")
  expect(await database().selectFrom("goal").select(["weight", "parentId"]).where("id", "=", goal.id).executeTakeFirst()).toEqual({ weight: 30, parentId: top.id })
  expect((await recordNamed("Changed")).version).toBe(2)
  const owners = await database().selectFrom("responsibility").select("personId").where("elementId", "=", goal.id).execute()
  expect(owners).toEqual([{ personId: (await recordNamed("New Owner")).id }])
  expect(owners[0]?.personId).not.toBe(old.personId)
})

it("keeps the mark of the main goal with one link, and takes it over where the file says so", async () => {
  const [one, two, three] = [await aGoal({ name: "Main one" }), await aGoal({ name: "Main two" }), await aGoal({ name: "Main three" })]
  const work = await anInitiative({ name: "Marked work" })
  const to = (goal: { code: string }, fields = {}) => aLink(named(work.code, "initiative"), "contributes to", named(goal.code, "goal"), fields)
  await applied(await anImport([to(one, { strength: 1 })]))
  await applied(await anImport([to(two, { strength: 9 })]))
  expect((await linksFrom(work.id)).filter(({ isPrimary }) => isPrimary).map(({ toId }) => toId)).toEqual([one.id])
  await applied(await anImport([to(three, { strength: 1, isPrimary: true })]))
  expect((await linksFrom(work.id)).filter(({ isPrimary }) => isPrimary).map(({ toId }) => toId)).toEqual([three.id])
  await applied(await anImport([to(three, { isPrimary: false })]))
  expect((await linksFrom(work.id)).filter(({ isPrimary }) => isPrimary).map(({ toId }) => toId)).toEqual([two.id])
})

it("leaves out what is not ticked, and in words what names it", async () => {
  const id = await anImport([
    aRecord("goal", "Left out"), aRecord("goal", "Below left out", { parent: named("Left out", "goal") }),
    aRecord("initiative", "Kept work"), aLink(named("Kept work", "initiative"), "contributes to", named("Below left out", "goal")),
  ])
  await tickRows(thePreparer, id, { ns: [0], ticked: false })
  await applied(id)
  expect(await linksFrom((await recordNamed("Kept work")).id)).toEqual([])
  expect((await importReport(database(), id)).problems.map(({ problem }) => problem)).toEqual([
    "You left this row out.", "“Left out” is left out, and this row names it.", "“Below left out” is left out, and this row names it.",
  ])
})

it("adds accepted offers at their strength, with what lies between", async () => {
  const [goal, work] = [await aGoal({ name: "Offered goal" }), await anInitiative({ name: "Offered work" })]
  const offer = anOffer(named(work.code, "initiative"), "contributes to", named(goal.code, "goal"), [{ type: "Outcome", name: "Faster" }])
  const id = await anImport([offer])
  expect((await countRows(database(), [id])).get(id)?.indirect).toBe(1)
  await acceptOffers(thePreparer, id, { all: true, strength: 1 })
  await applied(id)
  const [link] = await linksFrom(work.id)
  expect(link).toMatchObject({ strength: 1, isPrimary: true })
  expect(await database().selectFrom("linkPath").select("through").where("linkId", "=", link?.id ?? "").executeTakeFirst()).toEqual({ through: [{ type: "Outcome", name: "Faster" }] })
})

it("writes nothing when somebody changed a record since the preview, and shows it as a clash", async () => {
  const other = await aPerson({ name: "Quick Editor", roles: ["planner"] })
  const [goal, calm] = [await aGoal({ name: "Edited meanwhile" }), await aGoal({ name: "Not edited" })]
  const id = await anImport([aRecord("goal", null, { weight: 20 }, { code: goal.code }), aRecord("goal", null, { weight: 20 }, { code: calm.code })])
  await updateGoal(other, { id: goal.id, version: 1, weight: 50 })
  await expect(applied(id)).rejects.toThrow("One row was overtaken")
  expect(await database().selectFrom("goal").select("weight").where("id", "=", calm.id).executeTakeFirst()).toEqual({ weight: 10 })
  const [row] = await rowsOf(id)
  expect(row).toMatchObject({ ticked: false, changes: [{ field: "weight", before: "50", after: "20", clash: { by: "Quick Editor", take: "theirs" } }] })
  await takeSide(thePreparer, id, 0, "weight", "mine")
  await applied(id)
  expect(await database().selectFrom("goal").select("weight").where("id", "=", goal.id).executeTakeFirst()).toEqual({ weight: 20 })
})

it("does not bring the same file twice when two people do it at once", async () => {
  const rows = [aRecord("goal", "Brought by two"), aRecord("initiative", "Work by two"), aLink(named("Work by two", "initiative"), "contributes to", named("Brought by two", "goal"))]
  const [one, two] = [await anImport(rows), await anImport(rows)]
  const outcomes = await Promise.allSettled([applied(one), applied(two)])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  expect(await database().selectFrom("element").select("id").where("name", "=", "Brought by two").execute()).toHaveLength(1)
})

it("leaves nothing behind when it is stopped while it is applied", async () => {
  const id = await anImport(Array.from({ length: 1200 }, (_, index) => aRecord("goal", `Stopped ${index}`)))
  const applying = applied(id)
  await new Promise((resolve) => setTimeout(resolve, 20))
  await cancelImport(thePreparer, id).catch(() => undefined)
  const outcome = await applying.then(() => "applied", () => "stopped")
  const { count } = await database().selectFrom("element").select((eb) => eb.fn.countAll<string>().as("count")).where("name", "like", "Stopped %").executeTakeFirstOrThrow()
  expect({ outcome, count }).toEqual(outcome === "applied" ? { outcome, count: "1200" } : { outcome, count: "0" })
  expect((await findImport(database(), id)).state).toBe(outcome === "applied" ? "applied" : "cancelled")
})

it("keeps elements and relationships of a model, knows its records again, and brings part-of with it", async () => {
  const look = aSource("archimate:model-1")
  const element = (foreignId: string, known: boolean) => ({ part: "element" as const, place: foreignId, line: null, problems: [], foreignId, type: known ? "Goal" : "Driver", name: foreignId, documentation: "", properties: [], known })
  const relation = (foreignId: string, fromId: string, toId: string, standing: "converted" | "kept") => ({
    part: "relationship" as const, place: foreignId, line: null, problems: [], foreignId, type: "Composition", fromId, toId, name: "", documentation: "", attributes: {}, properties: [], standing,
  })
  const rows = [
    element("e-1", true), element("e-2", true), element("e-3", false), relation("r-1", "e-1", "e-2", "converted"), relation("r-2", "e-3", "e-1", "kept"),
    aRecord("goal", "Twin name", {}, { foreignId: "e-1", type: "Goal" }), aRecord("goal", "Twin name", {}, { foreignId: "e-2", type: "Outcome" }),
    aPart("goal", identified("e-2", "goal"), identified("e-1", "goal"), "r-1"),
  ]
  const id = await anImport(rows, { look })
  expect((await importReport(database(), id))).toMatchObject({ kinds: { goal: { new: 2 } }, links: { "part of": { new: 1 } }, kept: { elements: 1, relationships: 1 } })
  await applied(id)
  const kept = await database().selectFrom("sourceElement").select(["foreignId", "elementId"]).orderBy("foreignId").execute()
  expect(kept.map(({ foreignId, elementId }) => [foreignId, elementId === null])).toEqual([["e-1", false], ["e-2", false], ["e-3", true]])
  const relations = await database().selectFrom("sourceRelationship").select(["foreignId", "standing", "childId"]).orderBy("foreignId").execute()
  expect(relations).toEqual([{ foreignId: "r-1", standing: "converted", childId: kept[1]?.elementId }, { foreignId: "r-2", standing: "kept", childId: null }])
  expect(await database().selectFrom("goal").select("parentId").where("id", "=", kept[1]?.elementId ?? "").executeTakeFirst()).toEqual({ parentId: kept[0]?.elementId })
  const again = await anImport(rows, { look })
  expect((await rowsOf(again)).map(({ verdict }) => verdict)).toEqual(["unchanged", "unchanged", "unchanged"])
  expect((await applied(again)).written).toBe(0)
})

it("answers the same form twice with the same outcome, and refuses what is no preview", async () => {
  const id = await anImport([aRecord("unit", "Only once")])
  const operationId = crypto.randomUUID()
  const first = await applyImport(thePreparer, { importId: id, operationId })
  expect(await applyImport(thePreparer, { importId: id, operationId })).toEqual(first)
  await expect(applied(id)).rejects.toThrow("not in its preview")
  await expect(applied(id, await aPerson({ roles: ["contributor"] }))).rejects.toThrow("Only a planner or an administrator may bring files in.")
  await aUnit()
})

it("keeps nothing of a name that nobody sees, and knows the record by what is seen", async () => {
  const [goal, work] = [`Seen ${Date.now()}`, `Seen work ${Date.now()}`]
  const hidden = (name: string) => `\u202e${name.replace(" ", "\u200b \u2066")}\ufeff`
  await applyImport(thePreparer, { importId: await anImport([aRecord("goal", goal)]) })
  await applyImport(thePreparer, { importId: await anImport([aRecord("goal", hidden(goal), { why: "So\u200b" }), aRecord("initiative", hidden(work)), aLink(named(hidden(work), "initiative"), "contributes to", named(hidden(goal), "goal"))]) })
  const found = await database().selectFrom("element").select("name").where("name", "in", [goal, work, hidden(goal), hidden(work)]).orderBy("name").execute()
  expect(found.map(({ name }) => name)).toEqual([goal, work])
})
