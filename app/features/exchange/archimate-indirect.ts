// Links that a model only implies: over one to three elements that we have no word for, followed in the direction of meaning.
import type { ChainKind } from "~/features/elements/element"
import type { Relation } from "~/features/elements/link"
import type { ArchiElement, ArchiRelationship } from "./archimate-model"
import type { Judged } from "./archimate-relations"
import { isAgainst } from "./archimate-words"

/** Bounds of the search: what they leave out is kept, and `stopped` says so. */
export const indirectLimits = {
  /** elements between the two ends */
  between: 3,
  /** an association says only that two belong together, and a chain of them says nothing */
  associations: 2,
  /** an element with more ways on than this joins everything with everything, so nothing is followed through it */
  waysOn: 100,
  /** ways looked at in a whole file */
  steps: 2_000_000,
  offers: 5_000,
} as const

export interface Indirect {
  relation: Relation
  from: string
  to: string
  through: readonly ArchiElement[]
  relationships: readonly ArchiRelationship[]
}

interface Search {
  from: ChainKind
  to: Partial<Record<ChainKind, Relation>>
  /** also over associations and influences */
  loose: boolean
}
const searches: readonly Search[] = [
  { from: "initiative", to: { goal: "contributes to" }, loose: true },
  { from: "initiative", to: { service: "introduces", application: "introduces", capability: "introduces" }, loose: false },
  { from: "service", to: { goal: "supports" }, loose: true },
  { from: "capability", to: { goal: "enables" }, loose: true },
  { from: "application", to: { service: "delivers" }, loose: false },
]

interface Way {
  to: string
  relationship: ArchiRelationship
}
interface Path {
  at: string
  ways: readonly Way[]
  associations: number
}
/** The model as the search sees it. */
interface Ground {
  kindOf: (id: string) => ChainKind | null
  byId: ReadonlyMap<string, ArchiElement>
  waysOn: { loose: ReadonlyMap<string, readonly Way[]>; strict: ReadonlyMap<string, readonly Way[]> }
  /** "from to" of records that a relationship joins directly */
  direct: ReadonlySet<string>
}
interface Found {
  offers: Indirect[]
  steps: number
  /** the search ended early because of its bounds */
  stopped: boolean
}

/**
 * Gives for each pair of records that no relationship joins directly the shortest way over elements without a word of
 * ours, the first in the file among equally short ones. Nothing is followed through people with an interest
 * (stakeholders), against its direction, or through negative influences, flows and triggers.
 */
export function indirectLinks(elements: readonly ArchiElement[], judged: readonly Judged[], kindOf: (id: string) => ChainKind | null): Found {
  const byId = new Map(elements.map((element) => [element.id, element]))
  const ground: Ground = {
    kindOf, byId,
    waysOn: { loose: waysOn(judged, byId, true), strict: waysOn(judged, byId, false) },
    direct: new Set(judged.flatMap(({ became }) => (became?.part === "link" ? [`${became.from} ${became.to}`] : []))),
  }
  const found: Found = { offers: [], steps: 0, stopped: false }
  for (const search of searches)
    for (const start of elements) if (kindOf(start.id) === search.from && !found.stopped) searchFrom(start.id, search, ground, found)
  return found
}

/** Breadth first, so that the first way to a record is a shortest one. */
function searchFrom(start: string, search: Search, ground: Ground, found: Found): void {
  const seen = new Set<string>()
  const reached = new Set([start])
  let open: Path[] = [{ at: start, ways: [], associations: 0 }]
  for (let between = 0; between <= indirectLimits.between && open.length > 0; between += 1) {
    const next: Path[] = []
    for (const path of open) {
      const on = ground.waysOn[search.loose ? "loose" : "strict"].get(path.at) ?? []
      if (between > 0 && on.length > indirectLimits.waysOn) continue
      found.steps += on.length
      found.stopped ||= found.steps > indirectLimits.steps || found.offers.length >= indirectLimits.offers
      if (found.stopped) return
      for (const way of on) {
        const longer = { at: way.to, ways: [...path.ways, way], associations: path.associations + (way.relationship.type === "Association" ? 1 : 0) }
        if (longer.associations > indirectLimits.associations || reached.has(way.to)) continue
        const relation = relationTo(way.to, search, ground)
        if (relation !== null && between > 0) {
          reached.add(way.to)
          if (!ground.direct.has(`${start} ${way.to}`)) found.offers.push(offer(relation, start, longer.ways, ground))
        } else if (isBetween(way.to, ground) && !seen.has(`${way.to} ${longer.associations}`)) {
          seen.add(`${way.to} ${longer.associations}`)
          next.push(longer)
        }
      }
    }
    open = next
  }
}

function relationTo(id: string, search: Search, { kindOf }: Ground): Relation | null {
  const kind = kindOf(id)
  return kind === null ? null : search.to[kind] ?? null
}

function isBetween(id: string, { kindOf, byId }: Ground): boolean {
  return kindOf(id) === null && byId.get(id)?.type !== "Stakeholder"
}

function offer(relation: Relation, from: string, path: readonly Way[], { byId }: Ground): Indirect {
  const through = path.slice(0, -1).flatMap(({ to }) => byId.get(to) ?? [])
  return { relation, from, to: path.at(-1)?.to ?? from, through, relationships: path.map(({ relationship }) => relationship) }
}

/** From each element the elements that it is there for, by relationships that did not become something already. */
function waysOn(judged: readonly Judged[], elements: ReadonlyMap<string, unknown>, loose: boolean): Map<string, Way[]> {
  const ways = new Map<string, Way[]>()
  const add = (from: string, way: Way) => void (ways.get(from)?.push(way) ?? ways.set(from, [way]))
  for (const { relationship, standing } of judged) {
    const { from, to } = relationship
    if (standing !== "kept" || from === to || !elements.has(from) || !elements.has(to)) continue
    const direction = directionOf(relationship, loose)
    if (direction !== "back" && direction !== "none") add(from, { to, relationship })
    if (direction === "back" || direction === "both") add(to, { to: from, relationship })
  }
  return ways
}

/** A part is there for its whole; an association says nothing about who is there for whom unless it is directed. */
function directionOf(relationship: ArchiRelationship, loose: boolean): "forth" | "back" | "both" | "none" {
  switch (relationship.type) {
    case "Realization": case "Serving": case "Assignment": case "Specialization": return "forth"
    case "Composition": case "Aggregation": return "back"
    case "Influence": return loose && !isAgainst(relationship) ? "forth" : "none"
    case "Association": return !loose ? "none" : relationship.attributes.isDirected === "true" ? "forth" : "both"
    default: return "none"
  }
}
