// Standards over time: expiry, what changed between two days, and families whose versions stand differently.
import { expect, test } from "vitest"
import { endsOf, expiryOf, mixedFamilies, ranOut, shiftOf, type Stood } from "~/features/decisions/standard-time"

const stood = (given: Partial<Stood> = {}): Stood => ({ status: "approved", lifecycle: "strategic", ownWords: "Approved", approvalExpiresOn: "2018-11-30", ...given })

test("the week ends on Sunday and the quarter with its third month, over the end of a year as well", () => {
  expect(endsOf("2026-11-28")).toEqual({ week: "2026-11-29", quarter: "2026-12-31" })
  expect(endsOf("2026-11-29")).toEqual({ week: "2026-11-29", quarter: "2026-12-31" })
  expect(endsOf("2026-12-28")).toEqual({ week: "2027-01-03", quarter: "2026-12-31" })
  expect(endsOf("2026-01-01")).toEqual({ week: "2026-01-04", quarter: "2026-03-31" })
})

test.each([
  [null, null], ["2026-11-27", "overdue"], ["2026-11-28", "this week"], ["2026-11-29", "this week"], ["2026-11-30", "this quarter"], ["2026-12-31", "this quarter"], ["2027-01-01", "later"],
] as const)("an approval until %s is %s on 28 Nov 2026", (expiresOn, expiry) => expect(expiryOf(expiresOn, "2026-11-28")).toBe(expiry))

test("in the last days of a quarter the week goes on into the next", () => expect(expiryOf("2027-01-02", "2026-12-28")).toBe("this week"))

test("between two days a standing is new, changed, prolonged, the same, not looked at again, or ended", () => {
  expect(shiftOf(null, null, false)).toBeNull()
  expect(shiftOf(null, stood(), true)).toBe("new")
  expect(shiftOf(stood(), null, false)).toBe("ended")
  expect(shiftOf(stood(), stood(), false)).toBe("not named")
  expect(shiftOf(stood(), stood(), true)).toBe("same")
  expect(shiftOf(stood(), stood({ approvalExpiresOn: "2023-07-20" }), true)).toBe("prolonged")
  expect(shiftOf(stood(), stood({ status: "divest", lifecycle: "containment", ownWords: "Sunsetting" }), true)).toBe("changed")
  expect(shiftOf(stood({ ownWords: "Exception" }), stood({ ownWords: "Approved" }), true)).toBe("changed")
})

test("an approval ran out where its day passed and nothing renewed it", () => {
  expect(ranOut(stood(), stood(), "2022-04-29")).toBe(true)
  expect(ranOut(stood(), stood({ approvalExpiresOn: "2023-07-20" }), "2022-04-29")).toBe(false)
  expect(ranOut(stood(), stood({ approvalExpiresOn: "2022-04-29" }), "2022-04-29")).toBe(false)
  expect(ranOut(stood(), stood({ approvalExpiresOn: null }), "2022-04-29")).toBe(false)
  expect(ranOut(null, stood(), "2022-04-29")).toBe(false)
})

test("a family is mixed when two of its versions may be used differently, and not when one product stands twice", () => {
  const version = (name: string, family: string, number: string, status: "approved" | "divest") => ({ applicationId: name, name, family, version: number, status })
  const found = mixedFamilies([
    version("AutoCAD 2015", "AutoCAD", "2015", "divest"), version("Zoom 5", "Zoom", "5", "approved"), version("autocad 2016", "autocad", "2016", "approved"), version("Zoom 4", "Zoom", "4", "approved"),
    version("Acrobat", "Acrobat", "", "approved"), version("Acrobat", "Acrobat", "", "divest"),
  ])
  expect(found.map(({ family, versions }) => [family, versions.length])).toEqual([["AutoCAD", 2]])
})
