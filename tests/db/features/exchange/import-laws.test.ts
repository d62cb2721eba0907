// Laws of importing: the order of rows does not matter, twice is once, and the real models come through whole.

import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import fc from "fast-check"
import { beforeAll, describe, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { startImport } from "~/features/exchange/import-job.server"
import { applyImport } from "~/features/exchange/imports.commands.server"
import { findImport, importRows } from "~/features/exchange/imports.queries.server"
import type { Brought } from "~/features/exchange/brought"
import { aCompany, thePreparer } from "../../../support/builders"
import { aLink, anImport, aRecord, named } from "../../../support/brought"

beforeAll(() => aCompany())

describe("the order of rows", () => {
  const rows: Brought[] = [
    aRecord("goal", "Law top"), aRecord("goal", "Law middle", { parent: named("Law top", "goal") }), aRecord("goal", "Law leaf", { parent: named("Law middle", "goal") }),
    aRecord("goal", "Law fourth", { parent: named("Law leaf", "goal") }), aRecord("goal", "Law fifth", { parent: named("Law fourth", "goal") }),
    aRecord("goal", "Law round a", { parent: named("Law round b", "goal") }), aRecord("goal", "Law round b", { parent: named("Law round a", "goal") }),
    aRecord("unit", "Law unit", { frontline: -3 }), aRecord("unit", "Law part", { parent: named("Law unit", "unit") }),
    aRecord("initiative", "Law work", { owner: named("Law Person", "person") }), aRecord("initiative", "Law first", { sponsor: named("Law Person", "person") }),
    aLink(named("Law work", "initiative"), "requires", named("Law first", "initiative")), aLink(named("Law first", "initiative"), "requires", named("Law work", "initiative")),
    aLink(named("Law work", "initiative"), "contributes to", named("Law leaf", "goal")), aLink(named("Law work", "initiative"), "affects", named("Law part", "unit")),
  ]

  it("does not matter to what becomes of them", async () => {
    const outcome = async (order: readonly Brought[]) => {
      const id = await anImport(order)
      const found = await importRows(database(), id, { offset: 0, limit: 100 })
      return found.rows.map(({ kind, name, verdict, changes }) => ({ kind, name, verdict, changes })).sort((a, b) => (`${a.kind} ${a.name}` < `${b.kind} ${b.name}` ? -1 : 1))
    }
    const expected = await outcome(rows)
    expect(expected.filter(({ verdict }) => verdict === "refused").map(({ name }) => name)).toEqual([
      "Law work affects Law part", "Law fifth", "Law fourth", "Law round a", "Law round b", "Law first needs first Law work", "Law work needs first Law first", "Law part", "Law unit",
    ])
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (order) => {
      expect(await outcome(order)).toEqual(expected)
    }), { numRuns: 12 })
  })
})

const folder = fileURLToPath(new URL("../../../../../shared/data/archimate/", import.meta.url))
interface Expected {
  elements: number
  relationships: number
  byKind: Record<string, number>
}

describe.skipIf(!existsSync(folder))("the models in shared/data/archimate", () => {
  const expected = existsSync(folder) ? (JSON.parse(readFileSync(`${folder}expected.json`, "utf8")) as Record<string, Expected>) : {}

  it.each(Object.entries(expected))("%s comes in whole, and a second time changes nothing", async (name, counts) => {
    const bring = async () => {
      const { id, done } = await startImport(thePreparer, { name, bytes: readFileSync(`${folder}${name}`), choices: {} })
      await done
      return id
    }
    const id = await bring()
    const { report, state, message } = await findImport(database(), id)
    expect({ state, message }).toEqual({ state: "preview", message: "" })
    const ofKind = (kind: "goal" | "initiative" | "service" | "application" | "capability" | "unit") => Object.values(report.kinds[kind] ?? {}).reduce((sum, count) => sum + count, 0)
    for (const kind of ["goal", "initiative", "service", "application", "capability", "unit"] as const) expect([kind, ofKind(kind)]).toEqual([kind, counts.byKind[kind] ?? 0])
    await applyImport(thePreparer, { importId: id })
    const kept = await database().selectFrom("sourceElement").select((eb) => eb.fn.countAll<string>().as("count")).where("importId", "=", id).executeTakeFirstOrThrow()
    const relations = await database().selectFrom("sourceRelationship").select(["standing"]).select((eb) => eb.fn.countAll<string>().as("count")).where("importId", "=", id).groupBy("standing").execute()
    expect(Number(kept.count)).toBe(counts.elements)
    expect(relations.reduce((sum, { count }) => sum + Number(count), 0)).toBe(counts.relationships)
    const again = await bring()
    const second = await findImport(database(), again)
    expect(second.toWrite).toBe(0)
    expect((await applyImport(thePreparer, { importId: again })).written).toBe(0)
  })
})
