// The gaps that can be accepted, and how they read on screen.
import type { Snapshot } from "~/core/change"

export const gapNames = [
  "goalsWithoutWork", "workWithoutGoal", "servicesWithoutPath", "applicationsWithoutService", "goalsWithoutMeasure", "goalsWithoutOwner",
] as const
export type GapName = (typeof gapNames)[number]

/** What the gap says of one record. */
export const gapWords: Record<GapName, string> = {
  goalsWithoutWork: "No work supports this goal",
  workWithoutGoal: "Serves no goal",
  servicesWithoutPath: "Leads to no goal",
  applicationsWithoutService: "Delivers no service",
  goalsWithoutMeasure: "No measure says whether it is reached",
  goalsWithoutOwner: "Nobody owns it",
}

export function acceptedGapSnapshot(gap: { elementId: string; gap: GapName; reason: string; untilOn: string }): Snapshot {
  return { elementId: gap.elementId, gap: gap.gap, reason: gap.reason, untilOn: gap.untilOn }
}
