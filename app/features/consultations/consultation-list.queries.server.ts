// Reading the list of consultations: a page of it, each with what it is about, how many were asked and how far the affected were heard.
import { sql } from "kysely"
import { calendarDate, dayMonthYear } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { codeOf } from "~/features/elements/element"
import { asRef } from "~/features/elements/elements.queries.server"
import type { ConsultationState } from "./consultation"
import type { ConsultationRow } from "./consultation-list"
import { askedAbout } from "./coverage.queries.server"
import { cellName, percentOf } from "./coverage"

export const listedAtOnce = 50

/** One page of the consultations in a state (or in any), those opened last first; nine queries however many rows. */
export async function listConsultations(db: ReadDb, asked: { state: ConsultationState | null; page: number; timeZone: string; now: Date }) {
  const fitting = () => {
    const rows = db.selectFrom("consultation as c").innerJoin("element as e", "e.id", "c.id").where("e.archivedAt", "is", null)
    return asked.state ? rows.where("c.state", "=", asked.state) : rows
  }
  const total = Number((await fitting().select((eb) => eb.fn.countAll<string>().as("n")).executeTakeFirstOrThrow()).n)
  const pageCount = Math.max(1, Math.ceil(total / listedAtOnce))
  const page = Math.min(pageCount, Math.max(1, asked.page))
  const found = await fitting()
    .leftJoin("element as owner", "owner.id", "c.ownerId").leftJoin("element as unit", "unit.id", "c.unitId")
    .select(["e.id", "e.number", "e.name", "e.version", "c.state", "c.openedAt", "c.closesOn", "owner.name as owner", "unit.id as unitId", "unit.number as unitNumber", "unit.name as unitName"])
    .select([
      sql<number>`(select count(*)::int from participation p where p.consultation_id = c.id)`.as("asked"),
      sql<number>`(select count(p.heard_at)::int from participation p where p.consultation_id = c.id)`.as("heard"),
    ])
    .orderBy("c.openedAt", (order) => order.desc().nullsFirst()).orderBy("e.sortKey").orderBy("e.id").limit(listedAtOnce).offset((page - 1) * listedAtOnce).execute()
  const subjects = found.length === 0 ? [] : await db
    .selectFrom("consultationSubject as s").innerJoin("element as e", "e.id", "s.subjectId").select(["s.consultationId", "e.id", "e.kind", "e.number", "e.name"])
    .where("s.consultationId", "in", found.map(({ id }) => id)).orderBy("e.sortKey").orderBy("e.id").execute()
  const known = await askedAbout(db, [...new Set(subjects.map(({ id }) => id))], asked.now)
  const rows = found.map(({ number, openedAt, closesOn, unitId, unitNumber, unitName, ...row }): ConsultationRow => ({
    ...row, code: codeOf("consultation", number), openedDay: openedAt && calendarDate(openedAt, asked.timeZone), closesDay: closesOn, openedOn: openedAt && dayMonthYear(calendarDate(openedAt, asked.timeZone)), closesOn: closesOn && dayMonthYear(closesOn),
    unit: unitId === null || unitNumber === null || unitName === null ? null : { id: unitId, kind: "unit", code: codeOf("unit", unitNumber), name: unitName },
    about: subjects.filter(({ consultationId }) => consultationId === row.id).map(({ consultationId: _, ...subject }) => {
      const coverage = known.get(subject.id)?.coverage
      const [first, ...more] = coverage?.missing ?? []
      return {
        ...asRef(subject), covered: coverage === undefined || coverage.share === null ? null : `${coverage.groupsHeard} of ${coverage.cells.length} groups, ${percentOf(coverage.share)}`,
        missing: first ? `${cellName(first)}${more.length > 0 ? ` and ${more.length} more` : ""}` : null,
      }
    }),
  }))
  return { rows, total, page, pageCount }
}

/** Every consultation in a state (or in any), a page at a time, for a file. */
export async function* consultationsForFile(db: ReadDb, asked: { state: ConsultationState | null; timeZone: string; now: Date }): AsyncGenerator<ConsultationRow[]> {
  for (let page = 1, pageCount = 1; page <= pageCount; page++) {
    const part = await listConsultations(db, { ...asked, page })
    pageCount = part.pageCount
    yield part.rows
  }
}
