// From a spreadsheet to the map: brought in, one column and one cell corrected, applied, seen, and taken back as a whole.

import type { Page } from "@playwright/test"
import { expect, expectNoSeriousAxe, test } from "../support/planner-page"
import { appDatabase } from "../support/sample-people"

/** As a German spreadsheet saves it: semicolons, Windows letters, decimal commas, days first; one day that no calendar has. */
function spreadsheet(stamp: string): { name: string; mimeType: string; buffer: Buffer } {
  const lines = [
    // what a heading meant is remembered, so this one is new each time
    `Project;Goal;Geld ${stamp};Go live`,
    `Kühlregale ${stamp};G-12;80.000,00;31.12.2027`,
    `Gemüse für alle ${stamp};G-12;1.500,50;31.13.2027`,
    "New web shop;;;",
  ]
  return { name: `Vorhaben ${stamp}.csv`, mimeType: "text/csv", buffer: Buffer.from(lines.join("\r\n"), "latin1") }
}

test.beforeEach(async () => {
  // everybody here is one planner, who would have brought in all that an hour allows
  await appDatabase().deleteFrom("rateLimit").where("bucket", "like", "importPerson:%").execute()
})

async function preview(page: Page, stamp: string): Promise<string> {
  await page.goto("/initiatives")
  await page.getByRole("link", { name: "Import", exact: true }).click()
  await expect(page.getByLabel(/^These rows are/)).toHaveValue("initiative")
  await page.getByLabel("File", { exact: true }).setInputFiles(spreadsheet(stamp))
  await page.getByRole("button", { name: "Read the file" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^3 rows: /, { timeout: 20_000 })
  return new URL(page.url()).pathname
}

async function toTheMapAndBack(page: Page, stamp: string, look: (page: Page) => Promise<void>): Promise<void> {
  const path = await preview(page, stamp)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^3 rows: 1 is new, 1 (stays|changes something), 1 is refused\.$/)
  await expect(page.locator("#refused")).toContainText("31.13.2027")
  await look(page)

  // a column whose heading says nothing
  await page.getByRole("navigation", { name: "Steps of the import" }).getByRole("link", { name: /^Columns/ }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Columns: 3 of 4 used.")
  await look(page)
  await page.getByLabel(/^Geld/).selectOption({ label: "Budget 2026" })
  await page.getByRole("button", { name: "Read again" }).click()
  await expect(page).toHaveURL(new RegExp(`${path}$`))
  await page.goto(`${path}?show=new`)
  await expect(page.locator("#rows")).toContainText("€80,000")

  // a cell that no calendar has
  await page.getByLabel("Ends of row 3").fill("31.12.2027")
  await page.getByRole("button", { name: "Correct Ends of row 3" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^3 rows: 2 are new, /, { timeout: 20_000 })
  await expect(page.locator("#rows")).toContainText(`Gemüse für alle ${stamp}`)

  await page.getByRole("button", { name: /^Apply \d+ changes$/ }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Written: 2 new records, .*2 new links\.$/, { timeout: 20_000 })
  await look(page)
  await page.goto("/map?view=table")
  // on a phone the goal's own list is closed at first
  await expect(page.locator("main")).toContainText(`Kühlregale ${stamp}`)

  await page.goto(`${path}/report`)
  await page.getByRole("button", { name: "Undo the import" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This import was undone.", { timeout: 20_000 })
  await page.goto("/map?view=table")
  await expect(page.locator("main")).not.toContainText(`Kühlregale ${stamp}`)
}

test("a planner brings a spreadsheet, corrects it, sees it on the map, and takes it back @dark @phone", async ({ page }) => {
  test.setTimeout(120_000)
  await toTheMapAndBack(page, `j${Date.now()}`, async (shown) => {
    await expectNoSeriousAxe(shown)
    const wide = await shown.evaluate(() => [document.compatMode, document.documentElement.scrollWidth - document.documentElement.clientWidth])
    expect(wide, shown.url()).toEqual(["CSS1Compat", 0])
  })
})

test("ticks are kept at once, and a row that is not ticked is not written", async ({ page }) => {
  const stamp = `t${Date.now()}`
  const path = await preview(page, stamp)
  await page.goto(`${path}?show=new`)
  const apply = page.getByRole("button", { name: /^Apply \d+ changes?$/ })
  const before = await apply.textContent()
  await page.getByLabel(`Take Kühlregale ${stamp}`).uncheck()
  await expect(apply).not.toHaveText(before ?? "")
  await page.reload()
  await expect(page.getByLabel(`Take Kühlregale ${stamp}`)).not.toBeChecked()
  await page.getByRole("button", { name: "Tick all", exact: true }).click()
  await expect(page.getByLabel(`Take Kühlregale ${stamp}`)).toBeChecked()
  await page.getByRole("button", { name: "Cancel" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This import was cancelled.")
})

test("the file comes back with a Problem column", async ({ page }) => {
  await preview(page, `p${Date.now()}`)
  const coming = page.waitForEvent("download")
  await page.getByRole("link", { name: "Download my file with a Problem column" }).click()
  const text = await (await coming).createReadStream().then(async (stream) => Buffer.concat(await stream.toArray()).toString("utf8"))
  expect(text.split("\r\n").map((line) => line.split(";").length)).toEqual([5, 5, 5, 5, 1])
  expect(text).toMatch(/^\uFEFFProject;Goal;Geld \w+;Go live;Problem\r\n/)
  expect(text.split("\r\n")[2]).toContain("31.13.2027")
})

test("what is no table is named as what it is, and nothing is kept of a file that is too large", async ({ page }) => {
  await page.goto("/settings/imports")
  await page.getByLabel("File", { exact: true }).setInputFiles({ name: "plan.xlsx", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 not a workbook") })
  await page.getByRole("button", { name: "Read the file" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("plan.xlsx could not be brought in.", { timeout: 20_000 })
  await expect(page.getByText(/is a PDF/)).toBeVisible()
  await expectNoSeriousAxe(page)
  await page.getByRole("link", { name: "Bring it in again" }).click()
  await page.getByLabel("File", { exact: true }).setInputFiles({ name: "large.csv", mimeType: "text/csv", buffer: Buffer.alloc(16 * 1_048_576, "a") })
  await expect(page.getByText("This file has 16 MB; at most 15 MB can be brought in at once.")).toBeVisible()
})

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false })

  test("the same, by plain forms", async ({ page }) => {
    test.setTimeout(120_000)
    await toTheMapAndBack(page, `n${Date.now()}`, () => Promise.resolve())
  })

  test("ticks are kept by a button", async ({ page }) => {
    const stamp = `k${Date.now()}`
    const path = await preview(page, stamp)
    await page.goto(`${path}?show=new`)
    await page.getByLabel(`Take Kühlregale ${stamp}`).uncheck()
    await page.getByRole("button", { name: "Keep these ticks" }).click()
    await expect(page).toHaveURL(new RegExp(`${path}\\?show=new$`))
    await expect(page.getByLabel(`Take Kühlregale ${stamp}`)).not.toBeChecked()
  })
})

test.describe("somebody who may not", () => {
  test.use({ person: "viewer" })

  test("sees no way to it, and none behind it", async ({ page, allowed }) => {
    allowed.push(/403/)
    await page.goto("/initiatives")
    await expect(page.getByRole("link", { name: "Import", exact: true })).toHaveCount(0)
    expect((await page.goto("/settings/imports"))?.status()).toBe(403)
  })
})
