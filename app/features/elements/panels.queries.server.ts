// What the panels every record shares show: comments, questions and history, with the names they need.
import type { ReadDb } from "~/core/database.server"
import type { HistoryEntry } from "~/core/change"
import { readHistory } from "~/core/record-history.server"
import { namesOf } from "./elements.queries.server"
import type { ElementRef } from "./element"
import type { QuestionState } from "./question"

export interface Comment {
  id: string
  body: string
  authorId: string
  author: string
  at: string
}

/** The comments of a record, oldest first. */
export async function commentsOf(db: ReadDb, elementId: string): Promise<Comment[]> {
  const rows = await db
    .selectFrom("comment").innerJoin("element", "element.id", "comment.authorId")
    .select(["comment.id", "body", "authorId", "element.name as author", "comment.createdAt"])
    .where("elementId", "=", elementId).where("removedAt", "is", null)
    .orderBy("comment.createdAt").orderBy("comment.id").execute()
  return rows.map(({ createdAt, ...row }) => ({ ...row, at: createdAt.toISOString() }))
}

export interface Question {
  id: string
  code: string
  element: ElementRef | undefined
  askedBy: ElementRef | undefined
  askedOf: ElementRef | undefined
  body: string
  dueOn: string
  state: QuestionState
  answer: string
  at: string
}

/** Questions about a record, or to a person (with those to the planners when `asPlanner`); open ones first, by due date. */
export async function questionsOf(
  db: ReadDb,
  which: { elementId: string } | { askedOf: string; asPlanner: boolean } | { askedBy: string },
): Promise<Question[]> {
  let query = db.selectFrom("question").select(["id", "number", "elementId", "askedBy", "askedOf", "body", "dueOn", "state", "answer", "createdAt"])
  if ("elementId" in which) query = query.where("elementId", "=", which.elementId)
  else if ("askedBy" in which) query = query.where("askedBy", "=", which.askedBy)
  else
    query = query.where("state", "=", "open").where((eb) =>
      eb.or([eb("askedOf", "=", which.askedOf), ...(which.asPlanner ? [eb("askedOf", "is", null)] : [])]))
  const rows = await query
    .orderBy((eb) => eb.case("state").when("open").then(0).else(1).end())
    .orderBy("dueOn").orderBy("number").limit(200).execute()
  const names = await namesOf(db, rows.flatMap((row) => [row.elementId, row.askedBy, row.askedOf]))
  return rows.map((row) => ({
    id: row.id, code: `Q-${row.number}`, body: row.body, dueOn: row.dueOn, state: row.state, answer: row.answer, at: row.createdAt.toISOString(),
    element: names.get(row.elementId), askedBy: names.get(row.askedBy), askedOf: row.askedOf ? names.get(row.askedOf) : undefined,
  }))
}

export interface NamedHistory extends Omit<HistoryEntry, "at"> {
  at: string
  actor: string
}

/** The history of a record, newest first, with who did it; `names` resolves the ids inside the fields. */
export async function historyOf(
  db: ReadDb,
  elementId: string,
  page: { limit: number; offset?: number },
): Promise<{ entries: NamedHistory[]; names: Record<string, ElementRef>; more: boolean }> {
  const found = await readHistory(db, { aboutId: elementId, limit: page.limit + 1, offset: page.offset ?? 0 })
  return { ...(await nameHistory(db, found.slice(0, page.limit))), more: found.length > page.limit }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Adds the names that history entries speak of. */
export async function nameHistory(db: ReadDb, found: readonly HistoryEntry[]): Promise<{ entries: NamedHistory[]; names: Record<string, ElementRef> }> {
  const ids = found.flatMap((entry) => [
    entry.actorId,
    entry.recordId,
    ...entry.about,
    ...entry.fields.flatMap(({ before, after }) => [before, after]).filter((value): value is string => typeof value === "string" && uuid.test(value)),
  ])
  const names = await namesOf(db, ids)
  return {
    entries: found.map((entry) => ({
      ...entry,
      at: entry.at.toISOString(),
      actor: entry.actorKind === "nameless" ? "Somebody who gave no name" : entry.actorKind === "operator" ? "Operator on this machine" : ((entry.actorId && names.get(entry.actorId)?.name) ?? "Sample company"),
    })),
    names: Object.fromEntries(names),
  }
}
