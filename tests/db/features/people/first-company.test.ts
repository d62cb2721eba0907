// Starting with one's own company: once, by a link from the terminal; and what a backup and emptying the installation do.

import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { inflateRawSync } from "node:zlib"
import { expect, it } from "vitest"
import { writeBackup } from "#db/backup"
import { database } from "~/core/database.server"
import { emptyInstallation } from "~/core/installation.server"
import { createOneTimeLink } from "~/core/one-time-link.server"
import { createSession, findSession } from "~/core/session.server"
import { countRecords, findCompany } from "~/features/company/company.queries.server"
import { accountOf } from "~/features/people/accounts.queries.server"
import { addSample } from "~/features/people/sample.server"
import { startCompany, type FirstCompany } from "~/features/people/first-company.commands.server"
import { aGoal } from "../../../support/builders"

const db = database()
const company = { name: "Brook & Sons", currency: "CHF", yearFirstMonth: 7, timeZone: "Europe/Zurich" }
const person = { name: "Fay Brook", email: "Fay@Brook.example", passwordHash: "$argon2id$made" }
const start = (linkToken: string, more: Partial<FirstCompany> = {}) => startCompany({ linkToken, company, person, ...more })
const link = (now = new Date()) => createOneTimeLink({ purpose: "first admin", personId: null, now })

it("with records that were brought in before it has a name, it is not offered the sample, which would swallow them", async () => {
  expect(await countRecords(db)).toBe(0)
  await aGoal({ name: "Brought in first" })
  expect(await countRecords(db)).toBe(1)
  await expect(addSample()).rejects.toThrow(/records here already/)
  expect(await findCompany(db)).toBeUndefined()
})

it("needs a fresh link, keeps it when refused, and makes company, person and account in one step", async () => {
  await expect(start("nothing")).rejects.toThrow(/used already/)
  await expect(start(await link(new Date(Date.now() - 25 * 3_600_000)))).rejects.toThrow(/too old/)
  const token = await link()
  await expect(start(token, { company: { ...company, currency: "CHX" } })).rejects.toMatchObject({ field: "currency" })
  const { id } = await start(token)
  expect(await accountOf(db, id)).toMatchObject({ name: "Fay Brook", signInEmail: "fay@brook.example", roles: ["planner", "admin"], hasPassword: true })
  expect(await findCompany(db)).toMatchObject({ ...company, isSample: false })
  await expect(start(token)).rejects.toThrow(/used already/)
  await expect(start(await link())).rejects.toThrow(/already belongs/)
})

it("is in a backup, row by row, without sessions", async () => {
  const folder = mkdtempSync(join(tmpdir(), "throughline-backup-test-"))
  try {
    const path = join(folder, "backup.zip")
    const { bytes, tables } = await writeBackup(process.env.DATABASE_URL ?? "", path)
    const file = readFileSync(path)
    expect(file.byteLength).toBe(bytes)
    expect(tables).toMatchObject({ account: { rows: 1 }, company: { rows: 1 }, change: { rows: 4 } })
    expect(Object.keys(tables)).not.toContain("session")
    expect(unpacked(file, "company.jsonl")).toContain('"name":"Brook & Sons"')
    expect(JSON.parse(unpacked(file, "backup.json"))).toMatchObject({ format: 1, tables })
    await expect(writeBackup(process.env.DATABASE_URL ?? "", path)).rejects.toThrow(/EEXIST/)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

it("is gone when the installation is emptied, with its sessions, and another company can begin", async () => {
  const before = await db.selectFrom("dataVersion").select("n").executeTakeFirstOrThrow()
  const admin = await db.selectFrom("account").select("personId").executeTakeFirstOrThrow()
  const { token } = await createSession(admin.personId, { now: new Date() })
  await emptyInstallation()
  expect(await findCompany(db)).toBeUndefined()
  expect(await findSession(token, new Date())).toBeNull()
  expect(await db.selectFrom("dataVersion").select("n").executeTakeFirstOrThrow()).not.toEqual(before)
  await start(await link())
})

/** One file of a zip, found by its name in the list at the end. */
function unpacked(zip: Buffer, name: string): string {
  const entry = zip.lastIndexOf(name)
  const header = entry - 46
  const [packed, offset] = [zip.readUInt32LE(header + 20), zip.readUInt32LE(header + 42)]
  const start = offset + 30 + zip.readUInt16LE(offset + 26)
  return inflateRawSync(zip.subarray(start, start + packed)).toString("utf8")
}
