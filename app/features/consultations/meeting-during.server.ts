// What the tab "during" shows one reader: the meeting and its agenda, the notes they may read, who is here, what was decided and promised.
import { calendarDate } from "~/core/calendar"
import { database, readAs } from "~/core/database.server"
import { theCompany } from "~/features/company/company.queries.server"
import { mostChoices, pickElements } from "~/features/elements/elements.queries.server"
import { subjectsOf } from "./consultations.queries.server"
import { coverageSentence } from "./coverage"
import { askedAbout } from "./coverage.queries.server"
import { mayRun } from "./feedback-access"
import { shown, type Reader } from "./feedback-after.server"
import { pointsOf } from "./feedback.queries.server"
import { clockTime } from "./meeting"
import { actionsOf, decisionsMinuted, meetingsOf, owedTo, roomOf } from "./meetings.queries.server"
import { conversationHead } from "./minutes.queries.server"

/** Reads the tab; `meeting` in the address chooses one of several, else it is the one that runs, else the next, else the last. */
export async function duringTab(actor: Reader, code: string, address: URLSearchParams) {
  const db = database()
  const [head, { timeZone }] = [await conversationHead(db, code), await theCompany(db)]
  const now = new Date()
  const meetings = await meetingsOf(db, head.id)
  const chosen = meetings.find(({ id }) => id === address.get("meeting"))
  const meeting = chosen ?? meetings.find(({ startedAt, closedAt }) => startedAt && !closedAt) ?? meetings.find(({ closedAt }) => !closedAt) ?? meetings.at(-1) ?? null
  const runs = mayRun(actor, head.ownerId)
  const read = await readAs(actor.personId, (reader) => pointsOf(reader, { consultationId: head.id }))
  const room = await roomOf(db, head.id, meeting?.id ?? null)
  const subjects = await subjectsOf(db, head.id)
  const asked = await askedAbout(db, subjects.map(({ id }) => id), now)
  const today = calendarDate(now, timeZone)
  return {
    head: { code: head.code, name: head.name }, mayRun: runs, now: now.toISOString(), today, confidential: read.confidential, actorId: actor.personId,
    meeting: meeting && {
      id: meeting.id, place: meeting.place, minutes: meeting.minutes, when: clockTime(meeting.startsAt, timeZone),
      startedAt: meeting.startedAt?.toISOString() ?? null, closed: meeting.closedAt !== null,
      agenda: meeting.agenda.map(({ id, name, minutes, prompt, startedAt, endedAt }) => ({ id, name, minutes, prompt, startedAt: startedAt?.toISOString() ?? null, endedAt: endedAt?.toISOString() ?? null })),
    },
    others: meetings.filter(({ id }) => id !== meeting?.id).map(({ id, startsAt }) => ({ id, when: clockTime(startsAt, timeZone) })),
    notes: read.points.map((point) => ({ ...shown(actor, head.ownerId, point), agendaItemId: point.agendaItemId })),
    decisions: await decisionsMinuted(db, head.id), actions: await actionsOf(db, head.id), room,
    heardNow: subjects.flatMap(({ id, name }) => {
      const coverage = asked.get(id)?.coverage
      return coverage && asked.get(id)?.nobody === null ? [{ id, name, sentence: coverageSentence(coverage), passes: coverage.passes }] : []
    }),
    owed: await owedTo(db, [...new Set([...room.flatMap(({ unitId }) => unitId ?? []), ...(head.unitId ? [head.unitId] : [])])], today),
    people: runs ? await pickElements(db, "person", "", mostChoices) : [],
  }
}

export type DuringData = Awaited<ReturnType<typeof duringTab>>
