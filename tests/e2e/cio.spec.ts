// A CIO builds the plan: a goal and how we will know, the work and its money, the links between, and every step can be taken back.

import type { Page } from "@playwright/test"
import { expect, test } from "../support/planner-page"

test.use({ person: "A. Kim" })

test("a goal, its measure and reading, work with money, and links from both ends change the sentence of the map", async ({ page }) => {
  test.setTimeout(90_000)
  const stamp = Date.now()
  const goal = `Answer letters in a week ${stamp}`
  const work = `Letters are read by all ${stamp}`
  await page.goto("/goals/new")
  await page.getByLabel("Goal", { exact: true }).fill(goal)
  await page.getByLabel("Part of").selectOption({ label: "Delight customers (G-2)" })
  await page.getByRole("button", { name: "Add goal" }).click()
  await expect(page.getByRole("heading", { level: 1, name: goal })).toBeVisible()
  const goalPath = new URL(page.url()).pathname
  const code = goalPath.split("/").at(-1) ?? ""
  await page.goto("/map")
  const before = await coverage(page)

  await page.goto(`${goalPath}/measures/new`)
  await page.getByLabel("What is measured").fill("Letters answered in a week")
  await page.getByLabel("Starting point").fill("40")
  await page.getByRole("textbox", { name: "Target (optional)" }).fill("90")
  await page.getByLabel("Unit").fill("%")
  await page.getByRole("button", { name: "Add measure" }).click()
  await page.getByText("Add reading", { exact: true }).last().click()
  await page.getByLabel("Reading", { exact: true }).fill("65")
  await page.getByRole("button", { name: "Save reading" }).click()
  await expect(page.getByText("50 % of the way").first()).toBeVisible()

  await page.goto("/initiatives/new")
  await page.getByLabel("Name", { exact: true }).fill(work)
  await page.getByLabel("Summary").fill("Everybody who answers letters sees all of them.")
  await page.getByLabel("Stage").selectOption("proposed")
  const budget = page.getByRole("group", { name: "Planned budget by financial year" })
  await budget.getByRole("textbox").first().fill("12000")
  await page.getByRole("button", { name: "Add this initiative" }).click()
  await expect(page.getByRole("heading", { level: 1, name: work })).toBeVisible()
  const workPath = new URL(page.url()).pathname

  // from the work to the goal
  await page.locator("#links").getByRole("link", { name: "Link a goal" }).click()
  await choose(page, "Goal", goal)
  await page.getByLabel("Strong").check()
  await page.getByLabel("Why it helps").fill("Nobody waits for the one who is away.")
  await page.getByRole("button", { name: "Link", exact: true }).click()
  await expect(page.locator("#links")).toContainText("Nobody waits for the one who is away.")

  // from the goal to a service it rests on
  await page.goto(`/link?about=${code}`)
  await page.getByRole("link", { name: /is supported by/ }).click()
  await choose(page, `${goal} is supported by`, "Customer care")
  await page.getByRole("button", { name: "Link", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1, name: goal })).toBeVisible()
  await expect(page.locator("#work")).toContainText("Customer care")

  await page.goto(workPath)
  await page.getByText("Proposed ▾").click()
  // nobody was asked about it, so the way leads past what is missing
  await page.getByRole("link", { name: /^Approve/ }).click()
  await expect(page.getByRole("heading", { level: 1, name: `${work} is not fully consulted yet` })).toBeVisible()
  await page.getByLabel("Why can this not wait?").fill("The letters are late already.")
  await page.getByRole("button", { name: "Approve with this reason" }).click()
  await expect(page.getByText("Approved ▾")).toBeVisible()
  await expect(page.locator("main")).toContainText("Approved although not everybody was asked: “The letters are late already.”")
  await page.goto("/map")
  const after = await coverage(page)
  expect(after.withWork).toBeGreaterThan(before.withWork)

  await page.goto(goalPath)
  await expect(page.locator("#history")).toContainText("now helps")
})

test("a cell of the matrix links work and goal, the form behind it is the one everywhere", async ({ page }) => {
  await page.goto("/map?view=matrix&pillar=G-2")
  await page.getByRole("link", { name: "Link Parcel news by text and Answer in one day" }).click()
  const dialog = page.getByRole("dialog", { name: "Parcel news by text and Answer in one day" })
  await dialog.getByLabel("Slight").check()
  await dialog.getByLabel("Why? In one sentence").fill("Fewer people have to ask where it is.")
  await dialog.getByRole("button", { name: "Link them" }).click()
  await expect(dialog).toBeHidden()
  const filled = page.getByRole("link", { name: /^Slight: Fewer people have to ask where it is/ })
  await expect(filled).toBeVisible()
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click()
  await expect(filled).toHaveCount(0)
})

test("a cell of the list is edited by keys, and a refusal keeps what was typed", async ({ page, allowed }) => {
  allowed.push(/4(00|22)/)
  await page.goto("/initiatives?group=none&q=Guest+checkout")
  await page.locator("body").press("ArrowDown")
  await expect(page.getByRole("link", { name: "Guest checkout" })).toBeFocused()
  await page.keyboard.press("ArrowRight")
  for (let step = 0; step < 8; step += 1) {
    if ((await page.locator(":focus").getAttribute("data-column"))?.startsWith("budget")) break
    await page.keyboard.press("ArrowRight")
  }
  const cell = page.locator(":focus")
  const was = await cell.getAttribute("data-value")
  await page.keyboard.press("e")
  const editor = page.getByRole("textbox", { name: /^Budget 2026 of Guest checkout/ })
  await editor.fill("a lot")
  await editor.press("Enter")
  await expect(page.getByRole("alert")).toBeVisible()
  await expect(editor).toHaveValue("a lot")
  await editor.fill("51000")
  await editor.press("Enter")
  await expect(editor).toHaveCount(0)
  await expect(page.getByRole("button", { name: "Edit budget 2026 of Guest checkout" })).toHaveText("€51k")
  await expect(page.locator(":focus")).toHaveAttribute("data-column", /budget/)
  await page.keyboard.press("e")
  await editor.fill(was ?? "")
  await editor.press("Enter")
  await expect(page.getByRole("button", { name: "Edit budget 2026 of Guest checkout" })).not.toHaveText("€51k")
})

test("several initiatives change at once and the step is taken back", async ({ page }) => {
  await page.goto("/initiatives?group=none&stage=idea&stage=proposed&q=pa")
  const names = ["Pay by invoice"]
  for (const name of names) await page.getByLabel(`Choose ${name}`).check()
  await page.getByRole("form", { name: "The chosen rows" }).getByRole("button", { name: "Set stage" }).click()
  await page.getByLabel(/^(New stage|Stage)$/).selectOption("on hold")
  await page.getByLabel(/^Reason to approve where not everybody was asked/).fill("The law wants it, whatever we think of it.")
  await page.locator("form").getByRole("button", { name: /^Set/ }).click()
  await expect(page.getByRole("status").first()).toContainText("Pay by invoice was changed")
  // leaving the page before the answer has come would cut the request off
  const undone = page.waitForResponse((answer) => answer.url().includes("/undo/"))
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click()
  await undone
  await page.goto("/initiatives?group=none&q=Pay+by+invoice")
  await expect(page.getByRole("button", { name: "Edit stage of Pay by invoice" })).toHaveText("Proposed")
})

test("an archived goal leaves the list and comes back", async ({ page }) => {
  const name = await newGoal(page, "Sell from a boat")
  await page.getByText("More ▾").click()
  await page.getByRole("button", { name: "Archive", exact: true }).click()
  await expect(page.getByText(/archived/i).first()).toBeVisible()
  await page.goto(`/goals?q=${encodeURIComponent(name)}`)
  await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0)
  await page.goto(`/goals?archived=yes&q=${encodeURIComponent(name)}`)
  await page.getByRole("link", { name, exact: true }).click()
  await page.getByText("More ▾").click()
  await page.getByRole("button", { name: "Bring it back" }).click()
  await expect(page.getByRole("status").first()).toContainText(name)
  await page.goto(`/goals?q=${encodeURIComponent(name)}`)
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible()
})

test("a view is saved with its filters, and the list is downloaded as it stands", async ({ page }) => {
  const view = `Without money ${Date.now()}`
  await page.goto("/initiatives?budget=none")
  await page.getByText("Save this view").click()
  await page.getByLabel("Name of this view").fill(view)
  await page.getByRole("button", { name: "Save view", exact: true }).click()
  await page.goto("/initiatives")
  await page.getByRole("navigation", { name: "Views of the list" }).getByRole("link", { name: view }).click()
  await expect(page).toHaveURL(/budget=none/)

  await page.getByText("Download ▾").click()
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /CSV/i }).click()])
  expect(download.suggestedFilename()).toMatch(/\.csv$/)
  const text = await read(download)
  const rows = await page.locator("#initiatives tbody tr[data-row]").count()
  expect(text.trim().split("\n").length).toBeGreaterThan(1)
  expect(rows).toBeGreaterThan(0)
  await page.getByRole("button", { name: "Forget this view" }).click()
  await expect(page.getByRole("link", { name: view })).toHaveCount(0)
})

test("a gap is accepted with a reason until a day, and says so", async ({ page }) => {
  const name = await newGoal(page, "Open on Sundays")
  const code = new URL(page.url()).pathname.split("/").at(-1) ?? ""
  await page.goto(`/map?trace=${code}`)
  await page.getByRole("region", { name: new RegExp(name) }).getByRole("link", { name: "Accept as is" }).first().click()
  await page.getByLabel("Why is it left open?").fill("The town decides in spring.")
  await page.getByRole("button", { name: "Accept as it is" }).click()
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible()
  await expect(page.locator("main")).toContainText(/accepted/i)
  await expect(page.locator("#history")).toContainText("accepted until")
})

test("the palette jumps to a record by its code, and gives the focus back", async ({ page }) => {
  await page.goto("/initiatives")
  await page.keyboard.press("Control+k")
  const box = page.getByRole("combobox", { name: "Name or code" })
  await expect(box).toBeFocused()
  await page.keyboard.press("Escape")
  await expect(box).toHaveCount(0)
  await page.keyboard.press("Control+k")
  await box.fill("G-12")
  await expect(page.getByRole("option", { name: /Cut order time by 20 %/ })).toBeVisible()
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/\/goals\/G-12$/)
})

test("a form that was refused is found as it was typed by somebody who left it and comes back", async ({ page, allowed }) => {
  allowed.push(/400/)
  await page.goto("/goals/new")
  await page.getByLabel("Why it matters").fill("Two minutes of waiting lose one guest in eight.")
  await page.getByLabel("Goal", { exact: true }).fill("Serve in two minutes")
  await page.getByLabel("Weight").fill("-1")
  await page.getByRole("button", { name: "Add goal" }).click()
  await expect(page.getByRole("alert").first()).toBeVisible()
  await page.goto("/goals")
  await page.goto("/goals/new")
  await expect(page.getByLabel("Why it matters")).toHaveValue("Two minutes of waiting lose one guest in eight.")
  await page.getByRole("button", { name: "Start again from what is saved" }).click()
  await expect(page.getByLabel("Why it matters")).toHaveValue("")
})

test("two people who change one field both keep their words until one of them chooses", async ({ page, pageFor, allowed }) => {
  allowed.push(/409/)
  const name = await newGoal(page, "Wrap nothing in plastic")
  const path = new URL(page.url()).pathname
  const other = await pageFor("planner")
  await page.goto(`${path}/edit`)
  await other.goto(`${path}/edit`)
  await other.getByLabel("Why it matters").fill("Customers write to us about it.")
  await other.getByRole("button", { name: "Save", exact: true }).click()
  await expect(other.getByRole("heading", { level: 1, name })).toBeVisible()

  await page.getByLabel("Why it matters").fill("The law asks for it from 2028.")
  await page.getByLabel("In a sentence or two").fill("Paper and string do it.")
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await expect(page.getByText("Everything else you typed is kept.")).toBeVisible()
  await expect(page.getByText("The law asks for it from 2028.")).toBeVisible()
  await expect(page.getByText("Customers write to us about it.")).toBeVisible()
  await page.getByLabel(/^Keep what/).check()
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible()
  await expect(page.locator("main")).toContainText("Customers write to us about it.")
  await expect(page.locator("main")).toContainText("Paper and string do it.")
})

/** How many goals have work under way, read from the sentence. */
async function coverage(page: Page): Promise<{ withWork: number; goals: number }> {
  const sentence = await page.getByRole("heading", { level: 1 }).innerText()
  const found = /(\d+) of (\d+) goals have work/.exec(sentence)
  if (!found) throw new Error(`The title says "${sentence}".`)
  return { withWork: Number(found[1]), goals: Number(found[2]) }
}

/** Chooses from a list that searches. */
async function choose(page: Page, label: string, name: string): Promise<void> {
  const box = page.getByRole("combobox", { name: label })
  await box.fill(name)
  await page.getByRole("option", { name }).first().click()
}

/** Makes a goal of its own for a test and stays on its page; gives its name. */
async function newGoal(page: Page, words: string): Promise<string> {
  const name = `${words} ${Date.now()}`
  await page.goto("/goals/new")
  await page.getByLabel("Goal", { exact: true }).fill(name)
  await page.getByLabel("Part of").selectOption({ label: "Delight customers (G-2)" })
  await page.getByRole("button", { name: "Add goal" }).click()
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible()
  return name
}

async function read(download: { createReadStream: () => Promise<NodeJS.ReadableStream> }): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString("utf8")
}
