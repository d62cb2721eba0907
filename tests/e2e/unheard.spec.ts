// The overlay of unheard people: switched on by keys and by plain links, on the map, in its list, its file, and the answers to "why?".

import { newId } from "~/core/ids"
import { closeDatabase } from "~/core/database.server"
import { createConsultation, openConsultation, updateConsultation } from "~/features/consultations/consultations.commands.server"
import { addOption } from "~/features/consultations/parts.commands.server"
import { listPerson } from "~/features/consultations/participations.commands.server"
import { createLink } from "~/features/elements/links.commands.server"
import { anInitiative, aPerson, aUnit, thePreparer } from "../support/builders"
import { counted, placed } from "../support/conversation-builders"
import { expect, expectNoSeriousAxe, test } from "../support/planner-page"
import { commandsReachTheApp } from "../support/sample-people"

test.beforeAll(() => commandsReachTheApp())
test.afterAll(() => closeDatabase())
test.use({ person: "viewer" })

/** Work that touches a unit of its own, asked about or not, with one person on the list. */
async function someWork(isAsked: boolean) {
  const mark = newId().slice(-5)
  const [owner, unit, work, speaker] = [await aPerson({ name: "Mara Dietz", roles: ["brm"] }), await aUnit({ name: `Order desk ${mark}` }), await anInitiative({ name: `Scanners ${mark}` }), await aPerson({ name: `Ines ${mark}` })]
  await counted(unit.id, "frontline", 30)
  await placed(speaker.personId, unit.id, "frontline")
  await createLink(thePreparer, { fromId: work.id, relation: "affects", toId: unit.id })
  if (!isAsked) return { work: { ...work, title: `Scanners ${mark}` }, speaker: speaker.name }
  const { id } = await createConsultation(owner, { name: `Which scanners? ${mark}`, subjectId: work.id })
  await addOption(owner, { consultationId: id, name: "Ring scanners" })
  await updateConsultation(owner, { id, version: 1, summary: "They are old.", questionPlain: "What slows you down?", costs: "Little.", effects: "Less typing." })
  await openConsultation(owner, { id })
  await listPerson(owner, { consultationId: id, personId: speaker.personId, mustHear: true })
  return { work: { ...work, title: `Scanners ${mark}` }, speaker: speaker.name }
}

test("it is switched on by keys, says on each card how much was heard, and stays in the address @dark", async ({ page }) => {
  const [silent, asked] = [await someWork(false), await someWork(true)]
  await page.goto(`/map?focus=${silent.work.code}`)
  const lede = page.locator("main .lede")
  await expect(lede).not.toContainText("people were heard")
  await page.getByText("Overlay: none").focus()
  await page.keyboard.press("Enter")
  await page.keyboard.press("Tab")
  await page.keyboard.press("Tab")
  await expect(page.getByRole("link", { name: "Unheard people" })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/overlay=unheard/)
  await expect(lede).toContainText(/Too few people were heard about \d+ of \d+ open goals and initiatives/)
  await expect(page.locator(`[data-card="${silent.work.code}"]`)).toContainText("Nobody asked30 people affected")
  await expect(page.locator(`[data-card="${silent.work.code}"]`)).toHaveAccessibleName(/Nobody was asked, 30 people affected\.$/)
  await page.goto(`/map?overlay=unheard&with=person&focus=${asked.work.code}&trace=${asked.work.code}`)
  await expect(page.locator(`[data-card="${asked.work.code}"]`)).toContainText("Nobody heard yet")
  await expect(page.getByRole("link", { name: `Person ${asked.speaker}`, exact: false }).first()).toContainText("Must be heard")
  await expect(page.locator("#chain")).toContainText("People were asked about it, but nobody was heard yet: 0 of 1 group, 0 %.")
  await page.goto(`/map?overlay=unheard&with=person&focus=${asked.work.code}`)
  await expectNoSeriousAxe(page)
})

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false })

  test("plain links switch it on and lead to the list, where people stand below what they are asked about", async ({ page }) => {
    const { work, speaker } = await someWork(true)
    await page.goto(`/map?focus=${work.code}`)
    await page.getByText("Overlay: none").click()
    await page.getByRole("link", { name: "Unheard people" }).click()
    await expect(page.locator(`[data-card="${work.code}"]`)).toContainText("Nobody heard yet")
    await page.getByText("Show", { exact: false }).first().click()
    await page.getByRole("link", { name: "People & groups" }).last().click()
    await expect(page).toHaveURL(/with=person/)
    await page.getByRole("navigation", { name: "How to show it" }).getByRole("link", { name: "Table" }).click()
    const row = page.getByRole("row", { name: new RegExp(work.title) })
    await expect(row).toContainText("Heard 0 of 1 group, 0 %. Missing: Order desk")
    await expect(page.getByRole("row", { name: new RegExp(speaker) })).toContainText("Must be heard")
  })
})

test("the list on a phone says it too @phone", async ({ page, isMobile }) => {
  const { work } = await someWork(false)
  await page.goto(`/map?view=table&overlay=unheard&focus=${work.code}`)
  const words = page.getByText("Nobody was asked, 30 people affected.")
  await expect(isMobile ? words.last() : words.first()).toBeVisible()
})

test("the file holds what the screen shows", async ({ page }) => {
  const { work } = await someWork(false)
  const svg = await (await page.request.get(`/map.svg?overlay=unheard&with=person&focus=${work.code}`)).text()
  for (const words of ["Nobody asked", "30 people affected", "Too few people were heard"]) expect(svg).toContain(words)
  const png = await page.request.get(`/map.png?overlay=unheard&focus=${work.code}`)
  expect([png.status(), png.headers()["content-type"]]).toEqual([200, "image/png"])
})
