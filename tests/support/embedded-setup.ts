// Packs the snapshot of a migrated embedded database that every test file starts its own from.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PGlite } from "@electric-sql/pglite"
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist"
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm"
import { unaccent } from "@electric-sql/pglite/contrib/unaccent"
import type { TestProject } from "vitest/node"
import { startEmbedded } from "#db/embedded/embedded"
import { migrate } from "#db/migrate"
import { announceDatabases } from "./databases"
import "./test-database"

export default async function setup(project: TestProject): Promise<() => void> {
  const sentence = announceDatabases()
  const home = mkdtempSync(join(tmpdir(), "throughline-embedded-"))
  const dataDir = join(home, "template")
  const embedded = await startEmbedded({ dataDir, version: "test", address: "the tests' template" })
  try {
    await migrate(embedded.url)
  } finally {
    await embedded.stop()
  }
  const snapshot = join(home, "snapshot.tar.gz")
  writeFileSync(snapshot, await pack(join(dataDir, "database")))
  process.stdout.write(`${sentence} This is the embedded one.\n`)
  project.provide("testDatabase", { kind: "embedded", snapshot })
  return () => rmSync(home, { recursive: true, force: true })
}

async function pack(folder: string): Promise<Uint8Array> {
  const db = await PGlite.create({ dataDir: folder, extensions: { btree_gist, pg_trgm, unaccent } })
  try {
    return new Uint8Array(await (await db.dumpDataDir("gzip")).arrayBuffer())
  } finally {
    await db.close()
  }
}
