/** Owns the delivery health of an initiative: three reported parts and the one overall word. */

export type ReportedHealth = "on track" | "at risk" | "off track" | "not reported"
export type DeliveryHealth = ReportedHealth | "not started"

export interface HealthReport {
  schedule: ReportedHealth
  cost: ReportedHealth
  scope: ReportedHealth
}

const worstFirst: readonly ReportedHealth[] = ["off track", "at risk", "on track"]

/**
 * Gives the worst of the reported parts. With nothing reported an approved initiative reads "not started" and any other
 * "not reported".
 */
export function overallHealth(report: HealthReport | null, status: string): DeliveryHealth {
  if (report !== null) {
    const parts = [report.schedule, report.cost, report.scope]
    const worst = worstFirst.find((state) => parts.includes(state))
    if (worst !== undefined) return worst
  }
  return status === "approved" ? "not started" : "not reported"
}
