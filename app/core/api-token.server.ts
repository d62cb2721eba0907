// Tokens of programs: made of random bits, found by their hash, and what a request that carries one may do.
import type { Kysely } from "kysely"
import type { DB } from "#db/schema"
import { writableDatabase } from "./database.server"
import type { Actor } from "./policy"
import { countApiCall } from "./rate-limit.server"
import { hashToken, newToken } from "./session.server"

const usedEvery = 5 * 60_000
const prefix = "tl_"

export type Admission =
  | { actor: Actor & { personId: string } }
  | { status: 401 | 429; sentence: string; headers: Record<string, string> }

/** A new token: 256 random bits to show once, and the hash to store in their place. */
export function newApiToken(): { secret: string; tokenHash: string } {
  const secret = prefix + newToken()
  return { secret, tokenHash: hashToken(secret) }
}

/**
 * Who a program is that shows this token: somebody who may read and nothing else, known by the token's own id. Refused with
 * 401 when the token is missing, unknown, ended or expired, and with 429 after 600 requests in a minute. Its use is noted at
 * most once in 5 minutes.
 */
export async function admitProgram(authorization: string, now: Date, db: Kysely<DB> = writableDatabase()): Promise<Admission> {
  const [, secret] = /^Bearer (tl_[\w-]{43})$/i.exec(authorization.trim()) ?? []
  if (secret === undefined) return refused("Authorization must be “Bearer” and a token of this planner, which begins with tl_. Nothing was read.")
  const token = await db
    .selectFrom("apiToken").select(["id", "name", "expiresAt", "endedAt", "lastUsedAt"]).where("tokenHash", "=", hashToken(secret)).executeTakeFirst()
  if (!token) return refused("This token is not known here. Ask an administrator of the planner for one.")
  if (token.endedAt !== null) return refused("This token was ended by an administrator of the planner. Ask for a new one.")
  if (token.expiresAt <= now) return refused("This token has expired. Ask an administrator of the planner for a new one.")
  const verdict = await countApiCall(token.id, now, db)
  if (!verdict.allowed) {
    const seconds = verdict.retryAfterSeconds
    return { status: 429, sentence: `This token asked more than 600 times within a minute. Try again in ${seconds} seconds.`, headers: { "Retry-After": String(seconds) } }
  }
  if (token.lastUsedAt === null || token.lastUsedAt.getTime() + usedEvery <= now.getTime())
    await db.updateTable("apiToken").set({ lastUsedAt: now }).where("id", "=", token.id).execute()
  return { actor: { kind: "person", personId: token.id, name: `API token ${token.name}`, roles: ["viewer"] } }
}

function refused(sentence: string): Admission {
  return { status: 401, sentence, headers: { "WWW-Authenticate": 'Bearer error="invalid_token"' } }
}
