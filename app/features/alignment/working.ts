/** Owns "How is this worked out?": for each figure its formula in words, its inputs, and the records behind it. */
import { dayMonthYear } from "~/core/calendar"
import { fullMoney } from "~/core/money"
import { onceFor } from "~/core/once-for"
import type { Figures } from "~/features/alignment/figures"
import type { Gap, GapName } from "~/features/alignment/gaps"
import type { GraphIndex } from "~/features/alignment/graph"
import { addressOf } from "~/features/alignment/map-chain"
import { amount, percent } from "~/features/alignment/sentence"

export const figureNames = ["alignment", "goal-coverage", "money", "services", "applications", "say-do", "gaps"] as const
export type FigureName = (typeof figureNames)[number]

export interface RecordLink {
  code: string
  name: string
  href: string
  note?: string
}

export interface Working {
  name: FigureName
  title: string
  /** The figure as shown, ready to read. */
  shown: string
  formula: string
  inputs: readonly { label: string; value: string }[]
  groups: readonly { title: string; records: readonly RecordLink[]; /** of all its records; absent: those listed are all */ total?: number }[]
  asOf: string
}

const shownBeside = 6
const inputsBeside = 12

export interface WorkingSource {
  index: GraphIndex
  figures: Figures
  currency: string
  /** Ready to read: "22 Nov 2026". */
  asOf: string
  yearLabel: string | null
}

/** Gives the name of a figure, or null when there is none of that name. */
export function figureName(text: string | undefined): FigureName | null {
  return figureNames.find((name) => name === text) ?? null
}

/** Gives what stands beside a figure: how it was worked out, with the first of its inputs and records. It is the same for everybody. */
export function workingOf(source: WorkingSource, name: FigureName): Working {
  return onceFor(source.figures, `${name} beside, ${source.yearLabel} ${source.currency} ${source.asOf}`, () => {
    const { groups, inputs, ...words } = workingWith(source, name)
    return {
      ...words,
      inputs: inputs.slice(0, inputsBeside),
      // thousands of records may stand behind a figure: only those shown are looked up
      groups: groups.map(({ title, behind }) => ({ title, records: linksOf(source.index, behind.slice(0, shownBeside)), total: behind.length })),
    }
  })
}

/** Gives how one figure was worked out, with every record behind it. */
export function workingInFull(source: WorkingSource, name: FigureName): Working {
  const { groups, ...rest } = workingWith(source, name)
  return { ...rest, groups: groups.map(({ title, behind }) => ({ title, records: linksOf(source.index, behind) })) }
}

/** What stands behind a figure: a record by its id, or a gap of one. */
type Behind = string | Gap

type Unlisted = Omit<Working, "groups"> & { groups: readonly { title: string; behind: readonly Behind[] }[] }

function workingWith(source: WorkingSource, name: FigureName): Unlisted {
  const { figures } = source
  const money = (value: string) => fullMoney(value, source.currency)
  const when = source.yearLabel === null ? "all years added" : source.yearLabel
  const base = { name, asOf: source.asOf }
  switch (name) {
    case "alignment":
      return {
        ...base, title: "Goals with work under way", shown: `${figures.counts.goalsServed} of ${figures.counts.goals}`,
        formula: "Active goals that at least one approved or running initiative serves. An initiative serves a goal by a link to it, to one of its objectives, or to its pillar. Open work (idea to on hold) that reaches no goal is named apart.",
        inputs: [
          { label: "Goals that count", value: String(figures.counts.goals) },
          { label: "with work under way", value: String(figures.counts.goalsServed) },
          { label: "Open initiatives", value: String(figures.counts.initiatives) },
          { label: "that serve no goal", value: String(figures.gaps.workWithoutGoal.length) },
        ],
        groups: [
          { title: "Goals without work", behind: figures.gaps.goalsWithoutWork },
          { title: "Work without a goal", behind: figures.gaps.workWithoutGoal },
          { title: "Goals with work", behind: figures.goals.coveredIds },
        ],
      }
    case "goal-coverage":
      return {
        ...base, title: "Goals covered by work, by weight", shown: percent(figures.goalCoverage),
        formula: "Weight of goals that active work serves ÷ weight of all active goals.",
        inputs: [{ label: "Weight covered", value: String(figures.goals.coveredWeight) }, { label: "Weight of all", value: String(figures.goals.weight) }],
        groups: [{ title: "Covered", behind: figures.goals.coveredIds }, { title: "Not covered", behind: figures.goals.uncoveredIds }],
      }
    case "money":
      return {
        ...base, title: "Money that serves a goal", shown: percent(figures.spendCoverage),
        formula: `Budget of active initiatives that serve a goal ÷ budget of all active initiatives, ${when}. Work without a budget is left out and named.`,
        inputs: [{ label: "Serves a goal", value: money(figures.spend.covered) }, { label: "All active work", value: money(figures.spend.total) }],
        groups: [
          { title: "Serves no goal", behind: figures.spend.uncoveredIds },
          { title: "Without a budget", behind: figures.spend.withoutBudgetIds },
          { title: "Serves a goal", behind: figures.spend.coveredIds },
        ],
      }
    case "services":
      return {
        ...base, title: "Services that lead to a goal", shown: percent(figures.serviceCoverage),
        formula: "Services that support a goal, support a capability that enables one, or are changed by active work that serves one ÷ all services.",
        inputs: [{ label: "With a path", value: String(figures.services.coveredIds.length) }, { label: "All services", value: String(figures.counts.services) }],
        groups: [{ title: "Without a path", behind: figures.services.uncoveredIds }, { title: "With a path", behind: figures.services.coveredIds }],
      }
    case "applications": {
      const all = source.index.byKind.get("application")?.length ?? 0
      const lacking = figures.gaps.applicationsWithoutService
      return {
        ...base, title: "Applications that deliver a service", shown: `${all - lacking.length} of ${all}`,
        formula: "Applications that deliver at least one service. Those that do not are named, also while that is accepted for a time.",
        inputs: [{ label: "Deliver a service", value: String(all - lacking.length) }, { label: "All applications", value: String(all) }],
        groups: [{ title: "Without a service", behind: lacking }],
      }
    }
    case "say-do":
      return {
        ...base, title: "Does the money follow our words?", shown: figures.sayDoGap === null ? "n/a" : `${Math.round(figures.sayDoGap)} of 100`,
        formula: `Half of the sum of the distances between each goal's share of money and of weight, plus the share of money that serves no goal; ${when}. 0: money follows words. 100: it goes elsewhere entirely.`,
        inputs: figures.sayDo.rows.map((row) => ({
          label: source.index.nodes.get(row.goalId)?.name ?? "", value: `${percent(row.weightShare)} of weight, ${percent(row.moneyShare)} of money`,
        })),
        groups: [{ title: "Serves no goal", behind: figures.sayDo.unaligned.initiativeIds }, { title: "Without a budget", behind: figures.sayDo.withoutBudget }],
      }
    case "gaps":
      return {
        ...base, title: "Gaps in the chain", shown: amount(gapTitles.reduce((sum, [gap]) => sum + figures.gaps[gap].length, 0), "gap"),
        formula: "Records that lack the link, measure or owner they need. A gap accepted for a time stays counted and says until when.",
        inputs: gapTitles.map(([gap, title]) => ({ label: title, value: String(figures.gaps[gap].length) })),
        groups: gapTitles.map(([gap, title]) => ({ title, behind: figures.gaps[gap] })),
      }
  }
}

const gapTitles: readonly (readonly [GapName, string])[] = [
  ["goalsWithoutWork", "Goals without work"],
  ["workWithoutGoal", "Work without a goal"],
  ["servicesWithoutPath", "Services without a path to a goal"],
  ["applicationsWithoutService", "Applications without a service"],
  ["goalsWithoutMeasure", "Goals without a measure"],
  ["goalsWithoutOwner", "Goals without an owner"],
]

function linksOf(index: GraphIndex, behind: readonly Behind[]): RecordLink[] {
  return behind.flatMap((each) => {
    const { id, acceptedUntil } = typeof each === "string" ? { id: each, acceptedUntil: null } : each
    const node = index.nodes.get(id)
    if (node === undefined) return []
    const link = { code: node.code, name: node.name, href: addressOf(node) }
    return [acceptedUntil === null ? link : { ...link, note: `accepted until ${dayMonthYear(acceptedUntil)}` }]
  })
}
