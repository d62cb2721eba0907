// Who may see what runs across the records: the start page, the map, the figures, the search, histories and the shared forms.

import { randomUUID } from "node:crypto"
import { addDays } from "~/core/calendar"
import { figureNames } from "~/features/alignment/working"
import { aGoal } from "../../support/builders"
import { own, owners, planners, signedIn, type AccessRow, type Statuses } from "./row"

function get(route: string, path: string, expected: Statuses = signedIn(200), of?: string): AccessRow {
  return { route: `routes/${route}`, method: "GET", request: () => ({ path }), expected, ...(of === undefined ? {} : { of }) }
}

function about(route: string, path: (code: string) => string, expected: Statuses): AccessRow {
  return { route: `routes/${route}`, method: "GET", of: "a record", request: async () => ({ path: path((await aGoal()).code) }), expected }
}

const acceptPath = (code: string) => `/gaps/accept?about=${code}&gap=goalsWithoutOwner`
const nextMonth = () => addDays(new Date().toISOString().slice(0, 10), 30)

export const overviewRows: readonly AccessRow[] = [
  get("map[.]png", "/map.png"),
  get("map[.]svg", "/map.svg"),
  get("map", "/map"),
  ...["table", "matrix", "money"].map((view) => get("map", `/map?view=${view}`, signedIn(200), view)),
  about("map_.chain", (code) => `/map/chain?at=${code}`, signedIn(200)),
  ...figureNames.map((name) => get("figures.$name", `/figures/${name}`, signedIn(200), name)),
  get("figures.$name", "/figures/unknown", signedIn(404), "unknown"),
  get("_index", "/?index"),
  get("search", "/search?q=goal"),
  get("search.results", "/search/results?q=goal"),
  get("people.choices", "/people/choices", planners(200)),
  about("history", (code) => `/history?about=${code}`, signedIn(200)),
  get("history", "/history?about=G-999999", signedIn(404), "of nothing"),
  about("ask", (code) => `/ask?about=${code}`, signedIn(200)),
  get("ask", "/ask", signedIn(200), "of any record"),
  about("link", (code) => `/link?about=${code}`, planners(200)),
  { route: "routes/link", method: "GET", of: "own", expected: owners(200), request: async (asker) => ({ path: `/link?about=${(await own(asker, () => aGoal())).code}` }) },
  about("gaps.accept", acceptPath, planners(200)),
  {
    route: "routes/gaps.accept", method: "POST", of: "a record", expected: planners(302),
    request: async () => {
      const { id, code } = await aGoal()
      return { path: acceptPath(code), form: { operationId: randomUUID(), elementId: id, gap: "goalsWithoutOwner", reason: "Soon.", untilOn: nextMonth() } }
    },
  },
]
