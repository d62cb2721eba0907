// Where somebody stands, overall or about one subject: influence, interest, engagement now and wanted, and what follows from them (F11).
import type { Engagement } from "#db/words"
import type { Snapshot } from "~/core/change"
import { RuleError } from "~/core/errors"

export type { Engagement } from "#db/words"
export const engagements = ["unaware", "resistant", "neutral", "supportive", "leading"] as const satisfies readonly Engagement[]
export const engagementWords: Record<Engagement, string> = {
  unaware: "Unaware", resistant: "Resistant", neutral: "Neutral", supportive: "Supportive", leading: "Leading",
}
export const scale = [1, 2, 3, 4, 5] as const
/** From here on influence or interest is high: the line between the quarters of the grid. */
export const highFrom = 4
/** The kinds a standing can be about. */
export const subjectKinds = ["goal", "initiative", "service", "application"] as const

export interface Standing {
  /** how much they decide, 1 to 5; null: not known yet */
  influence: number | null
  /** how much it affects them, 1 to 5; null: not known yet */
  interest: number | null
  engagementNow: Engagement | null
  engagementWanted: Engagement | null
}

export const unknownStanding: Standing = { influence: null, interest: null, engagementNow: null, engagementWanted: null }

export type Quarter = "work closely" | "keep satisfied" | "keep informed" | "listen lightly"
export const quarters: readonly Quarter[] = ["keep satisfied", "work closely", "listen lightly", "keep informed"]
export const quarterWords: Record<Quarter, string> = {
  "work closely": "Work closely", "keep satisfied": "Keep satisfied", "keep informed": "Keep informed", "listen lightly": "Listen lightly",
}

/** F11: the steps from where they are to where they are wanted, never below 0; null while either is not known. */
export function engagementGap({ engagementNow, engagementWanted }: Pick<Standing, "engagementNow" | "engagementWanted">): number | null {
  if (engagementNow === null || engagementWanted === null) return null
  return Math.max(0, engagements.indexOf(engagementWanted) - engagements.indexOf(engagementNow))
}

/** F11: gap x influence x interest; null while one of them is not known, also where a gap of 0 would make it 0. */
export function priorityOf(standing: Standing): number | null {
  const gap = engagementGap(standing)
  if (gap === null || standing.influence === null || standing.interest === null) return null
  return gap * standing.influence * standing.interest
}

/** The quarter of the grid who decides / who is affected, both high from 4; null while either is not known. */
export function quarterOf({ influence, interest }: Pick<Standing, "influence" | "interest">): Quarter | null {
  if (influence === null || interest === null) return null
  if (influence >= highFrom) return interest >= highFrom ? "work closely" : "keep satisfied"
  return interest >= highFrom ? "keep informed" : "listen lightly"
}

/** Checks a standing; refused: a number that is no whole one from 1 to 5, an engagement that is none of the five. */
export function checkStanding(standing: Standing): Standing {
  for (const field of ["influence", "interest"] as const) {
    const value = standing[field]
    if (value !== null && !(Number.isInteger(value) && value >= 1 && value <= 5)) throw new RuleError("Choose a whole number from 1 to 5.", { field })
  }
  for (const field of ["engagementNow", "engagementWanted"] as const) {
    const value = standing[field]
    if (value !== null && !engagements.includes(value)) throw new RuleError("Choose one from the list.", { field })
  }
  return standing
}

/** The standing as its own history keeps it. */
export function standingSnapshot({ influence, interest, engagementNow, engagementWanted }: Standing): Snapshot {
  return { influence, interest, engagementNow, engagementWanted }
}

/** F11 in a sentence with its own numbers, for "how is this worked out?". */
export function priorityInWords(standing: Standing): string {
  const gap = engagementGap(standing)
  const priority = priorityOf(standing)
  if (gap === null || priority === null) return "Not known yet: it needs influence, interest, and where they are now and are wanted."
  const steps = gap === 1 ? "1 step" : `${gap} steps`
  return `${steps} from where they are to where they are wanted x influence ${standing.influence} x interest ${standing.interest} = ${priority}.`
}
