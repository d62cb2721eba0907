// What a request to the API may say and what each answer looks like: answers pass through these, and the document is made from them.
import { z } from "zod"
import { criticalities, lifecycles } from "~/features/applications/application"
import { chainKinds } from "~/features/elements/element"
import { relations } from "~/features/elements/link"
import { gapNames } from "~/features/alignment/gaps"
import { decisionStates } from "~/features/decisions/decision"
import type { ToldFigures } from "~/features/alignment/figures-told"
import { goalStatuses, perspectives } from "~/features/goals/goal"
import { confidences, stages } from "~/features/initiatives/initiative"
import { roleLevels } from "~/features/units/unit"
import type { graphAnswer, ListItems, ListName } from "./api-items"

const code = z.string().regex(/^[A-Z]-\d+$/).describe("Short id, such as G-12")
const day = z.iso.date()
const money = z.string().regex(/^\d+\.\d{2}$/).describe("Amount in the company's currency, as text so that no cent is lost")
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/).describe("Decimal number as text")
const share = z.number().describe("A share: 0 is nothing, 1 is all of it; not rounded")
const count = z.int().min(0)
const strength = z.union([z.literal(1), z.literal(3), z.literal(9)]).describe("9 strong, 3 some, 1 slight")
const goalHealth = z.enum(["done", "on track", "at risk", "off track", "not started", "not known", "no work"])
const workHealth = z.enum(["on track", "at risk", "off track", "not reported", "not started"])
const reported = z.enum(["on track", "at risk", "off track", "not reported"])
const part = code.nullable().describe("What it is part of")

const plain = { id: code, name: z.string(), summary: z.string(), updatedAt: z.iso.datetime() }
const owned = { ...plain, owner: code.nullable(), ownerName: z.string().nullable() }

/** One row of each list. */
export const listItems = {
  goals: z.object({
    ...owned, partOf: part, why: z.string(), promise: z.string(), stage: z.enum(goalStatuses), weight: count, perspective: z.enum(perspectives).nullable(),
    dueOn: day.nullable(), progress: share.nullable(), health: goalHealth.nullable(),
  }),
  measures: z.object({
    id: z.uuid(), goal: code, goalName: z.string(), name: z.string(), isYesNo: z.boolean(), unit: z.string(), direction: z.enum(["up", "down"]),
    baseline: decimal.nullable(), target: decimal, startsOn: day, targetOn: day, weight: count, readEveryDays: count, source: z.string(),
    latestValue: decimal.nullable(), latestOn: day.nullable(),
  }),
  initiatives: z.object({
    ...owned, sponsor: code.nullable(), sponsorName: z.string().nullable(), stage: z.enum(stages), confidence: z.enum(confidences), startsOn: day.nullable(),
    endsOn: day.nullable(), health: workHealth, scheduleHealth: reported, costHealth: reported, scopeHealth: reported, healthNote: z.string(), progress: share.nullable(),
    reportedOn: day.nullable(), nextReportOn: day.nullable(), budget: money.nullable().describe("All years together; by year in the list of budgets"),
  }),
  budgets: z.object({ initiative: code, initiativeName: z.string(), year: z.int().describe("Financial year, by the year in which it begins"), amount: money }),
  services: z.object(owned),
  applications: z.object({ ...owned, lifecycle: z.enum(lifecycles), vendor: z.string() }),
  functions: z.object(owned),
  capabilities: z.object({ ...plain, partOf: part }),
  units: z.object({ ...plain, partOf: part, frontline: count.nullable(), specialist: count.nullable(), manager: count.nullable(), executive: count.nullable(), external: count.nullable() }),
  people: z.object({ ...plain, unit: code.nullable(), unitName: z.string().nullable(), roleLevel: z.enum(roleLevels).nullable(), title: z.string() }),
  links: z.object({
    id: z.uuid(), from: code, fromKind: z.enum(chainKinds), fromName: z.string(), relation: z.enum(relations), to: code, toKind: z.enum(chainKinds), toName: z.string(),
    strength: strength.nullable(), isPrimary: z.boolean(), note: z.string(), mandatory: z.boolean().nullable(), lagDays: count.nullable(),
    criticality: z.enum(criticalities).nullable(), fit: z.int().nullable(), seats: count.nullable(), yearlyCost: money.nullable(),
  }),
} satisfies { [Name in ListName]: z.ZodType<ListItems[Name]> }

/** A page of a list: its rows, and the address of the next page. */
export const listAnswers = Object.fromEntries(Object.entries(listItems).map(([name, item]) => [name, pageOf(item)])) as unknown as Record<ListName, ReturnType<typeof pageOf>>

function pageOf(item: z.ZodType) {
  return z.object({ items: z.array(item), next: z.url().nullable().describe("Address of the next page; null at the end") })
}

const record = z.object({ id: code, name: z.string() })

const level = z.number().nullable().describe("1 to 5; null where it is not known")

/** The figures, as the command line tells them. */
export const figuresAnswer = z.object({
  alignment: z.object({
    goalCoverage: share.nullable(), spendCoverage: share.nullable(), serviceCoverage: share.nullable(),
    sayDoGap: z.number().nullable().describe("0 to 100"),
    gaps: z.object(Object.fromEntries(gapNames.map((gap) => [gap, z.array(record)])) as Record<(typeof gapNames)[number], z.ZodArray<typeof record>>),
    acceptedGaps: z.array(z.object({ gap: z.enum(gapNames), id: code, until: day })),
    counts: z.object({ goals: count, goalsServed: count, initiatives: count, services: count }),
    spend: z.object({ currency: z.string(), covered: money, total: money, withoutBudget: z.array(record) }),
    strategicContribution: z.array(record.extend({ value: z.number().nullable().describe("0 to 100") })),
    progress: z.array(record.extend({ progress: share.nullable(), health: goalHealth })),
  }),
  consultation: z.object({
    subjects: z.array(z.object({
      id: code, coverage: share.nullable(), passes: z.boolean().nullable().describe("null where nobody has said who is affected"),
      missing: z.array(z.string()).describe("Affected groups that were not heard enough, in words"),
    })).describe("What the open conversations are about"),
    loopClosure: z.object({ points: count, answered: count, toldBack: count, medianDays: z.number().nullable().describe("From raised to answered") }),
    waivers: z.array(record.extend({ reason: z.string(), lacking: z.string().describe("What was missing then"), by: z.string(), on: day })).describe("Work and decisions that went on although not everybody was asked"),
  }),
  relationships: z.array(z.object({ unit: code, business: level, it: level, gap: z.number().nullable().describe("0 to 4") })).describe("How close each unit and IT are as each side sees it"),
  functions: z.array(record.extend({
    fragmentation: share.nullable().describe("0: all seats on one product"), adoption: share.nullable().describe("Seats on the chosen product; null where nothing is chosen"),
    products: count, yearlyCost: money.nullable(), possibleSaving: money.nullable().describe("The most one product for all could save in a year, or what the decision says"),
  })).describe("Every job that applications do"),
  time: z.object({ invest: count, tolerate: count, migrate: count, eliminate: count, notAssessed: count }).describe("How many applications belong where"),
  commitments: z.object({ late: z.array(record).describe("Open promises past their due date, the longest late first") }),
  decisions: z.object({
    states: z.object(Object.fromEntries(decisionStates.map((state) => [state, count])) as Record<(typeof decisionStates)[number], typeof count>).describe("How many there are in each state"),
    promised: decimal.describe("What the chosen options of decisions that hold save a year"), realised: decimal.describe("What was recorded as saved, with evidence"),
  }),
  exceptions: z.object({ expired: count.describe("How many have run out and were not given back") }),
}) satisfies z.ZodType<ToldFigures>

const mapRelations = ["part of" as const, ...relations.filter((one) => one !== "performs")]

/** The map's graph. */
export const graphSchema = z.object({
  nodes: z.array(z.object({
    id: code, kind: z.enum(["goal", "initiative", "service", "application", "capability", "unit"]), name: z.string(),
    stage: z.string().nullable().describe("Stage of a goal or an initiative, lifecycle of an application"), partOf: part, ownerName: z.string().nullable(),
    units: z.array(code), weight: count.nullable(), budgets: z.record(z.string(), money), yearlyCost: money.nullable(), seats: count.nullable(), health: z.union([goalHealth, workHealth]).nullable(),
    progress: share.nullable(), startsOn: day.nullable(), endsOn: day.nullable(), measures: count.nullable(),
  })),
  links: z.array(z.object({
    from: code, relation: z.enum(mapRelations), to: code, strength: strength.nullable(), isPrimary: z.boolean(), note: z.string(),
    indirect: z.boolean().describe("Accepted from a file that only implied it"),
  })),
}) satisfies z.ZodType<ReturnType<typeof graphAnswer>>

/** What a refused request is told. */
export const problemAnswer = z.object({ message: z.string().describe("What is wrong and what to do"), reference: z.string().describe("To quote when asking for help") })

/** The query of a list; `numbered` says whether one reads on from a number. */
export function listAsk(numbered: boolean) {
  const after = numbered ? z.string().regex(/^\d{1,9}$/, "after is what the page before ended with: take the address in its “next”.") : z.uuid("after is what the page before ended with: take the address in its “next”.")
  return z.object({
    after: after.nullable().default(null),
    limit: z.string().regex(/^\d{1,4}$/, "limit is a whole number from 1 to 1000.").transform(Number).refine((limit) => limit >= 1 && limit <= 1000, "limit is a whole number from 1 to 1000.").default(1000),
  })
}
