// The table that the bench prints: ours beside the yardstick of the same run, and the target.

export interface Line {
  measure: string
  ours: string
  yardstick: string
  ratio: string
  target: string
  verdict: "ok" | "over" | ""
}

/** Ours against the yardstick, both in the same unit; `most` bounds the ratio from above, `least` from below. */
export function compared(measure: string, values: { ours: number; yardstick: number; unit: string; most?: number; least?: number }): Line {
  const { ours, yardstick, unit, most, least } = values
  const ratio = ours / yardstick
  const within = (most === undefined || ratio <= most) && (least === undefined || ratio >= least)
  const target = most === undefined ? (least === undefined ? "" : `at least ${least} x`) : `at most ${most} x`
  return { measure, ours: amount(ours, unit), yardstick: amount(yardstick, unit), ratio: `${ratio.toFixed(2)} x`, target, verdict: target === "" ? "" : within ? "ok" : "over" }
}

/** Ours against a fixed bound. */
export function bounded(measure: string, values: { ours: number; unit: string; most?: number; least?: number; note?: string }): Line {
  const { ours, unit, most, least, note = "" } = values
  const within = (most === undefined || ours <= most) && (least === undefined || ours >= least)
  const target = most !== undefined ? `at most ${amount(most, unit)}` : least !== undefined ? `at least ${amount(least, unit)}` : ""
  return { measure, ours: amount(ours, unit), yardstick: note, ratio: "", target, verdict: target === "" ? "" : within ? "ok" : "over" }
}

/** A measure that could not be taken, and why. */
export function missing(measure: string, why: string): Line {
  return { measure, ours: why, yardstick: "", ratio: "", target: "", verdict: "" }
}

/** The lines as a table of Markdown, aligned for reading in a terminal. */
export function table(lines: readonly Line[]): string {
  const heads: Line[] = [{ measure: "measure", ours: "ours", yardstick: "yardstick", ratio: "ratio", target: "target", verdict: "" }]
  const keys = ["measure", "ours", "yardstick", "ratio", "target", "verdict"] as const
  const widths = keys.map((key) => Math.max(...[...heads, ...lines].map((line) => line[key].length)))
  const row = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`
  const rows = [...heads, ...lines].map((line) => row(keys.map((key) => line[key])))
  rows.splice(1, 0, row(widths.map((width) => "-".repeat(width))))
  return rows.join("\n")
}

/** The mean without the highest and the lowest: one noisy moment does not count, and what happens every few blocks does. */
export function meanWithoutEnds(numbers: readonly number[]): number {
  const kept = [...numbers].sort((a, b) => a - b).slice(1, -1)
  return kept.reduce((sum, each) => sum + each, 0) / kept.length
}

/** The middle of the numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function amount(value: number, unit: string): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return `${value.toFixed(digits)} ${unit}`
}
