// A tool that a team got on its own: told by anyone without a name, answered by the relationship manager, and turned into an initiative.

import { expect, expectNoSeriousAxe, test } from "../support/planner-page"

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false, person: "viewer" })

  test("a viewer tells of a tool in a minute, without a name; what was typed stays when something is missing @phone", async ({ page, allowed }) => {
    allowed.push(/400/)
    await page.goto("/byo")
    await page.getByRole("link", { name: "Tell us about a tool" }).first().click()
    const tool = `Night pad ${Date.now()}`
    await page.getByLabel("Which tool?").fill(tool)
    await page.getByLabel("What did you need?").fill("Leave a word for the next shift.")
    await page.getByLabel("IT would have taken too long").check()
    await page.getByLabel("How many people use it?").fill("a few")
    await page.getByLabel("Backup").check()
    await page.getByLabel("Report it without my name").check()
    await page.getByRole("button", { name: "Tell us" }).click()
    await expect(page.getByText("Write a whole number from 0, or leave it out.").first()).toBeVisible()
    await expect(page.getByLabel("Which tool?")).toHaveValue(tool)
    await expect(page.getByLabel("IT would have taken too long")).toBeChecked()
    await expect(page.getByLabel("Backup")).toBeChecked()
    await expect(page.getByLabel("Report it without my name")).toBeChecked()
    await page.getByLabel("How many people use it?").fill("7")
    await page.getByRole("button", { name: "Tell us" }).click()
    await expect(page.getByRole("heading", { level: 1, name: "Thank you. The need is heard." })).toBeVisible()
    const code = /B-\d+/.exec(await page.locator("main .lede").innerText())?.[0] ?? ""
    await page.goto(`/byo/${code}`)
    await expect(page.getByRole("heading", { level: 1, name: tool })).toBeVisible()
    await expect(page.getByText("by somebody who gave no name")).toBeVisible()
    await expect(page.getByRole("region", { name: /^History/ })).toContainText("Somebody who gave no name")
    await expect(page.getByRole("link", { name: "Answer the need" })).toHaveCount(0)
  })
})

test.describe("a relationship manager", () => {
  test.use({ person: "M. Diaz" })

  test("BRM turns a side-door report into an initiative @dark", async ({ page, pageFor, allowed }) => {
    allowed.push(/422/)
    const reporter = await pageFor("R. Amadi")
    const tool = `Hand-over wall ${Date.now()}`
    await reporter.goto("/byo/new?unit=U-2&goal=G-7")
    await reporter.getByLabel("Which tool?").fill(tool)
    await reporter.getByLabel("What did you need?").fill(`See who takes over which call, ${tool}.`)
    await reporter.getByLabel("IT does not offer it").check()
    await reporter.getByLabel("How many people use it?").fill("24")
    await reporter.getByLabel("What data is put in it?").selectOption({ label: "Personal data" })
    for (const control of ["Backup", "Contract"]) await reporter.getByLabel(control, { exact: true }).check()
    await reporter.getByRole("button", { name: "Tell us" }).click()
    await expect(reporter.getByRole("heading", { level: 1, name: tool })).toBeVisible()
    await expect(reporter.getByText("18 of 80")).toBeVisible()
    await expect(reporter.getByText("data 3 × reach 2 × (1 + 2 missing)")).toBeVisible()

    await page.goto("/")
    await page.getByRole("listitem").filter({ hasText: tool }).getByRole("link", { name: "Answer" }).click()
    await page.getByRole("radio", { name: "Agreed for now" }).check()
    await page.getByLabel(/^Why, in a sentence/).fill("It works until we have one for everybody.")
    await page.getByRole("button", { name: "Save the answer" }).click()
    await expect(page.getByText("Say until when it is agreed.").first()).toBeVisible()
    await page.getByLabel("If agreed for now: until when?").fill("2099-03-31")
    await page.getByRole("button", { name: "Save the answer" }).click()
    await expect(page.getByText("Agreed for now, until 31 Mar 2099")).toBeVisible()

    await page.goto("/map?overlay=side-door&focus=G-7")
    await expect(page.locator('[data-card="G-7"]')).toContainText("side-door need")
    await page.goto("/map?overlay=side-door&view=table")
    await expect(page.getByRole("columnheader", { name: "Side-door needs" }).first()).toBeVisible()

    await page.goto(`/byo?q=${encodeURIComponent(tool)}`)
    await page.getByRole("link", { name: tool }).first().click()
    await page.getByLabel("Name of the initiative").fill(`One board for ${tool}`)
    await page.getByRole("button", { name: "Make the initiative" }).click()
    await expect(page.getByRole("heading", { level: 1, name: `One board for ${tool}` })).toBeVisible()
    await expect(page.getByRole("region", { name: "The need it was made of" })).toContainText("See who takes over which call")
    await expectNoSeriousAxe(page)
    await page.getByRole("region", { name: "The need it was made of" }).getByRole("link", { name: tool }).click()
    await expect(page.getByRole("region", { name: "What it led to" })).toContainText(`One board for ${tool}`)
    await expectNoSeriousAxe(page)
    await page.goto("/units/U-2")
    await expect(page.getByRole("region", { name: "Tools they got on their own" })).toContainText("CardWall")
  })
})
