// An initiative's plan, its stages and its reports, as plain rules.
import { describe, expect, it } from "vitest"
import { checkInitiative, newInitiative, withYears } from "~/features/initiatives/initiative"
import { initiativeCell, initiativeCreate, initiativeEdit } from "~/features/initiatives/initiative.schema"
import { demandForStage, isApproval, mayBecome } from "~/features/initiatives/stage"
import { checkReport, type StatusReport } from "~/features/initiatives/status-report"

const plan = { ...newInitiative, name: "New web shop" }
const operationId = "0192f4c0-0000-7000-8000-000000000001"

describe("the plan", () => {
  it("refuses an end before the start and keeps one on the same day", () => {
    expect(() => checkInitiative({ ...plan, startsOn: "2027-01-02", endsOn: "2027-01-01" })).toThrow(/end is before the start/i)
    expect(checkInitiative({ ...plan, startsOn: "2027-01-02", endsOn: "2027-01-02" }).endsOn).toBe("2027-01-02")
  })

  it("refuses amounts below nothing and years out of reach", () => {
    expect(() => checkInitiative({ ...plan, budget: { "2026": "-1.00" } })).toThrow(/from 0/)
    expect(() => checkInitiative({ ...plan, budget: { "1200": "1.00" } })).toThrow(/financial year/)
    expect(checkInitiative({ ...plan, budget: { "2026": "0.00" } }).budget).toEqual({ "2026": "0.00" })
  })

  it("sets some years of a budget and leaves the others", () => {
    expect(withYears({ "2027": "5.00", "2026": "1.00" }, { "2026": null, "2028": "0.00" })).toEqual({ "2027": "5.00", "2028": "0.00" })
  })
})

describe("the stage", () => {
  const record = { name: "New web shop", status: "idea" as const, archived: false }

  it("needs a planner's word to become approved work, also around the approval", () => {
    expect(isApproval("idea", "approved")).toBe(true)
    expect(isApproval("proposed", "in progress")).toBe(true)
    expect(isApproval("cancelled", "on hold")).toBe(true)
    expect(isApproval("on hold", "in progress")).toBe(false)
    expect(isApproval("approved", "cancelled")).toBe(false)
    expect(demandForStage("idea", "completed", ["p"])).toEqual({ permission: "approve initiative" })
    expect(demandForStage("idea", "proposed", ["p"])).toEqual({ permission: "edit record", ownerIds: ["p"] })
  })

  it("gives every reason that stands in the way", () => {
    expect(mayBecome(record, "approved", [])).toEqual({ allowed: true, reasons: [] })
    const checks = [{ passed: false, sentence: "Sign the contract first." }, { passed: true, sentence: "Ask the users first." }]
    expect(mayBecome({ ...record, archived: true }, "approved", checks)).toEqual({
      allowed: false, reasons: ["New web shop is archived. Restore it first.", "Sign the contract first."],
    })
    expect(mayBecome({ ...record, status: "approved" }, "approved", checks).allowed).toBe(true)
  })
})

describe("a report", () => {
  const report: StatusReport = { scheduleHealth: "on track", costHealth: "not reported", scopeHealth: "not reported", progress: 40, healthNote: "", nextReportOn: null }

  it("says something, within 0 to 100, and looks ahead", () => {
    expect(checkReport(report, "2026-11-22")).toEqual(report)
    expect(() => checkReport({ ...report, scheduleHealth: "not reported", progress: null }, "2026-11-22")).toThrow(/how it is going/)
    expect(checkReport({ ...report, scheduleHealth: "not reported", progress: 0 }, "2026-11-22").progress).toBe(0)
    expect(() => checkReport({ ...report, progress: 101 }, "2026-11-22")).toThrow(/0 to 100/)
    expect(() => checkReport({ ...report, nextReportOn: "2026-11-21" }, "2026-11-22")).toThrow(/past/)
  })
})

describe("what is posted", () => {
  it("reads one row a year, a blank one taken away", () => {
    const posted = { operationId, name: " New web shop ", "budget-2026": "320k", "budget-2027": "" }
    expect(initiativeCreate.parse(posted)).toEqual({ operationId, name: "New web shop", budget: { "2026": "320000.00", "2027": null } })
  })

  it("names the field of an amount or a date that is none", () => {
    const refused = initiativeEdit.safeParse({ operationId, version: "1", "budget-2026": "a lot", endsOn: "soon", colour: "red" })
    expect(refused.error?.issues.map((issue) => issue.path.join("."))).toEqual(["budget-2026", "endsOn", ""])
  })

  it("refuses a stage among the plan's fields", () => {
    expect(initiativeEdit.safeParse({ operationId, version: "1", status: "approved" }).success).toBe(false)
    expect(initiativeCreate.safeParse({ operationId, name: "x", status: "approved" }).success).toBe(false)
  })

  it("reads one cell", () => {
    const cell = (field: string, value: string) => initiativeCell.safeParse({ operationId, version: "3", field, value })
    expect(cell("budget-2026", "75k").data?.edit).toEqual({ budget: { "2026": "75000.00" } })
    expect(cell("budget-2026", "").data?.edit).toEqual({ budget: { "2026": null } })
    expect(cell("endsOn", "").data?.edit).toEqual({ endsOn: null })
    expect(cell("endsOn", "soon").success).toBe(false)
    expect(cell("name", " ").success).toBe(false)
    expect(cell("status", "approved").success).toBe(false)
  })
})
