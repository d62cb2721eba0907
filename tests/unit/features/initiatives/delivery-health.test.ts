/** Proves that overall delivery health is the worst of what was reported. */
import { describe, expect, it } from "vitest"
import { overallHealth } from "~/features/initiatives/delivery-health"

describe("overall delivery health", () => {
  it("is the worst reported part", () => {
    expect(overallHealth({ schedule: "at risk", cost: "on track", scope: "not reported" }, "in progress")).toBe("at risk")
    expect(overallHealth({ schedule: "at risk", cost: "off track", scope: "on track" }, "approved")).toBe("off track")
  })
  it("reads not started for approved work without a report, else not reported", () => {
    const none = { schedule: "not reported", cost: "not reported", scope: "not reported" } as const
    expect([overallHealth(none, "approved"), overallHealth(null, "approved"), overallHealth(none, "in progress"), overallHealth(null, "idea")])
      .toEqual(["not started", "not started", "not reported", "not reported"])
  })
})
