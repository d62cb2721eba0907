// Reading which applications may be one product: their names, vendors and jobs, and what people said about pairs.
import { sql } from "kysely"
import type { ReadDb } from "~/core/database.server"
import type { Judged, NamedProduct } from "./twins"

/** Every application that is not archived, with what tells whether it is another one again. */
export async function namedProducts(db: ReadDb): Promise<NamedProduct[]> {
  return db
    .selectFrom("element").innerJoin("application", "application.id", "element.id")
    .select(["element.id", "element.name", "application.family", "application.productVersion", "application.vendor"])
    .select(sql<string[]>`array(select job.to_id::text from link job where job.from_id = element.id and job.relation = 'performs')`.as("jobIds"))
    .where("element.kind", "=", "application").where("element.archivedAt", "is", null).orderBy("element.sortKey").orderBy("element.id").execute()
}

/** What people said about pairs of applications, by "first second". */
export async function twinJudgements(db: ReadDb): Promise<Map<string, { judged: Judged; reason: string }>> {
  const rows = await db.selectFrom("twinJudgement").select(["firstId", "secondId", "judged", "reason"]).execute()
  return new Map(rows.map((row) => [`${row.firstId} ${row.secondId}`, { judged: row.judged, reason: row.reason }]))
}
