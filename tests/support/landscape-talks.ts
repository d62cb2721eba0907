// The conversations of a landscape: one that is open, with everything that it can hold.

import { randomUUID } from "node:crypto"
import { addDays } from "~/core/calendar"
import { writableDatabase } from "~/core/database.server"
import { hashToken, newToken } from "~/core/session.server"
import { capturePoint, answerPoint } from "~/features/consultations/feedback.commands.server"
import { createConsultation, openConsultation } from "~/features/consultations/consultations.commands.server"
import { minuteDecision, nextPoint, planMeeting, tickPresence } from "~/features/consultations/meetings.commands.server"
import { rateConversation, replyToMinutes, sendMinutes, writeMinutes } from "~/features/consultations/minutes.commands.server"
import { addOption, correctAffected, sayNobodyAffected } from "~/features/consultations/parts.commands.server"
import { keepDraft, listPerson, makeLink } from "~/features/consultations/participations.commands.server"
import { makeFeed } from "~/features/relationships/calendar-feed.commands.server"
import type { SignedInActor } from "./builders"

interface Around {
  admin: SignedInActor
  unitId: string
  personId: string
  initiativeId: string
  serviceId: string
  words: (field: string) => string
}

export interface Talks {
  consultation: { id: string; code: string; operationId: string }
  /** a participant who has not answered, by the id of their part */
  participationId: string
  /** a point without an answer */
  pointId: string
  meetingId: string
}

/** Makes one conversation with all its parts; the admin takes part, so that minutes and ratings have somebody who may give them. */
export async function talksOf({ admin, unitId, personId, initiativeId, serviceId, words }: Around): Promise<Talks> {
  const consultation = await createConsultation(admin, {
    name: words("consultation.name"), summary: words("consultation.summary"), subjectId: initiativeId, questionPlain: words("consultation.question"),
    questionStandard: words("consultation.question.standard"), questionTechnical: words("consultation.question.technical"), costs: words("consultation.costs"), effects: words("consultation.effects"),
  })
  const of = { consultationId: consultation.id }
  await addOption(admin, { ...of, name: words("option.name"), summary: words("option.summary") })
  const { id: participationId } = await listPerson(admin, { ...of, personId, mustHear: true, why: words("participation.why") })
  const own = await listPerson(admin, { ...of, personId: admin.personId, mustHear: false })
  await openConsultation(admin, { id: consultation.id })
  await makeLink(admin, { participationId, tokenHash: hashToken(newToken()) })
  await keepDraft({ ...admin, roles: [] }, { participationId, words: { optionId: null, points: [{ kind: "need", confidentiality: "named", body: "Not sent yet." }] } })
  await correctAffected(admin, { subjectId: initiativeId, unitId, roleLevel: "frontline", headcount: 12, reason: words("correction.reason") })
  await sayNobodyAffected(admin, { subjectId: serviceId, reason: words("nobody.reason") })
  const { id: meetingId } = await planMeeting(admin, { ...of, startsAt: new Date(Date.now() + 3_600_000), minutes: 30, place: words("meeting.place"), agenda: [{ name: words("agenda.name"), minutes: 10, prompt: words("agenda.prompt") }] })
  await nextPoint(admin, { meetingId })
  await tickPresence(admin, { meetingId, participationId: own.id, here: true })
  const point = { ...of, kind: "concern", confidentiality: "named", personId, meetingId } as const
  const { id: pointId } = await capturePoint(admin, { ...point, id: randomUUID(), body: words("point.body") })
  const { id: answered } = await capturePoint(admin, { ...point, id: randomUUID(), body: words("answered point.body") })
  await answerPoint(admin, { id: answered, version: 1, disposition: "rejected", reason: words("answer.reason"), deferredUntil: null })
  await capturePoint(admin, { ...point, id: randomUUID(), confidentiality: "confidential", body: words("confidential point.body"), readerIds: [admin.personId] })
  await minuteDecision(admin, { ...of, id: randomUUID(), body: words("minuted decision.body") })
  await makeFeed(admin, { tokenHash: hashToken(newToken()) })
  const { version } = await writableDatabase().selectFrom("element").select("version").where("id", "=", consultation.id).executeTakeFirstOrThrow()
  await writeMinutes(admin, { ...of, version, minutes: words("minutes"), nextOn: addDays(new Date().toISOString().slice(0, 10), 90) })
  await sendMinutes(admin, of)
  await replyToMinutes(admin, { ...of, says: "mend", words: words("minutes.mend") })
  await rateConversation(admin, { ...of, understood: 4, trust: 3, responsive: 2 })
  return { consultation, participationId, pointId, meetingId }
}
