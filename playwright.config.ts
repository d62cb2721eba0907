// The browser tests: the built app with the sample company, in light and dark, and chosen specs at phone width.

import { defineConfig, devices } from "@playwright/test"
import { browserArguments, browserPath } from "./tests/support/browser"

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  globalSetup: "./tests/support/app-setup.ts",
  fullyParallel: true,
  forbidOnly: process.env.CI === "true",
  workers: 1,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    trace: "retain-on-failure",
    launchOptions: { executablePath: await browserPath(), args: browserArguments },
  },
  projects: [
    { name: "light", use: { colorScheme: "light" } },
    { name: "dark", grep: /@dark/, use: { colorScheme: "dark" } },
    { name: "phone", grep: /@phone/, use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  ],
})
