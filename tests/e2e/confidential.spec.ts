// A note said in confidence: written down by key in the meeting, and met by neither an executive nor an administrator, wherever they look.

import { closeDatabase, writableDatabase } from "~/core/database.server"
import { newId } from "~/core/ids"
import { nextPoint, planMeeting } from "~/features/consultations/meetings.commands.server"
import { readAgenda } from "~/features/consultations/meeting"
import { addSubject } from "~/features/consultations/parts.commands.server"
import { anInitiative, aPerson, aUnit } from "../support/builders"
import { aConversation, aParticipant, placed } from "../support/conversation-builders"
import { commandsReachTheApp } from "../support/sample-people"
import { expect, test } from "../support/planner-page"

test.beforeAll(() => commandsReachTheApp())
test.afterAll(() => closeDatabase())
test.use({ person: "brm", viewport: { width: 1024, height: 768 } })

const canary = "kittiwake7714"

test("a confidential note stays with whom it was told to", async ({ page, pageFor }) => {
  test.setTimeout(120_000)
  const [owner, speaker, unit, work] = [await aPerson({ name: "Mara Dietz", roles: ["brm"] }), await aPerson({ name: "Kaja Salo" }), await aUnit(), await anInitiative()]
  await placed(speaker.personId, unit.id, "frontline")
  const conversation = await aConversation(owner, { name: `In confidence ${newId().slice(-4)}`, unitId: unit.id })
  await addSubject(owner, { consultationId: conversation.id, subjectId: work.id })
  await aParticipant(conversation.id, speaker.personId)
  const { id } = await planMeeting(owner, { consultationId: conversation.id, startsAt: new Date(), minutes: 30, place: "", agenda: readAgenda("What slows you down, 15") })
  await nextPoint(owner, { meetingId: id })

  await page.goto(`/consultations/${conversation.code}/during`)
  await page.getByLabel(/What was said/).focus()
  await page.keyboard.press("Alt+l")
  await expect(page.getByLabel("Confidential")).toBeChecked()
  await page.keyboard.type(`Kaja Salo: Worried ${canary}`)
  await page.keyboard.press("Enter")
  await expect(page.getByRole("listitem").filter({ hasText: canary })).toContainText("Others see a count")
  await page.keyboard.press("Alt+l")
  await expect(page.getByLabel("Confidential")).not.toBeChecked()

  const { number } = await writableDatabase().selectFrom("element").select("number").where("id", "=", speaker.personId).executeTakeFirstOrThrow()
  for (const role of ["viewer", "admin"] as const) {
    const other = await pageFor(role)
    await other.goto(`/consultations/${conversation.code}/after`)
    await expect(other.getByText("1 confidential point").first()).toBeVisible()
    await other.goto("/consultations")
    await other.getByRole("link", { name: /^In confidence/ }).first().click()
    await expect(other.getByRole("heading", { level: 1 })).toBeVisible()
    await expect(other.locator("body")).not.toContainText(canary)
    await other.goto(`/search?q=${canary}`)
    await expect(other.getByText("Worried")).toHaveCount(0)
    const files = ["/initiatives.csv", "/initiatives.xlsx", "/units.csv", "/people.csv", ...(role === "admin" ? ["xlsx", "zip", "xml", "json"].map((format) => `/settings/export/${format}`) : [])]
    const pages = [
      "", "/during", "/after", "/during.data", "/after.data", "/after?show=unanswered", "/after?change=V-1",
    ].map((tab) => `/consultations/${conversation.code}${tab}`)
    const more = [`/people/P-${number}`, `/units/${unit.code}`, `/units/${unit.code}/said`, `/units/${unit.code}/brief`, `/initiatives/${work.code}`, "/map", "/map?view=table", "/map.svg", `/history?about=${conversation.code}`, "/", "/calendar"]
    for (const path of [...pages, ...more, ...files]) {
      const answer = await other.request.get(path)
      expect([path, answer.status() < 400 || answer.status() === 403]).toEqual([path, true])
      const body = await answer.body()
      expect([path, body.includes(canary)]).toEqual([path, false])
    }
  }
})
