// Counting what an import keeps without a word of ours, by type.
import { sql } from "kysely"
import type { ReadDb } from "~/core/database.server"
import type { KeptType } from "./kept-type"

/** The types of kept elements and relationships, most frequent first; empty once the staged rows are swept away. */
export async function keptTypes(db: ReadDb, importId: string): Promise<KeptType[]> {
  const rows = await db
    .selectFrom("importRow")
    .select(["part", sql<string>`brought->>'type'`.as("type")])
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .where("importId", "=", importId)
    .where((eb) => eb.or([
      eb.and([eb("part", "=", "element"), eb(sql<string>`brought->>'known'`, "=", "false")]),
      eb.and([eb("part", "=", "relationship"), eb(sql<string>`brought->>'standing'`, "=", "kept")]),
    ]))
    .groupBy(["part", sql`brought->>'type'`])
    .orderBy((eb) => eb.fn.countAll(), "desc").orderBy(sql`brought->>'type'`)
    .execute()
  return rows.map(({ part, type, count }) => ({ part: part === "element" ? "element" : "relationship", type, count: Number(count) }))
}
