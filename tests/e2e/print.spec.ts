// What goes to paper: the whole map is one landscape page, small or movable, chain pinned or not.

import type { Page } from "@playwright/test"
import { expect, test } from "../support/planner-page"

const views = { "the whole map": "/map", "with more columns": "/map?with=capability&with=unit", "with a pinned chain": "/map?trace=G-12", "with money": "/map?money=1" }

for (const [what, path] of Object.entries(views)) {
  test(`${what} is printed on one page of A4 on its side`, async ({ page }) => {
    await page.goto(path)
    await expect(page.locator("[data-card]").first()).toBeVisible()
    expect(await printed(page)).toEqual(["842 x 595"])
  })
}

/** The pages of the paper with their size in points, whole numbers. */
async function printed(page: Page): Promise<string[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1")
  return [...pdf.matchAll(/\/Type\s*\/Page\b[^]*?\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map(([, width, height]) => `${Math.round(Number(width))} x ${Math.round(Number(height))}`)
}

test("the strategy on paper lists each waiver with its reason, who gave it and when, also while the list on screen is folded", async ({ page }) => {
  await page.goto("/strategy")
  const summary = page.locator("#waivers > summary")
  await expect(summary).toContainText(/^\d+ were approved although not everybody was asked$/)
  await expect(page.getByText("The board approved it before we kept who was asked.").first()).toBeHidden()
  const count = Number.parseInt((await summary.textContent()) ?? "", 10)
  await page.emulateMedia({ media: "print" })
  const listed = page.getByRole("region", { name: /approved although not everybody was asked/ }).getByRole("listitem")
  await expect(listed).toHaveCount(count)
  for (const line of await listed.all()) await expect(line).toHaveText(/: “.+”\s*\S.*, \d{1,2} \w{3} \d{4}\. \S/)
  await expect(summary).toBeHidden()
})
