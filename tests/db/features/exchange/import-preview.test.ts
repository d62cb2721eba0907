// What an import finds before anything is written: each row's verdict, its changes in words and why it is refused.

import { setTimeout as wait } from "node:timers/promises"
import { beforeAll, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { archiveUnits } from "~/features/units/units.commands.server"
import { applyImport } from "~/features/exchange/imports.commands.server"
import { findImport, importReport, importRows } from "~/features/exchange/imports.queries.server"
import { updateGoal } from "~/features/goals/goals.commands.server"
import { approved, aCompany, aGoal, anInitiative, aPerson, aUnit, thePreparer } from "../../../support/builders"
import { aLink, anImport, anOffer, aPart, aRecord, aSource, identified, named } from "../../../support/brought"

beforeAll(() => aCompany())

async function rowsOf(id: string) {
  const { rows } = await importRows(database(), id, { offset: 0, limit: 200 })
  return rows
}
async function verdicts(id: string): Promise<Record<string, string>> {
  return Object.fromEntries((await rowsOf(id)).map((row) => [row.name, row.verdict]))
}
async function problems(id: string): Promise<string[]> {
  return (await importReport(database(), id)).problems.map(({ problem }) => problem)
}

it("finds what is new, changed and the same, by short id and by name", async () => {
  const kept = await aGoal({ name: "Keep promises", weight: 20 })
  const moved = await aGoal({ name: "Move house" })
  const id = await anImport([
    aRecord("goal", "Keep  PROMISES", { weight: 20 }),
    aRecord("goal", "Move house", { weight: 30, dueOn: "2027-03-31" }, { code: moved.code }),
    aRecord("goal", "Quite new", {}),
  ])
  const rows = await rowsOf(id)
  expect(rows.map(({ verdict, ticked }) => [verdict, ticked])).toEqual([["changed", true], ["changed", true], ["new", true]])
  expect(rows[1]?.changes).toMatchObject([{ label: "Weight", before: "10", after: "30" }, { label: "Due", before: "nothing", after: "31 Mar 2027" }])
  expect(rows[1]?.record?.code).toBe(moved.code)
  expect(rows[0]?.record?.code).toBe(kept.code)
  const view = await findImport(database(), id)
  expect(view).toMatchObject({ state: "preview", rowsRead: 3, rowsKnown: 3, toWrite: 3, clashes: 0, report: { applied: false, kinds: { goal: { new: 1, changed: 2, unchanged: 0, refused: 0 } } } })
})

it("leaves what the file does not say, clears what is blank, and a name cannot be cleared", async () => {
  const goal = await aGoal({ name: "Blank test", summary: "Stays", why: "Goes", weight: 40, dueOn: "2027-01-01" })
  const id = await anImport([aRecord("goal", null, { why: null, weight: null, dueOn: null }, { code: goal.code })])
  expect((await rowsOf(id))[0]?.changes.map(({ field, after }) => [field, after])).toEqual([["why", "nothing"], ["weight", "10"], ["dueOn", "nothing"]])
})

it("names a record that several have, none has, or that is archived", async () => {
  await aUnit({ name: "Twins" })
  await aUnit({ name: "Twins" })
  const gone = await aUnit({ name: "Gone" })
  await archiveUnits(thePreparer, { ids: [gone.id], archived: true })
  const id = await anImport([
    aRecord("unit", "Twins", { frontline: 3 }),
    aRecord("unit", "Below twins", { parent: named("Twins", "unit") }),
    aRecord("unit", "Below nothing", { parent: named("Nowhere", "unit") }),
    aRecord("unit", "Gone", { frontline: 3 }),
    aRecord("unit", "Wrong id", {}, { code: "U-9999" }),
    aRecord("unit", "", {}),
  ])
  expect(await problems(id)).toEqual([
    "2 units are called “Twins”: name the one you mean by its short id.",
    "2 units are called “Twins”: name the one you mean by its short id.",
    "There is no unit called “Nowhere”.",
    `${gone.code} “Gone” is archived. Open it, choose “Restore”, and bring the file again.`,
    "There is no unit with the id U-9999. Leave the id empty for a new one.",
    "The name is empty.",
  ])
})

it("finds records of the same file whatever their order, and refuses what names a refused one", async () => {
  const id = await anImport([
    aRecord("goal", "Child", { parent: named("Parent", "goal") }),
    aRecord("goal", "Parent", {}),
    aRecord("goal", "Orphan", { parent: named("Bad", "goal") }),
    aRecord("goal", "Bad", { weight: -1 }),
    aLink(named("Bad work", "initiative"), "contributes to", named("Parent", "goal")),
    aRecord("initiative", "Bad work", { startsOn: "2027-02-01", endsOn: "2027-01-01" }),
  ])
  expect(await verdicts(id)).toMatchObject({ Child: "new", Parent: "new", Orphan: "refused", Bad: "refused", "Bad work": "refused", "Bad work helps Parent": "refused" })
  expect((await importReport(database(), id)).problems.map(({ problem }) => problem)).toContain("The end is before the start. Change one of the two dates.")
})

it("refuses the second row of a record, naming the first", async () => {
  const goal = await aGoal({ name: "Once" })
  const id = await anImport([
    aRecord("goal", "Once", { weight: 1 }, { place: "Row 2" }),
    aRecord("goal", "Renamed", { weight: 2 }, { place: "Row 3", code: goal.code }),
    aRecord("goal", "Fresh", {}, { place: "Row 4" }),
    aRecord("goal", "fresh", {}, { place: "Row 5" }),
  ])
  expect(await problems(id)).toEqual([
    `${goal.code} is in this file twice: Row 2 is taken, this row is not.`,
    "“fresh” is in this file twice: Row 4 is taken, this row is not.",
  ])
})

it("keeps goals at three levels and trees without circles, over file and records together", async () => {
  const top = await aGoal({ name: "Top" })
  const middle = await aGoal({ name: "Middle", parentId: top.id })
  await aGoal({ name: "Leaf", parentId: middle.id })
  const id = await anImport([
    aRecord("goal", "Too deep", { parent: named("Leaf", "goal") }),
    aRecord("goal", "Above all", {}),
    aRecord("goal", "Top", { parent: named("Above all", "goal") }),
    aRecord("goal", "Round A", { parent: named("Round B", "goal") }),
    aRecord("goal", "Round B", { parent: named("Round A", "goal") }),
    aPart("capability", named("Cap one", "capability"), named("Cap two", "capability")),
    aRecord("capability", "Cap one"), aRecord("capability", "Cap two"),
  ])
  expect(await verdicts(id)).toMatchObject({
    "Too deep": "refused", Top: "refused", "Round A": "refused", "Round B": "refused", "Above all": "new", "Cap one is part of Cap two": "new",
  })
})

it("makes people of owners whom nobody knows, once, and finds those whom somebody knows", async () => {
  const known = await aPerson({ name: "Iris Marsh" })
  const id = await anImport([
    aRecord("goal", "Owned one", { owner: named("Noor Visser", "person") }),
    aRecord("goal", "Owned two", { owner: named("noor visser", "person") }),
    aRecord("goal", "Owned three", { owner: named("Marsh, Iris", "person") }),
    aRecord("goal", "", { owner: named("Never Made", "person") }),
  ])
  const rows = await rowsOf(id)
  expect(rows.filter(({ kind }) => kind === "person").map(({ name }) => name)).toEqual(["Noor Visser"])
  expect(rows.find(({ name }) => name === "Owned three")?.changes.find(({ field }) => field === "owner")?.after).toBe(known.name)
})

it("shows each default, and takes those that a person chose", async () => {
  const id = await anImport([aRecord("goal", "Defaulted"), aRecord("initiative", "Work by default"), aLink(named("Work by default", "initiative"), "contributes to", named("Defaulted", "goal"))],
    { choices: { defaults: { "goal.status": "draft", "contributes to.strength": "9" } } })
  const [goal, work, link] = await rowsOf(id)
  expect(goal?.changes.map(({ field, after }) => [field, after])).toContainEqual(["status", "Draft"])
  expect(work?.changes.map(({ field, after }) => [field, after])).toContainEqual(["status", "Proposed"])
  expect(link?.changes.map(({ field, after }) => [field, after])).toEqual([["strength", "Strong"], ["note", "from plan.csv"]])
})

it("lets only a planner approve work, and only an administrator change people who are there", async () => {
  const admin = await aPerson({ roles: ["admin"] })
  const planner = await aPerson({ roles: ["planner"] })
  const known = await aPerson({ name: "Somebody known" })
  const rows = [aRecord("initiative", "To approve", { status: "in progress" }), aRecord("person", "Somebody new", { title: "Cook" }), aRecord("person", known.name, { title: "Cook" })]
  expect(await problems(await anImport(rows, { actor: admin }))).toEqual(["Only a planner may approve an initiative."])
  expect(await problems(await anImport(rows, { actor: planner }))).toEqual([expect.stringContaining("Only an administrator may change people with a file.")])
})

it("shows somebody's later change as a clash that keeps theirs", async () => {
  const goal = await aGoal({ name: "Contested", weight: 10 })
  const other = await aPerson({ name: "N. Costa", roles: ["planner"] })
  const savedAt = new Date().toISOString()
  // a change within the very millisecond of saving is none after it
  await wait(2)
  await updateGoal(other, { id: goal.id, version: 1, weight: 50 })
  const only = await anImport([aRecord("goal", null, { weight: 20 }, { code: goal.code })], { savedAt })
  expect((await rowsOf(only))[0]).toMatchObject({ verdict: "changed", ticked: false, changes: [{ field: "weight", before: "50", after: "20", clash: { by: "N. Costa", take: "theirs" } }] })
  const partly = await anImport([aRecord("goal", null, { weight: 20, why: "Because" }, { code: goal.code })], { savedAt })
  expect((await rowsOf(partly))[0]).toMatchObject({ verdict: "changed", ticked: true })
})

it("takes what an earlier file brought as said when that file was saved", async () => {
  const goal = await aGoal({ name: "Planned twice", weight: 10 })
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
  const rows = (weight: number) => [aRecord("goal", null, { weight }, { code: goal.code })]
  const lastYear = await anImport(rows(30), { savedAt: inMinutes(2) })
  await applyImport(thePreparer, { importId: lastYear })
  const thisYear = await anImport(rows(40), { savedAt: inMinutes(3) })
  expect((await rowsOf(thisYear))[0]).toMatchObject({ verdict: "changed", ticked: true, changes: [{ after: "40", clash: null }] })
  const older = await anImport(rows(40), { savedAt: inMinutes(1) })
  expect((await rowsOf(older))[0]).toMatchObject({ verdict: "changed", ticked: false, changes: [{ clash: { take: "theirs" } }] })
})

it("offers what the file only implies, unless it is linked already", async () => {
  const goal = await aGoal({ name: "Far goal" })
  const work = await anInitiative({ name: "Far work" })
  const offer = anOffer(named(work.code, "initiative"), "contributes to", named(goal.code, "goal"), [{ type: "Requirement", name: "In between" }])
  expect((await rowsOf(await anImport([offer])))[0]).toMatchObject({ verdict: "offered", ticked: false, through: [{ name: "In between" }] })
  const direct = aLink(named(work.code, "initiative"), "contributes to", named(goal.code, "goal"))
  expect((await rowsOf(await anImport([offer, direct]))).map(({ verdict }) => verdict)).toEqual(["unchanged", "new"])
})

it("takes the file's own ids within their source, and names that repeat for different records", async () => {
  const look = aSource("archimate:one")
  const id = await anImport([
    aRecord("goal", "Same", {}, { foreignId: "id-1" }), aRecord("goal", "Same", {}, { foreignId: "id-2" }),
    aRecord("initiative", "Work", {}, { foreignId: "id-3" }),
    aLink(identified("id-3", "initiative"), "contributes to", identified("id-2", "goal"), {}, { foreignId: "r-1" }),
    aLink(identified("id-3", "initiative"), "contributes to", identified("id-2", "goal"), {}, { foreignId: "r-2" }),
    aLink(identified("id-3", "initiative"), "requires", identified("id-9", "initiative"), {}, { foreignId: "r-3" }),
  ], { look })
  expect((await rowsOf(id)).map(({ verdict }) => verdict)).toEqual(["new", "new", "new", "new", "unchanged", "refused"])
})

it("asks for an initiative that is here already who was heard before a file may approve it; a new one comes as it is", async () => {
  const planner = await aPerson({ roles: ["planner"] })
  const here = await anInitiative({ name: "Here before the file" })
  const standing = await anInitiative({ name: "Approved before the file" })
  await approved(planner, { ids: [standing.id] })
  const rows = [
    aRecord("initiative", "Here before the file", { status: "approved" }), aRecord("initiative", "Approved before the file", { status: "in progress" }),
    aRecord("initiative", "Brought in as approved", { status: "approved" }),
  ]
  expect(await problems(await anImport(rows, { actor: planner }))).toEqual([
    `Here before the file (${here.code}) cannot be approved yet. Nobody has said yet who is affected. No conversation about it was opened. Start a conversation about it, or approve it on its page with a reason.`,
  ])
})
