// Puts together one page of the list of initiatives, and the whole of it for a file.
import { financialYearLabel, financialYearOf } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { onceFor } from "~/core/once-for"
import { can, type Actor } from "~/core/policy"
import { namesOf } from "~/features/elements/elements.queries.server"
import { filterValues, listAsk, pagesOf, type ListAsk } from "~/features/elements/list"
import { asChoice, fewChoices } from "~/features/elements/list-choices"
import { searchedIds } from "~/features/elements/list.queries.server"
import { archivedWork } from "./archived.queries.server"
import { openStages } from "./initiative"
import { listFacts, type ListFacts, type ListSource, type Work } from "./initiative-facts"
import { arrange, budgetOf, initiativeListSpec, noGoal, slicePage, totalOf, type ListView, type WorkGroup } from "./initiative-list"
import type { Choice, InitiativeGroup, InitiativeListPage, InitiativeRow } from "./initiative-rows"
import { listedRows } from "./initiatives.queries.server"

export interface ListCompany {
  currency: string
  yearFirstMonth: number
}

export interface InitiativeListSource extends ListSource {
  today: string
  company: ListCompany
}

interface Arranged {
  facts: ListFacts
  ask: ListAsk
  view: ListView
  groups: readonly WorkGroup[]
  owners: ReadonlyMap<string, Choice & { id: string }>
  archived: boolean
}

const arranged = new WeakMap<ListFacts, Map<string, readonly WorkGroup[]>>()
const ownersOf = new WeakMap<ListFacts, Promise<ReadonlyMap<string, Choice & { id: string }>>>()

/** One page of the list that the address asks for; rows carry their version, so that cells can be edited in place. */
export async function initiativeList(db: ReadDb, source: InitiativeListSource, asked: { address: URLSearchParams; actor: Actor }): Promise<InitiativeListPage> {
  const { facts, ask, view, groups, owners, archived } = await arrangeFor(db, source, asked)
  const { actor } = asked
  const { company } = source
  const { places: all, fitting, closed } = onceFor(groups, "sums", () => sumsOf(facts, groups))
  const { page, pageCount, offset } = pagesOf(all, ask)
  const shown = slicePage(groups, offset, ask.pageSize).groups
  const rows = await onceFor(groups, `rows ${offset} ${ask.pageSize}`, () => listedRows(db, shown.flatMap((group) => group.works.map((work) => work.id))))
  const mayPlan = can(actor, "edit chain")
  // those who edit their own rows see rows of their own
  const editor = archived ? "none" : mayPlan ? "planner" : actor.personId !== null && can(actor, "edit record", [actor.personId]) ? actor.personId : "none"
  const mayEdit = (work: Work) => !archived && (mayPlan || (work.ownerId !== null && work.ownerId === actor.personId && can(actor, "edit record", [work.ownerId])))
  return {
    ask, year: view.year, page, pageCount, mayPlan, mayImport: can(actor, "import"), currency: company.currency,
    yearLabel: labelOf(view.year, company),
    groups: onceFor(groups, `page ${offset} ${ask.pageSize} ${editor}`, () => {
      const whole = new Map(groups.map((group) => [group.key, group]))
      return shown.map((group) => groupOf(group, whole.get(group.key) ?? group, view, (work) => rowOf(work, view, rows.get(work.id)?.version ?? 1, mayEdit(work))))
    }),
    fitting,
    all: archived ? fitting : facts.works.length,
    closed: archived ? 0 : closed,
    archived,
    tabs: onceFor(facts, `tabs ${actor.personId} ${view.year}`, () => tabsOf(facts, actor, view.year)),
    choices: choicesFor(facts, onceFor(facts, "choices", () => allChoices(facts, owners, source)), asked.address),
  }
}

/** All rows of the list that the address asks for, in its order, for a file: in portions, each with the words of its summary. */
export async function* initiativeFileRows(db: ReadDb, source: InitiativeListSource, asked: { address: URLSearchParams; actor: Actor }) {
  const { facts, view, groups } = await arrangeFor(db, source, asked)
  const works = [...new Map(groups.flatMap((group) => group.works).map((work) => [work.id, work])).values()]
  for (let from = 0; from < works.length; from += 1000) {
    const portion = works.slice(from, from + 1000)
    const rows = await listedRows(db, portion.map((work) => work.id))
    yield portion.map((work) => ({
      ...rowOf(work, view, 1, false),
      summary: rows.get(work.id)?.summary ?? "",
      goal: work.main === null ? null : (facts.goals.get(work.main.goalId) ?? null),
    }))
  }
}

/** The year of the money that the address asks for, as people read it. */
export function yearLabelOf(source: InitiativeListSource, address: URLSearchParams): string {
  return labelOf(yearOf(listAsk(address, initiativeListSpec), source), source.company)
}

function labelOf(year: number | null, company: ListCompany): string {
  return year === null ? "all years" : financialYearLabel(year, company.yearFirstMonth)
}

async function arrangeFor(db: ReadDb, source: InitiativeListSource, { address, actor }: { address: URLSearchParams; actor: Actor }): Promise<Arranged> {
  const facts = listFacts(source)
  const ask = listAsk(address, initiativeListSpec)
  const owners = await knownOwners(db, facts)
  const view: ListView = {
    year: yearOf(ask, source),
    owners: filterValues(ask, "owner").flatMap((value) => (value === noGoal ? [null] : value === "me" ? [actor.personId ?? ""] : (owners.get(value)?.id ?? ""))),
    found: ask.q === "" ? null : await onceFor(facts, `found ${ask.q}`, () => searchedIds(db, "initiative", ask.q)),
  }
  const archived = filterValues(ask, "archived").includes("yes")
  if (archived) return { facts, ask, view, owners, archived, groups: [{ key: "archived", label: null, goal: null, works: await archivedWork(db, ask.q) }] }
  const kept = arranged.get(facts) ?? new Map<string, readonly WorkGroup[]>()
  arranged.set(facts, kept)
  const key = JSON.stringify([ask.q, ask.filters, ask.sort, ask.group, view.year, view.owners])
  const groups = kept.get(key) ?? arrange(facts, ask, view)
  // a few dozen ways to look at one version of the records are plenty
  if (kept.size >= 40) kept.clear()
  kept.set(key, groups)
  return { facts, ask, view, owners, archived, groups }
}

function yearOf(ask: ListAsk, { today, company }: InitiativeListSource): number | null {
  const [asked] = filterValues(ask, "year")
  if (asked === "all") return null
  return asked !== undefined && /^\d{4}$/.test(asked) ? Number(asked) : financialYearOf(today, company.yearFirstMonth)
}

/** Everybody who owns an initiative, by short id. */
function knownOwners(db: ReadDb, facts: ListFacts): Promise<ReadonlyMap<string, Choice & { id: string }>> {
  const kept = ownersOf.get(facts)
  if (kept) return kept
  const ids = [...new Set(facts.works.map((work) => work.ownerId))]
  const found = namesOf(db, ids).then((names) => {
    const people = [...names.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    return new Map(people.map(({ id, code, name }) => [code, { id, value: code, label: name }]))
  })
  ownersOf.set(facts, found)
  found.catch(() => ownersOf.delete(facts))
  return found
}

/** Whoever picks the same is offered the same; only where thousands are asked for they are not kept. */
function choicesFor(facts: ListFacts, all: ReturnType<typeof allChoices>, address: URLSearchParams): InitiativeListPage["choices"] {
  if (address.has("show")) return choicesOf(all, address)
  const picked = JSON.stringify(["owner", "unit", "goal"].map((name) => address.getAll(name)))
  return onceFor(facts, `choices where ${picked} is picked`, () => choicesOf(all, address))
}

function choicesOf({ years, owners, units, goals }: ReturnType<typeof allChoices>, address: URLSearchParams): InitiativeListPage["choices"] {
  return { years, owners: fewChoices("owner", owners, address), units: fewChoices("unit", units, address), goals: fewChoices("goal", goals, address) }
}

function allChoices(facts: ListFacts, owners: ReadonlyMap<string, Choice>, { index, today, company }: InitiativeListSource) {
  const years = new Set(facts.works.flatMap((work) => Object.keys(work.budgets).map(Number)))
  years.add(financialYearOf(today, company.yearFirstMonth))
  return {
    years: [...years].sort().map((year) => ({ value: String(year), label: financialYearLabel(year, company.yearFirstMonth) })),
    owners: [...owners.values()].map(({ value, label }) => ({ value, label })),
    units: (index.byKind.get("unit") ?? []).map(asChoice),
    goals: [...facts.goals.values()].map(asChoice),
  }
}

function tabsOf(facts: ListFacts, actor: Actor, year: number | null): InitiativeListPage["tabs"] {
  const open = facts.works.filter((work) => openStages.includes(work.stage))
  const mine = open.filter((work) => work.ownerId !== null && work.ownerId === actor.personId)
  return [
    { label: "All open", query: "", count: open.length },
    ...(mine.length > 0 ? [{ label: "Mine", query: "owner=me", count: mine.length }] : []),
    { label: "No goal", query: "goal=none", count: open.filter((work) => work.servesNone).length },
    { label: "No budget", query: "budget=none", count: open.filter((work) => budgetOf(work, year) === null).length },
    { label: "Done or cancelled", query: "stage=completed&stage=cancelled", count: facts.works.length - open.length },
    { label: "Archived", query: "archived=yes" },
  ]
}

function sumsOf(facts: ListFacts, groups: readonly WorkGroup[]) {
  return {
    places: slicePage(groups, 0, 0).places,
    fitting: groups.reduce((sum, group) => sum + group.works.length, 0),
    closed: facts.works.filter((work) => !openStages.includes(work.stage)).length,
  }
}

function groupOf(group: WorkGroup, whole: WorkGroup, view: ListView, row: (work: Work) => InitiativeRow): InitiativeGroup {
  const { goal } = group
  const lost = goal === null && group.key === noGoal && group.label === null
  return {
    key: group.key, lost,
    heading: goal?.name ?? (lost ? "Serves no goal" : group.label),
    goal: goal && { id: goal.id, code: goal.code, health: goal.health, lacksWork: goal.lacksWork, gapUntil: goal.gapUntil },
    count: whole.works.length,
    alsoHelp: goal?.alsoHelp ?? 0,
    total: onceFor(whole, `total ${view.year}`, () => totalOf(whole.works, view.year)),
    rows: group.works.map(row),
  }
}

function rowOf(work: Work, view: ListView, version: number, mayEdit: boolean): InitiativeRow {
  const { id, code, name, stage, health, gapUntil, startsOn, endsOn, ownerId, ownerName } = work
  return {
    id, code, name, version, stage, health, gapUntil, startsOn, endsOn, ownerId, ownerName, mayEdit,
    progress: work.progress === null ? null : Math.round(work.progress * 100),
    helps: work.servesNone || work.main === null ? null : { strength: work.main.strength, more: work.more },
    budget: budgetOf(work, view.year),
    units: work.units.map((unit) => unit.name),
  }
}
