// A planner writes a goal, says how we will know, reads it for the first time, links work to it, and takes a step back.

import { expect, expectNoSeriousAxe, test } from "../support/planner-page"

test.use({ person: "planner" })

test("a goal from its first words to the work for it @phone", async ({ page, allowed }) => {
  allowed.push(/422/)
  const name = `Fewer parcels come back ${Date.now()}`
  await page.goto("/goals/new")
  await page.getByLabel("Goal", { exact: true }).fill(name)
  await page.getByLabel("What changes for you").fill("What you order fits.")
  await page.getByRole("button", { name: "Add goal" }).click()
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible()
  await expect(page.getByText("A goal without a measure is a wish.")).toBeVisible()

  await page.getByRole("link", { name: "Add measure" }).click()
  await page.getByLabel("What is measured").fill("Parcels that come back")
  await page.getByLabel("Starting point").fill("12,5")
  await page.getByRole("textbox", { name: "Target (optional)" }).fill("8")
  await page.getByLabel("Unit").fill("%")
  await page.getByRole("button", { name: "Add measure" }).click()
  // higher is better does not fit 12.5 to 8: said beside the field, and nothing typed is lost
  await expect(page.getByRole("alert")).toContainText("goes down")
  await expect(page.getByLabel("What is measured")).toHaveValue("Parcels that come back")
  await page.getByRole("combobox", { name: "Direction" }).selectOption("down")
  await page.getByRole("button", { name: "Add measure" }).click()
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible()

  await page.getByText("Add reading", { exact: true }).last().click()
  await page.getByLabel("Reading", { exact: true }).fill("11")
  await page.getByRole("button", { name: "Save reading" }).click()
  await expect(page.getByText("33 % of the way").first()).toBeVisible()

  await page.locator("#work summary", { hasText: "Link work" }).click()
  const initiative = page.getByRole("combobox", { name: "Initiative" })
  await initiative.fill("shop")
  await page.getByRole("option").first().click()
  await page.getByLabel("Strong").check()
  await page.getByLabel("Because").fill("Better pictures, fewer surprises.")
  await page.getByRole("button", { name: "Link", exact: true }).click()
  await expect(page.locator("#work")).toContainText("Better pictures, fewer surprises.")

  await page.getByRole("status").getByRole("button", { name: "Undo" }).click()
  await expect(page.locator("#work")).not.toContainText("Better pictures, fewer surprises.")
})

for (const path of ["/goals", "/strategy", "/strategy?view=table"])
  test(`${path} can be read by everybody @dark @phone`, async ({ page }) => {
    await page.goto(path)
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
    await expectNoSeriousAxe(page)
  })

test("the page of a goal can be read by everybody @dark @phone", async ({ page }) => {
  await page.goto("/goals?level=goal&group=none")
  await page.locator("#goals tbody th a").first().click()
  await expect(page.getByRole("heading", { level: 2, name: "How we will know" })).toBeVisible()
  await expectNoSeriousAxe(page)
})

test("an archived measure is brought back with its readings, long after its undo has gone from the page", async ({ page }) => {
  const name = `Fewer lamps break ${Date.now()}`
  await page.goto("/goals/new")
  await page.getByLabel("Goal", { exact: true }).fill(name)
  await page.getByRole("button", { name: "Add goal" }).click()
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible()
  const goal = new URL(page.url()).pathname
  await page.goto(`${goal}/measures/new`)
  await page.getByLabel("What is measured").fill("Lamps that break")
  await page.getByLabel("Starting point").fill("10")
  await page.getByRole("textbox", { name: "Target (optional)" }).fill("20")
  await page.getByRole("button", { name: "Add measure" }).click()
  await page.getByRole("button", { name: "Archive the measure Lamps that break" }).click()
  await expect(page.getByText("A goal without a measure is a wish.")).toBeVisible()
  await page.goto(goal)
  await page.getByText("1 archived measure").click()
  await expectNoSeriousAxe(page)
  await page.getByRole("button", { name: "Bring the measure Lamps that break back" }).click()
  await expect(page.getByRole("region", { name: "Lamps that break" })).toBeVisible()
  await expect(page.getByText("archived measure")).toHaveCount(0)
})
