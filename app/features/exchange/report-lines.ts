// The report of an import as a table: its counts first, then every problem with its place.
import type { FileColumn } from "~/features/elements/list"
import { rowKindWords, verdictSentence } from "./import-sentence"
import type { ImportReport } from "./import-view"

export interface ReportLine {
  where: string
  column: string
  said: string
}

export const reportColumns: readonly FileColumn<ReportLine>[] = [
  { label: "Where", kind: "text", of: (line) => line.where },
  { label: "Column", kind: "text", of: (line) => line.column },
  { label: "Problem", kind: "text", of: (line) => line.said },
]

/** The lines in portions, as files are written. */
export async function* reportLines(report: ImportReport): AsyncGenerator<readonly ReportLine[]> {
  const kinds = Object.entries(report.kinds).map(([kind, counts]) => ({ where: rowKindWords(kind), column: "", said: verdictSentence(counts) }))
  const links = Object.entries(report.links).map(([relation, counts]) => ({ where: `Links: ${rowKindWords(relation)}`, column: "", said: verdictSentence(counts, ["link", "links"]) }))
  yield await Promise.resolve([...kinds, ...links])
  for (let at = 0; at < report.problems.length; at += 1000)
    yield report.problems.slice(at, at + 1000).map(({ where, column, problem }) => ({ where, column: column ?? "", said: problem }))
}
