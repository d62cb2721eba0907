// What the list of goals knows of each goal, read from the alignment of the moment, in the order of the tree.
import type { GapName } from "~/features/elements/accepted-gap"
import { addMoney } from "~/core/money"
import type { GoalLevel, GoalStatus } from "./goal"
import type { GoalHealth } from "./goal-progress"

/** The parts of the alignment that the list reads; the alignment itself is made further up. */
export interface GoalSource {
  index: {
    nodes: ReadonlyMap<string, SourceGoal>
    byKind: { get: (kind: "goal") => readonly SourceGoal[] | undefined }
    linksTo: ReadonlyMap<string, readonly { from: string; relation: string }[]>
  }
  model: { levels: ReadonlyMap<string, GoalLevel>; counting: ReadonlySet<string>; activeServers: ReadonlyMap<string, readonly string[]> }
  gapsOf: (id: string) => readonly { gap: GapName; acceptedUntil: string | null }[]
  standingOf: (id: string) => { progress: number | null; expected: number | null; measured: number; measures: number; shown: GoalHealth; reason: string } | null
}

interface SourceGoal {
  id: string
  code: string
  name: string
  sortKey: string
  status: string | null
  parentId: string | null
  ownerId: string | null
  ownerName: string | null
  weight?: number
  measureCount?: number
}

export interface GoalPlace {
  id: string
  code: string
  name: string
  sortKey: string
  level: GoalLevel
  status: GoalStatus
  parentId: string | null
  /** the pillar it is part of; itself for a pillar */
  pillarId: string
  pillarCode: string
  /** 0 for a pillar, 1 for a goal, 2 for an objective */
  depth: number
  weight: number
  /** whether it is one of the goals that weights and money are shared among */
  counts: boolean
  /** 0 to 1 of the sum of weights that count; null where it does not count or nothing weighs */
  share: number | null
  health: GoalHealth
  reason: string
  /** 0 to 1 */
  progress: number | null
  expected: number | null
  /** measures that have a reading, of all its own */
  measured: number
  measures: number
  ownerId: string | null
  ownerName: string | null
  /** active initiatives that serve it; of a pillar, that serve one of its goals */
  works: number
  gaps: readonly { gap: GapName; acceptedUntil: string | null }[]
}

const known = new WeakMap<object, readonly GoalPlace[]>()

/** Gives every goal that is not archived: each pillar, then what is part of it; worked out once for each alignment. */
export function goalPlaces(source: GoalSource): readonly GoalPlace[] {
  const kept = known.get(source)
  if (kept) return kept
  const parts = new Map<string | null, SourceGoal[]>()
  for (const node of source.index.byKind.get("goal") ?? []) {
    const above = node.parentId !== null && source.index.nodes.has(node.parentId) ? node.parentId : null
    const list = parts.get(above)
    if (list) list.push(node)
    else parts.set(above, [node])
  }
  const sum = [...source.model.counting].reduce((all, id) => all + weightOf(source.index.nodes.get(id)), 0)
  const places: GoalPlace[] = []
  const place = (node: SourceGoal, pillar: SourceGoal, depth: number): void => {
    places.push(placeOf(source, node, { pillar, depth, sum, below: parts.get(node.id) ?? [] }))
    for (const part of parts.get(node.id) ?? []) place(part, pillar, depth + 1)
  }
  for (const pillar of parts.get(null) ?? []) place(pillar, pillar, 0)
  known.set(source, places)
  return places
}

function placeOf(source: GoalSource, node: SourceGoal, at: { pillar: SourceGoal; depth: number; sum: number; below: readonly SourceGoal[] }): GoalPlace {
  const counts = source.model.counting.has(node.id)
  const standing = source.standingOf(node.id)
  const weight = weightOf(node)
  return {
    id: node.id, code: node.code, name: node.name, sortKey: node.sortKey,
    level: source.model.levels.get(node.id) ?? "goal", status: (node.status ?? "active") as GoalStatus,
    parentId: node.parentId, pillarId: at.pillar.id, pillarCode: at.pillar.code, depth: at.depth,
    weight, counts, share: counts && at.sum > 0 ? weight / at.sum : null,
    health: standing?.shown ?? "not known", reason: standing?.reason ?? "",
    progress: standing?.progress ?? null, expected: standing?.expected ?? null,
    measured: standing?.measured ?? 0, measures: node.measureCount ?? 0,
    ownerId: node.ownerId, ownerName: node.ownerName,
    works: worksOf(source, node, counts, at.below), gaps: source.gapsOf(node.id),
  }
}

function worksOf(source: GoalSource, node: SourceGoal, counts: boolean, below: readonly SourceGoal[]): number {
  if (counts) return source.model.activeServers.get(node.id)?.length ?? 0
  if (source.model.levels.get(node.id) === "pillar") return new Set(below.flatMap((goal) => source.model.activeServers.get(goal.id) ?? [])).size
  return (source.index.linksTo.get(node.id) ?? []).filter((link) => link.relation === "contributes to").length
}

function weightOf(goal: SourceGoal | undefined): number {
  return goal?.weight ?? 10
}

/** Gives the money of each goal of a year: its own part, and for a pillar the sum of its goals'; objectives have none of their own. */
export function moneyByGoal(places: readonly GoalPlace[], rows: readonly { goalId: string; money: string }[]): Map<string, string> {
  const money = new Map(rows.map((row) => [row.goalId, row.money]))
  const ofPillar = new Map<string, string[]>()
  for (const place of places) {
    const own = money.get(place.id)
    if (own !== undefined && place.pillarId !== place.id) ofPillar.set(place.pillarId, [...(ofPillar.get(place.pillarId) ?? []), own])
  }
  for (const [pillarId, amounts] of ofPillar) money.set(pillarId, addMoney(amounts))
  return money
}
