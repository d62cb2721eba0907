/** Owns where a record belongs on the map: the pillar, goal and service under which it is found when the map is rolled up. */
import { byName, changeRelations, type GraphLink } from "~/features/alignment/graph"
import type { ServingModel } from "~/features/alignment/serving"

/** The records above a node from the outermost in; an empty path belongs to nothing. */
export type PlacePath = readonly string[]

/** Stands first in the path of what belongs to a service that is itself tied to no goal. */
export const loosePlace = "loose"

/** Gives the path of every node that is not alone: goals by pillar, work by main goal, services by what they serve, and so on. */
export function placePaths(model: ServingModel): Map<string, PlacePath> {
  const { index } = model
  const paths = new Map<string, PlacePath>()
  const ancestors = (id: string): string[] => {
    const path: string[] = []
    let at = index.nodes.get(id)?.parentId ?? null
    while (at !== null && index.nodes.has(at) && !path.includes(at)) {
      path.unshift(at)
      at = index.nodes.get(at)?.parentId ?? null
    }
    return path
  }
  /** The pillar and goal that a link to this goal belongs to; objectives count as their goal. */
  const goalPath = (id: string): PlacePath => [...ancestors(id), id].slice(0, 2)
  for (const kind of ["goal", "capability", "unit"] as const) {
    for (const node of index.byKind.get(kind) ?? []) {
      const path = ancestors(node.id)
      paths.set(node.id, node.kind === "goal" ? path.slice(0, 1) : path)
    }
  }
  for (const work of index.byKind.get("initiative") ?? []) {
    const main = mainLink((index.linksFrom.get(work.id) ?? []).filter((link) => link.relation === "contributes to"))
    if (main !== undefined) paths.set(work.id, goalPath(main.to))
  }
  for (const service of index.byKind.get("service") ?? []) {
    const supports = (index.linksFrom.get(service.id) ?? []).filter((link) => link.relation === "supports")
    const goal = firstByName(model, supports.map(({ to }) => to).filter((id) => model.levels.has(id)))
    if (goal !== undefined) {
      paths.set(service.id, goalPath(goal))
      continue
    }
    const changers = (index.linksTo.get(service.id) ?? []).filter((link) => changeRelations.has(link.relation)).map(({ from }) => from)
    const work = firstByName(model, changers.filter((id) => paths.has(id)))
    const capability = firstByName(model, supports.map(({ to }) => to).filter((id) => index.nodes.get(id)?.kind === "capability"))
    if (work !== undefined) paths.set(service.id, paths.get(work) ?? [])
    else if (capability !== undefined) paths.set(service.id, [capability])
  }
  for (const application of index.byKind.get("application") ?? []) {
    const delivered = (index.linksFrom.get(application.id) ?? []).filter((link) => link.relation === "delivers").map(({ to }) => to)
    const service = firstByName(model, delivered)
    if (service !== undefined) paths.set(application.id, [...(paths.get(service) ?? [loosePlace]), service])
  }
  for (const person of index.byKind.get("person") ?? []) {
    const subject = firstByName(model, (index.linksFrom.get(person.id) ?? []).map(({ to }) => to))
    if (subject !== undefined) paths.set(person.id, [...(paths.get(subject) ?? []), subject])
  }
  return paths
}

/** Gives the main contribution: the primary one, else the strongest, else the oldest; undefined without any. */
export function mainLink(links: readonly GraphLink[]): GraphLink | undefined {
  return [...links].sort(
    (a, b) =>
      Number(b.isPrimary ?? false) - Number(a.isPrimary ?? false) ||
      (b.strength ?? 1) - (a.strength ?? 1) ||
      (a.createdOrder ?? 0) - (b.createdOrder ?? 0) ||
      (a.id < b.id ? -1 : 1),
  )[0]
}

function firstByName(model: ServingModel, ids: readonly string[]): string | undefined {
  return ids
    .flatMap((id) => model.index.nodes.get(id) ?? [])
    .sort(byName)[0]?.id
}
