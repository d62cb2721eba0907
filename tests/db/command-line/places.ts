// Installations for the command line: an embedded one by its folder, or one on the run's PostgreSQL by its address.

import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { isEmbeddedUrl } from "#db/embedded/endpoint"
import { emptyDatabase } from "../../support/empty-database"

export interface Place {
  /** the settings that lead there */
  settings: Record<string, string>
  drop: () => Promise<void>
}

/** Whether this run is the one on the embedded database. */
export const onEmbedded = isEmbeddedUrl(process.env.DATABASE_URL ?? "")

/** An installation that nobody has set up, on the database of this run or on the kind that is asked for. */
export async function newPlace(embedded = onEmbedded): Promise<Place> {
  const home = mkdtempSync(join(tmpdir(), "throughline-place-"))
  const settings: Record<string, string> = { DATA_DIR: join(home, "data") }
  const server = embedded ? null : await emptyDatabase(process.env.DATABASE_URL ?? "")
  if (server) settings.DATABASE_URL = server.url
  return {
    settings,
    async drop() {
      await server?.drop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
