// Undoing a whole import: what it made goes, what it changed returns, and what people did since is left.

import { beforeAll, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { applyImport } from "~/features/exchange/imports.commands.server"
import { findImport, importRows } from "~/features/exchange/imports.queries.server"
import { undoImport } from "~/features/exchange/imports.undo.server"
import { updateGoal } from "~/features/goals/goals.commands.server"
import { reportStatus } from "~/features/initiatives/initiatives.commands.server"
import { aCompany, aGoal, anInitiative, aPerson, thePreparer } from "../../../support/builders"
import { aLink, anImport, aRecord, aSource, named } from "../../../support/brought"

beforeAll(() => aCompany())

const active = (name: string) => database().selectFrom("element").select(["id", "version"]).where("name", "=", name).where("archivedAt", "is", null).execute()

it("takes everything back as one, and the same file can be brought again", async () => {
  const [goal, first] = [await aGoal({ name: "Was here", weight: 10 }), await aGoal({ name: "First goal" })]
  const work = await anInitiative({ name: "Was planned", budget: { 2026: "100.00" } })
  await reportStatus(thePreparer, { id: work.id, scheduleHealth: "on track", costHealth: "not reported", scopeHealth: "not reported", progress: null, healthNote: "", nextReportOn: null })
  await applyImport(thePreparer, { importId: await anImport([aLink(named("Was planned", "initiative"), "contributes to", named("First goal", "goal"))]) })
  const rows = [
    aRecord("goal", null, { weight: 70, owner: named("Made Up", "person"), parent: named("New pillar", "goal") }, { code: goal.code }),
    aRecord("goal", "New pillar"),
    aRecord("initiative", "Was planned", { "budget-2026": "200", "budget-2027": "5", health: "off track", status: "proposed" }),
    aLink(named("Was planned", "initiative"), "contributes to", named("New pillar", "goal"), { strength: 9, isPrimary: true }),
  ]
  const importId = await anImport(rows)
  const { operationId } = await applyImport(thePreparer, { importId })
  const { left } = await undoImport(thePreparer, { operationId })
  expect(left).toEqual([])
  expect(await active("New pillar")).toEqual([])
  expect(await active("Made Up")).toEqual([])
  expect(await database().selectFrom("goal").select(["weight", "parentId"]).where("id", "=", goal.id).executeTakeFirst()).toEqual({ weight: 10, parentId: null })
  expect(await database().selectFrom("responsibility").select("id").where("elementId", "=", goal.id).execute()).toEqual([])
  expect(await database().selectFrom("initiativeBudget").select(["financialYear", "amount"]).where("initiativeId", "=", work.id).execute()).toEqual([{ financialYear: 2026, amount: "100.00" }])
  expect(await database().selectFrom("initiative").select(["status", "scheduleHealth"]).where("id", "=", work.id).executeTakeFirst()).toEqual({ status: "idea", scheduleHealth: "on track" })
  expect(await database().selectFrom("statusReport").select("scheduleHealth").where("initiativeId", "=", work.id).execute()).toEqual([{ scheduleHealth: "on track" }])
  expect(await database().selectFrom("link").select(["toId", "isPrimary"]).where("fromId", "=", work.id).execute()).toEqual([{ toId: first.id, isPrimary: true }])
  expect((await findImport(database(), importId)).state).toBe("undone")
  await expect(undoImport(thePreparer, { operationId })).rejects.toThrow("already taken back")

  const again = await anImport(rows)
  expect((await importRows(database(), again, { offset: 0, limit: 20 })).rows.map(({ verdict }) => verdict)).toEqual(["changed", "new", "changed", "new", "new"])
})

it("leaves what somebody edited since, with what it stands on, and names it", async () => {
  const editor = await aPerson({ roles: ["planner"] })
  const look = aSource("table:ref")
  const rows = [aRecord("goal", "Pillar to stay", {}, { foreignId: "1" }), aRecord("goal", "Edited since", { parent: named("Pillar to stay", "goal") }, { foreignId: "2" }), aRecord("goal", "Goes", {}, { foreignId: "3" })]
  const { operationId } = await applyImport(thePreparer, { importId: await anImport(rows, { look }) })
  const [edited] = await active("Edited since")
  await updateGoal(editor, { id: edited?.id ?? "", version: 1, weight: 99 })
  const [pillar] = await active("Pillar to stay")
  const { left } = await undoImport(thePreparer, { operationId })
  expect(new Set(left)).toEqual(new Set([edited?.id, pillar?.id]))
  expect(await active("Goes")).toEqual([])
  expect(await database().selectFrom("sourceElement").select("foreignId").orderBy("foreignId").execute()).toEqual([{ foreignId: "1" }, { foreignId: "2" }])
})

it("is for planners and administrators", async () => {
  const { operationId } = await applyImport(thePreparer, { importId: await anImport([aRecord("goal", "Guarded")]) })
  await expect(undoImport(await aPerson({ roles: ["contributor"] }), { operationId })).rejects.toThrow("Only a planner or an administrator")
})
