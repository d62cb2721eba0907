// Which points led to a record: for the record's own page, which everybody reads.
import type { ReadDb } from "~/core/database.server"
import type { ElementRef } from "~/features/elements/element"
import { asRef } from "~/features/elements/elements.queries.server"
import { pointCode } from "./feedback"

/** Most that a record's page lists. */
const mostOrigins = 50

export interface Origin {
  code: string
  conversation: ElementRef
  /** null of a confidential point: that there was one is all that is said */
  body: string | null
}

/** The points whose answer led to the record, oldest first, as somebody without a name may read them: the same for everybody. */
export async function originsOf(db: ReadDb, recordId: string): Promise<Origin[]> {
  const rows = await db
    .selectFrom("feedback as f").innerJoin("element as e", "e.id", "f.consultationId").leftJoin("feedbackWords as w", "w.feedbackId", "f.id")
    .select(["e.id", "e.kind", "e.number", "e.name", "f.number as pointNumber", "f.confidentiality", "w.body"])
    .where("f.ledToId", "=", recordId).where("f.withdrawnAt", "is", null).orderBy("f.createdAt").orderBy("f.id").limit(mostOrigins).execute()
  return rows.map(({ pointNumber, confidentiality, body, ...row }) => ({ code: pointCode(pointNumber), conversation: asRef(row), body: confidentiality === "confidential" ? null : body }))
}
