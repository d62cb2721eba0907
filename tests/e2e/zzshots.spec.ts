import { test } from "../support/planner-page"
test.use({ person: "M. Diaz" })
for (const [name, path, w] of [["rel","/units/U-2/relationship",1440],["ledger","/commitments",1440],["promise","/commitments/W-2",1440],["brief","/units/U-2/brief",1440],["list","/relationships",1440],["view","/units/U-2/relationship/view/business",1440],["relphone","/units/U-2/relationship",390]] as const)
  test(name, async ({ page }) => {
    await page.setViewportSize({ width: w, height: 900 })
    await page.goto(path)
    await page.waitForLoadState("networkidle")
    await page.screenshot({ path: `/tmp/bonds-${name}.png`, fullPage: true })
  })
