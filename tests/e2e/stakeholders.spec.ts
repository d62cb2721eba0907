// A relationship manager makes a group, says by number where it stands, and moves it on the grid by arrow keys and by pointer.

import { expect, test } from "../support/planner-page"

test.use({ person: "M. Diaz" })

test("a group is made, placed by number and moved on the grid by keys and by pointer", async ({ page, pageFor }) => {
  const name = `Night shift ${Date.now()}`
  await page.goto("/stakeholders")
  await page.getByRole("link", { name: "New person or group" }).click()
  await page.getByLabel("A group").check()
  await page.getByLabel("Name").fill(name)
  await page.getByLabel("How many are in the group").fill("40")
  await page.getByRole("button", { name: "Save" }).click()
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible()
  const path = new URL(page.url()).pathname

  await page.locator("#standing").getByRole("link", { name: "Say where" }).click()
  await page.getByLabel("Influence").selectOption("2")
  await page.getByLabel("Affected").selectOption("3")
  await page.getByLabel("Where they are").selectOption("resistant")
  await page.getByLabel("Where we want them").selectOption("supportive")
  await page.getByRole("button", { name: "Save" }).click()
  await expect(page.locator("#standing")).toContainText("2 steps from where they are to where they are wanted x influence 2 x interest 3 = 12.")

  await page.goto("/stakeholders/grid")
  const at = (influence: number, affected: number) => page.getByRole("list", { name: `Influence ${influence}, affected ${affected}`, exact: true })
  const point = page.getByRole("link", { name, exact: false }).and(page.locator(".point"))
  await expect(at(2, 3).getByText(name)).toBeVisible()
  await point.focus()
  await page.keyboard.press("ArrowUp")
  await expect(page.getByRole("status").filter({ hasText: `${name}: influence 3, affected 3, listen lightly. Saved.` })).toBeVisible()
  await expect(at(3, 3).getByText(name)).toBeVisible()
  await expect(page.getByRole("row", { name }).getByRole("cell").nth(1)).toHaveText("3")

  const to = await at(5, 5).boundingBox()
  const from = await point.boundingBox()
  if (!from || !to) throw new Error("The point and its new place are on the page.")
  await page.mouse.move(from.x + 8, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 })
  await page.mouse.up()
  await expect(at(5, 5).getByText(name)).toBeVisible()
  await expect(page.getByRole("status").filter({ hasText: "work closely. Saved." })).toBeVisible()
  await expect(page).toHaveURL(/\/stakeholders\/grid$/)
  await page.reload()
  await expect(at(5, 5).getByText(name)).toBeVisible()

  const executive = await pageFor("viewer")
  await executive.goto(path)
  await expect(executive.getByRole("heading", { name: "How to speak with them" })).toBeVisible()
  await expect(executive.locator("#standing")).toHaveCount(0)
})
