// Proves that a calendar file has stable identities, whole days, and that words cannot become lines of their own.
import { expect, it } from "vitest"
import { calendarFile } from "~/features/commitments/calendar-file.server"

const entry = { id: "0197", day: "2026-12-31", title: "Promise due: Phones", words: "Bring a date", url: "http://127.0.0.1:3000/commitments/W-3", version: 4 }
const at = new Date("2026-12-01T10:00:00Z")

it("gives a whole day under an identity that stays, with the version as its sequence", () => {
  const file = calendarFile("Promises", [entry], at)
  expect(file).toContain("UID:0197@throughline")
  expect(file).toContain("DTSTART;VALUE=DATE:20261231")
  expect(file).toContain("DTEND;VALUE=DATE:20270101")
  expect(file).toContain("SEQUENCE:4")
  expect(calendarFile("Promises", [{ ...entry, day: "2027-01-05", version: 5 }], at)).toContain("UID:0197@throughline")
})

it("keeps a line break in a name inside its line", () => {
  const file = calendarFile("Promises", [{ ...entry, title: "Phones\r\nATTENDEE:mailto:x@example.org", words: "One\r\nBEGIN:VALARM" }], at)
  expect(file.split(/\r?\n/).filter((line) => /^(ATTENDEE|BEGIN:VALARM)/.test(line))).toEqual([])
})
