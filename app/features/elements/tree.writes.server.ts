// Trees and chains without cycles: one lock per relation, taken before its edges are read.
import { sql } from "kysely"
import type { Tx } from "~/core/database.server"

/** Takes the transaction's lock on a tree (or relation) and then reads it, so that two moves cannot make a cycle between them. */
export async function lockTree<T>(tx: Tx, tree: string, read: () => Promise<T>): Promise<T> {
  await sql`select pg_advisory_xact_lock(hashtext(${`tree ${tree}`}))`.execute(tx)
  return read()
}
