// Enters the conversations: prepared, opened, held in meetings, with what people said and what became of it.
import {
  addOption, answerPoint, capturePoint, closeConsultation, closeMeeting, confirmPoint, createConsultation, hashToken, listPerson, makeLink, momentIn, newId, newToken, nextPoint, openConsultation,
  planMeeting, rateConversation, readAgenda, sendMinutes, tellBack, tickPresence, writeMinutes, type Actor,
} from "../door"
import { conversations, type ConversationRow, type MeetingRow } from "./conversations"
import type { Diary } from "./diary"
import { company } from "./organisation"
import { points } from "./points"
import { waitingOnWebShop } from "./voices"

const manager = "M. Diaz"

/** Notes every conversation of the business relationship manager, from its first line to what was told back. */
export function enterConversations(diary: Diary): void {
  for (const row of conversations) {
    prepare(diary, row)
    for (const meeting of row.meetings) hold(diary, row, meeting)
  }
  for (const [name, on, mustHear] of waitingOnWebShop) invite(diary, { to: "R-9", name, on, mustHear })
  points.forEach((point, index) => enterPoint(diary, `point ${index}`, point))
  for (const row of conversations) end(diary, row)
}

function prepare(diary: Diary, row: ConversationRow): void {
  const { clock, idOf } = diary
  diary.on(row.made, manager, (actor) =>
    diary.make(row.code, () => createConsultation(actor, {
      name: row.name, summary: row.summary, form: row.form, purpose: row.purpose, participationLevel: row.level, unitId: row.unit ? idOf(row.unit) : null,
      subjectId: row.about === null ? null : idOf(row.about), questionPlain: row.question, questionTechnical: row.technical ?? "", costs: row.costs, effects: row.effects, closesOn: clock.dayOrNull(row.closes ?? null),
    })))
  for (const [name, summary] of row.options) diary.on(row.made, manager, (actor) => addOption(actor, { consultationId: idOf(row.code), name, summary }))
  if (row.opened) diary.on(row.opened, manager, (actor) => openConsultation(actor, { id: idOf(row.code) }))
}

function hold(diary: Diary, row: ConversationRow, { on, place, minutes, agenda, plannedOn }: MeetingRow): void {
  const meeting = `${row.code} ${on}`
  diary.on(plannedOn ?? on, manager, async (actor) => {
    const { id } = await planMeeting(actor, { consultationId: diary.idOf(row.code), startsAt: momentIn(`${diary.clock.day(on)}T14:00`, company.timeZone), minutes, place, agenda: readAgenda(agenda) })
    diary.keep(meeting, id)
  })
  if (plannedOn) return
  const step = (write: (actor: Actor) => Promise<unknown>) => diary.on(on, manager, write)
  step((actor) => nextPoint(actor, { meetingId: diary.idOf(meeting) }))
  for (const [name] of row.heard.filter(([, day]) => day === on)) {
    step(async (actor) => diary.keep(`${row.code} ${name}`, (await listPerson(actor, { consultationId: diary.idOf(row.code), personId: diary.idOf(name), mustHear: false })).id))
    step((actor) => tickPresence(actor, { meetingId: diary.idOf(meeting), participationId: diary.idOf(`${row.code} ${name}`), here: true }))
  }
  step((actor) => closeMeeting(actor, { meetingId: diary.idOf(meeting) }))
}

function invite(diary: Diary, { to, name, on, mustHear }: { to: string; name: string; on: string; mustHear: boolean }): void {
  diary.on(on, manager, async (actor) => {
    const { id } = await listPerson(actor, { consultationId: diary.idOf(to), personId: diary.idOf(name), mustHear, why: mustHear ? "The order desk is theirs." : "" })
    await makeLink(actor, { participationId: id, tokenHash: hashToken(newToken()) })
  })
}

function enterPoint(diary: Diary, name: string, { about, by, on, kind, words, confidentiality = "named", owner, byWhen, answer, told, confirmed }: (typeof points)[number]): void {
  const { clock, idOf } = diary
  const ownerId = () => (owner ? idOf(owner) : null)
  diary.on(on, manager, async (actor) => {
    const id = newId(Date.now())
    await capturePoint(actor, { id, consultationId: idOf(about), meetingId: idOf(`${about} ${on}`), kind, confidentiality, body: words, personId: idOf(by), ownerId: ownerId(), answerBy: clock.dayOrNull(byWhen ?? null) })
    diary.keep(name, id)
  })
  const step = (day: string | undefined, who: string, write: (actor: Actor) => Promise<unknown>) => {
    if (day !== undefined) diary.on(day, who, write)
  }
  if (!answer) return
  step(answer.on, answer.by, (actor) => answerPoint(actor, {
    id: idOf(name), version: 1, disposition: answer.as, reason: answer.because, deferredUntil: clock.dayOrNull(answer.until ?? null), ...(answer.leadsTo ? { ledToId: idOf(answer.leadsTo) } : {}),
  }))
  step(told, manager, (actor) => tellBack(actor, { ids: [idOf(name)] }))
  step(confirmed, manager, (actor) => confirmPoint(actor, { id: idOf(name) }))
}

function end(diary: Diary, { code, closed, next, ratings = [], minutes, meetings }: ConversationRow): void {
  const { clock, idOf } = diary
  const consultationId = () => idOf(code)
  for (const [name, trust, understood, responsive] of ratings)
    diary.on(meetings[0]?.on ?? "", manager, () =>
      rateConversation({ kind: "person", personId: idOf(name), name, roles: ["contributor"] }, { consultationId: consultationId(), trust, understood, responsive }))
  if (minutes)
    diary.on(minutes.on, manager, async (actor) => {
      await writeMinutes(actor, { consultationId: consultationId(), version: await diary.versionOf(code), minutes: minutes.words, ...(next ? { nextOn: clock.day(next) } : {}) })
      await sendMinutes(actor, { consultationId: consultationId() })
    })
  if (closed) diary.on(closed, manager, (actor) => closeConsultation(actor, { id: consultationId() }))
}
