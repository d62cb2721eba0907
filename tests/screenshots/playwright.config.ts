// How `npm run screenshots` runs: the browser tests' own app with the sample company, one picture after the other.

import { defineConfig } from "@playwright/test"
import shared from "../../playwright.config"

export default defineConfig({
  ...shared,
  testDir: ".",
  testMatch: "main-screens.ts",
  outputDir: "../../test-results",
  globalSetup: "../support/app-setup.ts",
  workers: 1,
  projects: [{ name: "pictures", use: { colorScheme: "light" } }],
})
