// The one rule about archived records: nothing of theirs is made, changed or taken away until they are restored.
import { sql } from "kysely"
import type { RecordChange } from "./change"
import type { Tx } from "./database.server"
import { archivedSentence, RuleError } from "./errors"

/** Refuses changes of a record, or of what belongs to one, that was archived before `now`; archiving and restoring it are no such change. */
export async function refuseArchived(tx: Tx, changes: readonly RecordChange[], now: Date): Promise<void> {
  const ids = new Set<string>()
  for (const { action, id, about } of changes) {
    const owner = about[0]
    if (owner !== undefined && !(owner === id && (action === "archived" || action === "restored"))) ids.add(owner)
  }
  if (ids.size === 0) return
  const away = await tx
    .selectFrom("element").select("name")
    .where("id", "=", sql<string>`any(${[...ids]}::uuid[])`).where("archivedAt", "is not", null)
    // what this very command archives may be emptied by it
    .where("archivedAt", "<>", now)
    .orderBy("sortKey").orderBy("id").executeTakeFirst()
  if (away) throw new RuleError(archivedSentence(away.name))
}
