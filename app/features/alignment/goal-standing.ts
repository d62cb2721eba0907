/** Owns where every goal stands: F4 for each goal of the graph, pillars as the mean of their goals. */
import {
  goalHealth, goalProgress, pillarProgress,
  type GoalHealthResult, type GoalProgress, type HealthChoice, type Measure, type PaceBands,
} from "~/features/goals/goal-progress"
import { lacksWork } from "~/features/alignment/gaps"
import type { GraphNode } from "~/features/alignment/graph"
import { weightOf, type ServingModel } from "~/features/alignment/serving"

export interface MeasureOfGoal extends Measure {
  goalId: string
}

export type GoalStanding = GoalProgress & GoalHealthResult

export interface StandingOptions {
  today: string
  bands: PaceBands
  /** The health an owner set, with the reason, by goal. */
  chosen: ReadonlyMap<string, HealthChoice>
}

// A draft was never promised and a retired goal is no longer wanted.
const leftOut: ReadonlySet<string> = new Set(["draft", "retired"])

/** F4: gives progress and health of every goal; a pillar with goals is their mean by weight, one without reads its own measures. */
export function goalStandings(model: ServingModel, measures: readonly MeasureOfGoal[], options: StandingOptions): Map<string, GoalStanding> {
  const measuresOf = new Map<string, MeasureOfGoal[]>()
  for (const measure of measures) {
    const list = measuresOf.get(measure.goalId)
    if (list === undefined) measuresOf.set(measure.goalId, [measure])
    else list.push(measure)
  }
  const own = (goal: GraphNode): GoalProgress => goalProgress(measuresOf.get(goal.id) ?? [], options.today)
  const standings = new Map<string, GoalStanding>()
  for (const goal of model.index.byKind.get("goal") ?? []) {
    const below = model.levels.get(goal.id) === "pillar"
      ? (model.index.children.get(goal.id) ?? []).filter((child) => !leftOut.has(child.status ?? ""))
      : []
    const progress = below.length === 0 ? own(goal) : pillarProgress(below.map((child) => ({ ...own(child), weight: weightOf(child) })))
    const health = goalHealth({
      progress: progress.progress,
      expected: progress.expected,
      lacksWork: lacksWork(model, goal.id),
      chosen: options.chosen.get(goal.id) ?? null,
      bands: options.bands,
    })
    standings.set(goal.id, { ...progress, ...health })
  }
  return standings
}
