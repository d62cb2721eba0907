// People and groups as parties: groups that own nothing, profiles, standing, who may see it, two people's edits, and undo.

import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { sql } from "kysely"
import { database, readAs, writableDatabase } from "~/core/database.server"
import { readHistory } from "~/core/record-history.server"
import { findElement, pickElements } from "~/features/elements/elements.queries.server"
import { historyOf } from "~/features/elements/panels.queries.server"
import { askQuestion } from "~/features/elements/questions.commands.server"
import { giveResponsibility, setOwner } from "~/features/elements/responsibilities.commands.server"
import { applyImport } from "~/features/exchange/imports.commands.server"
import { historyPage } from "~/features/history/history.queries.server"
import { updateInitiative } from "~/features/initiatives/initiatives.commands.server"
import { createAccount, disableAccount } from "~/features/people/accounts.commands.server"
import { archivePeople, createPerson, restorePeople, updatePerson } from "~/features/people/people.commands.server"
import { findPerson } from "~/features/people/people.queries.server"
import { erasePerson } from "~/features/stakeholders/erasure.commands.server"
import { allHeldOn } from "~/features/stakeholders/party-facts.queries.server"
import { profileOf } from "~/features/stakeholders/profile.queries.server"
import { saveProfile, saveStanding } from "~/features/stakeholders/stakeholders.commands.server"
import { restoreProfiles, restoreStandings } from "~/features/stakeholders/stakeholders.undo.server"
import { standingOf, standingsOf } from "~/features/stakeholders/standing.queries.server"
import { aCompany, anInitiative, aPerson, thePreparer, type SignedInActor } from "../../../support/builders"
import { anImport, aRecord, aSource, named } from "../../../support/brought"

const db = database()
let brm: SignedInActor
let admin: SignedInActor

beforeAll(async () => {
  await aCompany()
  brm = await aPerson({ name: "Bea Bond", roles: ["brm"] })
  admin = await aPerson({ name: "Ada Admin", roles: ["admin"] })
})

const aGroup = (name = `Night shift ${randomUUID()}`) => createPerson(brm, { name, groupHeadcount: 40 })
const somebody = () => createPerson(brm, { name: `Somebody ${randomUUID()}` })
const overall = (personId: string) => ({ personId, subjectId: null })

describe("a group", () => {
  it("is made by whoever speaks with people, counts its heads, and can be changed and taken back", async () => {
    const group = await aGroup()
    expect(await findPerson(db, group.code)).toMatchObject({ groupHeadcount: 40, hasAccount: false })
    const { operationId } = await updatePerson(brm, { id: group.id, version: 1, groupHeadcount: 44 })
    await restorePeople(brm, { entries: await readHistory(db, { operationId }) })
    expect((await findPerson(db, group.code)).groupHeadcount).toBe(40)
    await expect(createPerson(await aPerson({ roles: ["contributor"] }), { name: "No", groupHeadcount: 2 })).rejects.toThrow(/relationship manager/)
    await expect(createPerson(brm, { name: "Empty", groupHeadcount: 0 })).rejects.toThrow(/whole number from 1/)
    await expect(createPerson(brm, { name: "With address", groupHeadcount: 3, email: "all@firm.example" })).rejects.toThrow(/no address/)
  })

  it("owns nothing, sponsors nothing, answers nothing and cannot sign in, whichever way it is tried", async () => {
    const [group, initiative] = [await aGroup(), await anInitiative()]
    await expect(giveResponsibility(thePreparer, { elementId: initiative.id, personId: group.id, role: "responsible" })).rejects.toThrow(/group cannot own/)
    await expect(setOwner(thePreparer, { elementIds: [initiative.id], personId: group.id })).rejects.toThrow(/group cannot own/)
    await expect(updateInitiative(thePreparer, { id: initiative.id, version: 1, sponsorId: group.id })).rejects.toThrow(/group cannot be a sponsor/)
    await expect(createAccount(thePreparer, { personId: group.id, email: `${randomUUID()}@firm.example`, roles: ["viewer"] })).rejects.toThrow(/group cannot sign in/)
    await expect(askQuestion(brm, { elementIds: [initiative.id], body: "Why?", askedOf: group.id })).rejects.toThrow(/group cannot answer/)
  })

  it("stays a group, and a person a person", async () => {
    const [group, person] = [await aGroup(), await somebody()]
    await expect(updatePerson(brm, { id: group.id, version: 1, groupHeadcount: null })).rejects.toThrow(/stays a/)
    await expect(updatePerson(brm, { id: person.id, version: 1, groupHeadcount: 3 })).rejects.toThrow(/stays a/)
    await expect(writableDatabase().updateTable("person").set({ groupHeadcount: 3 }).where("id", "=", person.id).execute()).rejects.toThrow(/stays a person/)
  })

  it("is in no picker of owners, and in the one of parties", async () => {
    const group = await aGroup()
    expect((await pickElements(db, "person", "", 2000)).map(({ id }) => id)).not.toContain(group.id)
    expect((await pickElements(db, "person", "", 2000, { groups: true })).map(({ id }) => id)).toContain(group.id)
  })
})

describe("people without an account", () => {
  it("are looked after by relationship managers, those with one by administrators", async () => {
    const person = await somebody()
    await updatePerson(brm, { id: person.id, version: 1, title: "Team lead" })
    await archivePeople(brm, { ids: [person.id], archived: true })
    const { personId } = await aPerson()
    await expect(updatePerson(brm, { id: personId, version: 1, title: "Boss" })).rejects.toThrow(/administrator/)
    await expect(archivePeople(brm, { ids: [personId], archived: true })).rejects.toThrow(/administrator/)
    await updatePerson(admin, { id: personId, version: 1, title: "Boss" })
  })
})

describe("a profile", () => {
  it("is as usual until somebody says more; edits of two people merge; it can be taken back", async () => {
    const { id } = await somebody()
    expect(await profileOf(db, id)).toMatchObject({ listeningStyle: "standard", contactPreference: "", version: 0 })
    await saveProfile(brm, { personId: id, version: 0, listeningStyle: "plain" })
    await saveProfile(admin, { personId: id, version: 1, contactPreference: "Phone before ten" })
    const { operationId } = await saveProfile(brm, { personId: id, version: 1, listeningStyle: "technical" })
    expect(await profileOf(db, id)).toMatchObject({ listeningStyle: "technical", contactPreference: "Phone before ten", version: 3 })
    await expect(saveProfile(brm, { personId: id, version: 1, contactPreference: "Mail" })).rejects.toMatchObject({ conflicts: [{ field: "contactPreference" }] })
    await restoreProfiles(brm, { entries: await readHistory(db, { operationId }) })
    expect(await profileOf(db, id)).toMatchObject({ listeningStyle: "plain" })
    await expect(saveProfile(await aPerson({ roles: ["contributor"] }), { personId: id, version: 4, listeningStyle: "plain" })).rejects.toThrow(/relationship manager/)
  })
})

describe("a standing", () => {
  it("is kept overall and about each subject apart, by those who may see it alone", async () => {
    const [{ id }, initiative] = [await somebody(), await anInitiative()]
    await saveStanding(brm, { ...overall(id), version: 0, influence: 5, interest: 4, engagementNow: "resistant", engagementWanted: "supportive" })
    await saveStanding(brm, { personId: id, subjectId: initiative.id, version: 0, influence: 2 })
    expect(await standingOf(db, overall(id))).toMatchObject({ influence: 5, interest: 4, version: 1 })
    expect(await standingOf(db, { personId: id, subjectId: initiative.id })).toMatchObject({ influence: 2, interest: null })
    for (const role of ["viewer", "contributor", "admin"] as const)
      await expect(saveStanding(await aPerson({ roles: [role] }), { ...overall(id), version: 1, influence: 1 })).rejects.toThrow(/where people stand/)
    await expect(saveStanding(brm, { ...overall(id), version: 1, influence: 6 })).rejects.toThrow(/1 to 5/)
    await expect(saveStanding(brm, { personId: id, subjectId: admin.personId, version: 0, influence: 1 })).rejects.toThrow(/not here|subject/i)
  })

  it("said by two people at once is merged field by field", async () => {
    const { id } = await somebody()
    await Promise.all([saveStanding(brm, { ...overall(id), version: 0, influence: 3 }), saveStanding(brm, { ...overall(id), version: 0, interest: 2 })])
    expect(await standingOf(db, overall(id))).toMatchObject({ influence: 3, interest: 2, version: 2 })
    await saveStanding(brm, { ...overall(id), version: 2, influence: 4 })
    await expect(saveStanding(brm, { ...overall(id), version: 2, influence: 5 })).rejects.toMatchObject({ conflicts: [{ field: "influence", mine: 5, theirs: 4 }] })
  })

  it("has a history of engagement, and is in no other history", async () => {
    const { id, code } = await somebody()
    await saveStanding(brm, { ...overall(id), version: 0, engagementNow: "unaware" })
    const { operationId } = await saveStanding(brm, { ...overall(id), version: 1, engagementNow: "neutral" })
    const [standing] = await standingsOf(db, id)
    expect(standing?.history).toMatchObject([{ by: "Bea Bond", from: "unaware", to: "neutral", wanted: false }, { from: null, to: "unaware" }])
    expect((await historyOf(db, (await findElement(db, code)).id, { limit: 50 })).entries.map(({ recordKind }) => recordKind)).not.toContain("standing")
    const page = await historyPage(db, { kind: "", actorId: "", from: "", to: "", page: 1 }, "UTC")
    expect(page.entries.length).toBeGreaterThan(0)
    expect(page.entries.map(({ recordKind }) => recordKind)).not.toContain("standing")
    expect(await readHistory(db, { operationId })).toEqual([])
    expect(await readHistory(db, { operationId }, { standing: true })).toHaveLength(1)
  })

  it("is taken back unless somebody changed it since", async () => {
    const { id } = await somebody()
    const first = await saveStanding(brm, { ...overall(id), version: 0, influence: 3 })
    const second = await saveStanding(brm, { ...overall(id), version: 1, influence: 4 })
    const entries = (operationId: string) => readHistory(db, { operationId }, { standing: true })
    expect(await restoreStandings(brm, { entries: await entries(first.operationId) })).toMatchObject({ undone: 0 })
    await expect(restoreStandings(admin, { entries: await entries(second.operationId) })).rejects.toThrow(/where people stand/)
    await restoreStandings(brm, { entries: await entries(second.operationId) })
    expect(await standingOf(db, overall(id))).toMatchObject({ influence: 3, version: 3 })
    const alone = await somebody()
    const said = await saveStanding(brm, { ...overall(alone.id), version: 0, influence: 3 })
    await restoreStandings(brm, { entries: await entries(said.operationId) })
    expect(await standingOf(db, overall(alone.id))).toMatchObject({ influence: null, version: 0 })
  })
})

/** Every table, whichever there are, in which the words stand: as text, within JSON, or among the bytes of a file. */
async function tablesWith(words: RegExp): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db)
  expect(tables.length).toBeGreaterThan(50)
  const found: string[] = []
  for (const { name } of tables) {
    // any name will do here: what it is read as does not matter
    const rows = await readAs(brm.personId, (reader) => reader.selectFrom(name as "element").selectAll().execute())
    if (rows.some((row) => Object.values(row).some((value) => words.test(Buffer.isBuffer(value) ? value.toString("utf8") : JSON.stringify(value) ?? "")))) found.push(name)
  }
  return found
}

describe("erasing somebody", () => {
  it("takes the name from the record and the history, and all that says who they were; what they own stays", async () => {
    const name = `Quentin Quill ${randomUUID()}`
    const person = await createPerson(brm, { name, title: "Chief quill", email: "quentin@firm.example", summary: "Writes." })
    const initiative = await anInitiative()
    await updatePerson(brm, { id: person.id, version: 1, title: "Head quill" })
    await saveProfile(brm, { personId: person.id, version: 0, contactPreference: "Ask for Quentin" })
    await saveStanding(brm, { ...overall(person.id), version: 0, influence: 2 })
    await setOwner(thePreparer, { elementIds: [initiative.id], personId: person.id })
    await createAccount(thePreparer, { personId: person.id, email: `${person.id}@firm.example`, roles: ["viewer"] })
    const erase = (actor: SignedInActor, confirm = name) => erasePerson(actor, { personId: person.id, confirm })
    await expect(erase(brm)).rejects.toThrow(/administrator/)
    await expect(erase(admin, "Quentin")).rejects.toThrow(/exactly/)
    await expect(erase(admin)).rejects.toThrow(/can still sign in/)
    await disableAccount(thePreparer, { personId: person.id })
    await anImport([aRecord("initiative", "Bring the quarry in", { owner: named(name, "person") }), aRecord("person", name)], { name: "Plan.csv" })
    const brought = await anImport([aRecord("person", `Old ${name}`, {}, { code: person.code, foreignId: "s-1", type: "Stakeholder", properties: [{ key: "k", value: `Known as ${name}` }] })], { look: aSource("archimate:quarry") })
    await applyImport(thePreparer, { importId: brought })
    await updatePerson(thePreparer, { id: person.id, version: (await findPerson(db, person.code)).version, name })
    expect(await tablesWith(/quill|quentin/i)).toEqual(expect.arrayContaining(["changeText", "element", "importRow", "searchWord", "sourceElement"].map((table) => table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))))
    await erase(admin)

    const former = `Former employee ${person.code.replace("P-", "")}`
    expect(await findPerson(db, person.code)).toMatchObject({ name: former, title: "", email: null, summary: "", hasAccount: false, archivedAt: null })
    expect(await profileOf(db, person.id)).toMatchObject({ contactPreference: "", version: 0 })
    expect(await standingsOf(db, person.id)).toEqual([])
    expect(await db.selectFrom("responsibility").select("role").where("personId", "=", person.id).execute()).toEqual([{ role: "accountable" }])
    const entries = (await historyOf(db, person.id, { limit: 50 })).entries
    expect(JSON.stringify(entries)).toContain(former)
    expect(JSON.stringify(entries)).not.toMatch(/quill|quentin/i)
    expect(await tablesWith(/quill|quentin/i)).toEqual([])
    const texts = await db.selectFrom("changeText").innerJoin("change", "change.id", "changeText.changeId").select("salt").where("recordId", "=", person.id).execute()
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.every(({ salt }) => salt === null)).toBe(true)
  })

  it("is never done to oneself, and earlier changes cannot bring the name back", async () => {
    await expect(erasePerson(admin, { personId: admin.personId, confirm: admin.name })).rejects.toThrow(/yourself/)
    const person = await createPerson(brm, { name: "Rita Reed" })
    const { operationId } = await updatePerson(brm, { id: person.id, version: 1, name: "Rita Rood" })
    await erasePerson(admin, { personId: person.id, confirm: "Rita Rood" })
    expect(await restorePeople(admin, { entries: await readHistory(db, { operationId }) })).toMatchObject({ undone: 0, left: [person.id] })
  })
})

describe("all that is held on somebody", () => {
  it("leaves out where they stand for a reader who may not see it", async () => {
    const { id } = await somebody()
    await saveStanding(brm, { ...overall(id), version: 0, engagementNow: "resistant" })
    expect(JSON.stringify(await allHeldOn(db, id, { personId: admin.personId, seesStanding: false }, "UTC"))).not.toContain("resistant")
    expect(await allHeldOn(db, id, { personId: brm.personId, seesStanding: true }, "UTC")).toMatchObject({ standing: [{ engagementNow: "resistant" }] })
  })
})
