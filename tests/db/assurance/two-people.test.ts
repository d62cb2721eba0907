// Thirty ways in which two people change one goal from the same page, posted as their browsers would: no word of either is lost.

import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { findGoal } from "~/features/goals/goals.queries.server"
import { aCompany, aGoal, aPerson } from "../../support/builders"
import { serverBuild } from "../../support/built-app"
import { wrappedApp } from "../../support/wrapped-app"

const app = wrappedApp(await serverBuild())
const fields = ["name", "why", "promiseLine"] as const
type Words = Partial<Record<(typeof fields)[number], string>>
const cookies = { Ana: "", Ben: "" }

beforeAll(async () => {
  await aCompany()
  for (const name of ["Ana", "Ben"] as const) cookies[name] = await app.cookieOf((await aPerson({ name, roles: ["planner"] })).personId)
})

/** Which fields somebody changes in this round: every subset but the empty one comes up. */
function wordsOf(who: "Ana" | "Ben", round: number): Words {
  const mask = ((who === "Ana" ? round : round * 3 + Math.trunc(round / 7)) % 7) + 1
  return Object.fromEntries(fields.filter((_field, bit) => mask & (1 << bit)).map((field) => [field, `${who} wrote ${field} ${round}`]))
}

function save(who: "Ana" | "Ben", code: string, version: number, words: Words, operationId: string = randomUUID()): Promise<Response> {
  return app.ask(`/goals/${code}/edit`, cookies[who], { form: { operationId, version: String(version), ...words } })
}

describe.each(Array.from({ length: 30 }, (_, round) => round))("round %i", (round) => {
  it("keeps what both wrote, or shows both and asks", async () => {
    const [ana, ben] = round % 2 ? (["Ben", "Ana"] as const) : (["Ana", "Ben"] as const)
    const [first, second] = [wordsOf(ana, round), wordsOf(ben, round)]
    const { code } = await aGoal({ name: `Base ${round}`, why: "base", promiseLine: "base" })
    expect((await save(ana, code, 1, first)).status).toBe(302)
    const answer = await save(ben, code, 1, second)
    const both = fields.filter((field) => first[field] !== undefined && second[field] !== undefined)
    if (both.length > 0) {
      expect(answer.status).toBe(409)
      const page = await answer.text()
      for (const field of both) for (const words of [first[field], second[field]]) expect(page).toContain(words)
      for (const words of Object.values(second)) expect(page, "everything typed is still there").toContain(words)
      expect(await findGoal(database(), code)).toMatchObject({ ...first, version: 2 })
      // the same page opened anew would now post the newer version
      expect((await save(ben, code, 2, second)).status).toBe(302)
    } else expect(answer.status).toBe(302)
    expect(await findGoal(database(), code)).toMatchObject({ ...first, ...second, version: 3 })
  })
})

it("a double click, and the same form posted again from a page gone back to, save once", async () => {
  const { code } = await aGoal({ name: "Clicked", why: "base" })
  const operationId = randomUUID()
  const clicks = await Promise.all(Array.from({ length: 20 }, () => save("Ana", code, 1, { why: "Once" }, operationId)))
  expect(new Set(clicks.map(({ status, headers }) => `${status} ${headers.get("location") ?? ""}`)).size).toBe(1)
  expect(clicks[0]?.status).toBe(302)
  expect((await save("Ana", code, 1, { why: "Once" }, operationId)).status).toBe(302)
  expect((await save("Ana", code, 1, { why: "Something else" }, operationId)).status).toBe(422)
  expect(await findGoal(database(), code)).toMatchObject({ why: "Once", version: 2 })
})
