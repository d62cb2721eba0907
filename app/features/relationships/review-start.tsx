// Starting a review from its brief: the day it is for, and the meeting with the agenda that the brief suggests.
import { dayMonthYear } from "~/core/calendar"
import { OperationFields } from "~/features/elements/operation-fields"
import { pathOf, type ElementRef } from "~/features/elements/element"
import { Card } from "~/ui/card"
import { DateField, NumberField, TextArea, TextField } from "~/ui/field"
import { KeepDraft } from "~/ui/form-draft"

export interface StartReviewProps {
  unit: ElementRef
  /** a review of the unit that is planned or runs: only one does at a time */
  underWay: (ElementRef & { on: string }) | null
  day: string
  minutes: number
  /** the suggested agenda as it is written, one point a line */
  agenda: string
}

/** Draws the form, or the way into the review that is under way. */
export function StartReview({ unit, underWay, day, minutes, agenda }: StartReviewProps) {
  return (
    <div className="on-screen">
      <Card title={underWay ? "A review is under way" : "Start the review"} id="start" tone="focus">
        {underWay ? (
          <p>
            <a href={`${pathOf("consultation", underWay.code)}/during`}>{underWay.name}</a>, planned for {dayMonthYear(underWay.on)}. Close its meeting before another one starts.
          </p>
        ) : (
          <form method="post" action={`${pathOf("unit", unit.code)}/review`} className="form">
            <OperationFields form={`start review ${unit.code}`} />
            <KeepDraft draftKey={`review ${unit.code} ${day}`} />
            <TextField label="Day and time" name="startsAt" type="datetime-local" required defaultValue={`${day}T10:00`} />
            <div className="form-row">
              <NumberField label="It takes" name="minutes" required unit="minutes" defaultValue={String(minutes)} />
              <TextField label="Where" name="place" maxLength={200} />
            </div>
            <details className="disclose">
              <summary>Change the agenda first</summary>
              <TextArea label="What to talk about" name="agenda" id="review-agenda" rows={8} required maxLength={4000} defaultValue={agenda} hint="One point a line: its minutes after a comma, what to ask after a colon." />
            </details>
            <div>
              <button type="submit" className="btn primary">
                Start the review
              </button>
            </div>
            <p className="small muted">It opens as a conversation with {unit.name}, with this agenda, and leads into its meeting.</p>
          </form>
        )}
      </Card>
    </div>
  )
}

/** Draws the choice of another day for the brief. */
export function BriefDay({ day, today }: { day: string; today: string }) {
  return (
    <details className="disclose on-screen">
      <summary>Make it for another day</summary>
      <form method="get" className="form">
        <DateField label="You meet on" name="on" required min={today} defaultValue={day} />
        <div>
          <button type="submit" className="btn small">
            Show the brief
          </button>
        </div>
      </form>
    </details>
  )
}
