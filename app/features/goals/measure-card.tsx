// How we will know: the measures of a goal with their charts, readings entered and corrected in place, and the first measure to write.
import { dayMonthYear } from "~/core/calendar"
import { OperationFields } from "~/features/elements/operation-fields"
import { Bullet } from "~/ui/bullet"
import { Card } from "~/ui/card"
import { LineChart } from "~/ui/line-chart"
import { Shape, StatusMark } from "~/ui/status"
import { ArchivedMeasures } from "./archived-measures"
import { frequencyWord } from "./measure"
import type { ChartedMeasure } from "./measure-chart"
import { measureExamples } from "./measure-examples"
import { valueWords, wayWords } from "./measure-view"
import { AddReading, Readings } from "./reading-forms"

export interface MeasuresProps {
  goalCode: string
  measures: readonly ChartedMeasure[]
  /** archived ones, for somebody who may bring them back */
  archived: readonly { id: string; name: string }[]
  /** a pillar with goals is measured through them */
  throughGoals: boolean
  today: string
  mayEdit: boolean
  /** whether this person may leave the goal without a measure on purpose */
  mayAccept: boolean
}

/** Draws the measures: the first large, the others side by side. */
export function MeasuresCard({ goalCode, measures, archived, throughGoals, today, mayEdit, mayAccept }: MeasuresProps) {
  const add = `/goals/${goalCode}/measures/new`
  if (measures.length === 0 && throughGoals)
    return archived.length === 0 ? null : (
      <Card title="How we will know" id="measures">
        <ArchivedMeasures archived={archived} />
      </Card>
    )
  if (measures.length === 0)
    return (
      <Card title="How we will know" id="measures" tone="gap">
        <div className="stack">
          <p>
            <b>A goal without a measure is a wish.</b> How will we know?
          </p>
          {mayEdit ? (
            <>
              <div className="examples">
                {measureExamples.map((example) => (
                  <a key={example.name} href={`${add}?like=${example.key}`}>
                    <b>{example.theme}</b>
                    {example.name}, {example.from} to {example.to}
                  </a>
                ))}
              </div>
              <div className="row wrap">
                <a className="btn primary" href={add}>
                  Add measure
                </a>
                {mayAccept ? (
                  <a className="btn quiet" href={`/gaps/accept?about=${goalCode}&gap=goalsWithoutMeasure`}>
                    Accept as is
                  </a>
                ) : null}
              </div>
            </>
          ) : (
            <p>
              <a href="#ask">Ask the owner</a>
            </p>
          )}
          <ArchivedMeasures archived={archived} />
        </div>
      </Card>
    )
  const [first, ...others] = measures
  const words = new Set(measures.map((measure) => frequencyWord(measure.readEveryDays)))
  return (
    <Card
      title="How we will know"
      id="measures"
      aside={`${measures.length === 1 ? "1 measure" : `${measures.length} measures`}${words.size === 1 ? `, read ${[...words].join("")}` : ""}`}
      foot={mayEdit ? <a href={add}>Add measure</a> : undefined}
    >
      {first ? <MeasureBlock goalCode={goalCode} measure={first} today={today} mayEdit={mayEdit} id="add-reading" /> : null}
      {others.length > 0 ? (
        <div className="halves measure">
          {others.map((measure) => (
            <MeasureBlock key={measure.id} goalCode={goalCode} measure={measure} today={today} mayEdit={mayEdit} low />
          ))}
        </div>
      ) : null}
      <ArchivedMeasures archived={archived} />
    </Card>
  )
}

function MeasureBlock({ goalCode, measure, today, mayEdit, low = false, id }: { goalCode: string; measure: ChartedMeasure; today: string; mayEdit: boolean; low?: boolean; id?: string }) {
  const way = wayWords(measure)
  const said = `${way.from} to ${way.target} by ${dayMonthYear(measure.targetOn)}, now ${way.now}`
  return (
    <section className={low ? undefined : "measure"} aria-label={measure.name}>
      <div className="chart-head">
        <h3>
          {measure.name} {low || measure.isYesNo ? null : <span className="muted">· {[measure.unit, measure.direction === "up" ? "higher is better" : "lower is better"].filter(Boolean).join(", ")}</span>}
        </h3>
        <span className="num nowrap">
          {way.from} → <b>{way.now}</b> → {way.target}
        </span>
      </div>
      {measure.chart ? (
        <LineChart shape={measure.chart} description={`${measure.name}: ${said}.`} valueLabel={measure.unit || "Reading"} low={low} withTable={false} />
      ) : (
        <Bullet now={measure.progress === null ? null : measure.progress * 100} expected={measure.expected * 100} label={said} />
      )}
      <p className="measure-foot">
        {measure.progress === null ? (
          <StatusMark state="unknown">No reading yet</StatusMark>
        ) : (
          <span>{Math.round(measure.progress * 100)} % of the way.</span>
        )}
        {measure.late ? (
          <span className="status">
            <Shape state="at-risk" />
            <span>Last reading is {measure.daysOld} days old; it is read {frequencyWord(measure.readEveryDays)}.</span>
          </span>
        ) : measure.last ? (
          <span className="muted">
            Read {dayMonthYear(measure.last.readOn)}
            {measure.last.recordedBy ? ` by ${measure.last.recordedBy}` : ""}
            {measure.source ? `, from ${measure.source}` : ""}.
          </span>
        ) : null}
      </p>
      {measure.isYesNo && measure.last ? <p className="small">{valueWords(measure, measure.last.value)} on {dayMonthYear(measure.last.readOn)}</p> : null}
      <div className="measure-actions">
        {mayEdit ? <AddReading measure={measure} today={today} id={id} /> : null}
        {measure.readings.length > 0 ? <Readings measure={measure} mayEdit={mayEdit} /> : null}
        {mayEdit ? <a href={`/goals/${goalCode}/measures/${measure.position}`}>Edit measure</a> : null}
        {mayEdit ? (
          <form method="post" action={`/measures/${measure.id}/archive`}>
            <OperationFields form={`archive ${measure.id}`} />
            <button type="submit" className="link-btn" aria-label={`Archive the measure ${measure.name}`}>
              Archive
            </button>
          </form>
        ) : null}
      </div>
    </section>
  )
}
