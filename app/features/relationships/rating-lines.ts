// How the ratings of a relationship read over time: three lines with at least two scores, or why there are none.
import { monthYear } from "~/core/calendar"

export interface RatedDay {
  day: string
  answers: number
  understood: number | null
  trust: number | null
  responsive: number | null
}

export const ratingNames = ["understood", "trust", "responsive"] as const
export type RatingName = (typeof ratingNames)[number]
export const ratingWords: Record<RatingName, string> = { understood: "Understood", trust: "Trust", responsive: "Responsive" }

/** Why no line is drawn; null where there are two scores or more. */
export function whyNoLine(days: readonly RatedDay[]): string | null {
  const scored = days.filter(({ trust }) => trust !== null).length
  if (scored >= 2) return null
  if (days.length === 0) return "Not enough data: nobody has rated a conversation yet. After each one, those who took part answer three questions."
  return `Not enough data: a score needs five answers, and a line needs two scores. There ${scored === 1 ? "is one score" : "is no score"} so far.`
}

/** The chart in one sentence, for those who do not see it. */
export function ratingsInWords(days: readonly RatedDay[]): string {
  const scored = days.filter(({ trust }) => trust !== null)
  const [first, last] = [scored[0], scored.at(-1)]
  if (!first || !last || first === last) return "There are not enough ratings for a line."
  const parts = ratingNames.map((name) => `${ratingWords[name]} ${score(first[name])} to ${score(last[name])}`)
  return `From ${monthYear(first.day)} to ${monthYear(last.day)}, out of 5: ${parts.join(", ")}.`
}

/** A mean with one decimal; "–" where fewer than five answered. */
export function score(mean: number | null): string {
  return mean === null ? "–" : mean.toFixed(1)
}
