// A relationship manager from the invitation to "you said, we did", and from the brief of a unit into its review and to the next date.

import { briefRoom } from "~/features/relationships/brief"
import { expect, expectNoSeriousAxe, test } from "../support/planner-page"

test.use({ person: "M. Diaz" })
test.setTimeout(60_000)

test("asks about an initiative, writes down what is said by keys, answers and tells back; then the brief leads into the review", async ({ page }) => {
  const marked = String(Date.now()).slice(-6)
  await page.goto("/consultations/new?about=I-34")
  await page.getByLabel("Name", { exact: true }).fill(`Will the new shop help Support? ${marked}`)
  await page.getByLabel("Why we ask").selectOption("service")
  await page.getByLabel("What it is about, in plain words").fill("Customers will order without phoning. Support gets other calls.")
  await page.getByLabel("The question (optional)", { exact: true }).fill("What must work on the first day?")
  await page.getByRole("button", { name: "Prepare it" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()

  await page.getByText("Put a person or group on the list").click()
  await page.getByRole("combobox", { name: "Person or group" }).fill("L. Quist")
  await page.getByRole("option", { name: /L\. Quist/ }).first().click()
  await page.getByRole("button", { name: "Put on the list" }).click()
  await page.getByRole("button", { name: "Open the conversation" }).click()
  await page.locator("#people").getByRole("link", { name: /Invite/ }).first().click()
  await page.getByRole("button", { name: "Make a personal link" }).click()
  await expect(page.getByText(/\/answer\//)).toBeVisible()
  await page.getByRole("link", { name: "Back to the conversation" }).click()

  await page.getByRole("link", { name: "During" }).click()
  await page.getByRole("button", { name: "Plan the meeting" }).click()
  await page.getByRole("button", { name: "Start the meeting" }).click()
  await page.getByRole("button", { name: /^L\. Quist.*not here/ }).click()
  await expect(page.getByRole("button", { name: /^L\. Quist.*: here/ })).toBeVisible()
  await page.getByRole("heading", { name: "Agenda" }).click()
  await page.keyboard.press("c")
  await expect(page.getByLabel(/What was said/)).toBeFocused()
  await page.keyboard.type(`L. Quist: Returns must show on the first day ${marked}.`)
  await page.keyboard.press("Enter")
  await expect(page.getByText(/Saved \d\d:\d\d/)).toBeVisible()
  await page.keyboard.type(`L. Quist: The old screen hides the address ${marked}.`)
  await page.keyboard.press("Enter")
  await expect(page.getByRole("listitem").filter({ hasText: `hides the address ${marked}` })).toBeVisible()
  await page.getByRole("button", { name: "Close meeting" }).click()

  await page.getByRole("link", { name: "After" }).click()
  await page.getByRole("link", { name: /^Answer to V-/ }).first().click()
  await page.getByLabel("We will", { exact: true }).check()
  await page.getByLabel("In a sentence, for whoever said it").fill("Returns are part of the first step.")
  await page.getByRole("button", { name: "Save the answer" }).click()
  await page.getByRole("button", { name: /^Told them/ }).first().click()
  await expect(page.getByRole("heading", { level: 1 })).toContainText("1 of 2 points has an answer. Everybody knows theirs.")

  await page.goto("/units/U-2")
  await page.locator("#said").getByRole("link", { name: "What it said and what became of it" }).click()
  const answered = page.getByRole("row").filter({ hasText: `Returns must show on the first day ${marked}` })
  await expect(answered).toContainText("We will")
  await expect(answered).toContainText("Returns are part of the first step.")

  await page.goto("/")
  await expect(page.getByText(`The old screen hides the address ${marked}`)).toBeVisible()

  await page.goto("/units/U-2/brief")
  await expect(page.getByRole("region", { name: "What they raised and we have not answered" })).toContainText(`The old screen hides the address ${marked}`)
  await expect(page.getByRole("region", { name: "What they raised and we have not answered" })).not.toContainText(`Returns must show on the first day ${marked}`)
  await page.locator("#start").getByRole("button", { name: "Start the review" }).click()
  await expect(page).toHaveURL(/\/consultations\/R-\d+\/during/)
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Review with Support")
  await expect(page.locator(".agenda li").filter({ hasText: "What you raised and we have not answered" })).toBeVisible()
  await expect(page.getByText("What should we do differently until next time?").first()).toBeVisible()
  await expect(page.locator(".seats").getByLabel(/^O\. Bell/)).toBeVisible()
  await expectNoSeriousAxe(page)

  await page.goto("/units/U-2/brief")
  await expect(page.getByRole("region", { name: "A review is under way" })).toBeVisible()
  await page.getByRole("link", { name: "Go on with the review" }).click()
  await page.getByRole("button", { name: "Start the meeting" }).click()
  await expect(page.getByRole("button", { name: "Next point" })).toBeVisible()
  await page.getByRole("button", { name: "Close meeting" }).click()
  await page.getByRole("link", { name: "After" }).click()
  const next = page.getByRole("region", { name: "Next review with Support" })
  await expect(next).toContainText(/Proposed for .*, every 90 days/)
  await next.getByRole("button", { name: "Plan it" }).click()
  await expect(next).toContainText("Planned for")
})

test("the brief is one sheet of paper, also for long names and much to say", async ({ page }) => {
  await page.goto("/units/U-1/brief", { waitUntil: "networkidle" })
  // each part as full as it gets, the agenda with every point it can have
  await page.evaluate((room) => {
    for (const list of document.querySelectorAll(".brief ul.lines")) {
      const [first, most] = [list.querySelector("li"), room[list.closest("section")?.id ?? ""] ?? 6]
      while (first && list.children.length < most) list.append(first.cloneNode(true))
    }
    for (const link of document.querySelectorAll(".brief .lines a")) link.textContent = "A name as long as names may be, which nobody wants to read to its end and many write all the same. ".repeat(2)
  }, { owe: briefRoom.promises, points: briefRoom.points, changed: briefRoom.changed, work: briefRoom.work, voices: briefRoom.voices } as Record<string, number>)
  await page.emulateMedia({ media: "print" })
  const pdf = await page.pdf({ format: "A4" })
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page(?!s)/g)).toHaveLength(1)
})

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false })
  test("a review starts by a plain form, with the agenda put in other words", async ({ page }) => {
    await page.goto("/units/U-4/brief?on=2099-03-02")
    await expect(page.locator("#start").getByLabel("Day and time")).toHaveValue("2099-03-02T10:00")
    await page.getByText("Change the agenda first").click()
    await page.getByLabel("What to talk about").fill("Our year, 20: What went well?")
    await page.locator("#start").getByRole("button", { name: "Start the review" }).click()
    await expect(page.locator(".agenda li")).toHaveText([/Our year/])
  })
})
