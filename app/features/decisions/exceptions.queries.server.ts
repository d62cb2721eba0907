// Reading exceptions from standards.
import type { ReadDb } from "~/core/database.server"

/** How many exceptions have run out by today and were not given back. */
export async function expiredExceptions(db: ReadDb, today: string): Promise<number> {
  const { n } = await db.selectFrom("exception").select((eb) => eb.fn.countAll<string>().as("n")).where("endedAt", "is", null).where("untilOn", "<", today).executeTakeFirstOrThrow()
  return Number(n)
}
