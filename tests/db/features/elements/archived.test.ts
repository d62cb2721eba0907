// What is archived stays as it is until it is restored: one rule for every kind of record and all that belongs to one.

import { beforeAll, describe, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { addDays } from "~/core/calendar"
import type { HistoryEntry } from "~/core/change"
import type { Actor } from "~/core/policy"
import { readHistory } from "~/core/record-history.server"
import { archiveApplications, createApplication, restoreApplications, updateApplication } from "~/features/applications/applications.commands.server"
import { archiveFunctions, createFunction, restoreFunctions, updateFunction } from "~/features/applications/functions.commands.server"
import { archiveCapabilities, createCapability, restoreCapabilities, updateCapability } from "~/features/capabilities/capabilities.commands.server"
import { archiveCommitments, createCommitment, keepCommitment, moveCommitment, updateCommitment } from "~/features/commitments/commitments.commands.server"
import { restoreCommitments } from "~/features/commitments/commitments.undo.server"
import { archiveConsultations, createConsultation, updateConsultation } from "~/features/consultations/consultations.commands.server"
import { restoreConsultations } from "~/features/consultations/consultations.commands.server"
import { addOption } from "~/features/consultations/parts.commands.server"
import { listPerson } from "~/features/consultations/participations.commands.server"
import { acceptGap } from "~/features/elements/accepted-gaps.commands.server"
import { addComment, removeComment } from "~/features/elements/comments.commands.server"
import { createLink, removeLink, updateLink } from "~/features/elements/links.commands.server"
import { answerQuestion, askQuestion } from "~/features/elements/questions.commands.server"
import { giveResponsibility, setOwner } from "~/features/elements/responsibilities.commands.server"
import { restoreInitiatives } from "~/features/gates/initiatives.undo.server"
import { setStage } from "~/features/gates/gates.commands.server"
import { updateGoal } from "~/features/goals/goals.commands.server"
import { restoreGoals } from "~/features/goals/goals.undo.server"
import { archiveGoals } from "~/features/goals/many-goals.commands.server"
import { addMeasure } from "~/features/goals/measures.commands.server"
import { archiveInitiatives, reportStatus, updateInitiative } from "~/features/initiatives/initiatives.commands.server"
import { archivePeople, createPerson, restorePeople, updatePerson } from "~/features/people/people.commands.server"
import { setRelationship } from "~/features/relationships/relationships.commands.server"
import { archiveServices, createService, restoreServices, updateService } from "~/features/services/services.commands.server"
import { erasePerson } from "~/features/stakeholders/erasure.commands.server"
import { archiveUnits, restoreUnits, updateUnit } from "~/features/units/units.commands.server"
import { aCompany, aGoal, anInitiative, aPerson, aUnit, thePreparer, type Made, type SignedInActor } from "../../../support/builders"

interface Kind {
  make: () => Promise<Made>
  archive: (actor: Actor, asked: { ids: readonly string[]; archived: boolean }) => Promise<Made | { operationId: string }>
  edit: (made: Made, version: number) => Promise<unknown>
  undo: (actor: Actor, asked: { entries: readonly HistoryEntry[] }) => Promise<unknown>
}

const named = { name: "Night storage", summary: "" }
const summary = "New words."
const talk = { name: "How should it work?", form: "workshop", purpose: "decision", participationLevel: "consult", questionPlain: "What slows you down?" } as const
const kinds: Record<string, Kind> = {
  goal: { make: () => aGoal(), archive: archiveGoals, edit: ({ id }, version) => updateGoal(thePreparer, { id, version, summary }), undo: restoreGoals },
  initiative: { make: () => anInitiative(), archive: archiveInitiatives, edit: ({ id }, version) => updateInitiative(thePreparer, { id, version, summary }), undo: restoreInitiatives },
  service: { make: () => createService(thePreparer, named), archive: archiveServices, edit: ({ id }, version) => updateService(thePreparer, { id, version, summary }), undo: restoreServices },
  application: { make: () => createApplication(thePreparer, named), archive: archiveApplications, edit: ({ id }, version) => updateApplication(thePreparer, { id, version, summary }), undo: restoreApplications },
  function: { make: () => createFunction(thePreparer, named), archive: archiveFunctions, edit: ({ id }, version) => updateFunction(thePreparer, { id, version, summary }), undo: restoreFunctions },
  capability: { make: () => createCapability(thePreparer, named), archive: archiveCapabilities, edit: ({ id }, version) => updateCapability(thePreparer, { id, version, summary }), undo: restoreCapabilities },
  unit: { make: () => aUnit(), archive: archiveUnits, edit: ({ id }, version) => updateUnit(thePreparer, { id, version, summary }), undo: restoreUnits },
  person: { make: () => createPerson(thePreparer, named), archive: archivePeople, edit: ({ id }, version) => updatePerson(thePreparer, { id, version, summary }), undo: restorePeople },
  promise: { make: () => createCommitment(thePreparer, { ...named, dueOn: "2027-03-31" }), archive: archiveCommitments, edit: ({ id }, version) => updateCommitment(thePreparer, { id, version, summary }), undo: restoreCommitments },
  conversation: { make: () => createConsultation(thePreparer, talk), archive: archiveConsultations, edit: ({ id }, version) => updateConsultation(thePreparer, { id, version, summary }), undo: restoreConsultations },
}

const refused = /is archived\. Restore it first\.$/
const state = async ({ id }: { id: string }) => database().selectFrom("element").select(["archivedAt", "version", "summary"]).where("id", "=", id).executeTakeFirstOrThrow()
let person: SignedInActor

beforeAll(async () => {
  await aCompany()
  person = await aPerson({ roles: ["contributor"] })
})

describe.each(Object.entries(kinds))("an archived %s", (_kind, { make, archive, edit, undo }) => {
  it("is not changed, asked about or commented on until it is back", async () => {
    const made = await make()
    await archive(thePreparer, { ids: [made.id], archived: true })
    const { version } = await state(made)
    await expect(edit(made, version)).rejects.toThrow(refused)
    await expect(addComment(person, { elementId: made.id, body: "Why?" })).rejects.toThrow(refused)
    await expect(askQuestion(person, { elementIds: [made.id], body: "Why?", askedOf: person.personId })).rejects.toThrow(refused)
    expect(await state(made)).toMatchObject({ version, archivedAt: expect.any(Date) })
    await archive(thePreparer, { ids: [made.id], archived: false })
    await edit(made, version + 1)
    expect(await state(made)).toMatchObject({ archivedAt: null, summary })
  })

  it("comes back when its archiving is undone", async () => {
    const made = await make()
    const { operationId } = await archive(thePreparer, { ids: [made.id], archived: true })
    await undo(thePreparer, { entries: await readHistory(database(), { operationId }) })
    expect(await state(made)).toMatchObject({ archivedAt: null })
  })
})

describe("what belongs to an archived record", () => {
  it("is not linked, and its links stay as they are, from either end", async () => {
    const [initiative, goal, other] = [await anInitiative(), await aGoal(), await aGoal()]
    const because = { strength: 3, note: "because" } as const
    const link = await createLink(thePreparer, { fromId: initiative.id, relation: "contributes to", toId: goal.id, ...because })
    await archiveGoals(thePreparer, { ids: [goal.id], archived: true })
    await expect(updateLink(thePreparer, { id: link.id, version: 1, strength: 9 })).rejects.toThrow(refused)
    await expect(removeLink(thePreparer, { id: link.id })).rejects.toThrow(refused)
    // another goal becomes the main one, which takes the mark from the link that is away
    await createLink(thePreparer, { fromId: initiative.id, relation: "contributes to", toId: other.id, ...because, isPrimary: true })
    await archiveInitiatives(thePreparer, { ids: [initiative.id], archived: true })
    await expect(createLink(thePreparer, { fromId: initiative.id, relation: "contributes to", toId: (await aGoal()).id, ...because })).rejects.toThrow(refused)
  })

  it("is not reported on, moved, measured, owned or accepted", async () => {
    const [initiative, goal, unit] = [await anInitiative(), await aGoal(), await aUnit()]
    await archiveInitiatives(thePreparer, { ids: [initiative.id], archived: true })
    await archiveGoals(thePreparer, { ids: [goal.id], archived: true })
    await archiveUnits(thePreparer, { ids: [unit.id], archived: true })
    const health = { scheduleHealth: "on track", costHealth: "on track", scopeHealth: "on track", progress: null, healthNote: "", nextReportOn: null } as const
    await expect(reportStatus(thePreparer, { id: initiative.id, ...health })).rejects.toThrow(refused)
    await expect(setStage(thePreparer, { ids: [initiative.id], to: "proposed" })).rejects.toThrow(refused)
    await expect(giveResponsibility(thePreparer, { elementId: goal.id, personId: person.personId, role: "responsible" })).rejects.toThrow(refused)
    await expect(setOwner(thePreparer, { elementIds: [goal.id], personId: person.personId })).rejects.toThrow(refused)
    await expect(acceptGap(thePreparer, { elementId: goal.id, gap: "goalsWithoutWork", reason: "Soon.", untilOn: addDays(new Date().toISOString().slice(0, 10), 30) })).rejects.toThrow(refused)
    const measure = { name: "Orders", isYesNo: true, unit: "", direction: "up", baseline: "0", target: "1", startsOn: "2026-01-01", targetOn: "2027-01-01", weight: 1, readEveryDays: 30, source: "" } as const
    await expect(addMeasure(thePreparer, { goalId: goal.id, ...measure })).rejects.toThrow(refused)
    await expect(setRelationship(thePreparer, { unitId: unit.id, version: 0, sharedVision: "Together." })).rejects.toThrow(refused)
  })

  it("is not kept, moved, given options or invited to", async () => {
    const [promise, conversation] = [await kinds.promise!.make(), await kinds.conversation!.make()]
    await archiveCommitments(thePreparer, { ids: [promise.id], archived: true })
    await archiveConsultations(thePreparer, { ids: [conversation.id], archived: true })
    await expect(keepCommitment(thePreparer, { id: promise.id, note: "Done." })).rejects.toThrow(refused)
    await expect(moveCommitment(thePreparer, { id: promise.id, toOn: "2027-06-30", reason: "Late." })).rejects.toThrow(refused)
    await expect(addOption(thePreparer, { consultationId: conversation.id, name: "A new shop" })).rejects.toThrow(refused)
    await expect(listPerson(thePreparer, { consultationId: conversation.id, personId: person.personId, mustHear: false })).rejects.toThrow(refused)
  })
})

it("ends what is open, and forgets a person, also when the record is archived", async () => {
  const [goal, somebody] = [await aGoal(), await createPerson(thePreparer, named)]
  const question = await askQuestion(person, { elementIds: [goal.id], body: "Why?", askedOf: person.personId })
  const comment = await addComment(person, { elementId: goal.id, body: "A thought." })
  await archiveGoals(thePreparer, { ids: [goal.id], archived: true })
  await archivePeople(thePreparer, { ids: [somebody.id], archived: true })
  await answerQuestion(person, { id: String(question.id), answer: "So." })
  await removeComment(person, { id: comment.id })
  await erasePerson(thePreparer, { personId: somebody.id, confirm: named.name })
})
