// Sessions: made at sign-in, found once a request, renewed every quarter of an hour, ended at sign-out.
import { createHash, randomBytes } from "node:crypto"
import type { Kysely } from "kysely"
import type { DB } from "#db/schema"
import { writableDatabase } from "./database.server"
import type { Actor } from "./policy"

const minute = 60_000
const hour = 60 * minute

/** How long things last, in milliseconds. */
export const sessionTimes = {
  idle: 8 * hour,
  absolute: 7 * 24 * hour,
  rotateAfter: 15 * minute,
  /** how long the id before a rotation still works, for requests already on their way */
  grace: minute,
  seenEvery: 5 * minute,
} as const

export interface FoundSession {
  actor: Actor & { personId: string }
  /** SHA-256 of the id in use; the key of what belongs to this session */
  sessionHash: string
  /** set when the id was renewed: the browser must be given this one */
  newToken: string | null
}

/** Makes a session with a fresh random id, never reusing one the browser brought. Returns the token for the cookie; only its hash is stored. */
export async function createSession(
  personId: string,
  made: { now: Date; userAgent?: string },
  db: Kysely<DB> = writableDatabase(),
): Promise<{ token: string; sessionHash: string }> {
  const token = newToken()
  const sessionHash = hashToken(token)
  const { now } = made
  await db.deleteFrom("session").where("expiresAt", "<=", now).execute()
  await db
    .insertInto("session")
    .values({
      idHash: sessionHash,
      personId,
      createdAt: now,
      lastSeenAt: now,
      rotatedAt: now,
      previousHash: null,
      previousUntil: null,
      expiresAt: new Date(now.getTime() + sessionTimes.absolute),
      userAgent: (made.userAgent ?? "").slice(0, 300),
    })
    .execute()
  return { token, sessionHash }
}

/**
 * The person behind a cookie's token, or null: unknown, expired, idle for 8 hours, or the account is disabled. Renews the id
 * when it is 15 minutes old, and notes the visit at most once in 5 minutes.
 */
export async function findSession(token: string, now: Date, db: Kysely<DB> = writableDatabase()): Promise<FoundSession | null> {
  if (!/^[\w-]{43}$/.test(token)) return null
  const presented = hashToken(token)
  const row = await readSession(presented, db)
  if (!row || row.disabledAt !== null) return null
  if (row.expiresAt <= now || row.lastSeenAt.getTime() + sessionTimes.idle <= now.getTime()) return null
  const actor = { kind: "person" as const, personId: row.personId, name: row.name, roles: row.roles ?? [] }
  if (row.idHash !== presented) {
    if (row.previousUntil === null || row.previousUntil <= now) return null
    return { actor, sessionHash: row.idHash, newToken: null }
  }
  if (row.rotatedAt.getTime() + sessionTimes.rotateAfter <= now.getTime()) {
    const renewed = await rotate(presented, now, db)
    // somebody else's request renewed it a moment ago: this one passes on the old id
    if (renewed === null) return { actor, sessionHash: (await readSession(presented, db))?.idHash ?? presented, newToken: null }
    return { actor, sessionHash: hashToken(renewed), newToken: renewed }
  }
  if (row.lastSeenAt.getTime() + sessionTimes.seenEvery <= now.getTime()) {
    await db.updateTable("session").set({ lastSeenAt: now }).where("idHash", "=", presented).execute()
  }
  return { actor, sessionHash: presented, newToken: null }
}

/** Ends one session; its id and the one before it are dead at once. */
export async function endSession(sessionHash: string, db: Kysely<DB> = writableDatabase()): Promise<void> {
  await db.deleteFrom("session").where("idHash", "=", sessionHash).execute()
  await db.deleteFrom("flash").where("sessionHash", "=", sessionHash).execute()
}

/** Ends the person's sessions except `keep` (none is kept without it). Returns how many. */
export async function endOtherSessions(personId: string, keep: string | null, db: Kysely<DB> = writableDatabase()): Promise<number> {
  const ended = db.deleteFrom("session").where("personId", "=", personId)
  const { numDeletedRows } = await (keep === null ? ended : ended.where("idHash", "<>", keep)).executeTakeFirst()
  return Number(numDeletedRows)
}

/** Ends the sessions of accounts without a password: they came in by the sample's door. */
export async function endSessionsWithoutPassword(db: Kysely<DB> = writableDatabase()): Promise<void> {
  await db
    .deleteFrom("session")
    .where("personId", "in", (eb) => eb.selectFrom("account").select("personId").where("passwordHash", "is", null))
    .execute()
}

/** After a change of the person's roles: each of their sessions gets a new id at its next request. */
export async function renewSessionsOf(personId: string, db: Kysely<DB> = writableDatabase()): Promise<void> {
  await db.updateTable("session").set({ rotatedAt: new Date(0) }).where("personId", "=", personId).execute()
}

/** The cookie's name and flags follow from the configured origin: Secure with the __Host- prefix on https, plain on a loopback http address. */
export function sessionCookieName(https: boolean): string {
  return https ? "__Host-sid" : "sid"
}

/** The Set-Cookie value that signs a browser in. */
export function sessionCookie(token: string, https: boolean): string {
  return `${sessionCookieName(https)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${sessionTimes.absolute / 1000}${https ? "; Secure" : ""}`
}

/** Headers of the answer to a sign-out: the cookie goes, and with it whatever the browser kept of the pages. */
export function signedOutHeaders(https: boolean): Headers {
  const gone = `${sessionCookieName(https)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${https ? "; Secure" : ""}`
  return new Headers({ "Set-Cookie": gone, "Clear-Site-Data": '"cache", "storage"' })
}

/** The token in a Cookie header, or null. */
export function sessionToken(cookieHeader: string | null, https: boolean): string | null {
  const name = `${sessionCookieName(https)}=`
  for (const pair of (cookieHeader ?? "").split(";")) {
    const trimmed = pair.trim()
    if (trimmed.startsWith(name)) return trimmed.slice(name.length)
  }
  return null
}

/** 256 random bits, URL-safe. */
export function newToken(): string {
  return randomBytes(32).toString("base64url")
}

/** What is stored in place of a token. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex")
}

function readSession(presented: string, db: Kysely<DB>) {
  return db
    .selectFrom("session")
    .innerJoin("account", "account.personId", "session.personId")
    .innerJoin("element", "element.id", "session.personId")
    .select(["session.idHash", "session.personId", "session.lastSeenAt", "session.rotatedAt", "session.previousUntil", "session.expiresAt"])
    .select(["account.disabledAt", "element.name"])
    .select((eb) =>
      eb
        .selectFrom("accountRole")
        .whereRef("accountRole.personId", "=", "session.personId")
        .select((roles) => roles.fn.coalesce(roles.fn.agg<Actor["roles"]>("array_agg", ["accountRole.role"]), roles.val([])).as("roles"))
        .as("roles"),
    )
    .where((eb) => eb.or([eb("session.idHash", "=", presented), eb("session.previousHash", "=", presented)]))
    .executeTakeFirst()
}

async function rotate(presented: string, now: Date, db: Kysely<DB>): Promise<string | null> {
  const token = newToken()
  const renewed = await db
    .updateTable("session")
    .set({
      idHash: hashToken(token),
      previousHash: presented,
      previousUntil: new Date(now.getTime() + sessionTimes.grace),
      rotatedAt: now,
      lastSeenAt: now,
    })
    .where("idHash", "=", presented)
    .returning("personId")
    .executeTakeFirst()
  if (!renewed) return null
  // a message left for the next page moves along
  await db.updateTable("flash").set({ sessionHash: hashToken(token) }).where("sessionHash", "=", presented).execute()
  return token
}
