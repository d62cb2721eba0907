// Fifty confidential points with a word that occurs nowhere else: no page, file, list, figure, log or history shows it to anybody but a reader.

import { unzipSync, strFromU8 } from "fflate"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { database, writableDatabase } from "~/core/database.server"
import type { Role } from "~/core/policy"
import { answerPoint, changePoint } from "~/features/consultations/feedback.commands.server"
import { sendMinutes, writeMinutes } from "~/features/consultations/minutes.commands.server"
import { makeLink } from "~/features/consultations/participations.commands.server"
import { codeOf } from "~/features/elements/element"
import { makeFeed } from "~/features/relationships/calendar-feed.commands.server"
import { hashToken, newToken } from "~/core/session.server"
import { createHash, randomBytes } from "node:crypto"
import { makeApiToken } from "~/features/exchange/api-tokens.commands.server"
import { aPerson, type Made, type SignedInActor } from "../../support/builders"
import { serverBuild } from "../../support/built-app"
import { aConversation, aParticipant, aPoint } from "../../support/conversation-builders"
import { aLandscape } from "../../support/landscape"
import { doorsOf } from "../../support/route-doors"
import { pagesOf, type Page } from "../../support/pages"
import { wrappedApp } from "../../support/wrapped-app"

const canary = "kittiwake4471"
const build = await serverBuild()
const app = wrappedApp(build)
const landscape = await aLandscape((field) => `words of ${field}`)
const roles = ["viewer", "contributor", "brm", "planner", "admin"] as const satisfies readonly Role[]
/** the backup is the operator's and holds everything; programs are asked with a token below, links and feeds with theirs */
const operators = "routes/settings.backup[.]zip"
const every = pagesOf(build, landscape)
const pages = every.filter(({ route }) => route !== operators && !route.startsWith("routes/api."))
const programs = every.filter(({ route }) => route.startsWith("routes/api.v1"))
/** Addresses that say the same in another view, for each route that takes the conversation's short id. */
const tabs = ["", "?show=unanswered", "?show=untold", "?answer=V-2", "?change=V-2", "?minutes=edit"]
let owner: SignedInActor
let own: Page[]
let byToken: string[]

beforeAll(async () => {
  process.env.SMTP_URL = "smtp://127.0.0.1:2525"
  process.env.MAIL_FROM = "planner@firm.example"
  owner = await aPerson({ roles: ["brm"] })
  const speaker = landscape.records.person
  for (let at = 0; at < 5; at++) {
    const conversation = await aConversation(owner, { name: `Conversation ${at}`, unitId: landscape.records.unit.id })
    const part = await aParticipant(conversation.id, speaker.id, new Date())
    await writableDatabase().updateTable("participation").set({ unitId: landscape.records.unit.id, roleLevel: "frontline" }).where("id", "=", part).execute()
    await aPoint(owner, conversation.id, { body: "Everybody may read this." })
    for (let n = 0; n < 10; n++) {
      const open = n % 5 === 4
      const point = await aPoint(owner, conversation.id, {
        confidentiality: open ? "named" : "confidential", body: `${canary} ${at}.${n}`, personId: speaker.id, subjectId: landscape.records.initiative.id,
      })
      // one in five was open once, and its words are in the history until it becomes confidential
      if (open) await changePoint(owner, { id: point.id, version: 1, confidentiality: "confidential" })
      // some answers link a record, some make a promise: both records' pages name the point
      const outcome = n % 4 === 1 ? { ledToId: landscape.records.initiative.id } : { promise: { name: `Promise ${at}.${n}`, ownerId: null, dueOn: "2099-01-31" } }
      if (n % 2) await answerPoint(owner, { id: point.id, version: open ? 2 : 1, disposition: "noted", reason: `Because ${canary}`, deferredUntil: null, ...outcome })
    }
    own = [...(own ?? []), ...["during", "after"].flatMap((tab) => tabs.map((view) => ({ route: tab, path: `/consultations/${conversation.code}/${tab}${view}` })))]
    if (at === 0) own = [...own, ...(await aboutConversation(conversation, part))]
  }
})

afterAll(() => {
  delete process.env.SMTP_URL
  delete process.env.MAIL_FROM
})

/** Every address of the build that shows this conversation, its promise, or who raised its points; the data of each page too; and what needs a token. */
async function aboutConversation(conversation: Made, participationId: string): Promise<Page[]> {
  const db = database()
  const commitment = await db.selectFrom("commitment").innerJoin("element", "element.id", "commitment.id").select(["element.id", "element.number"]).where("feedbackId", "is not", null).executeTakeFirstOrThrow()
  const records = { ...landscape.records, consultation: conversation, commitment: { id: commitment.id, code: codeOf("commitment", commitment.number), operationId: "" } }
  const around = pagesOf(build, { ...landscape, records, talks: { ...landscape.talks, consultation: conversation, participationId } })
    .filter(({ route }) => /^routes\/(consultations|commitments|people|units|initiatives|history)/.test(route))
  await writableDatabase().updateTable("person").set({ email: "speaker@firm.example" }).where("id", "=", landscape.records.person.id).execute()
  await writeMinutes(owner, { consultationId: conversation.id, version: 1, minutes: "We talked." })
  await sendMinutes(owner, { consultationId: conversation.id })
  const [link, feed] = [newToken(), newToken()]
  await makeLink(owner, { participationId, tokenHash: hashToken(link) })
  await makeFeed(owner, { tokenHash: hashToken(feed) })
  byToken = [`/answer/${link}`, `/answer/${link}.data`, `/calendar/${feed}`]
  return [...around, ...around.filter(({ path }) => !path.includes("?")).map(({ route, path }) => ({ route, path: `${path}.data` }))]
}

/** Everything an answer holds as text; files inside a workbook or archive too. */
async function textOf(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return strFromU8(bytes)
  return Object.entries(unzipSync(bytes)).map(([name, file]) => name + strFromU8(file)).join("\n")
}

it("every route that answers is asked, by its address or with its token", () => {
  const asked = new Set([...pages, ...programs].map(({ route }) => route))
  const elsewhere = ["root", "routes/api.$", operators]
  expect(doorsOf(build).filter(({ route, method }) => method === "GET" && !asked.has(route) && !elsewhere.includes(route))).toEqual([])
})

describe("the word is there to be found", () => {
  it("by those who may read it", async () => {
    const cookie = await app.cookieOf(owner.personId)
    for (const tab of ["during", "after", "routes/consultations.$code_.after", "routes/people.$code._index", "routes/units.$code.said"]) expect(await textOf(await app.ask(own.find(({ route }) => route === tab)?.path ?? "", cookie))).toContain(canary)
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

  it("by a personal link or a calendar address", async () => {
    for (const path of byToken) {
      const answer = await app.ask(path, null)
      expect([path, answer.status]).toEqual([path, 200])
      expect([path, (await textOf(answer)).includes(canary)]).toEqual([path, false])
    }
  })

  it("in a mail", async () => {
    const mails = await database().selectFrom("outbox").selectAll().execute()
    expect(mails.map(({ address }) => address)).toContain("speaker@firm.example")
    expect(JSON.stringify(mails)).not.toContain(canary)
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
