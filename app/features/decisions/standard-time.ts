// Standards over time: when an approval expires, how a product stood on two days, and families whose versions stand differently.
import { addDays, type CalendarDate } from "~/core/calendar"
import type { StandardLifecycle, StandardStatus } from "./standard"

export const expiries = ["overdue", "this week", "this quarter", "later"] as const
export type Expiry = (typeof expiries)[number]
export const expiryWords: Record<Expiry, string> = { overdue: "Expired", "this week": "This week", "this quarter": "This quarter", later: "Later" }

/** The last day of the week (Sunday) and of the calendar quarter that a day is in. */
export function endsOf(today: CalendarDate): { week: CalendarDate; quarter: CalendarDate } {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  const year = Number(today.slice(0, 4))
  const next = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 4
  const first = next > 12 ? `${year + 1}-01-01` : `${year}-${String(next).padStart(2, "0")}-01`
  return { week: addDays(today, 6 - weekday), quarter: addDays(first, -1) }
}

/** When an approval ends as seen from today; null where it has no end. The day itself is still allowed. */
export function expiryOf(expiresOn: CalendarDate | null, today: CalendarDate): Expiry | null {
  if (expiresOn === null) return null
  if (expiresOn < today) return "overdue"
  const { week, quarter } = endsOf(today)
  return expiresOn <= week ? "this week" : expiresOn <= quarter ? "this quarter" : "later"
}

/** What a standing says, for a comparison. */
export interface Stood {
  status: StandardStatus
  lifecycle: StandardLifecycle
  ownWords: string
  approvalExpiresOn: CalendarDate | null
}

export const shifts = ["new", "changed", "prolonged", "same", "not named", "ended"] as const
export type Shift = (typeof shifts)[number]
export const shiftWords: Record<Shift, string> = {
  new: "New", changed: "Stands differently", prolonged: "Another expiry", same: "As before", "not named": "Not looked at again", ended: "No longer stands",
}

/** What became of a standing between two days; `again` says whether somebody decided about it anew after the first. */
export function shiftOf(before: Stood | null, after: Stood | null, again: boolean): Shift | null {
  if (before === null) return after === null ? null : "new"
  if (after === null) return "ended"
  if (!again) return "not named"
  if (before.status !== after.status || before.lifecycle !== after.lifecycle || before.ownWords !== after.ownWords) return "changed"
  return before.approvalExpiresOn === after.approvalExpiresOn ? "same" : "prolonged"
}

/** Whether an approval that stood on the first day ran out by the second, and nothing had renewed it. */
export function ranOut(before: Stood | null, after: Stood | null, to: CalendarDate): boolean {
  return before !== null && after !== null && after.approvalExpiresOn !== null && after.approvalExpiresOn < to && after.status !== "prohibited"
}

export interface VersionStanding {
  applicationId: string
  name: string
  family: string
  version: string
  status: StandardStatus
}

/** The families of which one version may be used otherwise than another, each with its versions as they came; by name. */
export function mixedFamilies<Version extends VersionStanding>(versions: readonly Version[]): { family: string; versions: Version[] }[] {
  const families = new Map<string, Version[]>()
  for (const one of versions) {
    const key = one.family.toLowerCase()
    families.set(key, [...(families.get(key) ?? []), one])
  }
  return [...families.values()]
    .filter((all) => new Set(all.map(({ applicationId, version }) => `${applicationId} ${version}`)).size > 1 && new Set(all.map(({ status }) => status)).size > 1)
    .map((all) => ({ family: all[0]?.family ?? "", versions: all }))
    .sort((a, b) => (a.family.toLowerCase() < b.family.toLowerCase() ? -1 : 1))
}
