// The list of initiatives as it is asked for: filtered, grouped, in order, with the goals that have no work in their places.
import { filterValues, type ListAsk, type ListSpec } from "~/features/elements/list"
import { addMoney, toCents } from "~/core/money"
import { openStages, stages, stageWords } from "./initiative"
import type { GoalPlace, ListFacts, Work } from "./initiative-facts"

export const initiativeListSpec: ListSpec = {
  sorts: ["gaps", "name", "budget", "start", "end", "owner", "status"],
  usualSort: "gaps",
  groups: ["goal", "stage", "owner", "unit", "none"],
  usualGroup: "goal",
  columns: ["name", "status", "stage", "goal", "budget", "start", "end", "owner", "progress", "unit"],
  usualColumns: ["name", "status", "stage", "goal", "budget", "start", "end", "owner"],
  filters: ["stage", "owner", "unit", "goal", "status", "year", "budget", "archived"],
}

export interface WorkGroup {
  key: string
  /** null: the heading is the goal's, or the words for work that serves none */
  label: string | null
  goal: GoalPlace | null
  works: readonly Work[]
}

/** What the filters need to know beside the records. */
export interface ListView {
  /** the financial year the money is of; null adds all years */
  year: number | null
  /** owners chosen in the filter; null stands for "nobody" */
  owners: readonly (string | null)[]
  /** ids that fit the search, or null when nothing is searched */
  found: ReadonlySet<string> | null
}

/** The key of the group of work that helps no goal. */
export const noGoal = "none"

/** Gives the groups in order, each with its work in order; goals without work keep their place unless a filter narrows the list to work. */
export function arrange(facts: ListFacts, ask: ListAsk, view: ListView): WorkGroup[] {
  const works = facts.works.filter((work) => fits(facts, work, ask, view))
  works.sort(comparing(ask, view.year))
  if (ask.group === "goal") return byGoal(facts, works, ask, view)
  if (ask.group === "stage") return stages.map((stage) => group(stage, stageWords[stage], works.filter((work) => work.stage === stage))).filter(hasWork)
  if (ask.group === "owner") return byWords(works, (work) => [work.ownerName ?? ""], "No owner")
  if (ask.group === "unit") return byWords(works, (work) => (work.units.length > 0 ? work.units.map((unit) => unit.name) : [""]), "No unit named")
  return [group("all", null, works)]
}

/** Gives one page of the groups: a row of work or a goal without work takes one place; the total counts those places. */
export function slicePage(groups: readonly WorkGroup[], offset: number, size: number): { groups: WorkGroup[]; places: number } {
  const shown: WorkGroup[] = []
  let at = 0
  for (const each of groups) {
    const places = Math.max(1, each.works.length)
    const from = Math.max(0, offset - at)
    const to = Math.min(places, offset + size - at)
    if (from < to) shown.push({ ...each, works: each.works.slice(from, to) })
    at += places
  }
  return { groups: shown, places: at }
}

/** Gives the budget of one year, or of all, as a decimal string; null when none is known. */
export function budgetOf(work: Pick<Work, "budgets">, year: number | null): string | null {
  if (year !== null) return work.budgets[year] ?? null
  const amounts = Object.values(work.budgets)
  return amounts.length === 0 ? null : addMoney(amounts)
}

/** Gives the sum of the known budgets; null when none is known. */
export function totalOf(works: readonly Work[], year: number | null): string | null {
  const amounts = works.flatMap((work) => budgetOf(work, year) ?? [])
  return amounts.length === 0 ? null : addMoney(amounts)
}

function fits(facts: ListFacts, work: Work, ask: ListAsk, view: ListView): boolean {
  const stage = filterValues(ask, "stage")
  const right = (name: string, holds: (value: string) => boolean) => {
    const values = filterValues(ask, name)
    return values.length === 0 || values.some(holds)
  }
  if (stage.length === 0 ? !openStages.includes(work.stage) : !stage.includes("all") && !stage.includes(work.stage)) return false
  if (view.found !== null && !view.found.has(work.id)) return false
  if (view.owners.length > 0 && !view.owners.includes(work.ownerId)) return false
  const main = work.main === null ? undefined : facts.goals.get(work.main.goalId)
  return (
    right("unit", (code) => (code === noGoal ? work.units.length === 0 : work.units.some((unit) => unit.code === code))) &&
    right("goal", (code) => (code === noGoal ? work.servesNone : (main?.path.includes(code) ?? false))) &&
    right("status", (health) => work.health === health) &&
    right("budget", (wanted) => wanted !== "none" || budgetOf(work, view.year) === null)
  )
}

function byGoal(facts: ListFacts, works: readonly Work[], ask: ListAsk, view: ListView): WorkGroup[] {
  const lists = new Map<string, Work[]>()
  for (const work of works) {
    const key = work.servesNone || work.main === null ? noGoal : work.main.goalId
    const list = lists.get(key)
    if (list) list.push(work)
    else lists.set(key, [work])
  }
  const chosen = filterValues(ask, "goal")
  const narrowed = view.found !== null || view.owners.length > 0 || ["unit", "status", "budget"].some((name) => filterValues(ask, name).length > 0)
  const groups = [...facts.goals.values()].flatMap((goal) => {
    const list = lists.get(goal.id) ?? []
    const listed = list.length > 0 || (goal.lacksWork && !narrowed && (chosen.length === 0 || chosen.some((code) => goal.path.includes(code))))
    return listed ? [{ key: goal.code, label: null, goal, works: list }] : []
  })
  const lost = lists.get(noGoal) ?? []
  return lost.length > 0 ? [group(noGoal, null, lost), ...groups] : groups
}

function byWords(works: readonly Work[], wordsOf: (work: Work) => readonly string[], nothing: string): WorkGroup[] {
  const lists = new Map<string, Work[]>()
  for (const work of works)
    for (const words of wordsOf(work)) {
      const list = lists.get(words)
      if (list) list.push(work)
      else lists.set(words, [work])
    }
  return [...lists].sort(([a], [b]) => (a === "" ? -1 : b === "" ? 1 : a < b ? -1 : 1)).map(([words, list]) => group(words || noGoal, words || nothing, list))
}

function group(key: string, label: string | null, works: readonly Work[]): WorkGroup {
  return { key, label, goal: null, works }
}

function hasWork(each: WorkGroup): boolean {
  return each.works.length > 0
}

const worstFirst = ["off track", "at risk", "not reported", "not started", "on track"]

function comparing(ask: ListAsk, year: number | null): (a: Work, b: Work) => number {
  const byName = (a: Work, b: Work) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.id < b.id ? -1 : 1)
  const turn = ask.sort.descending ? -1 : 1
  const first = keyOf(ask.sort.key, year)
  if (first === null) return (a, b) => turn * byName(a, b)
  return (a, b) => {
    const [one, other] = [first(a), first(b)]
    if (one === other) return byName(a, b)
    // what is not known comes last in either direction
    if (one === null) return 1
    if (other === null) return -1
    return one < other ? -turn : turn
  }
}

function keyOf(sort: string, year: number | null): ((work: Work) => string | number | bigint | null) | null {
  switch (sort) {
    case "gaps":
      return (work) => (work.servesNone ? 0 : 1) * 100 + (work.ownerId === null ? 0 : 1) * 10 + worstFirst.indexOf(work.health)
    case "budget":
      return (work) => {
        const budget = budgetOf(work, year)
        return budget === null ? null : toCents(budget)
      }
    case "start":
      return (work) => work.startsOn
    case "end":
      return (work) => work.endsOn
    case "owner":
      return (work) => work.ownerName
    case "status":
      return (work) => worstFirst.indexOf(work.health)
    default:
      return null
  }
}
