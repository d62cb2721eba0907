/** Owns the six gaps of alignment: which records lack a link, a measure or an owner. */
import { openStatuses, type GraphNode } from "~/features/alignment/graph"
import { servesOf, type ServingModel } from "~/features/alignment/serving"

export const gapNames = [
  "goalsWithoutWork", "workWithoutGoal", "servicesWithoutPath",
  "applicationsWithoutService", "goalsWithoutMeasure", "goalsWithoutOwner",
] as const
export type GapName = (typeof gapNames)[number]

export interface Gap {
  id: string
  /** The last day of a running acceptance; null for an open gap. */
  acceptedUntil: string | null
}

export type Gaps = Readonly<Record<GapName, readonly Gap[]>>

export interface AcceptedGaps {
  /** End date by `gapKey(gap, id)`. */
  until: ReadonlyMap<string, string>
  today: string
}

/** Gives the key under which an accepted gap is found. */
export function gapKey(gap: GapName, id: string): string {
  return `${gap}:${id}`
}

/**
 * Gives the records in each of the six gaps, in the graph's order. Accepted gaps stay in, flagged with their end date until
 * that date comes; from it on they are open again.
 */
export function findGaps(model: ServingModel, accepted?: AcceptedGaps): Gaps {
  const { index } = model
  const flag = (gap: GapName, nodes: readonly GraphNode[]): Gap[] =>
    nodes.map(({ id }) => {
      const until = accepted?.until.get(gapKey(gap, id))
      return { id, acceptedUntil: until !== undefined && accepted !== undefined && accepted.today < until ? until : null }
    })
  const activeGoals = (index.byKind.get("goal") ?? []).filter((goal) => goal.status === "active")
  const openWork = (index.byKind.get("initiative") ?? []).filter((work) => openStatuses.has(work.status ?? ""))
  return {
    goalsWithoutWork: flag("goalsWithoutWork", model.countingGoals.filter((goal) => lacksWork(model, goal.id))),
    workWithoutGoal: flag("workWithoutGoal", openWork.filter((work) => servesOf(model, work.id).length === 0)),
    servicesWithoutPath: flag("servicesWithoutPath", (index.byKind.get("service") ?? []).filter((service) => !model.servicesWithPath.has(service.id))),
    applicationsWithoutService: flag("applicationsWithoutService", (index.byKind.get("application") ?? []).filter((application) =>
      !(index.linksFrom.get(application.id) ?? []).some((link) => link.relation === "delivers"))),
    goalsWithoutMeasure: flag("goalsWithoutMeasure", activeGoals.filter((goal) => (goal.measureCount ?? 0) === 0)),
    goalsWithoutOwner: flag("goalsWithoutOwner", activeGoals.filter((goal) => goal.ownerId === null)),
  }
}

/** Says whether this is a counting goal that no active initiative serves. */
export function lacksWork(model: ServingModel, goalId: string): boolean {
  return model.counting.has(goalId) && (model.activeServers.get(goalId) ?? []).length === 0
}

/** Gives the gaps each record is in, for flags on cards and rows; records without a gap are absent. */
export function gapsByRecord(gaps: Gaps): Map<string, { gap: GapName; acceptedUntil: string | null }[]> {
  const byRecord = new Map<string, { gap: GapName; acceptedUntil: string | null }[]>()
  for (const gap of gapNames) {
    for (const { id, acceptedUntil } of gaps[gap]) {
      const list = byRecord.get(id) ?? []
      list.push({ gap, acceptedUntil })
      byRecord.set(id, list)
    }
  }
  return byRecord
}

/** Gives the number of gaps that are open and of those accepted for now. */
export function countGap(gaps: readonly Gap[]): { open: number; accepted: number } {
  const accepted = gaps.filter((gap) => gap.acceptedUntil !== null).length
  return { open: gaps.length - accepted, accepted }
}
