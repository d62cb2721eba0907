// A planner finds a tool that was recorded twice, merges it, meets it under its old short id, takes the merge back, and says how a tool fits.

import type { Page } from "@playwright/test"
import { expect, test } from "../support/planner-page"

async function anApplication(page: Page, name: string): Promise<string> {
  await page.goto("/applications/new")
  await page.getByLabel("Name").fill(name)
  await page.getByRole("button", { name: "Make the application" }).click()
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible()
  return new URL(page.url()).pathname
}

test("from a duplicate to one record, and back", async ({ page }) => {
  const mark = `Quillmark${Math.random().toString(36).slice(2, 8).replace(/\d/g, "x")}`
  const first = await anApplication(page, mark)
  const second = await anApplication(page, `${mark} 2`)

  await page.goto("/applications/duplicates")
  const pair = page.getByRole("listitem").filter({ hasText: `${mark} 2` }).first()
  await expect(pair).toContainText("the same product name")
  await pair.getByRole("button", { name: "The same product" }).click()
  await page.getByRole("listitem").filter({ hasText: `${mark} 2` }).getByRole("link", { name: "Merge them" }).click()
  await expect(page.getByRole("heading", { level: 1, name: /^Merge .* into .*\?$/ })).toBeVisible()
  await page.getByRole("button", { name: /^Merge into/ }).click()
  await expect(page.getByRole("region", { name: "Merged into this" })).toBeVisible()
  const survivor = new URL(page.url()).pathname
  const gone = survivor === first ? second : first

  await page.goto(gone)
  await expect(page).toHaveURL(new RegExp(`${survivor}(#merged)?$`))
  await page.getByRole("button", { name: /^Take the merge of/ }).click()
  await expect(page.getByRole("region", { name: "Merged into this" })).toHaveCount(0)
  await page.goto(gone)
  await expect(page).toHaveURL(new RegExp(`${gone}$`))
})

test("two short questionnaires place an application, and the plan against them is a mismatch", async ({ page, allowed }) => {
  allowed.push(/status of 422/)
  const path = await anApplication(page, `Fitwell ${Math.random().toString(36).slice(2, 8)}`)
  for (const [link, answer] of [["Say whether it does the job", "Yes"], ["Say whether it runs well", "Partly"]] as const) {
    await page.goto(path)
    await page.getByRole("link", { name: link }).click()
    await expect(page.getByRole("radio")).toHaveCount(16)
    for (const question of await page.getByRole("group").filter({ has: page.getByRole("radio") }).all()) await question.getByLabel(answer, { exact: true }).check()
    await page.getByRole("button", { name: "Keep these answers" }).click()
    await expect(page.getByRole("region", { name: "Where it belongs" })).toBeVisible()
  }
  const card = page.getByRole("region", { name: "Where it belongs" })
  await expect(card).toContainText("Recommended: Move it to better ground")
  await page.getByRole("link", { name: "Edit", exact: true }).click()
  await page.getByLabel("What we plan with it").selectOption("Invest in it")
  await page.getByLabel("Contract ends").fill("2027-01-31")
  await page.getByLabel("Notice by").fill("2027-02-01")
  await page.getByRole("button", { name: "Save" }).click()
  await expect(page.getByText("Notice goes out before the contract ends").first()).toBeVisible()
  await page.getByLabel("Notice by").fill("2026-12-31")
  await page.getByRole("button", { name: "Save" }).click()
  await expect(card).toContainText("Mismatch")
})

test("the board tells what choosing could save, as a board and as a table", async ({ page }) => {
  await page.goto("/functions")
  await expect(page.getByRole("heading", { level: 1 })).toContainText("done by more than one tool and nobody has chosen yet")
  const card = (column: string, job: string) => page.getByRole("region", { name: column }).getByRole("article").filter({ hasText: job })
  await expect(card("To look at", "Share files and news")).toContainText("Could save up to €144k")
  await expect(card("Comparing", "Read and sign PDFs")).toContainText("Could save €7k")
  await expect(card("Decided", "Take payments")).toContainText("81 % on the chosen tool")
  await page.getByRole("link", { name: "Table", exact: true }).click()
  await expect(page.getByRole("row").filter({ hasText: "Read and sign PDFs" })).toContainText("0.62")
})
