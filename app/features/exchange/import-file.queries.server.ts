// Reading what headings meant last time, and which imports are under way.
import type { ReadDb } from "~/core/database.server"
import type { ChainKind } from "~/features/elements/element"
import type { KnownColumns, KnownNodes } from "./brought"
import { graphSource } from "./graph-words"

/** What headings meant when a file was last applied: "kind heading" to the field. */
export async function knownColumns(db: ReadDb): Promise<KnownColumns> {
  const rows = await db.selectFrom("columnChoice").selectAll().execute()
  return Object.fromEntries(rows.map(({ kind, heading, field }) => [`${kind} ${heading}`, field]))
}

/** The nodes of a file's graph as the last files brought them, each with the kind of the record that it became. */
export async function knownNodes(db: ReadDb, fileName: string): Promise<KnownNodes> {
  const rows = await db
    .selectFrom("sourceElement").innerJoin("source", "source.id", "sourceElement.sourceId").leftJoin("element", "element.id", "sourceElement.elementId")
    .select(["sourceElement.foreignId", "sourceElement.type", "element.kind"]).where("source.key", "=", graphSource(fileName)).execute()
  return rows.map(({ foreignId, type, kind }) => [foreignId, type, (kind as ChainKind | null) ?? "keep"])
}

/** The imports that somebody reads or applies now, or did until the process ended. */
export function runningImports(db: ReadDb) {
  return db.selectFrom("import").select(["id", "state", "runner", "runnerSeenAt"]).where("state", "in", ["reading", "applying"]).execute()
}
