// Without scripts everything that matters still works: coming in, writing, linking, finding, and seeing the map.

import { expect, test } from "../support/planner-page"

test.use({ person: null, javaScriptEnabled: false })

test("somebody walks in, writes a goal, is refused without loss, comments and links", async ({ page, allowed }) => {
  allowed.push(/400/, /422/)
  const name = `Paper without ink ${Date.now()}`
  await page.goto("/sign-in")
  await page.getByRole("button", { name: /^A\. Kim/ }).click()
  await expect(page).toHaveURL(/\/map$/)

  await page.goto("/goals/new")
  await page.getByLabel("Goal", { exact: true }).fill(name)
  await page.getByLabel("Why it matters").fill("Ink is dear.")
  await page.getByLabel("Weight").fill("a lot")
  await page.getByRole("button", { name: "Add goal" }).click()
  await expect(page.getByRole("alert").first()).toBeVisible()
  await expect(page.getByLabel("Goal", { exact: true })).toHaveValue(name)
  await expect(page.getByLabel("Why it matters")).toHaveValue("Ink is dear.")
  await expect(page.getByLabel("Weight")).toHaveValue("a lot")
  await page.getByLabel("Weight").fill("4")
  await page.getByRole("button", { name: "Add goal" }).click()
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible()
  const path = new URL(page.url()).pathname

  await page.getByLabel("Your comment").fill("Written without scripts.")
  await page.getByRole("button", { name: "Comment", exact: true }).click()
  await expect(page.locator("#comments")).toContainText("Written without scripts.")

  await page.goto(`/link?about=${path.split("/").at(-1)}`)
  await page.getByRole("link", { name: /is helped by/ }).click()
  await page.getByRole("combobox").first().selectOption({ label: "One PDF tool (I-50)" })
  await page.getByLabel("Slight").check()
  await page.getByLabel("Because").fill("   ")
  await page.getByRole("button", { name: "Link", exact: true }).click()
  await expect(page.getByLabel("Reason")).toHaveAccessibleDescription("Say in a sentence why it helps.")
  await expect(page.getByLabel("How much it helps")).toHaveValue("1")
  await page.getByLabel("Reason").fill("One tool prints less.")
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await expect(page.locator("#work")).toContainText("One tool prints less.")
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click()
  await expect(page.locator("#work")).not.toContainText("One tool prints less.")
})

test.describe("signed in", () => {
  test.use({ person: "A. Kim" })

  test("a point's change that is refused comes back with its choices to choose from", async ({ page, allowed }) => {
    allowed.push(/400/)
    await page.goto("/consultations/R-9/after?change=V-8#V-8")
    const form = page.getByRole("form", { name: "Change V-8" })
    await form.getByLabel("What was said").fill("   ")
    await form.getByLabel("It is a").selectOption({ label: "Question" })
    await form.getByRole("button", { name: "Save the change" }).click()
    await expect(page.getByRole("alert")).toContainText("Write what was said.")
    await expect(page.getByRole("combobox", { name: "It is a" })).toHaveValue("question")
    await expect(page.getByRole("combobox", { name: "It is a" }).getByRole("option")).toHaveText(["Need", "Wish", "Concern", "Question", "Idea", "Objection", "Praise"])
    await expect(page.getByRole("combobox", { name: "Who may know it" })).toHaveValue("named")
  })

  test("lists are searched, filtered, sorted and grouped by links", async ({ page }) => {
    await page.goto("/initiatives?group=none")
    const rows = page.locator("#initiatives tbody tr[data-row]")
    const all = await rows.count()
    await page.getByRole("columnheader", { name: "Starts" }).getByRole("link").click()
    await expect(page).toHaveURL(/sort=start/)
    await page.getByRole("navigation", { name: "Views of the list" }).getByRole("link", { name: /^No goal/ }).click()
    await expect(page).toHaveURL(/goal=none/)
    expect(await rows.count()).toBeLessThan(all)
    await page.goto("/initiatives?group=none")
    await page.getByRole("searchbox", { name: "Search initiatives" }).fill("web shop")
    await page.getByRole("searchbox", { name: "Search initiatives" }).press("Enter")
    await expect(page.getByRole("link", { name: "New web shop" })).toBeVisible()
    expect(await rows.count()).toBeLessThan(all)
  })

  test("the map shows its picture, a chain in words, the list and the matrix", async ({ page }) => {
    await page.goto("/map")
    await expect(page.getByRole("region", { name: /^Alignment map: / })).toBeVisible()
    await expect(page.getByRole("link", { name: /^Goal Cut order time by 20 %/ }).or(page.locator(".map-board svg")).first()).toBeVisible()
    await page.goto("/map?trace=G-12")
    await expect(page.getByRole("region", { name: "What are we doing for Cut order time by 20 %?" })).toContainText("New web shop")
    await page.getByRole("navigation", { name: "How to show it" }).getByRole("link", { name: "Table" }).click()
    await expect(page.getByRole("table").getByRole("link", { name: "New web shop" }).first()).toBeVisible()
    await page.goto("/map?view=matrix&pillar=G-2")
    await page.getByRole("link", { name: "Link Parcel news by text and Refunds in three days" }).click()
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Link Parcel news by text/)
    await expect(page.getByRole("combobox").first()).not.toHaveValue("")
  })

  test("several rows are changed by the buttons of the list", async ({ page }) => {
    await page.goto("/initiatives?group=none&q=One+chat+tool")
    await page.getByLabel("Choose One chat tool").check()
    await page.getByRole("button", { name: "Ask for an update" }).click()
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
    await expect(page.getByRole("checkbox", { name: /One chat tool/ })).toBeChecked()
  })
})
