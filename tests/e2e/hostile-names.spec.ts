// Text that wants to be a script stays text in a real browser, and a form sent twice by an impatient finger is saved once.

import { randomUUID } from "node:crypto"
import { expect, test } from "../support/planner-page"

const hostile = `<script>document.body.dataset.taken = "over"</script><img src=zq onerror="document.body.dataset.taken = 'over'">`

test("a name made of markup is shown as it was typed, wherever it stands", async ({ page }) => {
  const name = `${hostile} ${randomUUID().slice(0, 8)}`
  await page.goto("/goals/new")
  await page.locator('[name="name"]').fill(name)
  await page.locator('[name="why"]').fill(hostile)
  await page.locator("main form button[type=submit]").last().click()
  await page.waitForURL(/\/goals\/G-\d+/)
  const path = new URL(page.url()).pathname
  for (const address of [path, `${path}/edit`, "/goals", "/map?view=table", "/map", `/history?about=${path.split("/").at(-1) ?? ""}`]) {
    await page.goto(address)
    await expect(page.locator("body")).toContainText("Goal")
    expect(await page.locator("body[data-taken]").count()).toBe(0)
    expect(await page.locator("img[src=zq]").count()).toBe(0)
  }
})

test("a double click on saving makes one goal", async ({ page }) => {
  const name = `Clicked twice ${randomUUID().slice(0, 8)}`
  await page.goto("/goals/new")
  await page.locator('[name="name"]').fill(name)
  await page.locator("main form button[type=submit]").last().dblclick()
  await page.waitForURL(/\/goals\/G-\d+/)
  await page.goto(`/goals?q=${encodeURIComponent(name)}`)
  await expect(page.getByRole("link", { name, exact: true })).toHaveCount(1)
})
