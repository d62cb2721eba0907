// The drawing of a measure's readings; loaders call it, so that a page needs no chart code in the browser.
import { dayMonthYear, monthYear } from "~/core/calendar"
import { lineChartShape, type LineChartShape } from "~/ui/line-chart-shape"
import { changeWords, linePoints, valueWords, type MeasureView } from "./measure-view"

/** A measure with the places of its chart; null for yes/no and without a reading. */
export type ChartedMeasure = MeasureView & { chart: LineChartShape | null }

/** Gives the measure with its drawing. */
export function charted(measure: MeasureView): ChartedMeasure {
  if (measure.isYesNo || measure.last === null) return { ...measure, chart: null }
  const write = (value: number) => valueWords({ isYesNo: false, unit: "" }, String(value))
  const chart = lineChartShape({
    readings: linePoints(measure),
    start: { date: measure.startsOn, value: Number(measure.baseline ?? 0) },
    target: { date: measure.targetOn, value: Number(measure.target), label: `${valueWords(measure, measure.target)} target`, note: `by ${dayMonthYear(measure.targetOn)}` },
    lastLabel: `${valueWords(measure, measure.last.value)} in ${monthYear(measure.last.readOn)}`,
    lastNote: changeWords(measure) ?? undefined,
    write,
  })
  return { ...measure, chart }
}
