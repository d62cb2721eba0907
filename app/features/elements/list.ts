// What the address of a list asks for, checked against what the list knows; and what a column of its file holds.

/** What a list knows: anything else in the address is ignored. */
export interface ListSpec {
  sorts: readonly string[]
  usualSort: string
  groups: readonly string[]
  /** "none" for a flat list */
  usualGroup: string
  columns: readonly string[]
  usualColumns: readonly string[]
  filters: readonly string[]
  pageSize?: number
}

export interface ListAsk {
  /** the search as typed, at most 200 characters */
  q: string
  /** values of each known filter; an absent filter is an empty list */
  filters: Readonly<Record<string, readonly string[]>>
  sort: { key: string; descending: boolean }
  group: string
  columns: readonly string[]
  /** from 1 */
  page: number
  pageSize: number
}

const mostValues = 50

/** Gives what the address asks for: `q`, `sort=-name`, `group=goal`, `columns=a,b`, `page=2` and the filters; unknown values fall back to the usual ones. */
export function listAsk(address: URLSearchParams, spec: ListSpec): ListAsk {
  const sort = address.get("sort") ?? ""
  const key = sort.replace(/^-/, "")
  const known = spec.sorts.includes(key)
  const usual = spec.usualSort
  const group = address.get("group") ?? ""
  const asked = new Set(address.getAll("columns").flatMap((value) => value.split(",")))
  const columns = spec.columns.filter((column) => asked.has(column))
  const page = Number(address.get("page"))
  return {
    q: (address.get("q") ?? "").trim().slice(0, 200),
    filters: Object.fromEntries(spec.filters.map((name) => [name, [...new Set(address.getAll(name))].filter(Boolean).slice(0, mostValues)])),
    sort: known ? { key, descending: sort.startsWith("-") } : { key: usual.replace(/^-/, ""), descending: usual.startsWith("-") },
    group: spec.groups.includes(group) ? group : spec.usualGroup,
    columns: columns.length > 0 ? columns : spec.usualColumns,
    page: Number.isSafeInteger(page) && page >= 1 ? Math.min(page, 1_000_000) : 1,
    pageSize: spec.pageSize ?? 50,
  }
}

/** Gives the values of one filter. */
export function filterValues(ask: ListAsk, name: string): readonly string[] {
  return ask.filters[name] ?? []
}

/** Gives the number of pages, one at least, and the page asked for brought within them. */
export function pagesOf(total: number, ask: Pick<ListAsk, "page" | "pageSize">): { page: number; pageCount: number; offset: number } {
  const pageCount = Math.max(1, Math.ceil(total / ask.pageSize))
  const page = Math.min(ask.page, pageCount)
  return { page, pageCount, offset: (page - 1) * ask.pageSize }
}

/** One column of a downloaded file. Text is guarded against formulas; numbers and money stay numbers, dates stay dates. */
export interface FileColumn<Row> {
  label: string
  kind: "text" | "number" | "money" | "date"
  of: (row: Row) => string | number | null
}
