// The stage of an initiative: what it may become, and whose word that needs.
import type { Demand } from "~/core/policy"
import { stageWords, type Stage } from "./initiative"

/** One thing that must be true before a stage; its sentence says what would open the way. */
export interface StageCheck {
  passed: boolean
  sentence: string
}

/** Whether a stage may be taken, and if not, every reason. */
export interface StageAnswer {
  allowed: boolean
  reasons: readonly string[]
}

/** The stages that only approved work is in. */
export const grantedStages: readonly Stage[] = ["approved", "in progress", "on hold", "completed"]
const granted: ReadonlySet<Stage> = new Set(grantedStages)

/** Says whether the initiative may become `to`: not while archived, and not before every check has passed. */
export function mayBecome(record: { name: string; status: Stage; archived: boolean }, to: Stage, checks: readonly StageCheck[]): StageAnswer {
  const reasons: string[] = []
  if (record.archived) reasons.push(`${record.name} is archived. Restore it first.`)
  if (record.status !== to) reasons.push(...checks.filter((check) => !check.passed).map((check) => check.sentence))
  return { allowed: reasons.length === 0, reasons }
}

/** Says whether the step is an approval: from an idea, a proposal or cancelled work into a stage of approved work. */
export function isApproval(from: Stage, to: Stage): boolean {
  return granted.has(to) && !granted.has(from)
}

/** What a step demands: approving is for planners, every other step also for who owns the initiative. */
export function demandForStage(from: Stage, to: Stage, ownerIds: readonly string[]): Demand {
  return isApproval(from, to) ? { permission: "approve initiative" } : { permission: "edit record", ownerIds }
}

/** The next steps that make sense from a stage, the usual one first, as they read on a button. */
export function nextStages(from: Stage): { to: Stage; label: string }[] {
  const steps: Record<Stage, readonly Stage[]> = {
    idea: ["proposed", "approved", "cancelled"],
    proposed: ["approved", "idea", "cancelled"],
    approved: ["in progress", "on hold", "proposed", "cancelled"],
    "in progress": ["completed", "on hold", "approved", "cancelled"],
    "on hold": ["in progress", "approved", "cancelled"],
    completed: ["in progress"],
    cancelled: ["idea", "proposed"],
  }
  return steps[from].map((to) => ({ to, label: stageWords[to] }))
}
