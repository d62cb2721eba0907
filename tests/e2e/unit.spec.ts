// A unit's page: what affects it and what it uses are linked and unlinked there, by those who may do it from the other end.

import type { Locator } from "@playwright/test"
import { expect, test } from "../support/planner-page"

test("a planner names work that affects a unit, and what the unit uses, and takes each away again", async ({ page }) => {
  await page.goto("/units/U-8")
  await addAndTake(page.locator("#work"), "Link one", "Which", "Parcel news by text")
  await addAndTake(page.locator("#links"), "Link one", "Which", "Printing")
  await addAndTake(page.locator("#uses"), "Add an application", "Application", "TillPoint")
})

test.describe("who owns an initiative", () => {
  test.use({ person: "I. Marsh" })

  test("says here whom it affects, and leaves other work as it is", async ({ page }) => {
    await page.goto("/units/U-8")
    await addAndTake(page.locator("#work"), "Link one", "Which", "New web shop")
    await page.goto("/units/U-2")
    await expect(page.locator("#work").getByRole("link", { name: "One customer record" })).toBeVisible()
    await expect(page.locator("#work").getByRole("button", { name: /One customer record/ })).toHaveCount(0)
    await expect(page.locator("#links").getByText("Link one")).toHaveCount(0)
  })
})

test.describe("who only reads", () => {
  test.use({ person: "viewer" })

  test("links nothing", async ({ page }) => {
    await page.goto("/units/U-2")
    await expect(page.locator("#work").getByRole("link").first()).toBeVisible()
    await expect(page.locator("#work").getByRole("button")).toHaveCount(0)
    await expect(page.locator("#work").getByText("Link one")).toHaveCount(0)
  })
})

async function addAndTake(card: Locator, add: string, picker: string, name: string): Promise<void> {
  await card.getByText(add).click()
  const box = card.getByRole("combobox", { name: picker })
  // a few choices are a plain list, many are searched
  if (await box.evaluate((element) => element.tagName === "SELECT")) await box.selectOption(await box.locator("option", { hasText: name }).getAttribute("value"))
  else {
    await box.fill(name)
    await card.page().getByRole("option", { name }).first().click()
  }
  await card.getByRole("button", { name: /^(Link|Add)$/ }).click()
  await expect(card.getByRole("link", { name })).toBeVisible()
  await card.getByRole("button", { name: new RegExp(`Take the link with ${name}|${name}: no longer`) }).click()
  await expect(card.getByRole("link", { name })).toHaveCount(0)
}
