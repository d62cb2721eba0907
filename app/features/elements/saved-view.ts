// A saved view: the screens that have them, and when an address shows one.
export const viewScreens = ["goals", "initiatives", "services", "applications", "functions", "units", "people", "stakeholders", "capabilities", "commitments", "consultations", "byo", "standards", "map"] as const
export type ViewScreen = (typeof viewScreens)[number]

export interface SavedView {
  id: string
  name: string
  /** the query string without "?" */
  query: string
  shared: boolean
  mine: boolean
  /** whether this person may forget it */
  removable: boolean
}

/** What a view keeps of an address: all but the page, the notice of what was just done, and presenting. */
export function viewQuery(address: URLSearchParams): string {
  const kept = new URLSearchParams(address)
  for (const fleeting of ["page", "done", "present", "choose", "change", "show"]) kept.delete(fleeting)
  return kept.toString()
}

/** Whether two queries ask for the same, in whatever order. */
export function sameView(one: string, other: string): boolean {
  const sorted = (query: string) => [...new URLSearchParams(query)].map((pair) => JSON.stringify(pair)).sort().join()
  return one === other || sorted(one) === sorted(other)
}

/** The address of a screen with views; the plain address of jobs is their board. */
export function screenPath(screen: ViewScreen): string {
  return screen === "functions" ? "/functions/list" : `/${screen}`
}

/** The address of a view of a screen. */
export function viewHref(screen: ViewScreen, query: string): string {
  return query === "" ? screenPath(screen) : `${screenPath(screen)}?${query}`
}
