// What the strategy page reads of its goals beside the alignment: the promise to the reader, the headline measure, open questions.
import type { ReadDb } from "~/core/database.server"
import { plain } from "./measure"
import type { HeadlineMeasure } from "./measure-view"

/** The line "what changes for you" of every goal that has one, by id. */
export async function promiseLines(db: ReadDb): Promise<Map<string, string>> {
  const rows = await db.selectFrom("goal").select(["id", "promiseLine"]).where("promiseLine", "<>", "").execute()
  return new Map(rows.map((row) => [row.id, row.promiseLine]))
}

/** The first measure of each of these goals that has a reading (else the first), by goal; goals without a measure are absent. */
export async function headlineMeasures(db: ReadDb, goalIds: readonly string[]): Promise<Map<string, HeadlineMeasure>> {
  if (goalIds.length === 0) return new Map()
  const rows = await db
    .selectFrom("measure")
    .leftJoinLateral(
      (eb) => eb.selectFrom("reading").select(["reading.value", "reading.readOn"]).whereRef("reading.measureId", "=", "measure.id").orderBy("reading.readOn", "desc").limit(1).as("latest"),
      (join) => join.onTrue(),
    )
    .distinctOn("measure.goalId")
    .select(["goalId", "name", "isYesNo", "unit", "baseline", "target", "direction", "startsOn", "targetOn", "latest.value", "latest.readOn"])
    .where("goalId", "in", [...goalIds]).where("archivedAt", "is", null)
    .orderBy("measure.goalId").orderBy((eb) => eb.case().when("latest.value", "is", null).then(1).else(0).end()).orderBy("measure.position").orderBy("measure.id").execute()
  return new Map(rows.map(({ value, readOn, ...row }) => [row.goalId, {
    ...row, baseline: plain(row.baseline), target: plain(row.target),
    last: value === null || readOn === null ? null : { value: plain(value), readOn },
  }]))
}

/** The question that is open about each of these goals and due first: who shall answer, by when; nobody means the planners. */
export async function openQuestionsAbout(db: ReadDb, goalIds: readonly string[]): Promise<Map<string, { of: string | null; dueOn: string }>> {
  if (goalIds.length === 0) return new Map()
  const rows = await db
    .selectFrom("question").leftJoin("element", "element.id", "question.askedOf")
    .distinctOn("elementId").select(["elementId", "element.name as of", "dueOn"])
    .where("elementId", "in", [...goalIds]).where("state", "=", "open")
    .orderBy("elementId").orderBy("dueOn").execute()
  return new Map(rows.map(({ elementId, ...row }) => [elementId, row]))
}
