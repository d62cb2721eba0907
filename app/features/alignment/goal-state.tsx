/** Owns the state of a goal in words: which, since when, why and who says so, with how far it has come and how that is worked out. */
import { dayMonthYear } from "~/core/calendar"
import type { GoalFields } from "~/features/goals/goal"
import { healthState, healthWord } from "~/features/goals/goal-marks"
import type { GoalHealth } from "~/features/goals/goal-progress"
import type { ChartedMeasure } from "~/features/goals/measure-chart"
import type { GoalView } from "~/features/alignment/goal-view"
import { ProgressBar } from "~/ui/bullet"
import { Card } from "~/ui/card"
import { How } from "~/ui/how"
import { Shape } from "~/ui/status"

/** Who set the status against the readings, and when. */
export interface HealthSaid {
  by: string
  on: string
}

export interface GoalStateProps {
  goal: GoalFields
  view: GoalView
  measures: readonly ChartedMeasure[]
  said: HealthSaid | null
  proposed: { health: GoalHealth; reason: string } | null
  /** a pillar whose progress is the mean of its goals */
  through: boolean
  today: string
}

/** Draws the state card. */
export function GoalState(props: GoalStateProps) {
  const { goal, view, said, proposed } = props
  const { place } = view
  if (!place) return null
  const set = goal.healthSet !== null
  return (
    <Card>
      <div className="state-card">
        <div className="stack-small">
          <h2 className="state-word">
            <Shape state={healthState(place.health)} />
            {healthWord(place.health)}
            {set && said ? ` since ${dayMonthYear(said.on)}` : ""}
          </h2>
          <p>{place.reason}</p>
          <p className="small muted">{set ? saidWords(said, proposed, place.health) : place.health === "no work" ? "Until work is under way, this stands before what the readings say." : "Proposed by the readings. The owner may set another, with a reason."}</p>
        </div>
        <Far {...props} />
      </div>
    </Card>
  )
}

function saidWords(said: HealthSaid | null, proposed: GoalStateProps["proposed"], shown: GoalHealth): string {
  const who = said ? `Said by ${said.by}, ${dayMonthYear(said.on)}.` : "Set by a person."
  if (!proposed) return who
  if (proposed.health === shown) return `${who} The readings propose the same.`
  const words = proposed.health === "no work" ? "No active work serves it" : `The readings propose “${healthWord(proposed.health).toLowerCase()}”`
  return `${who} ${words}${proposed.health === "no work" ? "." : `: ${proposed.reason}`}`
}

function Far({ view, measures, through, today }: GoalStateProps) {
  const { place } = view
  if (!place || place.progress === null)
    return (
      <div className="far">
        <span>
          <span className="big">Not known yet</span>
        </span>
        <span className="small muted">{through ? "None of its goals has a reading." : "No measure has a reading."}</span>
      </div>
    )
  const share = Math.round(place.progress * 100)
  const expected = place.expected === null ? null : Math.round(place.expected * 100)
  return (
    <div className="far">
      <span>
        <span className="big">{share} %</span> of the way
      </span>
      <ProgressBar share={share} mark={expected} />
      <span className="small muted">
        {expected === null ? "" : `${expected} % is expected by today. `}
        {!through && place.measured < place.measures ? `${place.measured} of ${place.measures} measured.` : ""}
      </span>
      <How title={`${share} % of the way`} asOf={dayMonthYear(today)}>
        {through ? <ThroughGoals view={view} share={share} /> : <ThroughMeasures measures={measures} share={share} />}
        <PaceWords progress={place.progress} expected={place.expected} />
      </How>
    </div>
  )
}

function ThroughMeasures({ measures, share }: { measures: readonly ChartedMeasure[]; share: number }) {
  const read = measures.filter((measure) => measure.progress !== null)
  const weights = read.reduce((sum, measure) => sum + measure.weight, 0)
  return (
    <>
      <p>Each measure: distance covered, divided by the distance to go. Then averaged by weight.</p>
      <Parts head="Measure" rows={measures.map(({ id, name, weight, progress }) => ({ key: id, name, weight, progress }))} />
      {weights > 0 ? (
        <p>
          ({read.map((measure) => `${measure.weight} × ${Math.round((measure.progress ?? 0) * 100)}`).join(" + ")}) ÷ {weights} = <b>{share} %</b>
        </p>
      ) : null}
    </>
  )
}

function ThroughGoals({ view, share }: { view: GoalView; share: number }) {
  const counted = view.below.filter((goal) => goal.status !== "draft" && goal.status !== "retired")
  return (
    <>
      <p>The mean of its goals whose progress is known, by their weight: <b>{share} %</b>.</p>
      <Parts head="Goal" rows={counted.map(({ id, name, weight, progress }) => ({ key: id, name, weight, progress }))} />
    </>
  )
}

function Parts({ head, rows }: { head: string; rows: readonly { key: string; name: string; weight: number; progress: number | null }[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">Weight</th>
          <th scope="col">Covered</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <td>{row.name}</td>
            <td className="num">{row.weight}</td>
            <td className="num">{row.progress === null ? "no reading" : `${Math.round(row.progress * 100)} %`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PaceWords({ progress, expected }: { progress: number; expected: number | null }) {
  if (expected === null || expected === 0) return null
  return (
    <p className="muted">
      The straight line asks for {Math.round(expected * 100)} % today. We are {Math.round((progress / expected) * 100)} % as far as that.
    </p>
  )
}
