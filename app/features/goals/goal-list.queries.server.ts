// What the list of goals reads beside the alignment: due dates, versions, and the goals that are archived.
import type { ReadDb } from "~/core/database.server"
import { codeOf } from "~/features/elements/element"
import { fitsSearch } from "~/features/elements/list.queries.server"
import type { GoalPlace } from "./goal-places"

/** The due date of every goal, by id. */
export async function dueDates(db: ReadDb): Promise<Map<string, string | null>> {
  const rows = await db.selectFrom("goal").select(["id", "dueOn"]).execute()
  return new Map(rows.map((row) => [row.id, row.dueOn]))
}

/** What one page of the list edits in place and a file adds: the version and the words of the summary, by id. */
export async function listedGoals(db: ReadDb, ids: readonly string[]): Promise<Map<string, { version: number; summary: string; why: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom("element").innerJoin("goal", "goal.id", "element.id").select(["element.id", "version", "summary", "why"])
    .where("element.id", "in", [...ids]).execute()
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

/** Archived goals that fit the search, in order of name; nothing is counted for them. At most 500. */
export async function archivedGoals(db: ReadDb, typed: string): Promise<GoalPlace[]> {
  const rows = await db
    .selectFrom("element").innerJoin("goal", "goal.id", "element.id")
    .select(["element.id", "number", "name", "sortKey", "status", "weight", "parentId"])
    .where("element.kind", "=", "goal").where("element.archivedAt", "is not", null).where(fitsSearch(typed))
    .orderBy("sortKey").orderBy("element.id").limit(500).execute()
  return rows.map(({ number, ...row }) => ({
    ...row, code: codeOf("goal", number), level: row.parentId === null ? "pillar" : "goal", pillarId: row.id, pillarCode: codeOf("goal", number), depth: 0,
    counts: false, share: null, health: "not known", reason: "", progress: null, expected: null, measured: 0, measures: 0,
    ownerId: null, ownerName: null, works: 0, gaps: [],
  }))
}
