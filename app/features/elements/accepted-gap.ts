// The gaps that can be accepted, and how they read on screen.
import type { Snapshot } from "~/core/change"
import type { ElementKind } from "./element"

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

/** What kind of record can have the gap. */
export const gapKinds: Record<GapName, ElementKind> = {
  goalsWithoutWork: "goal", workWithoutGoal: "initiative", servicesWithoutPath: "service", applicationsWithoutService: "application",
  goalsWithoutMeasure: "goal", goalsWithoutOwner: "goal",
}

export function acceptedGapSnapshot(gap: { elementId: string; gap: GapName; reason: string; untilOn: string }): Snapshot {
  return { elementId: gap.elementId, gap: gap.gap, reason: gap.reason, untilOn: gap.untilOn }
}
