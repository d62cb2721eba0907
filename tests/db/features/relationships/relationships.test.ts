// Relationships: set up and changed by two people, both sides' views with their history, taken back; ratings, the list and the brief.

import { beforeAll, expect, it } from "vitest"
import { sql } from "kysely"
import { database, writableDatabase } from "~/core/database.server"
import { newId } from "~/core/ids"
import { readHistory } from "~/core/record-history.server"
import { createCommitment } from "~/features/commitments/commitments.commands.server"
import { createLink } from "~/features/elements/links.commands.server"
import { findElement } from "~/features/elements/elements.queries.server"
import { statements } from "~/features/relationships/relationship"
import { closeness, ratingsOf, relationshipOf, viewsOf } from "~/features/relationships/relationships.queries.server"
import { recordView, setRelationship } from "~/features/relationships/relationships.commands.server"
import { restoreMaturityViews, restoreRelationships } from "~/features/relationships/relationships.undo.server"
import { peopleOf, unitMeeting } from "~/features/relationships/unit-meeting.queries.server"
import { createService } from "~/features/services/services.commands.server"
import { aCompany, anInitiative, aPerson, aUnit, type Made, type SignedInActor } from "../../../support/builders"

let brm: SignedInActor
let viewer: SignedInActor
let unit: Made
const upTo = (level: number) => statements.filter((one) => one.level <= level).map(({ key }) => key)
const entriesOf = async (operationId: string) => ({ entries: await readHistory(database(), { operationId }) })

beforeAll(async () => {
  await aCompany({ timeZone: "UTC" })
  brm = await aPerson({ name: "Mara Example", roles: ["brm"] })
  viewer = await aPerson({ name: "Vera Example", roles: ["viewer"] })
  unit = await aUnit({ name: "Support" })
})

it("is set up once, merges two people's edits, refuses what both changed, and can be taken back", async () => {
  const made = await setRelationship(brm, { unitId: unit.id, version: 0, sharedVision: "Answer in a day.", itPersonId: brm.personId })
  await setRelationship(brm, { unitId: unit.id, version: 1, itExpects: "Tell us early." })
  const second = await setRelationship(brm, { unitId: unit.id, version: 1, businessExpects: "Keep dates." })
  expect(await relationshipOf(database(), unit.id)).toMatchObject({ sharedVision: "Answer in a day.", itExpects: "Tell us early.", businessExpects: "Keep dates.", reviewEveryDays: 90, version: 3 })
  await expect(setRelationship(brm, { unitId: unit.id, version: 1, itExpects: "Something else." })).rejects.toThrow()
  await expect(setRelationship(viewer, { unitId: unit.id, version: 3, itExpects: "No" })).rejects.toThrow("Only a relationship manager")
  await restoreRelationships(brm, await entriesOf(second.operationId))
  expect((await relationshipOf(database(), unit.id))?.businessExpects).toBe("")
  expect((await restoreRelationships(brm, await entriesOf(made.operationId))).undone).toBe(0)
  expect(await peopleOf(database(), unit.id, await relationshipOf(database(), unit.id))).toMatchObject({ itPerson: { name: "Mara Example" }, businessPerson: null })
})

it("keeps every view of both sides; the newest counts, and taking it back brings the one before", async () => {
  await recordView(brm, { unitId: unit.id, side: "it", holds: upTo(3), added: {} })
  await recordView(brm, { unitId: unit.id, side: "business", holds: upTo(2), added: { "3-kept": "Two of eleven are late." } })
  const [before] = (await closeness(database())).filter((one) => one.unit.id === unit.id)
  expect(before).toMatchObject({ business: 2, it: 3, gap: 1 })
  const later = await recordView(brm, { unitId: unit.id, side: "business", holds: upTo(4), added: {} })
  expect((await closeness(database())).find((one) => one.unit.id === unit.id)).toMatchObject({ business: 4, it: 3, gap: 1 })
  expect(await viewsOf(database(), unit.id)).toHaveLength(3)
  await restoreMaturityViews(brm, await entriesOf(later.operationId))
  expect((await closeness(database())).find((one) => one.unit.id === unit.id)?.business).toBe(2)
  await expect(recordView(viewer, { unitId: unit.id, side: "it", holds: [], added: {} })).rejects.toThrow("Only a relationship manager")
})

it("says nothing of units of which nothing is said, unless all are asked for", async () => {
  const silent = await aUnit({ name: "Warehouse" })
  expect((await closeness(database())).map((one) => one.unit.id)).not.toContain(silent.id)
  expect((await closeness(database(), { all: true })).find((one) => one.unit.id === silent.id)).toMatchObject({ business: null, it: null, gap: null })
})

it("shows the mean of five answers, and of four only how many there were", async () => {
  const rated = async (answers: number) => {
    const consultationId = newId()
    const db = writableDatabase()
    await sql`insert into element (id, kind, number, name, summary, sort_key, search_text, version, created_at, updated_at)
      values (${consultationId}, 'consultation', ${100 + answers}, 'Review', '', 'review', 'review', 1, '2026-01-01', '2026-01-01')`.execute(db)
    await sql`insert into consultation (id, kind, form, purpose, participation_level, state, question_plain, question_standard, question_technical, costs, effects, minutes)
      values (${consultationId}, 'consultation', 'review meeting', 'relationship', 'consult', 'draft', '', '', '', '', '', '')`.execute(db)
    for (let n = 0; n < answers; n++) {
      const person = await aPerson({ name: `Rater ${answers} ${n}` })
      const participationId = newId()
      await sql`insert into participation (id, consultation_id, person_id, must_hear, why, version, created_at) values (${participationId}, ${consultationId}, ${person.personId}, false, '', 1, '2026-01-01')`.execute(db)
      await sql`insert into rating (id, participation_id, consultation_id, unit_id, understood, trust, responsive, created_at)
        values (${newId()}, ${participationId}, ${consultationId}, ${unit.id}, 4, 3, ${n < 2 ? 1 : 5}, ${`2026-0${answers}-01`}::timestamptz)`.execute(db)
    }
  }
  await rated(4)
  await rated(5)
  expect((await ratingsOf(database(), unit.id)).map(({ answers, understood, trust, responsive }) => [answers, understood, trust, responsive])).toEqual([[4, null, null, null], [5, 4, 3, 3.4]])
})

it("makes the brief from promises, work on what they use, and their services", async () => {
  const place = await aUnit({ name: "Sales" })
  const service = await createService(brmAsPlanner(), { name: "Ordering" })
  const work = await anInitiative({ name: "New order screen" })
  await createLink(brmAsPlanner(), { fromId: place.id, relation: "uses", toId: service.id })
  await createLink(brmAsPlanner(), { fromId: work.id, relation: "improves", toId: service.id })
  await writableDatabase().updateTable("initiative").set({ status: "in progress" }).where("id", "=", work.id).execute()
  await createCommitment(brm, { name: "Phones", dueOn: "2020-01-01", unitId: place.id })
  const { brief, gap } = await unitMeeting(database(), await findElement(database(), place.code, "unit"), { today: new Date().toISOString().slice(0, 10), timeZone: "UTC", readerId: null })
  expect(brief.promises.map(({ name, standing }) => [name, standing.standing])).toEqual([["Phones", "late"]])
  expect(brief.work.map(({ element, because }) => [element.name, because])).toEqual([["New order screen", "changes Ordering"]])
  expect([brief.services.map(({ name }) => name), brief.points, gap]).toEqual([["Ordering"], { shown: [], hidden: 0, inConfidence: 0 }, null])
})

function brmAsPlanner() {
  return { ...brm, roles: ["brm", "planner"] as const }
}
