// The figures of who was heard, for programs: the open subjects with their coverage, the loop of every point, and the waivers.
import { calendarDate } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { cellName } from "~/features/consultations/coverage"
import { askedAbout } from "~/features/consultations/coverage.queries.server"
import { toldLoopClosure } from "~/features/consultations/feedback-loop"
import { loopPoints } from "~/features/consultations/feedback.queries.server"
import { codeOf } from "~/features/elements/element"
import { waiversInForce } from "~/features/gates/gates.queries.server"
import type { ToldFigures } from "./figures-told"

/** What the screens of conversations show now; a subject is open while a conversation about it is. */
export async function consultationFigures(db: ReadDb, { now, timeZone }: { now: Date; timeZone: string }): Promise<ToldFigures["consultation"]> {
  const open = await openSubjects(db)
  const known = await askedAbout(db, open.map(({ id }) => id), now)
  const waivers = await waiversInForce(db)
  return {
    subjects: open.map(({ id, kind, number }) => {
      const asked = known.get(id)
      const coverage = asked?.coverage
      return {
        id: codeOf(kind, number), coverage: coverage?.share ?? null, passes: asked?.nobody ? true : (coverage?.passes ?? null),
        missing: (coverage?.missing ?? []).map((cell) => cellName(cell)),
      }
    }),
    loopClosure: toldLoopClosure(await loopPoints(db)),
    waivers: waivers.map(({ about, reason, lacking, by, at }) => ({ id: about.code, name: about.name, reason, lacking, by, on: calendarDate(at, timeZone) })),
  }
}

async function openSubjects(db: ReadDb) {
  return db
    .selectFrom("element as e").select(["e.id", "e.kind", "e.number"])
    .where("e.archivedAt", "is", null)
    .where("e.id", "in", db
      .selectFrom("consultationSubject as s").innerJoin("consultation as c", "c.id", "s.consultationId").innerJoin("element as talk", "talk.id", "c.id")
      .select("s.subjectId").where("c.state", "=", "open").where("talk.archivedAt", "is", null))
    .orderBy("e.sortKey").orderBy("e.id").execute()
}
