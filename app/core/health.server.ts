// What a balancer asks: whether the process lives, and whether it can serve. No body, no version, no database for the first.

import type { Hono } from "hono"
import { migrationsCurrent } from "#db/migrate"
import type { WrappedEnv } from "./wrapper.server"
import { database } from "./database.server"

const answerWithinMs = 3_000

/** Adds `/live` (200 while the process runs) and `/ready` (200, or 503 while stopping, without database, or not migrated). */
export function addHealth(app: Hono<WrappedEnv>, mayServe: () => boolean): void {
  app.on(["GET", "HEAD"], "/live", () => answer(200))
  app.on(["GET", "HEAD"], "/ready", async () => answer(mayServe() && (await recordsReachable()) ? 200 : 503))
}

function answer(status: number): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store", "Content-Length": "0", "X-Content-Type-Options": "nosniff" } })
}

async function recordsReachable(): Promise<boolean> {
  let late: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    late = setTimeout(() => resolve(false), answerWithinMs)
  })
  try {
    return await Promise.race([migrationsCurrent(database()), tooLate])
  } catch {
    return false
  } finally {
    clearTimeout(late)
  }
}
