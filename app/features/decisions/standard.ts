// A standard: how a product stands in a job, from when to when, and what a signed decision makes of the products it names.
import type { StandardLifecycle, StandardStatus } from "#db/words"
import type { CalendarDate } from "~/core/calendar"
import type { Snapshot } from "~/core/change"
import type { DecisionRelation } from "./decision"

export type { StandardLifecycle, StandardStatus } from "#db/words"
export const standardLifecycles = ["emerging", "proof of concept", "pilot", "strategic", "tactical", "containment", "retirement"] as const satisfies readonly StandardLifecycle[]
export const standardLifecycleWords: Record<StandardLifecycle, string> = {
  emerging: "Emerging", "proof of concept": "Being tried out", pilot: "Pilot", strategic: "Our choice", tactical: "For now", containment: "No new use", retirement: "Going out",
}
export const standardStatuses = ["approved", "approved with constraints", "unapproved", "divest", "prohibited"] as const satisfies readonly StandardStatus[]
export const standardStatusWords: Record<StandardStatus, string> = {
  approved: "Allowed", "approved with constraints": "Allowed with conditions", unapproved: "Not allowed yet", divest: "To be given up", prohibited: "Not allowed",
}

export interface StandardFields {
  decisionId: string
  applicationId: string
  /** null: no job in particular, in what a file brought */
  functionId: string | null
  productVersion: string
  lifecycle: StandardLifecycle
  status: StandardStatus
  ownWords: string
  conditions: string
  approvalExpiresOn: CalendarDate | null
  validFrom: CalendarDate
}

export function standardSnapshot(standard: StandardFields & { validTo: CalendarDate | null }): Snapshot {
  const { decisionId, applicationId, functionId, productVersion, lifecycle, status, ownWords, conditions, approvalExpiresOn, validFrom, validTo } = standard
  return { decisionId, applicationId, functionId, productVersion, lifecycle, status, ownWords, conditions, approvalExpiresOn, validFrom, validTo }
}

const standings: Partial<Record<DecisionRelation, { lifecycle: StandardLifecycle; status: StandardStatus }>> = {
  adopts: { lifecycle: "strategic", status: "approved" },
  permits: { lifecycle: "tactical", status: "approved with constraints" },
  retires: { lifecycle: "retirement", status: "divest" },
}

/** What a signed decision makes of the products it names, in every job it decides for; without a job nothing. It holds until it is looked at again. */
export function standardsOf(decision: { id: string; constraints: string; reviewOn: CalendarDate | null; ties: readonly { relation: DecisionRelation; id: string }[] }, today: CalendarDate): StandardFields[] {
  const jobs = decision.ties.filter(({ relation }) => relation === "governs")
  return jobs.flatMap((job) => decision.ties.flatMap((tie): StandardFields[] => {
    const standing = standings[tie.relation]
    if (!standing) return []
    const allowed = standing.status !== "divest"
    return [{
      decisionId: decision.id, applicationId: tie.id, functionId: job.id, productVersion: "", ...standing, ownWords: "",
      conditions: standing.status === "approved with constraints" ? decision.constraints : "", approvalExpiresOn: allowed ? decision.reviewOn : null, validFrom: today,
    }]
  }))
}
