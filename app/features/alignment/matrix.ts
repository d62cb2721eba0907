/** Owns the matrix of goals and initiatives: which work helps which goal, how much, and where nothing meets. */
import { byName, type Graph, type GraphNode, type Strength } from "~/features/alignment/graph"
import { cardWords, type CardFacts, type CardState } from "~/features/alignment/map-card"
import { addressOf } from "~/features/alignment/map-chain"
import type { ServingModel } from "~/features/alignment/serving"

export interface MatrixCell {
  strength: Strength
  isPrimary: boolean
  reason: string
  via: "direct" | "objective" | "pillar"
  linkId: string
}

export interface MatrixHead {
  id: string
  code: string
  name: string
  href: string
  state: CardState
  fact: string
  isGap: boolean
  pillar: string | null
}

export interface Matrix {
  goals: readonly MatrixHead[]
  work: readonly (MatrixHead & { cells: readonly (MatrixCell | null)[] })[]
  /** Pillars to choose from when not all goals fit; the chosen one is shown. */
  pillars: readonly { code: string; name: string; chosen: boolean }[]
  page: number
  pageCount: number
  links: number
}

export interface MatrixRequest {
  pillar: string | null
  page: number
  gapsOnly: boolean
}

const mostGoals = 30
const pageRows = 60

/** Gives goals as columns and open work as rows with the strengths between them, as they count: the strongest of goal, objective and pillar. */
export function matrixOf(model: ServingModel, graph: Graph, facts: CardFacts, request: MatrixRequest): Matrix {
  const shown = new Set(graph.nodes.map(({ id }) => id))
  const all = model.countingGoals.filter((goal) => shown.has(goal.id)).sort(byPlace(model))
  const pillars = all.length > mostGoals ? uniquePillars(model, all) : []
  const chosen = pillars.find(({ code }) => code === request.pillar) ?? pillars[0]
  const within = chosen === undefined ? all : all.filter((goal) => pillarOf(model, goal)?.id === chosen.id)
  const isGap = (node: GraphNode) => cardWords(node, facts).state === "gap"
  const goals = (request.gapsOnly ? within.filter(isGap) : within).slice(0, mostGoals)
  const column = new Map(goals.map((goal, at) => [goal.id, at]))
  const open = graph.nodes.filter((node) => node.kind === "initiative")
  const rows = open
    .map((work) => ({ work, cells: cellsOf(model, work, column, goals.length) }))
    .filter(({ work, cells }) => (request.gapsOnly ? isGap(work) : cells.some((cell) => cell !== null) || (model.servings.get(work.id) ?? []).length === 0))
    .sort((a, b) => first(a.cells) - first(b.cells) || byName(a.work, b.work))
  const pageCount = Math.max(1, Math.ceil(rows.length / pageRows))
  const page = Math.min(pageCount, Math.max(1, request.page))
  const visible = rows.slice((page - 1) * pageRows, page * pageRows)
  return {
    goals: goals.map((goal) => headOf(model, goal, facts)),
    work: visible.map(({ work, cells }) => ({ ...headOf(model, work, facts), cells })),
    pillars: pillars.map(({ code, name, id }) => ({ code, name, chosen: id === chosen?.id })),
    page, pageCount,
    links: rows.reduce((sum, { cells }) => sum + cells.filter((cell) => cell !== null).length, 0),
  }
}

function cellsOf(model: ServingModel, work: GraphNode, column: ReadonlyMap<string, number>, width: number): (MatrixCell | null)[] {
  const cells = Array.from({ length: width }, (): MatrixCell | null => null)
  const links = new Map((model.index.linksFrom.get(work.id) ?? []).map((link) => [link.id, link]))
  for (const { goalId, strength, via, linkId } of model.servings.get(work.id) ?? []) {
    const at = column.get(goalId)
    const link = links.get(linkId)
    if (at !== undefined) cells[at] = { strength, via, linkId, isPrimary: link?.isPrimary ?? false, reason: link?.reason ?? "" }
  }
  return cells
}

function headOf(model: ServingModel, node: GraphNode, facts: CardFacts): MatrixHead {
  const words = cardWords(node, facts)
  const pillar = node.kind === "goal" ? pillarOf(model, node) : undefined
  return {
    id: node.id, code: node.code, name: node.name, href: addressOf(node), state: words.state, fact: words.fact, isGap: words.state === "gap",
    pillar: pillar === undefined || pillar.id === node.id ? null : pillar.name,
  }
}

function pillarOf(model: ServingModel, goal: GraphNode): GraphNode | undefined {
  return goal.parentId === null ? goal : (model.index.nodes.get(goal.parentId) ?? goal)
}

function uniquePillars(model: ServingModel, goals: readonly GraphNode[]): GraphNode[] {
  return [...new Set(goals.flatMap((goal) => pillarOf(model, goal) ?? []))].sort(byName)
}

function byPlace(model: ServingModel): (a: GraphNode, b: GraphNode) => number {
  return (a, b) => {
    const [x, y] = [pillarOf(model, a), pillarOf(model, b)]
    return (x !== undefined && y !== undefined && x.id !== y.id ? byName(x, y) : 0) || byName(a, b)
  }
}

// Work gathers along the diagonal; what serves nothing comes first, since it is what the reader looks for.
function first(cells: readonly (MatrixCell | null)[]): number {
  return cells.findIndex((cell) => cell !== null)
}
