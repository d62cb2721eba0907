// Puts together one page of the list of goals, and the whole of it for a file.
import { financialYearLabel, financialYearOf } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { can, type Actor } from "~/core/policy"
import { pickElements } from "~/features/elements/elements.queries.server"
import { filterValues, listAsk, pagesOf, type ListAsk } from "~/features/elements/list"
import { searchedIds } from "~/features/elements/list.queries.server"
import { arrangeGoals, goalListSpec, pageOfGroups, placesOf, type GoalGroup, type GoalListView } from "./goal-list"
import type { GoalFileLine } from "./goal-file"
import { archivedGoals, dueDates, listedGoals } from "./goal-list.queries.server"
import { goalPlaces, moneyByGoal, type GoalPlace, type GoalSource } from "./goal-places"
import type { GoalChoice, GoalListPage, GoalRow } from "./goal-rows"

export interface GoalListSource extends GoalSource {
  today: string
  company: { currency: string; yearFirstMonth: number }
  figuresFor: (year: number | null) => { sayDo: { rows: readonly { goalId: string; money: string }[] } }
  owners: readonly { id: string; code: string; name: string }[]
}

interface Arranged {
  ask: ListAsk
  year: number | null
  places: readonly GoalPlace[]
  view: GoalListView
  groups: readonly GoalGroup[]
  archived: boolean
}

const keptDates = new WeakMap<object, Promise<ReadonlyMap<string, string | null>>>()

/** One page of the list that the address asks for; rows carry their version, so that cells can be edited in place. */
export async function goalList(db: ReadDb, source: GoalListSource, asked: { address: URLSearchParams; actor: Actor }): Promise<GoalListPage> {
  const { ask, year, places, view, groups, archived } = await arrangeFor(db, source, asked)
  const { page, pageCount, offset } = pagesOf(groups.reduce((sum, group) => sum + placesOf(group), 0), ask)
  const shown = pageOfGroups(groups, offset, ask.pageSize)
  const mayPlan = can(asked.actor, "edit chain")
  const goals = shown.flatMap((group) => [...group.goals, ...(group.pillar ? [group.pillar] : [])])
  const [rows, people] = await Promise.all([listedGoals(db, goals.map(({ id }) => id)), mayPlan && asked.address.has("choose") ? pickElements(db, "person", "", 2000) : null])
  const rowOf = (goal: GoalPlace): GoalRow => ({
    ...goal, version: rows.get(goal.id)?.version ?? 1, dueOn: view.dueOn.get(goal.id) ?? null, money: view.money.get(goal.id) ?? null,
    mayEdit: !archived && can(asked.actor, "edit record", goal.ownerId === null ? [] : [goal.ownerId]),
  })
  const counted = new Map(groups.map((group) => [group.key, group.goals.length]))
  return {
    ask, year, yearLabel: labelOf(year, source), page, pageCount, archived, mayPlan, mayImport: can(asked.actor, "import"), currency: source.company.currency,
    groups: shown.map((group) => ({
      key: group.key, lacking: group.lacking, pillar: group.pillar ? rowOf(group.pillar) : null,
      count: counted.get(group.key) ?? 0, rows: group.goals.map(rowOf),
    })),
    fitting: groups.reduce((sum, group) => sum + group.goals.length, 0),
    all: places.length,
    tabs: tabsOf(archived ? goalPlaces(source) : places, asked.actor),
    choices: choicesOf(places, source),
    people: people && people.map(({ id, name }) => ({ value: id, label: name })),
  }
}

/** All rows of the list that the address asks for, in its order, for a file: in portions, each with its words. */
export async function* goalFileRows(db: ReadDb, source: GoalListSource, asked: { address: URLSearchParams; actor: Actor }) {
  const { places, view, groups } = await arrangeFor(db, source, asked)
  const byId = new Map(places.map((place) => [place.id, place]))
  const goals = groups.flatMap((group) => group.goals)
  for (let from = 0; from < goals.length; from += 1000) {
    const portion = goals.slice(from, from + 1000)
    const rows = await listedGoals(db, portion.map(({ id }) => id))
    yield portion.map((goal): GoalFileLine => {
      const parent = goal.parentId === null ? undefined : byId.get(goal.parentId)
      const above = parent?.parentId ? byId.get(parent.parentId) : undefined
      const { summary = "", why = "", version = 1 } = rows.get(goal.id) ?? {}
      return {
        ...goal, version, summary, why, mayEdit: false, dueOn: view.dueOn.get(goal.id) ?? null, money: view.money.get(goal.id) ?? null,
        path: [above, parent].flatMap((each) => each?.name ?? []),
      }
    })
  }
}

/** The year of the money that the address asks for, as people read it. */
export function goalYearLabel(source: GoalListSource, address: URLSearchParams): string {
  return labelOf(yearOf(listAsk(address, goalListSpec), source), source)
}

async function arrangeFor(db: ReadDb, source: GoalListSource, { address, actor }: { address: URLSearchParams; actor: Actor }): Promise<Arranged> {
  const ask = listAsk(address, goalListSpec)
  const year = yearOf(ask, source)
  const archived = filterValues(ask, "archived").includes("yes")
  const dates = await datesFor(db, source)
  if (archived) {
    const places = await archivedGoals(db, ask.q)
    const group: GoalGroup = { key: "archived", pillar: null, lacking: false, goals: places }
    return { ask, year, places, view: { dueOn: dates, money: new Map(), owners: [], found: null }, groups: [group], archived }
  }
  const places = goalPlaces(source)
  const owners = new Map(source.owners.map((owner) => [owner.code, owner.id]))
  const view: GoalListView = {
    dueOn: dates,
    money: moneyByGoal(places, source.figuresFor(year).sayDo.rows),
    owners: filterValues(ask, "owner").map((value) => (value === "none" ? null : value === "me" ? (actor.personId ?? "") : (owners.get(value) ?? ""))),
    found: ask.q === "" ? null : await searchedIds(db, "goal", ask.q),
  }
  return { ask, year, places, view, groups: arrangeGoals(places, ask, view), archived }
}

/** Every due date, read once for each version of the records. */
function datesFor(db: ReadDb, source: object): Promise<ReadonlyMap<string, string | null>> {
  const kept = keptDates.get(source)
  if (kept) return kept
  const dates = dueDates(db)
  keptDates.set(source, dates)
  dates.catch(() => keptDates.delete(source))
  return dates
}

function yearOf(ask: ListAsk, { today, company }: GoalListSource): number | null {
  const [asked] = filterValues(ask, "year")
  if (asked === "all") return null
  return asked !== undefined && /^\d{4}$/.test(asked) ? Number(asked) : financialYearOf(today, company.yearFirstMonth)
}

function labelOf(year: number | null, { company }: GoalListSource): string {
  return year === null ? "all years" : financialYearLabel(year, company.yearFirstMonth)
}

const mostChoices = 40

function choicesOf(places: readonly GoalPlace[], source: GoalListSource): GoalListPage["choices"] {
  const now = financialYearOf(source.today, source.company.yearFirstMonth)
  const owning = new Set(places.map((place) => place.ownerId))
  const choice = ({ code, name }: { code: string; name: string }): GoalChoice => ({ value: code, label: name })
  return {
    years: [now - 1, now, now + 1, now + 2].map((year) => ({ value: String(year), label: labelOf(year, source) })),
    owners: source.owners.filter((owner) => owning.has(owner.id)).slice(0, mostChoices).map(choice),
    pillars: places.filter((place) => place.level === "pillar").slice(0, mostChoices).map(choice),
  }
}

function tabsOf(places: readonly GoalPlace[], actor: Actor): GoalListPage["tabs"] {
  const current = places.filter((goal) => goal.status === "active" || goal.status === "draft")
  const having = (gap: string) => current.filter((goal) => goal.gaps.some((each) => each.gap === gap)).length
  const mine = current.filter((goal) => goal.ownerId !== null && goal.ownerId === actor.personId).length
  return [
    { label: "Current", query: "", count: current.length },
    ...(mine > 0 ? [{ label: "Mine", query: "owner=me", count: mine }] : []),
    { label: "No work", query: "gap=work", count: having("goalsWithoutWork") },
    { label: "No measure", query: "gap=measure", count: having("goalsWithoutMeasure") },
    { label: "No owner", query: "gap=owner", count: having("goalsWithoutOwner") },
    { label: "Reached, missed, retired", query: "status=achieved&status=missed&status=retired", count: places.length - current.length },
    { label: "Archived", query: "archived=yes" },
  ]
}
