/** Owns where everything of a line chart lies, in percent of the plot; loaders call it, so that the browser needs no chart code. */
import { scaleLinear } from "d3-scale"
import { line } from "d3-shape"

export interface Reading {
  /** Day as YYYY-MM-DD. */
  date: string
  /** Null is a reading that is missing: the line breaks, it never drops to zero. */
  value: number | null
}

export interface LineChartInput {
  readings: readonly Reading[]
  start?: { date: string; value: number }
  target?: { date: string | null; value: number; label: string; note?: string }
  events?: readonly { date: string; label: string }[]
  /** Words beside the newest reading. */
  lastLabel?: string
  lastNote?: string
  /** Turns a value into words for axis and table. */
  write?: (value: number) => string
}

interface Place {
  x: number
  y: number
}

export interface LineChartShape {
  readingsPath: string
  straight: { from: Place; to: Place } | null
  targetLine: { y: number; label: string; note?: string } | null
  dots: (Place & { last: boolean })[]
  last: (Place & { label: string; note?: string; back: boolean }) | null
  gaps: { x: number }[]
  yTicks: { y: number; label: string }[]
  xTicks: { x: number; label: string; year?: string }[]
  events: { x: number; label: string }[]
  rows: { date: string; value: string }[]
}

const DAY_IN_MS = 86_400_000
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
const MOST_MONTH_LABELS = 14
/** Below this share of their size, or of one, two values are the same: the axis cannot number what lies between them. */
const NO_DIFFERENCE = 1e-9

/** Gives the drawing of readings over time, with its target, the straight line to it and a table of the same numbers; null without any number. */
export function lineChartShape(input: LineChartInput): LineChartShape | null {
  const write = input.write ?? String
  const { target, start } = input
  const numbers = [...input.readings.flatMap(({ value }) => (value === null ? [] : [value])), ...(start ? [start.value] : []), ...(target ? [target.value] : [])]
  const days = [...input.readings.map(({ date }) => day(date)), ...(start ? [day(start.date)] : []), ...(target?.date ? [day(target.date)] : [])]
  if (numbers.length === 0 || days.length === 0) return null

  const firstDay = Math.min(...days)
  const lastDay = Math.max(...days, firstDay + 1)
  const x = (date: string) => round(((day(date) - firstDay) / (lastDay - firstDay)) * 100)
  const y = scaleLinear().domain(padded(numbers)).range([100, 0])
  const place = (date: string, value: number): Place => ({ x: x(date), y: round(y(value)) })

  const ordered = [...input.readings].sort((a, b) => day(a.date) - day(b.date))
  const draw = line<Reading>((each) => x(each.date), (each) => round(y(each.value ?? 0))).defined((each) => each.value !== null)
  const known = ordered.filter((each): each is { date: string; value: number } => each.value !== null)
  const newest = known.at(-1)
  const newestPlace = newest ? place(newest.date, newest.value) : null

  return {
    readingsPath: draw(ordered) ?? "",
    straight: start && target?.date ? { from: place(start.date, start.value), to: place(target.date, target.value) } : null,
    targetLine: target ? { y: round(y(target.value)), label: target.label, note: target.note } : null,
    dots: known.map((each) => ({ ...place(each.date, each.value), last: each === newest })),
    last: newest && newestPlace ? { ...newestPlace, label: input.lastLabel ?? write(newest.value), note: input.lastNote, back: newestPlace.x > 72 } : null,
    gaps: ordered.filter(({ value }) => value === null).map(({ date }) => ({ x: x(date) })),
    yTicks: y.ticks(4).map((value) => ({ y: round(y(value)), label: write(value) })),
    xTicks: monthTicks(firstDay, lastDay),
    events: (input.events ?? []).map((event) => ({ x: x(event.date), label: event.label })),
    rows: ordered.map(({ date, value }) => ({ date, value: value === null ? "no reading" : write(value) })),
  }
}

function monthTicks(firstDay: number, lastDay: number): LineChartShape["xTicks"] {
  const first = new Date(firstDay * DAY_IN_MS)
  const months: { x: number; month: number; year: number }[] = []
  for (let month = first.getUTCMonth(), year = first.getUTCFullYear(); ; month += 1) {
    const at = Date.UTC(year, month, 1) / DAY_IN_MS
    if (at > lastDay) break
    const here = new Date(at * DAY_IN_MS)
    if (at >= firstDay) months.push({ x: round(((at - firstDay) / (lastDay - firstDay)) * 100), month: here.getUTCMonth(), year: here.getUTCFullYear() })
  }
  const step = Math.max(1, Math.ceil(months.length / MOST_MONTH_LABELS))
  return months
    .filter((_, index) => index % step === 0)
    .map(({ x, month, year }, index) => ({ x, label: MONTHS[month] ?? "", year: index === 0 || month < step ? String(year) : undefined }))
}

/** Leaves room above and below, so that no line runs along the edge; one lone number gets a band around it. */
function padded(numbers: readonly number[]): [number, number] {
  const low = Math.min(...numbers)
  const high = Math.max(...numbers)
  const size = Math.max(1, Math.abs(low), Math.abs(high))
  const room = high - low <= size * NO_DIFFERENCE ? Math.max(1, size * 0.1) : (high - low) * 0.12
  return [low - room, high + room]
}

function day(date: string): number {
  return Math.floor(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY_IN_MS)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
