// What a list of standards says in its own words, and where it belongs in time.
import { expect, test } from "vitest"
import { noLongerNamed, placeInTime, type StandingRow } from "~/features/exchange/standard-place"
import { dayOfList, jobsIn, lastDayIn, meaningInWords, meaningOf, meanings, readMapping } from "~/features/exchange/standard-words"

test.each([
  ["Approved", "approved, strategic"], ["Approved - Preferred", "approved, strategic"], ["Approved - Maintain", "approved with constraints, tactical"],
  ["Exception", "approved with constraints, containment"], ["Grandfathered Exception", "approved with constraints, containment"], ["CTO Dispensation", "approved with constraints, containment"],
  ["Pilot", "approved with constraints, pilot"], ["Proposed", "unapproved, emerging"], ["Not yet submitted", "unapproved, emerging"], ["Sunsetting", "divest, containment"],
  ["Denied", "prohibited, containment"], ["DENIED ", "prohibited, containment"], ["Perhaps", null],
])("%s means %s", (word, meaning) => expect(meaningOf(word)).toBe(meaning))

test("what was chosen for a file comes before what is usual, and a meaning that is none of ours is no meaning", () => {
  expect(meaningOf("Denied", { denied: "unapproved, emerging" })).toBe("unapproved, emerging")
  expect(meaningOf("Perhaps", { perhaps: "approved, strategic" })).toBe("approved, strategic")
  expect(meaningOf("Perhaps", { perhaps: "maybe" })).toBeNull()
  expect(new Set(meanings.map(meaningInWords)).size).toBe(35)
})

test("a category names jobs by commas; a dash names none", () => {
  expect(jobsIn("CAD-Computer-Aided Design,PDF Software")).toEqual(["CAD-Computer-Aided Design", "PDF Software"])
  expect(jobsIn("Certificates / Digital Signature")).toEqual(["Certificates / Digital Signature"])
  expect(jobsIn("Database, database ,  ")).toEqual(["database"])
  for (const none of ["-", "- Not Identified", "", null]) expect(jobsIn(none)).toEqual([])
})

test("an approval lasts to the end of its month, or to its day; other words are refused by name", () => {
  expect(lastDayIn("2018-11")).toEqual({ day: "2018-11-30" })
  expect(lastDayIn("2020-02")).toEqual({ day: "2020-02-29" })
  expect(lastDayIn("2023-07-20")).toEqual({ day: "2023-07-20" })
  expect(lastDayIn("2023-07-20 00:00")).toEqual({ day: "2023-07-20" })
  expect(lastDayIn("-")).toEqual({ day: null })
  expect(lastDayIn(null)).toEqual({ day: null })
  expect(lastDayIn("2018-13")).toEqual({ problem: expect.stringContaining("“2018-13” is no day.") })
  expect(lastDayIn("2023-02-30")).toHaveProperty("problem")
  expect(lastDayIn("soon")).toHaveProperty("problem")
})

test("a list is of the day that was said, then of that in its name, then of when it was saved; never of a day to come", () => {
  const today = "2026-11-28"
  expect(dayOfList({ name: "it-standards-2017-11-22.csv" }, today)).toBe("2017-11-22")
  expect(dayOfList({ name: "standards_20220429.xlsx", savedAt: "2022-05-01T10:00:00Z" }, today)).toBe("2022-04-29")
  expect(dayOfList({ name: "it-standards-2017-11-22.csv", said: "2017-12-01" }, today)).toBe("2017-12-01")
  expect(dayOfList({ name: "standards.csv", savedAt: "2022-05-01T10:00:00Z" }, today)).toBe("2022-05-01")
  expect(dayOfList({ name: "it-standards-2031-01-01.csv" }, today)).toBe(today)
  expect(dayOfList({ name: "list 12345678901.csv" }, today)).toBe(today)
})

test("a mapping file is JSON or lines, in our words or those of the screens", () => {
  expect(readMapping('{"Denied": "prohibited, retirement"}')).toEqual({ denied: "prohibited, retirement" })
  expect(readMapping("# ours\nDenied = prohibited, retirement\n\n\"Approved - Preferred\",\"approved, tactical\"\n")).toEqual({ denied: "prohibited, retirement", "approved - preferred": "approved, tactical" })
  expect(readMapping("On trial = Allowed with conditions: pilot")).toEqual({ "on trial": "approved with constraints, pilot" })
})

test.each([
  ["Denied = gone", "“gone” for “Denied” is no status and lifecycle of ours"], ["Denied", "“Denied” does not say what the word means."], ["", "The mapping says nothing."], ["{", "cannot be read as such"],
  ["Denied = prohibited, pilot\ndenied = approved, pilot", "“denied” stands twice in the mapping"],
])("the mapping %j is refused", (text, words) => expect(() => readMapping(text)).toThrow(words))

const row = (given: Partial<StandingRow>): StandingRow => ({
  id: "1", applicationId: "a", functionId: "f", decisionId: "d", productVersion: "", status: "approved", lifecycle: "strategic", ownWords: "Approved", conditions: "", approvalExpiresOn: null,
  validFrom: "2017-11-22", validTo: null, version: 1, imported: true, ...given,
})
const said = { status: "approved", lifecycle: "strategic", ownWords: "Approved", approvalExpiresOn: null } as const

test("what is said first holds on; what is said later ends it; what is said of the same day replaces it or is the same", () => {
  expect(placeInTime([], "2017-11-22", said)).toEqual({ same: false, replaces: null, ends: null, validTo: null })
  expect(placeInTime([row({})], "2022-04-29", said)).toMatchObject({ same: false, ends: { id: "1" }, validTo: null })
  expect(placeInTime([row({})], "2017-11-22", said)).toMatchObject({ same: true, ends: null, replaces: { id: "1" } })
  expect(placeInTime([row({})], "2017-11-22", { ...said, ownWords: "Pilot" })).toMatchObject({ same: false, replaces: { id: "1" } })
})

test("an older list that comes later goes before what stands, and one in between takes its part of the time", () => {
  const rows = [row({ id: "1", validTo: "2022-04-29" }), row({ id: "2", validFrom: "2022-04-29" })]
  expect(placeInTime(rows, "2015-01-01", said)).toMatchObject({ ends: null, replaces: null, validTo: "2017-11-22" })
  expect(placeInTime(rows, "2019-01-01", said)).toMatchObject({ ends: { id: "1" }, validTo: "2022-04-29" })
})

test("a later list that names other jobs ends what earlier files said, and nothing that was decided here", () => {
  const rows = [row({ id: "1" }), row({ id: "2", functionId: "g" }), row({ id: "3", functionId: "h", imported: false }), row({ id: "4", functionId: null })]
  expect(noLongerNamed(rows, "2022-04-29", new Set(["f"])).map(({ id }) => id)).toEqual(["2", "4"])
  expect(noLongerNamed(rows, "2017-11-22", new Set(["f"]))).toEqual([])
})
