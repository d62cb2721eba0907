// The dates of an application in their order, how its contract stands, and its costs by year.

import { describe, expect, it } from "vitest"
import { checkApplication, contractState, newApplicationFields } from "~/features/applications/application"
import { checkAmount, costYears, fullYearlyCost } from "~/features/applications/cost-line"

const application = (fields: Partial<typeof newApplicationFields>) => ({ ...newApplicationFields, name: "Ledger", ...fields })

describe("the days of an application", () => {
  it("follow each other, with gaps and on the same day too", () => {
    const good = application({ planOn: "2024-01-01", activeOn: "2024-06-01", phaseOutOn: "2024-06-01", endOfLifeOn: "2029-12-31", contractEndsOn: "2027-01-31", noticeOn: "2027-01-31" })
    expect(checkApplication(good)).toBe(good)
  })
  it.each([
    [{ planOn: "2025-02-01", activeOn: "2025-01-31" }, "activeOn"], [{ phaseInOn: "2025-02-01", endOfLifeOn: "2024-12-31" }, "endOfLifeOn"],
    [{ contractEndsOn: "2027-01-31", noticeOn: "2027-02-01" }, "noticeOn"],
  ])("%j are refused at the later one", (fields, field) => {
    expect(() => checkApplication(application(fields))).toThrow(expect.objectContaining({ field }))
  })
})

it.each([
  [null, null, "none"], ["2026-11-21", "2026-08-01", "ended"], ["2026-11-22", null, "ends soon"], ["2027-02-20", null, "ends soon"], ["2027-02-21", null, "running"],
  ["2027-12-31", "2026-12-01", "notice near"], ["2027-12-31", "2026-11-22", "notice near"], ["2027-12-31", "2026-11-21", "notice missed"], ["2027-12-31", "2027-09-30", "running"],
  [null, "2026-12-01", "notice near"], [null, "2026-01-01", "running"],
] as const)("a contract until %s with notice by %s is %s", (contractEndsOn, noticeOn, state) => {
  expect(contractState({ contractEndsOn, noticeOn }, "2026-11-22", "2027-02-20")).toBe(state)
})

it("adds a year's lines up, and knows no cost where none is written down", () => {
  const lines = [
    { financialYear: 2026, costKind: "licence", amount: "7200.00", version: 1 }, { financialYear: 2026, costKind: "support", amount: "0.00", version: 2 },
    { financialYear: 2025, costKind: "licence", amount: "7000.50", version: 1 },
  ] as const
  expect(fullYearlyCost(lines, 2026)).toBe("7200.00")
  expect(fullYearlyCost(lines, 2024)).toBeNull()
  expect(costYears(lines)).toEqual([
    { year: 2026, total: "7200.00", lines: { licence: { amount: "7200.00", version: 1 }, support: { amount: "0.00", version: 2 }, maintenance: null, administration: null } },
    { year: 2025, total: "7000.50", lines: { licence: { amount: "7000.50", version: 1 }, support: null, maintenance: null, administration: null } },
  ])
  expect(() => checkAmount("support", "-1.00")).toThrow(expect.objectContaining({ field: "support" }))
})
