// A company of one's own: the link printed on the terminal makes the first administrator, who signs out and in by password.

import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { appPid, launchReady, until, type AppProcess } from "../hard/app-process"
import { expect, expectNoSeriousAxe, test } from "../support/planner-page"

const password = "seven quiet herons at noon"

test.use({ person: null })

let app: AppProcess
let dataDir: string

test.beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "throughline-own-"))
  app = await launchReady(dataDir)
})

test.afterAll(async () => {
  process.kill(appPid(dataDir), "SIGTERM")
  await app.ended
  rmSync(dataDir, { recursive: true, force: true })
})

test("an empty installation becomes a company of one's own, and its door asks for a password", async ({ page, allowed }) => {
  test.setTimeout(120_000)
  allowed.push(/400/, /401/, /422/)
  await page.goto(app.origin)
  await expect(page).toHaveURL(`${app.origin}/welcome`)
  await expectNoSeriousAxe(page)
  await page.getByRole("button", { name: "Start with your own" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look at the terminal this app was started from.")
  await expectNoSeriousAxe(page)
  await until(() => /\/set-password\/\S+/.test(app.output()))
  const link = /http\S+\/set-password\/\S+/.exec(app.output())?.[0] ?? ""

  await page.goto(link)
  await expectNoSeriousAxe(page)
  await page.getByLabel("Name of the company").fill("Lantern Bakery")
  await page.getByLabel("Your name").fill("T. Albright")
  await page.getByLabel("E-mail address").fill("t.albright@lantern.example")
  await page.getByLabel("New password").fill("too short")
  await page.getByRole("button", { name: "Make the company and sign in" }).click()
  await expect(page.getByRole("alert").first()).toBeVisible()
  await expect(page.getByLabel("Name of the company")).toHaveValue("Lantern Bakery")
  await page.getByLabel("New password").fill(password)
  await page.getByRole("button", { name: "Make the company and sign in" }).click()

  // empty screens lead on
  await expect(page).toHaveURL(`${app.origin}/map`)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Your map grows from one sentence/)
  for (const path of ["/map", "/", "/strategy", "/strategy/start", "/goals", "/initiatives", "/services", "/applications", "/units", "/capabilities", "/functions", "/people", "/search?q=bread"]) {
    await page.goto(app.origin + path)
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
    await expectNoSeriousAxe(page)
  }

  await signOut()
  await page.goBack()
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(page.getByRole("button", { name: /^Walk in|^A\. Kim/ })).toHaveCount(0)

  await page.getByLabel("E-mail address").fill("t.albright@lantern.example")
  await page.getByLabel("Password").fill("not this one, surely")
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page.getByRole("alert").first()).toBeVisible()
  await expect(page.getByLabel("E-mail address")).toHaveValue("t.albright@lantern.example")
  await page.getByLabel("Password").fill(password)
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page.getByText("T. Albright, your menu")).toBeAttached()

  // the link worked once
  await signOut()
  allowed.push(/410/)
  expect((await page.goto(link))?.status()).toBe(410)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link works no more")

  async function signOut(): Promise<void> {
    await page.goto(`${app.origin}/goals`)
    await page.locator("summary.avatar-open").click()
    await page.getByRole("button", { name: "Sign out" }).click()
    await expect(page).toHaveURL(/\/sign-in/)
  }
})
