// What the database counts for coverage: each person once in an affected unit and role level, wherever below it and however often they were heard.

import { beforeAll, describe, expect, it } from "vitest"
import { database, writableDatabase } from "~/core/database.server"
import { newId } from "~/core/ids"
import { askedAbout } from "~/features/consultations/coverage.queries.server"
import { createLink } from "~/features/elements/links.commands.server"
import { aCompany, anInitiative, aPerson, aUnit, thePreparer, type SignedInActor } from "../../../support/builders"
import { aConversation, aParticipant, counted } from "../../../support/conversation-builders"

let brm: SignedInActor
beforeAll(async () => {
  await aCompany()
  brm = await aPerson({ roles: ["brm"] })
})

async function heardIn(workId: string, personId: string, unitId: string): Promise<void> {
  const { id } = await aConversation(brm)
  const db = writableDatabase()
  await db.insertInto("consultationSubject").values({ consultationId: id, subjectId: workId, subjectKind: "initiative", stageWhenOpened: null, createdAt: new Date() }).execute()
  const part = await aParticipant(id, personId, new Date())
  await db.updateTable("participation").set({ unitId, roleLevel: "frontline" }).where("id", "=", part).execute()
}

describe("people heard below an affected unit", () => {
  it("count once, in two units and conversations too, and with the unit on top where one below it is affected as well", async () => {
    const [top, beside, work, once, also] = [await aUnit(), await aUnit(), await anInitiative(), await aPerson(), await aPerson()]
    const [left, right] = [await aUnit({ parentId: top.id }), await aUnit({ parentId: top.id })]
    await counted(top.id, "frontline", 30)
    for (const toId of [top.id, left.id]) await createLink(thePreparer, { fromId: work.id, relation: "affects", toId })
    await heardIn(work.id, once.personId, left.id)
    await heardIn(work.id, once.personId, right.id)
    await heardIn(work.id, also.personId, beside.id)
    const known = await askedAbout(database(), [work.id, newId()], new Date())
    expect(known.get(work.id)?.coverage.cells).toMatchObject([{ unitId: top.id, roleLevel: "frontline", headcount: 30, needed: 3, heard: 1 }])
    await heardIn(work.id, also.personId, right.id)
    expect((await askedAbout(database(), [work.id], new Date())).get(work.id)?.coverage.cells).toMatchObject([{ unitId: top.id, heard: 2 }])
  })
})
