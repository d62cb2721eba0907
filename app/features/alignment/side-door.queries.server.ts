// Reading the needs behind side-door tools that IT does not meet yet, for the map.
import type { ReadDb } from "~/core/database.server"
import { onceFor } from "~/core/once-for"
import type { Alignment } from "~/features/alignment/alignment.queries.server"
import { needsUnderGoals, type Needs } from "~/features/alignment/side-door"
import { codeOf } from "~/features/elements/element"

/** Gives every open need under its goals, read once for a version: looked at or agreed for now, and not won back. */
export function sideDoorNeeds(db: ReadDb, alignment: Alignment): Promise<Needs> {
  return onceFor(alignment, "side-door needs", async () => {
    const rows = await db
      .selectFrom("byo").innerJoin("element as e", "e.id", "byo.id").select(["e.id", "e.number", "e.name", "e.summary", "byo.unitId", "byo.goalId"])
      .where("e.archivedAt", "is", null).where("byo.disposition", "in", ["under review", "tolerate"]).where((eb) => eb.or([eb("byo.won", "is", null), eb("byo.won", "!=", "won back")]))
      .orderBy("e.sortKey").orderBy("e.id").execute()
    return needsUnderGoals(alignment.model, rows.map(({ number, summary, ...row }) => ({ ...row, code: codeOf("byo", number), need: summary })))
  })
}
