/** Owns money: decimal strings with at most two places, counted exactly in whole cents. */

export type Money = string

const symbols: Readonly<Record<string, string>> = { EUR: "€", GBP: "£", USD: "$", JPY: "¥" }

/** Says whether the text is an amount of money: digits with at most two decimal places, perhaps negative. */
export function isMoney(text: string): boolean {
  return /^-?\d{1,15}(\.\d{1,2})?$/.test(text)
}

/** Gives the amount in whole cents; refuses (RangeError) what is not an amount. */
export function toCents(amount: Money): bigint {
  if (!isMoney(amount)) throw new RangeError(`Not an amount of money: ${amount}`)
  const negative = amount.startsWith("-")
  const [whole = "0", places = ""] = (negative ? amount.slice(1) : amount).split(".")
  const cents = BigInt(whole + places.padEnd(2, "0"))
  return negative ? -cents : cents
}

/** Gives the decimal string of an amount in cents, always with two places. */
export function fromCents(cents: bigint): Money {
  const size = cents < 0n ? -cents : cents
  return `${cents < 0n ? "-" : ""}${size / 100n}.${String(size % 100n).padStart(2, "0")}`
}

/** Gives the exact sum of the amounts; "0.00" when there are none. */
export function addMoney(amounts: Iterable<Money>): Money {
  let sum = 0n
  for (const amount of amounts) sum += toCents(amount)
  return fromCents(sum)
}

/** Gives part / whole as a number, or null when the whole is not above 0. */
export function shareOfMoney(part: Money, whole: Money): number | null {
  const total = toCents(whole)
  return total > 0n ? Number(toCents(part)) / Number(total) : null
}

/** Splits cents in proportion to whole-number weights so that the parts add up exactly; equally when all weigh 0, nothing for no weights. */
export function splitCents(total: bigint, weights: readonly number[]): bigint[] {
  if (weights.length <= 1) return weights.map(() => total)
  const given = weights.map((weight) => BigInt(weight))
  const sum = given.reduce((all, weight) => all + weight, 0n)
  const used = sum === 0n ? given.map(() => 1n) : given
  const divisor = sum === 0n ? BigInt(used.length) : sum
  const parts = used.map((weight) => (total * weight) / divisor)
  const left = total - parts.reduce((all, part) => all + part, 0n)
  const step = left < 0n ? -1n : 1n
  const byRest = used
    .map((weight, at) => ({ at, rest: ((total * weight) % divisor) * step }))
    .sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
  // Fewer cents are left than there are parts, so the largest remainders take one each.
  for (const { at } of byRest.slice(0, Number(left * step))) parts[at] = (parts[at] ?? 0n) + step
  return parts
}

/** Writes an amount short, as on cards and in sentences: "€950", "€1.3k", "€420k", "€1.90M", "€2.40bn"; other currencies by code, "CHF 420k". */
export function shortMoney(amount: Money, currency: string): string {
  const cents = toCents(amount)
  const size = Math.abs(Number(cents)) / 100
  return `${cents < 0n ? "-" : ""}${currencyMark(currency)}${shortSize(size)}`
}

/** Writes an amount in full with thousands apart: "€1,234,567"; cents only when there are some. */
export function fullMoney(amount: Money, currency: string): string {
  const cents = toCents(amount)
  const size = cents < 0n ? -cents : cents
  const whole = String(size / 100n).replace(/\B(?=(\d{3})+(?!\d))/g, ",")
  const places = size % 100n === 0n ? "" : `.${String(size % 100n).padStart(2, "0")}`
  return `${cents < 0n ? "-" : ""}${currencyMark(currency)}${whole}${places}`
}

function currencyMark(currency: string): string {
  return symbols[currency] ?? `${currency}\u00a0`
}

// Each limit is where rounding to the next unit begins, so that 999,600 reads 1.00M and never 1000k.
function shortSize(size: number): string {
  if (size < 999.5) return String(Math.round(size))
  if (size < 9_950) return `${String(Math.round(size / 100) / 10)}k`
  if (size < 999_500) return `${Math.round(size / 1000)}k`
  if (size < 999_995_000) return `${(size / 1_000_000).toFixed(2)}M`
  return `${(size / 1_000_000_000).toFixed(2)}bn`
}
