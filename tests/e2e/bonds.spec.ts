// A relationship manager sees what is late, moves it with a reason, keeps it, and records what a unit says; the page of the unit follows.

import { expect, test } from "../support/planner-page"

test.use({ person: "M. Diaz" })

test("a late promise is moved with a reason, then kept, and the relationship says what the unit thinks", async ({ page }) => {
  await page.goto("/commitments/new?to=U-5")
  await page.getByLabel("What is promised").fill("A printer at gate four")
  await page.getByLabel("Due").fill("2026-01-15")
  await page.getByRole("button", { name: "Make the promise" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "A printer at gate four" })).toBeVisible()
  await expect(page.getByText(/^Late, \d+ days$/)).toBeVisible()

  await page.getByRole("link", { name: "Move the date" }).click()
  await page.getByLabel("New date").fill("2099-03-31")
  await page.getByLabel("Why is it moved?").fill("The supplier has none before spring.")
  await page.getByRole("button", { name: "Move it" }).click()
  await expect(page.getByRole("region", { name: "Every move of its date" })).toContainText("15 Jan 2026 → 31 Mar 2099")
  await expect(page.getByRole("region", { name: "Every move of its date" })).toContainText("The supplier has none before spring.")

  await page.getByRole("link", { name: "Mark as kept" }).click()
  await page.getByLabel("What was done?").fill("It stands at gate four.")
  await page.getByRole("button", { name: "Mark as kept" }).click()
  await expect(page.getByRole("region", { name: "How it was kept" })).toContainText("It stands at gate four.")

  await page.goto("/units/U-5/relationship")
  await expect(page.getByRole("region", { name: /^What we promised/ })).toContainText("A printer at gate four")
  await page.getByRole("link", { name: /^Record what (?!IT)/ }).click()
  for (const words of ["We know whom to ask in IT, and they answer", "IT does what we ask it to do", "IT tells us what became of each request"]) await page.getByRole("checkbox", { name: words }).check()
  await page.getByRole("button", { name: /^Record what/ }).click()
  await expect(page.getByRole("heading", { level: 1 })).toContainText("says we only take orders. We have not said yet.")
})
