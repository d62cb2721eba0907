// Undoing what was done to initiatives, through the same rules as doing it; here, because an undone stage passes the gate again.
import { sql } from "kysely"
import { command } from "~/core/command.server"
import type { HistoryEntry, RecordChange, Snapshot } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import type { Actor } from "~/core/policy"
import { changed, setArchived, writeElement } from "~/features/elements/element.writes.server"
import { codeOf } from "~/features/elements/element"
import { beforeOf, netEntries, planUndo, type NetEntry, type Undone } from "~/features/elements/undo"
import { checkInitiative, initiativeFrom, initiativeSnapshot, type Stage } from "~/features/initiatives/initiative"
import { lockInitiatives, type Initiative } from "~/features/initiatives/initiatives.queries.server"
import { writeInitiative } from "~/features/initiatives/initiatives.writes.server"
import { demandForStage, isApproval, mayBecome, type StageCheck } from "~/features/initiatives/stage"
import { reportSnapshot, type StatusReport } from "~/features/initiatives/status-report"
import { gateCheck } from "./gate"
import { gatesOf, waiversOf } from "./gates.queries.server"

/** Writes back what an operation changed in initiatives; those edited since are left and named in the outcome. */
export function restoreInitiatives(actor: Actor, asked: { entries: readonly HistoryEntry[]; operationId?: string }) {
  const entries = netEntries(asked.entries)
  return command({
    actor, operationId: asked.operationId, input: ["undo initiatives", entries.map(({ recordId, version }) => [recordId, version])],
    load: async (tx) => planUndo(entries, await lockInitiatives(tx, entries.map((entry) => entry.recordId))),
    demands: ({ todo }) => todo.map(({ record, entry }) => {
      if (entry.action !== "changed") return { permission: "edit chain" as const }
      const to = beforeOf(entry).status as Stage | undefined
      return demandForStage(record.status, to ?? record.status, record.ownerIds)
    }),
    run: async (tx, { loaded: { todo, left }, now }) => {
      const changes: RecordChange[] = []
      const gates = await gatesFor(tx, todo, now)
      for (const { entry, record } of todo) {
        if (entry.action !== "changed") changes.push(...(await setArchived(tx, record, entry.action !== "archived", now)))
        else if (entry.fields.some(({ field }) => field in reportSnapshot(record))) changes.push(await takeBackReport(tx, record, beforeOf(entry), asked.entries, now))
        else changes.push(...(await revertPlan(tx, record, beforeOf(entry), { now, check: gates(record) })))
        if (entry.action === "changed" && takesWaiverBack(entry)) await takeBackWaiver(tx, record, asked.entries)
      }
      return { changes, outcome: { undone: todo.length, left } satisfies Undone }
    },
  })
}

async function revertPlan(tx: Tx, initiative: Initiative, before: Snapshot, { now, check }: { now: Date; check: StageCheck | null }): Promise<RecordChange[]> {
  const after = checkInitiative(initiativeFrom({ ...initiativeSnapshot(initiative), ...before }))
  const { allowed, reasons } = mayBecome({ name: initiative.name, status: initiative.status, archived: initiative.archivedAt !== null }, after.status, check ? [check] : [])
  if (after.status !== initiative.status && !allowed) throw new RuleError(reasons.join(" "))
  return writeInitiative(tx, initiative, after, now)
}

/** The gates of those that the undo would approve again, read once; a waiver that was given for one still stands for it. */
async function gatesFor(tx: Tx, todo: readonly { entry: NetEntry; record: Initiative }[], now: Date): Promise<(record: Initiative) => StageCheck | null> {
  const again = todo.flatMap(({ entry, record }) => {
    const to = entry.action === "changed" ? (beforeOf(entry).status as Stage | undefined) : undefined
    return to !== undefined && isApproval(record.status, to) ? [record.id] : []
  })
  const gates = await gatesOf(tx, again, now)
  const waivers = await waiversOf(tx, again)
  return (record) => {
    const gate = gates.get(record.id)
    if (!gate) return null
    return gateCheck({ name: record.name, code: codeOf("initiative", record.number) }, gate, gate.conversations.map(({ code }) => code), waivers.has(record.id))
  }
}

function takesWaiverBack(entry: NetEntry): boolean {
  return entry.fields.some(({ field, before }) => field === "waiver" && before === null)
}

/** The waiver leaves the lists with the step that it let through; the history keeps both. */
async function takeBackWaiver(tx: Tx, initiative: Initiative, entries: readonly HistoryEntry[]): Promise<void> {
  const at = entries.filter((entry) => entry.recordId === initiative.id).map((entry) => entry.at)
  await tx
    .deleteFrom("gateWaiver")
    .where("subjectId", "=", initiative.id).where(sql<boolean>`date_trunc('milliseconds', created_at) = any(${at}::timestamptz[])`)
    .execute()
}

/** The report leaves the list of reports; the history keeps both the report and that it was taken back. */
async function takeBackReport(tx: Tx, initiative: Initiative, before: Snapshot, entries: readonly HistoryEntry[], now: Date): Promise<RecordChange> {
  const at = entries.filter((entry) => entry.recordId === initiative.id).map((entry) => entry.at)
  await tx
    .deleteFrom("statusReport")
    .where("initiativeId", "=", initiative.id).where(sql<boolean>`date_trunc('milliseconds', created_at) = any(${at}::timestamptz[])`)
    .execute()
  const was = reportSnapshot(initiative)
  const is = { ...was, ...before } as unknown as StatusReport & { reportedOn: string | null }
  const { scheduleHealth, costHealth, scopeHealth, progress, healthNote, reportedOn, nextReportOn } = is
  await writeElement(tx, initiative, initiative, now)
  await tx.updateTable("initiative").set({ scheduleHealth, costHealth, scopeHealth, progress, healthNote, reportedOn, nextReportOn }).where("id", "=", initiative.id).execute()
  return changed(initiative, was, { ...was, ...before })
}
