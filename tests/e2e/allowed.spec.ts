// An employee asks whether a tool is allowed, asks for it, and is answered; the answer holds for them and is told to all.

import type { Page } from "@playwright/test"
import { expect, test } from "../support/planner-page"

test.use({ person: "viewer" })

async function asked(page: Page, tool: string): Promise<string> {
  await page.goto("/")
  await page.getByLabel("Name of the tool").fill(tool)
  await page.getByRole("button", { name: "Is it allowed?" }).click()
  await expect(page.getByRole("heading", { level: 2, name: `Not known yet: nothing here is called “${tool}”.` })).toBeVisible()
  await page.getByRole("link", { name: "Ask for it" }).click()
  await expect(page.getByRole("heading", { level: 1, name: `Ask for ${tool}` })).toBeVisible()
  await page.getByLabel("What must you do with it?").fill("Draw the layout of a shop window.")
  await page.getByRole("button", { name: "Ask for it" }).click()
  await expect(page.getByRole("heading", { level: 1, name: `Request for ${tool}` })).toBeVisible()
  await expect(page.getByText("Waits for an answer")).toBeVisible()
  return new URL(page.url()).pathname
}

test("an employee asks for a tool and is answered by a planner, who finds it on My work", async ({ page, pageFor }) => {
  const tool = `Window sketcher ${Date.now()}`
  const path = await asked(page, tool)
  await page.goto(`/allowed/ask?name=${encodeURIComponent(tool)}`)
  await expect(page.getByText("You asked for this on")).toBeVisible()

  const other = await pageFor("M. Diaz")
  await other.goto(`/allowed/ask?name=${encodeURIComponent(tool)}`)
  await expect(other.getByRole("region", { name: "Others asked for the same" })).toBeVisible()

  const planner = await pageFor("planner")
  await planner.goto("/")
  const card = planner.locator("section", { has: planner.getByRole("heading", { name: "Requests for a tool that wait for you" }) })
  await card.locator("li", { hasText: tool }).getByRole("link", { name: "Answer" }).click()
  await planner.getByRole("region", { name: "Refuse" }).getByLabel("Why?").fill("The layout tool of the shops does it.")
  await planner.getByRole("button", { name: "Refuse" }).click()
  await expect(planner.getByRole("region", { name: "Refused" })).toContainText("The layout tool of the shops does it.")

  await page.goto(path)
  await expect(page.getByRole("region", { name: "Refused" })).toContainText("The layout tool of the shops does it.")
  await page.goto("/allowed/requests")
  await expect(page.getByRole("region", { name: "Your requests" })).toContainText(tool)
})

test("what is agreed for a tool we have is a yes until that day, for who asked and for nobody else", async ({ page, pageFor }) => {
  await page.goto("/applications/A-3")
  const tool = await page.getByRole("heading", { level: 1 }).innerText()
  await page.goto("/allowed/ask?product=A-3")
  await page.getByLabel("What must you do with it?").fill("Compare two versions of a contract.")
  await page.getByRole("button", { name: "Ask for it" }).click()
  await expect(page.getByRole("heading", { level: 1, name: `Request for ${tool}` })).toBeVisible()
  const path = new URL(page.url()).pathname

  const planner = await pageFor("planner")
  await planner.goto(path)
  const until = await planner.getByLabel("Until").getAttribute("max")
  await planner.getByLabel("Until").fill(until ?? "")
  await planner.getByRole("button", { name: "Agree" }).click()
  await expect(planner.getByRole("heading", { name: /^Agreed until / })).toBeVisible()

  await page.goto(`/allowed?q=${encodeURIComponent(tool)}`)
  await expect(page.getByRole("heading", { level: 2, name: /^Yes, you may until / }).first()).toBeVisible()
  await planner.goto(`/allowed?q=${encodeURIComponent(tool)}`)
  await expect(planner.getByRole("heading", { level: 2, name: /^Yes, you may until / })).toHaveCount(0)
})

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  test("asking and reading the answer works as well", async ({ page }) => {
    await asked(page, `Plain sketcher ${Date.now()}`)
    await page.getByRole("button", { name: "Take it back" }).click()
    await expect(page.getByText("Taken back").first()).toBeVisible()
  })
})
