// Reading a personal calendar address: whose it is, and the dates it shows.
import { addDays } from "~/core/calendar"
import type { ReadDb, Tx } from "~/core/database.server"
import { dueCommitmentsOf, type Day } from "~/features/commitments/commitment-list.queries.server"
import { codeOf } from "~/features/elements/element"

/** When somebody's address was made; null while they have none. */
export async function feedOf(db: ReadDb | Tx, personId: string): Promise<Date | null> {
  return (await db.selectFrom("calendarFeed").select("createdAt").where("personId", "=", personId).executeTakeFirst())?.createdAt ?? null
}

/** The person whose address has this hash; null when it is unknown, was ended or replaced, or the account or person is put away. */
export async function personOfFeed(db: ReadDb, tokenHash: string): Promise<string | null> {
  const row = await db
    .selectFrom("calendarFeed").innerJoin("account", "account.personId", "calendarFeed.personId").innerJoin("element", "element.id", "calendarFeed.personId").select("calendarFeed.personId")
    .where("tokenHash", "=", tokenHash).where("account.disabledAt", "is", null).where("element.archivedAt", "is", null).executeTakeFirst()
  return row?.personId ?? null
}

/** A person's own dates: their open promises, and the next review of each relationship they look after for IT. */
export async function datesOf(db: ReadDb, personId: string, day: Day) {
  const [promises, reviews] = await Promise.all([
    dueCommitmentsOf(db, personId, addDays(day.today, 3660), day),
    db
      .selectFrom("relationship").innerJoin("element", "element.id", "relationship.unitId").select(["relationship.id", "relationship.version", "nextReviewOn", "element.number", "element.name"])
      .where("itPersonId", "=", personId).where("nextReviewOn", "is not", null).where("element.archivedAt", "is", null).orderBy("nextReviewOn").orderBy("element.id").limit(200).execute(),
  ])
  return [
    ...promises.map(({ id, dueOn, name, code, unit, version }) => ({ id, day: dueOn, title: `Promise due: ${name}`, words: unit ? `To ${unit.name}` : "", path: `/commitments/${code}`, version })),
    ...reviews.flatMap(({ id, version, nextReviewOn, number, name }) =>
      nextReviewOn === null ? [] : [{ id, day: nextReviewOn, title: `Review with ${name}`, words: "", path: `/units/${codeOf("unit", number)}/brief`, version }]),
  ]
}
