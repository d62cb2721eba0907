// Reading the measures of a goal with their readings, and locked for a command.
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { ownerIdsOf } from "~/features/elements/elements.queries.server"
import { plain, type MeasureFields } from "./measure"

const measureColumns = [
  "measure.id", "measure.goalId", "measure.name", "measure.isYesNo", "measure.unit", "measure.direction", "measure.baseline", "measure.target",
  "measure.startsOn", "measure.targetOn", "measure.weight", "measure.readEveryDays", "measure.source", "measure.version", "measure.archivedAt", "measure.position",
] as const

export interface ReadingRow {
  id: string
  readOn: string
  /** decimal string */
  value: string
  note: string
  version: number
  recordedBy: string | null
}

export interface MeasureRow extends MeasureFields {
  id: string
  goalId: string
  /** its number within the goal, from 1; never used again */
  position: number
  version: number
  /** by date, oldest first */
  readings: ReadingRow[]
}

/** The measures of a goal that are not archived, in order, each with its readings. */
export async function measuresOf(db: ReadDb, goalId: string): Promise<MeasureRow[]> {
  return (await allMeasuresOf(db, goalId)).measures
}

/** The same, and the names of the archived ones, which can be brought back. */
export async function allMeasuresOf(db: ReadDb, goalId: string): Promise<{ measures: MeasureRow[]; archived: { id: string; name: string }[] }> {
  const all = await db
    .selectFrom("measure").select(measureColumns)
    .where("goalId", "=", goalId)
    .orderBy("position").orderBy("id").execute()
  const archived = all.filter(({ archivedAt }) => archivedAt !== null).map(({ id, name }) => ({ id, name }))
  const measures = all.filter(({ archivedAt }) => archivedAt === null)
  return { measures: measures.length === 0 ? [] : await withReadings(db, measures), archived }
}

async function withReadings(db: ReadDb, measures: (Omit<MeasureRow, "readings"> & { archivedAt: unknown })[]): Promise<MeasureRow[]> {
  const readings = await db
    .selectFrom("reading").leftJoin("element", "element.id", "reading.recordedBy")
    .select(["reading.id", "measureId", "readOn", "value", "note", "reading.version", "element.name as recordedBy"])
    .where("measureId", "in", measures.map((measure) => measure.id))
    .orderBy("readOn").execute()
  return measures.map(({ archivedAt: _, ...measure }) => ({
    ...measure,
    baseline: plain(measure.baseline),
    target: plain(measure.target),
    readings: readings.filter((reading) => reading.measureId === measure.id)
      .map(({ measureId: _of, ...reading }) => ({ ...reading, value: plain(reading.value) })),
  }))
}

/** The measure, locked, with who owns its goal. */
export async function lockMeasure(tx: Tx, id: string) {
  const measure = await tx.selectFrom("measure").select(measureColumns).where("id", "=", id).forUpdate().executeTakeFirst()
  if (!measure) throw new NotFoundError("This measure")
  return { ...measure, baseline: plain(measure.baseline), target: plain(measure.target), ownerIds: await ownerIdsOf(tx, measure.goalId) }
}

/** The reading, locked, with its measure. */
export async function lockReading(tx: Tx, id: string) {
  const reading = await tx.selectFrom("reading").select(["id", "measureId", "readOn", "value", "note", "version"]).where("id", "=", id).forUpdate().executeTakeFirst()
  if (!reading) throw new NotFoundError("This reading")
  return { ...reading, value: plain(reading.value), measure: await lockMeasure(tx, reading.measureId) }
}
