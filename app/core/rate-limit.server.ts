// Rate limits, counted in the database so that several processes share one count.
import { createHash } from "node:crypto"
import type { Kysely } from "kysely"
import type { DB } from "#db/schema"
import { networkOf } from "./client-address"
import { writableDatabase } from "./database.server"
import { fold } from "./fold"
import { isRecordsAway } from "./records-away.server"

const minute = 60_000

/** Attempts allowed within fixed windows of so many milliseconds. */
export const limits = {
  signInAccount: { attempts: 10, window: 15 * minute },
  signInNetwork: { attempts: 50, window: 15 * minute },
  linkNetwork: { attempts: 50, window: 15 * minute },
  importPerson: { attempts: 10, window: 60 * minute },
  apiToken: { attempts: 600, window: minute },
} as const
export type LimitName = keyof typeof limits

export type Verdict = { allowed: true } | { allowed: false; limit: LimitName; retryAfterSeconds: number }

/**
 * Counts one attempt to sign in and tells whether it may reach the password check: 10 in 15 minutes for an account, known or
 * not, and 50 for a network. When the database is away this throws, so that nobody is let through uncounted.
 */
export async function countSignIn(
  attempt: { email: string; address: string; now: Date },
  db: Kysely<DB> = writableDatabase(),
): Promise<Verdict> {
  const network = await countOne("signInNetwork", networkOf(attempt.address), attempt.now, db)
  if (!network.allowed) return network
  return countOne("signInAccount", accountKey(attempt.email), attempt.now, db)
}

/** After the right password: that attempt counts for nothing, so that ten honest sign-ins do not lock anybody out. Old windows are swept. */
export async function forgiveSignIn(
  attempt: { email: string; address: string; now: Date },
  db: Kysely<DB> = writableDatabase(),
): Promise<void> {
  const buckets = [
    bucketOf("signInNetwork", networkOf(attempt.address), attempt.now),
    bucketOf("signInAccount", accountKey(attempt.email), attempt.now),
  ]
  for (const { bucket, windowStart } of buckets) {
    await db
      .updateTable("rateLimit")
      .set((eb) => ({ count: eb("count", "-", 1) }))
      .where("bucket", "=", bucket)
      .where("windowStart", "=", windowStart)
      .where("count", ">", 0)
      .execute()
  }
  await forgetOldWindows(attempt.now, db)
}

/** Counts one opening of a one-time link from a network: 50 in 15 minutes. */
export function countLinkUse(address: string, now: Date, db: Kysely<DB> = writableDatabase()): Promise<Verdict> {
  return countOne("linkNetwork", networkOf(address), now, db)
}

/** Counts one file that a person brings in: 10 an hour. */
export function countImport(personId: string, now: Date, db: Kysely<DB> = writableDatabase()): Promise<Verdict> {
  return countOne("importPerson", personId, now, db)
}

/** Counts of this process alone, for the window they belong to. */
let countedHere = { windowStart: 0, counts: new Map<string, number>() }

/**
 * Counts one request that a program makes with a token: 600 a minute. Where the count cannot be written, this process counts
 * for itself, so that reading goes on.
 */
export async function countApiCall(tokenId: string, now: Date, db: Kysely<DB> = writableDatabase()): Promise<Verdict> {
  try {
    const count = await raised("apiToken", tokenId, now, db)
    if (count === 1) await forgetOldWindows(now, db)
    return verdictOf("apiToken", tokenId, now, count)
  } catch (error) {
    if (!isRecordsAway(error)) throw error
    return verdictOf("apiToken", tokenId, now, raisedHere(tokenId, now))
  }
}

function raisedHere(tokenId: string, now: Date): number {
  const windowStart = bucketOf("apiToken", tokenId, now).windowStart.getTime()
  if (countedHere.windowStart !== windowStart) countedHere = { windowStart, counts: new Map() }
  const count = (countedHere.counts.get(tokenId) ?? 0) + 1
  countedHere.counts.set(tokenId, count)
  return count
}

/** The sentence for somebody who brought in as many files as an hour takes. */
export function importWaitSentence(verdict: { retryAfterSeconds: number }): string {
  const minutes = Math.ceil(verdict.retryAfterSeconds / 60)
  return `That is more than ${limits.importPerson.attempts} files within an hour, so this one was not read. Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}; the imports you have are untouched.`
}

/** The sentence for somebody who must wait. */
export function waitSentence(verdict: { retryAfterSeconds: number }): string {
  const minutes = Math.ceil(verdict.retryAfterSeconds / 60)
  return `Too many attempts. Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`
}

async function countOne(limit: LimitName, key: string, now: Date, db: Kysely<DB>): Promise<Verdict> {
  return verdictOf(limit, key, now, await raised(limit, key, now, db))
}

// One statement, so one short transaction of its own: the count stays although the sign-in it belongs to is refused.
async function raised(limit: LimitName, key: string, now: Date, db: Kysely<DB>): Promise<number> {
  const { bucket, windowStart } = bucketOf(limit, key, now)
  const { count } = await db
    .insertInto("rateLimit")
    .values({ bucket, windowStart, count: 1 })
    .onConflict((oc) => oc.columns(["bucket", "windowStart"]).doUpdateSet((eb) => ({ count: eb("rateLimit.count", "+", 1) })))
    .returning("count")
    .executeTakeFirstOrThrow()
  return count
}

function verdictOf(limit: LimitName, key: string, now: Date, count: number): Verdict {
  const { attempts, window } = limits[limit]
  if (count <= attempts) return { allowed: true }
  const { windowStart } = bucketOf(limit, key, now)
  return { allowed: false, limit, retryAfterSeconds: Math.ceil((windowStart.getTime() + window - now.getTime()) / 1000) }
}

function bucketOf(limit: LimitName, key: string, now: Date) {
  const { window } = limits[limit]
  return { bucket: `${limit}:${key}`, windowStart: new Date(Math.floor(now.getTime() / window) * window) }
}

// Hashed: the table must not become a list of addresses that somebody tried.
function accountKey(email: string): string {
  return createHash("sha256").update(fold(email)).digest("hex").slice(0, 32)
}

async function forgetOldWindows(now: Date, db: Kysely<DB>): Promise<void> {
  await db.deleteFrom("rateLimit").where("windowStart", "<", new Date(now.getTime() - 60 * minute)).execute()
}
