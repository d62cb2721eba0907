// Which rows of a preview the address asks for, and the tabs that lead to the others.
import { rowsOf, sumOf } from "./import-sentence"
import type { ImportReport, ImportRowView, ImportView, Verdict, VerdictCounts } from "./import-view"

export interface PreviewAsk {
  of: "records" | "links" | "offers"
  show: Verdict | "all"
  /** null: the first rows, with everything else of the preview below them */
  page: number | null
}

const verdictTabs: readonly { show: PreviewAsk["show"]; label: string }[] = [
  { show: "new", label: "New" }, { show: "changed", label: "Changed" }, { show: "unchanged", label: "Unchanged" }, { show: "refused", label: "Refused" }, { show: "all", label: "All" },
]

/** What an address asks for; what it leaves open begins with what deserves a look: changes, then what is new, then refusals. */
export function previewAsk(address: URLSearchParams, report: Pick<ImportReport, "kinds" | "links">): PreviewAsk {
  const asked = address.get("of")
  const of = asked === "offers" ? "offers" : asked === "links" || (asked !== "records" && rowsOf(sumOf(report.kinds)) === 0 && rowsOf(sumOf(report.links)) > 0) ? "links" : "records"
  const counts = countsOf(report, of)
  const wanted = verdictTabs.find(({ show }) => show === address.get("show"))?.show
  const first = (["changed", "new", "refused"] as const).find((one) => counts[one] > 0) ?? "all"
  const page = Number(address.get("page"))
  return { of, show: wanted ?? first, page: Number.isSafeInteger(page) && page >= 1 ? page : null }
}

/** The parts of rows that a question is about. */
export function partsAsked(of: PreviewAsk["of"]): ImportRowView["part"][] {
  return of === "records" ? ["record"] : of === "links" ? ["link", "parent"] : ["offer"]
}

interface CountedLink {
  label: string
  href: string
  current: boolean
  count: number
}

/** Tabs by what happens to a row, and above them those of records and links where a file has both. */
export function tabsOf(report: Pick<ImportReport, "kinds" | "links">, ask: PreviewAsk): { tabs: CountedLink[]; parts: CountedLink[] } {
  const counts = countsOf(report, ask.of)
  const number = (show: PreviewAsk["show"]) => (show === "all" ? rowsOf(counts) : counts[show])
  const tabs = verdictTabs.map(({ show, label }) => ({ label, href: `?show=${show}&of=${ask.of}`, current: show === ask.show, count: number(show) }))
  const parts = (["records", "links"] as const)
    .map((of) => ({ label: of === "records" ? "Records" : "Links", href: `?of=${of}`, current: of === ask.of, count: rowsOf(countsOf(report, of)) }))
    .filter(({ count }) => count > 0)
  return { tabs, parts }
}

/** Whether the person's own file can be given back with a column of reasons. */
export function givesBack({ format }: Pick<ImportView, "format">): boolean {
  return format !== "archimate"
}

function countsOf(report: Pick<ImportReport, "kinds" | "links">, of: PreviewAsk["of"]): VerdictCounts {
  return sumOf(of === "records" ? report.kinds : report.links)
}
