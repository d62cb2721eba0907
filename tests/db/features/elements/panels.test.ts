// Parts, questions, comments and accepted gaps: one owner at most, answers by whom they are asked of, gaps that return.

import { beforeAll, describe, expect, it } from "vitest"
import { addDays, calendarDate } from "~/core/calendar"
import { database } from "~/core/database.server"
import { ForbiddenError, RuleError } from "~/core/errors"
import { readHistory } from "~/core/record-history.server"
import { acceptGap, endAcceptedGap } from "~/features/elements/accepted-gaps.commands.server"
import { addComment, removeComment } from "~/features/elements/comments.commands.server"
import { commentsOf, historyOf, questionsOf } from "~/features/elements/panels.queries.server"
import { restoreAcceptedGaps, restoreComments, restoreQuestions } from "~/features/elements/panels.undo.server"
import { answerQuestion, askQuestion, withdrawQuestion } from "~/features/elements/questions.commands.server"
import { giveResponsibility, setOwner, takeResponsibility } from "~/features/elements/responsibilities.commands.server"
import { responsibilitiesOf } from "~/features/elements/responsibilities.queries.server"
import { restoreResponsibilities } from "~/features/elements/rows.undo.server"
import { aCompany, aGoal, aPerson, aUnit, thePreparer } from "../../../support/builders"

beforeAll(() => aCompany())
const today = () => calendarDate(new Date(), "Europe/Berlin")
const entriesOf = (operationId: string) => readHistory(database(), { operationId })
const ownerOf = async (id: string) => (await responsibilitiesOf(database(), id)).filter((one) => one.role === "accountable").map((one) => one.personId)

describe("the owner", () => {
  it("is one at most, also when two are named at once", async () => {
    const [goal, ana, ben] = [await aGoal(), await aPerson(), await aPerson()]
    const naming = await Promise.allSettled([ana, ben].map((person) =>
      giveResponsibility(thePreparer, { elementId: goal.id, personId: person.personId, role: "accountable" })))
    expect(naming.filter((one) => one.status === "fulfilled")).toHaveLength(1)
    expect(naming.find((one) => one.status === "rejected")).toMatchObject({ reason: { message: expect.stringContaining("one owner at most") } })
  })

  it("is named for many at once and given back as one", async () => {
    const [first, second, ana, ben] = [await aGoal(), await aGoal(), await aPerson(), await aPerson()]
    await setOwner(thePreparer, { elementIds: [first.id], personId: ana.personId })
    const named = await setOwner(thePreparer, { elementIds: [first.id, second.id], personId: ben.personId })
    expect(named.count).toBe(2)
    expect([await ownerOf(first.id), await ownerOf(second.id)]).toEqual([[ben.personId], [ben.personId]])
    await restoreResponsibilities(thePreparer, { entries: await entriesOf(named.operationId) })
    expect([await ownerOf(first.id), await ownerOf(second.id)]).toEqual([[ana.personId], []])
  })

  it("is a planner's to name; the other parts also an owner's", async () => {
    const [goal, ana, ben] = [await aGoal(), await aPerson({ roles: ["contributor"] }), await aPerson()]
    await giveResponsibility(thePreparer, { elementId: goal.id, personId: ana.personId, role: "responsible" })
    await expect(giveResponsibility(ana, { elementId: goal.id, personId: ben.personId, role: "accountable" })).rejects.toThrow(ForbiddenError)
    const part = await giveResponsibility(ana, { elementId: goal.id, personId: ben.personId, role: "informed" })
    await takeResponsibility(ana, { id: part.id })
    expect((await responsibilitiesOf(database(), goal.id)).map((one) => one.personId)).toEqual([ana.personId])
  })

  it("belongs to goals, work, services, applications and jobs alone", async () => {
    const [unit, ana] = [await aUnit(), await aPerson()]
    await expect(giveResponsibility(thePreparer, { elementId: unit.id, personId: ana.personId, role: "accountable" })).rejects.toThrow("have no owner")
  })
})

it("a gap is accepted only of a record that can have it", async () => {
  const goal = await aGoal()
  const asked = { elementId: goal.id, reason: "On purpose", untilOn: addDays(today(), 30) }
  await expect(acceptGap(thePreparer, { ...asked, gap: "workWithoutGoal" })).rejects.toThrow("cannot have that gap")
  await acceptGap(thePreparer, { ...asked, gap: "goalsWithoutWork" })
})

describe("a question", () => {
  it("goes to the owner, or to the planners where there is none, due in eight days", async () => {
    const [owned, orphan, asker, owner] = [await aGoal(), await aGoal(), await aPerson(), await aPerson()]
    await setOwner(thePreparer, { elementIds: [owned.id], personId: owner.personId })
    await askQuestion(asker, { elementIds: [owned.id, orphan.id], body: "What happens next?" })
    const toOwner = await questionsOf(database(), { askedOf: owner.personId, asPlanner: false })
    expect(toOwner).toMatchObject([{ body: "What happens next?", dueOn: addDays(today(), 8), state: "open" }])
    const toPlanners = await questionsOf(database(), { askedOf: asker.personId, asPlanner: true })
    expect(toPlanners.map((question) => question.element?.id)).toContain(orphan.id)
  })

  it("is answered once, by whom it was asked of or a planner", async () => {
    const [goal, asker, owner, other] = [await aGoal(), await aPerson(), await aPerson(), await aPerson()]
    const { id } = await askQuestion(asker, { elementIds: [goal.id], body: "Why?", askedOf: owner.personId })
    await expect(answerQuestion(other, { id: id!, answer: "Because." })).rejects.toThrow(ForbiddenError)
    const answered = await answerQuestion(owner, { id: id!, answer: "Because." })
    await expect(answerQuestion(owner, { id: id!, answer: "Again." })).rejects.toThrow("already answered")
    await restoreQuestions(owner, { entries: await entriesOf(answered.operationId) })
    await withdrawQuestion(asker, { id: id! })
    expect((await questionsOf(database(), { elementId: goal.id }))[0]).toMatchObject({ state: "withdrawn" })
  })

  it("cannot be due in the past", async () => {
    const [goal, asker] = [await aGoal(), await aPerson()]
    await expect(askQuestion(asker, { elementIds: [goal.id], body: "Why?", dueOn: addDays(today(), -1) })).rejects.toThrow(RuleError)
  })
})

it("lets the author take a comment back, and nobody else but an administrator", async () => {
  const [goal, ana, ben] = [await aGoal(), await aPerson(), await aPerson({ roles: ["planner"] })]
  const { id } = await addComment(ana, { elementId: goal.id, body: "A thought." })
  await expect(removeComment(ben, { id })).rejects.toThrow(ForbiddenError)
  const gone = await removeComment(ana, { id })
  expect(await commentsOf(database(), goal.id)).toEqual([])
  await restoreComments(ana, { entries: await entriesOf(gone.operationId) })
  expect(await commentsOf(database(), goal.id)).toMatchObject([{ body: "A thought." }])
})

describe("an accepted gap", () => {
  const accepting = (elementId: string, untilOn: string) => acceptGap(thePreparer, { elementId, gap: "goalsWithoutWork", reason: "Next year", untilOn })
  it("ends within twelve months and lies in the future", async () => {
    const goal = await aGoal()
    await expect(accepting(goal.id, today())).rejects.toThrow("future")
    await expect(accepting(goal.id, addDays(today(), 400))).rejects.toThrow("twelve months")
  })
  it("is accepted once, ended early, and accepted again by undo", async () => {
    const goal = await aGoal()
    const { id } = await accepting(goal.id, addDays(today(), 30))
    await expect(accepting(goal.id, addDays(today(), 60))).rejects.toThrow("already accepted")
    const ended = await endAcceptedGap(thePreparer, { id })
    const back = await restoreAcceptedGaps(thePreparer, { entries: await entriesOf(ended.operationId) })
    expect(back).toMatchObject({ undone: 1, left: [] })
    await expect(accepting(goal.id, addDays(today(), 60))).rejects.toThrow("already accepted")
  })
})

it("shows the history of a record with the names it speaks of, newest first", async () => {
  const [goal, ana] = [await aGoal({ name: "Remember" }), await aPerson({ name: "Ana" })]
  await setOwner(thePreparer, { elementIds: [goal.id], personId: ana.personId })
  const { entries, names } = await historyOf(database(), goal.id, { limit: 10 })
  expect(entries.map((entry) => entry.recordKind)).toEqual(["responsibility", "goal"])
  expect(names[ana.personId]?.name).toBe("Ana")
})
