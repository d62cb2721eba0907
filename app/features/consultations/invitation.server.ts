// The invitation as it leaves the house: the words of the mail, and the appointment or last day as an entry of a calendar.
import ical, { ICalCalendarMethod } from "ical-generator"
import { addDays, dayMonthYear } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { personalLinkMark } from "~/core/outbox.server"
import { namesOf } from "~/features/elements/elements.queries.server"
import { levelWords } from "./consultation"
import type { Consultation } from "./consultations.queries.server"
import { meetingsOf } from "./meetings.queries.server"
import type { ListeningStyle } from "./answer"
import { linkDays } from "./parts"

/** What is posted by mail; where the link stands there is a mark, because the link is made when the mail leaves. */
export interface InvitationMail {
  subject: string
  body: string
  calendar: string | null
}

/** Writes the mail for one participant, in the wording that fits them. */
export async function invitationMail(db: ReadDb, consultation: Consultation, to: { name: string; listeningStyle: ListeningStyle | null }, { origin, now }: { origin: string; now: Date }): Promise<InvitationMail> {
  const { name, ownerId, closesOn, participationLevel, questionPlain, questionStandard, questionTechnical } = consultation
  const words: Record<ListeningStyle, string> = { plain: questionPlain, standard: questionStandard, technical: questionTechnical }
  const owner = ownerId ? (await namesOf(db, [ownerId])).get(ownerId)?.name : undefined
  const question = words[to.listeningStyle ?? "plain"] || questionPlain
  const body = [
    `Hello ${to.name},`, `${owner ?? "We"} would like to hear you: ${name}.`, question, levelWords[participationLevel].promise,
    `Answer here, on a phone too${closesOn ? `, until ${dayMonthYear(closesOn)}` : ""}:\n${origin}/answer/${personalLinkMark}`,
    `The link is yours alone: whoever has it answers in your name. It is good for ${linkDays} days.`,
  ].join("\n\n")
  return { subject: oneLine(`You are asked: ${name}`), body, calendar: await invitationFile(db, consultation, now) }
}

/** The next meeting with its time, else the last day to answer as a whole day; null where neither is set. It holds no personal link. */
export async function invitationFile(db: ReadDb, consultation: Consultation, now: Date): Promise<string | null> {
  const { id, name, questionPlain, closesOn, version } = consultation
  const calendar = ical({ name: "Conversation", prodId: { company: "Throughline", product: "Throughline", language: "EN" }, method: ICalCalendarMethod.PUBLISH })
  const next = (await meetingsOf(db, id)).find(({ startsAt, closedAt }) => closedAt === null && startsAt.getTime() >= now.getTime())
  const shared = { id: `${id}@throughline`, description: questionPlain, sequence: version, stamp: now }
  if (next) calendar.createEvent({ ...shared, start: next.startsAt, end: new Date(next.startsAt.getTime() + next.minutes * 60_000), summary: oneLine(name), location: oneLine(next.place) || null })
  else if (closesOn) calendar.createEvent({ ...shared, start: closesOn, end: addDays(closesOn, 1), allDay: true, timezone: null, summary: oneLine(`Answer by today: ${name}`) })
  else return null
  return calendar.toString()
}

/** Words that somebody typed never become a line of a header or of a calendar file. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim()
}
