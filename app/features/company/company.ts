// The company this installation belongs to: its purpose, money, year and thresholds.
import { RuleError } from "~/core/errors"
import type { Snapshot } from "~/core/change"

export interface Exclusion {
  text: string
  reason: string
}

/** How many things the company may say it will not do; more would not be read. */
export const exclusionPlaces: readonly number[] = [1, 2, 3, 4, 5, 6]

export interface CompanyFields {
  name: string
  /** one sentence: why the company exists */
  purpose: string
  /** what we will not do, with the reason */
  exclusions: Exclusion[]
  /** ISO 4217 */
  currency: string
  /** 1 January to 12 December */
  yearFirstMonth: number
  timeZone: string
  /** pace from which a goal is on track, and at risk (decimal strings 0 to 1; product.md, F4) */
  bandOnTrack: string
  bandAtRisk: string
}

export const newCompany: Omit<CompanyFields, "name"> = {
  purpose: "", exclusions: [], currency: "EUR", yearFirstMonth: 1, timeZone: "Europe/Berlin", bandOnTrack: "0.70", bandAtRisk: "0.40",
}

/** Currency and first month stay as they are once amounts exist; the bands lie in order. */
export function checkCompany(before: CompanyFields | null, after: CompanyFields, amountsExist: boolean): CompanyFields {
  if (after.name.trim() === "") throw new RuleError("Give the company a name.", { field: "name" })
  if (!isCurrency(after.currency)) throw new RuleError("Use the three letters of the currency, such as EUR.", { field: "currency" })
  if (!isTimeZone(after.timeZone)) throw new RuleError("This time zone is not known. Write it like Europe/Berlin.", { field: "timeZone" })
  if (Number(after.bandAtRisk) > Number(after.bandOnTrack))
    throw new RuleError("“At risk” begins below “on track”.", { field: "bandAtRisk" })
  if (before && amountsExist) {
    if (before.currency !== after.currency)
      throw new RuleError("The currency can be changed only while no amounts exist.", { field: "currency" })
    if (before.yearFirstMonth !== after.yearFirstMonth)
      throw new RuleError("The first month of the year can be changed only while no amounts exist.", { field: "yearFirstMonth" })
  }
  return after
}

function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf("currency").includes(code)
}

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }))
  } catch {
    return false
  }
}

export function companySnapshot(company: CompanyFields): Snapshot {
  const { name, purpose, exclusions, currency, yearFirstMonth, timeZone, bandOnTrack, bandAtRisk } = company
  return { name, purpose, exclusions: exclusions.map(({ text, reason }) => ({ text, reason })), currency, yearFirstMonth, timeZone, bandOnTrack, bandAtRisk }
}

/** The months of the year, January first. */
export const monthNames = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"] as const

/** The time zones this machine knows, for suggestions; ask on the server alone, since browsers know other ones. */
export function timeZoneNames(): string[] {
  return Intl.supportedValuesOf("timeZone")
}
