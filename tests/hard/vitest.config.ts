// The long and rough tests: `npm run test:hard`, on the built app.

import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const root = fileURLToPath(new URL("../..", import.meta.url))

export default defineConfig({
  root,
  resolve: { alias: { "~/": `${root}app/`, "#db/": `${root}db/` } },
  test: { include: ["tests/hard/*.test.ts"], fileParallelism: false, testTimeout: 150_000, hookTimeout: 300_000 },
})
