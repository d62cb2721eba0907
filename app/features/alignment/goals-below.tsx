/** Owns what lies below a goal: the goals of a pillar, the objectives of a goal. */
import { shortMoney } from "~/core/money"
import type { ElementRef } from "~/features/elements/element"
import { GoalHealthMark, ProgressCell } from "~/features/goals/goal-marks"
import { goalStatusWords, type GoalLevel } from "~/features/goals/goal"
import type { GoalView } from "~/features/alignment/goal-view"
import { Card } from "~/ui/card"

/** Draws the table and, for planners, the way to write one more. */
export function GoalsBelow({ goal, view, level, currency, mayPlan }: { goal: ElementRef; view: GoalView; level: GoalLevel; currency: string; mayPlan: boolean }) {
  const [one, many] = level === "pillar" ? ["goal", "Its goals"] : ["objective", "Objectives below it"]
  if (view.below.length === 0 && !mayPlan) return null
  return (
    <Card title={many} id="below" flush aside={view.below.length > 0 ? String(view.below.length) : undefined} foot={mayPlan ? <a href={`/goals/new?part-of=${goal.code}`}>Add {one === "goal" ? "a goal" : "an objective"}</a> : undefined}>
      {view.below.length === 0 ? (
        <p className="nothing-here muted">None yet.</p>
      ) : (
        <div className="scroll-x">
          <table className="plain-table cards-on-phone">
            <thead>
              <tr>
                <th scope="col">{level === "pillar" ? "Goal" : "Objective"}</th>
                <th scope="col">Status</th>
                <th scope="col">Of the way</th>
                <th scope="col" className="num">Work</th>
                {level === "pillar" ? <th scope="col" className="num">Weight</th> : null}
                {level === "pillar" ? <th scope="col" className="num">Money</th> : null}
              </tr>
            </thead>
            <tbody>
              {view.below.map((each) => (
                <tr key={each.id}>
                  <th scope="row">
                    <a href={`/goals/${each.code}`}>{each.name}</a> <span className="code">{each.code}</span>
                  </th>
                  <td>{each.status === "active" ? <GoalHealthMark health={each.health} /> : <span className="muted">{goalStatusWords[each.status]}</span>}</td>
                  <td>
                    <ProgressCell progress={each.progress} expected={each.expected} />
                  </td>
                  <td className="num" data-label="Work">{each.works}</td>
                  {level === "pillar" ? <td className="num" data-label="Weight">{each.weight}</td> : null}
                  {level === "pillar" ? <td className="num" data-label="Money">{each.money === null ? "–" : shortMoney(each.money, currency)}</td> : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}
