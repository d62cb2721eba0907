// A meeting outlives its server: killed in mid-sentence and started again, no point is lost and none is there twice.

import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "@playwright/test"
import { openDatabase } from "#db/client"
import { closeDatabase } from "~/core/database.server"
import { createSession, sessionCookieName } from "~/core/session.server"
import { readAgenda } from "~/features/consultations/meeting"
import { nextPoint, planMeeting } from "~/features/consultations/meetings.commands.server"
import { appPid, enginePid, isGone, launchReady, recordsUrl, until, type AppProcess } from "../hard/app-process"
import { aCompany, aPerson } from "../support/builders"
import { aConversation } from "../support/conversation-builders"
import { expect, test } from "../support/planner-page"

const parent = mkdtempSync(join(tmpdir(), "throughline-restart-"))
const dataDir = join(parent, "data")
const running: { app: AppProcess | null } = { app: null }
const elsewhere = process.env.DATABASE_URL

test.use({ person: null, viewport: { width: 1024, height: 768 } })
test.afterAll(async () => {
  await closeDatabase()
  if (elsewhere === undefined) delete process.env.DATABASE_URL
  else process.env.DATABASE_URL = elsewhere
  const child = running.app?.child
  if (child && child.exitCode === null && child.signalCode === null) process.kill(-(child.pid ?? 0), "SIGKILL")
  rmSync(parent, { recursive: true, force: true })
})

/** A running meeting on the server's own records, and the session of whoever runs it. */
async function aMeeting(): Promise<{ code: string; token: string }> {
  process.env.DATABASE_URL = recordsUrl(dataDir)
  await aCompany()
  const owner = await aPerson({ name: "Mara Dietz", roles: ["brm"] })
  const conversation = await aConversation(owner, { name: "Asking the order desk" })
  const { id } = await planMeeting(owner, { consultationId: conversation.id, startsAt: new Date(), minutes: 45, place: "Room 2", agenda: readAgenda("What slows you down, 15") })
  await nextPoint(owner, { meetingId: id })
  const db = openDatabase(recordsUrl(dataDir), { max: 1 })
  const { token } = await createSession(owner.personId, { now: new Date(), userAgent: "browser test" }, db)
  await db.destroy()
  await closeDatabase()
  return { code: conversation.code, token }
}

/** Kills the server as it stands, and comes back when nothing of it is left. */
async function killed(): Promise<void> {
  const all = [appPid(dataDir), enginePid(dataDir)]
  process.kill(all[0] ?? 0, "SIGKILL")
  await until(() => all.every(isGone))
}

async function points(): Promise<string[]> {
  const db = openDatabase(recordsUrl(dataDir), { max: 1 })
  const rows = await db.selectFrom("feedbackWords").innerJoin("feedback", "feedback.id", "feedbackWords.feedbackId").select("body").orderBy("createdAt").orderBy("feedback.id").execute()
  await db.destroy()
  return rows.map(({ body }) => body)
}

const said = ["The order screen stops around noon.", "Returns need a second screen.", "Labels print in the wrong order."] as const

test("a server killed in mid-sentence and started again has every point, and each once", async ({ page, allowed }) => {
  test.setTimeout(240_000)
  allowed.push(/ERR_(CONNECTION|EMPTY|INCOMPLETE|SOCKET|FAILED)/, /50[0-9]/)
  running.app = await launchReady(dataDir)
  const { origin } = running.app
  const { code, token } = await aMeeting()
  await page.context().addCookies([{ name: sessionCookieName(false), value: token, url: origin }])
  await page.goto(`${origin}/consultations/${code}/during`)
  const box = page.getByLabel(/What was said/)

  await box.fill(said[0])
  await page.keyboard.press("Enter")
  await expect(page.getByText(/Saved \d\d:\d\d/)).toBeVisible()

  await box.fill(said[1])
  await page.keyboard.press("Enter")
  await box.pressSequentially(said[2].slice(0, 12))
  await killed()
  await box.pressSequentially(said[2].slice(12))
  await page.keyboard.press("Enter")
  await expect(page.getByText(/notes? waits? for the connection/)).toBeVisible()
  await box.fill("Half a sen")

  running.app = await launchReady(dataDir, { PORT: new URL(origin).port })
  await expect(page.getByText(/notes? waits? for the connection/)).toHaveCount(0)
  await expect(box).toHaveValue("Half a sen")
  await eachOnce(page)
  expect(await points()).toEqual([...said])

  await page.reload()
  await eachOnce(page)
  await expect(box).toHaveValue("Half a sen")
})

async function eachOnce(page: Page): Promise<void> {
  for (const one of said) await expect(page.getByRole("listitem").filter({ hasText: one })).toHaveCount(1)
}
