// The picture of the portfolio: two scales with the line at 2.5 on each, four named quarters, and a bubble for every assessed application.
import "./portfolio.css"
import { shortMoney } from "~/core/money"
import { pathOf } from "~/features/elements/element"
import { highFit, placementWords, type Placement } from "./fit"
import { bubbles, picture, placeOf, type Bubble } from "./portfolio"
import type { PlacedApplication } from "./portfolio"

const quarters: readonly { placement: Placement; x: number; y: number; end: boolean }[] = [
  { placement: "migrate", x: picture.left + 10, y: picture.top + 20, end: false },
  { placement: "invest", x: picture.right - 10, y: picture.top + 20, end: true },
  { placement: "eliminate", x: picture.left + 10, y: picture.bottom - 12, end: false },
  { placement: "tolerate", x: picture.right - 10, y: picture.bottom - 12, end: true },
]

/** Draws the picture; each bubble is a link that says its name, both means, its cost and its place. */
export function PortfolioChart({ applications, currency }: { applications: readonly PlacedApplication[]; currency: string }) {
  const { left, right, top, bottom, width, height } = picture
  const [lineX, lineY] = [placeOf(highFit, "x"), placeOf(highFit, "y")]
  return (
    <div className="portfolio-chart" tabIndex={0} role="group" aria-label="Applications by how well they do their job and how well they run">
      <svg viewBox={`0 0 ${width} ${height}`}>
        <rect x={left} y={top} width={right - left} height={bottom - top} className="room" />
        <line x1={lineX} x2={lineX} y1={top} y2={bottom} className="threshold" />
        <line x1={left} x2={right} y1={lineY} y2={lineY} className="threshold" />
        {quarters.map(({ placement, x, y, end }) => <text key={placement} x={x} y={y} textAnchor={end ? "end" : "start"} className="quarter">{placementWords[placement]}</text>)}
        {[1, 2, highFit, 3, 4].map((mark) => (
          <g key={mark} className={mark === highFit ? "mark high" : "mark"}>
            <text x={placeOf(mark, "x")} y={bottom + 20} textAnchor="middle">{mark}</text>
            <text x={left - 10} y={placeOf(mark, "y") + 4} textAnchor="end">{mark}</text>
          </g>
        ))}
        <text x={(left + right) / 2} y={bottom + 44} textAnchor="middle" className="scale">Runs well →</text>
        <text transform={`translate(18 ${(top + bottom) / 2}) rotate(-90)`} textAnchor="middle" className="scale">Does the job →</text>
        {bubbles(applications).map((bubble) => <BubbleLink key={bubble.application.id} bubble={bubble} currency={currency} />)}
      </svg>
    </div>
  )
}

/** 24 px and more where the chart is drawn smallest. */
const smallestTarget = 34

function BubbleLink({ bubble: { application, x, y, r, label }, currency }: { bubble: Bubble; currency: string }) {
  const { name, fit, yearlyCost, recommended, planned, mismatch } = application
  const cost = yearlyCost === null ? "cost not known" : `${shortMoney(yearlyCost, currency)} a year`
  const plan = planned === null ? "nothing planned" : `planned: ${placementWords[planned].toLowerCase()}`
  const words = `${name}: does the job ${fit.functional?.toFixed(1)}, runs well ${fit.technical?.toFixed(1)}, ${cost}, recommended: ${placementWords[recommended].toLowerCase()}, ${plan}${mismatch ? ", a mismatch" : ""}`
  return (
    <a href={pathOf("application", application.code)} aria-label={words} className={mismatch ? "bubble mismatch" : yearlyCost === null ? "bubble unknown" : "bubble"}>
      <title>{words}</title>
      <rect className="hit" x={x - smallestTarget / 2} y={y - smallestTarget / 2} width={smallestTarget} height={smallestTarget} />
      <circle cx={x} cy={y} r={r} />
      {mismatch ? <path d={`M ${x} ${y - 7} l 7 12 h -14 z`} className="warn" /> : null}
      {label ? <text x={label.x} y={label.y} textAnchor={label.end ? "end" : "start"} aria-hidden="true">{name.length > 24 ? `${name.slice(0, 23)}…` : name}</text> : null}
    </a>
  )
}
