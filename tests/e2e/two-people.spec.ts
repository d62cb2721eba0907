// Two people change the same thing: both see names and whole lists, and what one chooses is what is kept.

import type { Page } from "@playwright/test"
import { expect, test } from "../support/planner-page"

test.use({ person: "A. Kim" })

test("lists of what we will not do are both kept, or the other one, reasons and all", async ({ page, pageFor, allowed }) => {
  allowed.push(/409/)
  const other = await pageFor("planner")
  await bothOpen(page, other, "/strategy/edit")
  await fillLine(other, 4, "A bank of our own", "Nobody asked for one.")
  await save(other)
  await fillLine(page, 3, "A third till supplier", "Two are plenty.")
  await save(page)
  await expect(page.getByText("A third till supplier (Two are enough to stay safe.)")).toBeVisible()
  await expect(page.getByText("A third till supplier (Two are plenty.)").first()).toBeVisible()
  await page.getByLabel(/^Keep both/).check()
  await save(page)
  await expect(page).toHaveURL(/\/strategy(\?|$)/)
  await expect(page.locator("main")).toContainText("Two are plenty.")
  await expect(page.locator("main")).toContainText("Nobody asked for one.")

  await bothOpen(page, other, "/strategy/edit")
  await fillLine(other, 4, "A bank of our own", "The law forbids it.")
  await save(other)
  await fillLine(page, 4, "A bank of our own", "It costs too much.")
  await save(page)
  await page.getByLabel(/^Keep what/).check()
  await save(page)
  await expect(page.locator("main")).toContainText("The law forbids it.")
  await expect(page.locator("main")).not.toContainText("It costs too much.")

  await page.goto("/strategy/edit")
  await fillLine(page, 4, "", "")
  await fillLine(page, 3, "A third till supplier", "Two are enough to stay safe.")
  await save(page)
})

test("two owners of a choice read names, never ids", async ({ page, pageFor, allowed }) => {
  allowed.push(/409/)
  const other = await pageFor("planner")
  await page.goto("/goals/new")
  await page.getByLabel("Goal", { exact: true }).fill(`Move between pillars ${Date.now()}`)
  await page.getByRole("button", { name: "Add goal" }).click()
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible()
  const edit = `${new URL(page.url()).pathname}/edit`
  await bothOpen(page, other, edit)
  await other.getByLabel("Part of").selectOption({ label: "Delight customers (G-2)" })
  await save(other)
  await page.getByLabel("Part of").selectOption({ label: "Run lean and safe (G-4)" })
  await save(page)
  const choice = page.getByRole("group", { name: "Part of" })
  await expect(choice).toContainText("Run lean and safe")
  await expect(choice).toContainText("Delight customers")
  await expect(choice).not.toContainText(/[0-9a-f]{8}-/)
  await expect(choice.getByText("Write it anew")).toHaveCount(0)
  await page.getByLabel(/^Keep what/).check()
  await save(page)
  await expect(page.getByRole("link", { name: "Delight customers" }).first()).toBeVisible()
})

async function bothOpen(one: Page, two: Page, path: string): Promise<void> {
  await one.goto(path)
  await two.goto(path)
}

async function fillLine(page: Page, place: number, what: string, because: string): Promise<void> {
  await page.getByLabel(`Not ${place}`).fill(what)
  await page.getByLabel("Because").nth(place - 1).fill(because)
}

/** Sends the form and waits for its answer: a page that was saved, or the choice. */
async function save(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST")
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await answered
  await page.waitForLoadState("networkidle")
}
