/** Owns one pillar of the strategy page with its goals, and the same as a table. */
import type { ReactNode } from "react"
import { dayMonthYear } from "~/core/calendar"
import { GoalHealthMark } from "~/features/goals/goal-marks"
import type { Strategy, StrategyGoal, StrategyPillar } from "~/features/alignment/strategy"
import { Bullet } from "~/ui/bullet"
import { StatusMark } from "~/ui/status"

/** Draws the column of a pillar; what else belongs at its end follows the goals. */
export function PillarColumn({ pillar, children }: { pillar: StrategyPillar; children?: ReactNode }) {
  return (
    <section aria-label={pillar.name}>
      <header className="pillar-head">
        <i className="layer-mark" aria-hidden="true" />
        <h3>
          <a href={`/goals/${pillar.code}`}>{pillar.name}</a>
        </h3>
        <span className="push tiny muted num nowrap">
          {pillar.weight === null ? "" : `weight ${pillar.weight} of 100 · `}
          {pillar.money}
        </span>
      </header>
      <ul>
        {pillar.goals.map((goal) => (
          <GoalBlock key={goal.code} goal={goal} />
        ))}
      </ul>
      {children}
    </section>
  )
}

function GoalBlock({ goal }: { goal: StrategyGoal }) {
  const { measure } = goal
  const bare = goal.health === "no work"
  return (
    <li className="strategy-goal">
      <div className="line">
        <a href={`/goals/${goal.code}`}>
          <b>{goal.name}</b>
        </a>
        <span className="push">
          <GoalHealthMark health={goal.health} />
        </span>
      </div>
      {goal.promiseLine ? <p className={bare ? "muted" : undefined}>{goal.promiseLine}</p> : null}
      {measure ? (
        <>
          <Bullet now={measure.progress === null ? null : measure.progress * 100} expected={measure.progress === null ? null : measure.expected * 100} label={`${measure.name}: ${measure.from} to ${measure.target} by ${measure.by}, now ${measure.now ?? "not known yet"}`} />
          <div className="line tiny">
            <span className="muted cut">{measure.name}</span>
            <span className="push num nowrap">
              {measure.now === null ? <StatusMark state="unknown">not known yet</StatusMark> : <>{measure.from} → <b>{measure.now}</b></>} → {measure.target}, {measure.by}
            </span>
          </div>
        </>
      ) : (
        <p className="tiny muted">No measure says whether it is reached.</p>
      )}
      <div className="line tiny muted">
        <span className="cut">
          {bare ? (goal.asked ? `Asked: ${goal.asked.of ?? "the planners"}, answer by ${dayMonthYear(goal.asked.dueOn)}` : "Nobody has been asked yet") : worksWords(goal)}
        </span>
        <span className="push num">{goal.money}</span>
      </div>
    </li>
  )
}

function worksWords(goal: StrategyGoal): string {
  if (goal.works.length === 0) return "No work under way"
  return `${goal.works.map((work) => work.name).join(", ")}${goal.moreWorks > 0 ? ` +${goal.moreWorks}` : ""}`
}

/** Draws pillars and goals as one table, for reading aloud and for copying. */
export function StrategyTable({ strategy, yearLabel }: { strategy: Strategy; yearLabel: string }) {
  return (
    <div className="card flush scroll-x">
      <table className="plain-table">
        <caption className="visually-hidden">Pillars and goals with status, measure, work and money</caption>
        <thead>
          <tr>
            <th scope="col">Goal</th>
            <th scope="col">Pillar</th>
            <th scope="col">Status</th>
            <th scope="col">What changes for you</th>
            <th scope="col">Measure</th>
            <th scope="col">From → now → target</th>
            <th scope="col">Work</th>
            <th scope="col" className="num">Money {yearLabel}</th>
          </tr>
        </thead>
        <tbody>
          {strategy.pillars.flatMap((pillar) =>
            pillar.goals.map((goal) => (
              <tr key={goal.code}>
                <th scope="row">
                  <a href={`/goals/${goal.code}`}>{goal.name}</a>
                </th>
                <td>{pillar.name}</td>
                <td>
                  <GoalHealthMark health={goal.health} />
                </td>
                <td>{goal.promiseLine}</td>
                <td>{goal.measure?.name ?? <span className="muted">None</span>}</td>
                <td className="nowrap">{goal.measure ? `${goal.measure.from} → ${goal.measure.now ?? "not known yet"} → ${goal.measure.target}, ${goal.measure.by}` : ""}</td>
                <td>{worksWords(goal)}</td>
                <td className="num">{goal.money}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  )
}
