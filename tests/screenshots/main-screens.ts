// Takes the pictures of the main screens that the README shows, from the sample company as it is filled.

import { statSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, test } from "../support/planner-page"

const folder = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url))
const mostBytes = 300_000

interface Picture {
  name: string
  path: string
  person?: string
  dark?: boolean
  phone?: boolean
}

const pictures: readonly Picture[] = [
  { name: "map", path: "/map?trace=G-12" },
  { name: "map-dark", path: "/map?trace=G-12", dark: true },
  { name: "strategy", path: "/strategy" },
  { name: "goal", path: "/goals/G-12" },
  { name: "initiatives", path: "/initiatives" },
  { name: "initiative", path: "/initiatives/I-34" },
  { name: "phone", path: "/map", phone: true },
  { name: "my-work", path: "/", person: "L. Osei" },
  { name: "conversation", path: "/consultations/R-9", person: "M. Diaz" },
  { name: "you-said-we-did", path: "/consultations/R-9/after", person: "M. Diaz" },
  { name: "relationship", path: "/units/U-2/relationship", person: "M. Diaz" },
]

for (const { name, path, person = "A. Kim", dark = false, phone = false } of pictures)
  test.describe(name, () => {
    test.use({ person, colorScheme: dark ? "dark" : "light", viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 } })

    test(`the picture of ${name}`, async ({ page }) => {
      await page.goto(path)
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
      await page.evaluate(() => document.fonts.ready)
      await page.waitForLoadState("networkidle")
      const file = `${folder}${name}.png`
      await page.screenshot({ path: file, animations: "disabled", caret: "hide" })
      expect(statSync(file).size, "small enough for the repository").toBeLessThan(mostBytes)
    })
  })
