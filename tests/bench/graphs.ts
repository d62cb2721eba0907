/** Owns the seeded graphs on which ordering and figures are measured: clustered, and uniformly random. */
import type { Graph, GraphLink, GraphNode, NodeKind, Relation, Strength } from "~/features/alignment/graph"
import type { LayoutEdge, LayoutNode } from "~/features/alignment/graph-layout"
import type { MapColumn } from "~/features/alignment/map-edges"

const columns: readonly MapColumn[] = ["pillar", "goal", "work", "service", "application"]
const shares = [0.02, 0.12, 0.36, 0.2, 0.3]

/** Gives a source of numbers from 0 to 1, the same for the same seed (mulberry32, a public-domain generator). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Gives columns of nodes in a random order and random links, nine of ten within a cluster, one of eight over two columns. */
export function clusteredGraph(seed: number, nodeCount: number, linkCount: number): { nodes: LayoutNode[]; edges: LayoutEdge[] } {
  return randomGraph(seed, nodeCount, linkCount, Math.max(2, Math.round(nodeCount / 50)))
}

/** Gives the same without clusters: every pair of a column pair is as likely as any other. */
export function uniformGraph(seed: number, nodeCount: number, linkCount: number): { nodes: LayoutNode[]; edges: LayoutEdge[] } {
  return randomGraph(seed, nodeCount, linkCount, 1)
}

function randomGraph(seed: number, nodeCount: number, linkCount: number, clusters: number): { nodes: LayoutNode[]; edges: LayoutEdge[] } {
  const random = seeded(seed)
  const pick = (count: number): number => Math.min(count - 1, Math.floor(random() * count))
  const byColumn = shares.map((share) => Math.max(1, Math.round(share * nodeCount)))
  const nodes: LayoutNode[] = []
  const members = byColumn.map((count, column) => {
    const groups: string[][] = Array.from({ length: clusters }, () => [])
    for (let at = 0; at < count; at += 1) {
      const id = `${columns[column] ?? ""}-${at}`
      nodes.push({ id, column: columns[column] ?? "goal", sortKey: String(random()).slice(2, 12) })
      groups[clusters === 1 ? 0 : pick(clusters)]?.push(id)
    }
    return groups
  })
  const edges: LayoutEdge[] = []
  while (edges.length < linkCount) {
    const span = random() < 0.125 ? 2 : 1
    const from = pick(columns.length - span)
    const cluster = pick(clusters)
    const other = random() < 0.9 ? cluster : pick(clusters)
    const [left, right] = [members[from]?.[cluster] ?? [], members[from + span]?.[other] ?? []]
    if (left.length === 0 || right.length === 0) continue
    edges.push({ left: left[pick(left.length)] ?? "", right: right[pick(right.length)] ?? "" })
  }
  nodes.sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1))
  return { nodes, edges }
}

/** Gives a company's whole chain of about so many records, with pillars, objectives, capabilities, units and gaps. */
export function companyGraph(seed: number, size: number): Graph {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.min(list.length - 1, Math.floor(random() * list.length))]
  const nodes: GraphNode[] = []
  const links: GraphLink[] = []
  const add = (kind: NodeKind, count: number, prefix: string, parts: (at: number) => Partial<GraphNode>): GraphNode[] =>
    Array.from({ length: count }, (_, at) => {
      const node: GraphNode = {
        id: `${prefix}${at}`, kind, code: `${prefix.toUpperCase()}-${at}`, name: `${kind} ${at}`, sortKey: `${kind} ${String(at).padStart(6, "0")}`,
        status: null, parentId: null, ownerId: random() < 0.8 ? `p${Math.floor(random() * 9)}` : null, ownerName: null, unitIds: [], ...parts(at),
      }
      nodes.push(node)
      return node
    })
  const link = (from: GraphNode | undefined, relation: Relation, to: GraphNode | undefined, strength?: Strength): void => {
    if (from === undefined || to === undefined) return
    links.push({ id: `l${links.length}`, from: from.id, to: to.id, relation, createdOrder: links.length, ...(strength === undefined ? {} : { strength }) })
  }
  const some = (share: number): number => Math.max(1, Math.round(size * share))
  const goalStatus = (): string => pick(["active", "active", "active", "active", "draft", "achieved", "retired"]) ?? "active"
  const weight = (): number => Math.floor(random() * 6) * 10
  const goalParts = (parent: GraphNode | undefined): Partial<GraphNode> =>
    ({ parentId: parent?.id ?? null, status: goalStatus(), weight: weight(), measureCount: Math.floor(random() * 3) })
  // Companies grow in work and applications; their pillars and goals stay few.
  const pillars = add("goal", Math.min(8, some(0.004)), "gp", () => goalParts(undefined))
  const goals = add("goal", Math.min(120, some(0.03)), "gg", () => goalParts(random() < 0.95 ? pick(pillars) : undefined))
  const objectives = add("goal", Math.min(300, some(0.03)), "go", () => goalParts(pick(goals)))
  const units = add("unit", some(0.02), "u", (at) => ({ parentId: at === 0 || random() < 0.3 ? null : `u${Math.floor(random() * at)}` }))
  const capabilities = add("capability", some(0.03), "c", (at) => ({ parentId: at === 0 || random() < 0.3 ? null : `c${Math.floor(random() * at)}` }))
  const services = add("service", some(0.12), "s", () => ({ unitIds: [pick(units)?.id ?? ""] }))
  const applications = add("application", some(0.35), "a", () => ({ status: "active", seats: Math.floor(random() * 300) }))
  const budgets = (): Record<number, string> =>
    random() < 0.8 ? { 2026: `${Math.floor(random() * 500)}000`, 2027: `${Math.floor(random() * 90000)}.50` } : {}
  const work = add("initiative", some(0.4), "i", () => ({
    status: pick(["idea", "proposed", "approved", "in progress", "in progress", "on hold", "completed", "cancelled"]) ?? "idea",
    budgets: budgets(),
  }))
  const strength = (): Strength => pick<Strength>([1, 3, 9]) ?? 1
  for (const initiative of work) {
    if (random() < 0.85) link(initiative, "contributes to", random() < 0.1 ? pick(pillars) : random() < 0.3 ? pick(objectives) : pick(goals), strength())
    if (random() < 0.3) link(initiative, "contributes to", pick(goals), strength())
    if (random() < 0.6) link(initiative, pick<Relation>(["introduces", "improves", "replaces", "retires"]) ?? "improves", pick(services))
    if (random() < 0.1) link(initiative, "requires", pick(work))
  }
  for (const application of applications) if (random() < 0.85) link(application, "delivers", pick(services))
  for (const service of services) {
    if (random() < 0.15) link(service, "supports", random() < 0.5 ? pick(capabilities) : pick([...goals, ...objectives, ...pillars]))
  }
  for (const capability of capabilities) if (random() < 0.3) link(capability, "enables", pick([...goals, ...pillars]))
  for (const unit of units) link(unit, "uses", pick(applications))
  return { nodes, links }
}
