// The box at the foot of a meeting's notes: one line, five kinds, a confidential mark; keys for all of them.
import { useEffect, useRef, type FormEvent, type KeyboardEvent, type RefObject } from "react"
import type { ElementRef } from "~/features/elements/element"
import { asOption } from "~/features/elements/element-panels"
import { OperationFields } from "~/features/elements/operation-fields"
import { DrawnOnce } from "~/ui/drawn-once"
import { DateField, Select } from "~/ui/field"
import { LaterPicker } from "~/ui/later-picker"
import { singleKeysOn, typing } from "~/ui/keys"
import { LockMark } from "~/ui/lock-mark"
import type { Note } from "./capture-queue"
import { captureKeys, captureWords, confidentialKey, type CaptureKind } from "./meeting"
import type { DuringShared } from "./meeting-view"

export interface CaptureBoxProps {
  code: string
  meetingId: string | null
  agendaItemId: string | null
  shared: DuringShared
  people: readonly ElementRef[] | null
  form: RefObject<HTMLFormElement>
  kind: CaptureKind
  onKind: (kind: CaptureKind) => void
  onNote: (note: Note) => void
  onTyped: () => void
}

const kinds = Object.entries(captureKeys) as [string, CaptureKind][]
const addresses = { concern: "points", question: "points", wish: "points", action: "actions", decision: "decisions" } as const

/** Draws the box; without scripts each button posts the form for its kind. */
export function CaptureBox({ code, meetingId, agendaItemId, shared, people, form, kind, onKind, onNote, onTyped }: CaptureBoxProps) {
  const more = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const chosen = keyed(event.key)
      const locks = event.key.toLowerCase() === confidentialKey
      const inside = typing(event.target)
      if ((!chosen && !locks) || event.ctrlKey || event.metaKey || event.defaultPrevented || (inside && !event.altKey) || (!inside && !singleKeysOn())) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (chosen) onKind(chosen)
      else form.current?.querySelector<HTMLInputElement>("[name=confidential]")?.click()
      form.current?.querySelector("textarea")?.focus()
    }
    document.addEventListener("keydown", onKey, { capture: true })
    return () => document.removeEventListener("keydown", onKey, { capture: true })
  }, [form, onKind])
  useEffect(() => {
    if (kind === "action" && more.current) more.current.open = true
  }, [kind])

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // notes follow each other quickly: the page's guard against a second click is not for them, their ids are
    event.nativeEvent.stopImmediatePropagation()
    const box = event.currentTarget
    const button = (event.nativeEvent as SubmitEvent).submitter
    const chosen = kinds.find(([, one]) => one === button?.getAttribute("data-kind"))?.[1] ?? kind
    const fields = Object.fromEntries([...new FormData(box)].filter((pair): pair is [string, string] => typeof pair[1] === "string" && pair[1] !== ""))
    if ((fields.body ?? "").trim() === "") return
    if (chosen === "action" && !(fields.ownerId && fields.by)) {
      onKind(chosen)
      if (more.current) more.current.open = true
      box.querySelector<HTMLElement>(fields.ownerId ? "#note-due" : "#note-owner")?.focus()
      return
    }
    const id = crypto.randomUUID()
    onNote({ id, to: addresses[chosen], fields: { ...fields, operationId: id, ...(addresses[chosen] === "points" ? { kind: chosen } : {}) } })
    for (const name of ["body", "personId"]) clear(box, name)
    onKind("concern")
    box.querySelector("textarea")?.focus()
  }

  return (
    <form method="post" action={`/consultations/${code}/points`} className="capture" ref={form} onSubmit={onSubmit} onInput={onTyped} aria-label="Write a note">
      <OperationFields form="capture" />
      {meetingId ? <input type="hidden" name="meetingId" value={meetingId} /> : null}
      {agendaItemId ? <input type="hidden" name="agendaItemId" value={agendaItemId} /> : null}
      <div className="capture-line">
        <label htmlFor="note-body" className="visually-hidden">
          What was said; a name and a colon before it say who said it
        </label>
        <textarea id="note-body" className="input" name="body" rows={1} required maxLength={4000} placeholder="Name: what they said" onKeyDown={enterSends} style={{ flex: "1 1 14rem" }} />
        <label className="choice" title={`Alt and ${confidentialKey.toUpperCase()} while you type`}>
          <input type="checkbox" name="confidential" value="on" />
          <span>
            <LockMark /> Confidential <kbd aria-hidden="true">{confidentialKey.toUpperCase()}</kbd>
          </span>
        </label>
      </div>
      <div className="capture-kinds">
        {kinds.map(([letter, one]) => (
          <button
            key={one} type="submit" className={one === kind ? "btn on" : "btn"} data-kind={one} formAction={`/consultations/${code}/${addresses[one]}`}
            name={addresses[one] === "points" ? "kind" : undefined} value={addresses[one] === "points" ? one : undefined} title={`Alt and ${letter.toUpperCase()} while you type`}
          >
            <kbd aria-hidden="true">{letter.toUpperCase()}</kbd> {captureWords[one]}
          </button>
        ))}
      </div>
      <details className="disclose" ref={more} open={people !== null || undefined}>
        <summary>Who said it, who sees to it, by when</summary>
        <div className="form-row">
          <DrawnOnce of={shared} by="said by" draw={() => <Select label="Said by" name="personId" id="note-person" empty="As written, or nobody named" options={shared.room.map(({ personId, name }) => ({ value: personId, label: name }))} />} />
          <Select label="Others see" name="shownAs" id="note-shown" defaultValue="named" options={[{ value: "named", label: "The name" }, { value: "role only", label: "Unit and role level only" }]} />
          <LaterPicker label="Who sees to it" name="ownerId" id="note-owner" empty="Nobody yet" options={people?.map(asOption) ?? null} from="/consultations/choices/person" early hint="An action needs one." />
          <DateField label="By" name="by" id="note-due" hint="An action needs a day." />
        </div>
      </details>
    </form>
  )
}

function keyed(key: string): CaptureKind | undefined {
  return kinds.find(([letter]) => letter === key.toLowerCase())?.[1]
}

function enterSends(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return
  event.preventDefault()
  const form = event.currentTarget.form
  form?.requestSubmit(form.querySelector<HTMLButtonElement>("button.on"))
}

function clear(box: HTMLFormElement, name: string): void {
  const control = box.elements.namedItem(name)
  if (control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement) control.value = ""
}
