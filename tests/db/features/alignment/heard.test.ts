// Who was heard, as the map and the answers to "why?" tell it: from coverage alone, in as many queries for many subjects as for few.

import type { KyselyPlugin } from "kysely"
import { beforeAll, expect, it } from "vitest"
import { database, writableDatabase, type ReadDb } from "~/core/database.server"
import { newId } from "~/core/ids"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { heardAboutAll } from "~/features/alignment/heard.queries.server"
import { mapSource } from "~/features/alignment/map-source.queries.server"
import { mapPicture } from "~/features/alignment/map-picture"
import { readMapRequest } from "~/features/alignment/map-request"
import { readPeopleOnMap } from "~/features/alignment/people-on-map.queries.server"
import { answeredWhy } from "~/features/alignment/why.queries.server"
import { createConsultation, openConsultation, updateConsultation } from "~/features/consultations/consultations.commands.server"
import { addOption, addSubject, sayNobodyAffected } from "~/features/consultations/parts.commands.server"
import { listPerson } from "~/features/consultations/participations.commands.server"
import { createLink } from "~/features/elements/links.commands.server"
import { erasePerson } from "~/features/stakeholders/erasure.commands.server"
import { saveStanding } from "~/features/stakeholders/stakeholders.commands.server"
import { aCompany, anInitiative, aPerson, aUnit, thePreparer, type Made, type SignedInActor } from "../../../support/builders"
import { aPoint, counted, placed } from "../../../support/conversation-builders"

let brm: SignedInActor, viewer: SignedInActor, admin: SignedInActor, speaker: SignedInActor
let work: Made, silent: Made, unit: Made, talk: string
const secret = "The canary sings at half past four"

beforeAll(async () => {
  await aCompany()
  ;[brm, viewer, admin] = [await aPerson({ roles: ["brm"] }), await aPerson({ roles: ["viewer"] }), await aPerson({ roles: ["admin"] })]
  unit = await aUnit({ name: "Warehouse" })
  await counted(unit.id, "frontline", 40)
  ;[work, silent, speaker] = [await anInitiative({ name: "New scanners" }), await anInitiative({ name: "Night shift plan" }), await aPerson({ name: "Ines Okafor" })]
  await placed(speaker.personId, unit.id, "frontline")
  for (const { id } of [work, silent]) await createLink(thePreparer, { fromId: id, relation: "affects", toId: unit.id })
  talk = (await createConsultation(brm, { name: "Which scanners?", subjectId: work.id })).id
  await addOption(brm, { consultationId: talk, name: "Ring scanners" })
  await updateConsultation(brm, { id: talk, version: 1, summary: "Scanners are old.", questionPlain: "What slows you down?", costs: "Little.", effects: "Less typing." })
  await openConsultation(brm, { id: talk })
  const part = await listPerson(brm, { consultationId: talk, personId: speaker.personId, mustHear: true })
  await hear(part.id)
  await aPoint(brm, talk, { body: secret, confidentiality: "confidential" })
})

/** As a minuted presence writes it. */
async function hear(participationId: string): Promise<void> {
  await writableDatabase().updateTable("participation").set({ heardAt: new Date(), heardHow: "presence", unitId: unit.id, roleLevel: "frontline" }).where("id", "=", participationId).execute()
}

const drawn = async (reader: SignedInActor, address: string) => mapPicture(await mapSource(database(), reader, new URLSearchParams(address)), readMapRequest(new URLSearchParams(address)))

it("is what coverage says, for every open goal and initiative that touches a unit or is asked about", async () => {
  const [none, bare] = [await anInitiative({ name: "Cables" }), await anInitiative({ name: "Touches nobody" })]
  await sayNobodyAffected(brm, { subjectId: none.id, reason: "Cables in the cellar." })
  const heard = await heardAboutAll(database(), await currentAlignment(database()))
  expect(heard.get(work.id)).toMatchObject({ isAsked: true, share: 0.25, groups: 1, groupsHeard: 0, passes: false, missing: ["Warehouse, front line"], unitIds: [unit.id] })
  expect(heard.get(silent.id)).toMatchObject({ isAsked: false, headcount: 40, passes: false })
  expect(heard.get(none.id)).toMatchObject({ affectsNobody: true })
  expect(heard.has(bare.id)).toBe(false)
})

it("is told at the end of the answer to why, of the work and of the unit it affects", async () => {
  const alignment = await currentAlignment(database())
  const last = async (id: string) => (await answeredWhy(database(), alignment, id))?.sentences.at(-1)?.map(({ text }) => text).join("")
  expect(await last(work.id)).toBe("Warehouse was heard on it: 0 of 1 group, 25 %. Missing: Warehouse, front line.")
  expect(await last(silent.id)).toBe("Nobody was asked about it yet.")
})

it("shows on the map what was heard and never a word that was said, to any reader", async () => {
  for (const reader of [viewer, brm, admin]) {
    const picture = await drawn(reader, "overlay=unheard&with=person&with=unit")
    expect(picture.cards.find(({ code }) => code === work.code)?.heard).toMatchObject({ words: "Heard 25 %", state: "at-risk" })
    expect(picture.cards.find(({ code }) => code === silent.code)?.heard).toMatchObject({ words: "Nobody asked" })
    expect(JSON.stringify(picture)).not.toContain("canary")
  }
})

it("reads nothing of people and voices while both are off", async () => {
  const source = await mapSource(database(), brm, new URLSearchParams())
  expect([source.heard, source.people, source.heardInChain]).toEqual([null, null, null])
})

it("keeps from the map that somebody stands somewhere, unless the reader sees where people stand, and how they stand from everybody", async () => {
  const stands = await aPerson({ name: "Ola Standing" })
  await saveStanding(brm, { personId: stands.personId, subjectId: silent.id, version: 0, influence: 5, interest: 4, engagementNow: "resistant" })
  const names = async (reader: SignedInActor) => (await drawn(reader, "with=person")).cards.filter(({ column }) => column === "person").map(({ name }) => name)
  expect(await names(brm)).toEqual(expect.arrayContaining(["Ines Okafor", "Ola Standing"]))
  for (const reader of [viewer, admin]) expect(await names(reader)).not.toContain("Ola Standing")
  expect(await names(viewer)).toContain("Ines Okafor")
  expect(JSON.stringify(await readPeopleOnMap(database(), { withStanding: true }))).not.toMatch(/resistant|influence|interest/)
})

it("shows nobody who was erased, while what they were heard for stays counted", async () => {
  const leaver = await aPerson({ name: "Rune Leaving" })
  await placed(leaver.personId, unit.id, "frontline")
  const part = await listPerson(brm, { consultationId: talk, personId: leaver.personId, mustHear: false })
  await hear(part.id)
  await writableDatabase().deleteFrom("accountRole").where("personId", "=", leaver.personId).execute()
  await writableDatabase().updateTable("account").set({ disabledAt: new Date() }).where("personId", "=", leaver.personId).execute()
  await erasePerson(admin, { personId: leaver.personId, confirm: "Rune Leaving" })
  const { people } = await readPeopleOnMap(database(), { withStanding: true })
  expect(people.map(({ id }) => id)).not.toContain(leaver.personId)
  expect((await heardAboutAll(database(), await currentAlignment(database()))).get(work.id)?.share).toBe(0.5)
})

it("asks as often for thirty subjects as for a few", async () => {
  const count = async (run: (db: ReadDb) => Promise<unknown>) => {
    let queries = 0
    const counting: KyselyPlugin = { transformQuery: ({ node }) => { queries += 1; return node }, transformResult: ({ result }) => Promise.resolve(result) }
    await run(writableDatabase().withPlugin(counting))
    return queries
  }
  const both = async () => {
    const alignment = { ...(await currentAlignment(database())) }
    return [await count((db) => heardAboutAll(db, alignment)), await count((db) => readPeopleOnMap(db, { withStanding: true }))]
  }
  const before = await both()
  for (let more = 0; more < 30; more += 1) {
    const each = await anInitiative({ name: `More work ${more} ${newId()}` })
    await createLink(thePreparer, { fromId: each.id, relation: "affects", toId: unit.id })
    await addSubject(brm, { consultationId: talk, subjectId: each.id })
  }
  expect(await both()).toEqual(before)
  expect(before[0]).toBeLessThanOrEqual(12)
  expect(before[1]).toBeLessThanOrEqual(3)
})
