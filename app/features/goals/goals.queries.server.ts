// Reading goals: one with everything on its page, and locked for a command.
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { elementColumns, type ElementRow } from "~/features/elements/element-row"
import type { ElementRef } from "~/features/elements/element"
import { inTreeOrder, withParts, type Tree } from "~/features/elements/tree"
import { readHistory } from "~/core/record-history.server"
import { asRef, findElement, namesOf, ownerIdsOf, ownersOf } from "~/features/elements/elements.queries.server"
import type { GoalFields } from "./goal"

export interface Goal extends GoalFields, Omit<ElementRow, "kind"> {
  kind: "goal"
  /** persons accountable or responsible */
  ownerIds: string[]
}

const goalColumns = ["goal.parentId", "goal.status", "goal.weight", "goal.perspective", "goal.why", "goal.promiseLine", "goal.dueOn", "goal.healthSet", "goal.healthReason"] as const

function selectGoals(db: ReadDb) {
  return db.selectFrom("goal").innerJoin("element", "element.id", "goal.id").select(elementColumns).select(goalColumns)
}

/** The goal with this short id. */
export async function findGoal(db: ReadDb, code: string): Promise<Goal> {
  const { id } = await findElement(db, code, "goal")
  const row = await selectGoals(db).where("goal.id", "=", id).executeTakeFirstOrThrow()
  return { ...row, kind: "goal", ownerIds: await ownerIdsOf(db, id) }
}

/** The goal, locked. */
export async function lockGoal(tx: Tx, id: string): Promise<Goal> {
  const [goal] = await lockGoals(tx, [id])
  if (!goal) throw new NotFoundError("This goal")
  return goal
}

/** The goals with these ids, locked in one order; unknown ids are left out. */
export async function lockGoals(tx: Tx, ids: readonly string[]): Promise<Goal[]> {
  if (ids.length === 0) return []
  const rows = await selectGoals(tx).where("goal.id", "in", ids).orderBy("goal.id").forUpdate().execute()
  const owners = await ownersOf(tx, ids)
  return rows.map((row) => ({ ...row, kind: "goal", ownerIds: owners.get(row.id) ?? [] }))
}

/** The goals with these ids, locked in one order; refused when one of them is not there. */
export async function lockEveryGoal(tx: Tx, ids: readonly string[]): Promise<Goal[]> {
  const goals = await lockGoals(tx, ids)
  if (goals.length < new Set(ids).size) throw new NotFoundError("This goal")
  return goals
}

/** Every goal's place with whether it is archived, for the checks of moving and archiving. */
export async function goalTree(db: ReadDb): Promise<Tree> {
  const rows = await db.selectFrom("goal").innerJoin("element", "element.id", "goal.id").select(["goal.id", "goal.parentId", "element.archivedAt"]).execute()
  return new Map(rows.map(({ archivedAt, ...row }) => [row.id, { ...row, archived: archivedAt !== null }]))
}

/** What a goal may be put below: pillars and goals that are not archived, without the goal itself and what is below it; from the top down. */
export async function possibleParents(db: ReadDb, id: string | null): Promise<(ElementRef & { depth: number })[]> {
  const rows = await db
    .selectFrom("goal").innerJoin("element", "element.id", "goal.id")
    .select(["element.id", "element.kind", "element.number", "element.name", "goal.parentId"])
    .where("element.archivedAt", "is", null).orderBy("element.sortKey").orderBy("element.id").execute()
  const below = id === null ? new Set<string>() : withParts(id, rows)
  return inTreeOrder(rows).filter((row) => row.depth < 2 && !below.has(row.id)).map((row) => ({ ...asRef(row), depth: row.depth }))
}

/** Who last set the goal's status against what the readings propose, and when; null when the history does not say. */
export async function whoSetHealth(db: ReadDb, goalId: string): Promise<{ by: string; on: string } | null> {
  const entries = await readHistory(db, { recordId: goalId, sinceVersion: 0 })
  const said = entries.findLast((entry) => entry.fields.some(({ field, after }) => field === "healthSet" && after !== null))
  if (!said) return null
  const name = said.actorId === null ? undefined : (await namesOf(db, [said.actorId])).get(said.actorId)?.name
  return { by: name ?? "an operator", on: said.at.toISOString().slice(0, 10) }
}
