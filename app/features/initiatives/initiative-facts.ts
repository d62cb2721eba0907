// What the list of initiatives knows of each piece of work and each goal, read from the alignment of the moment.
import type { GoalHealth } from "~/features/goals/goal-progress"
import { strengths, type Strength } from "~/features/elements/link"
import type { DeliveryHealth } from "./delivery-health"
import { openStages, type Stage } from "./initiative"

/** The parts of the alignment that the list reads; the alignment itself is made further up. */
export interface ListSource {
  index: {
    nodes: ReadonlyMap<string, SourceNode>
    byKind: { get: (kind: "goal" | "initiative" | "unit") => readonly SourceNode[] | undefined }
    linksFrom: ReadonlyMap<string, readonly SourceLink[]>
    linksTo: ReadonlyMap<string, readonly SourceLink[]>
  }
  servesOf: (id: string) => readonly { goalId: string }[]
  gapsOf: (id: string) => readonly { gap: string; acceptedUntil: string | null }[]
}

interface SourceNode {
  id: string
  code: string
  name: string
  sortKey: string
  status: string | null
  parentId: string | null
  ownerId: string | null
  ownerName: string | null
  budgets?: Record<number, string>
  health?: string | null
  progress?: number | null
  startsOn?: string | null
  endsOn?: string | null
}

interface SourceLink {
  from: string
  to: string
  relation: string
  strength?: Strength
  isPrimary?: boolean
}

export interface Work {
  id: string
  code: string
  name: string
  sortKey: string
  stage: Stage
  health: DeliveryHealth
  /** 0 to 1 */
  progress: number | null
  ownerId: string | null
  ownerName: string | null
  /** affected units, by code */
  units: readonly { code: string; name: string }[]
  budgets: Readonly<Record<number, string>>
  startsOn: string | null
  endsOn: string | null
  /** the goal it mainly helps, and how strongly; null: linked to none */
  main: { goalId: string; strength: Strength } | null
  /** further goals it helps */
  more: number
  /** it serves no counting goal; `gapUntil` is set while that is accepted */
  servesNone: boolean
  gapUntil: string | null
}

export interface GoalPlace {
  id: string
  code: string
  name: string
  health: GoalHealth
  /** no work under way serves it though it counts; `gapUntil` is set while that is accepted */
  lacksWork: boolean
  gapUntil: string | null
  ownerId: string | null
  /** codes of the goal and of those it is part of */
  path: readonly string[]
  /** open initiatives that help it beside another main goal */
  alsoHelp: number
}

export interface ListFacts {
  works: readonly Work[]
  /** goals in the order of the tree: each pillar, then what is part of it */
  goals: ReadonlyMap<string, GoalPlace>
}

const known = new WeakMap<object, ListFacts>()

/** Gives the facts of an alignment, worked out once for each. */
export function listFacts(source: ListSource): ListFacts {
  const kept = known.get(source)
  if (kept) return kept
  const facts = { works: (source.index.byKind.get("initiative") ?? []).map((node) => workOf(source, node)), goals: goalsOf(source) }
  known.set(source, facts)
  return facts
}

function workOf(source: ListSource, node: SourceNode): Work {
  const links = source.index.linksFrom.get(node.id) ?? []
  const goals = links.filter((link) => link.relation === "contributes to")
  const main = goals.find((link) => link.isPrimary) ?? goals[0]
  const units = links.filter((link) => link.relation === "affects").flatMap((link) => source.index.nodes.get(link.to) ?? [])
  return {
    id: node.id, code: node.code, name: node.name, sortKey: node.sortKey,
    stage: node.status as Stage, health: (node.health ?? "not reported") as DeliveryHealth, progress: node.progress ?? null,
    ownerId: node.ownerId, ownerName: node.ownerName,
    units: units.map(({ code, name }) => ({ code, name })),
    budgets: node.budgets ?? {}, startsOn: node.startsOn ?? null, endsOn: node.endsOn ?? null,
    main: main ? { goalId: main.to, strength: main.strength ?? strengths[1] ?? 3 } : null,
    more: Math.max(0, goals.length - 1),
    servesNone: source.servesOf(node.id).length === 0,
    gapUntil: source.gapsOf(node.id).find(({ gap }) => gap === "workWithoutGoal")?.acceptedUntil ?? null,
  }
}

function goalsOf(source: ListSource): Map<string, GoalPlace> {
  const nodes = source.index.byKind.get("goal") ?? []
  const parts = new Map<string | null, SourceNode[]>()
  for (const node of nodes) {
    const above = node.parentId !== null && source.index.nodes.has(node.parentId) ? node.parentId : null
    const list = parts.get(above)
    if (list) list.push(node)
    else parts.set(above, [node])
  }
  const places = new Map<string, GoalPlace>()
  const place = (node: SourceNode, path: readonly string[]): void => {
    const gap = source.gapsOf(node.id).find((each) => each.gap === "goalsWithoutWork")
    const helpers = (source.index.linksTo.get(node.id) ?? []).filter((link) => link.relation === "contributes to" && !link.isPrimary)
    const alsoHelp = helpers.filter((link) => (openStages as readonly (string | null | undefined)[]).includes(source.index.nodes.get(link.from)?.status)).length
    const own = [...path, node.code]
    places.set(node.id, {
      id: node.id, code: node.code, name: node.name, health: (node.health ?? "not known") as GoalHealth,
      lacksWork: gap !== undefined, gapUntil: gap?.acceptedUntil ?? null, ownerId: node.ownerId, path: own, alsoHelp,
    })
    for (const part of parts.get(node.id) ?? []) place(part, own)
  }
  for (const top of parts.get(null) ?? []) place(top, [])
  return places
}
