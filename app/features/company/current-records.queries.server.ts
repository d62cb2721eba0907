// The records of this moment: their version, the company's day and its settings, for whatever is made once for a version.
import { calendarDate } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"

export interface CompanySettings {
  name: string
  currency: string
  yearFirstMonth: number
  timeZone: string
  bands: { onTrack: number; atRisk: number }
  isSample: boolean
}

/** One version of the records on one day, with the company as it then is; the same object while both stay. */
export interface Records {
  version: string
  today: string
  company: CompanySettings
}

const asking = new WeakMap<object, Promise<Records>>()
const lastRecords = new WeakMap<object, Records>()

/** Gives what stands for the records of this moment, for pages that need no alignment: one row is read. */
export async function currentRecords(db: ReadDb): Promise<Records> {
  const moment = await recordsNow(db)
  const last = lastRecords.get(db)
  if (last?.version === moment.version && last.today === moment.today) return last
  lastRecords.set(db, moment)
  return moment
}

/** The loaders of one page ask in the same turn of the event loop, before the question is on its way: they share it. */
function recordsNow(db: ReadDb): Promise<Records> {
  const shared = asking.get(db)
  if (shared) return shared
  const moment = readRecords(db)
  asking.set(db, moment)
  setImmediate(() => asking.delete(db))
  return moment
}

async function readRecords(db: ReadDb): Promise<Records> {
  const row = await db
    .selectFrom("dataVersion").leftJoin("company", (join) => join.onTrue())
    .select(["dataVersion.n", "company.name", "company.currency", "company.yearFirstMonth", "company.timeZone", "company.bandOnTrack", "company.bandAtRisk", "company.isSample"])
    .executeTakeFirstOrThrow()
  const timeZone = row.timeZone ?? "UTC"
  return {
    version: row.n,
    today: calendarDate(new Date(), timeZone),
    company: {
      name: row.name ?? "", currency: row.currency ?? "EUR", yearFirstMonth: row.yearFirstMonth ?? 1, timeZone,
      bands: { onTrack: Number(row.bandOnTrack ?? 0.7), atRisk: Number(row.bandAtRisk ?? 0.4) },
      isSample: row.isSample ?? false,
    },
  }
}
