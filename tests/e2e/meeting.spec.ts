// A meeting on a tablet: notes by keys, a dropped connection, somebody else writing too, and what became of every point afterwards.

import { can } from "~/core/policy"
import { newId } from "~/core/ids"
import { nextPoint, planMeeting } from "~/features/consultations/meetings.commands.server"
import { readAgenda } from "~/features/consultations/meeting"
import { createLink } from "~/features/elements/links.commands.server"
import { addSubject } from "~/features/consultations/parts.commands.server"
import { anInitiative, aPerson, aUnit, thePreparer } from "../support/builders"
import { aConversation, aParticipant, aPoint, counted, placed } from "../support/conversation-builders"
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
  const work = await anInitiative({ name: `New shop ${newId().slice(-4)}` })
  await createLink(thePreparer, { fromId: work.id, relation: "affects", toId: unit.id })
  await counted(unit.id, "frontline", 18)
  await counted(unit.id, "manager", 2)
  await addSubject(owner, { consultationId: conversation.id, subjectId: work.id })
  const { id } = await planMeeting(owner, { consultationId: conversation.id, startsAt: new Date(), minutes: 45, place: "Room 2", agenda: readAgenda("Why we ask, 6\nWhat slows you down, 15: What do you do when the screen stops?\nThree options, 20") })
  for (let point = 0; point < 2; point++) await nextPoint(owner, { meetingId: id })
  return { owner, conversation }
}

test("notes by keys are saved at once, confidential ones too, and who is here is heard", async ({ page }) => {
  const { conversation } = await aRunningMeeting("Asking the order desk")
  await page.goto(`/consultations/${conversation.code}/during`)
  const heardNow = page.getByRole("status", { name: "Who was heard so far" })
  await expect(heardNow).toContainText("Heard 0 of 2 affected groups, 0 % by headcount.")
  for (const name of ["Kaja Salo", "Jon Petrov"]) {
    await page.getByRole("button", { name: new RegExp(`^${name}.*not here`) }).click()
    await expect(page.getByRole("button", { name: new RegExp(`^${name}.*: here`) })).toBeVisible()
  }
  await expect(heardNow).toContainText("Heard 1 of 2 affected groups, 90 % by headcount. Missing: Order desk")

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

test("a second click sends a note once, and so does a server that dies after it saved and before it said so", async ({ page, allowed }) => {
  allowed.push(/ERR_FAILED|ERR_CONNECTION|503/)
  const { conversation } = await aRunningMeeting("Once is once")
  await page.goto(`/consultations/${conversation.code}/during`)
  const box = page.getByLabel(/What was said/)
  await box.fill("Returns need a second screen.")
  await page.getByRole("button", { name: "Concern" }).dblclick()
  await expect(page.getByRole("listitem").filter({ hasText: "Returns need a second screen." })).toHaveCount(1)

  let deaths = 0
  await page.route(`**/consultations/${conversation.code}/points`, async (route) => {
    deaths += 1
    if (deaths === 1) return route.fetch().then(() => route.abort("connectionreset"))
    return deaths === 2 ? route.fulfill({ status: 503, body: "Starting" }) : route.continue()
  })
  await box.fill("Labels print in the wrong order.")
  await page.keyboard.press("Enter")
  await box.fill("Half a sen")
  await expect(page.getByText("1 note waits for the connection")).toBeVisible()
  await expect(page.getByText(/Saved \d\d:\d\d/)).toBeVisible()
  expect(deaths).toBeGreaterThan(2)
  await expect(box).toHaveValue("Half a sen")
  await page.reload()
  await expect(page.getByRole("listitem").filter({ hasText: "Labels print in the wrong order." })).toHaveCount(1)
  await expect(box).toHaveValue("Half a sen")
})

test("two people writing at the same moment lose no word", async ({ page, pageFor }) => {
  const { conversation } = await aRunningMeeting("Both at once")
  const other = await pageFor("admin")
  const both = [page, other]
  for (const one of both) await one.goto(`/consultations/${conversation.code}/during`)
  const write = async (one: typeof page, who: string) => {
    for (let n = 0; n < 5; n++) {
      await one.getByLabel(/What was said/).fill(`${who} heard thing ${n}`)
      await one.keyboard.press("Enter")
    }
  }
  await Promise.all([write(page, "The first"), write(other, "The second")])
  for (const one of both)
    for (const who of ["The first", "The second"])
      for (let n = 0; n < 5; n++) await expect(one.getByRole("listitem").filter({ hasText: `${who} heard thing ${n}` })).toHaveCount(1)
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
