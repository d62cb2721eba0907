// Who waits and who is cut on the embedded database, where a transaction of one stops everybody.

import { setTimeout as wait } from "node:timers/promises"
import { sql, type Kysely } from "kysely"
import { describe, expect, inject, test, vi } from "vitest"
import { openDatabase, type OpenOptions } from "#db/client"
import type { DB } from "#db/schema"
import { isRecordsAway } from "~/core/records-away.server"

// The longest transaction here takes 12 s, on a machine with nothing else to do.
vi.setConfig({ testTimeout: 90_000 })

const onEmbedded = inject("testDatabase").kind === "embedded"

async function opened(options: OpenOptions, run: (db: Kysely<DB>) => Promise<void>): Promise<void> {
  const db = openDatabase(process.env.DATABASE_URL ?? "", options)
  await run(db).finally(() => db.destroy())
}

/** A transaction that asks something now and again until `over`; `begun` comes with its first answer. */
function aTransaction(db: Kysely<DB>, over: Promise<unknown>): { begun: Promise<void>; done: Promise<void> } {
  let say: () => void
  const begun = new Promise<void>((resolve) => (say = resolve))
  let open = true
  void over.then(() => (open = false))
  const done = db.transaction().execute(async (tx) => {
    while (open) {
      await sql`select 1`.execute(tx)
      say()
      await wait(50)
    }
  })
  return { begun, done }
}

const one = { rows: [{ one: 1 }] }

describe.runIf(onEmbedded)("beside a long transaction", () => {
  test("readers who wait for 12 s, more of them than there are connections, are answered", async () => {
    await opened({ max: 1, heldAtMostMs: 60_000 }, async (patient) => {
      await opened({}, async (usual) => {
        const long = aTransaction(patient, wait(12_000))
        await long.begun
        let answered = 0
        const readers = Array.from({ length: 8 }, async () => {
          expect(await sql`select 1 as one`.execute(usual)).toMatchObject(one)
          answered += 1
        })
        await wait(1_000)
        expect(answered).toBe(0)
        await long.done
        await Promise.all(readers)
        expect(answered).toBe(8)
      })
    })
  })

  test("a transaction that had to wait for its turn has its whole time from then on", async () => {
    await opened({ max: 1, heldAtMostMs: 60_000 }, async (patient) => {
      await opened({ heldAtMostMs: 2_000 }, async (usual) => {
        const long = aTransaction(patient, wait(3_000))
        await long.begun
        const short = aTransaction(usual, wait(4_000))
        await long.done
        await expect(short.done).resolves.toBeUndefined()
      })
    })
  })

  test("one that keeps a transaction open for over its limit is cut, and the others go on", async () => {
    await opened({ heldAtMostMs: 400 }, async (usual) => {
      await opened({}, async (others) => {
        let cut = (): void => undefined
        const never = new Promise<void>((resolve) => (cut = resolve))
        const forgetful = aTransaction(usual, never)
        const ended = expect(forgetful.done).rejects.toThrow(/connection|closed|not queryable/i)
        await forgetful.begun
        expect(await sql`select 1 as one`.execute(others)).toMatchObject(one)
        await ended
        cut()
      })
    })
  })

  test("a failed transaction that is not ended is cut as well", async () => {
    await opened({ heldAtMostMs: 400 }, async (usual) => {
      await opened({}, async (others) => {
        let open = true
        const forgetful = usual.connection().execute(async (db) => {
          await sql`begin`.execute(db)
          await expect(sql`select 1 / 0`.execute(db)).rejects.toThrow(/division/)
          while (open) await wait(20)
        })
        await wait(100)
        expect(await sql`select 1 as one`.execute(others)).toMatchObject(one)
        open = false
        await forgetful
      })
    })
  })

  test("who waits for longer than the bound is told so, with words that mean the records are away", async () => {
    await opened({ max: 1, heldAtMostMs: 60_000 }, async (patient) => {
      await opened({ waitAtMostMs: 1_000 }, async (usual) => {
        // one that is connected already, and one that still has to connect
        await sql`select 1`.execute(usual)
        const long = aTransaction(patient, wait(4_000))
        await long.begun
        const readers = [1, 2].map(async () => sql`select 1`.execute(usual))
        const told = await Promise.allSettled(readers)
        for (const reader of told) expect(reader.status === "rejected" && isRecordsAway(reader.reason)).toBe(true)
        await long.done
        expect(await sql`select 1 as one`.execute(usual)).toMatchObject(one)
      })
    })
  })
})
