// Databases that nobody has set up yet, for what begins with nothing: embedded in a folder of its own, or on the run's PostgreSQL.

import { randomUUID } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startEmbedded } from "#db/embedded/embedded"
import { administer } from "./administer"

export interface EmptyDatabase {
  url: string
  drop: () => Promise<void>
}

/** An embedded database in a new folder. */
export async function emptyFolder(): Promise<EmptyDatabase> {
  const home = mkdtempSync(join(tmpdir(), "throughline-empty-"))
  const embedded = await startEmbedded({ dataDir: join(home, "data"), version: "test", address: "a test" })
  return {
    url: embedded.url,
    async drop() {
      await embedded.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** A database on the server where the given one lies. */
export async function emptyDatabase(beside: string): Promise<EmptyDatabase> {
  const name = `empty_${randomUUID().replaceAll("-", "")}`
  await administer(beside, `create database ${name} encoding 'UTF8' template template0`)
  const address = new URL(beside)
  address.pathname = `/${name}`
  return { url: address.href, drop: () => administer(beside, `drop database ${name}`) }
}
