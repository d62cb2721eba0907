// Which applications are likely one product under different names or versions: trigram similarity of names, with the reason in words.
import type { Snapshot } from "~/core/change"
import { fold } from "~/core/fold"
import { productShown } from "./product-name"

/** From this similarity of two names on, a pair is worth a look. */
export const likeness = 0.45
/** A pair that does the same job, or comes from the same vendor, needs less. */
export const likenessOfKin = 0.34

export interface NamedProduct {
  id: string
  name: string
  family: string | null
  productVersion: string | null
  vendor: string
  jobIds: readonly string[]
}

export interface Twins {
  first: string
  second: string
  /** 0 to 1, of the families' names */
  similarity: number
  /** why it is shown, in words */
  because: string[]
}

export type Judged = "same" | "different"

/** A pair is kept once, its lower id first. */
export function orderedPair([one, other]: readonly [string, string]): [string, string] {
  return one < other ? [one, other] : [other, one]
}

export function twinJudgementSnapshot({ firstId, secondId, judged, reason }: { firstId: string; secondId: string; judged: Judged; reason: string }): Snapshot {
  return { firstId, secondId, judged, reason }
}

/** The trigrams of a text as pg_trgm takes them: of each word, with two blanks before and one after it. */
export function trigrams(text: string): Set<string> {
  const found = new Set<string>()
  for (const word of fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean)) {
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3))
  }
  return found
}

/** How alike two texts are, 0 to 1: trigrams in both / trigrams in either; the same both ways round. 0 where one has none. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const one of small) if (large.has(one)) shared++
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

/** Every pair that is likely one product, the likeliest first; each pair once, its lower id first. */
export function likelyTwins(products: readonly NamedProduct[]): Twins[] {
  const known = products.map((product) => ({ ...product, shown: productShown(product), grams: trigrams(productShown(product).family) }))
  const pairs: Twins[] = []
  for (const [a, b] of candidates(known.map(({ grams }) => grams))) {
    const [one, other] = [known[a], known[b]]
    if (!one || !other) continue
    const alike = similarity(one.grams, other.grams)
    const sameJob = one.jobIds.some((id) => other.jobIds.includes(id))
    const sameVendor = one.vendor.trim() !== "" && fold(one.vendor) === fold(other.vendor)
    if (alike < (sameJob || sameVendor ? likenessOfKin : likeness)) continue
    const [first, second] = one.id < other.id ? [one, other] : [other, one]
    pairs.push({ first: first.id, second: second.id, similarity: alike, because: reasons({ first: first.shown, second: second.shown, alike, sameJob, sameVendor }) })
  }
  return pairs.sort((x, y) => y.similarity - x.similarity || y.because.length - x.because.length || (x.first + x.second < y.first + y.second ? -1 : 1))
}

function reasons(pair: { first: { family: string; version: string }; second: { family: string; version: string }; alike: number; sameJob: boolean; sameVendor: boolean }): string[] {
  const { first, second } = pair
  const sameFamily = fold(first.family) === fold(second.family)
  const versions = first.version !== second.version
  return [
    ...(sameFamily && versions ? [`the same product name, versions ${first.version || "not named"} and ${second.version || "not named"}`] : []),
    ...(sameFamily && !versions ? ["the same product name"] : []),
    ...(sameFamily ? [] : [`their names are ${Math.round(pair.alike * 100)} % alike`]),
    ...(pair.sameJob ? ["they do the same job"] : []),
    ...(pair.sameVendor ? ["they come from the same vendor"] : []),
  ]
}

/**
 * Pairs that may reach the lower likeness, without comparing everything with everything: two sets that are so alike share one of
 * their rarest trigrams (prefix filtering, Chaudhuri, Ganti and Kaushik 2006).
 */
function* candidates(sets: readonly ReadonlySet<string>[]): Generator<[number, number]> {
  const counts = new Map<string, number>()
  for (const set of sets) for (const gram of set) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  const holders = new Map<string, number[]>()
  for (const [at, set] of sets.entries()) {
    const rarest = [...set].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1))
    const met = new Set<number>()
    for (const gram of rarest.slice(0, set.size - Math.ceil(likenessOfKin * set.size) + 1)) {
      const before = holders.get(gram)
      if (before) for (const other of before) met.add(other)
      if (before) before.push(at)
      else holders.set(gram, [at])
    }
    for (const other of met) yield [other, at]
  }
}
