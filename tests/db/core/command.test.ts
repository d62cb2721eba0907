// The door: one outcome for a repeated form, a merge for a stale one, one winner among many, nothing half done, history that cannot be changed.

import { randomUUID } from "node:crypto"
import { openOwnerPool } from "#db/client"
import { sql } from "kysely"
import { beforeAll, describe, expect, it } from "vitest"
import { command } from "~/core/command.server"
import { database, writableDatabase } from "~/core/database.server"
import { ForbiddenError, RuleError, StaleError } from "~/core/errors"
import { readHistory } from "~/core/record-history.server"
import { findGoal } from "~/features/goals/goals.queries.server"
import { createGoal, updateGoal } from "~/features/goals/goals.commands.server"
import { aCompany, aGoal, aPerson, thePreparer, type SignedInActor } from "../../support/builders"

let ana: SignedInActor
let ben: SignedInActor
beforeAll(async () => {
  await aCompany()
  ana = await aPerson({ name: "Ana", roles: ["planner"] })
  ben = await aPerson({ name: "Ben", roles: ["planner"] })
})

const goalCount = async () => (await database().selectFrom("goal").select(sql<number>`count(*)::int`.as("n")).executeTakeFirstOrThrow()).n

describe("a form that arrives twice", () => {
  it("saves once, however many clicks", async () => {
    const before = await goalCount()
    const operationId = randomUUID()
    const made = await Promise.all(Array.from({ length: 20 }, () => createGoal(ana, { operationId, name: "Once" })))
    expect(new Set(made.map((goal) => goal.code)).size).toBe(1)
    expect(await goalCount()).toBe(before + 1)
    expect(await readHistory(database(), { operationId })).toHaveLength(1)
  })

  it("is refused with other content", async () => {
    const operationId = randomUUID()
    await createGoal(ana, { operationId, name: "First" })
    await expect(createGoal(ana, { operationId, name: "Second" })).rejects.toThrow(RuleError)
  })

  it("is refused from somebody else", async () => {
    const operationId = randomUUID()
    await createGoal(ana, { operationId, name: "Hers" })
    await expect(createGoal(ben, { operationId, name: "Hers" })).rejects.toThrow(RuleError)
  })
})

describe("two people on one record", () => {
  it("keeps both where they changed different fields", async () => {
    const goal = await aGoal({ name: "Base", why: "old", weight: 10 })
    await updateGoal(ana, { id: goal.id, version: 1, why: "Ana's reason" })
    await updateGoal(ben, { id: goal.id, version: 1, weight: 40 })
    expect(await findGoal(database(), goal.code)).toMatchObject({ why: "Ana's reason", weight: 40, version: 3 })
  })

  it("asks where both changed the same field, and shows both", async () => {
    const goal = await aGoal({ name: "Base", why: "old" })
    await updateGoal(ana, { id: goal.id, version: 1, why: "Ana's reason" })
    const stale = await updateGoal(ben, { id: goal.id, version: 1, why: "Ben's reason" }).catch((error: unknown) => error)
    expect(stale).toBeInstanceOf(StaleError)
    expect(stale).toMatchObject({ by: "Ana", version: 2, conflicts: [{ field: "why", base: "old", mine: "Ben's reason", theirs: "Ana's reason" }] })
    await updateGoal(ben, { id: goal.id, version: 2, why: "Both reasons" })
    expect(await findGoal(database(), goal.code)).toMatchObject({ why: "Both reasons" })
  })

  it("lets exactly one of many write a field from the same version", async () => {
    const goal = await aGoal({ promiseLine: "before" })
    const saves = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => updateGoal(n % 2 ? ana : ben, { id: goal.id, version: 1, promiseLine: `line ${n}` })))
    expect(saves.filter((save) => save.status === "fulfilled")).toHaveLength(1)
    expect(saves.filter((save) => save.status === "rejected" && save.reason instanceof StaleError)).toHaveLength(39)
  })
})

describe("what is refused", () => {
  it("leaves nothing behind", async () => {
    const before = await goalCount()
    const operationId = randomUUID()
    const failing = command({
      actor: ana, operationId, load: async () => null, demands: () => ({ permission: "edit chain" }),
      run: async (tx) => {
        await tx.updateTable("element").set({ name: "Half done" }).execute()
        throw new RuleError("Refused at the end.")
      },
    })
    await expect(failing).rejects.toThrow("Refused at the end.")
    expect(await goalCount()).toBe(before)
    expect(await database().selectFrom("element").select("id").where("name", "=", "Half done").execute()).toEqual([])
    expect(await database().selectFrom("operation").select("id").where("id", "=", operationId).execute()).toEqual([])
  })

  it("is judged after the record is known", async () => {
    const goal = await aGoal()
    const viewer = await aPerson({ roles: ["viewer"] })
    const contributor = await aPerson({ roles: ["contributor"] })
    await expect(updateGoal(viewer, { id: goal.id, version: 1, why: "x" })).rejects.toThrow(ForbiddenError)
    await expect(updateGoal(contributor, { id: goal.id, version: 1, why: "x" })).rejects.toThrow(ForbiddenError)
  })
})

describe("the history", () => {
  it("keeps words apart, so that they can be forgotten, and gives them back in place", async () => {
    const goal = await createGoal(thePreparer, { name: "Remembered", why: "A secret reason" })
    const rows = await database().selectFrom("change").select("fields").where("recordId", "=", goal.id).execute()
    expect(JSON.stringify(rows)).not.toContain("secret")
    const [entry] = await readHistory(database(), { aboutId: goal.id, limit: 1 })
    expect(entry?.fields).toContainEqual({ field: "why", before: null, after: "A secret reason" })
  })

  it("cannot be changed by the app, and not even by its owner", async () => {
    const role = await sql<{ who: string }>`select current_user as who`.execute(writableDatabase())
    expect(role.rows[0]?.who).toBe("app_rw")
    const asApp = [sql`update change set action = 'removed'`, sql`delete from change`, sql`truncate change cascade`]
    for (const statement of asApp) await expect(statement.execute(writableDatabase())).rejects.toMatchObject({ code: "42501" })
    const pool = openOwnerPool(process.env.DATABASE_URL ?? "")
    for (const statement of ["update change set action = 'removed'", "truncate change cascade"])
      await expect(pool.query(`begin; set local role app_owner; ${statement}; commit`)).rejects.toThrow("append-only")
    await pool.query("rollback")
    await pool.end()
  })

  it("refuses an operation at an earlier time outside a sample", async () => {
    const { atSampleTime } = await import("~/core/command.server")
    await expect(atSampleTime(new Date(0), () => createGoal(ana, { name: "Backdated" }))).rejects.toThrow("Only a sample installation")
  })
})
