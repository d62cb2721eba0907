// Writing the records of an import: those of one kind as a set, new and changed, with what belongs to them.
import type { RecordChange, Snapshot } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { newId } from "~/core/ids"
import { changed, created } from "~/features/elements/element.writes.server"
import type { ChainKind } from "~/features/elements/element"
import { goalColumns } from "~/features/goals/goal.writes.server"
import type { GoalFields } from "~/features/goals/goal"
import { same } from "~/core/change"
import { initiativeFrom } from "~/features/initiatives/initiative"
import { roleLevels } from "~/features/units/unit"
import type { Actor } from "~/core/policy"
import type { StandingRecord } from "./import-apply.queries.server"
import { historySnapshot, reportChanged } from "./record-shape"
import { insertElements, insertSet, updateElements, updatePlaces, updateSet } from "./set.writes.server"

/** A record as the import writes it; `before` is null for a new one. */
export interface RecordWrite {
  id: string
  before: Snapshot | null
  after: Snapshot
}

export interface Writing {
  now: Date
  today: string
  actor: Actor
  standing: ReadonlyMap<string, StandingRecord>
  /** whether what changes of an initiative's report is a report of today; not where one is taken back */
  reports: boolean
}

/** Writes some records of one kind; the places of new ones in a tree come once all are there (`placeRecords`). */
export async function writeRecords(tx: Tx, kind: ChainKind, writes: readonly RecordWrite[], writing: Writing): Promise<RecordChange[]> {
  // a change of the owner alone is a row of its own and leaves the record as it is
  const rows = writes.filter(({ before, after }) => before === null || !same(historySnapshot(kind, before), historySnapshot(kind, after)))
    .map((write) => (writing.reports ? reported(kind, write, writing.today) : write))
  const fresh = rows.filter(({ before }) => before === null)
  const edited = rows.filter(({ before }) => before !== null)
  await insertElements(tx, kind, fresh.map(elementOf), writing.now)
  await insertSet(tx, kind, fresh.map(({ id, after }) => ({ id, kind, ...columnsOf(kind, { ...after, parentId: null }) })))
  await updateElements(tx, kind, edited.map((write) => ({ ...elementOf(write), ...standingOf(write, writing) })), writing.now)
  if (kind === "unit" || kind === "capability") await updatePlaces(tx, kind, edited.map(({ id, after }) => ({ id, parentId: after.parentId as string | null })))
  else if (kind !== "service" && kind !== "function") await updateSet(tx, kind, edited.map(({ id, after }) => ({ id, ...columnsOf(kind, after) })))
  if (kind === "initiative") await writeInitiativeParts(tx, rows, writing)
  if (kind === "unit") await writeHeadcounts(tx, rows)
  return rows.map((write) => changeOf(kind, write, writing))
}

/** Puts new records where they belong in their tree, once all of them are there. */
export async function placeRecords(tx: Tx, kind: "goal" | "unit" | "capability", places: readonly { id: string; parentId: string }[]): Promise<void> {
  for (let from = 0; from < places.length; from += 500) await updatePlaces(tx, kind, places.slice(from, from + 500))
}

function elementOf({ id, after }: RecordWrite) {
  return { id, name: String(after.name), summary: String(after.summary ?? "") }
}

function standingOf({ id }: RecordWrite, { standing }: Writing): StandingRecord {
  const known = standing.get(id)
  if (!known) throw new Error(`Record ${id} is to be changed and is not there.`)
  return known
}

function columnsOf(kind: ChainKind, after: Snapshot): Record<string, unknown> {
  switch (kind) {
    case "goal": return goalColumns(after as unknown as GoalFields)
    case "unit": case "capability": return { parentId: after.parentId ?? null }
    case "application": return { lifecycle: after.lifecycle, vendor: after.vendor }
    case "person": return { unitId: after.unitId, roleLevel: after.roleLevel, title: after.title, email: after.email, groupHeadcount: after.groupHeadcount }
    case "initiative": {
      const { status, confidence, startsOn, endsOn, sponsorId, scheduleHealth, costHealth, scopeHealth, progress, healthNote, reportedOn, nextReportOn } = after
      return { status, confidence, startsOn, endsOn, sponsorId, scheduleHealth, costHealth, scopeHealth, progress, healthNote, reportedOn, nextReportOn }
    }
    default: return {}
  }
}

/** What a file says of how work goes is a report of today. */
function reported(kind: ChainKind, write: RecordWrite, today: string): RecordWrite {
  return kind === "initiative" && reportChanged(write.before, write.after) ? { ...write, after: { ...write.after, reportedOn: today } } : write
}

async function writeInitiativeParts(tx: Tx, rows: readonly RecordWrite[], { now, actor, reports }: Writing): Promise<void> {
  const budgets = rows.filter(({ before, after }) => !same({ ...initiativeFrom(before ?? {}).budget }, { ...initiativeFrom(after).budget }))
  const changedIds = budgets.filter(({ before }) => before !== null).map(({ id }) => id)
  if (changedIds.length > 0) await tx.deleteFrom("initiativeBudget").where("initiativeId", "in", changedIds).execute()
  await insertSet(tx, "initiativeBudget", budgets.flatMap(({ id, after }) =>
    Object.entries(initiativeFrom(after).budget).map(([year, amount]) => ({ initiativeId: id, financialYear: Number(year), amount }))))
  if (!reports) return
  await insertSet(tx, "statusReport", rows.filter(({ before, after }) => reportChanged(before, after)).map(({ id, after }) => ({
    id: newId(now.getTime()), initiativeId: id, reportedOn: after.reportedOn, reportedBy: actor.personId, scheduleHealth: after.scheduleHealth,
    costHealth: after.costHealth, scopeHealth: after.scopeHealth, progress: after.progress, note: after.healthNote, nextReportOn: after.nextReportOn, createdAt: now,
  })))
}

async function writeHeadcounts(tx: Tx, rows: readonly RecordWrite[]): Promise<void> {
  const counted = rows.filter(({ before, after }) => roleLevels.some((level) => (before?.[level] ?? null) !== (after[level] ?? null)))
  const known = counted.filter(({ before }) => before !== null).map(({ id }) => id)
  if (known.length > 0) await tx.deleteFrom("unitHeadcount").where("unitId", "in", known).execute()
  await insertSet(tx, "unitHeadcount", counted.flatMap(({ id, after }) =>
    roleLevels.flatMap((roleLevel) => (typeof after[roleLevel] === "number" ? [{ unitId: id, roleLevel, headcount: after[roleLevel] }] : []))))
}

function changeOf(kind: ChainKind, write: RecordWrite, writing: Writing): RecordChange {
  const { id, before, after } = write
  if (before === null) return created({ kind, id }, historySnapshot(kind, after, reportChanged(null, after)))
  return changed({ kind, id, version: standingOf(write, writing).version }, historySnapshot(kind, before), historySnapshot(kind, after))
}
