// Gives the test file a migrated database of its own and names it in DATABASE_URL before the product is imported.

import { randomUUID } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, inject } from "vitest"
import { startEmbedded } from "#db/embedded/embedded"
import { administer } from "./administer"
import type { TestDatabase } from "./test-database"

interface Copy {
  url: string
  drop: () => Promise<void>
}

const copy = await freshCopy(inject("testDatabase"))
process.env.DATABASE_URL = copy.url

afterAll(async () => {
  try {
    const { closeDatabase } = await import("~/core/database.server")
    await closeDatabase()
  } finally {
    await copy.drop()
  }
})

function freshCopy(from: TestDatabase): Promise<Copy> {
  return from.kind === "postgres" ? copyOfTemplate(from) : copyOfSnapshot(from)
}

async function copyOfTemplate(from: Extract<TestDatabase, { kind: "postgres" }>): Promise<Copy> {
  const name = `copy_${randomUUID().replaceAll("-", "")}`
  await administer(from.url, `create database ${name} template ${from.template}`)
  const url = new URL(from.url)
  url.pathname = `/${name}`
  // Without "force", which breaks pools that are still open (the built app has one): the whole cluster is thrown away anyway.
  return { url: url.href, drop: () => administer(from.url, `drop database ${name}`).catch(unlessInUse) }
}

async function copyOfSnapshot(from: Extract<TestDatabase, { kind: "embedded" }>): Promise<Copy> {
  const dataDir = mkdtempSync(join(tmpdir(), "throughline-copy-"))
  const embedded = await startEmbedded({ dataDir, version: "test", address: "a test file", snapshot: from.snapshot })
  return {
    url: embedded.url,
    async drop() {
      await embedded.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function unlessInUse(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "55006")) throw error
}
