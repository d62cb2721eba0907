// The drawing of ratings over time; loaders call `ratingChart`, so that a page needs no chart code in the browser.
import { scaleLinear } from "d3-scale"
import { line } from "d3-shape"
import { monthYear } from "~/core/calendar"
import { ratingNames, ratingsInWords, ratingWords, score, whyNoLine, type RatedDay, type RatingName } from "./rating-lines"

export interface RatingChart {
  lines: { name: RatingName; path: string; dots: { x: number; y: number }[]; label: string; labelY: number }[]
  grid: { y: number; label: string }[]
  marks: { x: number; month: string; answers: string }[]
  inWords: string
}

const width = 640
const height = 170

/** Gives where everything of the chart lies, in units of its drawing; null under two scores. */
export function ratingChart(days: readonly RatedDay[]): RatingChart | null {
  if (whyNoLine(days) !== null) return null
  const scored = days.filter(({ trust }) => trust !== null)
  const x = scaleLinear().domain([0, scored.length - 1]).range([0, width])
  const y = scaleLinear().domain([1, 5]).range([height, 0])
  const lines = ratingNames.map((name) => {
    const dots = scored.map((day, at) => ({ x: Math.round(x(at)), y: Math.round(y(day[name] ?? 1)) }))
    const path = line<{ x: number; y: number }>((dot) => dot.x, (dot) => dot.y)(dots) ?? ""
    return { name, path, dots, label: `${ratingWords[name]} ${score(scored.at(-1)?.[name] ?? null)}`, labelY: dots.at(-1)?.y ?? 0 }
  })
  // labels at the end of lines that meet are set apart, so that none lies on another
  const apart = [...lines].sort((a, b) => a.labelY - b.labelY)
  apart.forEach((one, at) => {
    const above = apart[at - 1]
    if (above && one.labelY - above.labelY < 18) one.labelY = above.labelY + 18
  })
  return {
    lines, inWords: ratingsInWords(days),
    grid: [1, 2, 3, 4, 5].map((value) => ({ y: Math.round(y(value)), label: String(value) })),
    marks: scored.map(({ day, answers }, at) => ({ x: Math.round(x(at)), month: monthYear(day), answers: `${answers} answers` })),
  }
}

/** Draws the lines, each told apart by its dashes as well as its colour, and the same numbers as a table. */
export function Ratings({ chart, days, unit }: { chart: RatingChart | null; days: readonly RatedDay[]; unit: string }) {
  return (
    <>
      {chart === null ? (
        <p className="muted">{whyNoLine(days)}</p>
      ) : (
        <svg className="ratings" viewBox={`-24 -12 ${width + 150} ${height + 60}`} role="img" aria-label={chart.inWords}>
          {chart.grid.map(({ y, label }) => (
            <g key={label}>
              <line className="grid" x1="0" x2={width} y1={y} y2={y} />
              <text x="-10" y={y + 4} textAnchor="end">{label}</text>
            </g>
          ))}
          {chart.lines.map(({ name, path, dots, label, labelY }) => (
            <g key={name} className={name}>
              <path d={path} />
              {dots.map((dot) => <circle key={dot.x} cx={dot.x} cy={dot.y} r="4" />)}
              <text className="last" x={width + 12} y={labelY + 4}>{label}</text>
            </g>
          ))}
          {chart.marks.map(({ x, month, answers }) => (
            <text key={x} x={x} y={height + 22} textAnchor="middle">
              {month}
              <tspan x={x} dy="16">{answers}</tspan>
            </text>
          ))}
        </svg>
      )}
      {days.length === 0 ? null : (
        <details className="chart-table" open={chart === null}>
          <summary>Show as table</summary>
          <table className="plain-table">
            <caption className="visually-hidden">What {unit} thinks of working with us, from 1 to 5</caption>
            <thead>
              <tr>
                <th scope="col">After</th>
                {ratingNames.map((name) => <th scope="col" className="num" key={name}>{ratingWords[name]}</th>)}
                <th scope="col" className="num">Answers</th>
              </tr>
            </thead>
            <tbody>
              {days.map((one, at) => (
                <tr key={at}>
                  <th scope="row">{monthYear(one.day)}</th>
                  {ratingNames.map((name) => <td className="num" key={name}>{score(one[name])}</td>)}
                  <td className="num">{one.answers}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  )
}
