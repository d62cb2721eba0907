// Why IT was not used, over time: one row of small bars a reason, and the same as a table.
import "./byo.css"
import { Card } from "~/ui/card"
import { whyNots, whyNotWords } from "./byo"
import type { ReasonsOverTime } from "./reasons"

/** Draws the card; nothing where nothing was reported in that time. */
export function ReasonsCard({ reasons }: { reasons: ReasonsOverTime }) {
  if (reasons.sentence === "") return null
  const { quarters } = reasons
  const most = Math.max(1, ...quarters.flatMap(({ counts }) => whyNots.map((why) => counts[why])))
  const shown = whyNots.filter((why) => quarters.some(({ counts }) => counts[why] > 0))
  return (
    <Card title="Why IT was not used" id="reasons" aside="what teams tell us">
      <p>{reasons.sentence}</p>
      <div className="byo-reasons" aria-hidden="true">
        {shown.map((why) => (
          <div key={why}>
            <span>{whyNotWords[why]}</span>
            <svg viewBox="0 0 100 28" preserveAspectRatio="none">
              {quarters.map(({ label, counts }, at) => (counts[why] === 0 ? null : <rect key={label} x={at * 25 + 4} width={17} y={28 - (counts[why] / most) * 26} height={(counts[why] / most) * 26} />))}
            </svg>
          </div>
        ))}
        <div className="byo-quarters">
          <span />
          <span>{quarters.map(({ label }) => <small key={label}>{label.slice(0, 2)}</small>)}</span>
        </div>
      </div>
      <details className="chart-table">
        <summary>As a table</summary>
        <div className="scroll-x" role="region" aria-label="Reasons by quarter" tabIndex={0}>
          <table className="byo-reason-table">
            <thead>
              <tr>
                <th scope="col">Reason</th>
                {quarters.map(({ label }) => <th key={label} scope="col" className="num">{label}</th>)}
              </tr>
            </thead>
            <tbody>
              {whyNots.map((why) => (
                <tr key={why}>
                  <th scope="row">{whyNotWords[why]}</th>
                  {quarters.map(({ label, counts }) => <td key={label} className="num">{counts[why]}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </Card>
  )
}
