// The tab "during": agenda and time, notes as they are written down, who is in the room. Made for a tablet on the table.
import "./meeting.css"
import { useFetcher } from "@remix-run/react"
import { useCallback, useEffect, useRef, useState } from "react"
import { unpacked } from "~/core/packed"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { DrawnOnce } from "~/ui/drawn-once"
import { Crumbs } from "~/ui/page-header"
import { StatusMark } from "~/ui/status"
import { queueSentence, readKept } from "./capture-queue"
import { useSending } from "./capture-sending"
import { currentItem, type CaptureKind } from "./meeting"
import { AgendaColumn } from "./meeting-agenda"
import { CaptureBox } from "./meeting-capture"
import { MomentTabs } from "./meeting-frame"
import { NoteList } from "./meeting-notes"
import { PlanMeetingForm } from "./meeting-plan-form"
import { RoomColumn } from "./meeting-room"
import type { DuringSent, DuringShared, DuringView } from "./meeting-view"

const lookAgainMs = 4000

/** Draws the tab; what others write down arrives while it is open. */
export function MeetingPage({ sent }: { sent: DuringSent }) {
  // null: the server was away when it was asked
  const { load, state, data } = useFetcher<DuringSent | null>()
  const [seen, setSeen] = useState(sent)
  useEffect(() => {
    if (data) setSeen(data)
  }, [data])
  const first = opened(sent)
  const { shared, ...view } = newer(seen, first)
  const { code } = first.head
  const form = useRef<HTMLFormElement>(null)
  const [kind, setKind] = useState<CaptureKind>("concern")
  const [now, setNow] = useState(() => Date.parse(first.now))
  const address = `/consultations/${code}/during?again=1${first.meeting ? `&meeting=${first.meeting.id}` : ""}`
  // one question at a time: asking again while an answer is on its way would break that off
  const [wanted, setWanted] = useState(0)
  const asked = useRef(0)
  const look = useCallback(() => setWanted((times) => times + 1), [])
  useEffect(() => {
    if (state !== "idle" || asked.current === wanted) return
    asked.current = wanted
    load(address)
  }, [state, wanted, load, address])
  const draft = useCallback(() => {
    const fields = form.current ? new FormData(form.current) : new FormData()
    return { text: String(fields.get("body") ?? ""), confidential: fields.get("confidential") !== null || fields.get("shownAs") === "role only" }
  }, [])
  const { queue, savedAt, send, again, takeBack } = useSending(code, look, draft)
  const refill = useCallback((text: string) => {
    const box = form.current?.querySelector("textarea")
    if (box && box.value === "" && text !== "") box.value = text
  }, [])

  useEffect(() => refill(readKept(sessionStorage.getItem(`meeting ${code}`)).draft), [code, refill])
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now())
      if (document.visibilityState === "visible" && navigator.onLine && state === "idle") look()
    }, lookAgainMs)
    return () => clearInterval(timer)
  }, [look, state])

  const { meeting } = view
  const typed = () => {
    const { text, confidential } = draft()
    sessionStorage.setItem(`meeting ${code}`, JSON.stringify({ ...readKept(sessionStorage.getItem(`meeting ${code}`)), draft: confidential ? "" : text }))
  }
  const at = meeting ? currentItem(meeting.agenda) : null
  return (
    <div className="page">
      <Crumbs crumbs={[{ label: "Conversations", href: "/consultations" }, { label: view.head.name, href: `/consultations/${code}` }, { label: "During" }]} />
      <header className="meeting-head">
        <h1>{view.head.name}</h1>
        <MomentTabs code={code} at="during" />
        <span className="push">
          <SavedWord queue={queueSentence(queue)} savedAt={savedAt} />
          {meeting?.startedAt && !meeting.closed && view.mayRun ? <CloseMeeting meetingId={meeting.id} /> : null}
        </span>
      </header>
      {meeting === null ? <NoMeeting view={view} /> : <p className="muted small">{meeting.when}{meeting.place ? `, ${meeting.place}` : ""}{meeting.closed ? ". This meeting is closed." : ""}{view.others.length > 0 ? ". " : ""}<OtherMeetings view={view} /></p>}
      <div className="meeting">
        {meeting ? <AgendaColumn view={view} meeting={meeting} now={now} /> : <span />}
        <section aria-labelledby="notes-title">
          <h2 id="notes-title">
            {at?.name ?? "Notes"} <small>{count(view)}</small>
          </h2>
          <NoteList view={view} queue={queue} onAgain={again} onTakeBack={(id) => refill(takeBack(id)?.fields.body ?? "")} />
          {view.mayRun ? (
            <CaptureBox code={code} meetingId={meeting?.id ?? null} agendaItemId={at?.id ?? null} shared={shared} people={view.people} form={form} kind={kind} onKind={setKind} onNote={send} onTyped={typed} />
          ) : (
            <p className="muted">Those who run this conversation write the notes down.</p>
          )}
        </section>
        {ticking(view) ? <RoomColumn view={view} meeting={meeting} mayTick /> : <DrawnOnce of={shared} by="room" draw={() => <RoomColumn view={shared} meeting={meeting} mayTick={false} />} />}
      </div>
      {meeting !== null && view.mayRun ? (
        <details className="disclose">
          <summary>Plan another meeting</summary>
          <PlanMeetingForm code={code} day={view.today} />
        </details>
      ) : null}
    </div>
  )
}

type Opened = DuringView & { shared: DuringShared }

function opened({ shared, own }: DuringSent): Opened {
  return { ...unpacked(shared), ...unpacked(own), shared: unpacked(shared) }
}

/** What was asked for later, unless the page itself was loaded anew since. */
function newer(fetched: DuringSent, first: Opened): Opened {
  return unpacked(fetched.own).now > first.now ? opened(fetched) : first
}

/** Those who run the conversation tick people in while the meeting goes on. */
function ticking({ mayRun, meeting }: DuringView): boolean {
  return mayRun && meeting !== null && meeting.startedAt !== null && !meeting.closed
}

function count({ notes, decisions, confidential }: DuringView): string {
  const all = notes.length + decisions.length + confidential
  return all === 1 ? "1 note" : `${all} notes`
}

function SavedWord({ queue, savedAt }: { queue: string; savedAt: number | null }) {
  const time = savedAt === null ? "" : new Date(savedAt).toTimeString().slice(0, 5)
  return (
    <span role="status" className="small">
      {queue !== "" ? <StatusMark state="at-risk">{queue}</StatusMark> : savedAt === null ? null : <StatusMark state="done">Saved {time}</StatusMark>}
    </span>
  )
}

function CloseMeeting({ meetingId }: { meetingId: string }) {
  return (
    <form method="post" action={`/meetings/${meetingId}/close`}>
      <OperationFields form="close meeting" />
      <button type="submit" className="btn primary">
        Close meeting
      </button>
    </form>
  )
}

function OtherMeetings({ view }: { view: DuringView }) {
  if (view.others.length === 0) return null
  return (
    <>
      {view.others.length === 1 ? "The other meeting: " : "Other meetings: "}
      {view.others.map(({ id, when }, at) => (
        <span key={id}>
          {at > 0 ? " · " : ""}
          <a href={`/consultations/${view.head.code}/during?meeting=${id}`}>{when}</a>
        </span>
      ))}
    </>
  )
}

function NoMeeting({ view }: { view: DuringView }) {
  return (
    <Card title="No meeting is planned yet">
      <p className="muted">A meeting has an agenda with times, and whoever is in its room counts as heard. Notes can be written down without one.</p>
      {view.mayRun ? <PlanMeetingForm code={view.head.code} day={view.today} /> : null}
    </Card>
  )
}
