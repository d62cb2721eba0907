// The test runner's projects: unit, and the database tests once per database.

import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"
import { chosenDatabases } from "./tests/support/databases"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const resolve = { alias: { "~/": here("./app/"), "#db/": here("./db/") } }
const quiet = "./tests/support/no-console.ts"

/** A bound for what hangs, not a measure of speed: busy machines are slow. */
const generous = 60_000

export default defineConfig({
  test: {
    projects: [
      { resolve, test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"], setupFiles: [quiet], testTimeout: generous } },
      ...chosenDatabases().map((database) => ({
        resolve,
        test: {
          name: `db:${database}`,
          include: ["tests/db/**/*.test.ts"],
          globalSetup: [`./tests/support/${database}-setup.ts`],
          setupFiles: [quiet, "./tests/support/fresh-database.ts"],
          pool: "forks" as const,
          server: { deps: { external: [/\/build\/server\//] } },
          testTimeout: generous,
          hookTimeout: generous * 2,
        },
      })),
    ],
  },
})
