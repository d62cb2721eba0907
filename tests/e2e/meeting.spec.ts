// A meeting on a tablet: notes by keys, a dropped connection, somebody else writing too, and what became of every point afterwards.

import { can } from "~/core/policy"
import { newId } from "~/core/ids"
import { nextPoint, planMeeting } from "~/features/consultations/meetings.commands.server"
import { readAgenda } from "~/features/consultations/meeting"
import { aPerson, aUnit } from "../support/builders"
import { aConversation, aParticipant, aPoint, placed } from "../support/conversation-builders"
import { commandsReachTheApp } from "../support/sample-people"
import { closeDatabase } from "~/core/database.server"
import { expect, expectNoSeriousAxe, test } from "../support/planner-page"

test.beforeAll(() => commandsReachTheApp())
test.afterAll(() => closeDatabase())
test.use({ person: "planner", viewport: { width: 1024, height: 768 } })

/** A conversation whose meeting is on its second point, with people from two role levels invited. */
async function aRunningMeeting(name: string) {
  const owner = await aPerson({ name: "Mara Dietz", roles: ["brm"] })
  expect(can(owner, "edit engagement")).toBe(true)
  const [conversation, unit] = [await aConversation(owner, { name }), await aUnit({ name: `Order desk ${newId().slice(-4)}` })]
  for (const [person, level] of [["Kaja Salo", "frontline"], ["Jon Petrov", "frontline"], ["Rosa Amadi", "manager"]] as const) {
    const { personId } = await aPerson({ name: person })
    await placed(personId, unit.id, level)
    await aParticipant(conversation.id, personId)
  }
  const { id } = await planMeeting(owner, { consultationId: conversation.id, startsAt: new Date(), minutes: 45, place: "Room 2", agenda: readAgenda("Why we ask, 6\nWhat slows you down, 15: What do you do when the screen stops?\nThree options, 20") })
  for (let point = 0; point < 2; point++) await nextPoint(owner, { meetingId: id })
  return { owner, conversation }
}

test("notes by keys are saved at once, confidential ones too, and who is here is heard", async ({ page }) => {
  const { conversation } = await aRunningMeeting("Asking the order desk")
  await page.goto(`/consultations/${conversation.code}/during`)
  await page.getByRole("button", { name: /^Kaja Salo.*not here/ }).click()
  await expect(page.getByRole("button", { name: /^Kaja Salo.*: here/ })).toBeVisible()

  await page.getByRole("heading", { name: "Agenda" }).click()
  await page.keyboard.press("w")
  const box = page.getByLabel(/What was said/)
  await expect(box).toBeFocused()
  await page.keyboard.type("K. Salo: Let me split one order over two deliveries.")
  await page.keyboard.press("Enter")
  const wish = page.getByRole("listitem").filter({ hasText: "split one order" })
  await expect(wish).toContainText("Kaja Salo")
  await expect(wish).toContainText("Wish")
  await expect(page.getByText(/Saved \d\d:\d\d/)).toBeVisible()

  await page.getByLabel("Confidential").check()
  await page.keyboard.press("Tab")
  await box.fill("Worried that the shop means fewer people on the desk.")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("listitem").filter({ hasText: "fewer people" })).toContainText("Others see a count")
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain("fewer people")
  await expectNoSeriousAxe(page)
})

test("a dropped connection, a reload and a second writer lose no word", async ({ page, context, pageFor, allowed }) => {
  allowed.push(/ERR_INTERNET_DISCONNECTED/)
  const { conversation } = await aRunningMeeting("Asking again")
  await page.goto(`/consultations/${conversation.code}/during`)
  await expect(page.getByRole("heading", { name: "What slows you down" })).toBeVisible()
  const box = page.getByLabel(/What was said/)
  await context.setOffline(true)
  await box.fill("The order screen stops around noon.")
  await page.keyboard.press("Enter")
  await expect(page.getByText("1 note waits for the connection")).toBeVisible()
  await box.fill("Half a sen")
  await context.setOffline(false)
  await expect(page.getByText(/Saved \d\d:\d\d/)).toBeVisible()
  await page.reload()
  await expect(box).toHaveValue("Half a sen")
  await expect(page.getByText("The order screen stops around noon.")).toHaveCount(1)

  const other = await pageFor("admin")
  await other.goto(`/consultations/${conversation.code}/during`)
  await other.getByLabel(/What was said/).fill("Will the late shift see live stock too?")
  await other.getByRole("button", { name: "Question" }).click()
  await expect(page.getByText("Will the late shift see live stock too?")).toBeVisible()
  await expect(box).toHaveValue("Half a sen")
})

test("afterwards each point gets its answer, is told and confirmed @dark @phone", async ({ page, allowed }) => {
  allowed.push(/422/)
  const { owner, conversation } = await aRunningMeeting("What became of it")
  await aPoint(owner, conversation.id, { body: "Do not switch off phone orders." })
  await aPoint(owner, conversation.id, { body: "Kept between us.", confidentiality: "confidential" })
  await page.goto(`/consultations/${conversation.code}/after`)
  await expect(page.getByRole("heading", { level: 1, name: "0 of 2 points have an answer." })).toBeVisible()
  await expect(page.getByText("1 confidential point").first()).toBeVisible()
  await expect(page.getByText("Kept between us.")).toHaveCount(0)
  await page.getByRole("link", { name: /^Answer/ }).click()
  await page.getByLabel("We will not").check()
  await page.getByRole("button", { name: "Save the answer" }).click()
  await expect(page.getByText("Say why not: whoever asked reads the reason.").first()).toBeVisible()
  await page.getByLabel("Reason").fill("One in nine orders still needs a person.")
  await page.getByRole("button", { name: "Save" }).click()
  await expect(page.getByText("One in nine orders still needs a person.").first()).toBeVisible()
  await page.getByRole("button", { name: /^Told them/ }).click()
  await page.getByRole("button", { name: /^They say it is right/ }).click()
  await expect(page.getByText(/^Confirmed /)).toBeVisible()
  await expectNoSeriousAxe(page)
})

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false })
  test("a note is a plain form", async ({ page }) => {
    const { conversation } = await aRunningMeeting("No scripts")
    await page.goto(`/consultations/${conversation.code}/during`)
    await page.getByLabel(/What was said/).fill("Jon Petrov: It stops at noon.")
    await page.getByRole("button", { name: "Concern" }).click()
    await expect(page.getByRole("listitem").filter({ hasText: "It stops at noon." })).toContainText("Jon Petrov")
    await page.getByRole("button", { name: "Next point" }).click()
    await expect(page.getByRole("heading", { name: "Three options" })).toBeVisible()
  })
})
