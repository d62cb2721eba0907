// What the tab "during" shows one reader: the meeting and its agenda, the notes they may read, who is here, what was decided and promised.
import { database, type ReadDb } from "~/core/database.server"
import { onceFor } from "~/core/once-for"
import { currentRecords, type Records } from "~/features/company/current-records.queries.server"
import { mostChoices, pickElements } from "~/features/elements/elements.queries.server"
import { subjectsOf } from "./consultations.queries.server"
import { coverageSentence } from "./coverage"
import { askedAbout } from "./coverage.queries.server"
import { mayRun } from "./feedback-access"
import type { Reader } from "./feedback-after.server"
import { pointsOf } from "./feedback.queries.server"
import { clockTime } from "./meeting"
import { actionsOf, decisionsMinuted, meetingsOf, owedTo, roomOf } from "./meetings.queries.server"
import type { DuringShared, MeetingOnScreen } from "./meeting-view"
import { conversationHead } from "./minutes.queries.server"

/** Reads the tab; `meeting` in the address chooses one of several, else it is the one that runs, else the next, else the last. */
export async function duringTab(actor: Reader, code: string, address: URLSearchParams) {
  const db = database()
  const records = await currentRecords(db)
  const { today } = records
  const talk = await onceFor(records, `during ${code}`, () => readTalk(db, code, records))
  const { head, meetings } = talk
  const chosen = meetings.find(({ id }) => id === address.get("meeting"))
  const meeting = chosen ?? meetings.find(({ startedAt, closed }) => startedAt && !closed) ?? meetings.find(({ closed }) => !closed) ?? meetings.at(-1) ?? null
  const runs = mayRun(actor, head.ownerId)
  const [read, shared] = await Promise.all([
    pointsOf(actor.personId, { consultationId: head.id }, records),
    onceFor(talk, `room of ${meeting?.id}`, () => sharedOf(db, talk, { meeting, today })),
  ])
  return {
    shared, mayRun: runs, now: new Date().toISOString(), confidential: read.confidential,
    notes: read.points.map(({ id, kind, confidentiality, body, voice, unit, roleLevel, owner, answerBy, readers }) => ({ id, kind, confidentiality, body, voice, unit, roleLevel, owner, answerBy, readers })),
    people: runs && address.has("choose") ? await pickElements(db, "person", "", mostChoices) : null,
  }
}

type Talk = Awaited<ReturnType<typeof readTalk>>

/** What is the same for everybody who opens the tab, whichever meeting they choose; no point is among it. */
async function readTalk(db: ReadDb, code: string, { company: { timeZone } }: Records) {
  const head = await conversationHead(db, code)
  const [meetings, subjects] = [await meetingsOf(db, head.id), await subjectsOf(db, head.id)]
  const asked = await askedAbout(db, subjects.map(({ id }) => id), new Date())
  return {
    head, decisions: (await decisionsMinuted(db, head.id)).map(({ id, body, author }) => ({ id, body, author })), actions: await actionsOf(db, head.id),
    meetings: meetings.map((meeting) => ({
      id: meeting.id, place: meeting.place, minutes: meeting.minutes, when: clockTime(meeting.startsAt, timeZone),
      startedAt: meeting.startedAt?.toISOString() ?? null, closed: meeting.closedAt !== null,
      agenda: meeting.agenda.map(({ id, name, minutes, prompt, startedAt, endedAt }) => ({ id, name, minutes, prompt, startedAt: startedAt?.toISOString() ?? null, endedAt: endedAt?.toISOString() ?? null })),
    })),
    heardNow: subjects.flatMap(({ id, name }) => {
      const coverage = asked.get(id)?.coverage
      return coverage && asked.get(id)?.nobody === null ? [{ id, name, sentence: coverageSentence(coverage), passes: coverage.passes }] : []
    }),
  }
}

/** What the screen shows everybody who looks at one of its meetings: the same object each time while the records stay. */
async function sharedOf(db: ReadDb, { head, meetings, decisions, actions, heardNow }: Talk, { meeting, today }: { meeting: MeetingOnScreen | null; today: string }): Promise<DuringShared> {
  const room = await roomOf(db, head.id, meeting?.id ?? null)
  return {
    head: { code: head.code, name: head.name }, today, meeting, others: meetings.filter(({ id }) => id !== meeting?.id).map(({ id, when }) => ({ id, when })), decisions, actions, heardNow,
    room: room.map(({ unitId: _unit, ...person }) => person),
    owed: await owedTo(db, [...new Set([...room.flatMap(({ unitId }) => unitId ?? []), ...(head.unitId ? [head.unitId] : [])])], today),
  }
}
