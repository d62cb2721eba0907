/** Owns the addresses of lists: search, filters, sort, groups, columns and page live in the query string and nowhere else. */

export type Direction = "ascending" | "descending"
type Changes = Readonly<Record<string, string | readonly string[] | null>>

/** Gives "?..." with some values replaced; null or an empty list removes one. Page and finished messages are dropped unless named, since they belong to the old list. */
export function withValues(current: URLSearchParams, changes: Changes): string {
  const next = new URLSearchParams(current)
  for (const fleeting of ["page", "done", "choose", "change", "show"]) if (!(fleeting in changes)) next.delete(fleeting)
  for (const [key, value] of Object.entries(changes)) {
    next.delete(key)
    for (const each of value === null ? [] : typeof value === "string" ? [value] : value) next.append(key, each)
  }
  const text = next.toString()
  return text === "" ? "?" : `?${text}`
}

/** Gives the address that puts one value of a filter on, or takes it off where it is on; other values of the filter stay. */
export function toggled(current: URLSearchParams, key: string, value: string): string {
  const values = current.getAll(key)
  return withValues(current, { [key]: values.includes(value) ? values.filter((each) => each !== value) : [...values, value] })
}

/** Tells whether a filter has this value. */
export function isOn(current: URLSearchParams, key: string, value: string): boolean {
  return current.getAll(key).includes(value)
}

/** Gives the choices of a filter as links; a value in the address that no choice has stands among them, so that it is seen and can be taken off. */
export function chipOptions(address: URLSearchParams, name: string, choices: readonly { value: string; label: string }[]): { label: string; href: string; on: boolean }[] {
  const known = new Set(choices.map(({ value }) => value))
  const unknown = [...new Set(address.getAll(name))].filter((value) => value !== "" && !known.has(value))
  return [...choices, ...unknown.map((value) => ({ value, label: `${value.slice(0, 40)} (not here)` }))]
    .map(({ value, label }) => ({ label, href: toggled(address, name, value), on: isOn(address, name, value) }))
}

/** Gives the sorted column and its direction: `sort=name` is ascending, `sort=-name` descending. */
export function sortOf(current: URLSearchParams, fallback: string): { key: string; direction: Direction } {
  const value = current.get("sort") || fallback
  return value.startsWith("-") ? { key: value.slice(1), direction: "descending" } : { key: value, direction: "ascending" }
}

/** Gives the address that sorts by a column, turning the direction where the list is sorted by it already. */
export function sortHref(current: URLSearchParams, key: string, fallback: string): string {
  const now = sortOf(current, fallback)
  return withValues(current, { sort: now.key === key && now.direction === "ascending" ? `-${key}` : key })
}

/** Gives the page, from 1; anything that is no page number is the first. */
export function pageOf(current: URLSearchParams): number {
  const page = Number(current.get("page"))
  return Number.isSafeInteger(page) && page >= 1 ? page : 1
}

/** Gives the address of a page of the same list. */
export function pageHref(current: URLSearchParams, page: number): string {
  return withValues(current, { page: page <= 1 ? null : String(page) })
}

/** Gives the chosen columns in their own order; an unknown name is ignored, and none chosen means the usual ones. */
export function columnsOf(current: URLSearchParams, known: readonly string[], usual: readonly string[]): string[] {
  const asked = new Set(current.getAll("columns").flatMap((value) => value.split(",")))
  const chosen = known.filter((key) => asked.has(key))
  return chosen.length > 0 ? chosen : [...usual]
}
