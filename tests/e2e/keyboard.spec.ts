// The planner by keys alone: past the rail, over the map, through a list, into dialogs and back.

import type { Page } from "@playwright/test"
import { expect, test } from "../support/planner-page"

test("the first key leads past the rail into the page", async ({ page }) => {
  await page.goto("/goals")
  await page.keyboard.press("Tab")
  const skip = page.getByRole("link", { name: "Skip to the page" })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press("Enter")
  await page.keyboard.press("Tab")
  expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true)
})

test("arrows go over the whole map, Enter keeps a chain, Escape lets it go", async ({ page }) => {
  await page.goto("/map")
  await expect(page.locator('[data-card][tabindex="0"]')).toHaveCount(1)
  const toList = page.getByRole("link", { name: /^Skip to the list/ })
  await toList.focus()
  await expect(toList).toBeInViewport()
  await page.keyboard.press("Tab")
  const columns = [await column(page)]
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press("ArrowRight")
    columns.push(await column(page))
  }
  // each step follows a line where there is one, so a goal may lead straight to its service
  expect(columns.slice(0, 2)).toEqual(["pillar", "goal"])
  expect(columns.at(-1)).toBe("application")
  await expectVisibleFocus(page)
  const below = await page.locator(":focus").getAttribute("data-card")
  await page.keyboard.press("ArrowDown")
  expect(await page.locator(":focus").getAttribute("data-card")).not.toBe(below)
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/trace=A-/)
  await expect(page.locator("#chain")).toBeVisible()
  await expect(page.locator(".map-board :focus")).toHaveAttribute("data-card")
  await page.keyboard.press("Escape")
  await expect(page).not.toHaveURL(/trace=/)
  await page.keyboard.press("Tab")
  // all cards are one stop; a map too large for one page goes on with its buttons for size
  expect(await page.evaluate(() => document.activeElement?.closest("[data-card]") === null), "one Tab leaves the cards").toBe(true)
})

test("a list is walked, chosen from, edited and left by keys", async ({ page }) => {
  await page.goto("/applications?group=none")
  await page.locator("body").press("ArrowDown")
  const first = page.locator("#applications tbody th a").first()
  await expect(first).toBeFocused()
  await expectVisibleFocus(page)
  await page.keyboard.press("ArrowDown")
  await expect(page.locator("#applications tbody th a").nth(1)).toBeFocused()
  await page.keyboard.press("x")
  await expect(page.locator("#applications tbody .pick input").nth(1)).toBeChecked()
  await expect(page.getByText("1 selected")).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(page.locator("#applications tbody .pick input:checked")).toHaveCount(0)
  await page.keyboard.press("ArrowRight")
  const cell = await page.locator(":focus").getAttribute("aria-label")
  await page.keyboard.press("e")
  await expect(page.locator(".cell-editor")).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(page.locator(".cell-editor")).toHaveCount(0)
  await expect(page.locator(":focus")).toHaveAttribute("aria-label", cell ?? "")
  await page.keyboard.press("ArrowLeft")
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/\/applications\/A-\d+$/)
})

test("dialogs take the focus and give it back", async ({ page }) => {
  await page.goto("/goals")
  const door = page.getByRole("link", { name: "Search or jump" })
  await door.focus()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("combobox", { name: "Name or code" })).toBeFocused()
  await page.keyboard.press("Escape")
  await expect(door).toBeFocused()

  const somewhere = page.locator("#goals tbody th a").first()
  await somewhere.focus()
  await page.keyboard.press("?")
  const keys = page.getByRole("dialog", { name: "Keys" })
  await expect(keys).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(keys).toBeHidden()
  await expect(somewhere).toBeFocused()

  const menu = page.locator("summary", { hasText: "Download ▾" })
  await menu.focus()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("link", { name: /^Spreadsheet/ })).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(page.getByRole("link", { name: /^Spreadsheet/ })).toBeHidden()
  await expect(menu).toBeFocused()
})

function column(page: Page): Promise<string | null> {
  return page.locator(":focus").getAttribute("data-column")
}

/** What has the focus can be seen. */
async function expectVisibleFocus(page: Page): Promise<void> {
  const marked = await page.evaluate(() =>
    // in a list the whole row is marked
    [document.activeElement, document.activeElement?.closest("tr > *")].some((element) => {
      if (!element) return false
      const { outlineStyle, boxShadow } = getComputedStyle(element)
      return outlineStyle !== "none" || boxShadow !== "none"
    }),
  )
  expect(marked).toBe(true)
}
