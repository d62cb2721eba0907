// The board of jobs with the decisions about them: which one counts for a job, and what it would save.
import { calendarDate, type CalendarDate } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import type { BoardCard, JobDecision } from "~/features/applications/function-board"
import { functionBoard } from "~/features/applications/function-board.queries.server"
import { asRef } from "~/features/elements/elements.queries.server"
import { savingColumns } from "./decision-list.queries.server"
import { savingOf } from "./saving"

const counting = ["draft", "in consultation", "ready", "approved"] as const

/** The board: a card for every job, in order of names, each in the column that its decision puts it in. */
export async function boardOfJobs(db: ReadDb, day: { today: CalendarDate; timeZone: string }): Promise<BoardCard[]> {
  return functionBoard(db, await jobDecisions(db, day))
}

/**
 * The decision that counts for each job: the one under way, or else the last that was signed. What a file brought is no choice of one tool, so
 * it moves no card. A switch to the chosen tool is not recorded, so nothing has moved yet.
 */
export async function jobDecisions(db: ReadDb, { today, timeZone }: { today: CalendarDate; timeZone: string }): Promise<ReadonlyMap<string, JobDecision>> {
  const rows = await db
    .selectFrom("decisionTie as t").innerJoin("decision as d", "d.id", "t.decisionId").innerJoin("element as e", "e.id", "d.id")
    .leftJoin("decisionOption as o", (join) => join.onRef("o.decisionId", "=", "d.id").on("o.isLeading", "=", true))
    .select(["t.toId as jobId", "e.id", "e.kind", "e.number", "e.name", "d.state", "d.signedAt", "o.id as leading"]).select(savingColumns)
    .where("t.relation", "=", "governs").where("d.state", "in", [...counting]).where("d.importedFrom", "is", null).where("e.archivedAt", "is", null)
    .orderBy("d.signedAt", (order) => order.asc().nullsLast()).orderBy("e.createdAt").orderBy("e.id").execute()
  const adopted = await db.selectFrom("decisionTie").select(["decisionId", "toId"]).where("relation", "=", "adopts").execute()
  return new Map(rows.map(({ jobId, id, kind, number, name, state, signedAt, leading, ...inputs }): [string, JobDecision] => [jobId, {
    ref: asRef({ id, kind, number, name }), state: state as (typeof counting)[number], decidedOn: signedAt && calendarDate(signedAt, timeZone),
    standardIds: adopted.filter(({ decisionId }) => decisionId === id).map(({ toId }) => toId),
    moved: null, switchOffBegun: false, planClosed: false,
    netSaving: leading === null ? null : (savingOf({ ...inputs, contract: inputs.contract ?? "none" }, today)?.netYearly ?? null),
  }]))
}
