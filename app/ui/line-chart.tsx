/** Owns the drawing of a line chart from places worked out on the server; words keep their size at every width. */
import type { LineChartShape } from "~/ui/line-chart-shape"

export interface LineChartProps {
  shape: LineChartShape
  /** The whole chart in one sentence, read instead of the drawing. */
  description: string
  valueLabel: string
  /** A small chart without axes. */
  low?: boolean
  /** Leaves out "Show as table" where the page has its own. */
  withTable?: boolean
}

/** Draws readings, target and straight line; under it the same numbers as a table that opens on demand. */
export function LineChart({ shape, description, valueLabel, low = false, withTable = true }: LineChartProps) {
  return (
    <figure>
      <div className={low ? "chart low" : "chart"} role="img" aria-label={description}>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {low ? null : shape.yTicks.map((tick) => <line key={tick.y} className="grid" x1="0" x2="100" y1={tick.y} y2={tick.y} />)}
          {low ? null : shape.events.map((event) => <line key={event.label} className="event" x1={event.x} x2={event.x} y1="0" y2="100" />)}
          {shape.targetLine ? <line className="target" x1="0" x2="100" y1={shape.targetLine.y} y2={shape.targetLine.y} /> : null}
          {shape.straight ? <line className="straight" x1={shape.straight.from.x} y1={shape.straight.from.y} x2={shape.straight.to.x} y2={shape.straight.to.y} /> : null}
          <path className="readings" d={shape.readingsPath} />
        </svg>
        {shape.dots.map((dot, index) =>
          low && !dot.last ? null : <span key={index} className={dot.last ? "dot last" : "dot"} style={{ insetInlineStart: `${dot.x}%`, insetBlockStart: `${dot.y}%` }} />,
        )}
        {low ? null : <ChartScale shape={shape} />}
        {shape.targetLine ? (
          <span className="label beside" style={{ insetBlockStart: `${shape.targetLine.y}%` }}>
            <b>{shape.targetLine.label}</b>
            {shape.targetLine.note && !low ? (
              <>
                <br />
                {shape.targetLine.note}
              </>
            ) : null}
          </span>
        ) : null}
        {shape.last ? (
          <span className={shape.last.back ? "label after back halo" : "label after halo"} style={{ insetInlineStart: `${shape.last.x}%`, insetBlockStart: `${shape.last.y}%` }}>
            <b>{shape.last.label}</b>
            {shape.last.note && !low ? (
              <>
                <br />
                {shape.last.note}
              </>
            ) : null}
          </span>
        ) : null}
      </div>
      {withTable ? <ChartTable shape={shape} valueLabel={valueLabel} /> : null}
    </figure>
  )
}

function ChartScale({ shape }: { shape: LineChartShape }) {
  return (
    <>
      {shape.yTicks.map((tick) => (
        <span key={tick.y} className="label y" style={{ insetBlockStart: `${tick.y}%` }}>
          {tick.label}
        </span>
      ))}
      {shape.xTicks.map((tick, index) => (
        <span key={tick.x} className={index % 3 === 0 ? "label x" : "label x minor"} style={{ insetInlineStart: `${tick.x}%` }}>
          {tick.label}
          {tick.year ? (
            <>
              <br />
              {tick.year}
            </>
          ) : null}
        </span>
      ))}
      {shape.events.map((event) => (
        <span key={event.label} className="label over halo" style={{ insetInlineStart: `${event.x}%` }}>
          {event.label}
        </span>
      ))}
      {shape.gaps.slice(0, 1).map((gap) => (
        <span key={gap.x} className="label over missing" style={{ insetInlineStart: `${gap.x}%`, translate: "-50% 0" }}>
          no reading
        </span>
      ))}
    </>
  )
}

function ChartTable({ shape, valueLabel }: { shape: LineChartShape; valueLabel: string }) {
  return (
    <details className="chart-table">
      <summary>Show as table</summary>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col" className="num">
              {valueLabel}
            </th>
          </tr>
        </thead>
        <tbody>
          {shape.rows.map((row) => (
            <tr key={row.date}>
              <td>{row.date}</td>
              <td className="num">{row.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
