// Undoing what was done to points: one just written down is taken back, an answer is open again, a step is not taken.
import type { Disposition, FeedbackKind } from "./feedback-words"
import { command } from "~/core/command.server"
import type { RecordChange, Snapshot } from "~/core/change"
import { RuleError } from "~/core/errors"
import type { Actor, Demand } from "~/core/policy"
import { beforeOf, netEntries, planUndo, type NetEntry, type Undone } from "~/features/elements/undo"
import type { Undo } from "~/features/elements/undo.writes.server"
import { answersIt, changesIt } from "./feedback-access"
import type { PointFields } from "./feedback"
import { lockPoint, type LockedPoint } from "./feedback.queries.server"
import { shownAfter, writePoint, type PointEdit } from "./feedback.writes.server"

/** Takes one operation's changes to points back; those changed since, and those the actor may not read, are left. */
export function restoreFeedback(actor: Actor, asked: Undo) {
  const entries = netEntries(asked.entries)
  return command({
    actor, operationId: asked.operationId, input: ["undo points", entries.map(({ recordId }) => recordId)],
    load: async (tx) => {
      const points: LockedPoint[] = []
      for (const id of entries.map(({ recordId }) => recordId).sort()) points.push(await lockPoint(tx, id))
      return planUndo(entries, points)
    },
    demands: ({ todo }) => todo.map(({ entry, record }) => undoesIt(actor, entry, record)),
    run: async (tx, { loaded: { todo, left }, now }) => {
      const changes: RecordChange[] = []
      for (const { entry, record } of todo) {
        const edit = editBack(entry, record, now)
        const shown = await shownAfter(tx, record, edit.confidentiality ?? record.confidentiality)
        changes.push(await writePoint(tx, record, { ...edit, ...shown }))
      }
      return { changes, outcome: { undone: todo.length, left } satisfies Undone }
    },
  })
}

/** Undoing demands what doing it did: the words are also theirs who wrote them down or said them. */
function undoesIt(actor: Actor, entry: NetEntry, point: LockedPoint): Demand {
  const own = entry.action === "created" || entry.fields.every(({ field }) => ["body", "kind", "confidentiality", "withdrawn", "shownUnitId", "shownRoleLevel"].includes(field))
  return own ? changesIt(actor, { ...point, voiceId: point.voice?.personId ?? null }) : answersIt(actor, point)
}

function editBack(entry: NetEntry, point: LockedPoint, now: Date): PointEdit {
  if (entry.action === "created") return { withdrawnAt: now }
  const was = beforeOf(entry)
  const steps: PointEdit = {
    ...("told" in was ? { toldAt: was.told === true ? (point.toldAt ?? now) : null } : {}),
    ...("confirmed" in was ? { confirmedAt: was.confirmed === true ? (point.confirmedAt ?? now) : null } : {}),
    ...("withdrawn" in was ? { withdrawnAt: was.withdrawn === true ? now : null } : {}),
  }
  if ("words" in was || was.confidentiality === "confidential" || point.confidentiality === "confidential") return { ...steps, ...confidentialBack(was) }
  const fields = plainFields(was)
  return { ...steps, ...fields, ...("disposition" in was && was.disposition === null ? { answeredAt: null, answeredBy: null, toldAt: null, confirmedAt: null } : {}) }
}

/** The history holds no words of a confidential point: its first answer can be taken away, its words only be changed by hand. */
function confidentialBack(was: Snapshot): PointEdit {
  if (was.answered === false)
    return { disposition: null, deferredUntil: null, reason: "", ledToId: null, answeredAt: null, answeredBy: null, toldAt: null, confirmedAt: null }
  if ("words" in was) throw new RuleError("The history keeps no words of a confidential point, so this cannot be taken back with one click. Change it by hand.")
  return typeof was.confidentiality === "string" ? { confidentiality: was.confidentiality as LockedPoint["confidentiality"] } : {}
}

function plainFields(was: Snapshot): PointEdit {
  const edit: PointEdit & { [field: string]: unknown } = {}
  for (const field of ["subjectId", "ownerId", "answerBy", "deferredUntil", "ledToId"] as const) if (field in was) edit[field] = was[field] as PointFields["ownerId"]
  if ("disposition" in was) edit.disposition = was.disposition as Disposition | null
  if ("kind" in was) edit.kind = was.kind as FeedbackKind
  if ("body" in was) edit.body = String(was.body ?? "")
  if ("reason" in was) edit.reason = String(was.reason ?? "")
  if ("confidentiality" in was) edit.confidentiality = was.confidentiality as LockedPoint["confidentiality"]
  return edit
}
