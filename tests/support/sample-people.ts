// Signing in as a person of the running sample company: a session on the app's own database and its cookie.

import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Kysely } from "kysely"
import { openDatabase } from "#db/client"
import { endpointUrl, type Endpoint } from "#db/embedded/endpoint"
import type { DB } from "#db/schema"
import type { Role } from "~/core/policy"
import { createSession, sessionCookieName } from "~/core/session.server"

let opened: Kysely<DB> | undefined

/** The app's database, reached through the embedded endpoint that its data folder names. */
export function appDatabase(): Kysely<DB> {
  if (opened) return opened
  opened = openDatabase(appDatabaseUrl(), { max: 1 })
  return opened
}

/** Lets commands called by a test write to the running app's database. */
export function commandsReachTheApp(): void {
  process.env.DATABASE_URL = appDatabaseUrl()
}

function appDatabaseUrl(): string {
  const owner: { endpoint: Endpoint } = JSON.parse(readFileSync(join(required("E2E_DATA_DIR"), "owner.json"), "utf8"))
  return endpointUrl(owner.endpoint)
}

/** Closes the test's own connection; the next use opens it again. */
export async function closeAppDatabase(): Promise<void> {
  const closing = opened
  opened = undefined
  await closing?.destroy()
}

/** The address of the running app. */
export function appOrigin(): string {
  return required("E2E_ORIGIN")
}

/** The cookie of a new session for the first person of a role, or for the person with that name. */
export async function cookieOf(who: Role | (string & {})): Promise<{ name: string; value: string; url: string }> {
  const db = appDatabase()
  const found = await db
    .selectFrom("account")
    .innerJoin("element", "element.id", "account.personId")
    .innerJoin("accountRole", "accountRole.personId", "account.personId")
    .select(["account.personId", "element.name"])
    .where((eb) => eb.or([eb("element.name", "=", who), eb(eb.cast<string>("accountRole.role", "text"), "=", who)]))
    .where("account.disabledAt", "is", null)
    .orderBy("element.number")
    .executeTakeFirst()
  if (!found) throw new Error(`The sample company has nobody who is or is called "${who}".`)
  const { token } = await createSession(found.personId, { now: new Date(), userAgent: "browser test" }, db)
  return { name: sessionCookieName(false), value: token, url: appOrigin() }
}

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: browser tests run through playwright.config.ts.`)
  return value
}
