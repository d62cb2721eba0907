/** Owns what the page of a goal shows of the chain: its place and share, the money that counts for it, the work that helps it, and what lies below. */
import { addMoney, fromCents, shareOfMoney } from "~/core/money"
import { goalPlaces, moneyByGoal, type GoalPlace, type GoalSource } from "~/features/goals/goal-places"
import type { DeliveryHealth } from "~/features/initiatives/delivery-health"
import type { Stage } from "~/features/initiatives/initiative"
import { budgetCents } from "~/features/alignment/budget"
import type { Figures } from "~/features/alignment/figures"
import { byName, type GraphLink, type GraphNode, type Strength } from "~/features/alignment/graph"
import { splitBudget } from "~/features/alignment/say-do"
import { isActive, type ServingModel } from "~/features/alignment/serving"

export interface GoalViewSource extends GoalSource {
  model: ServingModel
  figuresFor: (year: number | null) => Figures
}

export interface Named {
  code: string
  name: string
}

export interface GoalWork extends Named {
  id: string
  stage: Stage
  health: DeliveryHealth
  active: boolean
  strength: Strength
  /** "through its pillar Grow online sales"; null for a link to this very goal */
  through: string | null
  reason: string
  /** the part of its budget that counts for this goal; null when it is not active or has no budget */
  money: string | null
  endsOn: string | null
  linkId: string
  main: boolean
}

export interface GoalView {
  /** null for an archived goal */
  place: GoalPlace | null
  /** what it is part of, pillar first */
  above: readonly Named[]
  /** "highest of 12 goals"; null where it does not count */
  rank: string | null
  money: { amount: string; share: number | null } | null
  works: readonly GoalWork[]
  /** budgets of the active work, whatever part of them counts here; null when none is known */
  budgets: string | null
  services: readonly Named[]
  capabilities: readonly Named[]
  below: readonly (GoalPlace & { money: string | null })[]
}

/** Gives the view of one goal with the money of one year, or of all years (null). */
export function goalView(source: GoalViewSource, id: string, year: number | null): GoalView {
  const { model } = source
  const places = goalPlaces(source)
  const figures = source.figuresFor(year)
  const money = moneyByGoal(places, figures.sayDo.rows)
  const place = places.find((each) => each.id === id) ?? null
  const own = money.get(id)
  const works = worksOf(model, id, year)
  const budgets = works.filter(({ active }) => active).flatMap((work) => {
    const node = model.index.nodes.get(work.id)
    const cents = node === undefined ? null : budgetCents(node, year)
    return cents === null ? [] : [fromCents(cents)]
  })
  return {
    place,
    above: aboveOf(model, id),
    rank: place?.counts ? rankOf(place, places) : null,
    money: own === undefined ? null : { amount: own, share: shareOfMoney(own, figures.sayDo.total) },
    works,
    budgets: budgets.length === 0 ? null : addMoney(budgets),
    services: endsOf(model, id, "supports", "service"),
    capabilities: endsOf(model, id, "enables", "capability"),
    below: places.filter((each) => each.parentId === id).map((each) => ({ ...each, money: money.get(each.id) ?? null })),
  }
}

function aboveOf(model: ServingModel, id: string): Named[] {
  const above: Named[] = []
  for (let at = model.index.nodes.get(id)?.parentId ?? null; at !== null && above.length < 3; at = model.index.nodes.get(at)?.parentId ?? null) {
    const node = model.index.nodes.get(at)
    if (node) above.unshift({ code: node.code, name: node.name })
  }
  return above
}

function rankOf(place: GoalPlace, places: readonly GoalPlace[]): string {
  const counting = places.filter((each) => each.counts)
  if (counting.length === 1) return "the only goal"
  const heavier = counting.filter((each) => each.weight > place.weight).length
  const alike = counting.some((each) => each.id !== place.id && each.weight === place.weight)
  if (heavier > 0) return `${heavier} of ${counting.length} goals weigh more`
  return alike ? `none of ${counting.length} goals weighs more` : `highest of ${counting.length} goals`
}

/** Work linked to this very goal in any stage, and work that reaches it through an objective or its pillar; strongest first. */
function worksOf(model: ServingModel, id: string, year: number | null): GoalWork[] {
  const works: GoalWork[] = []
  const direct = (model.index.linksTo.get(id) ?? []).filter((link) => link.relation === "contributes to")
  const seen = new Set(direct.map((link) => link.from))
  const add = (link: GraphLink, strength: Strength, through: string | null) => {
    const node = model.index.nodes.get(link.from)
    if (node) works.push(workOf(model, node, { link, goalId: id, strength, through, year }))
  }
  for (const link of direct) add(link, link.strength ?? 1, null)
  for (const [initiativeId, servings] of model.servings) {
    const serving = seen.has(initiativeId) ? undefined : servings.find(({ goalId }) => goalId === id)
    const link = serving && (model.index.linksFrom.get(initiativeId) ?? []).find((each) => each.id === serving.linkId)
    if (!serving || !link) continue
    const other = model.index.nodes.get(link.to)?.name ?? ""
    add(link, serving.strength, serving.via === "pillar" ? `through its pillar ${other}` : `through the objective ${other}`)
  }
  const place = (work: GoalWork) => (work.active ? 0 : 1)
  return works.sort((a, b) => place(a) - place(b) || b.strength - a.strength || nodeOrder(model, a.id, b.id))
}

function nodeOrder(model: ServingModel, a: string, b: string): number {
  const [one, other] = [model.index.nodes.get(a), model.index.nodes.get(b)]
  return one && other ? byName(one, other) : 0
}

function workOf(model: ServingModel, node: GraphNode, at: { link: GraphLink; goalId: string; strength: Strength; through: string | null; year: number | null }): GoalWork {
  const active = isActive(node)
  return {
    id: node.id, code: node.code, name: node.name, stage: node.status as Stage, health: (node.health ?? "not reported") as DeliveryHealth, active,
    strength: at.strength, through: at.through, reason: at.link.reason ?? "", money: active ? partOf(model, node, at.goalId, at.year) : null,
    endsOn: node.endsOn ?? null, linkId: at.link.id, main: at.link.isPrimary ?? false,
  }
}

/** The part of a budget that falls on the goal; for a pillar on all its goals that count. */
function partOf(model: ServingModel, node: GraphNode, goalId: string, year: number | null): string | null {
  const budget = budgetCents(node, year)
  if (budget === null) return null
  const goals = new Set([goalId, ...(model.index.children.get(goalId) ?? []).map((child) => child.id)].filter((id) => model.counting.has(id)))
  if (goals.size === 0) return null
  return fromCents(splitBudget(model, node.id, budget).filter((part) => goals.has(part.goalId)).reduce((sum, part) => sum + part.cents, 0n))
}

function endsOf(model: ServingModel, id: string, relation: string, kind: string): Named[] {
  return (model.index.linksTo.get(id) ?? [])
    .filter((link) => link.relation === relation)
    .flatMap((link) => model.index.nodes.get(link.from) ?? [])
    .filter((node) => node.kind === kind)
    .sort(byName)
    .map(({ code, name }) => ({ code, name }))
}
