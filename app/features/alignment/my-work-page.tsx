// My work: questions to me, what I owe to people, conversations to hold, updates and readings overdue, and what I own that lacks something.
import { dayMonthYear } from "~/core/calendar"
import { pathOf, type ElementRef } from "~/features/elements/element"
import { QuestionLine, type PanelQuestion } from "~/features/elements/element-panels"
import { Card } from "~/ui/card"
import { EmptyState } from "~/ui/empty-state"
import { PageHeader } from "~/ui/page-header"
import { Shape, type StatusState } from "~/ui/status"
import { AskAllowed } from "~/features/decisions/allowed-page"
import { myWorkTitle, waitingCount, type WorkItem } from "./my-work"

export interface MyWorkProps {
  actorId: string
  planner: boolean
  today: string
  questions: readonly PanelQuestion[]
  answers: readonly PanelQuestion[]
  requests: readonly WorkItem[]
  promises: readonly WorkItem[]
  needs: readonly WorkItem[]
  points: readonly WorkItem[]
  talks: readonly WorkItem[]
  voice: readonly WorkItem[]
  updates: readonly WorkItem[]
  readings: readonly WorkItem[]
  lacking: readonly WorkItem[]
  owned: readonly ElementRef[]
}

export function MyWorkPage({ actorId, planner, today, questions, answers, owned, ...lists }: MyWorkProps) {
  const { requests, promises, needs, points, talks, voice, updates, readings, lacking } = lists
  const total = waitingCount({ questions, ...lists })
  const items = [...requests, ...promises, ...needs, ...points, ...talks, ...voice, ...updates, ...readings]
  const late = questions.filter((question) => question.dueOn < today).length + items.filter((item) => item.daysLate > 0).length
  const first = items[0] ?? lacking[0]
  return (
    <div className="page">
      <PageHeader
        title={myWorkTitle(total, late)}
        lede={owned.length === 0 ? "No record names you as its owner yet." : `You answer for ${owned.length} ${owned.length === 1 ? "record" : "records"}.`}
        actions={
          <>
            <a className="btn quiet small" href="/calendar">My calendar feed</a>
            {first && questions.length === 0 ? <a className="btn primary" href={first.action.href}>Open the first</a> : questions.length > 0 ? <a className="btn primary" href="#questions">Open the first</a> : null}
          </>
        }
      />
      <div className="split">
        <div className="stack">
          {questions.length > 0 ? (
            <Card title="Questions to you" id="questions" aside="an answer is due in eight days">
              <ul className="lines">
                {questions.map((question) => (
                  <QuestionLine key={question.id} question={question} mayAnswer={planner || question.askedOf?.id === actorId} mayWithdraw={false} />
                ))}
              </ul>
            </Card>
          ) : null}
          <Items title="Requests for a tool that wait for you" state="not-started" items={requests} />
          <Items title="Promises you made" state="not-started" items={promises} />
          <Items title="Needs that teams met on their own" state="not-started" items={needs} />
          <Items title="Points that wait for your answer" state="not-started" items={points} />
          <Items title="Conversations to hold" state="not-started" items={talks} />
          <Items title="Waits for your voice" state="not-started" items={voice} />
          <Items title="Updates overdue" state="off-track" items={updates} />
          <Items title="Readings overdue" state="at-risk" items={readings} />
          <Items title="What you own that lacks something" state="gap" items={lacking} />
          {total === 0 ? (
            <EmptyState title={owned.length === 0 ? "Questions, promises and conversations that concern you will stand here." : "All of your records are up to date, and nobody waits for you."} actions={<a className="btn" href="/map">Look at the alignment map</a>} />
          ) : null}
        </div>
        <div className="stack">
          <Card title="Is it allowed?" id="allowed">
            <AskAllowed />
          </Card>
          {answers.length > 0 ? (
            <Card title="Answers to you" id="answers">
              <ul className="lines">
                {answers.map((question) => (
                  <QuestionLine key={question.id} question={question} mayAnswer={false} mayWithdraw={false} />
                ))}
              </ul>
            </Card>
          ) : null}
          <Card title="What you answer for" id="owned" aside={String(owned.length)}>
            {owned.length === 0 ? <p className="small muted">A planner names owners on each record.</p> : null}
            <ul className="lines">
              {owned.slice(0, 30).map((element) => (
                <li key={element.id}>
                  <a href={pathOf(element.kind, element.code)}>{element.name}</a>
                  <span className="code push">{element.code}</span>
                </li>
              ))}
            </ul>
            <p className="small muted">As of {dayMonthYear(today)}</p>
          </Card>
        </div>
      </div>
    </div>
  )
}

function Items({ title, state, items }: { title: string; state: StatusState; items: readonly WorkItem[] }) {
  if (items.length === 0) return null
  return (
    <Card title={title} aside={String(items.length)}>
      <ul className="lines">
        {items.map((item) => (
          <li key={`${item.element.id}${item.words}`}>
            <Shape state={item.daysLate > 0 && state === "not-started" ? "off-track" : state} />
            <span className="grow">
              <b>{item.element.name}</b> <span className="code">{item.element.code}</span>
              <small>
                {item.words}
                {item.note ? ` · ${item.note}` : ""}
              </small>
            </span>
            {item.daysLate > 0 ? <span className="small">{item.daysLate === 1 ? "1 day late" : `${item.daysLate} days late`}</span> : null}
            <a className="btn small" href={item.action.href}>
              {item.action.label}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
