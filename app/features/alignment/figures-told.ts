// The figures as programs read them: the command line and the API give exactly this, unrounded, and null where one is not known.
import type { Money } from "~/core/money"
import type { DecisionState } from "~/features/decisions/decision"
import type { GoalHealth } from "~/features/goals/goal-progress"
import { strategicContribution, type Figures } from "./figures"
import { gapNames, type GapName } from "./gaps"
import type { GoalStanding } from "./goal-standing"
import type { ServingModel } from "./serving"

/** A record as programs name it: its short id, as screens show it. */
export interface ToldRecord {
  id: string
  name: string
}

/** Shares are 0 to 1, F2 and F3 0 to 100, money decimal text; one member for each capability. */
export interface ToldFigures {
  alignment: {
    goalCoverage: number | null
    spendCoverage: number | null
    serviceCoverage: number | null
    sayDoGap: number | null
    /** every record in the gap, accepted or not, in the order of names */
    gaps: Record<GapName, ToldRecord[]>
    /** those of them that are accepted for now, with the day on which they return */
    acceptedGaps: { gap: GapName; id: string; until: string }[]
    counts: { goals: number; goalsServed: number; initiatives: number; services: number }
    /** the money behind spend coverage */
    spend: { currency: string; covered: Money; total: Money; withoutBudget: ToldRecord[] }
    /** F2 of every initiative */
    strategicContribution: (ToldRecord & { value: number | null })[]
    /** F4 of every goal; "no work" is what an active goal without work under way shows */
    progress: (ToldRecord & { progress: number | null; health: GoalHealth })[]
  }
  consultation: {
    /** F8 of everything that an open conversation is about; coverage and passes are null where nobody said who is affected; missing groups in words */
    subjects: { id: string; coverage: number | null; passes: boolean | null; missing: string[] }[]
    /** F10 of all points, confidential ones among them */
    loopClosure: { points: number; answered: number; toldBack: number; medianDays: number | null }
    /** approved work and decisions whose gate was shut: why, what was missing then, and who said so; the latest first */
    waivers: (ToldRecord & { reason: string; lacking: string; by: string; on: string })[]
  }
  /** F21 of each unit of which something is said; unit is its short id, a level is 1 to 5 and null where it is not known */
  relationships: { unit: string; business: number | null; it: number | null; gap: number | null }[]
  /** every job, in order of names: F7, null where no seat is known or nothing is chosen; money null where it is not known */
  functions: (ToldRecord & { fragmentation: number | null; adoption: number | null; products: number; yearlyCost: Money | null; possibleSaving: Money | null })[]
  /** F5: how many applications belong where */
  time: { invest: number; tolerate: number; migrate: number; eliminate: number; notAssessed: number }
  commitments: {
    /** open promises past their due date, the longest late first */
    late: ToldRecord[]
  }
  decisions: {
    /** how many there are in each state */
    states: Record<DecisionState, number>
    /** what the chosen options of decisions that hold save a year */
    promised: Money
    /** what was recorded as saved, with evidence */
    realised: Money
  }
  exceptions: {
    /** how many have run out and were not given back */
    expired: number
  }
}

/** Gives the figures of alignment of all years from what was worked out for the screens, so that nobody computes them a second time. */
export function tellFigures(worked: {
  model: ServingModel
  figures: Figures
  currency: string
  standingOf: (id: string) => GoalStanding | null
}): Pick<ToldFigures, "alignment"> {
  const { model, figures } = worked
  const named = (id: string): ToldRecord => {
    const node = model.index.nodes.get(id)
    return { id: node?.code ?? id, name: node?.name ?? "" }
  }
  const records = (gap: GapName) => figures.gaps[gap].map(({ id }) => named(id))
  const accepted = (gap: GapName) =>
    figures.gaps[gap].flatMap(({ id, acceptedUntil }) => (acceptedUntil === null ? [] : [{ gap, id: named(id).id, until: acceptedUntil }]))
  const { goals, goalsServed, initiatives, services } = figures.counts
  return {
    alignment: {
      goalCoverage: figures.goalCoverage,
      spendCoverage: figures.spendCoverage,
      serviceCoverage: figures.serviceCoverage,
      sayDoGap: figures.sayDoGap,
      gaps: Object.fromEntries(gapNames.map((gap) => [gap, records(gap)])) as Record<GapName, ToldRecord[]>,
      acceptedGaps: gapNames.flatMap(accepted),
      counts: { goals, goalsServed, initiatives, services },
      spend: {
        currency: worked.currency, covered: figures.spend.covered, total: figures.spend.total,
        withoutBudget: figures.withoutBudget.map(named),
      },
      strategicContribution: (model.index.byKind.get("initiative") ?? []).map(({ id }) => ({ ...named(id), value: strategicContribution(model, id) })),
      progress: (model.index.byKind.get("goal") ?? []).map(({ id }) => {
        const standing = worked.standingOf(id)
        return { ...named(id), progress: standing?.progress ?? null, health: standing?.shown ?? "not known" }
      }),
    },
  }
}
