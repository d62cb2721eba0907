// What waits for one person among people: points they answer, conversations to hold, reviews due, and what waits for their voice.
import { addDays, compareDates, dayMonthYear, daysBetween, type CalendarDate } from "~/core/calendar"
import type { ElementRef } from "~/features/elements/element"
import type { WorkItem } from "./my-work"

/** For how many days before its day a conversation, meeting or review stands on My work. */
export const talkDaysAhead = 14

export interface OwedPoint {
  id: string
  code: string
  body: string
  answerBy: CalendarDate | null
  raisedOn: CalendarDate
  consultation: ElementRef
}

/** Points without an answer that the person is to give, overdue ones first, then the oldest. */
export function owedAnswers(points: readonly OwedPoint[], today: CalendarDate): WorkItem[] {
  const late = ({ answerBy }: OwedPoint) => (answerBy === null ? 0 : Math.max(0, daysBetween(answerBy, today)))
  return [...points].sort((a, b) => late(b) - late(a) || compareDates(a.raisedOn, b.raisedOn)).map((point) => {
    const age = daysBetween(point.raisedOn, today)
    return {
      element: { id: point.id, code: point.code, name: point.body.length > 160 ? `${point.body.slice(0, 159)}…` : point.body },
      words: `${point.consultation.name} · ${age === 0 ? "raised today" : `raised ${age === 1 ? "1 day" : `${age} days`} ago`}`, note: point.answerBy ? `answer by ${dayMonthYear(point.answerBy)}` : "", daysLate: late(point),
      action: { label: "Answer", href: `/consultations/${point.consultation.code}/after?answer=${point.code}#${point.code}` },
    }
  })
}

export interface OwnConversation {
  consultation: ElementRef
  closesOn: CalendarDate
  asked: number
  heard: number
}

/** The person's open conversations that close soon, or should have been closed. */
export function closingConversations(conversations: readonly OwnConversation[], today: CalendarDate): WorkItem[] {
  return conversations.map(({ consultation, closesOn, asked, heard }) => {
    const late = Math.max(0, daysBetween(closesOn, today))
    return {
      element: consultation, words: late > 0 ? `Was open until ${dayMonthYear(closesOn)}` : `Open until ${dayMonthYear(closesOn)}`, note: asked === 0 ? "nobody is asked yet" : `${heard} of ${asked} heard`, daysLate: late,
      action: { label: late > 0 ? "Close it" : "Open", href: `/consultations/${consultation.code}` },
    }
  })
}

/** Meetings of the person's conversations that come or run; one whose day has passed waits to be closed. */
export function meetingsToHold(meetings: readonly { id: string; consultation: ElementRef; on: CalendarDate; time: string; place: string; started: boolean }[], today: CalendarDate): WorkItem[] {
  return meetings.map(({ id, consultation, on, time, place, started }) => ({
    element: consultation, words: started ? "The meeting runs" : `Meeting on ${dayMonthYear(on)}, ${time}`, note: place, daysLate: started ? 0 : Math.max(0, daysBetween(on, today)),
    action: { label: "Open the meeting", href: `/consultations/${consultation.code}/during?meeting=${id}` },
  }))
}

/** Reviews of the relationships that the person looks after, due by their cadence; one that was held (its short id) waits for the next day. */
export function reviewsDue(reviews: readonly { unit: ElementRef; nextReviewOn: CalendarDate; held: string | null }[], today: CalendarDate): WorkItem[] {
  return reviews.map(({ unit, nextReviewOn, held }) =>
    held === null
      ? { element: unit, words: `Review due ${dayMonthYear(nextReviewOn)}`, note: "", daysLate: Math.max(0, daysBetween(nextReviewOn, today)), action: { label: "Prepare", href: `/units/${unit.code}/brief` } }
      : { element: unit, words: "The review was held", note: "no next day is planned", daysLate: 0, action: { label: "Plan the next", href: `/consultations/${held}/after#next` } })
}

/** Conversations that asked the person and did not hear them yet, and minutes that they have not confirmed. */
export function ownVoice(
  { invited, minutes }: { invited: readonly { consultation: ElementRef; closesOn: CalendarDate | null }[]; minutes: readonly { consultation: ElementRef; sentOn: CalendarDate }[] }, today: CalendarDate,
): WorkItem[] {
  return [
    ...invited.map(({ consultation, closesOn }) => ({
      element: consultation, words: closesOn ? `You are asked, by ${dayMonthYear(closesOn)}` : "You are asked", note: "answer by the link that was sent to you", daysLate: closesOn ? Math.max(0, daysBetween(closesOn, today)) : 0,
      action: { label: "Read", href: `/consultations/${consultation.code}` },
    })),
    ...minutes.map(({ consultation, sentOn }) => ({
      element: consultation, words: `Minutes sent ${dayMonthYear(sentOn)}`, note: "are they right?", daysLate: 0, action: { label: "Confirm", href: `/consultations/${consultation.code}/after#minutes` },
    })),
  ]
}

/** The last day that My work looks ahead to. */
export function lookAhead(today: CalendarDate): CalendarDate {
  return addDays(today, talkDaysAhead)
}

/** Needs behind side-door tools that the person is to answer, or that nobody is named for; the longest late first, as they come. */
export function needsToAnswer(reports: readonly (ElementRef & { need: string; unit: ElementRef | null; answerDueOn: CalendarDate; tolerateUntil: CalendarDate | null; owner: ElementRef | null; standing: { state: string; days: number } })[]): WorkItem[] {
  return reports.map(({ id, code, need, name, unit, answerDueOn, tolerateUntil, owner, standing }) => {
    const again = standing.state === "look again"
    const whose = `${unit?.name ?? "A team"} uses ${name}`
    return {
      element: { id, code, name: need.length > 160 ? `${need.slice(0, 159)}…` : need }, words: owner === null ? `${whose}; nobody is named to answer` : whose,
      note: again ? `agreed until ${dayMonthYear(tolerateUntil ?? answerDueOn)}` : `answer by ${dayMonthYear(answerDueOn)}`, daysLate: Math.max(0, standing.days),
      action: { label: again ? "Look again" : "Answer", href: `/byo/${code}/answer` },
    }
  })
}
