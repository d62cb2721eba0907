// A report on how an initiative is going: time, cost and content apart, steps done, one sentence and the next date.
import { compareDates } from "~/core/calendar"
import type { Snapshot } from "~/core/change"
import { RuleError } from "~/core/errors"
import type { DeliveryHealth, ReportedHealth } from "./delivery-health"

export const reportedHealths: readonly ReportedHealth[] = ["on track", "at risk", "off track", "not reported"]
export const healthWords: Record<DeliveryHealth, string> = {
  "on track": "On track", "at risk": "At risk", "off track": "Off track", "not reported": "Not reported", "not started": "Not started",
}
export const partWords = { scheduleHealth: "Time", costHealth: "Cost", scopeHealth: "Content" } as const

/** What one report says; the initiative's row carries the latest. */
export interface StatusReport {
  scheduleHealth: ReportedHealth
  costHealth: ReportedHealth
  scopeHealth: ReportedHealth
  /** share of steps done, 0 to 100, or null: not said */
  progress: number | null
  healthNote: string
  nextReportOn: string | null
}

/** Checks a report; refuses an empty one, a share outside 0 to 100 and a next date in the past. */
export function checkReport(report: StatusReport, today: string): StatusReport {
  const silent = [report.scheduleHealth, report.costHealth, report.scopeHealth].every((part) => part === "not reported")
  if (silent && report.progress === null && report.healthNote.trim() === "")
    throw new RuleError("Say how it is going: time, cost, content, or one sentence.", { field: "scheduleHealth" })
  if (report.progress !== null && (!Number.isInteger(report.progress) || report.progress < 0 || report.progress > 100))
    throw new RuleError("The share of steps done is a whole number from 0 to 100.", { field: "progress" })
  if (report.nextReportOn !== null && compareDates(report.nextReportOn, today) < 0)
    throw new RuleError("The next report cannot be due in the past.", { field: "nextReportOn" })
  return report
}

/** Gives what the history keeps of the latest report. */
export function reportSnapshot(report: StatusReport & { reportedOn: string | null }): Snapshot {
  const { scheduleHealth, costHealth, scopeHealth, progress, healthNote, reportedOn, nextReportOn } = report
  return { scheduleHealth, costHealth, scopeHealth, progress, healthNote, reportedOn, nextReportOn }
}
