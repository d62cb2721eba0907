// Reading consultations: one with its subjects and options, and locked for a command.
import { sql } from "kysely"
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { codeOf, type ElementRef } from "~/features/elements/element"
import { elementColumns, type ElementRow } from "~/features/elements/element-row"
import { asRef, findElement } from "~/features/elements/elements.queries.server"
import type { ConsultationState } from "./consultation"
import type { ConsultationFields } from "./consultation"

export interface Consultation extends ConsultationFields, Omit<ElementRow, "kind"> {
  kind: "consultation"
  state: ConsultationState
  openedAt: Date | null
  closedAt: Date | null
}

export interface ConversationAbout {
  id: string
  code: string
  name: string
  state: ConsultationState
  openedAt: Date | null
  closedAt: Date | null
}

export interface ConsultationOption {
  id: string
  name: string
  summary: string
  isNothing: boolean
}

function selectConsultations(db: ReadDb) {
  return db.selectFrom("consultation").innerJoin("element", "element.id", "consultation.id").select(elementColumns).select([
    "consultation.form", "purpose", "participationLevel", "state", "ownerId", "unitId", "questionPlain", "questionStandard", "questionTechnical",
    "costs", "effects", "openedAt", "closedAt", "closesOn", "nextOn",
  ])
}

/** The consultation with this short id. */
export async function findConsultation(db: ReadDb, code: string): Promise<Consultation> {
  const { id } = await findElement(db, code, "consultation")
  const row = await selectConsultations(db).where("consultation.id", "=", id).executeTakeFirstOrThrow()
  return { ...row, kind: "consultation" }
}

/** The consultations, locked in one order; refused when one is not there. */
export async function lockConsultations(tx: Tx, ids: readonly string[]): Promise<Consultation[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const rows = await selectConsultations(tx).where("consultation.id", "in", wanted).orderBy("element.id").forUpdate().execute()
  if (rows.length < wanted.length) throw new NotFoundError("This conversation")
  return rows.map((row) => ({ ...row, kind: "consultation" }))
}

/** One consultation, locked. */
export async function lockConsultation(tx: Tx, id: string): Promise<Consultation> {
  const [one] = await lockConsultations(tx, [id])
  if (!one) throw new NotFoundError("This conversation")
  return one
}

/** What it is about, in order of name. */
export async function subjectsOf(db: ReadDb, consultationId: string): Promise<ElementRef[]> {
  const rows = await db
    .selectFrom("consultationSubject").innerJoin("element", "element.id", "consultationSubject.subjectId")
    .select(["element.id", "element.kind", "element.number", "element.name"])
    .where("consultationId", "=", consultationId).orderBy("element.sortKey").orderBy("element.id").execute()
  return rows.map(asRef)
}

/** The options people were asked about, in their order. */
export async function optionsOf(db: ReadDb, consultationId: string): Promise<ConsultationOption[]> {
  return db
    .selectFrom("consultationOption").select(["id", "name", "summary", "isNothing"])
    .where("consultationId", "=", consultationId).orderBy("position").orderBy("id").execute()
}

/** The conversations about each subject that were neither called off nor archived: the open ones first, then the latest. */
export async function conversationsAbout(db: ReadDb, subjectIds: readonly string[]): Promise<Map<string, ConversationAbout[]>> {
  const found = new Map<string, ConversationAbout[]>()
  if (subjectIds.length === 0) return found
  const rows = await db
    .selectFrom("consultationSubject as s").innerJoin("consultation as c", "c.id", "s.consultationId").innerJoin("element as e", "e.id", "c.id")
    .select(["s.subjectId", "e.id", "e.number", "e.name", "c.state", "c.openedAt", "c.closedAt"])
    .where("s.subjectId", "in", [...subjectIds]).where("c.state", "!=", "cancelled").where("e.archivedAt", "is", null)
    .orderBy(sql`c.state = 'open'`, "desc").orderBy("e.number", "desc").execute()
  for (const { subjectId, number, ...row } of rows)
    found.set(subjectId, [...(found.get(subjectId) ?? []), { ...row, code: codeOf("consultation", number) }])
  return found
}
