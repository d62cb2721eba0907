// "You said, we did": each point with its answer and how far its loop is closed.
import type { RoleLevel } from "./feedback-words"
import { dayMonthYear, daysBetween } from "~/core/calendar"
import { useOperationIds } from "~/features/elements/operation-fields"
import { pathOf, type ElementRef } from "~/features/elements/element"
import { FormsDrawnOnce, type FormIds } from "~/ui/drawn-once"
import { LockMark } from "~/ui/lock-mark"
import { StatusMark } from "~/ui/status"
import { dispositionWords, feedbackKindWords, loopSteps, loopStates, type LoopState } from "./feedback"
import { AnswerForm, type AnswerChoices } from "./feedback-answer-form"
import { ChangeForm, type ChangeChoices } from "./feedback-change-form"
import { roleLevelWords } from "./meeting"
import type { MinutedPoint } from "./minutes"

export interface ShownPoint extends Omit<MinutedPoint, "owner"> {
  id: string
  code: string
  version: number
  voice: ElementRef | null
  unit: ElementRef | null
  roleLevel: RoleLevel | null
  owner: ElementRef | null
  ledTo: ElementRef | null
  state: LoopState
  raisedOn: string
  answeredOn: string | null
  toldOn: string | null
  confirmedOn: string | null
  readers: readonly ElementRef[]
  consultation: ElementRef | null
  voiceKnown: boolean
  mayAnswer: boolean
  mayConfirm: boolean
  mayChange: boolean
  /** the very object that everybody is given who may do the same about it: what is drawn of it is drawn once */
  sameForAll?: true
}

export interface SaidTableProps {
  points: readonly ShownPoint[]
  today: string
  /** the point whose answer form stands open, with what it can name */
  answering?: { code: string; choices: AnswerChoices } | null
  /** the point whose words are being changed, with who can be named as its reader */
  changing?: { code: string; choices: ChangeChoices } | null
  /** names the conversation of each point */
  conversations?: boolean
  /** the address that opens a point's form; absent: nothing is answered or changed here */
  formHref?: (form: "answer" | "change", code: string) => string
}

/** Draws the table; on a phone each row is a block. */
export function SaidTable({ points, today, answering, changing, conversations = false, formHref }: SaidTableProps) {
  const operationId = useOperationIds()
  const of = (point: ShownPoint) => ({ point, today, conversation: conversations ? point.consultation : null, formHref })
  return (
    <div className="scroll-x">
      <table className="plain-table said-table">
        <thead>
          <tr>
            <th scope="col">You said</th>
            <th scope="col">We did</th>
            <th scope="col">Told back</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) =>
            changing?.code === point.code || answering?.code === point.code || !point.sameForAll ? (
              <Row key={point.id} {...of(point)} changing={changing?.code === point.code ? changing.choices : null} answering={answering?.code === point.code ? answering.choices : null} ids={operationId} />
            ) : (
              <FormsDrawnOnce key={point.id} of={point} by={`row ${conversations} ${today} ${formHref?.("answer", point.code)}`} ids={operationId} draw={(ids) => <Row {...of(point)} changing={null} answering={null} ids={ids} />} />
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps extends Pick<SaidTableProps, "today" | "formHref"> {
  point: ShownPoint
  conversation: ElementRef | null
  changing: ChangeChoices | null
  answering: AnswerChoices | null
  ids: FormIds
}

function Row({ point, today, conversation, formHref, changing, answering, ids }: RowProps) {
  return (
    <tr id={point.code} className={point.confidentiality === "confidential" ? "private" : point.state === "heard" ? "waiting" : undefined}>
      <td>{changing ? <ChangeForm point={point} choices={changing} /> : <Said point={point} conversation={conversation} />}</td>
      <td>
        {answering ? <AnswerForm point={point} choices={answering} /> : <Did point={point} />}
        {answering ? null : <Actions point={point} formHref={formHref} operationId={ids} />}
      </td>
      <td>
        <Loop point={point} today={today} />
      </td>
    </tr>
  )
}

function Said({ point, conversation }: { point: ShownPoint; conversation: ElementRef | null }) {
  const confidential = point.confidentiality === "confidential"
  return (
    <>
      <span className="said">{`“${point.body}”`}</span>
      <small>{`${feedbackKindWords[point.kind]} · ${voiceWords(point)} · ${point.code}`}</small>
      {conversation ? <small><a href={`${pathOf("consultation", conversation.code)}/after#${point.code}`}>{conversation.name}</a></small> : null}
      {confidential ? <small><LockMark />{` Confidential: ${readersWords(point.readers)}`}</small> : null}
    </>
  )
}

/** Who is shown as a point's voice: name, unit and role level, as far as the reader may know. */
export function voiceWords({ voice, unit, roleLevel }: Pick<ShownPoint, "voice" | "unit" | "roleLevel">): string {
  const place = [unit?.name, roleLevel === null ? null : roleLevelWords[roleLevel].toLowerCase()].filter(Boolean).join(", ")
  return [voice?.name, place].filter(Boolean).join(" · ") || "One person"
}

function readersWords(readers: readonly ElementRef[]): string {
  const names = ["who wrote it down", "the owner of this conversation", ...readers.map(({ name }) => name)]
  return `only ${names.slice(0, -1).join(", ")} and ${names.at(-1)} can read this.`
}

function Did({ point }: { point: ShownPoint }) {
  const by = [point.owner?.name, point.answerBy ? `by ${dayMonthYear(point.answerBy)}` : null].filter(Boolean).join(" · ")
  if (point.disposition === null)
    return (
      <>
        <StatusMark state="gap">No answer yet</StatusMark>
        {point.owner ? <small>Waits for {by}</small> : <small>Nobody is named to answer it.</small>}
      </>
    )
  return (
    <>
      <span className="answer-word">{dispositionWords[point.disposition]}</span>
      {point.reason === "" ? null : <div>{point.reason}</div>}
      {point.deferredUntil ? <small>Put off until {dayMonthYear(point.deferredUntil)}</small> : null}
      {point.ledTo ? <small>Led to <a href={pathOf(point.ledTo.kind, point.ledTo.code)}>{point.ledTo.name}</a></small> : null}
      {by ? <small>{by}</small> : null}
    </>
  )
}

function Actions({ point, formHref, operationId }: { point: ShownPoint; formHref: SaidTableProps["formHref"]; operationId: FormIds }) {
  if (formHref === undefined || (!point.mayAnswer && !point.mayConfirm && !point.mayChange)) return null
  const answer = point.disposition === null ? "Answer" : "Change the answer"
  return (
    <div className="said-actions">
      {point.mayAnswer ? (
        <a className="btn small" href={`${formHref("answer", point.code)}#${point.code}`} aria-label={`${answer} to ${point.code}`}>
          {answer}
        </a>
      ) : null}
      {point.state === "answered" && point.mayAnswer ? <Step point={point} action="/points/told" label="Told them" name="id" operationId={operationId} /> : null}
      {point.state === "told" && point.mayConfirm ? <Step point={point} action={`/points/${point.id}/confirm`} label="They say it is right" operationId={operationId} /> : null}
      {point.mayChange ? (
        <a className="btn quiet small" href={`${formHref("change", point.code)}#${point.code}`} aria-label={`Change ${point.code}`}>
          Change
        </a>
      ) : null}
    </div>
  )
}

function Step({ point, action, label, name, operationId }: { point: ShownPoint; action: string; label: string; name?: string; operationId: FormIds }) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="operationId" value={operationId(`${action} ${point.id}`)} />
      {name ? <input type="hidden" name={name} value={point.id} /> : null}
      <button type="submit" className="btn quiet small" aria-label={`${label}: ${point.code}`}>
        {label}
      </button>
    </form>
  )
}

/** Draws the four segments of a loop with their words. */
export function Loop({ point, today }: { point: Pick<ShownPoint, "state" | "raisedOn" | "answeredOn" | "toldOn" | "confirmedOn">; today: string }) {
  const steps = loopSteps(point.state)
  return (
    <>
      <span className="loop" aria-hidden="true">
        {loopStates.map((state, at) => (
          <i key={state} className={at < steps ? "on" : undefined} />
        ))}
      </span>
      <small>{loopWords(point, today)}</small>
    </>
  )
}

function loopWords({ state, raisedOn, answeredOn, toldOn, confirmedOn }: Pick<ShownPoint, "state" | "raisedOn" | "answeredOn" | "toldOn" | "confirmedOn">, today: string): string {
  if (state === "confirmed") return `Confirmed ${dayMonthYear(confirmedOn ?? today)}`
  if (state === "told") return `Told ${dayMonthYear(toldOn ?? today)}`
  const days = daysBetween(state === "answered" ? (answeredOn ?? today) : raisedOn, today)
  const since = days === 0 ? "today" : days === 1 ? "1 day" : `${days} days`
  if (state === "answered") return days === 0 ? "Answered today, not told yet" : `Not told yet, ${since}`
  return days === 0 ? "Heard today" : `No answer for ${since}`
}
