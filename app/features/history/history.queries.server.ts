// Reading everything that happened, newest first, narrowed by kind, person and day.
import { sql } from "kysely"
import type { HistoryEntry } from "~/core/change"
import type { ReadDb } from "~/core/database.server"
import { readHistory, standingKind } from "~/core/record-history.server"
import type { HistoryAsk } from "./history"

const pageSize = 50

/** One page of entries and whether there are older ones; days begin in the company's time zone. */
export async function historyPage(db: ReadDb, ask: HistoryAsk, timeZone: string): Promise<{ entries: HistoryEntry[]; more: boolean }> {
  let query = db.selectFrom("change").select("id").where("recordKind", "<>", standingKind)
  if (ask.kind) query = query.where("recordKind", "=", ask.kind)
  if (ask.actorId) query = query.where("actorId", "=", ask.actorId)
  if (ask.from) query = query.where(sql<boolean>`at >= ${ask.from}::timestamp at time zone ${timeZone}`)
  if (ask.to) query = query.where(sql<boolean>`at < (${ask.to}::timestamp + interval '1 day') at time zone ${timeZone}`)
  const rows = await query.orderBy("at", "desc").orderBy("id", "desc").limit(pageSize + 1).offset((ask.page - 1) * pageSize).execute()
  const ids = rows.slice(0, pageSize).map(({ id }) => id)
  return { entries: ids.length === 0 ? [] : await readHistory(db, { ids }), more: rows.length > pageSize }
}

/** Everybody who ever changed something, in the order of names. */
export async function historyActors(db: ReadDb): Promise<{ value: string; label: string }[]> {
  const rows = await db
    .selectFrom("element").select(["id", "name"])
    .where("kind", "=", "person")
    .where((eb) => eb.exists(eb.selectFrom("account").select("personId").whereRef("account.personId", "=", "element.id")))
    .orderBy("sortKey").orderBy("id").limit(500)
    .execute()
  return rows.map(({ id, name }) => ({ value: id, label: name }))
}
