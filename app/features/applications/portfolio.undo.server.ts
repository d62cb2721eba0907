// Undoing what was written down in the portfolio: costs of a year, answers about the fit, and what was said about two records.
import { command } from "~/core/command.server"
import type { RecordChange, Snapshot } from "~/core/change"
import type { Tx } from "~/core/database.server"
import type { Actor, Demand } from "~/core/policy"
import { changed, created, removed } from "~/features/elements/element.writes.server"
import { ownersOf } from "~/features/elements/elements.queries.server"
import { beforeOf, isRemoval, netEntries, plan, type NetEntry, type Undone } from "~/features/elements/undo"
import type { Undo } from "~/features/elements/undo.writes.server"
import { costLineSnapshot, type CostLineFields } from "./cost-line"
import { fitAnswerSnapshot, type FitAnswerFields } from "./fit"
import { twinJudgementSnapshot, type Judged } from "./twins"

export const portfolioKinds = ["cost line", "fit answer", "twin judgement"] as const
export type PortfolioKind = (typeof portfolioKinds)[number]

/** Whether a change is one of these rows. */
export function isPortfolioKind(kind: string): kind is PortfolioKind {
  return (portfolioKinds as readonly string[]).includes(kind)
}

interface Row {
  id: string
  version: number
  snapshot: Snapshot
}

/** Takes one operation's changes to rows of one kind back; those changed since are left and named in `left`. */
export function restorePortfolio(kind: PortfolioKind, actor: Actor, asked: Undo) {
  const entries = netEntries(asked.entries)
  return command({
    actor, operationId: asked.operationId, input: ["undo", kind, entries.map(({ recordId, version }) => [recordId, version])],
    load: async (tx) => {
      const rows = await rowsOf(tx, kind, entries.map(({ recordId }) => recordId))
      const snapshots = [...rows.map((row) => row.snapshot), ...entries.filter(isRemoval).map(beforeOf)]
      return { rows, snapshots, owners: await ownersOf(tx, snapshots.flatMap((one) => (typeof one.applicationId === "string" ? [one.applicationId] : []))) }
    },
    demands: ({ snapshots, owners }): Demand[] =>
      snapshots.map((one) => {
        if (kind === "twin judgement") return { permission: "edit chain" }
        if (kind === "fit answer" && one.respondentId === actor.personId) return { permission: "comment" }
        return { permission: "edit record", ownerIds: owners.get(String(one.applicationId)) ?? [] }
      }),
    run: async (tx, { loaded: { rows }, now }) => {
      const { todo, left } = plan(entries, rows)
      const changes: RecordChange[] = []
      for (const entry of todo) {
        const row = rows.find(({ id }) => id === entry.recordId)
        if (isRemoval(entry)) changes.push(await remake(tx, kind, entry, { now, actor }))
        else if (row && entry.action === "created") changes.push(await drop(tx, kind, row))
        else if (row) changes.push(await putBack(tx, kind, row, beforeOf(entry)))
      }
      return { changes, outcome: { undone: todo.length, left } satisfies Undone }
    },
  })
}

async function rowsOf(tx: Tx, kind: PortfolioKind, ids: readonly string[]): Promise<Row[]> {
  if (kind === "cost line")
    return (await tx.selectFrom("costLine").selectAll().where("id", "in", ids).orderBy("id").forUpdate().execute()).map((row) => ({ id: row.id, version: row.version, snapshot: costLineSnapshot(row) }))
  if (kind === "fit answer")
    return (await tx.selectFrom("fitAnswer").selectAll().where("id", "in", ids).orderBy("id").forUpdate().execute()).map((row) => ({ id: row.id, version: row.version, snapshot: fitAnswerSnapshot(row) }))
  return (await tx.selectFrom("twinJudgement").selectAll().where("id", "in", ids).orderBy("id").forUpdate().execute()).map((row) => ({ id: row.id, version: row.version, snapshot: twinJudgementSnapshot(row) }))
}

const tables = { "cost line": "costLine", "fit answer": "fitAnswer", "twin judgement": "twinJudgement" } as const

async function drop(tx: Tx, kind: PortfolioKind, { id, version, snapshot }: Row): Promise<RecordChange> {
  await tx.deleteFrom(tables[kind]).where("id", "=", id).execute()
  return removed({ kind, id, version, about: aboutOf(snapshot) }, snapshot)
}

async function remake(tx: Tx, kind: PortfolioKind, entry: NetEntry, by: { now: Date; actor: Actor }): Promise<RecordChange> {
  const was = beforeOf(entry)
  const row = { id: entry.recordId, version: entry.version + 1, createdAt: by.now }
  if (kind === "cost line") await tx.insertInto("costLine").values({ ...row, ...(was as unknown as CostLineFields) }).execute()
  else if (kind === "fit answer") await tx.insertInto("fitAnswer").values({ ...row, ...(was as unknown as FitAnswerFields) }).execute()
  else await tx.insertInto("twinJudgement").values({ ...row, ...(was as { firstId: string; secondId: string; judged: Judged; reason: string }), judgedBy: by.actor.personId }).execute()
  return { ...created({ kind, id: row.id, about: aboutOf(was) }, was), version: row.version }
}

async function putBack(tx: Tx, kind: PortfolioKind, row: Row, before: Snapshot): Promise<RecordChange> {
  const after = { ...row.snapshot, ...before }
  const version = row.version + 1
  if (kind === "cost line") await tx.updateTable("costLine").set({ amount: String(after.amount), version }).where("id", "=", row.id).execute()
  else if (kind === "twin judgement") await tx.updateTable("twinJudgement").set({ judged: after.judged as Judged, reason: String(after.reason), version }).where("id", "=", row.id).execute()
  return changed({ kind, id: row.id, version: row.version, about: aboutOf(row.snapshot) }, row.snapshot, after)
}

function aboutOf(snapshot: Snapshot): string[] {
  return [snapshot.applicationId, snapshot.firstId, snapshot.secondId, snapshot.respondentId].flatMap((id) => (typeof id === "string" ? [id] : []))
}
