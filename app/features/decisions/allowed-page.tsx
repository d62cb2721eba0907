// "Is it allowed?": the question, one plain answer for each job, who decided it and when, and how to ask for it.
import "./allowed.css"
import { dayMonthYear, type CalendarDate } from "~/core/calendar"
import { pathOf } from "~/features/elements/element"
import { Card } from "~/ui/card"
import { EmptyState } from "~/ui/empty-state"
import { TextField } from "~/ui/field"
import { PageHeader } from "~/ui/page-header"
import { Shape, StatusMark, type StatusState } from "~/ui/status"
import { answerSentence, answerShort, type Answer } from "./allowed"
import type { JobAnswer, ProductAnswer } from "./allowed-view"
import { answerDays, timesSentence, type RequestTimes } from "./tool-request"

/** The shape beside each answer; the words always stand with it. */
export const answerShapes: Record<Answer["word"], StatusState> = { yes: "done", if: "at-risk", no: "off-track", "not known": "unknown" }
const answerMarks: Record<Answer["word"], string> = { yes: "Allowed", if: "Allowed with conditions", no: "Not for new use", "not known": "Nobody has decided" }

export interface AllowedPageProps {
  typed: string
  found: readonly ProductAnswer[]
  times: RequestTimes
  today: CalendarDate
  /** who answers a request for the first product */
  answerer: string | null
}

/** Draws the page; without a question it explains itself. */
export function AllowedPage({ typed, found, times, today, answerer }: AllowedPageProps) {
  const best = found.find(({ meant }) => meant)
  const others = found.filter((one) => one !== best)
  return (
    <div className="page">
      <PageHeader
        title="Is it allowed?" lede="Type the name of a tool. You get one plain answer, and who decided it." actions={<a className="btn" href="/allowed/requests">Requests</a>}
      />
      <AskAllowed typed={typed} />
      {best?.answers.map((answer, at) => <AnswerCard key={`${answer.job?.id ?? ""}${answer.version}${at}`} product={best} answer={answer} asks={at === 0} />)}
      {typed !== "" && !best ? (
        <EmptyState title={`Not known yet: nothing here is called “${typed}”.`} actions={<a className="btn primary" href={`/allowed/ask?name=${encodeURIComponent(typed)}`}>Ask for it</a>}>
          Look at how it is written. If it is new to us, ask for it: the answer is due in {answerDays} working days.
        </EmptyState>
      ) : null}
      <div className="allowed-below">
        {best ? <HowToAsk best={best} answerer={answerer} times={times} /> : <Published times={times} />}
        {others.length > 0 ? (
          <Card title="Did you mean" id="others">
            <ul className="lines">
              {others.map(({ product, summary, answers }) => (
                <li key={product.id}>
                  <Shape state={answerShapes[answers[0]?.answer.word ?? "not known"]} />
                  <span className="grow">
                    <a href={`/allowed?q=${encodeURIComponent(product.name)}`}>{product.name}</a>: {[...new Set(answers.map(({ answer }) => answerShort(answer)))].join("; ")}
                    {summary ? <small>{shortened(summary)}</small> : null}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
      </div>
      <p className="allowed-foot">As of {dayMonthYear(today)}. <a href="/standards">Everything that is decided</a></p>
    </div>
  )
}

/** Draws the question; it also stands on My work. */
export function AskAllowed({ typed = "" }: { typed?: string }) {
  return (
    <form method="get" action="/allowed" className="ask-allowed" role="search" aria-label="Is it allowed?">
      <TextField label="Name of the tool" name="q" id="allowed-name" type="search" defaultValue={typed} required maxLength={200} autoComplete="off" />
      <button type="submit" className="btn primary">Is it allowed?</button>
    </form>
  )
}

function AnswerCard({ product: { product, summary, seats }, answer: { job, version, answer, instead, ownWords, decided }, asks }: { product: ProductAnswer; answer: JobAnswer; asks: boolean }) {
  return (
    <section className="card allowed-answer" aria-label={`${product.name}${job ? `, ${job.name}` : ""}`}>
      <div className="said">
        <StatusMark state={answerShapes[answer.word]}>{answer.word === "not known" && answer.endedOn !== null ? "The approval has expired" : answerMarks[answer.word]}: <a href={pathOf("application", product.code)}>{product.name}{version ? ` ${version}` : ""}</a>{job ? <> for <a href={pathOf("function", job.code)}>{job.name}</a></> : null}</StatusMark>
        <h2>{answerSentence(answer)}</h2>
        {summary ? <p>{shortened(summary)}</p> : null}
        {seats !== null && seats > 0 && answer.word !== "no" ? <p className="muted">{seats.toLocaleString("en-GB")} of your colleagues have it.</p> : null}
        <div className="row wrap">
          {instead ? <a className="btn primary" href={`/allowed?q=${encodeURIComponent(instead.name)}`}>Look at {instead.name}</a> : null}
          {asks && answer.word !== "yes" ? <a className={instead ? "btn" : "btn primary"} href={`/allowed/ask?product=${product.code}`}>{answer.word === "no" ? `I need ${product.name} anyway` : "Ask for it"}</a> : null}
        </div>
      </div>
      <dl className="decided">
        {decided ? (
          <>
            <div><dt>Decided</dt><dd>{dayMonthYear(decided.on)}</dd></div>
            <div><dt>By</dt><dd>{decided.people.length > 0 ? decided.people.join(", ") : decided.importedFrom ? "Elsewhere, before it came here" : "Not named"}</dd></div>
            {decided.importedFrom ? <div><dt>Brought in with</dt><dd>{decided.importedFrom}; exempt from the gates</dd></div> : null}
            {ownWords ? <div><dt>In its own words</dt><dd>{ownWords}</dd></div> : null}
            {decided.reviewOn ? <div><dt>Looked at again</dt><dd>{dayMonthYear(decided.reviewOn)}</dd></div> : null}
            <div><dt>Decision</dt><dd><a href={pathOf("decision", decided.decision.code)}>{decided.decision.name}</a></dd></div>
          </>
        ) : (
          <div><dt>Decided</dt><dd>Not yet</dd></div>
        )}
      </dl>
    </section>
  )
}

function HowToAsk({ best: { product, answers }, answerer, times }: { best: ProductAnswer; answerer: string | null; times: RequestTimes }) {
  const allowedNow = answers.every(({ answer }) => answer.word === "yes")
  return (
    <Card title={allowedNow ? "If you need something else" : `If you need ${product.name}`} id="ask">
      <ol className="allowed-steps">
        <li>Tell us the job<small>One sentence: what must you do with it?</small></li>
        <li>{answerer ?? "A planner"} answers in {answerDays} working days<small>{timesSentence(times)}</small></li>
        <li>You get a yes until a date, or a no with its reason</li>
      </ol>
      {allowedNow ? null : <p><a className="btn" href={`/allowed/ask?product=${product.code}`}>Ask for it</a></p>}
    </Card>
  )
}

function Published({ times }: { times: RequestTimes }) {
  return (
    <Card title="How long an answer takes" id="times">
      <p>{timesSentence(times)}</p>
    </Card>
  )
}

function shortened(text: string): string {
  return text.length > 180 ? `${text.slice(0, 177)}…` : text
}
