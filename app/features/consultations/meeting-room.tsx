// The right of the meeting's screen: who is in the room by role level, and the actions taken.
import type { RoleLevel } from "./feedback-words"
import { dayMonthYear } from "~/core/calendar"
import { OperationFields } from "~/features/elements/operation-fields"
import { initials } from "~/ui/avatar"
import { StatusMark } from "~/ui/status"
import { roleLevelWords } from "./meeting"
import type { DuringShared, MeetingOnScreen, PersonInRoom } from "./meeting-view"

const levels: readonly (RoleLevel | null)[] = ["frontline", "specialist", "manager", "executive", "external", null]

/** Draws the room; a tap ticks somebody in, another takes the tick away. */
export function RoomColumn({ view, meeting, mayTick }: { view: DuringShared; meeting: MeetingOnScreen | null; mayTick: boolean }) {
  const { room } = view
  return (
    <section aria-labelledby="room-title">
      <h2 id="room-title">
        Who is in the room <small>{room.filter(({ here }) => here).length} of {room.length}</small>
      </h2>
      <p className="muted small">{room.length === 0 ? "Nobody takes part yet. Invite people before the meeting." : mayTick ? "Tap to tick. Being here counts, an invitation does not." : "Ticking starts with the meeting. Being here counts, an invitation does not."}</p>
      {levels.map((level) => {
        const people = room.filter(({ roleLevel }) => roleLevel === level)
        if (people.length === 0) return null
        const here = people.filter((person) => person.here).length
        return (
          <div className="room-row" key={level ?? "none"}>
            <span className="small">
              {level === null ? "No role level" : roleLevelWords[level]}
              <small>
                <StatusMark state={here > 0 ? "on-track" : "not-started"}>{here} of {people.length}</StatusMark>
              </small>
            </span>
            <span className="seats">
              {people.map((person) => (
                <Seat key={person.participationId} person={person} meetingId={mayTick ? (meeting?.id ?? null) : null} />
              ))}
            </span>
          </div>
        )
      })}
      <MissingHere room={room} />
      <HeardNow heardNow={view.heardNow} />
      <h2 className="room-row">
        Actions <small>{view.actions.length}</small>
      </h2>
      <ul className="taken">
        {view.actions.map(({ id, code, name, owner, dueOn }) => (
          <li key={id}>
            <a href={`/commitments/${code}`}>{name}</a>
            <small>{[owner, `by ${dayMonthYear(dueOn)}`].filter(Boolean).join(" · ")}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Seat({ person, meetingId }: { person: PersonInRoom; meetingId: string | null }) {
  const className = person.here ? "seat here" : "seat"
  const label = `${person.name}${person.unitName ? `, ${person.unitName}` : ""}: ${person.here ? "here" : "not here"}`
  if (meetingId === null) return <span className={className} role="img" aria-label={label} title={person.name} style={{ display: "grid", placeItems: "center" }}>{initials(person.name)}</span>
  return (
    <form method="post" action={`/meetings/${meetingId}/presence`}>
      <OperationFields form={`tick ${person.participationId} ${person.here ? "out" : "in"}`} />
      <input type="hidden" name="participationId" value={person.participationId} />
      <input type="hidden" name="here" value={person.here ? "no" : "yes"} />
      <button type="submit" className={className} aria-pressed={person.here} aria-label={label} title={person.name}>
        {initials(person.name)}
      </button>
    </form>
  )
}

function HeardNow({ heardNow }: Pick<DuringShared, "heardNow">) {
  if (heardNow.length === 0) return null
  return (
    <div className="heard-now" role="status" aria-label="Who was heard so far">
      {heardNow.map(({ id, name, sentence, passes }) => (
        <p key={id} className="small">
          <StatusMark state={passes ? "on-track" : passes === null ? "unknown" : "not-started"}>
            {heardNow.length > 1 ? <b>{name}: </b> : null}
            {sentence}
          </StatusMark>
        </p>
      ))}
    </div>
  )
}

function MissingHere({ room }: { room: readonly PersonInRoom[] }) {
  const missing = room.filter(({ heard }) => !heard).map(({ name }) => name)
  if (room.length === 0) return null
  if (missing.length === 0) return <p className="small"><StatusMark state="done">Everybody who takes part was heard.</StatusMark></p>
  const named = missing.slice(0, 3).join(", ")
  const more = missing.length > 3 ? ` and ${missing.length - 3} more` : ""
  return <p className="small"><StatusMark state="not-started">{named}{more} {missing.length === 1 ? "was" : "were"} not heard yet.</StatusMark></p>
}
