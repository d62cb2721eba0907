// A relationship manager starts at her work, speaks with owners through questions and comments, and changes nothing she does not own.

import { expect, test } from "../support/planner-page"

test.use({ person: null })

test("she walks in and lands on her work", async ({ page }) => {
  await page.goto("/sign-in")
  await page.getByRole("button", { name: /^M\. Diaz/ }).click()
  await expect(page).toHaveURL(/\/$/)
  await expect(page.getByRole("heading", { name: "What you answer for" })).toBeVisible()
})

test.describe("signed in", () => {
  test.use({ person: "M. Diaz" })

  test("a question reaches its owner, is answered where he works, and she reads the answer", async ({ page, pageFor }) => {
    const question = `Does the order desk know yet? ${Date.now()}`
    await page.goto("/ask?about=G-23")
    await page.getByLabel("Your question").fill(question)
    await page.getByRole("button", { name: "Ask", exact: true }).click()
    const desk = await pageFor("R. Amadi")
    await desk.goto("/")
    const line = desk.locator("#questions li", { hasText: question })
    await line.getByText("Answer", { exact: true }).click()
    await line.getByLabel("Your answer").fill("Yes, since Monday.")
    await line.getByRole("button", { name: "Send the answer" }).click()
    await expect(line).toHaveCount(0)
    await page.goto("/")
    await expect(page.locator("#answers li", { hasText: question })).toContainText("Yes, since Monday.")
  })

  test("she comments on a record and can take the comment back", async ({ page }) => {
    const words = `Sales like the new pictures. ${Date.now()}`
    await page.goto("/initiatives/I-34")
    await page.getByLabel("Your comment").fill(words)
    await page.getByRole("button", { name: "Comment", exact: true }).click()
    const comment = page.locator("#comments li", { hasText: words })
    await expect(comment).toBeVisible()
    await comment.getByRole("button", { name: "Take this comment back" }).click()
    await expect(comment).toHaveCount(0)
  })

  test("a unit's page says who works there, what it uses and what changes for it", async ({ page }) => {
    await page.goto("/units")
    await page.locator("#units tbody th a").first().click()
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
    await expect(page.getByText("Front line").first()).toBeVisible()
    await expect(page.locator("main")).toContainText(/people/)
  })

  test("what she does not own she cannot change", async ({ page, allowed }) => {
    allowed.push(/403/)
    await page.goto("/goals/G-12")
    await expect(page.getByRole("link", { name: "Edit", exact: true })).toHaveCount(0)
    const response = await page.goto("/goals/G-12/edit")
    expect(response?.status()).toBe(403)
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  })
})
