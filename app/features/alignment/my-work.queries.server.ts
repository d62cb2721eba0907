// Reading what waits for one person.
import { sql } from "kysely"
import { addDays } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { onceFor } from "~/core/once-for"
import { can, type Actor } from "~/core/policy"
import { byosToAnswer } from "~/features/byo/byo-list.queries.server"
import { dueCommitmentsOf } from "~/features/commitments/commitment-list.queries.server"
import { asRef } from "~/features/elements/elements.queries.server"
import { gapWords } from "~/features/elements/accepted-gap"
import { pathOf, type ElementRef } from "~/features/elements/element"
import { questionsOf } from "~/features/elements/panels.queries.server"
import { currentAlignment, type Alignment } from "./alignment.queries.server"
import { requestsFor } from "~/features/decisions/tool-requests.queries.server"
import { needsToAnswer } from "./my-engagement"
import { myEngagement } from "./my-engagement.queries.server"
import { duePromises, lackingData, overdueReadings, overdueUpdates, promiseDaysAhead, requestsToAnswer, type OwnedInitiative, type OwnedMeasure, type WorkItem } from "./my-work"

/** Questions to the person, promises and points they owe, conversations to hold, overdue updates and readings, and gaps and missing data of what they own; worked out once for each version of the records. */
export async function myWork(db: ReadDb, actor: Actor & { personId: string }) {
  const alignment = await currentAlignment(db)
  return onceFor(alignment, `my work ${actor.personId} ${[...actor.roles].sort().join()}`, () => workFor(db, alignment, actor))
}

async function workFor(db: ReadDb, alignment: Alignment, actor: Actor & { personId: string }) {
  const [owned, toMe, fromMe] = await Promise.all([
    ownedBy(db, actor.personId),
    questionsOf(db, { askedOf: actor.personId, asPlanner: can(actor, "edit chain") }),
    questionsOf(db, { askedBy: actor.personId }),
  ])
  const [initiatives, measures] = await Promise.all([ownedInitiatives(db, owned), ownedMeasures(db, owned)])
  const { today, company: { timeZone } } = alignment
  // what nobody is named for waits for everybody who keeps the conversations
  const also = actor.roles.includes("brm") || actor.roles.includes("planner")
  const [due, reports, engagement] = await Promise.all([dueCommitmentsOf(db, actor.personId, addDays(today, promiseDaysAhead), { today, timeZone }), byosToAnswer(db, actor.personId, { today, also }), myEngagement(db, actor.personId, { today, timeZone })])
  const requests = await requestsFor(db, { id: actor.personId, planner: can(actor, "edit chain") }, timeZone)
  const gaps = owned.flatMap((element): WorkItem[] =>
    alignment.gapsOf(element.id).filter((gap) => gap.acceptedUntil === null).map(({ gap }) => ({
      element, words: gapWords[gap], note: "", daysLate: 0, action: { label: "Open", href: pathOf(element.kind, element.code) },
    })))
  return {
    today,
    questions: toMe,
    answers: fromMe.filter((question) => question.state === "answered").slice(0, 5),
    requests: requestsToAnswer(requests.toAnswer, today),
    promises: duePromises(due),
    needs: needsToAnswer(reports),
    ...engagement,
    updates: overdueUpdates(initiatives, today),
    readings: overdueReadings(measures, today),
    lacking: [...gaps, ...lackingData(initiatives)],
    owned,
  }
}

async function ownedBy(db: ReadDb, personId: string): Promise<ElementRef[]> {
  const rows = await db
    .selectFrom("element").select(["element.id", "element.kind", "element.number", "element.name"])
    .where("element.archivedAt", "is", null)
    .where((eb) => eb.exists(
      eb.selectFrom("responsibility").select("responsibility.id")
        .whereRef("responsibility.elementId", "=", "element.id")
        .where("responsibility.personId", "=", personId).where("responsibility.role", "in", ["accountable", "responsible"])))
    .orderBy("element.kind").orderBy("element.sortKey").orderBy("element.id").limit(500).execute()
  return rows.map(asRef)
}

async function ownedInitiatives(db: ReadDb, owned: readonly ElementRef[]): Promise<OwnedInitiative[]> {
  const elements = new Map(owned.filter(({ kind }) => kind === "initiative").map((element) => [element.id, element]))
  if (elements.size === 0) return []
  const rows = await db
    .selectFrom("initiative").innerJoin("element", "element.id", "initiative.id")
    .select(["initiative.id", "status", "element.summary", "startsOn", "endsOn", "reportedOn", "nextReportOn"])
    .select((eb) => eb.exists(eb.selectFrom("initiativeBudget").select("financialYear").whereRef("initiativeId", "=", "initiative.id")).as("hasBudget"))
    .where("initiative.id", "in", [...elements.keys()]).orderBy("element.sortKey").execute()
  return rows.map(({ id, hasBudget, ...row }) => ({ ...row, hasBudget: Boolean(hasBudget), element: elements.get(id)! }))
}

async function ownedMeasures(db: ReadDb, owned: readonly ElementRef[]): Promise<OwnedMeasure[]> {
  const goals = new Map(owned.filter(({ kind }) => kind === "goal").map((element) => [element.id, element]))
  if (goals.size === 0) return []
  const rows = await db
    .selectFrom("measure").innerJoin("goal", "goal.id", "measure.goalId").leftJoin("reading", "reading.measureId", "measure.id")
    .select(["measure.goalId", "measure.name", "measure.readEveryDays", "measure.startsOn", sql<string | null>`max(reading.read_on)`.as("lastReadOn")])
    .where("measure.goalId", "in", [...goals.keys()]).where("measure.archivedAt", "is", null).where("goal.status", "=", "active")
    .groupBy("measure.id").execute()
  return rows.map(({ goalId, ...row }) => ({ ...row, goal: goals.get(goalId)! }))
}
