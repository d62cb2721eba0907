// A personal calendar address: known by its hash alone, one a person, of their own dates only, ended at once.

import { expect, it } from "vitest"
import { database, writableDatabase } from "~/core/database.server"
import { newId } from "~/core/ids"
import { hashToken, newToken } from "~/core/session.server"
import { createCommitment } from "~/features/commitments/commitments.commands.server"
import { endFeed, makeFeed } from "~/features/relationships/calendar-feed.commands.server"
import { datesOf, feedOf, personOfFeed } from "~/features/relationships/calendar-feed.queries.server"
import { setRelationship } from "~/features/relationships/relationships.commands.server"
import { aCompany, aPerson, aUnit, thePreparer } from "../../../support/builders"

it("stores the hash alone, ends the older address when made anew, and is nobody's once ended", async () => {
  await aCompany()
  const mara = await aPerson({ name: "Mara Example", roles: ["brm"] })
  const [first, second] = [newToken(), newToken()]
  await makeFeed(mara, { tokenHash: hashToken(first) })
  expect(await personOfFeed(database(), hashToken(first))).toBe(mara.personId)
  await makeFeed(mara, { tokenHash: hashToken(second) })
  expect([await personOfFeed(database(), hashToken(first)), await personOfFeed(database(), hashToken(second))]).toEqual([null, mara.personId])
  const rows = await writableDatabase().selectFrom("calendarFeed").selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(second)
  await endFeed(mara, {})
  expect([await personOfFeed(database(), hashToken(second)), await feedOf(database(), mara.personId)]).toEqual([null, null])
})

it("is made once by a form that is sent twice", async () => {
  const mara = await aPerson({ roles: ["brm"] })
  const [first, second, operationId] = [newToken(), newToken(), newId()]
  expect([(await makeFeed(mara, { tokenHash: hashToken(first), operationId })).made, (await makeFeed(mara, { tokenHash: hashToken(second), operationId })).made]).toEqual([true, false])
  expect([await personOfFeed(database(), hashToken(first)), await personOfFeed(database(), hashToken(second))]).toEqual([mara.personId, null])
})

it("shows one's own open promises and reviews, and nothing of anybody else", async () => {
  const [mara, omar] = [await aPerson({ roles: ["brm"] }), await aPerson({ roles: ["brm"] })]
  const unit = await aUnit({ name: "Support" })
  const mine = await createCommitment(mara, { name: "Mine", dueOn: "2026-12-31", ownerId: mara.personId, unitId: unit.id })
  await createCommitment(mara, { name: "Another's", dueOn: "2026-12-31", ownerId: omar.personId })
  await setRelationship(thePreparer, { unitId: unit.id, version: 0, itPersonId: mara.personId, nextReviewOn: "2027-02-23" })
  const day = { today: "2026-12-01", timeZone: "UTC" }
  expect((await datesOf(database(), mara.personId, day)).map(({ title, day: on }) => [title, on])).toEqual([["Promise due: Mine", "2026-12-31"], ["Review with Support", "2027-02-23"]])
  expect((await datesOf(database(), mara.personId, day))[0]?.id).toBe(mine.id)
  expect((await datesOf(database(), omar.personId, day)).map(({ title }) => title)).toEqual(["Promise due: Another's"])
})

it("answers nobody for an account that is disabled", async () => {
  const gone = await aPerson({ roles: ["brm"] })
  const token = newToken()
  await makeFeed(gone, { tokenHash: hashToken(token) })
  await writableDatabase().updateTable("account").set({ disabledAt: new Date("2026-01-01") }).where("personId", "=", gone.personId).execute()
  expect(await personOfFeed(database(), hashToken(token))).toBeNull()
})
