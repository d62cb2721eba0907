// An executive sees what IT does for a goal and why, asks its owner, and finds nothing here that they could break.

import type { Page } from "@playwright/test"
import { expect, test } from "../support/planner-page"

test.use({ person: null })

test("an executive walks in and lands on the map, whose title is a sentence that explains itself", async ({ page }) => {
  await page.goto("/sign-in")
  await page.getByRole("button", { name: /^E\. Falk/ }).click()
  await expect(page).toHaveURL(/\/map$/)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/\d+ of \d+ goals have work under way\./)
  await expect(page.getByText("Sample company: made-up people and figures.")).toBeVisible()

  await page.locator("main .how > summary").first().click()
  const working = page.locator("main .how[open]").first()
  await expect(working.getByRole("row", { name: /Goals/ }).first()).toBeVisible()
  await working.getByRole("link", { name: "All records behind it" }).click()
  await expect(page).toHaveURL(/\/figures\//)
  await expect(page.getByRole("link", { name: "Answer in one day" }).first()).toBeVisible()
})

test.describe("signed in", () => {
  test.use({ person: "E. Falk" })

  test("a chain is followed by keys, kept in the address, and read as a list", async ({ page }) => {
    await page.goto("/map")
    const goal = page.getByRole("link", { name: /^Goal Cut order time by 20 %/ })
    await expect(goal).toBeVisible()
    await intoTheMap(page)
    await expect(page.locator(".map-board :focus")).toHaveAttribute("data-card")
    await toCard(page, goal)
    await expect(page.getByText(/^In its chain: \d+ records\./)).toBeAttached()
    await expect(page.locator(".map-board.tracing .map-card.hot").first()).toBeVisible()

    await page.keyboard.press("Enter")
    await expect(page).toHaveURL(/trace=G-12/)
    const chain = page.getByRole("region", { name: "What are we doing for Cut order time by 20 %?" })
    await expect(chain).toContainText("New web shop carries most of it")
    await page.reload()
    await expect(chain).toBeVisible()
    await expect(chain.getByRole("link", { name: "Ordering" }).first()).toBeVisible()

    await page.getByRole("navigation", { name: "How to show it" }).getByRole("link", { name: "Table" }).click()
    await expect(page).toHaveURL(/view=table/)
    await expect(page.getByRole("table").getByRole("link", { name: "New web shop" }).first()).toBeVisible()
    await expect(page.getByRole("table")).toContainText("No work yet")
  })

  test("the owner of a goal is asked with two clicks and a sentence", async ({ page }) => {
    const words = `Are we still in time? ${Date.now()}`
    await page.goto("/map?trace=G-3")
    await page.getByRole("region", { name: /Half of orders online/ }).getByRole("link", { name: "Ask the owner" }).click()
    await page.getByLabel("Your question").fill(words)
    await page.getByRole("button", { name: "Ask", exact: true }).click()
    await expect(page.getByRole("status").first()).toBeVisible()
    await page.goto("/goals/G-3")
    await expect(page.locator("#questions")).toContainText(words)
  })

  test("the strategy says on one page what is wanted and whether the money follows", async ({ page }) => {
    await page.goto("/strategy")
    for (const pillar of ["Grow online sales", "Delight customers", "Run lean and safe"]) await expect(page.getByText(pillar).first()).toBeVisible()
    await page.getByRole("link", { name: "Cut order time by 20 %" }).first().click()
    await expect(page.getByRole("heading", { level: 2, name: "How we will know" })).toBeVisible()
  })

  test("nothing can be edited: no control says so, and no address lets one in", async ({ page, allowed }) => {
    allowed.push(/403/)
    for (const path of ["/goals/G-12", "/initiatives/I-34", "/services/S-1", "/applications/A-3", "/initiatives"]) {
      await page.goto(path)
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
      await expect(page.getByRole("link", { name: /^(Edit|Link|New initiative|Add reading|Add measure)$/ })).toHaveCount(0)
      await expect(page.getByRole("button", { name: /^(Archive|Edit)/ })).toHaveCount(0)
    }
    for (const path of ["/goals/new", "/goals/G-12/edit", "/initiatives/I-34/edit", "/link?about=G-12", "/settings/people", "/gaps/accept?about=G-7&gap=goalsWithoutWork"]) {
      const response = await page.goto(path)
      expect(response?.status(), path).toBe(403)
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
    }
  })
})

/** Tabs from the top of the page until the focus stands on a card. */
async function intoTheMap(page: Page): Promise<void> {
  await expect(page.locator('[data-card][tabindex="0"]')).toHaveCount(1)
  await page.getByRole("link", { name: /^Skip to the list/ }).focus()
  await page.keyboard.press("Tab")
}

/** Moves by arrows: to the goals, then down the column until the card has the focus. */
async function toCard(page: Page, card: ReturnType<Page["getByRole"]>): Promise<void> {
  await page.keyboard.press("ArrowRight")
  for (const arrow of ["ArrowUp", "ArrowDown"])
    for (let step = 0; step < 14; step += 1) {
      if (await card.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press(arrow)
    }
  await expect(card).toBeFocused()
}
