// Keeps text in a CSV file from being run as a formula by a spreadsheet, and takes the guard off again on the way in.

const starters = "=+\\-@\\t\\r\\n＝＋－＠"
const risky = new RegExp(`^'*[${starters}]`)
const guarded = new RegExp(`^'+[${starters}]`)
const plainNumber = /^[+-]?\d+(\.\d+)?$/

/** The cell as it may stand in a file: text that starts like a formula gets one apostrophe; plain numbers stay numbers. */
export function guardCell(text: string): string {
  return risky.test(text) && !plainNumber.test(text) ? `'${text}` : text
}

/** The cell as it was before `guardCell`: exactly one apostrophe is taken off, and only where a guard can have been put. */
export function unguardCell(text: string): string {
  return guarded.test(text) ? text.slice(1) : text
}
