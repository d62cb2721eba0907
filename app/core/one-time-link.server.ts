// One-time links: who may set a first password or become the first administrator, once and for a day.
import type { Kysely } from "kysely"
import type { DB, OneTimeLink } from "#db/schema"
import { writableDatabase } from "./database.server"
import { hashToken, newToken } from "./session.server"

const day = 24 * 60 * 60_000
export type LinkPurpose = OneTimeLink["purpose"]

/** Makes a link good for 24 hours and returns its token (only the hash is stored). Older unused links for the same purpose and person die. */
export async function createOneTimeLink(
  wanted: { purpose: LinkPurpose; personId: string | null; now: Date },
  db: Kysely<DB> = writableDatabase(),
): Promise<string> {
  const token = newToken()
  const { purpose, personId, now } = wanted
  const older = db.deleteFrom("oneTimeLink").where("purpose", "=", purpose)
  await (personId === null ? older.where("personId", "is", null) : older.where("personId", "=", personId)).execute()
  await db
    .insertInto("oneTimeLink")
    .values({ tokenHash: hashToken(token), purpose, personId, expiresAt: new Date(now.getTime() + day), usedAt: null })
    .execute()
  return token
}

/** Looks a link up without using it (opening a page changes nothing); null when unknown, used or expired. */
export async function findOneTimeLink(
  asked: { token: string; purpose: LinkPurpose; now: Date },
  db: Kysely<DB> = writableDatabase(),
): Promise<{ personId: string | null } | null> {
  const row = await db
    .selectFrom("oneTimeLink")
    .select("personId")
    .where("tokenHash", "=", hashToken(asked.token))
    .where("purpose", "=", asked.purpose)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", asked.now)
    .executeTakeFirst()
  return row ?? null
}

/** Uses a link up; of two requests with the same link one gets the person, the other null. Hand in the transaction of what it is used for. */
export async function consumeOneTimeLink(
  asked: { token: string; purpose: LinkPurpose; now: Date },
  db: Kysely<DB> = writableDatabase(),
): Promise<{ personId: string | null } | null> {
  const row = await db
    .updateTable("oneTimeLink")
    .set({ usedAt: asked.now })
    .where("tokenHash", "=", hashToken(asked.token))
    .where("purpose", "=", asked.purpose)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", asked.now)
    .returning("personId")
    .executeTakeFirst()
  return row ?? null
}
