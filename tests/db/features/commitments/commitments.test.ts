// Promises: made, moved, kept, withdrawn and taken back; who may; and the ledger with its filters.

import fc from "fast-check"
import { beforeAll, expect, it } from "vitest"
import { addDays } from "~/core/calendar"
import { database } from "~/core/database.server"
import { readHistory } from "~/core/record-history.server"
import { commitmentList } from "~/features/commitments/commitment-list"
import { commitmentsForFile, commitmentSides, commitmentStandings, commitmentsTo, dueCommitmentsOf, listCommitments } from "~/features/commitments/commitment-list.queries.server"
import { archiveCommitments, createCommitment, keepCommitment, moveCommitment, updateCommitment, withdrawCommitment } from "~/features/commitments/commitments.commands.server"
import { findCommitment, movesOf, ownerChoices } from "~/features/commitments/commitments.queries.server"
import { restoreCommitments } from "~/features/commitments/commitments.undo.server"
import { createPerson } from "~/features/people/people.commands.server"
import { listAsk } from "~/features/elements/list"
import { aCompany, aPerson, aUnit, type Made, type SignedInActor } from "../../../support/builders"

let brm: SignedInActor
let owner: SignedInActor
let unit: Made
const today = new Date().toISOString().slice(0, 10)
const day = { today, timeZone: "UTC" }
const ask = (query = "") => listAsk(new URLSearchParams(query), commitmentList)
const aPromise = (name: string, dueOn: string, more: { unitId?: string; ownerId?: string } = {}) => createCommitment(brm, { name, dueOn, ...more })
const undo = async (actor: SignedInActor, operationId: string) => restoreCommitments(actor, { entries: await readHistory(database(), { operationId }) })

beforeAll(async () => {
  await aCompany({ timeZone: "UTC" })
  brm = await aPerson({ name: "Mara Example", roles: ["brm"] })
  owner = await aPerson({ name: "Owen Example", roles: ["contributor"] })
  unit = await aUnit({ name: "Support" })
})

it("keeps every move with its reason, also those that are taken back", async () => {
  const { id, code } = await aPromise("Phones for the late shift", "2026-10-15", { unitId: unit.id })
  await moveCommitment(brm, { id, toOn: "2026-11-15", reason: "The vendor is late." })
  const second = await moveCommitment(brm, { id, toOn: "2026-12-15", reason: "Still late." })
  await undo(brm, second.operationId)
  expect((await findCommitment(database(), code)).dueOn).toBe("2026-11-15")
  expect((await movesOf(database(), id)).map(({ fromOn, toOn, reason }) => [fromOn, toOn, reason])).toEqual([
    ["2026-10-15", "2026-11-15", "The vendor is late."], ["2026-11-15", "2026-12-15", "Still late."], ["2026-12-15", "2026-11-15", "The move before was taken back."],
  ])
})

it("loses no move, whatever dates it is moved to: the moves lead from the first date to the last", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 }), async (steps) => {
      const { id, code } = await aPromise("Moved about", today)
      let dueOn = today
      for (const step of steps) {
        dueOn = addDays(dueOn, step)
        await moveCommitment(brm, { id, toOn: dueOn, reason: "Because." })
      }
      const moves = await movesOf(database(), id)
      expect(moves.map(({ fromOn }) => fromOn)).toEqual([today, ...moves.slice(0, -1).map(({ toOn }) => toOn)])
      expect([moves.length, (await findCommitment(database(), code)).dueOn]).toEqual([steps.length, dueOn])
    }),
    { numRuns: 8 },
  )
})

it("is kept once with a note, withdrawn once with a reason, and can be opened again by undo", async () => {
  const { id, code } = await aPromise("A second screen", today, { unitId: unit.id, ownerId: owner.personId })
  const kept = await keepCommitment(owner, { id, note: "Delivered to every desk." })
  expect(await findCommitment(database(), code)).toMatchObject({ state: "kept", keptNote: "Delivered to every desk." })
  await expect(withdrawCommitment(brm, { id, reason: "No" })).rejects.toThrow("This promise is kept")
  await undo(owner, kept.operationId)
  expect(await findCommitment(database(), code)).toMatchObject({ state: "open", keptAt: null, keptNote: "" })
  await withdrawCommitment(brm, { id, reason: "They moved out." })
  expect(await findCommitment(database(), code)).toMatchObject({ state: "withdrawn", withdrawnWhy: "They moved out." })
})

it("lets its owner change it, no other contributor, and nobody else's promise", async () => {
  const mine = await aPromise("Mine", today, { ownerId: owner.personId })
  const other = await aPromise("Another's", today)
  await updateCommitment(owner, { id: mine.id, version: 1, summary: "In more words." })
  await expect(updateCommitment(owner, { id: other.id, version: 1, summary: "No" })).rejects.toThrow("Only its owner")
  await expect(createCommitment(owner, { name: "New", dueOn: today })).rejects.toThrow("Only a relationship manager")
  await expect(archiveCommitments(owner, { ids: [mine.id], archived: true })).rejects.toThrow("Only a relationship manager")
})

it("merges two people's edits and refuses what both changed", async () => {
  const { id, code } = await aPromise("Ordering at noon", today)
  await updateCommitment(brm, { id, version: 1, summary: "No stop at noon." })
  await updateCommitment(brm, { id, version: 1, unitId: unit.id })
  expect(await findCommitment(database(), code)).toMatchObject({ summary: "No stop at noon.", unitId: unit.id })
  await expect(updateCommitment(brm, { id, version: 1, summary: "Something else." })).rejects.toThrow()
})

it("is made to a unit that is there and owned by a person, never by a group", async () => {
  const group = await createPerson(brm, { name: "Night shift", groupHeadcount: 12 })
  await expect(aPromise("To a group", today, { ownerId: group.id })).rejects.toThrow("a group cannot keep a promise")
  await expect(aPromise("To nothing", today, { unitId: owner.personId })).rejects.toThrow("Choose a unit")
  expect((await ownerChoices(database())).map(({ name }) => name)).not.toContain("Night shift")
})

it("lists by due date with late, open and kept apart, by unit and owner, also archived ones and as a file", async () => {
  const place = await aUnit({ name: "Warehouse" })
  const late = await aPromise("Late one", addDays(today, -41), { unitId: place.id, ownerId: owner.personId })
  await aPromise("Open one", addDays(today, 20), { unitId: place.id })
  const done = await aPromise("Kept late", addDays(today, -3), { unitId: place.id })
  await keepCommitment(brm, { id: done.id, note: "Done." })
  const names = async (query: string) => (await listCommitments(database(), ask(`unit=${place.code}&${query}`), day)).rows.map(({ name }) => name)
  expect(await names("")).toEqual(["Late one", "Kept late", "Open one"])
  expect(await names("state=late")).toEqual(["Late one"])
  expect(await names("state=open")).toEqual(["Late one", "Open one"])
  expect(await names("state=kept&state=late")).toEqual(["Late one", "Kept late"])
  expect(await names("owner=none")).toEqual(["Kept late", "Open one"])
  expect((await commitmentsTo(database(), place.id, day)).map(({ standing }) => [standing.standing, standing.days])).toEqual([["late", 41], ["kept late", 3], ["open", -20]])
  expect((await commitmentStandings(database(), day)).filter(({ standing, unitId }) => standing.standing === "late" && unitId === place.id).map(({ id }) => id)).toEqual([late.id])
  expect((await dueCommitmentsOf(database(), owner.personId, today, day)).map(({ name }) => name)).toContain("Late one")
  expect((await commitmentSides(database())).units.map(({ name }) => name)).toContain("Warehouse")
  for (const group of commitmentList.groups) for (const sort of commitmentList.sorts) await listCommitments(database(), ask(`sort=-${sort}&group=${group}&owner=none`), day)
  const archived = await archiveCommitments(brm, { ids: [late.id], archived: true })
  expect(await names("archived=yes")).toEqual(["Late one"])
  await undo(brm, archived.operationId)
  const rows = []
  for await (const portion of commitmentsForFile(database(), ask(`unit=${place.code}`), day)) rows.push(...portion)
  expect(rows.map(({ name }) => name)).toEqual(["Kept late", "Late one", "Open one"])
})
