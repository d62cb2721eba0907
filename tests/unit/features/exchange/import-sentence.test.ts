// The sentences on top of an import say exactly its counts.
import { expect, test } from "vitest"
import { countWords, grouped, linksSentence, momentWords, previewTitle, reportTitle, sumOf, verdictSentence } from "~/features/exchange/import-sentence"

const counts = (fresh: number, changed: number, unchanged: number, refused: number) => ({ new: fresh, changed, unchanged, refused })

test.each([
  [counts(9, 14, 15, 3), "41 rows: 9 are new, 14 change something, 15 stay, 3 are refused."],
  [counts(1, 1, 1, 1), "4 rows: 1 is new, 1 changes something, 1 stays, 1 is refused."],
  [counts(1200, 0, 0, 0), "1,200 rows: 1,200 are new."],
  [counts(0, 0, 7, 0), "7 rows, and all of them are here already."],
  [counts(0, 0, 1, 0), "1 row, and it is here already."],
  [counts(0, 0, 0, 2), "2 rows, and all of them are refused."],
  [counts(0, 0, 0, 0), "No rows in this file."],
])("%j", (given, said) => {
  expect(verdictSentence(given)).toBe(said)
})

test("records come first, links beside them, links alone in their place", () => {
  const both = { kinds: { goal: counts(2, 0, 0, 0), initiative: counts(1, 1, 0, 0) }, links: { supports: counts(3, 0, 0, 1) } }
  expect(previewTitle(both)).toBe("4 rows: 3 are new, 1 changes something.")
  expect(linksSentence(both)).toBe("4 links: 3 are new, 1 is refused.")
  const links = { kinds: {}, links: both.links }
  expect([previewTitle(links), linksSentence(links)]).toEqual(["4 links: 3 are new, 1 is refused.", ""])
  expect(previewTitle({ kinds: {}, links: {} })).toBe("No rows in this file.")
  expect(sumOf(both.kinds)).toEqual(counts(3, 1, 0, 0))
})

test("a report says what was written, and the list says all counts", () => {
  const report = { kinds: { goal: counts(1, 14, 15, 3) }, links: { supports: counts(1200, 0, 0, 0) } }
  expect(reportTitle(report)).toBe("Written: 1 new record, 14 changed records, 1,200 new links.")
  expect(reportTitle({ kinds: { goal: counts(0, 0, 15, 3) }, links: {} })).toBe("Nothing had to be written.")
  expect(countWords(report)).toBe("1,201 new, 14 changed, 15 unchanged, 3 refused")
})

test("moments are told where the company is", () => {
  expect(momentWords(new Date("2026-11-22T23:40:00Z"), "Europe/Berlin")).toBe("23 Nov 2026, 00:40")
  expect([grouped(999), grouped(1000), grouped(1_234_567)]).toEqual(["999", "1,000", "1,234,567"])
})
