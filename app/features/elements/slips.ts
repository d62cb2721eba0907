/** Owns the forgiving of slips of the hand: which of the words in use somebody may have meant. */

/** What parts words, beside spaces; the database parts the words in use by the same signs. */
export const partingSigns = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~§°´·•…–—„“”‚‘’«»"
const parting = new RegExp(`[\\s${partingSigns.replace(/[\\\]^-]/g, "\\$&")}]+`, "u")

export interface Meant {
  /** The words that come nearest; several when they are equally near. */
  nearest: readonly string[]
  /** All within the slips forgiven, nearest first, a dozen at most. */
  all: readonly string[]
}

const atMost = 12
/** From this length on, the word may also be a part in the middle of a longer one. */
const partLength = 6

/** Gives the words of folded text, without what parts them. */
export function wordsOf(folded: string): string[] {
  return folded.split(parting).filter((word) => word !== "")
}

/** Says how many slips are forgiven in a word: none below four letters or with a digit in it, one in four letters, else two. */
export function slipsForgiven(typed: string): number {
  const letters = [...typed].length
  return letters < 4 || /\d/.test(typed) ? 0 : letters === 4 ? 1 : 2
}

/** Gives the pattern of the words worth comparing: those that begin with the same letter or share three letters in a row. */
export function patternOfLikely(typed: readonly string[]): string {
  const parts = new Set<string>()
  for (const word of typed) {
    const letters = [...word]
    parts.add(`^${letters[0] ?? ""}`)
    for (let at = 0; at + 3 <= letters.length; at += 1) parts.add(letters.slice(at, at + 3).join(""))
  }
  return [...parts].join("|")
}

/** Gives what was meant by one typed word; the word itself when a word in use contains it, nothing when none is near. */
export function meantBy(typed: string, inUse: readonly string[]): Meant {
  if (inUse.some((word) => word.includes(typed))) return { nearest: [typed], all: [typed] }
  const forgiven = slipsForgiven(typed)
  const near = inUse
    .map((word) => ({ word, away: distance(typed, word) }))
    .filter(({ away }) => away[0] <= forgiven)
    .sort((a, b) => compare(a.away, b.away) || (a.word < b.word ? -1 : 1))
  const [first] = near
  if (first === undefined) return { nearest: [], all: [] }
  const upTo = (most: typeof near) => most.slice(0, atMost).map(({ word }) => word)
  return { nearest: upTo(near.filter(({ away }) => compare(away, first.away) === 0)), all: upTo(near) }
}

/** Gives the slips between what was typed and the start of a word; in the whole word; or, from six letters on, in any part of it. */
export function slipsBetween(typed: string, word: string): { start: number; whole: number; part: number } {
  const row = lastRow(typed, word, false)
  const start = Math.min(...row)
  const whole = row[row.length - 1] ?? start
  return { start, whole, part: [...typed].length < partLength ? start : Math.min(...lastRow(typed, word, true)) }
}

/** Fewest slips first; then words that begin so before those that contain it; then the word that has the least besides. */
function distance(typed: string, word: string): [number, number, number] {
  const { start, whole, part } = slipsBetween(typed, word)
  return part < start ? [part, 1, whole] : [start, 0, whole]
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [place, value] of a.entries()) {
    const difference = value - (b[place] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** How many letters missing, added, wrong or swapped with their neighbour lead from `typed` to each beginning of `word`. */
function lastRow(typed: string, word: string, anywhere: boolean): number[] {
  const [ours, theirs] = [[...typed], [...word]]
  let before: number[] = []
  let row = Array.from({ length: theirs.length + 1 }, (_, at) => (anywhere ? 0 : at))
  for (const [i, letter] of ours.entries()) {
    const next = [i + 1]
    for (const [j, other] of theirs.entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1)
      const swapped = i > 0 && j > 0 && letter === theirs[j - 1] && ours[i - 1] === other ? (before[j - 1] ?? 0) + 1 : changed
      next.push(Math.min(changed, swapped, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row
}
