// Before signatures, signing and afterwards: gates, who signs which words, and that what is signed stays.

import { sql } from "kysely"
import { describe, expect, it } from "vitest"
import { database, writableDatabase } from "~/core/database.server"
import { readHistory } from "~/core/record-history.server"
import { createApplication } from "~/features/applications/applications.commands.server"
import { createFunction } from "~/features/applications/functions.commands.server"
import { updateDecision } from "~/features/decisions/decisions.commands.server"
import { findDecision, partsOf, proofOf } from "~/features/decisions/decisions.queries.server"
import { addOption, addTie } from "~/features/decisions/parts.commands.server"
import { recordRealised, restoreRealisedSavings } from "~/features/decisions/realised.commands.server"
import { putBeforeDeciders, rejectDecision, signDecision, takeBack, withdrawDecision } from "~/features/gates/decisions.commands.server"
import { waiversInForce } from "~/features/gates/gates.queries.server"
import { aUnit, thePreparer, type Made, type SignedInActor } from "../../../support/builders"
import { askedFairly, counted } from "../../../support/conversation-builders"
import { aCompleteDecision, aDecidingCompany, aDecision, checksumNow, waitingForSignatures } from "../../../support/decision-builders"

const db = database()
const { planner, admin, executive, second, warehouse } = await aDecidingCompany()

const stateOf = async (code: string) => (await findDecision(db, code)).state
const signed = async (...deciders: SignedInActor[]): Promise<Made> => {
  const made = await aCompleteDecision(deciders)
  const checksum = await waitingForSignatures(made.id)
  for (const decider of deciders) await signDecision(decider, { id: made.id, checksum })
  return made
}

describe("putting it before its deciders", () => {
  it("is refused with everything that is missing", async () => {
    const { id } = await aDecision()
    await expect(putBeforeDeciders(planner, { id })).rejects.toThrow(/Say what it is about and why now\. .*Say why\. .*Name who decides\. .*Say which option leads/)
    await expect(putBeforeDeciders(admin, { id })).rejects.toThrow(/Only a planner/)
  })

  it("is refused below the gate with the missing named, and let through by a planner's reason, which reports list", async () => {
    const { id, code } = await aCompleteDecision([executive])
    await addTie(planner, { decisionId: id, relation: "affects", toId: warehouse.id })
    await expect(putBeforeDeciders(planner, { id })).rejects.toThrow(`(${code}) cannot be approved yet. Heard 0 of 1 affected group, 0 % by headcount. Missing: Warehouse, front line.`)
    await expect(putBeforeDeciders(planner, { id })).rejects.toMatchObject({ field: "waiver" })
    await putBeforeDeciders(planner, { id, waiver: " The contract ends on Monday. " })
    expect(await stateOf(code)).toBe("ready")
    expect((await waiversInForce(db)).find(({ subjectId }) => subjectId === id)).toMatchObject({ reason: "The contract ends on Monday.", by: "Paula Planner", about: { kind: "decision", code } })
  })

  it("needs no waiver where the affected had a fair chance; the gate is judged again with the last signature", async () => {
    const made = await aCompleteDecision([executive])
    await addTie(planner, { decisionId: made.id, relation: "affects", toId: warehouse.id })
    await askedFairly(planner, made.id, warehouse.id, [planner.personId, admin.personId], { kind: "decision", stage: "draft" })
    await putBeforeDeciders(planner, { id: made.id })
    expect((await waiversInForce(db)).some(({ subjectId }) => subjectId === made.id)).toBe(false)
    const crowd = await aUnit({ name: "Shops" })
    await counted(crowd.id, "frontline", 500)
    await writableDatabase().insertInto("affectedCorrection").values({ id: "0b54e7a0-1111-4222-8333-444455556699", subjectId: made.id, unitId: crowd.id, roleLevel: "frontline", headcount: 500, reason: "They too.", madeBy: null, version: 1, createdAt: new Date() }).execute()
    await expect(signDecision(executive, { id: made.id, checksum: await checksumNow(made.id) })).rejects.toThrow(/Missing: Shops, front line/)
    expect(await stateOf(made.code)).toBe("ready")
    expect((await partsOf(db, made.id)).deciders).toMatchObject([{ signed: false }])
  })

  it("freezes the words: nothing changes until it is taken back, and then the signatures fall", async () => {
    const made = await aCompleteDecision([executive, second])
    const checksum = await waitingForSignatures(made.id)
    const { version } = await findDecision(db, made.code)
    await expect(updateDecision(planner, { id: made.id, version, reasons: "Other." })).rejects.toThrow(/waits for signatures/)
    await expect(addOption(planner, { decisionId: made.id, name: "C" })).rejects.toThrow(/waits for signatures/)
    await signDecision(executive, { id: made.id, checksum, dissent: "I would wait." })
    expect((await partsOf(db, made.id)).deciders.map(({ signed: has, dissent }) => [has, dissent])).toEqual([[true, "I would wait."], [false, ""]])
    await takeBack(planner, { id: made.id })
    expect(await findDecision(db, made.code)).toMatchObject({ state: "draft", content: null, checksum: null })
    expect((await partsOf(db, made.id)).deciders.every((one) => !one.signed)).toBe(true)
    await expect(takeBack(planner, { id: made.id })).rejects.toThrow(/does not wait/)
  })
})

describe("signing", () => {
  it("is for the named, whatever their role, of the words they read", async () => {
    const made = await aCompleteDecision([executive, second])
    const checksum = await waitingForSignatures(made.id)
    await expect(signDecision(planner, { id: made.id, checksum })).rejects.toThrow(/Only the people named/)
    await expect(signDecision(thePreparer, { id: made.id, checksum })).rejects.toThrow(/Only the people named/)
    await expect(signDecision(executive, { id: made.id, checksum: "0".repeat(64) })).rejects.toThrow(/words changed/)
    expect(await signDecision(executive, { id: made.id, checksum })).toMatchObject({ decided: false })
    await expect(signDecision(executive, { id: made.id, checksum })).rejects.toThrow(/signed it already/)
    expect(await signDecision(second, { id: made.id, checksum })).toMatchObject({ decided: true })
    expect(await stateOf(made.code)).toBe("approved")
    await expect(signDecision(second, { id: made.id, checksum })).rejects.toThrow(/decided already/)
  })

  it("by both at once makes one decision, and a double click signs once", async () => {
    const made = await aCompleteDecision([executive, second])
    const checksum = await waitingForSignatures(made.id)
    const operationId = "0b54e7a0-1111-4222-8333-44445555aaaa"
    const signings = await Promise.all([
      signDecision(executive, { id: made.id, checksum, operationId }), signDecision(executive, { id: made.id, checksum, operationId }), signDecision(second, { id: made.id, checksum }),
    ])
    expect(signings.filter(({ decided }) => decided).length).toBeGreaterThan(0)
    const entries = await readHistory(db, { recordId: made.id, sinceVersion: 0 })
    const steps = entries.flatMap(({ fields }) => fields.filter(({ field }) => field === "state").map(({ after }) => after))
    expect(steps.filter((to) => to === "approved")).toEqual(["approved"])
    expect(entries.filter(({ fields }) => fields.some(({ field }) => field === "signedBy"))).toHaveLength(2)
  })

  it("gives the products their standing in the job, and ends the one before it", async () => {
    const [job, chosen, gone] = [await createFunction(thePreparer, { name: "Read PDFs" }), await createApplication(thePreparer, { name: "FoldPDF 2" }), await createApplication(thePreparer, { name: "QuickView" })]
    const decide = async (adopted: Made, retired: Made) => {
      const made = await aCompleteDecision([executive])
      for (const [relation, { id: toId }] of [["governs", job], ["adopts", adopted], ["retires", retired]] as const) await addTie(planner, { decisionId: made.id, relation, toId })
      await signDecision(executive, { id: made.id, checksum: await waitingForSignatures(made.id) })
      return made
    }
    const first = await decide(chosen, gone)
    const standing = () => db.selectFrom("standard").select(["applicationId", "lifecycle", "status", "decisionId", "validTo"]).where("functionId", "=", job.id).orderBy("validFrom").orderBy("id").execute()
    expect(new Map((await standing()).map((one) => [one.applicationId, one]))).toEqual(new Map([
      [chosen.id, { applicationId: chosen.id, lifecycle: "strategic", status: "approved", decisionId: first.id, validTo: null }],
      [gone.id, { applicationId: gone.id, lifecycle: "retirement", status: "divest", decisionId: first.id, validTo: null }],
    ]))
    await writableDatabase().updateTable("standard").set({ validFrom: "2020-01-01" }).where("functionId", "=", job.id).execute()
    await decide(gone, chosen)
    const stands = await standing()
    const of = (id: string) => stands.filter(({ applicationId }) => applicationId === id).map(({ lifecycle, validTo }) => [lifecycle, validTo !== null])
    expect([of(chosen.id), of(gone.id)]).toEqual([[["strategic", true], ["retirement", false]], [["retirement", true], ["strategic", false]]])
  })
})

describe("what is signed", () => {
  it("is proved by its checksum, the history, its records and its signatures", async () => {
    const made = await signed(executive, second)
    const decision = await findDecision(db, made.code)
    expect(await proofOf(db, decision, await partsOf(db, made.id))).toEqual({ checksum: true, history: true, records: true, signatures: true })
    const parts = await partsOf(db, made.id)
    expect(await proofOf(db, { ...decision, reasons: "Something else." }, parts)).toMatchObject({ checksum: true, records: false })
    expect(await proofOf(db, { ...decision, content: `${decision.content ?? ""} ` }, parts)).toMatchObject({ checksum: false, records: false })
    expect(await proofOf(db, { ...decision, checksum: "0".repeat(64) }, parts)).toMatchObject({ history: false, signatures: false })
  })

  it("is never edited: not by a command, not by a statement of the app", async () => {
    const made = await signed(executive)
    const { id } = made
    const { version } = await findDecision(db, made.code)
    await expect(updateDecision(planner, { id, version, reasons: "Other." })).rejects.toThrow(/superseded, never edited/)
    const steps = [() => addOption(planner, { decisionId: id, name: "C" }), () => takeBack(planner, { id }), () => withdrawDecision(planner, { id, reason: "No." }), () => rejectDecision(planner, { id, reason: "No." })]
    for (const step of steps) await expect(step()).rejects.toThrow()
    const write = writableDatabase()
    for (const statement of [
      sql`update decision set reasons = 'x' where id = ${id}`, sql`update decision set state = 'draft', signed_at = null where id = ${id}`, sql`delete from decision where id = ${id}`,
      sql`update element set name = 'x' where id = ${id}`, sql`update element set archived_at = now() where id = ${id}`,
      sql`update decision_option set name = 'x' where decision_id = ${id}`, sql`delete from decision_score where decision_id = ${id}`, sql`update decision_decider set dissent = 'x' where decision_id = ${id}`,
      sql`insert into decision_tie (decision_id, relation, to_id, to_kind, created_at) values (${id}, 'affects', ${warehouse.id}, 'unit', now())`, sql`delete from decision_scorer where decision_id = ${id}`,
    ]) await expect(statement.execute(write)).rejects.toThrow(/superseded, never edited/)
    expect(await proofOf(db, await findDecision(db, made.code), await partsOf(db, id))).toMatchObject({ records: true })
  })

  it("is replaced by another signed one, once", async () => {
    const old = await signed(executive)
    const [a, b] = [await aCompleteDecision([executive], { supersedesId: old.id }), await aCompleteDecision([executive], { supersedesId: old.id })]
    const [first, other] = [await waitingForSignatures(a.id), await waitingForSignatures(b.id)]
    await signDecision(executive, { id: a.id, checksum: first })
    expect(await findDecision(db, old.code)).toMatchObject({ state: "superseded", supersededById: a.id })
    await expect(signDecision(executive, { id: b.id, checksum: other })).rejects.toThrow(/replaced by another decision meanwhile/)
    await expect(aDecision({ supersedesId: old.id })).rejects.toThrow(/still holds/)
  })

  it("is rejected by a named decider or a planner, withdrawn by its owner, with a reason", async () => {
    const [a, b] = [await aCompleteDecision([executive]), await aCompleteDecision([executive])]
    await waitingForSignatures(a.id)
    await expect(rejectDecision(second, { id: a.id, reason: "No." })).rejects.toThrow(/Only the people named/)
    await expect(rejectDecision(executive, { id: a.id, reason: " " })).rejects.toThrow(/Say why/)
    await rejectDecision(executive, { id: a.id, reason: "Too dear." })
    expect(await findDecision(db, a.code)).toMatchObject({ state: "rejected", endedWhy: "Too dear." })
    await expect(rejectDecision(executive, { id: b.id, reason: "No." })).rejects.toThrow(/cannot go from/)
    await expect(withdrawDecision(second, { id: b.id, reason: "No." })).rejects.toThrow(/Only its owner/)
    await withdrawDecision(planner, { id: b.id, reason: "Not needed." })
    expect(await stateOf(b.code)).toBe("withdrawn")
  })

  it("has its saving recorded with evidence afterwards, the same days once", async () => {
    const [draft, made] = [await aDecision(), await signed(executive)]
    const fields = { decisionId: made.id, fromOn: "2026-01-01", untilOn: "2026-03-31", amount: "1200.00", evidence: "The bill of March." }
    await expect(recordRealised(planner, { ...fields, decisionId: draft.id })).rejects.toThrow(/Nothing is decided/)
    const { operationId } = await recordRealised(planner, fields)
    await expect(recordRealised(planner, { ...fields, fromOn: "2026-03-31", untilOn: "2026-04-30" })).rejects.toThrow(/same days count once/)
    await expect(recordRealised(planner, { ...fields, fromOn: "2099-01-01", untilOn: "2099-01-31" })).rejects.toThrow(/not passed/)
    const undone = await restoreRealisedSavings(planner, { entries: await readHistory(db, { operationId }) })
    await restoreRealisedSavings(planner, { entries: await readHistory(db, { operationId: undone.operationId }) })
    expect(await db.selectFrom("realisedSaving").select("amount").where("decisionId", "=", made.id).execute()).toEqual([{ amount: "1200.00" }])
  })
})
