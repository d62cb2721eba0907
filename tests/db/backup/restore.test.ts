// Backup and restore: the same rows on either database, everything that guards them still there, and nothing of what is refused.

import { createHash } from "node:crypto"
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { CompiledQuery } from "kysely"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { writeBackup, type BackupCounts } from "#db/backup"
import { openDatabase } from "#db/client"
import { isEmbeddedUrl } from "#db/embedded/endpoint"
import { migrate, migrationsCurrent, rebuildSchema } from "#db/migrate"
import { migrations } from "#db/migrations"
import { restoreBackup } from "#db/restore"
import { createZip } from "#db/zip-file"
import { emptyDatabase, emptyFolder, type EmptyDatabase } from "../../support/empty-database"
import { fillHouse } from "./full-house"
import { unpack } from "./unpack"

const source = process.env.DATABASE_URL ?? ""
const folder = mkdtempSync(join(tmpdir(), "throughline-restore-"))
const path = join(folder, "backup.zip")
const places: EmptyDatabase[] = []
const spare: EmptyDatabase[] = []
let written: BackupCounts

/** An empty place, new or used before and emptied: a new embedded database takes seconds. */
async function place(kind = isEmbeddedUrl(source) ? "embedded" : "postgres"): Promise<string> {
  const left = spare.findIndex((one) => isEmbeddedUrl(one.url) === (kind === "embedded"))
  const [known] = left < 0 ? [] : spare.splice(left, 1)
  const made = known ?? (kind === "embedded" ? await emptyFolder() : await emptyDatabase(source))
  if (known) await rebuildSchema(made.url, {})
  places.push(made)
  return made.url
}

async function asked<Row>(url: string, statement: string): Promise<Row[]> {
  const db = openDatabase(url, { max: 1 })
  return db.executeQuery<Row>(CompiledQuery.raw(statement)).then(({ rows }) => rows).finally(() => db.destroy())
}

beforeAll(async () => {
  await fillHouse()
  written = await writeBackup(source, path)
})
afterEach(() => void spare.push(...places.splice(0)))
afterAll(async () => {
  for (const { drop } of spare) await drop()
  rmSync(folder, { recursive: true, force: true })
})

describe("a backup restored into an empty database", () => {
  it("leaves no table of records out", () => {
    const empty = Object.entries(written.tables).filter(([, { rows }]) => rows === 0).map(([table]) => table)
    expect(empty).toEqual([])
    expect(written.tables.goal?.rows).toBeGreaterThan(1_200)
  })

  it("has the same rows: a second backup is the same file, byte by byte, on the other database too", async () => {
    const chain = isEmbeddedUrl(source) ? ["embedded"] : ["embedded", "postgres"]
    let from = path
    for (const [step, kind] of chain.entries()) {
      const url = await place(kind)
      expect((await restoreBackup(url, from)).tables).toEqual(written.tables)
      const next = join(folder, `again-${step}.zip`)
      expect((await writeBackup(url, next)).tables).toEqual(written.tables)
      expect(sumOf(next)).toBe(sumOf(path))
      from = next
    }
  })

  it("keeps its guards: history only grows, the app's role changes rows alone, numbers go on, foreign keys hold at once", async () => {
    const url = await place()
    await restoreBackup(url, path)
    await expect(asked(url, "update change set version = 7")).rejects.toThrow(/permission denied|append-only/)
    await expect(asked(url, "create table mine (n int)")).rejects.toThrow(/permission denied/)
    await expect(asked(url, "insert into schema_migration values ('9999')")).rejects.toThrow(/permission denied/)
    expect(await asked(url, "select conname from pg_constraint where condeferrable")).toEqual([])
    const [next] = await asked<{ n: string }>(url, "select nextval('number_goal') as n")
    const [here] = await asked<{ n: string }>(source, "select last_value + 1 as n from number_goal")
    expect(next).toEqual(here)
    const db = openDatabase(url, { max: 1 })
    expect(await migrationsCurrent(db).finally(() => db.destroy())).toBe(true)
  })

  it("has a mark of its own for what is kept by version of the records", async () => {
    const url = await place()
    await restoreBackup(url, path)
    const mark = "select n from data_version"
    expect(await asked(url, mark)).not.toEqual(await asked(source, mark))
  })

  it("may be an installation that was set up and not used yet", async () => {
    const url = await place()
    await migrate(url)
    await asked(url, "insert into one_time_link (token_hash, purpose, expires_at) values ('x', 'first admin', now())")
    expect((await restoreBackup(url, path)).tables).toEqual(written.tables)
  })
})

describe("a backup of an older version", () => {
  const older = Object.fromEntries(Object.entries(migrations).slice(0, 4))

  it("is restored as that version had it and then takes the missing steps", async () => {
    const [was, url] = [await place(), await place()]
    await migrate(was, older)
    await asked(was, "insert into company values (gen_random_uuid(), true, 'Old & Sons', '', '[]', 'EUR', 1, 'UTC', 0.7, 0.4, false, 1, now())")
    const old = join(folder, "old.zip")
    const sums = await writeBackup(was, old)
    const restored = await restoreBackup(url, old)
    expect(restored.migrated).toEqual(Object.keys(migrations).slice(4).sort())
    expect(restored.tables).toEqual(sums.tables)
    // column by column as it was; columns of later versions have their usual values beside
    const [company] = await asked(was, "select * from company")
    expect(company).toMatchObject({ name: "Old & Sons" })
    expect((await asked(url, "select * from company"))[0]).toMatchObject(company ?? {})
  })

  it("and of a newer one is refused by name, with nothing written", async () => {
    const url = await place()
    await expect(restoreBackup(url, path, older)).rejects.toThrow(/newer version of Throughline \(0006_exchange/)
    expect(await tablesIn(url)).toBe("")
  })
})

describe("refused, with a sentence and nothing written, is", () => {
  const whole = () => readFileSync(path)
  const files: [string, RegExp, () => Buffer | Promise<Buffer>][] = [
    ["a file cut off", /no zip file, or its end is missing/, () => whole().subarray(0, whole().length - 200)],
    ["an empty file", /no zip file/, () => Buffer.alloc(0)],
    ["a text", /no zip file/, () => Buffer.from("select 1")],
    ["another zip", /not a backup of Throughline/, () => zipOf({ "hello.txt": "hello\n" })],
    ["a byte that changed", /is damaged/, () => flipped(whole())],
    ["a row that was changed", /is damaged/, async () => zipOf({ ...(await unpack(path)), "company.jsonl": "{}\n" })],
    ["a table left out", /is damaged/, async () => zipOf(without(await unpack(path), "link.jsonl"))],
    ["a table too many", /is damaged/, async () => zipOf({ ...(await unpack(path)), "more.jsonl": "" })],
    ["a row that was changed with its checksum", /do not fit together/, () => tampered("responsibility", (lines) => lines.replaceAll(/"person_id":"[^"]*"/g, '"person_id":"00000000-0000-4000-8000-000000000000"'))],
    ["a value that no column takes", /do not fit together/, () => tampered("company", (lines) => lines.replace('"EUR"', '"EURO"'))],
    ["a column that nobody has", /does not hold what this version/, () => tampered("company", (lines) => lines.replace("{", '{"more":1,'))],
    ["the format of tomorrow", /newer version/, async () => zipOf({ ...(await unpack(path)), "backup.json": '{"format":2}' })],
  ]

  it.each(files)("%s", async (_what, sentence, make) => {
    const url = await place()
    const wrong = join(folder, "wrong.zip")
    writeFileSync(wrong, await make())
    await expect(restoreBackup(url, wrong)).rejects.toThrow(sentence)
    expect(await tablesIn(url)).toBe("")
  })

  it("a file that is not there, or a folder", async () => {
    await expect(restoreBackup(source, join(folder, "nothing.zip"))).rejects.toThrow(/There is no file/)
    await expect(restoreBackup(source, folder)).rejects.toThrow(/is a folder/)
  })

  it("a place that holds records: they stay as they were", async () => {
    const before = join(folder, "before.zip")
    copyFileSync(path, before)
    await expect(restoreBackup(source, path)).rejects.toThrow(/holds records already/)
    expect((await writeBackup(source, join(folder, "after.zip"))).tables).toEqual(written.tables)
  })

  it("a database of something else, or of a newer version", async () => {
    const [other, newer] = [await place(), await place()]
    await asked(other, "set role none; create table theirs (n int); grant select on theirs to public")
    await expect(restoreBackup(other, path)).rejects.toThrow(/tables of something else \(theirs\)/)
    await asked(other, "set role none; drop table theirs")
    await migrate(newer, { ...migrations, "9999_tomorrow": { up: () => Promise.resolve() } })
    await expect(restoreBackup(newer, path)).rejects.toThrow(/set up by a newer version/)
  })

  it("writing over a file, or a database that was never set up", async () => {
    await expect(writeBackup(source, path)).rejects.toThrow(/EEXIST/)
    expect(sumOf(path)).toBe(sumOf(join(folder, "before.zip")))
    await expect(writeBackup(await neverSetUp(), join(folder, "none.zip"))).rejects.toThrow(/never set up/)
    expect(() => readFileSync(join(folder, "none.zip"))).toThrow(/ENOENT/)
  })
})

function sumOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex")
}

/** The tables that lie there, besides the list of migrations. */
async function tablesIn(url: string): Promise<string> {
  const found = await asked<{ name: string }>(url, "select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'")
  return found.map(({ name }) => name).filter((name) => name !== "schema_migration").join()
}

async function neverSetUp(): Promise<string> {
  const url = await place()
  await asked(url, "set role none; drop table if exists schema_migration; set role app_rw")
  return url
}

/** Turns one bit in the middle of the largest file's packed bytes. */
function flipped(zip: Buffer): Buffer {
  const at = Math.floor(zip.length / 2)
  zip.writeUInt8(zip.readUInt8(at) ^ 0x10, at)
  return zip
}

function without(files: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([one]) => one !== name))
}

/** The backup with one table changed and all sums made right again, as somebody would who knows how. */
async function tampered(table: string, change: (lines: string) => string): Promise<Buffer> {
  const files = await unpack(path)
  const lines = change(files[`${table}.jsonl`] ?? "")
  const about = JSON.parse(files["backup.json"] ?? "") as BackupCounts
  about.tables[table] = { rows: lines.split("\n").length - 1, sha256: createHash("sha256").update(lines).digest("hex") }
  return zipOf({ ...files, [`${table}.jsonl`]: lines, "backup.json": JSON.stringify(about) })
}

function zipOf(files: Record<string, string>): Buffer {
  const made = join(folder, "made.zip")
  rmSync(made, { force: true })
  const zip = createZip(made)
  for (const [name, content] of Object.entries(files)) {
    zip.begin(name)
    zip.add(content)
  }
  zip.end()
  return readFileSync(made)
}
