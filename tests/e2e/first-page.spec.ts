// The first page answers, in both themes, without a complaint from the browser.

import { expect, expectNoSeriousAxe, test } from "../support/planner-page"

test.use({ person: null })

test("somebody who is not signed in is asked to sign in @dark @phone", async ({ page }) => {
  await page.goto("/sign-in")
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  await expectNoSeriousAxe(page)
})
