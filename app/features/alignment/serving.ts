/** Owns serving: which goals count, and which of them each initiative, service and capability reaches, and how. */
import {
  activeStatuses, changeRelations, goalLevels, indexGraph,
  type Graph, type GraphIndex, type GraphLink, type GraphNode, type GoalLevel, type Strength,
} from "~/features/alignment/graph"

export interface Serving {
  goalId: string
  strength: Strength
  via: "direct" | "objective" | "pillar"
  /** The contribution that decides. */
  linkId: string
}

export interface PillarLink {
  pillarId: string
  strength: Strength
  linkId: string
  /** The counting goals it reaches: those without a closer link. */
  goalIds: readonly string[]
}

export interface ServingModel {
  index: GraphIndex
  levels: ReadonlyMap<string, GoalLevel>
  /** In the graph's order. */
  countingGoals: readonly GraphNode[]
  counting: ReadonlySet<string>
  /** What each initiative serves, strongest first; an empty list serves no goal. */
  servings: ReadonlyMap<string, readonly Serving[]>
  /** The pillar links behind servings via "pillar", which F3 takes once. */
  pillarLinks: ReadonlyMap<string, readonly PillarLink[]>
  /** The active initiatives that serve each counting goal. */
  activeServers: ReadonlyMap<string, readonly string[]>
  /** Services with a path to a counting goal (F1). */
  servicesWithPath: ReadonlySet<string>
}

/** Gives what serves what, worked out once for the whole graph; the other figures read it. */
export function servingModel(graph: Graph): ServingModel {
  const index = indexGraph(graph)
  const levels = goalLevels(index)
  const countingGoals = (index.byKind.get("goal") ?? []).filter((goal) => isCounting(index, levels, goal))
  const counting = new Set(countingGoals.map((goal) => goal.id))
  const servings = new Map<string, readonly Serving[]>()
  const pillarLinks = new Map<string, readonly PillarLink[]>()
  const activeServers = new Map<string, string[]>(countingGoals.map((goal) => [goal.id, []]))
  for (const initiative of index.byKind.get("initiative") ?? []) {
    const links = (index.linksFrom.get(initiative.id) ?? []).filter((link) => link.relation === "contributes to")
    const served = servingsOfLinks(index, levels, counting, links)
    servings.set(initiative.id, served.servings)
    pillarLinks.set(initiative.id, served.pillarLinks)
    if (!isActive(initiative)) continue
    for (const serving of served.servings) activeServers.get(serving.goalId)?.push(initiative.id)
  }
  const base = { index, levels, countingGoals, counting, servings, pillarLinks, activeServers }
  return { ...base, servicesWithPath: findServicesWithPath(base) }
}

/** Gives what an initiative serves, strongest first; nothing for an unknown id. */
export function servesOf(model: ServingModel, initiativeId: string): readonly Serving[] {
  return model.servings.get(initiativeId) ?? []
}

/** Says whether an initiative is active: approved or in progress. */
export function isActive(initiative: GraphNode): boolean {
  return activeStatuses.has(initiative.status ?? "")
}

/** Gives the weight of a goal, 10 unless said. */
export function weightOf(goal: GraphNode): number {
  return goal.weight ?? 10
}

/** Gives the counting goals that a link to this goal reaches: itself, its goal when it is an active objective, or a pillar's goals. */
export function countingGoalsBehind(
  model: Pick<ServingModel, "index" | "levels" | "counting">,
  goalId: string,
): readonly string[] {
  if (model.counting.has(goalId)) return [goalId]
  const goal = model.index.nodes.get(goalId)
  const level = model.levels.get(goalId)
  if (goal === undefined || level === undefined) return []
  if (level === "pillar") return childGoals(model.index, goalId).map(({ id }) => id).filter((id) => model.counting.has(id))
  if (level !== "objective" || goal.status !== "active" || goal.parentId === null) return []
  return model.counting.has(goal.parentId) ? [goal.parentId] : []
}

function isCounting(index: GraphIndex, levels: ReadonlyMap<string, GoalLevel>, goal: GraphNode): boolean {
  if (goal.status !== "active") return false
  const level = levels.get(goal.id)
  if (level === "goal") return true
  return level === "pillar" && !childGoals(index, goal.id).some((child) => child.status === "active")
}

function childGoals(index: GraphIndex, goalId: string): GraphNode[] {
  return (index.children.get(goalId) ?? []).filter((child) => child.kind === "goal")
}

function servingsOfLinks(
  index: GraphIndex,
  levels: ReadonlyMap<string, GoalLevel>,
  counting: ReadonlySet<string>,
  links: readonly GraphLink[],
): { servings: Serving[]; pillarLinks: PillarLink[] } {
  const model = { index, levels, counting }
  const best = new Map<string, Serving>()
  const toPillars = new Map<string, GraphLink>()
  for (const link of links) {
    if (levels.get(link.to) === "pillar" && !counting.has(link.to)) {
      const known = toPillars.get(link.to)
      if (known === undefined || strengthOf(link) > strengthOf(known)) toPillars.set(link.to, link)
      continue
    }
    for (const goalId of countingGoalsBehind(model, link.to)) {
      const via = goalId === link.to ? "direct" : "objective"
      keepStrongest(best, { goalId, strength: strengthOf(link), via, linkId: link.id })
    }
  }
  // Closer links are all known now, so a pillar's link takes only the goals that have none.
  const pillarLinks: PillarLink[] = []
  for (const [pillarId, link] of toPillars) {
    const goalIds = countingGoalsBehind(model, pillarId).filter((id) => !best.has(id))
    if (goalIds.length > 0) pillarLinks.push({ pillarId, strength: strengthOf(link), linkId: link.id, goalIds })
  }
  for (const { goalIds, strength, linkId } of pillarLinks) {
    for (const goalId of goalIds) best.set(goalId, { goalId, strength, via: "pillar", linkId })
  }
  const servings = [...best.values()].sort((a, b) => b.strength - a.strength || (a.goalId < b.goalId ? -1 : 1))
  return { servings, pillarLinks }
}

function strengthOf(link: GraphLink): Strength {
  return link.strength ?? 1
}

function keepStrongest(best: Map<string, Serving>, serving: Serving): void {
  const known = best.get(serving.goalId)
  const stronger = known === undefined || serving.strength > known.strength
  const closer = known !== undefined && serving.strength === known.strength && serving.via === "direct" && known.via !== "direct"
  if (stronger || closer) best.set(serving.goalId, serving)
}

function findServicesWithPath(model: Omit<ServingModel, "servicesWithPath">): Set<string> {
  const { index } = model
  const reaches = new Map<string, boolean>()
  const capabilityReaches = (id: string): boolean => {
    const climbed: string[] = []
    let at: string | null = id
    let found = false
    // Going up through the parents; a capability met before already carries its answer.
    while (at !== null && !climbed.includes(at)) {
      const known = reaches.get(at)
      const enables = (index.linksFrom.get(at) ?? []).filter((link) => link.relation === "enables")
      if (known === true || enables.some((link) => countingGoalsBehind(model, link.to).length > 0)) {
        found = true
        break
      }
      if (known === false) break
      climbed.push(at)
      at = index.nodes.get(at)?.parentId ?? null
    }
    for (const capability of climbed) reaches.set(capability, found)
    return found
  }
  const hasPath = (service: GraphNode): boolean => {
    const supports = (index.linksFrom.get(service.id) ?? []).filter((link) => link.relation === "supports")
    const changes = (index.linksTo.get(service.id) ?? []).filter((link) => changeRelations.has(link.relation))
    return (
      supports.some(({ to }) =>
        index.nodes.get(to)?.kind === "capability" ? capabilityReaches(to) : countingGoalsBehind(model, to).length > 0,
      ) ||
      changes.some(({ from }) => {
        const initiative = index.nodes.get(from)
        return initiative !== undefined && isActive(initiative) && (model.servings.get(from) ?? []).length > 0
      })
    )
  }
  return new Set((index.byKind.get("service") ?? []).filter(hasPath).map((service) => service.id))
}
