// What may be done to points: write one down, change it, answer it, tell the answer back, confirm it, name readers, take it back.
import type { Confidentiality, FeedbackKind, RoleLevel } from "./feedback-words"
import { given, type RecordChange } from "~/core/change"
import { command } from "~/core/command.server"
import type { Tx } from "~/core/database.server"
import { NotFoundError, RuleError } from "~/core/errors"
import type { Actor } from "~/core/policy"
import { mergeEdit } from "~/core/record-history.server"
import { lockElement } from "~/features/elements/elements.queries.server"
import { feedbackSnapshot, pointCode, requireAnswer, requireOneOutcome, requireStep, requireThere, type Answer, type Made } from "./feedback"
import { answersIt, changesIt, confirmsIt, runsIt } from "./feedback-access"
import { makeOutcome } from "./feedback-outcome.writes.server"
import { lockPoint, type LockedPoint } from "./feedback.queries.server"
import { insertPoint, shownAfter, writePoint, type PointEdit } from "./feedback.writes.server"

export interface Captured {
  /** made by whoever sends it, and the operation's id as well: sent twice, it is saved once */
  id: string
  consultationId: string
  kind: FeedbackKind
  confidentiality: Confidentiality
  body: string
  personId?: string | null
  /** where nobody is named */
  unitId?: string | null
  roleLevel?: RoleLevel | null
  subjectId?: string | null
  meetingId?: string | null
  agendaItemId?: string | null
  ownerId?: string | null
  answerBy?: string | null
  readerIds?: readonly string[]
}

/** Writes a point down; sent again with the same id it is the same point. Returns its short id. */
export function capturePoint(actor: Actor, posted: Captured) {
  return command({
    actor, operationId: posted.id, input: ["capture", posted],
    load: async (tx) => {
      const consultation = await tx.selectFrom("consultation").select(["ownerId", "state"]).where("id", "=", posted.consultationId).executeTakeFirst()
      if (!consultation) throw new NotFoundError("This conversation")
      const earlier = await tx.selectFrom("feedback").select(["number", "authorId"]).where("id", "=", posted.id).executeTakeFirst()
      return { consultation, earlier, voice: await voiceOf(tx, posted) }
    },
    demands: ({ consultation }) => runsIt(actor, consultation.ownerId),
    run: async (tx, { loaded: { consultation, earlier, voice }, now }) => {
      if (earlier && earlier.authorId === actor.personId) return { changes: [], outcome: { id: posted.id, code: pointCode(earlier.number) } }
      if (consultation.state === "cancelled") throw new RuleError("This conversation was cancelled. Open it again before writing points down.")
      if (posted.body.trim() === "") throw new RuleError("Write what was said.", { field: "body" })
      const { code, change } = await insertPoint(tx, {
        id: posted.id, consultationId: posted.consultationId, subjectId: posted.subjectId ?? null, meetingId: posted.meetingId ?? null, agendaItemId: posted.agendaItemId ?? null,
        kind: posted.kind, confidentiality: posted.confidentiality, authorId: actor.personId, body: posted.body.trim(), voice,
        ownerId: posted.ownerId ?? null, answerBy: posted.answerBy ?? null,
      }, now)
      if (posted.confidentiality === "confidential") await addReaders(tx, posted.id, [...(posted.readerIds ?? []), posted.ownerId ?? null])
      return { changes: [change], outcome: { id: posted.id, code } }
    },
  })
}

/** The stratum they were heard in, else that of the person's record now, else what was said. */
async function voiceOf(tx: Tx, said: Pick<Captured, "personId" | "unitId" | "roleLevel" | "consultationId">): Promise<LockedPoint["voice"] & object> {
  const personId = said.personId ?? null
  if (personId === null) return { personId, unitId: said.unitId ?? null, roleLevel: said.roleLevel ?? null }
  const heard = await tx.selectFrom("participation").select(["unitId", "roleLevel"]).where("consultationId", "=", said.consultationId).where("personId", "=", personId)
    .where("heardAt", "is not", null).executeTakeFirst()
  const person = heard ?? (await tx.selectFrom("person").select(["unitId", "roleLevel"]).where("id", "=", personId).executeTakeFirst())
  if (!person) throw new NotFoundError("This person")
  return { personId, unitId: person.unitId, roleLevel: person.roleLevel }
}

/** Readers are named on a confidential point; whoever is to answer one must be able to read it. */
async function addReaders(tx: Tx, feedbackId: string, ids: readonly (string | null)[]): Promise<void> {
  const personIds = [...new Set(ids.filter((id): id is string => id !== null))]
  if (personIds.length === 0) return
  await tx.insertInto("feedbackReader").values(personIds.map((personId) => ({ feedbackId, personId }))).onConflict((oc) => oc.doNothing()).execute()
}

export type PointChange = { id: string; version: number; operationId?: string } & Partial<Pick<Captured, "body" | "kind" | "confidentiality" | "subjectId" | "ownerId" | "answerBy">>

/**
 * Changes a point's words, kind or confidentiality, by whoever runs the conversation, wrote the point down or raised it; what others changed
 * meanwhile is merged, or refused as stale. Who sees to it is refused to whoever merely raised it, and who may know the voice to whoever may not.
 */
export function changePoint(actor: Actor, posted: PointChange) {
  const { id, version, operationId, ...input } = posted
  const alsoRuns = input.ownerId !== undefined || input.answerBy !== undefined || input.subjectId !== undefined
  return command({
    actor, operationId, input: ["change point", id, version, input],
    load: (tx) => lockPoint(tx, id),
    demands: (point) => [changesIt(actor, withVoice(point)), ...(alsoRuns ? [runsIt(actor, point.consultationOwnerId)] : [])],
    run: async (tx, { loaded: point }) => {
      requireThere(point)
      const edit = await merged(tx, point, version, input)
      const shown = await shownAfter(tx, point, edit.confidentiality ?? point.confidentiality)
      const change = await writePoint(tx, point, { ...edit, ...shown })
      if ((edit.confidentiality ?? point.confidentiality) === "confidential") await addReaders(tx, id, [edit.ownerId ?? point.ownerId])
      return { changes: [change], outcome: { id } }
    },
  })
}

const withVoice = (point: LockedPoint) => ({ authorId: point.authorId, voiceId: point.voice?.personId ?? null, consultationOwnerId: point.consultationOwnerId })

/** Of a confidential point the history holds no base to merge on, so a newer version is refused in words. */
async function merged(tx: Tx, point: LockedPoint, version: number, edit: PointEdit): Promise<PointEdit> {
  const mine = given(edit)
  if (version >= point.version) return mine
  if (point.confidentiality === "confidential") throw new RuleError("Somebody changed this point meanwhile. Look at it on its page, then send yours again.")
  const after = await mergeEdit(tx, { id: point.id, version: point.version, snapshot: feedbackSnapshot(point, point) }, { version, edit: mine as never })
  return Object.fromEntries(Object.keys(mine).map((field) => [field, after[field]])) as PointEdit
}

export type PointAnswer = Answer & Made & { id: string; version: number; ownerId?: string | null; answerBy?: string | null; ledToId?: string | null; operationId?: string }

/**
 * Answers a point, or answers it anew: then whoever raised it has to be told again. The first answer's time stands. It can lead to a record
 * that is there, or make a promise or an initiative on the way; what makes it may also make that record.
 */
export function answerPoint(actor: Actor, posted: PointAnswer) {
  const { id, version, operationId, promise, initiative, ...input } = posted
  return command({
    actor, operationId, input: ["answer point", id, version, input, promise ?? null, initiative ?? null],
    load: async (tx) => {
      const point = await lockPoint(tx, id)
      if (posted.ledToId && posted.ledToId !== point.ledToId && !["initiative", "commitment"].includes((await lockElement(tx, posted.ledToId)).kind))
        throw new RuleError("An answer leads to an initiative or a promise.", { field: "ledToId" })
      return point
    },
    demands: (point) => [
      answersIt(actor, point), ...(promise ? [runsIt(actor, point.consultationOwnerId)] : []), ...(initiative ? [{ permission: "edit chain" } as const] : []),
    ],
    run: async (tx, { loaded: point, now, today }) => {
      requireThere(point)
      if (!actor.personId) throw new RuleError("An answer needs somebody who gives it: sign in as a person.")
      requireAnswer(posted, today)
      // the record it led to so far stands in the form; making another one takes its place
      const ledToId = (promise || initiative) && posted.ledToId === point.ledToId ? null : posted.ledToId
      requireOneOutcome({ promise, initiative, ledToId })
      const edit = await merged(tx, point, version, { ...input, reason: posted.reason.trim() })
      const made = await makeOutcome(tx, point, { promise, initiative }, { ownerId: edit.ownerId ?? point.ownerId ?? actor.personId, now, today })
      const other = (edit.disposition ?? null) !== point.disposition || (edit.reason ?? "") !== point.reason
      const change = await writePoint(tx, point, {
        ...edit, ...(made ? { ledToId: made.id } : {}), answeredAt: point.answeredAt ?? now, answeredBy: actor.personId, ...(other ? { toldAt: null, confirmedAt: null } : {}),
      })
      if (point.confidentiality === "confidential") await addReaders(tx, id, [edit.ownerId ?? null])
      // what was made comes first, so that undoing takes the point back before it
      return { changes: [...(made?.changes ?? []), change], outcome: { id } }
    },
  })
}

/** Marks the answers of these points as told back; points without an answer are refused, those already told stay as they are. */
export function tellBack(actor: Actor, posted: { ids: readonly string[]; operationId?: string }) {
  const ids = [...new Set(posted.ids)].sort()
  return command({
    actor, operationId: posted.operationId, input: ["tell back", ids],
    load: async (tx) => {
      const points: LockedPoint[] = []
      for (const id of ids) points.push(await lockPoint(tx, id))
      return points
    },
    demands: (points) => points.map((point) => answersIt(actor, point)),
    run: async (tx, { loaded: points, now }) => {
      const changes: RecordChange[] = []
      for (const point of points.filter(({ toldAt }) => toldAt === null)) {
        requireStep(point, "told")
        changes.push(await writePoint(tx, point, { toldAt: now }))
      }
      return { changes, outcome: { count: changes.length } }
    },
  })
}

/** "That is right": whoever raised the point, or somebody for them, confirms the answer that was told. */
export function confirmPoint(actor: Actor, posted: { id: string; operationId?: string }) {
  return command({
    actor, operationId: posted.operationId, input: ["confirm point", posted.id],
    load: (tx) => lockPoint(tx, posted.id),
    demands: (point) => confirmsIt(actor, { voiceId: point.voice?.personId ?? null, consultationOwnerId: point.consultationOwnerId }),
    run: async (tx, { loaded: point, now }) => {
      requireStep(point, "confirmed")
      const changes = point.confirmedAt === null ? [await writePoint(tx, point, { confirmedAt: now })] : []
      return { changes, outcome: { id: posted.id } }
    },
  })
}

/** Takes a point back that was written down by mistake, by whoever runs the conversation, wrote it down or raised it: it counts nowhere and stays in the history. */
export function withdrawPoint(actor: Actor, posted: { id: string; operationId?: string }) {
  return command({
    actor, operationId: posted.operationId, input: ["withdraw point", posted.id],
    load: (tx) => lockPoint(tx, posted.id),
    demands: (point) => changesIt(actor, withVoice(point)),
    run: async (tx, { loaded: point, now }) => {
      const changes = point.withdrawnAt === null ? [await writePoint(tx, point, { withdrawnAt: now })] : []
      return { changes, outcome: { id: posted.id } }
    },
  })
}

/** Names who else may read a confidential point, in place of those named before; only a reader may. The history keeps no names. */
export function nameReaders(actor: Actor, posted: { id: string; personIds: readonly string[]; operationId?: string }) {
  const personIds = [...new Set(posted.personIds)].sort()
  return command({
    actor, operationId: posted.operationId, input: ["name readers", posted.id, personIds],
    load: (tx) => lockPoint(tx, posted.id),
    demands: () => ({ permission: "comment" }),
    run: async (tx, { loaded: point }) => {
      if (point.confidentiality !== "confidential") throw new RuleError("Everybody may read this point. Make it confidential first.")
      const known = personIds.length === 0 ? [] : await tx.selectFrom("person").select("id").where("id", "in", personIds).where("groupHeadcount", "is", null).execute()
      if (known.length < personIds.length) throw new RuleError("Choose people from the list: a group cannot read.", { field: "personId" })
      await tx.deleteFrom("feedbackReader").where("feedbackId", "=", point.id).execute()
      await addReaders(tx, point.id, [...personIds, point.ownerId])
      return { changes: [], outcome: { id: posted.id } }
    },
  })
}
