// The panels every record shares: its people, questions, comments and history.
import { Avatar } from "~/ui/avatar"
import { Card } from "~/ui/card"
import { Select, TextArea } from "~/ui/field"
import { Disclosed, LaterPicker } from "~/ui/later-picker"
import { Shape } from "~/ui/status"
import { Changed, Trail } from "~/ui/trail"
import { dayMonthYear } from "~/core/calendar"
import { pathOf, type ElementRef } from "./element"
import { fieldLabel, valueInWords } from "./history-words"
import { OperationFields, useOperationIds } from "./operation-fields"
import "./panels.css"
import { partOf, whatHappened, type SaidEntry } from "./operation-sentence"
import { mayBeTakenBack } from "./undo"
import { questionStateWords, type QuestionState } from "./question"
import { responsibilityRoles, responsibilityWords, type ResponsibilityRole } from "./responsibility"

export interface PanelPerson {
  id: string
  role: ResponsibilityRole
  person: ElementRef
}

export interface PanelComment {
  id: string
  body: string
  author: string
  authorId: string
  at: string
}

export interface PanelQuestion {
  id: string
  code: string
  body: string
  dueOn: string
  state: QuestionState
  answer: string
  askedBy?: ElementRef
  askedOf?: ElementRef
  element?: ElementRef
}

export interface PanelHistory {
  entries: readonly (SaidEntry & { id: string; operationId: string; actor: string; at: string })[]
  names: Readonly<Record<string, ElementRef>>
  more: boolean
}

/** Who answers for the record; a missing owner is a gap and stops nothing. */
export function PeoplePanel({ archived, element, people, choices, mayName, mayGive }: { archived: boolean; element: ElementRef; people: readonly PanelPerson[]; choices: readonly ElementRef[] | null; mayName: boolean; mayGive: boolean }) {
  const roles = responsibilityRoles.filter((role) => !archived && (role === "accountable" ? mayName && !people.some((one) => one.role === role) : mayGive))
  return (
    <Card title="People" id="people">
      <ul className="lines">
        {people.some((one) => one.role === "accountable") ? null : (
          <li>
            <Shape state="gap" />
            <span>
              <b>Nobody owns it</b>
            </span>
          </li>
        )}
        {people.map((one) => (
          <li key={one.id}>
            <Avatar name={one.person.name} />
            <span>
              <a href={pathOf("person", one.person.code)}>{one.person.name}</a>
              <small>{responsibilityWords[one.role]}</small>
            </span>
            {!archived && (one.role === "accountable" ? mayName : mayGive) ? (
              <form method="post" action={`/responsibilities/${one.id}/remove`} className="push">
                <OperationFields form={`take ${one.id}`} />
                <button type="submit" className="btn quiet small" aria-label={`Take ${one.person.name} away as ${responsibilityWords[one.role].toLowerCase()}`}>
                  ×
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {roles.length > 0 ? (
        <Disclosed summary="Add a person" picker="part-person">
          <form method="post" action="/responsibilities" className="form">
            <OperationFields form="give part" />
            <input type="hidden" name="elementId" value={element.id} />
            <LaterPicker label="Person" name="personId" id="part-person" required options={choices && choices.map(asOption)} from="/choices/person" empty="Choose a person" />
            <Select label="Part" name="role" id="part-role" required options={roles.map((role) => ({ value: role, label: responsibilityWords[role] }))} />
            <button type="submit" className="btn primary small">
              Add
            </button>
          </form>
        </Disclosed>
      ) : null}
    </Card>
  )
}

/** Questions about the record, and asking its owner. */
export function QuestionsPanel({ archived, element, questions, actorId, planner }: { archived: boolean; element: ElementRef; questions: readonly PanelQuestion[]; actorId: string; planner: boolean }) {
  const open = questions.filter((question) => question.state === "open").length
  return (
    <Card title="Questions" id="questions" aside={open > 0 ? `${open} open` : undefined}>
      {questions.length > 0 ? (
        <ul className="lines">
          {questions.map((question) => (
            <QuestionLine key={question.id} question={question} mayAnswer={planner || question.askedOf?.id === actorId} mayWithdraw={planner || question.askedBy?.id === actorId} />
          ))}
        </ul>
      ) : null}
      {archived ? (
        <NothingNew />
      ) : (
        <details className="disclose">
          <summary>Ask about this</summary>
          <form method="post" action="/questions" className="form" id="ask">
            <OperationFields form="ask" />
            <input type="hidden" name="elementId" value={element.id} />
            <TextArea label="Your question" name="body" id="question-body" rows={3} required hint="It goes to the owner, or to the planners where there is none. An answer is due in eight days." />
            <button type="submit" className="btn primary small">
              Ask
            </button>
          </form>
        </details>
      )}
    </Card>
  )
}

/** One question with what may be done about it. */
export function QuestionLine({ question, mayAnswer, mayWithdraw }: { question: PanelQuestion; mayAnswer: boolean; mayWithdraw: boolean }) {
  const open = question.state === "open"
  return (
    <li>
      <Shape state={open ? "not-started" : "done"} />
      <div className="grow">
        {question.body}
        <small>
          {question.element ? (
            <>
              <a href={pathOf(question.element.kind, question.element.code)}>{question.element.name}</a>
              {" · "}
            </>
          ) : null}
          {question.code} · {question.askedBy?.name ?? "Somebody"} asked {question.askedOf?.name ?? "the planners"} ·{" "}
          {open ? `answer by ${dayMonthYear(question.dueOn)}` : questionStateWords[question.state]}
        </small>
        {question.answer ? <p className="answer">{question.answer}</p> : null}
        {open && mayAnswer ? (
          <details className="disclose">
            <summary>Answer</summary>
            <form method="post" action={`/questions/${question.id}/answer`} className="form">
              <OperationFields form={`answer ${question.id}`} />
              <TextArea label="Your answer" name="answer" id={`answer-${question.id}`} rows={3} required />
              <button type="submit" className="btn primary small">
                Send the answer
              </button>
            </form>
          </details>
        ) : null}
        {open && mayWithdraw ? (
          <form method="post" action={`/questions/${question.id}/withdraw`} className="inline">
            <OperationFields form={`withdraw ${question.id}`} />
            <button type="submit" className="link-btn">
              Withdraw
            </button>
          </form>
        ) : null}
      </div>
    </li>
  )
}

/** What people wrote about the record. */
export function CommentsPanel({ archived, element, comments, actorId, admin, actorName }: { archived: boolean; element: ElementRef; comments: readonly PanelComment[]; actorId: string; admin: boolean; actorName: string }) {
  return (
    <Card title="Comments" id="comments" aside={comments.length > 0 ? String(comments.length) : undefined}>
      <ul className="comments">
        {comments.map((comment) => (
          <li key={comment.id}>
            <Avatar name={comment.author} />
            <div>
              <b>{comment.author}</b> <small className="muted">{dayMonthYear(comment.at.slice(0, 10))}</small>
              <p className="words">{comment.body}</p>
            </div>
            {admin || comment.authorId === actorId ? (
              <form method="post" action={`/comments/${comment.id}/remove`}>
                <OperationFields form={`remove ${comment.id}`} />
                <button type="submit" className="btn quiet small" aria-label="Take this comment back">
                  ×
                </button>
              </form>
            ) : null}
          </li>
        ))}
        {archived ? null : (
          <li>
            <Avatar name={actorName} />
            <form method="post" action="/comments" className="form grow">
              <OperationFields form="comment" />
              <input type="hidden" name="elementId" value={element.id} />
              <label className="visually-hidden" htmlFor="comment-body">
                Your comment
              </label>
              <textarea className="input" id="comment-body" name="body" rows={2} required maxLength={4000} placeholder="Write to everybody who reads this" />
              <div>
                <button type="submit" className="btn small">
                  Comment
                </button>
              </div>
            </form>
          </li>
        )}
      </ul>
      {archived ? <NothingNew /> : null}
    </Card>
  )
}

/** Why a panel has no form. */
function NothingNew() {
  return <p className="muted">It is archived: nothing new is written about it until it is restored.</p>
}

/** What happened to the record, newest first. */
export function HistoryPanel({ element, history }: { element: ElementRef; history: PanelHistory }) {
  return (
    <Card title="History" id="history" aside={history.more ? <a href={`/history?about=${element.code}`}>All</a> : undefined}>
      <HistoryTrail history={history} />
    </Card>
  )
}

/** Entries in words, each changed field with its old and new value. */
export function HistoryTrail({ history, undo = false }: { history: PanelHistory; undo?: boolean }) {
  const idFor = useOperationIds()
  return (
    <Trail
      entries={history.entries.map((entry) => ({
        id: entry.id,
        what: <HistoryWords entry={entry} names={history.names} />,
        by: `${entry.actor}, ${dayMonthYear(entry.at.slice(0, 10))}`,
        ...(undo && mayBeTakenBack(entry) ? { undoAction: `/undo/${entry.operationId}`, operationId: idFor(`undo ${entry.operationId}`) } : {}),
      }))}
    />
  )
}

function HistoryWords({ entry, names }: { entry: SaidEntry; names: PanelHistory["names"] }) {
  if (entry.action !== "changed") return <>{whatHappened(entry, names)}</>
  const subject = entry.fields.find(({ field }) => field === "name") ? "" : (names[entry.recordId]?.name ?? partOf(entry, names) ?? "")
  return (
    <>
      {subject ? <span className="muted">{subject} · </span> : null}
      {entry.fields.slice(0, 6).map(({ field, before, after }, index) => (
        <span key={field}>
          {index > 0 ? "; " : ""}
          <Changed label={fieldLabel(field)} before={before === null || before === "" ? null : valueInWords(field, before, names)} after={after === null || after === "" ? null : valueInWords(field, after, names)} />
        </span>
      ))}
    </>
  )
}

export function asOption(element: ElementRef): { value: string; label: string; note: string } {
  return { value: element.id, label: element.name, note: element.code }
}
