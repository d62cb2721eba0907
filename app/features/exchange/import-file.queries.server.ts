// Reading what headings meant last time, and which imports are under way.
import type { ReadDb } from "~/core/database.server"
import type { KnownColumns } from "./brought"

/** What headings meant when a file was last applied: "kind heading" to the field. */
export async function knownColumns(db: ReadDb): Promise<KnownColumns> {
  const rows = await db.selectFrom("columnChoice").selectAll().execute()
  return Object.fromEntries(rows.map(({ kind, heading, field }) => [`${kind} ${heading}`, field]))
}

/** The imports that somebody reads or applies now, or did until the process ended. */
export function runningImports(db: ReadDb) {
  return db.selectFrom("import").select(["id", "state", "runner", "runnerSeenAt"]).where("state", "in", ["reading", "applying"]).execute()
}
