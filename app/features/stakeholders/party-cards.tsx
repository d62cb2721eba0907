// The cards of a person's page: what affects them and every conversation; what they said there has a card of its own.
import { dayMonthYear } from "~/core/calendar"
import { kindWords, pathOf, type ElementRef } from "~/features/elements/element"
import { Card } from "~/ui/card"
import { conversationInWords, type PartyConversation } from "./party-facts"

export interface PartyCardsProps {
  affected: { work: readonly ElementRef[]; used: readonly ElementRef[] }
  conversations: readonly PartyConversation[]
}

/** Draws the cards. */
export function PartyCards({ affected, conversations }: PartyCardsProps) {
  return (
    <>
      <Card title="What affects them" id="affected" aside={affected.work.length > 0 ? String(affected.work.length) : undefined}>
        {affected.work.length + affected.used.length === 0 ? <p className="muted">No work changes their unit, and it uses nothing yet.</p> : null}
        <AffectingLines records={affected.work} />
        {affected.used.length > 0 ? (
          <details className="disclose" open={affected.work.length === 0 || undefined}>
            <summary>{affected.used.length === 1 ? "One thing their unit uses" : `${affected.used.length} services and applications their unit uses`}</summary>
            <AffectingLines records={affected.used} />
          </details>
        ) : null}
      </Card>
      <Card title="Conversations" id="conversations" aside={conversations.length > 0 ? String(conversations.length) : undefined}>
        {conversations.length === 0 ? <p className="muted">None yet.</p> : null}
        <ul className="lines">
          {conversations.map((one) => (
            <li key={one.consultation.id}>
              <span className="grow"><a href={pathOf(one.consultation.kind, one.consultation.code)}>{one.consultation.name}</a></span>
              <span className="muted">{conversationInWords(one)}{dayOf(one)}</span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}

function AffectingLines({ records }: { records: readonly ElementRef[] }) {
  return (
    <ul className="lines">
      {records.map((record) => (
        <li key={record.id}>
          <span className="grow"><a href={pathOf(record.kind, record.code)}>{record.name}</a></span>
          <span className="muted">{record.kind === "initiative" ? "changes their unit" : kindWords[record.kind].one}</span>
        </li>
      ))}
    </ul>
  )
}

function dayOf({ heardOn, invitedOn, dueOn }: PartyConversation): string {
  if (heardOn) return `, ${dayMonthYear(heardOn)}`
  if (dueOn) return `, until ${dayMonthYear(dueOn)}`
  return invitedOn ? `, ${dayMonthYear(invitedOn)}` : ""
}

/** Draws what an administrator may do with all that is held on somebody. */
export function HeldCard({ code }: { code: string }) {
  return (
    <Card title="What is held on them" id="held">
      <div className="row wrap">
        <a className="btn" href={`/people/${code}/held.json`} download>Download it all</a>
        <a className="btn quiet" href={`/people/${code}/erase`}>Erase…</a>
      </div>
    </Card>
  )
}
