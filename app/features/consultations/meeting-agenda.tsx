// The left of the meeting's screen: where the agenda stands, what to ask before moving on, and what is still owed.
import { dayMonthYear } from "~/core/calendar"
import { OperationFields } from "~/features/elements/operation-fields"
import { Shape } from "~/ui/status"
import { currentItem, minutesSince, nextItem } from "./meeting"
import type { DuringView, MeetingOnScreen } from "./meeting-view"

/** Draws the agenda with the time at `now`. */
export function AgendaColumn({ view, meeting, now }: { view: DuringView; meeting: MeetingOnScreen; now: number }) {
  const at = currentItem(meeting.agenda)
  return (
    <section aria-labelledby="agenda-title">
      <h2 id="agenda-title">
        Agenda <small>{meeting.startedAt && !meeting.closed ? `${minutesSince(meeting.startedAt, now)} of ${meeting.minutes} min` : `${meeting.minutes} min`}</small>
      </h2>
      <ol className="agenda">
        {meeting.agenda.map((item) => {
          const here = item.id === at?.id && !meeting.closed
          const spent = item.startedAt === null ? 0 : minutesSince(item.startedAt, item.endedAt === null ? now : Date.parse(item.endedAt))
          return (
            <li key={item.id} className={here ? "now" : undefined} aria-current={here ? "step" : undefined}>
              <Shape state={item.endedAt ? "done" : here ? "on-track" : "not-started"} />
              <span>
                {item.name}
                <span className="visually-hidden">{item.endedAt ? ", done" : here ? ", now" : ", to come"}</span>
              </span>
              <small>{item.endedAt ? `${spent} min` : item.minutes}</small>
              {here ? <progress max={item.minutes} value={Math.min(item.minutes, spent)} aria-label={`Time for ${item.name}`} /> : null}
              {here ? <small className="left">{spent <= item.minutes ? `${item.minutes - spent} min left` : `${spent - item.minutes} min over`}</small> : null}
            </li>
          )
        })}
      </ol>
      {view.mayRun && !meeting.closed ? <GoOn meeting={meeting} /> : null}
      {at?.prompt ? (
        <>
          <h3>Ask before you move on</h3>
          <p className="muted">{at.prompt}</p>
        </>
      ) : null}
      {view.owed.length === 0 ? null : (
        <>
          <h3>We still owe them</h3>
          {view.owed.map(({ id, code, name, dueOn }) => (
            <p key={id} className="small">
              <Shape state="off-track" /> <a href={`/commitments/${code}`}>{name}</a>, due {dayMonthYear(dueOn)}
            </p>
          ))}
        </>
      )}
    </section>
  )
}

function GoOn({ meeting }: { meeting: MeetingOnScreen }) {
  const next = nextItem(meeting.agenda)
  if (next === null) return <p className="muted small">This is the last point.</p>
  return (
    <form method="post" action={`/meetings/${meeting.id}/next`}>
      <OperationFields form={`next ${next.id}`} />
      <button type="submit" className={meeting.startedAt ? "btn" : "btn primary"}>
        {meeting.startedAt ? "Next point" : "Start the meeting"}
      </button>
    </form>
  )
}
