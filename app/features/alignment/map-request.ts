/** Owns what the address asks of the map, its list and its matrix: one reading for every view and export. */
import type { ChainRelation, NodeKind, Relation } from "~/features/alignment/graph"
import { lifecycleWords, stageWords } from "~/features/alignment/map-card"
import { goalStatusWords } from "~/features/goals/goal"

export type MapViewName = "map" | "table" | "matrix"

export interface MapRequest {
  view: MapViewName
  kinds: ReadonlySet<NodeKind>
  /** Null: every relation. */
  relations: ReadonlySet<Relation> | null
  /** Statuses wanted, by kind; a kind without any is not restricted. */
  statuses: Partial<Record<NodeKind, ReadonlySet<string>>>
  unit: string | null
  owner: string | null
  year: number | null
  gapsOnly: boolean
  money: boolean
  /** Every open goal and initiative says how far those it affects were heard. */
  unheard: boolean
  /** Goals say which needs teams met with tools they got on their own. */
  sideDoor: boolean
  finished: boolean
  /** Keys of opened groups, and short ids of goals that show their objectives. */
  open: ReadonlySet<string>
  trace: string | null
  focus: string | null
  depth: number
  present: boolean
  dark: boolean
}

export const chainKinds: readonly NodeKind[] = ["goal", "initiative", "service", "application"]
export const extraKinds: readonly NodeKind[] = ["capability", "unit", "person"]
const allKinds: readonly NodeKind[] = [...chainKinds, ...extraKinds]
export const mapRelations: readonly ChainRelation[] = [
  "part of", "contributes to", "requires", "introduces", "improves", "replaces", "retires", "enables", "supports", "delivers", "uses", "affects",
]
/** Which parameter narrows which kind by which statuses. */
const statusParameters = [
  ["stage", "initiative", Object.keys(stageWords)], ["goal-status", "goal", Object.keys(goalStatusWords)], ["lifecycle", "application", Object.keys(lifecycleWords)],
] as const

const deepest = 5
const mostOpened = 200

/** Gives the request in the address; whatever is not known is left out, so a damaged link still shows the map. */
export function readMapRequest(search: URLSearchParams): MapRequest {
  const statuses: MapRequest["statuses"] = {}
  for (const [parameter, kind, all] of statusParameters) {
    const values = known(search.getAll(parameter), all)
    if (values.length > 0) statuses[kind] = new Set(values)
  }
  const view = search.get("view")
  const year = Number(search.get("year"))
  const relations = known(search.getAll("relation"), mapRelations)
  return {
    view: view === "table" || view === "matrix" ? view : "map",
    kinds: kindsOf(search),
    relations: relations.length > 0 ? new Set(relations) : null,
    statuses,
    unit: code(search.get("unit")),
    owner: code(search.get("owner")),
    year: Number.isInteger(year) && year >= 1990 && year <= 2200 ? year : null,
    gapsOnly: search.get("gaps") === "1",
    money: search.get("money") === "1",
    unheard: search.get("overlay") === "unheard",
    sideDoor: search.get("overlay") === "side-door",
    finished: search.get("finished") === "1",
    open: new Set(search.getAll("open").slice(0, mostOpened)),
    trace: code(search.get("trace")),
    focus: code(search.get("focus")),
    depth: Math.min(deepest, Math.max(1, Math.trunc(Number(search.get("depth")) || 2))),
    present: search.get("present") === "1",
    dark: search.get("theme") === "dark",
  }
}

/** Gives the view to show: the one in the address, else the list on phones and the map elsewhere. */
export function viewFor(search: URLSearchParams, userAgent: string): MapViewName {
  if (search.has("view")) return readMapRequest(search).view
  return /\bMobi/i.test(userAgent) ? "table" : "map"
}

/** Says whether anything narrows the records shown. */
export function isFiltered(request: MapRequest): boolean {
  return (
    request.relations !== null || request.unit !== null || request.owner !== null || request.gapsOnly || request.focus !== null ||
    Object.keys(request.statuses).length > 0 || chainKinds.some((kind) => !request.kinds.has(kind))
  )
}

// "kind" names what is shown; "with" adds the columns that are off at first.
function kindsOf(search: URLSearchParams): ReadonlySet<NodeKind> {
  const chosen = known(search.getAll("kind"), allKinds)
  const added = known(search.getAll("with"), extraKinds)
  return new Set([...(chosen.length > 0 ? chosen : chainKinds), ...added])
}

function known<T extends string>(values: readonly string[], all: readonly T[]): T[] {
  return all.filter((each) => values.includes(each))
}

function code(value: string | null): string | null {
  return value !== null && /^[A-Z]-\d{1,9}$/.test(value) ? value : null
}
