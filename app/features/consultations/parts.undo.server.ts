// Undoing what was done with the parts of a consultation: what was just added goes away, what was taken off returns, what was changed is put back.
import type { RoleLevel } from "~/features/units/unit"
import { command } from "~/core/command.server"
import type { RecordChange, Snapshot } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import type { Actor } from "~/core/policy"
import { changed, created, removed } from "~/features/elements/element.writes.server"
import { beforeOf, isRemoval, netEntries, plan, type NetEntry, type Undone } from "~/features/elements/undo"
import type { Undo } from "~/features/elements/undo.writes.server"
import { lockConsultation } from "./consultations.queries.server"
import { addSubjectRow } from "./consultations.writes.server"
import { participationSnapshot } from "./parts"

export const partKinds = ["consultation subject", "consultation option", "affected correction", "nobody affected", "participation"] as const
export type PartKind = (typeof partKinds)[number]

/** Whether a change is one of a part of a consultation. */
export function isPartKind(kind: string): kind is PartKind {
  return (partKinds as readonly string[]).includes(kind)
}

interface Row {
  id: string
  version: number
  /** as the history keeps it */
  snapshot: Snapshot
  about: string[]
}

/** Takes one operation's changes to parts of one kind back; those changed since are left and named in `left`. */
export function restoreParts(kind: PartKind, actor: Actor, asked: Undo) {
  const entries = netEntries(asked.entries)
  return command({
    actor, operationId: asked.operationId, input: ["undo", kind, entries.map(({ recordId }) => recordId)],
    load: (tx) => rowsOf(tx, kind, entries),
    demands: () => ({ permission: "edit engagement" }),
    run: async (tx, { loaded: rows, now }) => {
      const { todo, left } = plan(entries, rows)
      const changes: RecordChange[] = []
      for (const entry of todo) {
        const row = rows.find(({ id }) => id === entry.recordId)
        if (isRemoval(entry)) changes.push(await remake(tx, kind, entry, now))
        else if (row && entry.action === "created") changes.push(await drop(tx, kind, row))
        else if (row) changes.push(await putBack(tx, kind, row, beforeOf(entry)))
      }
      return { changes, outcome: { undone: todo.length, left } satisfies Undone }
    },
  })
}

async function rowsOf(tx: Tx, kind: PartKind, entries: readonly NetEntry[]): Promise<Row[]> {
  const ids = entries.map(({ recordId }) => recordId)
  switch (kind) {
    case "consultation subject": {
      const consultationId = String(entries[0]?.fields.find(({ field }) => field === "consultationId")?.after ?? entries[0]?.fields.find(({ field }) => field === "consultationId")?.before ?? "")
      const rows = await tx.selectFrom("consultationSubject").select(["subjectId", "consultationId"]).where("consultationId", "=", consultationId).where("subjectId", "in", ids).forUpdate().execute()
      return rows.map((row) => ({ id: row.subjectId, version: 1, snapshot: row, about: [row.consultationId, row.subjectId] }))
    }
    case "consultation option": {
      const rows = await tx.selectFrom("consultationOption").select(["id", "version", "consultationId", "name", "summary"]).where("id", "in", ids).forUpdate().execute()
      return rows.map(({ id, version, ...row }) => ({ id, version, snapshot: row, about: [row.consultationId] }))
    }
    case "affected correction": {
      const rows = await tx.selectFrom("affectedCorrection").select(["id", "version", "subjectId", "unitId", "roleLevel", "headcount", "reason"]).where("id", "in", ids).forUpdate().execute()
      return rows.map(({ id, version, ...row }) => ({ id, version, snapshot: row, about: [row.subjectId] }))
    }
    case "nobody affected": {
      const rows = await tx.selectFrom("nobodyAffected").select(["subjectId", "version", "reason"]).where("subjectId", "in", ids).forUpdate().execute()
      return rows.map(({ subjectId, version, reason }) => ({ id: subjectId, version, snapshot: { reason }, about: [subjectId] }))
    }
    case "participation": {
      const rows = await tx.selectFrom("participation").selectAll().where("id", "in", ids).orderBy("id").forUpdate().execute()
      return rows.map((row) => ({ id: row.id, version: row.version, snapshot: participationSnapshot(row), about: [row.consultationId, row.personId] }))
    }
  }
}

async function drop(tx: Tx, kind: PartKind, row: Row): Promise<RecordChange> {
  const { id, version, snapshot, about } = row
  switch (kind) {
    case "consultation subject":
      await draftOnly(tx, String(snapshot.consultationId))
      await tx.deleteFrom("consultationSubject").where("consultationId", "=", String(snapshot.consultationId)).where("subjectId", "=", id).execute()
      break
    case "consultation option":
      await draftOnly(tx, String(snapshot.consultationId))
      await tx.deleteFrom("consultationOption").where("id", "=", id).execute()
      break
    case "affected correction":
      await tx.deleteFrom("affectedCorrection").where("id", "=", id).execute()
      break
    case "nobody affected":
      await tx.deleteFrom("nobodyAffected").where("subjectId", "=", id).execute()
      break
    case "participation": {
      const { heardAt } = await tx.selectFrom("participation").select("heardAt").where("id", "=", id).executeTakeFirstOrThrow()
      if (heardAt !== null) throw new RuleError("They were heard. Their voice stays.")
      await tx.deleteFrom("personalLink").where("participationId", "=", id).execute()
      await tx.deleteFrom("participation").where("id", "=", id).execute()
    }
  }
  return removed({ kind, id, version, about }, snapshot)
}

async function remake(tx: Tx, kind: PartKind, entry: NetEntry, now: Date): Promise<RecordChange> {
  const was = beforeOf(entry)
  const id = entry.recordId
  const version = entry.version + 1
  const consultationId = String(was.consultationId ?? "")
  if (kind === "consultation subject") await addSubjectRow(tx, await lockConsultation(tx, consultationId), id, now)
  else if (kind === "consultation option") {
    const { last } = await tx.selectFrom("consultationOption").select((eb) => eb.fn.max("position").as("last")).where("consultationId", "=", consultationId).executeTakeFirstOrThrow()
    await tx.insertInto("consultationOption").values({ id, consultationId, position: (last ?? 0) + 1, name: String(was.name), summary: String(was.summary), isNothing: false, version, createdAt: now }).execute()
  } else throw new RuleError("This cannot be taken back with one click. Say it again.")
  const about = kind === "consultation subject" ? [consultationId, id] : [consultationId]
  return { ...created({ kind, id, about }, was), version }
}

async function putBack(tx: Tx, kind: PartKind, row: Row, before: Snapshot): Promise<RecordChange> {
  const after = { ...row.snapshot, ...before }
  const version = row.version + 1
  if (kind === "affected correction") await tx.updateTable("affectedCorrection").set({ headcount: Number(after.headcount), reason: String(after.reason), roleLevel: after.roleLevel as RoleLevel, version }).where("id", "=", row.id).execute()
  else if (kind === "nobody affected") await tx.updateTable("nobodyAffected").set({ reason: String(after.reason), version }).where("subjectId", "=", row.id).execute()
  else if (kind === "participation") await tx.updateTable("participation").set({ mustHear: after.mustHear === true, why: String(after.why), version }).where("id", "=", row.id).execute()
  return changed({ kind, id: row.id, version: row.version, about: row.about }, row.snapshot, after)
}

async function draftOnly(tx: Tx, consultationId: string): Promise<void> {
  const { state } = await lockConsultation(tx, consultationId)
  if (state !== "draft") throw new RuleError("People were asked about it. It stays.")
}
