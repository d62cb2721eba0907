// Where an application belongs: both sides of its fit with their line, the recommended and the planned placement, and who answered when.
import "./portfolio.css"
import { dayMonthYear } from "~/core/calendar"
import { pathOf, type ElementRef } from "~/features/elements/element"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { StatusMark } from "~/ui/status"
import { answerKeys, fitAnswerWords, fitQuestions, fitSides, fitSideWords, highFit, isMismatch, placementOf, placementWords, type Fit, type FitAnswerFields, type FitSide, type PlannedPlacement } from "./fit"

export interface ShownAnswer extends FitAnswerFields {
  id: string
  respondent: ElementRef
  /** older than twelve months: it is kept and counts no more */
  counts: boolean
  mayRemove: boolean
}

export interface FitCardProps {
  code: string
  fit: Fit
  planned: PlannedPlacement | null
  answers: readonly ShownAnswer[]
  /** nothing is added to what is archived */
  archived: boolean
}

/** Draws the card. */
export function FitCard({ code, fit, planned, answers, archived }: FitCardProps) {
  const recommended = placementOf(fit)
  return (
    <Card title="Where it belongs" id="fit" aside={`High from ${highFit} of 4`} foot={archived ? undefined : <Ask code={code} />}>
      <p>
        {recommended === "not assessed" ? <StatusMark state="unknown">Not assessed: {lacking(fit)}</StatusMark> : <>Recommended: <b>{placementWords[recommended]}</b></>}
        {" · "}
        {planned === null ? <span className="muted">Nothing planned yet</span> : <>Planned: <b>{placementWords[planned]}</b></>}
        {isMismatch(planned, recommended) ? <> <StatusMark state="at-risk">Mismatch</StatusMark></> : null}
      </p>
      <div className="fit-scales">
        {fitSides.map((side) => <Scale key={side} side={side} value={fit[side]} answers={answers.filter((answer) => answer.side === side && answer.counts).length} />)}
      </div>
      {answers.length === 0 ? null : (
        <details className="disclose">
          <summary>{answers.length === 1 ? "One answer" : `All ${answers.length} answers`}</summary>
          <ul className="lines told answers">{answers.map((answer) => <Answer key={answer.id} answer={answer} />)}</ul>
        </details>
      )}
    </Card>
  )
}

function lacking({ functional, technical }: Fit): string {
  if (functional === null && technical === null) return "nobody was asked in the last 12 months"
  return functional === null ? "nobody said whether it does the job" : "nobody said whether it runs well"
}

function Scale({ side, value, answers }: { side: FitSide; value: number | null; answers: number }) {
  return (
    <div className={value === null ? "fit-scale missing" : "fit-scale"}>
      <span>{fitSideWords[side]}</span>
      <span className="track" aria-hidden="true">
        {value === null ? null : <i style={{ inlineSize: `${((value - 1) / 3) * 100}%` }} />}
        <u />
      </span>
      <span>{value === null ? <span className="muted">Not known</span> : <><b>{value.toFixed(1)}</b> of 4, {answers === 1 ? "1 answer" : `${answers} answers`}</>}</span>
    </div>
  )
}

function Answer({ answer }: { answer: ShownAnswer }) {
  const mean = answerKeys.reduce((sum, key) => sum + answer[key], 0) / answerKeys.length
  return (
    <li>
      <span>
        <a href={pathOf("person", answer.respondent.code)}>{answer.respondent.name}</a> · {fitSideWords[answer.side].toLowerCase()} <b>{mean.toFixed(1)}</b> · {dayMonthYear(answer.answeredOn)}
        {answer.counts ? null : <span className="muted"> · older than 12 months, counts no more</span>}
        <br />
        <span className="muted">{answerKeys.map((key) => `${fitQuestions[answer.side][key]} ${fitAnswerWords[answer[key]]}`).join(" · ")}</span>
      </span>
      {answer.mayRemove ? (
        <form method="post" action={`/fit-answers/${answer.id}/remove`} className="inline">
          <OperationFields form={`remove answer ${answer.id}`} />
          <button type="submit" className="btn quiet small" aria-label={`Take the answer of ${answer.respondent.name} of ${dayMonthYear(answer.answeredOn)} away`}>
            ×
          </button>
        </form>
      ) : null}
    </li>
  )
}

function Ask({ code }: { code: string }) {
  return (
    <>
      <a className="btn small" href={`/applications/${code}/fit?side=functional`}>Say whether it does the job</a>{" "}
      <a className="btn small" href={`/applications/${code}/fit?side=technical`}>Say whether it runs well</a>
    </>
  )
}
