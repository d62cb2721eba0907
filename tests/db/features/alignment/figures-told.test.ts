// What programs are told of the sample company is what its screens show: the same numbers, unrounded, and the same records.

import { beforeAll, describe, expect, it } from "vitest"
import { seedDemo } from "#db/seed/demo/index"
import { dayMonthYear } from "~/core/calendar"
import { database } from "~/core/database.server"
import { currentAlignment, type Alignment } from "~/features/alignment/alignment.queries.server"
import { figuresNow } from "~/features/alignment/figures.queries.server"
import type { ToldFigures } from "~/features/alignment/figures-told"
import { beforeTab } from "~/features/consultations/before.server"
import { closeConsultation } from "~/features/consultations/consultations.commands.server"
import { findConsultation } from "~/features/consultations/consultations.queries.server"
import { toldLoopClosure } from "~/features/consultations/feedback-loop"
import { loopPoints } from "~/features/consultations/feedback.queries.server"
import { createLink } from "~/features/elements/links.commands.server"
import { waiversListed } from "~/features/gates/gate-shown.server"
import { percent } from "~/features/alignment/sentence"
import { workingInFull, type FigureName } from "~/features/alignment/working"
import { anInitiative, aPerson, aUnit, thePreparer } from "../../../support/builders"
import { askedFairly, counted } from "../../../support/conversation-builders"

let shown: Alignment
let told: ToldFigures["alignment"]
let heard: ToldFigures["consultation"]

const working = (name: FigureName) =>
  workingInFull({ index: shown.index, figures: shown.figures, currency: shown.company.currency, asOf: dayMonthYear(shown.today), yearLabel: null }, name)

describe("an empty installation", () => {
  it("knows no share, and no gap either", async () => {
    const { alignment, functions, time } = await figuresNow(database())
    expect([functions, time]).toEqual([[], { invest: 0, tolerate: 0, migrate: 0, eliminate: 0, notAssessed: 0 }])
    expect(alignment).toMatchObject({ goalCoverage: null, spendCoverage: null, serviceCoverage: null, sayDoGap: null })
    expect(alignment.counts).toEqual({ goals: 0, goalsServed: 0, initiatives: 0, services: 0 })
    expect(alignment.gaps.goalsWithoutWork).toEqual([])
  })
})

describe("the sample company", () => {
  beforeAll(async () => {
    await seedDemo(new Date())
    shown = await currentAlignment(database())
    ;({ alignment: told, consultation: heard } = await figuresNow(database()))
  }, 120_000)

  it("has the shares that its figures' pages show", () => {
    expect(percent(told.goalCoverage)).toBe(working("goal-coverage").shown)
    expect(percent(told.spendCoverage)).toBe(working("money").shown)
    expect(percent(told.serviceCoverage)).toBe(working("services").shown)
    expect(`${Math.round(told.sayDoGap ?? -1)} of 100`).toBe(working("say-do").shown)
    expect(`${told.counts.goalsServed} of ${told.counts.goals}`).toBe(working("alignment").shown)
    expect(told).toMatchObject({ goalCoverage: 0.8, counts: { goals: 12, goalsServed: 9, initiatives: 22, services: 18 } })
  })

  it("has the jobs of its board and the places of its portfolio", async () => {
    const { functions, time } = await figuresNow(database())
    expect(functions).toHaveLength(18)
    expect(functions.find(({ id }) => id === "F-13")).toEqual({ id: "F-13", name: "Read and sign PDFs", fragmentation: expect.closeTo(0.6, 1), adoption: null, products: 4, yearlyCost: "20400.00", possibleSaving: "7000.00" })
    expect(functions.find(({ id }) => id === "F-14")).toMatchObject({ products: 3, possibleSaving: null })
    expect(functions.find(({ id }) => id === "F-11")).toMatchObject({ products: 1, fragmentation: 0, possibleSaving: "0.00" })
    expect(time).toEqual({ invest: 3, tolerate: 2, migrate: 2, eliminate: 2, notAssessed: 31 })
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

  it("names the approved work that its pages list as waived, with the reason and the name", async () => {
    const waivers = await waiversListed(database(), shown.company.timeZone)
    expect(heard.waivers.map(({ id, reason, lacking, by, on }) => [id, reason, lacking, by, dayMonthYear(on)])).toEqual(waivers.map(({ code, reason, lacking, by, on }) => [code, reason, lacking, by, on]))
    expect(heard.waivers.length).toBeGreaterThan(0)
    expect(heard.waivers.every(({ by, lacking }) => by === "A. Kim" && lacking !== "")).toBe(true)
  })
})

describe("an open conversation", () => {
  it("is told with the coverage of its page, the missing groups and the loop of its points", async () => {
    const owner = await aPerson({ roles: ["planner"] })
    const [work, unit] = [await anInitiative(), await aUnit({ name: "Night shift" })]
    await counted(unit.id, "frontline", 20)
    await createLink(thePreparer, { fromId: work.id, relation: "affects", toId: unit.id })
    const code = await askedFairly(owner, work.id, unit.id, [owner.personId])
    const { consultation } = await figuresNow(database())
    expect(consultation.subjects.find(({ id }) => id === work.code)).toEqual({ id: work.code, coverage: 0.5, passes: false, missing: ["Night shift, front line"] })
    const { asked } = await beforeTab(owner, code, new URLSearchParams())
    expect(asked?.coverage).toMatchObject({ share: 0.5, passes: false })
    expect(consultation.loopClosure).toEqual(toldLoopClosure(await loopPoints(database())))
    await closeConsultation(owner, { id: (await findConsultation(database(), code)).id })
    expect((await figuresNow(database())).consultation.subjects.map(({ id }) => id)).not.toContain(work.code)
  })
})
