// The sentences of an import: what its file would do, what it did, and in which state it is.
import { calendarDate, dayMonthYear } from "~/core/calendar"
import { kindWords } from "~/features/elements/element"
import { relationWords } from "~/features/elements/link"
import { noVerdicts, type ImportReport, type ImportState, type VerdictCounts } from "./import-view"

/** The state in a few words, for the list. */
export const importStateWords: Record<ImportState, string> = {
  reading: "Being read", columns: "Waits for its columns", preview: "Waits for you, nothing is written", applying: "Being written",
  applied: "Applied", cancelled: "Cancelled, nothing was written", failed: "Failed, nothing was written", undone: "Undone",
}

/** The counts of all kinds, or of all relations, added up. */
export function sumOf(counts: Readonly<Record<string, VerdictCounts | undefined>>): VerdictCounts {
  const sum = { ...noVerdicts }
  for (const one of Object.values(counts)) for (const key of Object.keys(sum) as (keyof VerdictCounts)[]) sum[key] += one?.[key] ?? 0
  return sum
}

/** How many rows the counts are of. */
export function rowsOf(counts: VerdictCounts): number {
  return counts.new + counts.changed + counts.unchanged + counts.refused
}

/** "41 rows: 9 are new, 14 change something, 15 stay, 3 are refused." `what` is one and many of what is counted. */
export function verdictSentence(counts: VerdictCounts, what: readonly [string, string] = ["row", "rows"]): string {
  const rows = rowsOf(counts)
  const all = `${grouped(rows)} ${rows === 1 ? what[0] : what[1]}`
  if (rows === 0) return `No ${what[1]} in this file.`
  if (counts.unchanged === rows) return rows === 1 ? `${all}, and it is here already.` : `${all}, and all of them are here already.`
  if (counts.refused === rows) return rows === 1 ? `${all}, and it is refused.` : `${all}, and all of them are refused.`
  const parts = [
    part(counts.new, "is new", "are new"), part(counts.changed, "changes something", "change something"),
    part(counts.unchanged, "stays", "stay"), part(counts.refused, "is refused", "are refused"),
  ]
  return `${all}: ${parts.filter(Boolean).join(", ")}.`
}

/** What is on top of the preview: the records of the file, or its links where it has no records. */
export function previewTitle(report: Pick<ImportReport, "kinds" | "links">): string {
  const [records, links] = [sumOf(report.kinds), sumOf(report.links)]
  return rowsOf(records) > 0 || rowsOf(links) === 0 ? verdictSentence(records) : verdictSentence(links, ["link", "links"])
}

/** The links beside the records: "38 links: 20 are new, 18 stay."; empty where there are none, or nothing else. */
export function linksSentence(report: Pick<ImportReport, "kinds" | "links">): string {
  const links = sumOf(report.links)
  return rowsOf(links) === 0 || rowsOf(sumOf(report.kinds)) === 0 ? "" : verdictSentence(links, ["link", "links"])
}

/** What an applied import did: "Written: 9 new records, 14 changed records, 1 new link." */
export function reportTitle(report: Pick<ImportReport, "kinds" | "links">): string {
  const written = [...saidOf(sumOf(report.kinds), ["record", "records"]), ...saidOf(sumOf(report.links), ["link", "links"])]
  return written.length === 0 ? "Nothing had to be written." : `Written: ${written.join(", ")}.`
}

/** The counts of an import in the list: "9 new, 14 changed, 3 refused". */
export function countWords(report: Pick<ImportReport, "kinds" | "links">): string {
  const counts = sumOf({ records: sumOf(report.kinds), links: sumOf(report.links) })
  const parts = ([["new", counts.new], ["changed", counts.changed], ["unchanged", counts.unchanged], ["refused", counts.refused]] as const).filter(([, count]) => count > 0)
  return parts.map(([word, count]) => `${grouped(count)} ${word}`).join(", ")
}

/** A kind of row for people: "Goals", "Measures"; of a relation: "helps", "is part of". */
export function rowKindWords(kind: string): string {
  if (kind === "measure") return "Measures"
  if (kind === "standard") return "Standards"
  if (kind === "part of") return "is part of"
  if (kind in kindWords) return kindWords[kind as keyof typeof kindWords].many
  return kind in relationWords ? relationWords[kind as keyof typeof relationWords].forth : kind
}

/** One of a kind: "Goal", "Measure"; a relation in its own words. */
export function oneOfKind(kind: string): string {
  return kind in kindWords ? kindWords[kind as keyof typeof kindWords].one : kind === "measure" ? "Measure" : kind === "standard" ? "Standard" : rowKindWords(kind)
}

/** A moment where the company is: "22 Nov 2026, 09:40". */
export function momentWords(moment: Date, timeZone: string): string {
  const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(moment)
  return `${dayMonthYear(calendarDate(moment, timeZone))}, ${time}`
}

/** 12,000 */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",")
}

function saidOf(counts: VerdictCounts, [one, many]: readonly [string, string]): string[] {
  return [
    ...(counts.new > 0 ? [`${grouped(counts.new)} new ${counts.new === 1 ? one : many}`] : []),
    ...(counts.changed > 0 ? [`${grouped(counts.changed)} changed ${counts.changed === 1 ? one : many}`] : []),
  ]
}

function part(count: number, one: string, many: string): string {
  return count === 0 ? "" : `${grouped(count)} ${count === 1 ? one : many}`
}
