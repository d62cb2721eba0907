// F6, the saving of an option: what is no longer paid, what is added, what is paid once, and from when it counts.
import type { ContractForm } from "#db/words"
import { addDays, type CalendarDate } from "~/core/calendar"
import { RuleError } from "~/core/errors"
import { addMoney, fromCents, toCents, type Money } from "~/core/money"

export interface SavingInputs {
  /** seats that are given up, and the yearly price of one */
  seats: number | null
  seatPrice: Money | null
  /** yearly, for what is retired */
  support: Money | null
  maintenance: Money | null
  administration: Money | null
  /** seats of the standard that are needed more, and the yearly price of one */
  extraSeats: number | null
  standardPrice: Money | null
  /** a dearer contract for the standard, yearly */
  uplift: Money | null
  /** paid once */
  migration: Money | null
  trainingHours: string | null
  hourlyRate: Money | null
  contractExit: Money | null
  contract: ContractForm
  contractEndsOn: CalendarDate | null
}

export const noSaving: SavingInputs = {
  seats: null, seatPrice: null, support: null, maintenance: null, administration: null, extraSeats: null, standardPrice: null, uplift: null,
  migration: null, trainingHours: null, hourlyRate: null, contractExit: null, contract: "none", contractEndsOn: null,
}

export const contractForms = ["none", "ends", "without end"] as const satisfies readonly ContractForm[]
export const contractWords: Record<ContractForm, string> = { none: "No contract binds us", ends: "It ends on a day", "without end": "It has no end" }

export interface Saving {
  /** yearly cost of what is retired */
  gross: Money
  /** yearly cost that is added */
  added: Money
  netYearly: Money
  oneOff: Money
  /** null: never */
  paybackMonths: number | null
  threeYears: Money
  /** the day from which it counts; null: never, since nothing ends the contract */
  startsOn: CalendarDate | null
}

/** Whether anything was put in: without a single amount no saving is worked out. */
export function hasSaving({ contract: _, contractEndsOn: __, ...amounts }: SavingInputs): boolean {
  return Object.values(amounts).some((amount) => amount !== null)
}

/** The inputs as they will stand; refused: seats without a price or a price without seats, hours without a rate, and a contract that ends on no day. */
export function checkSaving(inputs: SavingInputs): SavingInputs {
  const pair = (one: unknown, other: unknown) => (one === null) === (other === null)
  if (!pair(inputs.seats, inputs.seatPrice)) throw new RuleError("Say both: how many seats are given up, and what one costs a year.", { field: inputs.seats === null ? "seats" : "seatPrice" })
  if (!pair(inputs.extraSeats, inputs.standardPrice)) throw new RuleError("Say both: how many seats are added, and what one costs a year.", { field: inputs.extraSeats === null ? "extraSeats" : "standardPrice" })
  if (!pair(inputs.trainingHours, inputs.hourlyRate)) throw new RuleError("Say both: the hours of training, and what an hour costs.", { field: inputs.trainingHours === null ? "trainingHours" : "hourlyRate" })
  if (inputs.contract === "ends" && inputs.contractEndsOn === null) throw new RuleError("Say on which day the contract ends.", { field: "contractEndsOn" })
  return inputs.contract === "ends" ? inputs : { ...inputs, contractEndsOn: null }
}

/**
 * F6 of product.md; null when nothing was put in. A missing amount counts 0. Counted from the day after the contract ends, from `decidedOn`
 * without one or when it has ended. A contract without end is paid on until it is bought out: with an exit sum it counts from `decidedOn`,
 * without one never. No net saving: never paid back.
 */
export function savingOf(inputs: SavingInputs, decidedOn: CalendarDate): Saving | null {
  if (!hasSaving(inputs)) return null
  const gross = times(inputs.seats, inputs.seatPrice) + cents(inputs.support) + cents(inputs.maintenance) + cents(inputs.administration)
  const added = times(inputs.extraSeats, inputs.standardPrice) + cents(inputs.uplift)
  const oneOff = cents(inputs.migration) + training(inputs) + cents(inputs.contractExit)
  const startsOn = startOf(inputs, decidedOn)
  const net = gross - added
  const counted = startsOn === null ? 0n : net
  return {
    gross: fromCents(gross), added: fromCents(added), netYearly: fromCents(net), oneOff: fromCents(oneOff), startsOn,
    paybackMonths: counted <= 0n ? null : (Number(oneOff) / Number(net)) * 12,
    threeYears: fromCents(3n * counted - oneOff),
  }
}

/** Several savings together: amounts add up; paid back as a whole, and counted from the day the last of them counts. Null for none. */
export function addSavings(savings: readonly Saving[]): Saving | null {
  if (savings.length === 0) return null
  const sum = (of: (saving: Saving) => Money) => addMoney(savings.map(of))
  const [netYearly, oneOff] = [sum((one) => one.netYearly), sum((one) => one.oneOff)]
  const starts = savings.map(({ startsOn }) => startsOn)
  const startsOn = starts.includes(null) ? null : starts.reduce((last, day) => (last === null || (day !== null && day > last) ? day : last), null)
  return {
    gross: sum((one) => one.gross), added: sum((one) => one.added), netYearly, oneOff, startsOn, threeYears: sum((one) => one.threeYears),
    paybackMonths: startsOn === null || toCents(netYearly) <= 0n ? null : (Number(toCents(oneOff)) / Number(toCents(netYearly))) * 12,
  }
}

/** How soon it is paid back, in words. */
export function paybackWords(saving: Saving): string {
  if (saving.paybackMonths === null) return saving.startsOn === null ? "Never pays back: the contract has no end" : "Never pays back"
  if (saving.paybackMonths === 0) return "Pays back at once"
  const months = saving.paybackMonths.toFixed(1)
  return `Pays back in ${months} ${months === "1.0" ? "month" : "months"}`
}

function startOf({ contract, contractEndsOn, contractExit }: SavingInputs, decidedOn: CalendarDate): CalendarDate | null {
  if (contract === "none") return decidedOn
  // who pays to leave early does not wait for the end
  if (cents(contractExit) > 0n) return decidedOn
  if (contract === "without end" || contractEndsOn === null) return null
  return contractEndsOn < decidedOn ? decidedOn : addDays(contractEndsOn, 1)
}

function cents(amount: Money | null): bigint {
  return amount === null ? 0n : toCents(amount)
}

function times(count: number | null, price: Money | null): bigint {
  return BigInt(count ?? 0) * cents(price)
}

/** Hours have two decimal places, so the product is in hundredths of a cent: rounded to a whole cent, half up. */
function training({ trainingHours, hourlyRate }: SavingInputs): bigint {
  return (cents(trainingHours) * cents(hourlyRate) + 50n) / 100n
}
