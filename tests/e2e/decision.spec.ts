// A decision from its first line to its last signature, each step by whoever may take it.

import type { Page } from "@playwright/test"
import { expect, test } from "../support/planner-page"

test.use({ person: "A. Kim" })

test("from four ways to one signed decision @phone", async ({ page, pageFor, allowed }) => {
  const room = page.getByRole("main")
  await page.goto("/decisions/new")
  await page.getByLabel("What is to be decided").fill("Who prints the labels")
  await page.getByLabel("What kind of decision").selectOption({ label: "Who delivers it" })
  await page.getByLabel("What it is about, and why now").fill("Two makers offer the same labels.")
  await page.getByRole("button", { name: "Start it" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who prints the labels")
  const path = new URL(page.url()).pathname

  await page.getByText("Add an option").click()
  await page.getByLabel("Option", { exact: true }).fill("Labels from Inkwell")
  await page.getByRole("button", { name: "Add", exact: true }).first().click()
  await page.getByRole("link", { name: "Say how to compare" }).click()
  await page.getByRole("group", { name: "Criterion 1" }).getByLabel("Name").fill("Cost")
  await page.getByRole("group", { name: "Criterion 1" }).getByLabel("Weight").fill("60")
  allowed.push(/422/)
  await page.getByRole("button", { name: "Set the criteria" }).click()
  await expect(page.getByText("The weights sum to 60. Give out 40 more.").first()).toBeVisible()
  await expect(page.getByRole("group", { name: "Criterion 1" }).getByLabel("Name")).toHaveValue("Cost")
  await page.getByRole("group", { name: "Criterion 1" }).getByLabel("Weight").fill("100")
  await page.getByRole("button", { name: "Set the criteria" }).click()

  await room.getByText("Ask somebody to score").click()
  await choose(page, "#scorer", "E. Falk")
  await page.getByRole("button", { name: "Ask them" }).click()
  await room.getByText("Name who decides").click()
  await choose(page, "#decider", "E. Falk")
  await page.getByRole("button", { name: "Name them" }).click()
  await page.getByRole("button", { name: "Labels from Inkwell leads" }).click()
  await page.getByRole("link", { name: "Edit the words" }).click()
  await page.getByLabel("We choose").fill("Inkwell prints the labels.")
  await page.getByLabel("Because").fill("They are half the price.")
  await page.getByLabel("Looked at again on").fill("2099-01-31")
  await page.getByRole("button", { name: "Save" }).click()

  const executive = await pageFor("E. Falk")
  await executive.goto(path)
  await executive.getByRole("link", { name: "Give your scores" }).first().click()
  for (const [option, score] of [["Do nothing", "1"], ["Labels from Inkwell", "4"]] as const) await executive.getByRole("group", { name: option }).getByLabel("Cost").selectOption(score)
  await executive.getByRole("button", { name: "Give these scores" }).click()
  await expect(executive.getByRole("heading", { level: 1 })).toHaveText("Labels from Inkwell comes out ahead, but it cannot be decided yet.")

  await page.goto(`${path}/ready`)
  await page.getByLabel("Why can this not wait?").fill("The labels run out on Friday.")
  await page.getByRole("button", { name: "Go on with this reason" }).click()
  await expect(room.getByText("These words wait for signatures")).toBeVisible()
  await expect(page.getByRole("link", { name: "Read and sign" })).toHaveCount(0)

  await executive.goto(path)
  await executive.getByRole("link", { name: "Read and sign" }).first().click()
  await executive.getByLabel("What you see otherwise").fill("I would have asked a third maker.")
  await executive.getByRole("button", { name: "Sign it" }).click()
  await expect(executive.getByText("The signed words are unchanged")).toBeVisible()
  await expect(executive.getByText("Sees otherwise: “I would have asked a third maker.”").first()).toBeVisible()
  await page.goto(path)
  await expect(page.getByRole("link", { name: "Edit the words" })).toHaveCount(0)
  await expect(page.getByText("The labels run out on Friday.").first()).toBeVisible()
})

async function choose(page: Page, field: string, name: string): Promise<void> {
  const box = page.locator(field)
  await box.click()
  await box.fill(name)
  await page.getByRole("option", { name: new RegExp(name) }).first().click()
}
