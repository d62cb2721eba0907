// A goal: an outcome the business wants, its three levels, and what an edit of it may do.
import { RuleError } from "~/core/errors"
import type { Snapshot } from "~/core/change"
import { checkPlace, type Tree } from "~/features/elements/tree"

export const goalStatuses = ["draft", "active", "achieved", "missed", "retired"] as const
export type GoalStatus = (typeof goalStatuses)[number]
export const perspectives = ["financial", "customer", "internal process", "learning and growth"] as const
export type Perspective = (typeof perspectives)[number]
export const settableHealth = ["done", "on track", "at risk", "off track", "not started"] as const
export type SettableHealth = (typeof settableHealth)[number]

export const goalStatusWords: Record<GoalStatus, string> = {
  draft: "Draft", active: "Active", achieved: "Reached", missed: "Missed", retired: "Retired",
}
export const perspectiveWords: Record<Perspective, string> = {
  financial: "Money", customer: "Customers", "internal process": "How we work", "learning and growth": "Learning and growth",
}

/** The fields of a goal that its history keeps and its form edits. */
export interface GoalFields {
  name: string
  summary: string
  parentId: string | null
  status: GoalStatus
  weight: number
  perspective: Perspective | null
  why: string
  promiseLine: string
  dueOn: string | null
  healthSet: SettableHealth | null
  healthReason: string
}

export const newGoalFields: Omit<GoalFields, "name"> = {
  summary: "", parentId: null, status: "active", weight: 10, perspective: null,
  why: "", promiseLine: "", dueOn: null, healthSet: null, healthReason: "",
}

/** How refusals about several goals speak of them. */
export const goalWords = { one: "goal", many: "goals" }

export type GoalLevel = "pillar" | "goal" | "objective"
export const goalLevels: readonly GoalLevel[] = ["pillar", "goal", "objective"]
export const goalLevelWords: Record<GoalLevel, string> = { pillar: "Pillar", goal: "Goal", objective: "Objective" }

/** A goal's level is its depth: no parent, pillar; below it, goal; below that, objective (product.md, F1). */
export function levelAt(depth: number): GoalLevel {
  const level = goalLevels[depth]
  if (!level) throw new RuleError("Goals have three levels at most: pillar, goal, objective.", { field: "parentId" })
  return level
}

/** The fields only a planner or administrator may set; an owner edits the rest. */
export const guardedGoalFields: readonly (keyof GoalFields)[] = ["weight", "parentId"]

/** Checks a goal's fields as a whole; refuses what cannot stand, naming the field. */
export function checkGoal(goal: GoalFields): GoalFields {
  if (!Number.isInteger(goal.weight) || goal.weight < 0 || goal.weight > 1_000_000)
    throw new RuleError("A weight is a whole number from 0.", { field: "weight" })
  if (goal.healthSet !== null && goal.healthReason.trim() === "")
    throw new RuleError("Say why the status differs from what the readings propose. The reason is shown beside it.", { field: "healthReason" })
  return goal
}

/**
 * Checks a move below another goal: never below itself or its own descendants, never to a fourth level.
 * `parentOf` maps every goal to its parent; `heightBelow` is how many levels hang below the moved goal.
 */
export function checkMove(id: string, parentId: string | null, parentOf: ReadonlyMap<string, string | null>): void {
  let depth = 0
  for (let at = parentId; at !== null; at = parentOf.get(at) ?? null) {
    if (at === id) throw new RuleError("A goal cannot be part of itself or of a goal below it.", { field: "parentId" })
    depth++
    if (depth > goalLevels.length) break
  }
  levelAt(depth + heightBelow(id, parentOf))
}

/** Checks where a goal is put; also refuses a place below a goal that is archived or not there. `id` is null for a new goal. */
export function checkGoalPlace(id: string | null, parentId: string | null, tree: Tree): void {
  checkMove(id ?? "", parentId, new Map([...tree].map(([each, place]) => [each, place.parentId])))
  checkPlace(id, parentId, tree, goalWords)
}

function heightBelow(id: string, parentOf: ReadonlyMap<string, string | null>): number {
  let height = 0
  for (let level = new Set([id]); level.size > 0 && height <= goalLevels.length; ) {
    level = new Set([...parentOf].filter(([, parent]) => parent !== null && level.has(parent)).map(([child]) => child))
    if (level.size > 0) height++
  }
  return height
}

export function goalSnapshot(goal: GoalFields): Snapshot {
  const { name, summary, parentId, status, weight, perspective, why, promiseLine, dueOn, healthSet, healthReason } = goal
  return { name, summary, parentId, status, weight, perspective, why, promiseLine, dueOn, healthSet, healthReason }
}
