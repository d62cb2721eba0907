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
  /** the work shown: the first dozen, unless all is asked for */
  works: readonly GoalWork[]
  /** how much work helps it, and how much of that is active */
  counts: { works: number; active: number }
  /** budgets of the active work, whatever part of them counts here; null when none is known */
  budgets: string | null
  /** services and capabilities it relies on: the first dozen, unless all is asked for */
  reliesOn: readonly (Named & { kind: "service" | "capability" })[]
  reliesOnCount: number
  below: readonly (GoalPlace & { money: string | null })[]
}

/** A goal may be helped by hundreds; this many are drawn until all are asked for. */
const fewShown = 12

/** Gives the view of one goal with the money of one year, or of all years (null), and its first or all of its work and services. */
export function goalView(source: GoalViewSource, id: string, { year, all }: { year: number | null; all: boolean }): GoalView {
  const { model } = source
  const places = goalPlaces(source)
  const figures = source.figuresFor(year)
  const money = moneyByGoal(places, figures.sayDo.rows)
  const place = places.find((each) => each.id === id) ?? null
  const own = money.get(id)
  const helpers = helpersOf(model, id)
  const active = helpers.filter((each) => each.active)
  const budgets = active.flatMap(({ node }) => {
    const cents = budgetCents(node, year)
    return cents === null ? [] : [fromCents(cents)]
  })
  const ends = [...endsOf(model, id, "supports", "service"), ...endsOf(model, id, "enables", "capability")]
  const shown = <T>(list: readonly T[]) => (all ? list : list.slice(0, fewShown))
  return {
    place,
    above: aboveOf(model, id),
    rank: place?.counts ? rankOf(place, places) : null,
    money: own === undefined ? null : { amount: own, share: shareOfMoney(own, figures.sayDo.total) },
    works: shown(helpers).map((each) => workOf(model, each, { goalId: id, year })),
    counts: { works: helpers.length, active: active.length },
    budgets: budgets.length === 0 ? null : addMoney(budgets),
    reliesOn: shown(ends),
    reliesOnCount: ends.length,
    below: places.filter((each) => each.parentId === id).map((each) => ({ ...each, money: money.get(each.id) ?? null })),
  }
}

/** The initiatives that are linked to this very goal. */
export function linkedTo(model: ServingModel, id: string): Set<string> {
  return new Set((model.index.linksTo.get(id) ?? []).filter((link) => link.relation === "contributes to").map((link) => link.from))
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

interface Helper {
  node: GraphNode
  link: GraphLink
  strength: Strength
  through: string | null
  active: boolean
}

/** Work linked to this very goal in any stage, and work that reaches it through an objective or its pillar; strongest first. */
function helpersOf(model: ServingModel, id: string): Helper[] {
  const helpers: Helper[] = []
  const direct = (model.index.linksTo.get(id) ?? []).filter((link) => link.relation === "contributes to")
  const seen = new Set(direct.map((link) => link.from))
  const add = (link: GraphLink, strength: Strength, through: string | null) => {
    const node = model.index.nodes.get(link.from)
    if (node) helpers.push({ node, link, strength, through, active: isActive(node) })
  }
  for (const link of direct) add(link, link.strength ?? 1, null)
  for (const [initiativeId, servings] of model.servings) {
    const serving = seen.has(initiativeId) ? undefined : servings.find(({ goalId }) => goalId === id)
    const link = serving && (model.index.linksFrom.get(initiativeId) ?? []).find((each) => each.id === serving.linkId)
    if (!serving || !link) continue
    const other = model.index.nodes.get(link.to)?.name ?? ""
    add(link, serving.strength, serving.via === "pillar" ? `through its pillar ${other}` : `through the objective ${other}`)
  }
  const place = (each: Helper) => (each.active ? 0 : 1)
  return helpers.sort((a, b) => place(a) - place(b) || b.strength - a.strength || byName(a.node, b.node))
}

function workOf(model: ServingModel, { node, link, strength, through, active }: Helper, at: { goalId: string; year: number | null }): GoalWork {
  return {
    id: node.id, code: node.code, name: node.name, stage: node.status as Stage, health: (node.health ?? "not reported") as DeliveryHealth, active,
    strength, through, reason: link.reason ?? "", money: active ? partOf(model, node, at.goalId, at.year) : null,
    endsOn: node.endsOn ?? null, linkId: link.id, main: link.isPrimary ?? false,
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

function endsOf<Kind extends "service" | "capability">(model: ServingModel, id: string, relation: string, kind: Kind): (Named & { kind: Kind })[] {
  return (model.index.linksTo.get(id) ?? [])
    .filter((link) => link.relation === relation)
    .flatMap((link) => model.index.nodes.get(link.from) ?? [])
    .filter((node) => node.kind === kind)
    .sort(byName)
    .map(({ code, name }) => ({ kind, code, name }))
}
