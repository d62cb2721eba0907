/** Owns a second, slow and literal reading of serving and the gaps, to hold the fast one to. */
import type { Graph, GraphNode } from "~/features/alignment/graph"

/** Gives the gaps as sorted ids, by looking through everything every time. */
export function naiveGaps(graph: Graph): Record<string, string[]> {
  const find = (id: string | null): GraphNode | undefined => graph.nodes.find((node) => node.id === id)
  const of = (kind: string): GraphNode[] => graph.nodes.filter((node) => node.kind === kind)
  const depth = (node: GraphNode): number => {
    const parent = find(node.parentId)
    return parent === undefined ? 0 : depth(parent) + 1
  }
  const active = (goal: GraphNode): boolean => goal.status === "active"
  const counts = (goal: GraphNode): boolean =>
    active(goal) && (depth(goal) === 1 || (depth(goal) === 0 && of("goal").every((other) => other.parentId !== goal.id || !active(other))))
  const counting = of("goal").filter(counts)
  const isCloser = (target: string, goal: GraphNode): boolean => {
    const node = find(target)
    return target === goal.id || (node !== undefined && active(node) && depth(node) === 2 && node.parentId === goal.id)
  }
  const reaches = (target: string, goal: GraphNode): boolean => isCloser(target, goal) || (goal.parentId === target && depth(goal) === 1)
  const targets = (from: string, relation: string): string[] =>
    graph.links.filter((link) => link.from === from && link.relation === relation).map((link) => link.to)
  // Whether a closer link or the pillar's decides changes the strength only, never whether the goal is served.
  const serves = (work: GraphNode): boolean => counting.some((goal) => targets(work.id, "contributes to").some((target) => reaches(target, goal)))
  const underWay = (work: GraphNode): boolean => work.status === "approved" || work.status === "in progress"
  const chain = (id: string): string[] => {
    const node = find(id)
    return node === undefined ? [] : [id, ...(node.parentId === null ? [] : chain(node.parentId))]
  }
  const hasPath = (service: GraphNode): boolean => {
    const supported = targets(service.id, "supports")
    const enabled = supported.filter((id) => find(id)?.kind === "capability").flatMap(chain).flatMap((id) => targets(id, "enables"))
    const changers = graph.links.filter((link) => link.to === service.id && ["introduces", "improves", "replaces", "retires"].includes(link.relation))
    return (
      [...supported, ...enabled].some((target) => counting.some((goal) => reaches(target, goal))) ||
      changers.some((link) => of("initiative").some((work) => work.id === link.from && underWay(work) && serves(work)))
    )
  }
  const ids = (nodes: GraphNode[]): string[] => nodes.map((node) => node.id).sort()
  return {
    goalsWithoutWork: ids(counting.filter((goal) =>
      !of("initiative").some((work) => underWay(work) && targets(work.id, "contributes to").some((target) => reaches(target, goal))))),
    workWithoutGoal: ids(of("initiative").filter((work) => work.status !== "completed" && work.status !== "cancelled" && !serves(work))),
    servicesWithoutPath: ids(of("service").filter((service) => !hasPath(service))),
    applicationsWithoutService: ids(of("application").filter((application) => targets(application.id, "delivers").length === 0)),
    goalsWithoutMeasure: ids(of("goal").filter((goal) => active(goal) && (goal.measureCount ?? 0) === 0)),
    goalsWithoutOwner: ids(of("goal").filter((goal) => active(goal) && goal.ownerId === null)),
  }
}
