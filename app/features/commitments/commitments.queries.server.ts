// Reading commitments: one with its moves, locked for a command, and all of them for figures.
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { elementColumns, type ElementRow } from "~/features/elements/element-row"
import { asRef, findElement, mostChoices, namesOf } from "~/features/elements/elements.queries.server"
import type { ElementRef } from "~/features/elements/element"
import type { CommitmentFields, PromiseFacts } from "./commitment"

export interface Commitment extends CommitmentFields, Omit<PromiseFacts, "moves" | "keptAt">, Omit<ElementRow, "kind"> {
  kind: "commitment"
  keptAt: Date | null
  keptNote: string
  withdrawnWhy: string
  consultationId: string | null
}

export interface Move {
  id: string
  fromOn: string
  toOn: string
  reason: string
  at: Date
  by: ElementRef | null
}

function selectCommitments(db: ReadDb) {
  return db
    .selectFrom("commitment").innerJoin("element", "element.id", "commitment.id").select(elementColumns)
    .select(["commitment.unitId", "commitment.ownerId", "commitment.dueOn", "commitment.state", "commitment.keptAt", "commitment.keptNote", "commitment.withdrawnWhy", "commitment.consultationId"])
}

/** The promise with this short id. */
export async function findCommitment(db: ReadDb, code: string): Promise<Commitment> {
  const { id } = await findElement(db, code, "commitment")
  const row = await selectCommitments(db).where("commitment.id", "=", id).executeTakeFirstOrThrow()
  return { ...row, kind: "commitment" }
}

/** The promises, locked in one order; refused when one is not there. */
export async function lockCommitments(tx: Tx, ids: readonly string[]): Promise<Commitment[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const rows = await selectCommitments(tx).where("commitment.id", "in", wanted).orderBy("element.id").forUpdate().execute()
  if (rows.length < wanted.length) throw new NotFoundError("This promise")
  return rows.map((row) => ({ ...row, kind: "commitment" }))
}

/** One promise, locked. */
export async function lockCommitment(tx: Tx, id: string): Promise<Commitment> {
  const [promise] = await lockCommitments(tx, [id])
  if (!promise) throw new NotFoundError("This promise")
  return promise
}

/** Every time a promise was moved, the first move first. */
export async function movesOf(db: ReadDb, commitmentId: string): Promise<Move[]> {
  const rows = await db
    .selectFrom("commitmentMove").select(["id", "fromOn", "toOn", "reason", "createdAt as at", "movedBy"])
    .where("commitmentId", "=", commitmentId).orderBy("createdAt").orderBy("id").execute()
  const names = await namesOf(db, rows.map(({ movedBy }) => movedBy))
  return rows.map(({ movedBy, ...row }) => ({ ...row, by: movedBy === null ? null : (names.get(movedBy) ?? null) }))
}

/** Who can own a promise: people, never groups. */
export async function ownerChoices(db: ReadDb): Promise<ElementRef[]> {
  const rows = await db
    .selectFrom("element").innerJoin("person", "person.id", "element.id").select(["element.id", "element.kind", "element.number", "element.name"])
    .where("element.archivedAt", "is", null).where("person.groupHeadcount", "is", null).orderBy("element.sortKey").orderBy("element.id").limit(mostChoices).execute()
  return rows.map(asRef)
}
