// Somebody without an account answers on a phone without scripts: by their personal link, in their own time, and it opens nothing else.

import { closeDatabase, database, writableDatabase } from "~/core/database.server"
import { hashToken, newToken } from "~/core/session.server"
import { createConsultation, openConsultation, updateConsultation } from "~/features/consultations/consultations.commands.server"
import { sendMinutes, writeMinutes } from "~/features/consultations/minutes.commands.server"
import { addOption } from "~/features/consultations/parts.commands.server"
import { listPerson, makeLink, withdrawLink } from "~/features/consultations/participations.commands.server"
import { createLink } from "~/features/elements/links.commands.server"
import { anInitiative, aPerson, aUnit, thePreparer } from "../support/builders"
import { counted, placed } from "../support/conversation-builders"
import { commandsReachTheApp } from "../support/sample-people"
import { expect, expectNoSeriousAxe, test } from "../support/planner-page"

test.beforeAll(() => commandsReachTheApp())
test.afterAll(() => closeDatabase())

/** An open conversation about how orders are taken, and the personal link of one of those who take them. */
async function anInvitation() {
  const owner = await aPerson({ name: "Mara Dietz", roles: ["brm"] })
  const [work, unit, speaker] = [await anInitiative({ name: `New order screen ${newToken().slice(0, 5)}` }), await aUnit({ name: `Order desk ${newToken().slice(0, 5)}` }), await aPerson({ name: "Rosa Amadi" })]
  await counted(unit.id, "frontline", 10)
  await placed(speaker.personId, unit.id, "frontline")
  await createLink(thePreparer, { fromId: work.id, relation: "affects", toId: unit.id })
  const { id, code } = await createConsultation(owner, { name: "How should ordering work?", subjectId: work.id, ownerId: owner.personId })
  await addOption(owner, { consultationId: id, name: "A new order screen", summary: "One page instead of four." })
  await updateConsultation(owner, {
    id, version: 1, summary: "Orders by phone take too long. We can change the screen, or leave it.", questionPlain: "What slows you down?",
    questionTechnical: "Which steps of order entry exceed the response time?", costs: "12,000 euro.", effects: "Two days without the old screen.",
  })
  await openConsultation(owner, { id })
  const { id: participationId } = await listPerson(owner, { consultationId: id, personId: speaker.personId, mustHear: true })
  const token = newToken()
  await makeLink(owner, { participationId, tokenHash: hashToken(token) })
  return { owner, id, code, work, unit, participationId, path: `/answer/${token}` }
}

test.describe("on a phone without scripts", () => {
  test.use({ person: null, javaScriptEnabled: false, viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true })

  test("they switch the wording, keep half an answer, come back, finish, and see nothing else", async ({ page, allowed, pageFor }) => {
    allowed.push(/403/, /404/, /422/)
    const { path, code } = await anInvitation()
    const response = await page.goto(path)
    expect(response?.headers()).toMatchObject({ "cache-control": expect.stringContaining("no-store"), "x-robots-tag": "noindex, nofollow" })
    expect(response?.headers()["referrer-policy"]).toMatch(/^(no-referrer|same-origin)$/)
    await expect(page.getByRole("heading", { name: "What slows you down?" })).toBeVisible()
    await page.getByRole("link", { name: "In technical words" }).click()
    await expect(page.getByRole("heading", { name: "Which steps of order entry exceed the response time?" })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)

    await page.getByRole("button", { name: "Send my answer" }).click()
    await expect(page.getByRole("alert")).toContainText("Choose an option or write at least one point.")
    await page.getByLabel("In your words").first().fill("The address is asked for twice.")
    await page.getByRole("button", { name: "Keep it and go on later" }).click()
    await expect(page.getByText("Kept. Nobody reads it before you send it")).toBeVisible()

    await page.goto(path)
    await expect(page.getByLabel("In your words").first()).toHaveValue("The address is asked for twice.")
    await page.getByLabel("A new order screen").check()
    await page.getByLabel("Who may see it is from me").first().selectOption({ label: "Only my department and role" })
    await page.getByRole("button", { name: "Send my answer" }).click()
    await expect(page.getByText("Thank you. Your answer has arrived.")).toBeVisible()
    await expect(page.getByLabel("In your words").first()).toHaveValue("")

    expect(await page.getByRole("link").evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname).filter((pathname) => !pathname.startsWith("/answer/")))).toEqual([])
    for (const elsewhere of [`/consultations/${code}`, "/consultations", "/", "/people"]) {
      await page.goto(elsewhere)
      expect(new URL(page.url()).pathname, elsewhere).toBe("/sign-in")
    }

    const planner = await pageFor("planner")
    await planner.goto(`/consultations/${code}`)
    await expect(planner.getByRole("heading", { level: 1 })).toContainText("Heard 1 of 1 affected group")
    await expect(planner.locator("#affected")).toContainText("Heard")
  })

  test("once what was heard comes back, they say it is right and rate the conversation, each in one step", async ({ page, allowed }) => {
    allowed.push(/422/)
    const { owner, id, path } = await anInvitation()
    await page.goto(path)
    await page.getByLabel("In your words").first().fill("The address is asked for twice.")
    await page.getByRole("button", { name: "Send my answer" }).click()
    await expect(page.getByRole("heading", { name: "How did it go?" })).toHaveCount(0)
    const { version } = await database().selectFrom("element").select("version").where("id", "=", id).executeTakeFirstOrThrow()
    await writeMinutes(owner, { consultationId: id, version, minutes: "The address is asked for twice." })
    await sendMinutes(owner, { consultationId: id })

    await page.goto(path)
    await page.getByRole("button", { name: "That is right" }).click()
    await expect(page.getByText("You said that they are right.")).toBeVisible()
    for (const [question, score] of [["I was understood", "5"], ["I trust what happens next", "3"], ["IT was quick to respond", "4"]] as const)
      await page.getByRole("group", { name: question }).getByLabel(score, { exact: true }).check()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
    await page.getByRole("button", { name: "Send my rating" }).click()
    await expect(page.getByText("Thank you for rating the conversation.")).toBeVisible()
    await expect(page.getByRole("heading", { name: "How did it go?" })).toHaveCount(0)
  })

  test("a link that was taken back or guessed says so plainly", async ({ page, allowed }) => {
    allowed.push(/404/)
    const { owner, participationId, path } = await anInvitation()
    await withdrawLink(owner, { participationId })
    for (const dead of [path, `/answer/${newToken()}`, "/answer/x"]) {
      const response = await page.goto(dead)
      expect(response?.status()).toBe(404)
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
      await expect(page.getByText(/Ask whoever sent it to you for a new link/)).toBeVisible()
    }
  })
})

for (const colorScheme of ["light", "dark"] as const)
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ person: null, colorScheme })
    test("the personal page and the page before the conversation keep nobody out", async ({ page, pageFor }) => {
      const { owner, id, participationId, path, code, work } = await anInvitation()
      await page.goto(path)
      await expectNoSeriousAxe(page)
      await writableDatabase().updateTable("participation").set({ heardAt: new Date(), heardHow: "response" }).where("id", "=", participationId).execute()
      await writeMinutes(owner, { consultationId: id, version: (await database().selectFrom("element").select("version").where("id", "=", id).executeTakeFirstOrThrow()).version, minutes: "The address is asked for twice." })
      await sendMinutes(owner, { consultationId: id })
      await page.reload()
      await expect(page.getByRole("heading", { name: "How did it go?" })).toBeVisible()
      await expectNoSeriousAxe(page)
      const planner = await pageFor("planner")
      for (const screen of [`/consultations/${code}?choose`, `/initiatives/${work.code}`, `/initiatives/${work.code}/stage?to=approved`]) {
        await planner.goto(screen)
        await expect(planner.getByRole("heading", { level: 1 })).toBeVisible()
        await expectNoSeriousAxe(planner)
      }
    })
  })
