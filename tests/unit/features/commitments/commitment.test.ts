// Proves when a promise is late, kept late or moved, and what the ledger's title says.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays } from "~/core/calendar"
import type { Actor } from "~/core/policy"
import { checkMove, ledgerTitle, mayChange, requireOpen, standingInWords, standingOf, type PromiseFacts } from "~/features/commitments/commitment"

const open = (dueOn: string, moves = 0): PromiseFacts => ({ state: "open", dueOn, keptAt: null, moves })
const keptAt = (dueOn: string, at: string): PromiseFacts => ({ state: "kept", dueOn, keptAt: at, moves: 0 })
const berlin = "Europe/Berlin"

describe("where a promise stands", () => {
  it("is open on its due date and late from the day after", () => {
    expect(standingOf(open("2026-10-15"), "2026-10-15", berlin)).toEqual({ standing: "open", days: 0, renegotiated: false })
    expect(standingOf(open("2026-10-15"), "2026-10-16", berlin)).toEqual({ standing: "late", days: 1, renegotiated: false })
    expect(standingInWords(standingOf(open("2026-10-15"), "2026-12-01", berlin))).toBe("Late, 47 days")
  })

  it("is kept in the company's time zone: half past midnight in Berlin is a day late, the same moment in London is not", () => {
    const facts = keptAt("2026-06-30", "2026-06-30T22:30:00Z")
    expect(standingOf(facts, "2026-12-01", berlin)).toMatchObject({ standing: "kept late", days: 1 })
    expect(standingOf(facts, "2026-12-01", "Europe/London")).toMatchObject({ standing: "kept", days: 0 })
  })

  it("says how early or late it was kept", () => {
    expect(standingInWords(standingOf(keptAt("2026-09-30", "2026-09-28T10:00:00Z"), "2026-12-01", berlin))).toBe("Kept, 2 days early")
    expect(standingInWords(standingOf(keptAt("2026-09-30", "2026-10-01T10:00:00Z"), "2026-12-01", berlin))).toBe("Kept 1 day late")
    expect(standingInWords(standingOf(open("2026-12-01"), "2026-12-01", berlin))).toBe("Due today")
  })

  it("says that it was moved, whatever became of it", () => {
    expect(standingOf(open("2027-01-01", 2), "2026-12-01", berlin).renegotiated).toBe(true)
    expect(standingOf({ state: "withdrawn", dueOn: "2020-01-01", keptAt: null, moves: 1 }, "2026-12-01", berlin)).toEqual({ standing: "withdrawn", days: 0, renegotiated: true })
  })

  it("counts no kept or withdrawn promise as late, however old", () => {
    const day = fc.integer({ min: -2000, max: 2000 }).map((days) => addDays("2026-06-15", days))
    const closed = fc.oneof(
      fc.record({ state: fc.constant("kept" as const), dueOn: day, keptAt: day.map((date) => `${date}T12:00:00Z`), moves: fc.nat(5) }),
      fc.record({ state: fc.constant("withdrawn" as const), dueOn: day, keptAt: fc.constant(null), moves: fc.nat(5) }),
    )
    fc.assert(fc.property(closed, day, (facts, today) => standingOf(facts, today, berlin).standing !== "late"))
  })

  it("is late or open, never both, and late exactly when the due date has passed", () => {
    const day = fc.integer({ min: -2000, max: 2000 }).map((days) => addDays("2026-06-15", days))
    fc.assert(fc.property(day, day, (dueOn, today) => standingOf(open(dueOn), today, berlin).standing === (dueOn < today ? "late" : "open")))
  })
})

describe("the title of the ledger", () => {
  const late = (days: number) => standingOf(open(addDays("2026-12-01", -days)), "2026-12-01", berlin)

  it("says how many are late and how long the oldest has waited", () => {
    expect(ledgerTitle([late(41), late(3)])).toBe("2 promises are late. The oldest has waited 41 days.")
    expect(ledgerTitle([late(1)])).toBe("1 promise is late. It has waited 1 day.")
  })

  it("says that none is late, and that there is none", () => {
    expect(ledgerTitle([standingOf(open("2027-01-01"), "2026-12-01", berlin)])).toBe("No promise is late. 1 is open.")
    expect(ledgerTitle([standingOf(keptAt("2026-01-01", "2026-01-01T10:00:00Z"), "2026-12-01", berlin)])).toBe("No promise is late. All are kept or withdrawn.")
    expect(ledgerTitle([])).toBe("Nothing promised yet.")
  })
})

describe("moving", () => {
  it("needs another date and a reason", () => {
    const promise = { state: "open" as const, dueOn: "2026-12-01" }
    expect(checkMove(promise, { toOn: "2027-01-15", reason: " The vendor is late. " })).toEqual({ toOn: "2027-01-15", reason: "The vendor is late." })
    expect(() => checkMove(promise, { toOn: "2026-12-01", reason: "Same" })).toThrow("It is due on 1 Dec 2026 already")
    expect(() => checkMove(promise, { toOn: "2027-01-15", reason: "  " })).toThrow("Say why it is moved")
    expect(() => checkMove(promise, { toOn: "2027-02-30", reason: "Why" })).toThrow("Write the new date")
  })

  it("is refused for a promise that is kept or withdrawn", () => {
    expect(() => checkMove({ state: "kept", dueOn: "2026-12-01" }, { toOn: "2027-01-15", reason: "Why" })).toThrow("This promise is kept")
    expect(() => requireOpen({ state: "withdrawn" }, "marked as kept")).toThrow("This promise is withdrawn, so it cannot be marked as kept")
  })
})

describe("who may change a promise", () => {
  const actor = (roles: Actor["roles"]): Actor => ({ kind: "person", personId: "me", name: "Ada Example", roles })

  it("is who keeps the conversations, and its owner", () => {
    expect(mayChange(actor(["brm"]), null)).toEqual({ permission: "edit engagement" })
    expect(mayChange(actor(["contributor"]), "me")).toEqual({ permission: "edit record", ownerIds: ["me"] })
    expect(mayChange(actor(["contributor"]), null)).toEqual({ permission: "edit record", ownerIds: [] })
  })
})
