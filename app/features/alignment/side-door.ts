/** Owns where the needs behind side-door tools stand on the map: as demand under the goals they serve, in words that blame nobody. */
import { byName, type GraphNode } from "~/features/alignment/graph"
import { isOpenSubject, type HeardWords } from "~/features/alignment/heard"
import type { ServingModel } from "~/features/alignment/serving"

/** A need that IT does not meet yet. */
export interface OpenNeed {
  id: string
  code: string
  /** the tool */
  name: string
  need: string
  unitId: string | null
  /** the goal it names; null: those that what its unit uses serves */
  goalId: string | null
}

/** By the goal's id; `loose` are those that lead to no goal. */
export interface Needs {
  byGoal: ReadonlyMap<string, readonly OpenNeed[]>
  all: number
  loose: number
}

/** Gives the open goals a need serves: the one it names, else those that the services and applications of its unit lead to. */
export function goalsOfNeed(model: ServingModel, { goalId, unitId }: Pick<OpenNeed, "goalId" | "unitId">): GraphNode[] {
  const { index } = model
  const open = (ids: Iterable<string>) => [...new Set(ids)].flatMap((id) => index.nodes.get(id) ?? []).filter((node) => node.kind === "goal" && isOpenSubject(node)).sort(byName)
  if (goalId !== null) return open([goalId])
  if (unitId === null) return []
  const along = (ids: readonly string[], relation: string) => ids.flatMap((id) => (index.linksFrom.get(id) ?? []).filter((link) => link.relation === relation).map(({ to }) => to))
  const used = along([unitId], "uses")
  const supported = along([...used, ...along(used, "delivers")], "supports")
  return open([...supported, ...along(supported, "enables")])
}

/** Gives every need under its goals. */
export function needsUnderGoals(model: ServingModel, needs: readonly OpenNeed[]): Needs {
  const byGoal = new Map<string, OpenNeed[]>()
  let loose = 0
  for (const need of needs) {
    const goals = goalsOfNeed(model, need)
    if (goals.length === 0) loose += 1
    for (const { id } of goals) byGoal.set(id, [...(byGoal.get(id) ?? []), need])
  }
  return { byGoal, all: needs.length, loose }
}

/** Gives what the overlay says of one goal: how many needs, and the tools that meet them today. Nothing is boxed: no card is at fault. */
export function needWords(needs: readonly OpenNeed[]): HeardWords {
  const [first, ...more] = needs
  const words = needs.length === 1 ? "1 side-door need" : `${needs.length} side-door needs`
  const tools = needs.map(({ name }) => name)
  const short = first === undefined ? "" : `${cut(first.name)}${more.length > 0 ? `; ${more.length} more` : ""}`
  return { state: "not-started", words, more: short, full: `${words}: ${tools.slice(0, 3).join("; ")}${tools.length > 3 ? `; and ${tools.length - 3} more` : ""}.`, isUnder: false }
}

/** Gives the overlay's words for a closed group of goals; null when no need stands under any. */
export function groupNeedWords(members: readonly (readonly OpenNeed[])[]): HeardWords | null {
  const needs = [...new Map(members.flat().map((need) => [need.id, need])).values()]
  return needs.length === 0 ? null : needWords(needs)
}

/** Gives the clause that the overlay adds to the map's sentence. */
export function needClause({ all, loose, byGoal }: Needs): string {
  if (all === 0) return "No need waits that a team met on its own."
  const needs = all === 1 ? "1 need is met by a tool that a team got on its own" : `${all} needs are met by tools that teams got on their own`
  const where = loose === all ? (all === 1 ? "no goal is known for it" : "no goal is known for any") : `they stand under ${byGoal.size} ${byGoal.size === 1 ? "goal" : "goals"}${loose > 0 ? `, ${loose} under none` : ""}`
  return `${needs}; ${all === 1 && loose === 0 ? where.replace("they stand", "it stands") : where}.`
}

function cut(name: string): string {
  return name.length > 24 ? `${name.slice(0, 23)}…` : name
}
