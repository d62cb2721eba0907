// What programs are told of the sample company is what its screens show: the same numbers, unrounded, and the same records.

import { beforeAll, describe, expect, it } from "vitest"
import { seedDemo } from "#db/seed/demo/index"
import { dayMonthYear } from "~/core/calendar"
import { database } from "~/core/database.server"
import { currentAlignment, type Alignment } from "~/features/alignment/alignment.queries.server"
import { figuresNow } from "~/features/alignment/figures.queries.server"
import type { ToldFigures } from "~/features/alignment/figures-told"
import { percent } from "~/features/alignment/sentence"
import { workingInFull, type FigureName } from "~/features/alignment/working"

let shown: Alignment
let told: ToldFigures["alignment"]

const working = (name: FigureName) =>
  workingInFull({ index: shown.index, figures: shown.figures, currency: shown.company.currency, asOf: dayMonthYear(shown.today), yearLabel: null }, name)

describe("an empty installation", () => {
  it("knows no share, and no gap either", async () => {
    const { alignment } = await figuresNow(database())
    expect(alignment).toMatchObject({ goalCoverage: null, spendCoverage: null, serviceCoverage: null, sayDoGap: null })
    expect(alignment.counts).toEqual({ goals: 0, goalsServed: 0, initiatives: 0, services: 0 })
    expect(alignment.gaps.goalsWithoutWork).toEqual([])
  })
})

describe("the sample company", () => {
  beforeAll(async () => {
    await seedDemo(new Date())
    shown = await currentAlignment(database())
    told = (await figuresNow(database())).alignment
  }, 120_000)

  it("has the shares that its figures' pages show", () => {
    expect(percent(told.goalCoverage)).toBe(working("goal-coverage").shown)
    expect(percent(told.spendCoverage)).toBe(working("money").shown)
    expect(percent(told.serviceCoverage)).toBe(working("services").shown)
    expect(`${Math.round(told.sayDoGap ?? -1)} of 100`).toBe(working("say-do").shown)
    expect(`${told.counts.goalsServed} of ${told.counts.goals}`).toBe(working("alignment").shown)
    expect(told).toMatchObject({ goalCoverage: 0.8, counts: { goals: 12, goalsServed: 9, initiatives: 22, services: 18 } })
  })

  it("has the gaps of its page, record by record, the accepted one among them", () => {
    const onPage = working("gaps").groups.map(({ records }) => records.map(({ code, name }) => ({ id: code, name })))
    expect(Object.values(told.gaps)).toEqual(onPage)
    expect(told.gaps.goalsWithoutWork.map(({ name }) => name)).toContain("Sell in two new countries")
    const accepted = working("gaps").groups.flatMap(({ records }) => records.filter(({ note }) => note).map(({ code, note }) => `${code} ${note}`))
    expect(told.acceptedGaps.map(({ id, until }) => `${id} accepted until ${dayMonthYear(until)}`)).toEqual(accepted)
  })

  it("tells the money as decimal text, and how far each goal is", () => {
    expect(told.spend.total).toMatch(/^\d+\.\d\d$/)
    expect((Number(told.spend.covered) / Number(told.spend.total))).toBeCloseTo(told.spendCoverage ?? -1, 12)
    expect(told.progress.find(({ id }) => id === "G-12")).toMatchObject({ progress: expect.closeTo(0.4), health: "at risk" })
    expect(told.strategicContribution).toHaveLength(25)
    expect(Math.max(...told.strategicContribution.map(({ value }) => value ?? 0))).toBeLessThanOrEqual(100)
  })
})
