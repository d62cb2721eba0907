// The middle of the meeting's screen: the notes as they were written down, saved or on their way.
import { dayMonthYear } from "~/core/calendar"
import { LockMark } from "~/ui/lock-mark"
import { feedbackKindWords } from "./feedback"
import type { Queued } from "./capture-queue"
import { captureWords, type CaptureKind } from "./meeting"
import { voiceWords } from "./feedback-table"
import type { DuringView, NoteOnScreen } from "./meeting-view"

/** Draws the notes, oldest first: points and decisions, then what is not saved yet. */
export function NoteList({ view, queue, onAgain, onTakeBack }: { view: DuringView; queue: readonly Queued[]; onAgain: (id: string) => void; onTakeBack: (id: string) => void }) {
  return (
    <ol className="notes">
      {view.notes.map((note) => (
        <SavedNote key={note.id} note={note} />
      ))}
      {view.decisions.map(({ id, body, author }) => (
        <li className="note" key={id}>
          <header>
            <span>{author ?? "Decided"}</span>
            <span className="kind">Decision</span>
          </header>
          <p>{body}</p>
        </li>
      ))}
      {view.confidential === 0 ? null : (
        <li className="note private">
          <p>
            <LockMark /> {view.confidential === 1 ? "1 confidential point" : `${view.confidential} confidential points`} that you may not read
          </p>
        </li>
      )}
      {queue.map((note) => (
        <li className={note.fields.confidential ? "note private unsaved" : "note unsaved"} key={note.id}>
          <header>
            <span>{note.state === "refused" ? note.why : "Not saved yet"}</span>
            <span className="kind">{captureWords[(note.fields.kind ?? "decision") as CaptureKind]}</span>
          </header>
          <p>{note.fields.body}</p>
          {note.state === "refused" ? (
            <button type="button" className="btn small" onClick={() => onTakeBack(note.id)}>
              Change it
            </button>
          ) : (
            <button type="button" className="btn quiet small" onClick={() => onAgain(note.id)}>
              Send it now
            </button>
          )}
        </li>
      ))}
    </ol>
  )
}

function SavedNote({ note }: { note: NoteOnScreen }) {
  const confidential = note.confidentiality === "confidential"
  return (
    <li className={confidential ? "note private" : "note"}>
      <header>
        <strong>{voiceWords(note)}</strong>
        <span className="kind">
          {confidential ? <LockMark /> : null}
          {`${confidential ? " Confidential " : ""}${feedbackKindWords[note.kind]}`}
        </span>
      </header>
      <p>{`“${note.body}”`}</p>
      {confidential ? <small>{`Only who wrote it down, the owner of this conversation${note.readers.map(({ name }) => `, ${name}`).join("")} can read this. Others see a count.`}</small> : null}
      {note.owner ? <small>{`${note.owner.name} answers${note.answerBy ? ` by ${dayMonthYear(note.answerBy)}` : ""}`}</small> : null}
    </li>
  )
}
