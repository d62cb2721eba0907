// One-time links work once, for a day, for what they were made.
import { expect, test } from "vitest"
import { writableDatabase } from "~/core/database.server"
import { consumeOneTimeLink, createOneTimeLink, findOneTimeLink } from "~/core/one-time-link.server"
import { anAccount } from "./people"

const now = new Date("2026-11-22T08:00:00Z")
const aDayOn = new Date("2026-11-23T08:00:00Z")

test("looking changes nothing; of twenty uses at once one succeeds", async () => {
  const personId = await anAccount()
  const token = await createOneTimeLink({ purpose: "set password", personId, now })
  const asked = { token, purpose: "set password", now } as const
  for (let index = 0; index < 3; index++) expect(await findOneTimeLink(asked)).toEqual({ personId })
  const uses = await Promise.all(Array.from({ length: 20 }, () => consumeOneTimeLink(asked)))
  expect(uses.filter((use) => use !== null)).toEqual([{ personId }])
  expect(await findOneTimeLink(asked)).toBeNull()
})
test("not for another purpose, not a day later, not once a newer one was made", async () => {
  const wanted = { purpose: "first admin", personId: null, now } as const
  const first = await createOneTimeLink(wanted)
  expect(await findOneTimeLink({ token: first, purpose: "set password", now })).toBeNull()
  expect(await findOneTimeLink({ token: first, purpose: "first admin", now: aDayOn })).toBeNull()
  expect(await consumeOneTimeLink({ token: first, purpose: "first admin", now: aDayOn })).toBeNull()
  const second = await createOneTimeLink(wanted)
  expect(await findOneTimeLink({ token: first, purpose: "first admin", now })).toBeNull()
  expect(await findOneTimeLink({ token: second, purpose: "first admin", now })).toEqual({ personId: null })
})
test("only the hash is stored", async () => {
  const token = await createOneTimeLink({ purpose: "first admin", personId: null, now })
  expect(JSON.stringify(await writableDatabase().selectFrom("oneTimeLink").selectAll().execute())).not.toContain(token)
})
