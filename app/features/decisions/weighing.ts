// Weighing options: criteria whose weights sum to 100, several people's scores, the totals, the winner and how firm it is.
import { RuleError } from "~/core/errors"

export const wholeWeight = 100
export const mostCriteria = 8
export const scoreRange = [0, 1, 2, 3, 4, 5] as const

export interface CriterionFields {
  name: string
  /** what a high score means */
  meaning: string
  weight: number
}

/**
 * The criteria as they will stand, in their order; rows without a name fall away. Refused: none, too many, the same name twice, a weight
 * that is no whole number from 0 to 100, and weights that do not sum to 100. Once somebody has scored they are locked.
 */
export function checkCriteria(given: readonly CriterionFields[], scored: boolean): CriterionFields[] {
  if (scored) throw new RuleError("Somebody has scored already, so the criteria and their weights stay. Start scoring again to change them.")
  const criteria = given.map((one) => ({ ...one, name: one.name.trim(), meaning: one.meaning.trim() })).filter(({ name }) => name !== "")
  if (criteria.length === 0) throw new RuleError("Name at least one thing to compare the options by.", { field: "name0" })
  if (criteria.length > mostCriteria) throw new RuleError(`At most ${mostCriteria} criteria: more cannot be told apart.`)
  const names = new Set(criteria.map(({ name }) => name.toLowerCase()))
  if (names.size < criteria.length) throw new RuleError("Two criteria have the same name.")
  if (criteria.some(({ weight }) => !Number.isInteger(weight) || weight < 0 || weight > wholeWeight)) throw new RuleError("A weight is a whole number from 0 to 100.", { field: "weight0" })
  const sum = criteria.reduce((all, { weight }) => all + weight, 0)
  if (sum !== wholeWeight) throw new RuleError(sum < wholeWeight ? `The weights sum to ${sum}. Give out ${wholeWeight - sum} more.` : `The weights sum to ${sum}. Take ${sum - wholeWeight} away.`, { field: "weight0" })
  return criteria
}

export interface Score {
  optionId: string
  criterionId: string
  scorerId: string
  score: number
}

/** One person's scores, checked: one for every option and criterion, each 0 to 5, nothing beside them. */
export function checkScores(given: readonly Omit<Score, "scorerId">[], asked: { optionIds: readonly string[]; criteria: readonly { id: string; weight: number }[] }): Omit<Score, "scorerId">[] {
  if (asked.criteria.reduce((sum, { weight }) => sum + weight, 0) !== wholeWeight) throw new RuleError("The weights must sum to 100 before anybody scores.")
  const found = new Map(given.map((one) => [`${one.optionId} ${one.criterionId}`, one]))
  return asked.optionIds.flatMap((optionId) => asked.criteria.map(({ id }) => {
    const one = found.get(`${optionId} ${id}`)
    if (!one) throw new RuleError("Score every option by every criterion, so that all count alike.")
    if (!Number.isInteger(one.score) || one.score < 0 || one.score > 5) throw new RuleError("A score is a whole number from 0 to 5.")
    return { optionId, criterionId: id, score: one.score }
  }))
}

/** What one person may see of the scores: their own always, those of others only once they have finished theirs, or when they do not score at all. */
export function scoresShownTo(personId: string | null, scorers: readonly { personId: string; finished: boolean }[], scores: readonly Score[]): Score[] {
  const me = scorers.find((one) => one.personId === personId)
  const finished = new Set(scorers.filter((one) => one.finished).map((one) => one.personId))
  if (me && !me.finished) return scores.filter(({ scorerId }) => scorerId === personId)
  return scores.filter(({ scorerId }) => finished.has(scorerId))
}

export interface Cell {
  criterionId: string
  /** mean of the scores, 0 to 5; null: nobody scored */
  mean: number | null
  /** standard deviation over the scorers: how far apart they are; null: nobody scored */
  spread: number | null
}

export interface Weighed {
  optionId: string
  cells: Cell[]
  /** sum of weight x mean / 100, 0 to 5; null: nobody scored */
  total: number | null
}

/** The scores of all who finished, by option and criterion, with each option's total. */
export function weigh(optionIds: readonly string[], criteria: readonly { id: string; weight: number }[], scores: readonly Score[]): Weighed[] {
  const byCell = new Map<string, number[]>()
  for (const { optionId, criterionId, score } of scores) byCell.set(`${optionId} ${criterionId}`, [...(byCell.get(`${optionId} ${criterionId}`) ?? []), score])
  return optionIds.map((optionId) => {
    const cells = criteria.map(({ id }): Cell => {
      const given = byCell.get(`${optionId} ${id}`) ?? []
      const mean = meanOf(given)
      return { criterionId: id, mean, spread: mean === null ? null : Math.sqrt(given.reduce((sum, one) => sum + (one - mean) ** 2, 0) / given.length) }
    })
    const total = criteria.length === 0 || cells.some(({ mean }) => mean === null) ? null : criteria.reduce((sum, { weight }, at) => sum + weight * (cells[at]?.mean ?? 0), 0) / wholeWeight
    return { optionId, cells, total }
  })
}

function meanOf(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length
}

/** The options with the highest total: one is the winner, several are level, none without scores. */
export function winners(weighed: readonly Weighed[]): string[] {
  const scored = weighed.flatMap(({ optionId, total }) => (total === null ? [] : [{ optionId, total }]))
  const best = Math.max(...scored.map(({ total }) => total))
  // totals are sums of fractions: what differs by less than a billionth is level
  return scored.filter(({ total }) => best - total < 1e-9).map(({ optionId }) => optionId)
}

export interface Flip {
  criterionId: string
  /** "the winner changes if it weighs more than this", or less */
  way: "more" | "less"
  weight: number
  /** who wins then */
  optionId: string
}

/**
 * How firm the winner is: for each criterion the weight beyond which another option would win, while the others keep their proportions.
 * Whole numbers, reckoned exactly. Empty while nobody leads alone, and for a winner that no single weight can topple.
 */
export function sensitivity(optionIds: readonly string[], criteria: readonly { id: string; weight: number }[], scores: readonly Score[]): Flip[] {
  const [winner, second] = winners(weigh(optionIds, criteria, scores))
  if (winner === undefined || second !== undefined) return []
  const sums = new Map<string, number>()
  for (const { optionId, criterionId, score } of scores) sums.set(`${optionId} ${criterionId}`, (sums.get(`${optionId} ${criterionId}`) ?? 0) + score)
  const sumOf = (optionId: string, criterionId: string) => sums.get(`${optionId} ${criterionId}`) ?? 0
  return criteria.flatMap(({ id, weight }): Flip[] => {
    const others = criteria.filter((one) => one.id !== id)
    const rest = others.reduce((sum, one) => sum + one.weight, 0)
    if (rest === 0) return []
    const totalAt = (optionId: string, at: number) => at * rest * sumOf(optionId, id) + (wholeWeight - at) * others.reduce((sum, one) => sum + one.weight * sumOf(optionId, one.id), 0)
    const beaten = (at: number): string | undefined => {
      const best = totalAt(winner, at)
      return optionIds.filter((other) => totalAt(other, at) > best).sort((a, b) => totalAt(b, at) - totalAt(a, at))[0]
    }
    const flips: Flip[] = []
    for (let at = weight + 1; at <= wholeWeight; at++) {
      const other = beaten(at)
      if (other === undefined) continue
      flips.push({ criterionId: id, way: "more", weight: at - 1, optionId: other })
      break
    }
    for (let at = weight - 1; at >= 0; at--) {
      const other = beaten(at)
      if (other === undefined) continue
      flips.push({ criterionId: id, way: "less", weight: at + 1, optionId: other })
      break
    }
    return flips
  })
}

/** The criterion and option about which the scorers differ most, once at least two have scored and they differ by a point or more. */
export function mostDisputed(weighed: readonly Weighed[]): { optionId: string; criterionId: string; spread: number } | null {
  const cells = weighed.flatMap(({ optionId, cells }) => cells.flatMap(({ criterionId, spread }) => (spread !== null && spread >= 1 ? [{ optionId, criterionId, spread }] : [])))
  return cells.sort((a, b) => b.spread - a.spread)[0] ?? null
}
