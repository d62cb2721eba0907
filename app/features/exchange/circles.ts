// Circles and depth in what a file would add to a tree or a chain, told without regard to the order of rows.

export interface Edge {
  from: string
  to: string
}

/** The edges that lie on a circle: both ends can reach each other (Tarjan's strongly connected components, without recursion). */
export function onCircles<E extends Edge>(edges: readonly E[]): Set<E> {
  const next = new Map<string, string[]>()
  for (const { from, to } of edges) {
    const list = next.get(from)
    if (list) list.push(to)
    else next.set(from, [to])
  }
  const group = groupsOf(next)
  return new Set(edges.filter((edge) => edge.from === edge.to || (group.has(edge.from) && group.get(edge.from) === group.get(edge.to))))
}

/** Names for each node the group of nodes it can reach and be reached from. */
function groupsOf(next: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const found = new Map<string, number>()
  const lowest = new Map<string, number>()
  const group = new Map<string, number>()
  const waiting: string[] = []
  let count = 0
  let groups = 0
  for (const start of next.keys()) {
    if (found.has(start)) continue
    const path: { node: string; at: number }[] = [{ node: start, at: 0 }]
    found.set(start, count)
    lowest.set(start, count++)
    waiting.push(start)
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = next.get(top.node)?.[top.at++]
      if (to === undefined) {
        path.pop()
        const above = path.at(-1)
        const low = lowest.get(top.node) ?? 0
        if (above) lowest.set(above.node, Math.min(lowest.get(above.node) ?? 0, low))
        if (low !== found.get(top.node)) continue
        groups++
        for (let member = waiting.pop(); member !== undefined; member = waiting.pop()) {
          group.set(member, groups)
          if (member === top.node) break
        }
      } else if (!found.has(to)) {
        found.set(to, count)
        lowest.set(to, count++)
        waiting.push(to)
        path.push({ node: to, at: 0 })
      } else if (!group.has(to)) lowest.set(top.node, Math.min(lowest.get(top.node) ?? 0, found.get(to) ?? 0))
    }
  }
  return group
}

/**
 * The proposed children whose place would make a circle or stand too deep. `parentOf` is the tree as it is, `proposed` what
 * the file wants of some of its records; `levels` is how deep the tree may be (null: as deep as it likes).
 */
export function refusedPlaces(
  parentOf: ReadonlyMap<string, string | null>,
  proposed: ReadonlyMap<string, string | null>,
  levels: number | null,
): Map<string, "circle" | "too deep"> {
  const refused = new Map<string, "circle" | "too deep">()
  const place = new Map(parentOf)
  for (const [child, parent] of proposed) place.set(child, parent)
  const edges = [...place].flatMap(([from, to]) => (to === null ? [] : [{ from, to }]))
  for (const { from } of onCircles(edges)) if (moves(from)) refuse(from, "circle")
  if (levels === null) return refused
  // each round takes away the places of the highest records that stand too deep, so that the order of rows does not matter
  for (let round = 0; round < 100; round++) {
    const deep = tooDeep(place, levels)
    if (deep.length === 0) return refused
    let moved = false
    for (const node of deep) {
      let at: string | null = node
      while (at !== null && !(moves(at) && !refused.has(at))) at = place.get(at) ?? null
      if (at === null) continue
      refuse(at, "too deep")
      moved = true
    }
    if (!moved) return refused
  }
  return refused

  function moves(child: string): boolean {
    return proposed.has(child) && proposed.get(child) !== (parentOf.get(child) ?? null)
  }
  function refuse(child: string, why: "circle" | "too deep"): void {
    refused.set(child, why)
    place.set(child, parentOf.get(child) ?? null)
  }
}

/** The nodes that stand just one level too deep. */
function tooDeep(place: ReadonlyMap<string, string | null>, levels: number): string[] {
  const depths = new Map<string, number>()
  const depthOf = (start: string): number => {
    const path: string[] = []
    let at: string | null = start
    while (at !== null && !depths.has(at) && path.length < 1000) {
      path.push(at)
      at = place.get(at) ?? null
    }
    let depth = at === null ? -1 : (depths.get(at) ?? -1)
    for (const node of path.reverse()) depths.set(node, ++depth)
    return depths.get(start) ?? 0
  }
  return [...place.keys()].filter((node) => depthOf(node) === levels)
}
