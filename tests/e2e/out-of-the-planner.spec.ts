// What leaves the planner: a workbook of everything for a planner, and a token that an administrator makes for a program and ends.

import { readFileSync } from "node:fs"
import readWorkbook from "read-excel-file/node"
import { expect, expectNoSeriousAxe, test } from "../support/planner-page"

test("a planner downloads everything as a workbook @phone", async ({ page }) => {
  await page.goto("/settings/export")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Settings")
  await expectNoSeriousAxe(page)
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download everything as .xlsx" }).click()])
  expect(download.suggestedFilename()).toMatch(/^throughline-\d{4}-\d{2}-\d{2}\.xlsx$/)
  const sheets = await readWorkbook(readFileSync(await download.path()))
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["Goals", "Measures", "Initiatives", "Services", "Applications", "Jobs", "Capabilities", "Units", "People", "Links", "Waivers"])
  const [headings = [], ...goals] = sheets[0]?.data ?? []
  expect(headings.slice(0, 2)).toEqual(["Id", "Goal"])
  expect(goals.map(([id]) => id)).toContain("G-12")
})

test.describe("an administrator", () => {
  test.use({ person: "admin" })

  test("makes a token, a program reads with it, and ending it closes the door @dark", async ({ page, playwright, baseURL }) => {
    const name = `Dashboard in ${test.info().project.name}`
    await page.goto("/settings/tokens")
    await page.getByLabel("What will use it").fill(name)
    await page.getByRole("button", { name: "Make the token" }).click()
    const secret = await page.locator("code.one-time").innerText()
    expect(secret).toMatch(/^tl_[\w-]{43}$/)
    expect(page.url()).not.toContain("tl_")
    await expectNoSeriousAxe(page)

    const program = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { Authorization: `Bearer ${secret}` } })
    const read = await program.get("/api/v1/goals?limit=5")
    expect(read.status()).toBe(200)
    expect(((await read.json()) as { items: unknown[] }).items).toHaveLength(5)

    await page.goto("/settings/tokens")
    await expect(page.getByText(secret)).toHaveCount(0)
    await page.getByRole("button", { name: `End the token for ${name}` }).click()
    await expect(page.getByRole("row", { name })).toContainText("Ended")
    expect((await program.get("/api/v1/goals")).status()).toBe(401)
    await program.dispose()
  })
})
