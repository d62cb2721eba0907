// Reading who was heard about open goals and work, for the map's overlay and for the answers to "why?": as many queries for one subject as for all.
import type { ReadDb } from "~/core/database.server"
import { onceFor } from "~/core/once-for"
import type { Alignment } from "~/features/alignment/alignment.queries.server"
import { heardFrom, isOpenSubject, type Heard } from "~/features/alignment/heard"
import { affectedUnits } from "~/features/consultations/coverage-rows.queries.server"
import { askedAbout } from "~/features/consultations/coverage.queries.server"

/** Gives who was heard about every open goal and initiative that people were asked about or that touches a unit; read once for a version. */
export function heardAboutAll(db: ReadDb, alignment: Alignment): Promise<Heard> {
  return onceFor(alignment, "heard about all", async () => {
    const open = alignment.graph.nodes.filter(isOpenSubject).map(({ id }) => id)
    const [touched, subjects, heard] = [await affectedUnits(db, open), await subjectsAsked(db), await heardAbout(db, open)]
    return new Map([...heard].filter(([id, { share, isAsked, affectsNobody }]) => share !== null || isAsked || affectsNobody || touched.has(id) || subjects.has(id)))
  })
}

/** Gives who was heard about each of these subjects. */
export async function heardAbout(db: ReadDb, ids: readonly string[]): Promise<Heard> {
  const asked = await askedAbout(db, ids, new Date())
  return new Map([...asked].map(([id, each]) => [id, heardFrom(each)]))
}

/** What a conversation is about that was not called off, also while it is being prepared. */
async function subjectsAsked(db: ReadDb): Promise<Set<string>> {
  const rows = await db
    .selectFrom("consultationSubject as s").innerJoin("consultation as c", "c.id", "s.consultationId").innerJoin("element as record", "record.id", "c.id")
    .select("s.subjectId").distinct().where("c.state", "!=", "cancelled").where("record.archivedAt", "is", null).execute()
  return new Set(rows.map(({ subjectId }) => subjectId))
}
