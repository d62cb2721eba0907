/** Owns the strategy on a page: pillars with their goals, each with its headline measure, work and money; and money against words. */
import { monthYear } from "~/core/calendar"
import { shortMoney } from "~/core/money"
import { goalPlaces, moneyByGoal, type GoalPlace } from "~/features/goals/goal-places"
import { measureExpected, measureProgress, type GoalHealth } from "~/features/goals/goal-progress"
import { valueWords, wayWordsOf, type HeadlineMeasure } from "~/features/goals/measure-view"
import type { GoalViewSource, Named } from "~/features/alignment/goal-view"
import { byName } from "~/features/alignment/graph"
import { percent } from "~/features/alignment/sentence"

export interface StrategyGoal extends Named {
  health: GoalHealth
  promiseLine: string
  measure: { name: string; from: string; now: string | null; target: string; by: string; progress: number | null; expected: number } | null
  works: readonly Named[]
  moreWorks: number
  money: string
  /** "Asked: O. Bell, answer by 30 Nov"; only where no work is under way */
  asked: { of: string | null; dueOn: string } | null
}

export interface StrategyPillar extends Named {
  /** whole per cent of the weights that count; null when nothing weighs */
  weight: number | null
  money: string
  goals: readonly StrategyGoal[]
}

export interface SayDoBar {
  name: string
  code: string | null
  say: number
  does: number
  words: string
  gap: boolean
}

export interface Strategy {
  pillars: readonly StrategyPillar[]
  bars: readonly SayDoBar[]
  /** bars left out because they differ least */
  moreBars: number
}

export interface StrategyParts {
  promises: ReadonlyMap<string, string>
  measures: ReadonlyMap<string, HeadlineMeasure>
  questions: ReadonlyMap<string, { of: string | null; dueOn: string }>
  today: string
  currency: string
  year: number | null
}

const worksNamed = 2
const mostBars = 13

/** Gives the goals that the page shows: those that count, by pillar, what weighs most first. */
export function strategyGoals(source: GoalViewSource): readonly GoalPlace[] {
  const goals = goalPlaces(source).filter((place) => place.counts)
  const ofPillar = new Map<string, number>()
  for (const goal of goals) ofPillar.set(goal.pillarId, (ofPillar.get(goal.pillarId) ?? 0) + goal.weight)
  // the sort keeps the order of names among equals, so the goals of one pillar stay together
  const first = new Map(goals.map((goal, at) => [goal.pillarId, at]))
  return [...goals].sort((a, b) =>
    a.pillarId === b.pillarId
      ? b.weight - a.weight
      : (ofPillar.get(b.pillarId) ?? 0) - (ofPillar.get(a.pillarId) ?? 0) || (first.get(a.pillarId) ?? 0) - (first.get(b.pillarId) ?? 0))
}

/** Gives the page's content with the money of one year, or of all years (null). */
export function strategyOf(source: GoalViewSource, parts: StrategyParts): Strategy {
  const places = goalPlaces(source)
  const { sayDo } = source.figuresFor(parts.year)
  const money = moneyByGoal(places, sayDo.rows)
  const goals = strategyGoals(source)
  const sum = goals.reduce((all, goal) => all + goal.weight, 0)
  const byId = new Map(places.map((place) => [place.id, place]))
  const pillars = [...new Set(goals.map((goal) => goal.pillarId))].flatMap((id) => byId.get(id) ?? []).map((pillar): StrategyPillar => {
    const own = goals.filter((goal) => goal.pillarId === pillar.id)
    const weight = own.reduce((all, goal) => all + goal.weight, 0)
    return {
      code: pillar.code, name: pillar.name, weight: sum > 0 ? Math.round((weight / sum) * 100) : null,
      money: shortMoney(money.get(pillar.id) ?? "0", parts.currency), goals: own.map((goal) => goalOf(source, goal, { ...parts, money })),
    }
  })
  return { pillars, ...barsOf(source, goals, parts.year) }
}

function goalOf(source: GoalViewSource, goal: GoalPlace, parts: StrategyParts & { money: ReadonlyMap<string, string> }): StrategyGoal {
  const works = (source.model.activeServers.get(goal.id) ?? []).flatMap((id) => {
    const node = source.model.index.nodes.get(id)
    const strength = (source.model.servings.get(id) ?? []).find((serving) => serving.goalId === goal.id)?.strength ?? 1
    return node ? [{ node, strength }] : []
  }).sort((a, b) => b.strength - a.strength || byName(a.node, b.node)).map(({ node }) => ({ code: node.code, name: node.name }))
  const measure = parts.measures.get(goal.id)
  return {
    code: goal.code, name: goal.name, health: goal.health, promiseLine: parts.promises.get(goal.id) ?? "",
    measure: measure ? headline(measure, parts.today) : null,
    works: works.slice(0, worksNamed), moreWorks: Math.max(0, works.length - worksNamed),
    money: shortMoney(parts.money.get(goal.id) ?? "0", parts.currency),
    asked: works.length === 0 ? (parts.questions.get(goal.id) ?? null) : null,
  }
}

function headline(measure: HeadlineMeasure, today: string): StrategyGoal["measure"] {
  const counted = {
    ...measure, id: "", baseline: Number(measure.baseline ?? 0), target: Number(measure.target),
    readings: measure.last === null ? [] : [{ value: Number(measure.last.value), readOn: measure.last.readOn }],
  }
  const way = wayWordsOf(measure, measure.last?.value ?? null)
  return {
    name: measure.name, from: way.from, now: measure.last === null ? null : way.now, target: measure.isYesNo ? way.target : valueWords(measure, measure.target),
    by: monthYear(measure.targetOn), progress: measureProgress(counted), expected: measureExpected(counted, today),
  }
}

/** Each goal's share of weight against its share of money; the money that serves no goal comes last. */
function barsOf(source: GoalViewSource, goals: readonly GoalPlace[], year: number | null): Pick<Strategy, "bars" | "moreBars"> {
  const { sayDo, sayDoGap } = source.figuresFor(year)
  if (sayDoGap === null) return { bars: [], moreBars: 0 }
  const rows = new Map(sayDo.rows.map((row) => [row.goalId, row]))
  const all = goals.map(({ id, code, name }) => bar(name, code, rows.get(id)?.weightShare ?? 0, rows.get(id)?.moneyShare ?? 0))
  const apart = (each: SayDoBar) => Math.abs(each.say - each.does)
  const kept = new Set([...all].sort((a, b) => apart(b) - apart(a)).slice(0, mostBars - 1))
  const lost = sayDo.unaligned.moneyShare ?? 0
  const bars = [...all.filter((each) => kept.has(each)), ...(lost > 0 ? [{ ...bar("Serves no goal", null, 0, lost), gap: true }] : [])]
  return { bars, moreBars: all.length - kept.size }
}

function bar(name: string, code: string | null, say: number, does: number): SayDoBar {
  return { name, code, say: say * 100, does: does * 100, words: `${Math.round(say * 100)} → ${percent(does)}`, gap: does === 0 && say > 0 }
}

/** Gives the page's title: how many goals stand where, and how many have no work. */
export function strategyTitle(goals: readonly { health: GoalHealth }[]): string {
  if (goals.length === 0) return "No goal is active yet."
  const count = (...states: GoalHealth[]) => goals.filter((goal) => states.includes(goal.health)).length
  const all = goals.length
  const fine = count("on track", "done")
  const rest = [
    [count("at risk"), "at risk"], [count("off track"), "off track"], [count("not started"), "not started"], [count("not known"), "not known yet"],
  ] as const
  const parts = rest.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`)
  const bare = count("no work")
  const first = all === 1 && fine === 1 ? "The one goal is on track" : fine === all ? `All ${all} goals are on track` : `${fine} of ${all} ${all === 1 ? "goal" : "goals"} ${fine === 1 || all === 1 ? "is" : "are"} on track`
  const none = bare > 0 ? [`${parts.length > 0 ? "and " : ""}${bare} ${bare === 1 ? "has" : "have"} no work`] : []
  const said = [first, ...parts, ...none]
  return `${said.length > 2 || bare === 0 ? said.join(", ") : said.join(" and ")}.`
}
