// A small company in which every kind of record exists, is linked, talked about and reported on, with chosen words in every text field.

import { addDays } from "~/core/calendar"
import { fold } from "~/core/fold"
import { database } from "~/core/database.server"
import { createApplication } from "~/features/applications/applications.commands.server"
import { createFunction } from "~/features/applications/functions.commands.server"
import { createCapability } from "~/features/capabilities/capabilities.commands.server"
import { reportByo } from "~/features/byo/byos.commands.server"
import { createCommitment, moveCommitment } from "~/features/commitments/commitments.commands.server"
import { askForTool, refuseRequest } from "~/features/decisions/tool-requests.commands.server"
import { acceptGap } from "~/features/elements/accepted-gaps.commands.server"
import { addComment } from "~/features/elements/comments.commands.server"
import { codeOf, type ChainKind, type ElementKind } from "~/features/elements/element"
import { createLink, type NewLink } from "~/features/elements/links.commands.server"
import { answerQuestion, askQuestion } from "~/features/elements/questions.commands.server"
import { setOwner } from "~/features/elements/responsibilities.commands.server"
import { saveView } from "~/features/elements/saved-views.commands.server"
import { applyImport } from "~/features/exchange/imports.commands.server"
import { createGoal, updateGoal } from "~/features/goals/goals.commands.server"
import { addMeasure, recordReading } from "~/features/goals/measures.commands.server"
import { setStage } from "~/features/gates/gates.commands.server"
import { createInitiative, reportStatus } from "~/features/initiatives/initiatives.commands.server"
import { createPerson } from "~/features/people/people.commands.server"
import { recordView, setRelationship } from "~/features/relationships/relationships.commands.server"
import { createService } from "~/features/services/services.commands.server"
import { saveProfile, saveStanding } from "~/features/stakeholders/stakeholders.commands.server"
import { createUnit } from "~/features/units/units.commands.server"
import { decisionOf } from "./landscape-decisions"
import { talksOf, type Talks } from "./landscape-talks"
import { anImport, aRecord, aTable } from "./brought"
import { aCompany, aPerson, thePreparer, type SignedInActor } from "./builders"

export interface Landscape {
  /** somebody who may see and do everything */
  admin: SignedInActor
  /** the admin's short id */
  accountCode: string
  /** short id and id of one record of each kind; the admin owns those that can be owned */
  records: Record<ElementKind, { id: string; code: string; operationId: string }>
  /** an import in its preview, with a new record and a refused one */
  importId: string
  /** one that is applied, with a refused row */
  appliedImportId: string
  /** a request for a tool that waits for its answer */
  requestId: string
  /** parts of the conversation */
  talks: Talks
  /** an option of the decision, beside doing nothing */
  optionId: string
  /** name of each text field that was filled, as given to `text` */
  fields: readonly string[]
}

/** Fills an empty database; `text` gives the words for each text field, which it is told by name ("goal.why"). */
export async function aLandscape(text: (field: string) => string): Promise<Landscape> {
  const fields: string[] = []
  const words = (field: string) => {
    fields.push(field)
    return text(field)
  }
  const of = (kind: ChainKind) => ({ name: words(`${kind}.name`), summary: words(`${kind}.summary`) })
  const today = new Date().toISOString().slice(0, 10)
  await aCompany({
    name: words("company.name"), purpose: words("company.purpose"),
    exclusions: JSON.stringify([{ text: words("company.exclusion"), reason: words("company.exclusion.reason") }]),
  })
  const admin = await aPerson({ name: words("account.name"), roles: ["admin", "planner"] })
  const unit = await createUnit(thePreparer, of("unit"))
  const person = await createPerson(thePreparer, { ...of("person"), title: words("person.title"), unitId: unit.id })
  await saveProfile(thePreparer, { personId: person.id, version: 0, listeningStyle: "plain", contactPreference: words("profile.contactPreference") })
  await createPerson(thePreparer, { name: words("group.name"), groupHeadcount: 12 })
  const pillar = await createGoal(thePreparer, { name: words("pillar.name") })
  const goal = await createGoal(thePreparer, { ...of("goal"), parentId: pillar.id, why: words("goal.why"), promiseLine: words("goal.promiseLine") })
  await updateGoal(thePreparer, { id: goal.id, version: 1, healthSet: "at risk", healthReason: words("goal.healthReason") })
  const measure = await addMeasure(thePreparer, {
    goalId: goal.id, name: words("measure.name"), isYesNo: false, unit: words("measure.unit"), direction: "up", baseline: "0", target: "10",
    startsOn: addDays(today, -90), targetOn: addDays(today, 90), weight: 1, readEveryDays: 30, source: words("measure.source"),
  })
  await recordReading(thePreparer, { measureId: measure.id, readOn: today, value: "4", note: words("reading.note") })
  const capability = await createCapability(thePreparer, of("capability"))
  const service = await createService(thePreparer, of("service"))
  const application = await createApplication(thePreparer, { ...of("application"), vendor: words("application.vendor") })
  const job = await createFunction(thePreparer, of("function"))
  const before = await createInitiative(thePreparer, { name: words("first initiative.name") })
  await setStage(thePreparer, { ids: [before.id], to: "approved", waiver: words("waiver.reason") })
  const year = Number(today.slice(0, 4))
  const initiative = await createInitiative(thePreparer, {
    ...of("initiative"), startsOn: addDays(today, -30), endsOn: addDays(today, 60), sponsorId: person.id, budget: { [year]: "1000.00" },
  })
  await reportStatus(thePreparer, {
    id: initiative.id, scheduleHealth: "at risk", costHealth: "on track", scopeHealth: "not reported", progress: 20,
    healthNote: words("report.healthNote"), nextReportOn: addDays(today, 14),
  })
  for (const subjectId of [null, initiative.id]) await saveStanding(thePreparer, { personId: person.id, subjectId, version: 0, influence: 5, interest: 4, engagementNow: "resistant", engagementWanted: "supportive" })
  const links: NewLink[] = [
    { fromId: initiative.id, relation: "contributes to", toId: goal.id, strength: 9 },
    { fromId: initiative.id, relation: "requires", toId: before.id },
    { fromId: initiative.id, relation: "improves", toId: application.id },
    { fromId: initiative.id, relation: "affects", toId: unit.id },
    { fromId: capability.id, relation: "enables", toId: goal.id },
    { fromId: service.id, relation: "supports", toId: goal.id },
    { fromId: application.id, relation: "delivers", toId: service.id },
    { fromId: application.id, relation: "performs", toId: job.id },
    { fromId: unit.id, relation: "uses", toId: application.id, seats: 3, yearlyCost: "120.00" },
  ]
  for (const link of links) await createLink(thePreparer, { ...link, note: words(`link.${link.relation}.note`) })
  const owned = [goal, initiative, service, application, job].map(({ id }) => id)
  await setOwner(thePreparer, { elementIds: owned, personId: admin.personId })
  for (const { id } of [goal, initiative, application]) await addComment(admin, { elementId: id, body: words("comment.body") })
  for (const answered of [false, true]) {
    const { id } = await askQuestion(admin, { elementIds: [goal.id], body: words("question.body"), askedOf: admin.personId })
    if (answered) await answerQuestion(admin, { id: String(id), answer: words("question.answer") })
  }
  for (const screen of ["goals", "initiatives"]) await saveView(admin, { screen, name: words("saved view.name"), query: "", shared: true })
  const commitment = await createCommitment(thePreparer, { name: words("commitment.name"), summary: words("commitment.summary"), unitId: unit.id, ownerId: admin.personId, dueOn: addDays(today, -3) })
  await moveCommitment(thePreparer, { id: commitment.id, toOn: addDays(today, -1), reason: words("commitment.move.reason") })
  await setRelationship(thePreparer, {
    unitId: unit.id, version: 0, sharedVision: words("relationship.sharedVision"), itExpects: words("relationship.itExpects"),
    businessExpects: words("relationship.businessExpects"), measures: words("relationship.measures"),
  })
  await recordView(thePreparer, { unitId: unit.id, side: "business", holds: ["3-kept"], added: { "2-whom": words("relationship.remark") } })
  const byo = await reportByo(thePreparer, {
    name: words("byo.name"), need: words("byo.need"), job: words("byo.job"), unitId: unit.id, users: 6, yearlyCost: "120.00", sensitivity: 3, missing: ["backup"], whyNot: "too slow", whyNotWords: words("byo.whyNotWords"), goalId: goal.id,
  })
  const talks = await talksOf({ admin, unitId: unit.id, personId: person.id, initiativeId: initiative.id, serviceId: service.id, words })
  const decision = await decisionOf({ admin, unitId: unit.id, applicationId: application.id, functionId: job.id, words })
  const asked = await askForTool(admin, { name: words("request.name"), need: words("request.need") })
  const answered = await askForTool(admin, { name: "", applicationId: application.id, need: words("answered request.need") })
  await refuseRequest(admin, { id: answered.id, reason: words("request.reason") })
  const theirWords = words("standard.ownWords")
  const list = [aRecord("standard", words("standard.name"), { ownWords: theirWords, category: words("standard.job"), approvalExpiresOn: "2020-06-30" })]
  const listLook = { ...aTable, sheets: [{ name: "", kind: "standard", rows: 1, columns: [{ key: "a", heading: "Name", sample: "", field: "name", how: "guessed", note: "" }, { key: "b", heading: "Status", sample: "", field: "ownWords", how: "guessed", note: "" }] }] } as const
  const listId = await anImport(list, { name: words("standards.fileName"), look: listLook, choices: { as: "standard", statuses: { [fold(theirWords)]: "approved, strategic" }, ofDay: "2020-01-01" } })
  await applyImport(admin, { importId: listId })
  const heading = words("import.heading")
  const column = { key: heading, heading, sample: words("import.sample"), field: "name", how: "guessed", note: words("import.note") } as const
  const refused = { line: 3, problems: [{ column: heading, problem: words("import.problem") }] }
  const importId = await anImport([aRecord("goal", words("import.record")), aRecord("goal", null, {}, refused)], {
    name: words("import.fileName"), look: { ...aTable, sheets: [{ name: words("import.sheet"), kind: "goal", rows: 2, columns: [column] }] },
  })
  const applied = [aRecord("goal", words("applied import.record")), aRecord("goal", null, {}, { problems: [{ column: words("applied import.column"), problem: words("applied import.problem") }] })]
  const appliedImportId = await anImport(applied, { name: words("applied import.fileName") })
  await applyImport(admin, { importId: appliedImportId })
  // told last: nothing shows it but the newest changes
  await acceptGap(thePreparer, { elementId: pillar.id, gap: "goalsWithoutMeasure", reason: words("accepted gap.reason"), untilOn: addDays(today, 100) })
  const { number } = await database().selectFrom("element").select("number").where("id", "=", admin.personId).executeTakeFirstOrThrow()
  return { admin, accountCode: codeOf("person", number), fields, importId, appliedImportId, requestId: asked.id, records: { unit, person, goal, initiative, service, application, function: job, capability, commitment, byo, consultation: talks.consultation, decision: decision.decision }, talks, optionId: decision.optionId }
}
