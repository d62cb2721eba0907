// Decisions while they are open: what may change and by whom, scores apart, and taking parts back.

import { describe, expect, it } from "vitest"
import { database, writableDatabase } from "~/core/database.server"
import { readHistory } from "~/core/record-history.server"
import { createApplication } from "~/features/applications/applications.commands.server"
import { createFunction } from "~/features/applications/functions.commands.server"
import { openConsultation } from "~/features/consultations/consultations.commands.server"
import { restoreDecisions, updateDecision } from "~/features/decisions/decisions.commands.server"
import { findDecision, partsOf } from "~/features/decisions/decisions.queries.server"
import { addOption, addTie, leadOption, nameDecider, nameScorer, removeDecider, removeOption, removeScorer, removeTie, setCriteria, updateOption } from "~/features/decisions/parts.commands.server"
import { decisionPartKinds } from "~/features/decisions/parts"
import { restoreDecisionParts } from "~/features/decisions/parts.undo.server"
import { noSaving } from "~/features/decisions/saving"
import { restartScoring } from "~/features/decisions/scores.commands.server"
import { createLink } from "~/features/elements/links.commands.server"
import { giveResponsibility } from "~/features/elements/responsibilities.commands.server"
import { putBeforeDeciders, takeBack } from "~/features/gates/decisions.commands.server"
import { gatesOf } from "~/features/gates/gates.queries.server"
import { aPerson, aUnit, thePreparer } from "../../../support/builders"
import { aConversation, counted } from "../../../support/conversation-builders"
import { aCompleteDecision, aDecidingCompany, aDecision, scoredBy } from "../../../support/decision-builders"

const db = database()
const { planner, admin, executive, second, warehouse } = await aDecidingCompany()

const stateOf = async (code: string) => (await findDecision(db, code)).state

describe("a draft", () => {
  it("has doing nothing among its options, which stays", async () => {
    const { id } = await aDecision()
    const { options: [nothing] } = await partsOf(db, id)
    expect(nothing).toMatchObject({ name: "Do nothing", isNothing: true })
    await expect(removeOption(planner, { decisionId: id, id: nothing?.id ?? "" })).rejects.toThrow(/always among/)
  })

  it("is changed by planners and its owner, and by nobody else; deciders are named by planners", async () => {
    const owner = await aPerson({ roles: ["contributor"] })
    const { id, code } = await aDecision()
    await expect(updateDecision(owner, { id, version: 1, context: "Mine." })).rejects.toThrow(/Only its owner/)
    await giveResponsibility(planner, { elementId: id, personId: owner.personId, role: "accountable" })
    await updateDecision(owner, { id, version: 1, context: "Mine." })
    expect((await findDecision(db, code)).context).toBe("Mine.")
    for (const actor of [owner, admin]) await expect(nameDecider(actor, { decisionId: id, personId: executive.personId })).rejects.toThrow(/Only a planner names/)
    await nameDecider(planner, { decisionId: id, personId: executive.personId })
    await expect(nameDecider(planner, { decisionId: id, personId: executive.personId })).rejects.toThrow(/named already/)
  })

  it("is asked about from the moment a conversation about it opens", async () => {
    const { id, code } = await aDecision()
    const talk = await aConversation(planner)
    await writableDatabase().updateTable("consultation").set({ state: "draft", openedAt: null, costs: "1.", effects: "2." }).where("id", "=", talk.id).execute()
    await writableDatabase().updateTable("element").set({ summary: "In plain words." }).where("id", "=", talk.id).execute()
    await writableDatabase().insertInto("consultationSubject").values({ consultationId: talk.id, subjectId: id, subjectKind: "decision", stageWhenOpened: null, createdAt: new Date() }).execute()
    await writableDatabase().insertInto("consultationOption").values(["Yes", "Do nothing"].map((name, position) => ({ id: `0b54e7a0-1111-4222-8333-44445555666${position}`, consultationId: talk.id, position, name, summary: "", isNothing: position === 1, version: 1, createdAt: new Date() }))).execute()
    await openConsultation(planner, { id: talk.id })
    expect(await stateOf(code)).toBe("in consultation")
    expect(await db.selectFrom("consultationSubject").select("stageWhenOpened").where("subjectId", "=", id).executeTakeFirst()).toEqual({ stageWhenOpened: "draft" })
  })

  it("affects who uses what it chooses or switches off, who uses what does the job, and whom it names", async () => {
    const [used, doing, named] = [await aUnit(), await aUnit(), await aUnit()]
    for (const unit of [used, doing, named]) await counted(unit.id, "manager", 3)
    const [tool, other, job] = [await createApplication(thePreparer, { name: "FoldPDF" }), await createApplication(thePreparer, { name: "SignLane" }), await createFunction(thePreparer, { name: "Sign PDFs" })]
    await createLink(thePreparer, { fromId: used.id, relation: "uses", toId: tool.id })
    await createLink(thePreparer, { fromId: doing.id, relation: "uses", toId: other.id })
    await createLink(thePreparer, { fromId: other.id, relation: "performs", toId: job.id })
    const { id } = await aDecision()
    await addTie(planner, { decisionId: id, relation: "adopts", toId: tool.id })
    await addTie(planner, { decisionId: id, relation: "governs", toId: job.id })
    await addTie(planner, { decisionId: id, relation: "affects", toId: named.id })
    const gate = (await gatesOf(db, [id], new Date())).get(id)
    expect(gate?.asked.coverage.cells.map(({ unitId }) => unitId).sort()).toEqual([used.id, doing.id, named.id].sort())
    await expect(addTie(planner, { decisionId: id, relation: "retires", toId: tool.id })).rejects.toThrow(/names that record already/)
    await expect(addTie(planner, { decisionId: id, relation: "governs", toId: other.id })).rejects.toThrow(/cannot be joined/)
    await removeTie(planner, { decisionId: id, toId: tool.id })
    expect((await partsOf(db, id)).ties.map(({ relation }) => relation).sort()).toEqual(["affects", "governs"])
  })
})

describe("criteria and scores", () => {
  it("are refused below and above 100, and locked by the first score, by the database too", async () => {
    const { id: decisionId } = await aDecision()
    await addOption(planner, { decisionId, name: "B" })
    await expect(setCriteria(planner, { decisionId, criteria: [{ name: "Cost", meaning: "", weight: 90 }] })).rejects.toThrow(/sum to 90/)
    await nameScorer(planner, { decisionId, personId: executive.personId })
    await expect(scoredBy(executive, decisionId, [1, 2])).rejects.toThrow(/must sum to 100/)
    await setCriteria(planner, { decisionId, criteria: [{ name: "Cost", meaning: "", weight: 100 }] })
    await expect(scoredBy(second, decisionId, [1, 2])).rejects.toThrow(/Only the people asked to score/)
    await scoredBy(executive, decisionId, [1, 2])
    await expect(setCriteria(planner, { decisionId, criteria: [{ name: "Ease", meaning: "", weight: 100 }] })).rejects.toThrow(/scored already/)
    await expect(addOption(planner, { decisionId, name: "C" })).rejects.toThrow(/scored already/)
    await expect(removeScorer(planner, { decisionId, personId: executive.personId })).rejects.toThrow(/They have scored/)
    await expect(writableDatabase().updateTable("decisionCriterion").set({ weight: 99 }).where("decisionId", "=", decisionId).execute()).rejects.toThrow(/locked/)
    await expect(writableDatabase().deleteFrom("decisionCriterion").where("decisionId", "=", decisionId).execute()).rejects.toThrow()
    await restartScoring(planner, { decisionId, reason: "We forgot an option." })
    expect(await partsOf(db, decisionId)).toMatchObject({ scores: [], scorers: [{ finished: false }] })
    await setCriteria(planner, { decisionId, criteria: [{ name: "Ease", meaning: "", weight: 100 }] })
  })

  it("the database refuses a score while weights do not sum to 100", async () => {
    const { id: decisionId } = await aDecision()
    await setCriteria(planner, { decisionId, criteria: [{ name: "Cost", meaning: "", weight: 100 }] })
    await nameScorer(planner, { decisionId, personId: executive.personId })
    await writableDatabase().updateTable("decisionCriterion").set({ weight: 60 }).where("decisionId", "=", decisionId).execute()
    const { options: [option], criteria: [criterion] } = await partsOf(db, decisionId)
    const score = { decisionId, optionId: option?.id ?? "", criterionId: criterion?.id ?? "", scorerId: executive.personId, score: 3, scoredAt: new Date() }
    await expect(writableDatabase().insertInto("decisionScore").values(score).execute()).rejects.toThrow(/sum to 100/)
  })

  it("of somebody stand in no history, so that the others cannot read them", async () => {
    const { id } = await aCompleteDecision([executive])
    const entries = await readHistory(db, { aboutId: id, limit: 50 })
    expect(entries.filter(({ recordKind }) => recordKind === "decision scores").map(({ fields }) => fields.map(({ field }) => field))).toEqual([["scoredAt"]])
  })
})

describe("the parts", () => {
  it("are taken back with one click, each kind", async () => {
    const { id: decisionId } = await aDecision()
    const undo = async (operationId: string) => {
      const entries = await readHistory(db, { operationId })
      for (const kind of decisionPartKinds) {
        const own = entries.filter(({ recordKind }) => recordKind === kind)
        if (own.length > 0) return restoreDecisionParts(kind, planner, { entries: own })
      }
      throw new Error("nothing to undo")
    }
    const bare = await partsOf(db, decisionId)
    const done = [
      await addOption(planner, { decisionId, name: "B" }), await setCriteria(planner, { decisionId, criteria: [{ name: "Cost", meaning: "Cheap", weight: 100 }] }), await nameScorer(planner, { decisionId, personId: second.personId }),
      await nameDecider(planner, { decisionId, personId: second.personId }), await addTie(planner, { decisionId, relation: "affects", toId: warehouse.id }),
    ]
    const full = await partsOf(db, decisionId)
    const undone = []
    for (const { operationId } of done) undone.push(await undo(operationId))
    expect(await partsOf(db, decisionId)).toEqual(bare)
    for (const { operationId } of undone) await undo(operationId)
    const again = await partsOf(db, decisionId)
    expect({ ...again, options: again.options.map(({ name }) => name), criteria: again.criteria.map(({ name, weight }) => [name, weight]) }).toEqual({ ...full, options: ["Do nothing", "B"], criteria: [["Cost", 100]] })
    const [nothing, b] = again.options
    await leadOption(planner, { decisionId, id: nothing?.id ?? "" })
    const lead = await leadOption(planner, { decisionId, id: b?.id ?? "" })
    await undo(lead.operationId)
    expect((await partsOf(db, decisionId)).options.map(({ isLeading }) => isLeading)).toEqual([true, false])
    const saving = { ...noSaving, seats: 40, seatPrice: "180.00" }
    const { version } = (await partsOf(db, decisionId)).options[1] ?? { version: 0 }
    const changed = await updateOption(planner, { decisionId, id: b?.id ?? "", version, name: "B all over", summary: "For all.", saving })
    expect((await partsOf(db, decisionId)).options[1]).toMatchObject({ name: "B all over", saving })
    await expect(updateOption(planner, { decisionId, id: b?.id ?? "", version, summary: "", saving: noSaving })).rejects.toThrow(/meanwhile/)
    await undo(changed.operationId)
    expect((await partsOf(db, decisionId)).options[1]).toMatchObject({ name: "B", saving: noSaving })
    await expect(nameScorer(planner, { decisionId, personId: second.personId })).rejects.toThrow(/named already/)
    await removeDecider(planner, { decisionId, personId: second.personId })
  })

  it("words are taken back; a step is not", async () => {
    const made = await aCompleteDecision([executive])
    const { version } = await findDecision(db, made.code)
    const words = await updateDecision(planner, { id: made.id, version, reasons: "Cheaper." })
    await restoreDecisions(planner, { entries: await readHistory(db, { operationId: words.operationId }) })
    expect((await findDecision(db, made.code)).reasons).toBe("It costs a quarter.")
    const step = await putBeforeDeciders(planner, { id: made.id, waiver: "Urgent." })
    await takeBack(planner, { id: made.id })
    await expect(restoreDecisions(planner, { entries: (await readHistory(db, { operationId: step.operationId })).map((entry) => ({ ...entry, version: entry.version + 1 })) })).rejects.toThrow(/step of a decision/)
  })
})
