// The list of goals as it is asked for: filtered, in order, and in groups, with those that lack work first.
import { toCents } from "~/core/money"
import { filterValues, type ListAsk, type ListSpec } from "~/features/elements/list"
import type { GoalPlace } from "./goal-places"

export const goalListSpec: ListSpec = {
  sorts: ["gaps", "name", "health", "progress", "weight", "due", "owner", "work", "money"],
  usualSort: "gaps",
  groups: ["pillar", "none"],
  usualGroup: "pillar",
  columns: ["name", "health", "progress", "weight", "measures", "work", "money", "due", "owner", "level", "status"],
  usualColumns: ["name", "health", "progress", "weight", "measures", "work", "money", "due", "owner"],
  filters: ["level", "status", "health", "owner", "gap", "pillar", "year", "archived"],
}

export interface GoalGroup {
  key: string
  /** the pillar it is of; null for goals that lack work, put first, and for the one group of a flat list */
  pillar: GoalPlace | null
  /** goals without work that nobody has accepted */
  lacking: boolean
  goals: readonly GoalPlace[]
}

/** What order and filters need to know beside the goals themselves. */
export interface GoalListView {
  dueOn: ReadonlyMap<string, string | null>
  money: ReadonlyMap<string, string>
  /** owners chosen in the filter; null stands for "nobody" */
  owners: readonly (string | null)[]
  /** ids that fit the search, or null when nothing is searched */
  found: ReadonlySet<string> | null
}

/** Which gap each value of the filter stands for. */
export const gapFilter: Readonly<Record<string, string>> = { work: "goalsWithoutWork", measure: "goalsWithoutMeasure", owner: "goalsWithoutOwner" }

const current = ["draft", "active"]

/** Gives the groups in order. By pillar and with gaps first, goals that lack work and are not accepted so stand before all. */
export function arrangeGoals(places: readonly GoalPlace[], ask: ListAsk, view: GoalListView): GoalGroup[] {
  const fitting = places.filter((goal) => fits(goal, ask, view))
  const ordered = inOrder(fitting, ask, view)
  if (ask.group === "none") return [{ key: "all", pillar: null, lacking: false, goals: ordered }]
  const first = ask.sort.key === "gaps" ? ordered.filter(lacksWork) : []
  const lacking = new Set(first)
  const groups: GoalGroup[] = first.length > 0 ? [{ key: "lacking", pillar: null, lacking: true, goals: first }] : []
  const wantsPillars = filterValues(ask, "level").includes("pillar") || filterValues(ask, "gap").length > 0
  const byPillar = new Map<string, GoalPlace[]>()
  for (const goal of ordered) {
    // the heading stands for the pillar, unless it is itself what was asked for or the only thing in its group
    if (lacking.has(goal) || (goal.level === "pillar" && !goal.counts && !wantsPillars)) continue
    const list = byPillar.get(goal.pillarId)
    if (list) list.push(goal)
    else byPillar.set(goal.pillarId, [goal])
  }
  for (const pillar of places)
    if (pillar.level === "pillar" && (byPillar.has(pillar.id) || (fitting.includes(pillar) && !lacking.has(pillar) && ask.q === "" && !narrowed(ask))))
      groups.push({ key: pillar.code, pillar, lacking: false, goals: byPillar.get(pillar.id) ?? [] })
  return groups
}

/** Gives one page of the groups; a group without goals takes one place. */
export function pageOfGroups(groups: readonly GoalGroup[], offset: number, size: number): GoalGroup[] {
  const shown: GoalGroup[] = []
  let at = 0
  for (const group of groups) {
    const places = placesOf(group)
    const [from, to] = [Math.max(0, offset - at), Math.min(places, offset + size - at)]
    if (from < to) shown.push({ ...group, goals: group.goals.slice(from, to) })
    at += places
  }
  return shown
}

/** Gives how many rows a group takes. */
export function placesOf(group: GoalGroup): number {
  return Math.max(1, group.goals.length)
}

/** Says whether no active work serves the goal and nobody has accepted that. */
export function lacksWork(goal: GoalPlace): boolean {
  return goal.gaps.some(({ gap, acceptedUntil }) => gap === "goalsWithoutWork" && acceptedUntil === null)
}

function narrowed(ask: ListAsk): boolean {
  return ["level", "health", "owner", "gap"].some((name) => filterValues(ask, name).length > 0)
}

function fits(goal: GoalPlace, ask: ListAsk, view: GoalListView): boolean {
  const right = (name: string, holds: (value: string) => boolean) => {
    const values = filterValues(ask, name)
    return values.length === 0 || values.some(holds)
  }
  const status = filterValues(ask, "status")
  if (status.length === 0 ? !current.includes(goal.status) : !status.includes("all") && !status.includes(goal.status)) return false
  if (view.found !== null && !view.found.has(goal.id)) return false
  if (view.owners.length > 0 && !view.owners.includes(goal.ownerId)) return false
  return (
    right("level", (level) => goal.level === level) &&
    right("health", (health) => goal.health === health) &&
    right("gap", (value) => goal.gaps.some(({ gap }) => gap === gapFilter[value])) &&
    right("pillar", (code) => goal.pillarCode === code)
  )
}

const worstFirst = ["no work", "off track", "at risk", "not known", "not started", "on track", "done"]

/** The order of the tree stays where "gaps" or "name" upwards is asked for; any other order is of all goals of a group. */
function inOrder(goals: readonly GoalPlace[], ask: ListAsk, view: GoalListView): readonly GoalPlace[] {
  const key = keyOf(ask.sort.key, view)
  const turn = ask.sort.descending ? -1 : 1
  const byName = (a: GoalPlace, b: GoalPlace) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.id < b.id ? -1 : 1)
  if (ask.sort.key === "gaps") return goals
  if (key === null) return [...goals].sort((a, b) => turn * byName(a, b))
  return [...goals].sort((a, b) => {
    const [one, other] = [key(a), key(b)]
    if (one === other) return byName(a, b)
    // what is not known comes last in either direction
    if (one === null) return 1
    if (other === null) return -1
    return one < other ? -turn : turn
  })
}

function keyOf(sort: string, view: GoalListView): ((goal: GoalPlace) => string | number | bigint | null) | null {
  switch (sort) {
    case "health":
      return (goal) => worstFirst.indexOf(goal.health)
    case "progress":
      return (goal) => goal.progress
    case "weight":
      return (goal) => goal.share
    case "due":
      return (goal) => view.dueOn.get(goal.id) ?? null
    case "owner":
      return (goal) => goal.ownerName
    case "work":
      return (goal) => goal.works
    case "money":
      return (goal) => {
        const money = view.money.get(goal.id)
        return money === undefined ? null : toCents(money)
      }
    default:
      return null
  }
}
