// Somebody who was signed out while typing loses nothing: they are told, sign in, and stand before what they typed.

import { randomUUID } from "node:crypto"
import { expect, test } from "../support/planner-page"

test("what was typed comes back after signing in again", async ({ page, context }) => {
  const why = `Typed before the session ended ${randomUUID().slice(0, 8)}`
  await page.goto("/goals/G-10/edit")
  await page.locator('[name="why"]').fill(why)
  const cookies = await context.cookies()
  await context.clearCookies()
  await page.locator("main form button[type=submit]").last().click()
  await page.waitForURL(/\/sign-in/)
  await expect(page.getByText("You were signed out, so nothing was saved.")).toBeVisible()
  expect(new URL(page.url()).searchParams.get("next")).toBe("/goals/G-10/edit")
  await context.addCookies(cookies)
  await page.goto("/goals/G-10/edit")
  await expect(page.locator('[name="why"]')).toHaveValue(why)
  await expect(page.getByText("What you typed before is back.")).toBeVisible()
})
