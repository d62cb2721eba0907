// Fifty confidential points with a word that occurs nowhere else: no page, file, list, figure, log or history shows it to anybody but a reader.

import { unzipSync, strFromU8 } from "fflate"
import { beforeAll, describe, expect, it } from "vitest"
import { database } from "~/core/database.server"
import type { Role } from "~/core/policy"
import { answerPoint, changePoint } from "~/features/consultations/feedback.commands.server"
import { createHash, randomBytes } from "node:crypto"
import { makeApiToken } from "~/features/exchange/api-tokens.commands.server"
import { aPerson, type SignedInActor } from "../../support/builders"
import { serverBuild } from "../../support/built-app"
import { aConversation, aParticipant, aPoint } from "../../support/conversation-builders"
import { aLandscape } from "../../support/landscape"
import { pagesOf, type Page } from "../../support/pages"
import { wrappedApp } from "../../support/wrapped-app"

const canary = "kittiwake4471"
const build = await serverBuild()
const app = wrappedApp(build)
const landscape = await aLandscape((field) => `words of ${field}`)
const roles = ["viewer", "contributor", "brm", "planner", "admin"] as const satisfies readonly Role[]
/** pages of conversations and promises are asked by their own addresses, below */
const asked = { routes: Object.fromEntries(Object.entries(build.routes).filter(([id]) => !/^routes\/(commitments|consultations)\.(\$|choices)/.test(id))) }
/** the backup is the operator's and holds everything; programs are asked with a token below */
const pages = pagesOf(asked, landscape).filter(({ route }) => route !== "routes/settings.backup[.]zip" && !route.startsWith("routes/api."))
const programs = pagesOf(asked, landscape).filter(({ route }) => route.startsWith("routes/api.v1"))
let owner: SignedInActor
let own: Page[]

beforeAll(async () => {
  owner = await aPerson({ roles: ["brm"] })
  const speaker = landscape.records.person
  for (let at = 0; at < 5; at++) {
    const conversation = await aConversation(owner, { name: `Conversation ${at}`, unitId: landscape.records.unit.id })
    await aParticipant(conversation.id, speaker.id, new Date())
    await aPoint(owner, conversation.id, { body: "Everybody may read this." })
    for (let n = 0; n < 10; n++) {
      const open = n % 5 === 4
      const point = await aPoint(owner, conversation.id, {
        confidentiality: open ? "named" : "confidential", body: `${canary} ${at}.${n}`, personId: speaker.id, subjectId: landscape.records.initiative.id,
      })
      // one in five was open once, and its words are in the history until it becomes confidential
      if (open) await changePoint(owner, { id: point.id, version: 1, confidentiality: "confidential" })
      if (n % 2) await answerPoint(owner, { id: point.id, version: open ? 2 : 1, disposition: "noted", reason: `Because ${canary}`, deferredUntil: null, ledToId: landscape.records.initiative.id })
    }
    own = [...(own ?? []), ...["/during", "/after", "/after?show=unanswered", "/after?answer=V-2", "/after?minutes=edit", "", "/edit", "/during.data", "/after.data"].map((tab) => ({ route: tab, path: `/consultations/${conversation.code}${tab}` })),
      { route: "history", path: `/history?about=${conversation.code}` }]
  }
})

/** Everything an answer holds as text; files inside a workbook or archive too. */
async function textOf(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return strFromU8(bytes)
  return Object.entries(unzipSync(bytes)).map(([name, file]) => name + strFromU8(file)).join("\n")
}

describe("the word is there to be found", () => {
  it("by those who may read it", async () => {
    const cookie = await app.cookieOf(owner.personId)
    expect(await textOf(await app.ask(own[1]?.path ?? "", cookie))).toContain(canary)
    expect(await textOf(await app.ask(own[0]?.path ?? "", cookie))).toContain(canary)
  })
})

describe.each(roles)("%s who is no reader", (role) => {
  it("meets it on no page and in no file", async () => {
    const person = await aPerson({ roles: [role] })
    const cookie = await app.cookieOf(person.personId)
    const found: string[] = []
    for (const { path } of [...pages, ...own, { path: `/search?q=${canary}` }, { path: `/search/results?q=${canary}` }, { path: "/settings/history?kind=feedback" }]) {
      const echoed = path.includes(canary)
      const text = await textOf(await app.ask(path, cookie))
      if (echoed ? new RegExp(`${canary} \\d|Because`).test(text) : text.includes(canary)) found.push(path)
    }
    expect(found).toEqual([])
  })
})

describe("nobody reads it", () => {
  it("as a program", async () => {
    const token = `tl_${randomBytes(32).toString("base64url")}`
    await makeApiToken(landscape.admin, { name: "Reader", days: 30, tokenHash: createHash("sha256").update(token).digest("hex") })
    for (const { path } of programs) {
      const answer = await app.ask(path, null, { headers: { Authorization: `Bearer ${token}` } })
      expect([path, (await textOf(answer)).includes(canary)]).toEqual([path, false])
    }
  })

  it("in the log, the history, the search index, or any row that is not under the rule", async () => {
    expect(app.lines.join("\n")).not.toContain(`${canary} `)
    const db = database()
    for (const rows of [
      await db.selectFrom("change").selectAll().execute(), await db.selectFrom("changeText").selectAll().execute(), await db.selectFrom("element").selectAll().execute(),
      await db.selectFrom("operation").selectAll().execute(), await db.selectFrom("feedback").selectAll().execute(), await db.selectFrom("feedbackWords").selectAll().execute(),
      await db.selectFrom("consultation").selectAll().execute(), await db.selectFrom("outbox").selectAll().execute(),
    ]) expect(JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value))).not.toContain(canary)
  })
})
