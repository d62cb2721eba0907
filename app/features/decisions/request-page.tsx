// Requests for a tool: asking for one, the lists of those that wait and of what was answered, and one request with its answer.
import "./allowed.css"
import { dayMonthYear, type CalendarDate } from "~/core/calendar"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { pathOf, type ElementRef } from "~/features/elements/element"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { Props } from "~/ui/facts"
import { Checkbox, DateField, Select, TextArea, TextField } from "~/ui/field"
import { PageHeader } from "~/ui/page-header"
import { Shape, StatusMark, type StatusState } from "~/ui/status"
import { answerDays, requestStateWords, timesSentence, type OtherRequest, type RequestTimes } from "./tool-request"
import type { RequestLine } from "./tool-request-view"

export interface AskForToolProps {
  name: string
  product: ElementRef | null
  jobs: readonly ElementRef[]
  functionId: string | null
  others: readonly OtherRequest[]
  answer: string | null
  reply: EditReply | undefined
}

const crumb = { label: "Is it allowed?", href: "/allowed" }

/** Draws the form that asks; what others asked for the same stands above it, before anything is sent. */
export function AskForTool({ name, product, jobs, functionId, others, answer, reply }: AskForToolProps) {
  const waiting = others.filter(({ state, mine }) => state === "asked" && !mine)
  const mine = others.find((one) => one.mine && one.state === "asked")
  return (
    <div className="page narrow">
      <PageHeader title={name ? `Ask for ${name}` : "Ask for a tool"} crumbs={[crumb]} lede={`It goes to whoever answers for the job. The answer is due in ${answerDays} working days.`} />
      {answer ? <p className="notice info">The answer today: {answer}</p> : null}
      {mine ? <p className="notice info">You asked for this on {dayMonthYear(mine.askedOn)}. The answer is due by {dayMonthYear(mine.dueOn)}, and a second request is not needed. <a href="/allowed/requests">Your requests</a></p> : null}
      {others.some((one) => !one.mine) ? <Others others={others.filter((one) => !one.mine)} /> : null}
      <EditForm form="ask for a tool" reply={reply} save="Ask for it" cancelHref={product ? `/allowed?q=${encodeURIComponent(product.name)}` : "/allowed"}>
        {(typed) => (
          <>
            {product ? <input type="hidden" name="applicationId" value={product.id} /> : null}
            {product ? <input type="hidden" name="name" value={product.name} /> : <TextField label="Which tool?" {...typed.of("name", name)} required maxLength={200} />}
            <Select label="For which job?" {...typed.of("functionId", functionId)} empty="I do not know" options={jobs.map(({ id, name: label }) => ({ value: id, label }))} hint="Who answers for the job gets your request." />
            <TextArea label="What must you do with it?" {...typed.of("need")} rows={3} required maxLength={1000} hint="One sentence is enough." />
            {waiting.length > 0 ? <Checkbox label="I have seen that others asked for the same, and ask all the same" name="seen" errors={typed.of("seen").errors} /> : null}
          </>
        )}
      </EditForm>
    </div>
  )
}

function Others({ others }: { others: readonly OtherRequest[] }) {
  return (
    <Card title="Others asked for the same" id="others">
      <ul className="lines">
        {others.slice(0, 5).map((one, at) => (
          <li key={at}>
            <Shape state={stateShapes[one.state]} />
            <span className="grow">Asked on {dayMonthYear(one.askedOn)}: {requestStateWords[one.state].toLowerCase()}{one.state === "asked" ? `, due by ${dayMonthYear(one.dueOn)}` : ""}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const stateShapes: Record<RequestLine["state"], StatusState> = { asked: "not-started", agreed: "done", refused: "off-track", withdrawn: "unknown" }

export interface RequestsPageProps {
  mine: readonly RequestLine[]
  toAnswer: readonly RequestLine[]
  newest: readonly RequestLine[]
  times: RequestTimes
  today: CalendarDate
}

/** Draws the requests that concern this person, then everybody's. */
export function RequestsPage({ mine, toAnswer, newest, times, today }: RequestsPageProps) {
  return (
    <div className="page">
      <PageHeader title={times.waiting === 0 ? "No request waits for an answer." : `${times.waiting} ${times.waiting === 1 ? "request waits" : "requests wait"} for an answer.`} crumbs={[crumb]} lede={timesSentence(times)} actions={<a className="btn primary" href="/allowed/ask">Ask for a tool</a>} />
      <Lines title="Wait for your answer" id="to-answer" lines={toAnswer} today={today} />
      <Lines title="Your requests" id="mine" lines={mine} today={today} none="You have not asked for a tool yet." />
      <Lines title="What was asked for" id="all" lines={newest} today={today} none="Nobody has asked for a tool yet." />
    </div>
  )
}

function Lines({ title, id, lines, today, none }: { title: string; id: string; lines: readonly RequestLine[]; today: CalendarDate; none?: string }) {
  if (lines.length === 0 && none === undefined) return null
  return (
    <Card title={title} id={id} aside={String(lines.length)}>
      {lines.length === 0 ? <p className="muted small">{none}</p> : null}
      <ul className="lines">
        {lines.map((line) => (
          <li key={line.id}>
            <Shape state={line.state === "asked" && line.dueOn < today ? "off-track" : stateShapes[line.state]} />
            <span className="grow">
              <a href={`/allowed/requests/${line.id}`}>{line.name}</a>
              <small>{lineSentence(line, today)}</small>
            </span>
            {line.unit ? <span className="small muted">{line.unit.name}</span> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** How a request stands, in a sentence. */
export function lineSentence({ state, askedOn, dueOn, answeredOn, agreedUntil, reason }: RequestLine, today: CalendarDate): string {
  if (state === "asked") return `Asked on ${dayMonthYear(askedOn)}, ${dueOn < today ? `was due on ${dayMonthYear(dueOn)}` : `due by ${dayMonthYear(dueOn)}`}`
  if (state === "agreed") return `Agreed until ${agreedUntil ? dayMonthYear(agreedUntil) : ""}${answeredOn ? `, on ${dayMonthYear(answeredOn)}` : ""}`
  return state === "refused" ? `Refused${answeredOn ? ` on ${dayMonthYear(answeredOn)}` : ""}: ${reason}` : `Taken back; asked on ${dayMonthYear(askedOn)}`
}

export interface RequestPageProps {
  request: RequestLine
  today: CalendarDate
  latest: CalendarDate
  mayAnswer: boolean
  mayWithdraw: boolean
}

/** Draws one request: what is needed, where it stands, and the two ways to answer it. */
export function RequestPage({ request, today, latest, mayAnswer, mayWithdraw }: RequestPageProps) {
  const { id, name, state, asker, unit, product, job, goesTo, answerer, answeredOn, agreedUntil, reason, need, dueOn } = request
  const named = (ref: ElementRef | null, none: string) => (ref ? <a href={pathOf(ref.kind, ref.code)}>{ref.name}</a> : <span className="muted">{none}</span>)
  const late = state === "asked" && dueOn < today
  return (
    <div className="page">
      <PageHeader
        title={`Request for ${name}`} crumbs={[crumb, { label: "Requests", href: "/allowed/requests" }]} lede={need}
        state={<StatusMark state={late ? "off-track" : stateShapes[state]}>{requestStateWords[state]}</StatusMark>}
        actions={mayWithdraw ? <form method="post" action={`/allowed/requests/${id}/withdraw`}><OperationFields form="withdraw request" /><button type="submit" className="btn quiet">Take it back</button></form> : undefined}
      />
      <Props
        items={[
          { label: "Asked by", value: named(asker, "Somebody"), note: unit?.name }, { label: "Tool", value: named(product, "Not among our applications") }, { label: "Job", value: named(job, "Not named") },
          { label: "Asked", value: dayMonthYear(request.askedOn) }, { label: late ? "Was due" : "Due", value: dayMonthYear(dueOn) }, { label: "Goes to", value: named(goesTo, "The planners") },
        ]}
      />
      {state === "agreed" || state === "refused" ? (
        <Card title={state === "agreed" ? `Agreed until ${agreedUntil ? dayMonthYear(agreedUntil) : ""}` : "Refused"} id="answer">
          {reason ? <p>{reason}</p> : null}
          <p className="small muted">{answerer?.name ?? "The operator"}{answeredOn ? `, ${dayMonthYear(answeredOn)}` : ""}</p>
        </Card>
      ) : null}
      {state === "asked" && mayAnswer ? (
        <div className="request-answers">
          <Card title="Agree" id="agree">
            <form method="post" action={`/allowed/requests/${id}/agree`} className="form">
              <OperationFields form="agree" />
              <DateField label="Until" name="untilOn" id="untilOn" min={today} max={latest} required hint={`At most ${dayMonthYear(latest)}.`} />
              <TextArea label="A word to them" name="reason" id="agree-reason" rows={2} maxLength={1000} />
              <div className="form-actions"><button type="submit" className="btn primary">Agree</button></div>
            </form>
          </Card>
          <Card title="Refuse" id="refuse">
            <form method="post" action={`/allowed/requests/${id}/refuse`} className="form">
              <OperationFields form="refuse" />
              <TextArea label="Why?" name="reason" id="refuse-reason" rows={3} required maxLength={1000} hint="They will read it." />
              <div className="form-actions"><button type="submit" className="btn">Refuse</button></div>
            </form>
          </Card>
        </div>
      ) : null}
    </div>
  )
}
