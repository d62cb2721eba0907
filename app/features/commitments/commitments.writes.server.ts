// The writes of commitments that several commands share: making one, and moving its due date.
import type { RecordChange } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import { changed, created, insertElement } from "~/features/elements/element.writes.server"
import { commitmentSnapshot, type CommitmentFields } from "./commitment"
import type { Commitment } from "./commitments.queries.server"

/** What a new promise is made of; the conversation or the point it came from, when it came from one. */
export interface NewCommitment extends CommitmentFields {
  consultationId?: string | null
  feedbackId?: string | null
  now: Date
}

/**
 * Makes a promise inside somebody's command, which has already asked whether the actor may. Returns its id, short id and the change for
 * the history. Refused when the unit is not there, or the owner is no person who can own things.
 */
export async function addCommitment(tx: Tx, made: NewCommitment): Promise<{ id: string; code: string; changes: RecordChange[] }> {
  await checkPlaces(tx, made)
  const { id, code } = await insertElement(tx, { kind: "commitment", name: made.name, summary: made.summary, now: made.now })
  const row = { unitId: made.unitId, ownerId: made.ownerId, dueOn: made.dueOn, consultationId: made.consultationId ?? null, feedbackId: made.feedbackId ?? null }
  await tx.insertInto("commitment").values({ ...row, id, kind: "commitment", state: "open", keptAt: null, keptNote: "", withdrawnWhy: "" }).execute()
  return { id, code, changes: [created({ kind: "commitment", id, about: aboutOf({ id, unitId: made.unitId }) }, { ...commitmentSnapshot(made), dueOn: made.dueOn })] }
}

/** Refused when the unit is away or archived, or the owner is a group or nobody. */
export async function checkPlaces(tx: Tx, { unitId, ownerId }: Pick<CommitmentFields, "unitId" | "ownerId">): Promise<void> {
  const found = async (id: string, kind: "unit" | "person") =>
    tx.selectFrom("element").select("id").where("id", "=", id).where("kind", "=", kind).where("archivedAt", "is", null).executeTakeFirst()
  if (unitId !== null && !(await found(unitId, "unit"))) throw new RuleError("Choose a unit that is in use.", { field: "unitId" })
  if (ownerId === null) return
  const person = await tx.selectFrom("person").select("groupHeadcount").where("id", "=", ownerId).executeTakeFirst()
  if (!person || person.groupHeadcount !== null || !(await found(ownerId, "person"))) throw new RuleError("Choose a person: a group cannot keep a promise.", { field: "ownerId" })
}

/** Moves the due date and keeps that it was moved, why and by whom; the record's version is moved on by the caller. */
export async function moveDueDate(tx: Tx, promise: Commitment, move: { toOn: string; reason: string; movedBy: string | null; now: Date }): Promise<RecordChange[]> {
  const { toOn, reason, movedBy, now } = move
  await tx.insertInto("commitmentMove").values({ id: newId(now.getTime()), commitmentId: promise.id, fromOn: promise.dueOn, toOn, reason, movedBy, createdAt: now }).execute()
  await tx.updateTable("commitment").set({ dueOn: toOn }).where("id", "=", promise.id).execute()
  return [changed({ ...promise, about: aboutOf(promise) }, { dueOn: promise.dueOn, reason: null }, { dueOn: toOn, reason })]
}

/** The records whose history shows what happens to a promise: itself and the unit it was made to. */
export function aboutOf({ id, unitId }: { id: string; unitId: string | null }): string[] {
  return unitId === null ? [id] : [id, unitId]
}
