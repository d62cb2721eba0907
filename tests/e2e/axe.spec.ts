// Every screen in both themes: nobody is kept out by it, and the browser has nothing to complain about.

import { AxeBuilder } from "@axe-core/playwright"
import type { Page } from "@playwright/test"
import { expect, test } from "../support/planner-page"
import { screens, viewerScreens, type Screen } from "./screens"

/** What a theme can change; everything else is the same in both and is looked at once. */
const rulesOfTheme = ["color-contrast", "link-in-text-block"]

for (const [group, list] of Object.entries(screens))
  test(`${group}, for everybody @dark`, async ({ page, allowed, colorScheme }) => {
    test.setTimeout(90_000)
    allowed.push(/status of 404/)
    for (const screen of list) await test.step(`${screen.path} ${JSON.stringify(screen.open ?? "")}`, () => look(page, screen, colorScheme === "dark"))
  })

test.describe("as an executive", () => {
  test.use({ person: "viewer" })

  test("what may only be read, for everybody @dark", async ({ page, allowed, colorScheme }) => {
    allowed.push(/status of 403/)
    for (const screen of viewerScreens) await test.step(screen.path, () => look(page, screen, colorScheme === "dark"))
  })
})

async function look(page: Page, { path, status = 200, open }: Screen, dark: boolean): Promise<void> {
  const response = await page.goto(path)
  expect(response?.status(), path).toBe(status)
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  if (open && "keys" in open) {
    await page.keyboard.press(open.keys)
    await expect(page.getByRole("dialog")).toBeVisible()
  }
  if (open && "words" in open) await page.locator("summary", { hasText: open.words }).first().click()
  // what a pinned chain leaves in the background is faded on purpose; the list twin says the same at full strength
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"], preload: false }).setLegacyMode(true).exclude(".tracing .map-card:not(.hot)")
  const { violations } = await (dark ? axe.withRules(rulesOfTheme) : axe).analyze()
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical")
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`), path).toEqual([])
}
