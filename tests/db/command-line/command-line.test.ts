// The command line as a process, while the app runs and while it does not: what it prints, how it ends, and what it leaves.

import { createHash } from "node:crypto"
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { ToldFigures } from "~/features/alignment/figures-told"
import type { ImportReport } from "~/features/exchange/import-view"
import { launchReady, type AppProcess } from "../../hard/app-process"
import { builtApp } from "../../support/built-app"
import { runCommand, type Ran } from "../../support/command-line"
import { newPlace, onEmbedded, type Place } from "./places"

const folder = mkdtempSync(join(tmpdir(), "throughline-words-"))
const backup = join(folder, "backup.zip")
const places: Place[] = []
/** A bound for what hangs: each process takes a second or more, and the machine may be busy. */
const patiently = 600_000
let here: Place
let told: ToldFigures

async function place(embedded?: boolean): Promise<Place> {
  const made = await newPlace(embedded)
  places.push(made)
  return made
}

const run = (...words: string[]): Promise<Ran> => runCommand(words, here.settings, folder)

beforeAll(async () => {
  await builtApp()
  here = await place()
}, patiently)

afterAll(async () => {
  for (const { drop } of places) await drop()
  rmSync(folder, { recursive: true, force: true })
}, patiently)

describe("used wrongly", () => {
  it("ends with 2, says what is wrong and how it is called, and writes nothing on stdout", async () => {
    const wrong: [string[], RegExp][] = [
      [[], /^Usage:/],
      [["fly"], /^There is no command "fly"/],
      [["import"], /^FILE is missing[^]*throughline import FILE/],
      [["figures", "--quick", "--json"], /^Unknown option '--quick'\.\n\nthroughline figures/],
      [["move-to", "elsewhere"], /^URL must look like postgres/],
    ]
    for (const [words, sentence] of wrong) {
      const { code, out, err } = await run(...words)
      expect([code, out, err]).toEqual([2, "", expect.stringMatching(sentence)])
    }
    expect(existsSync(join(here.settings.DATA_DIR ?? "", "database"))).toBe(false)
  }, patiently)

  it("asked for help it ends with 0", async () => {
    expect(await run("--help")).toMatchObject({ code: 0, err: "", out: expect.stringMatching(/^Usage:[^]*throughline restore FILE/) })
  }, patiently)
})

describe("while the app does not run", () => {
  it("refuses to back up what was never set up", async () => {
    expect(await run("backup", "early.zip")).toMatchObject({ code: 1, out: "", err: expect.stringMatching(/^There are no records/) })
    expect(existsSync(join(folder, "early.zip"))).toBe(false)
  }, patiently)

  it("adds the sample and tells its figures as one JSON object", async () => {
    expect(await run("demo", "add")).toMatchObject({ code: 0, err: "" })
    const { code, out, err } = await run("figures", "--json")
    expect([code, err]).toEqual([0, ""])
    told = JSON.parse(out) as ToldFigures
    expect(told.alignment).toMatchObject({ goalCoverage: 0.8, counts: { goals: 12, goalsServed: 9, initiatives: 22, services: 18 } })
    expect(told.alignment.gaps.goalsWithoutWork[0]).toEqual({ id: "G-7", name: "Answer in one day" })
    expect((await run("demo", "add"))).toMatchObject({ code: 1, err: expect.stringMatching(/already belongs/) })
  }, patiently)

  it("exports by the ending of the name, and never over a file with something in it", async () => {
    expect(await run("export", "all.json")).toMatchObject({ code: 0 })
    expect(JSON.parse(readFileSync(join(folder, "all.json"), "utf8"))).toMatchObject({ throughline: 1 })
    const before = statSync(join(folder, "all.json")).mtimeMs
    expect(await run("export", "all.json")).toMatchObject({ code: 1, err: expect.stringMatching(/was not touched/) })
    expect(statSync(join(folder, "all.json")).mtimeMs).toBe(before)
    expect(await run("export", "nowhere/all.zip")).toMatchObject({ code: 1, err: expect.stringMatching(/its folder is not there/) })
    expect(await run("export", "all.pdf")).toMatchObject({ code: 2 })
  }, patiently)

  it("shows what a file would do and leaves no trace of it", async () => {
    writeFileSync(join(folder, "goals.csv"), "Goal,Weight\nBe kind to suppliers,20\nBe odd,many\n")
    const before = await sumOf(here)
    const { code, out, err } = await run("import", "goals.csv", "--as", "goal", "--set", "goal.status=Draft", "--dry-run", "--json")
    expect([code, err]).toEqual([0, ""])
    expect(JSON.parse(out)).toEqual({
      file: "goals.csv", format: "csv", applied: false, kinds: { goal: { new: 1, changed: 0, unchanged: 0, refused: 1 } }, links: {}, indirect: 0,
      kept: { elements: 0, relationships: 0 }, problems: [{ where: "Row 3", column: "Weight", problem: expect.stringContaining("many") }],
    } satisfies ImportReport)
    expect(await sumOf(here)).toBe(before)
  }, patiently)

  it("applies a file once: the second time everything is there already, and a row that is wrong is named and left out", async () => {
    const first = await run("import", "goals.csv", "--as", "goal", "--json")
    expect([first.code, first.err]).toEqual([0, ""])
    expect(JSON.parse(first.out)).toMatchObject({ applied: true, kinds: { goal: { new: 1, refused: 1 } }, problems: [{ where: "Row 3", column: "Weight" }] })
    const before = (await run("figures", "--json")).out
    expect(JSON.parse((await run("import", "goals.csv", "--as", "goal", "--json")).out)).toMatchObject({ applied: true, kinds: { goal: { new: 0, unchanged: 1, refused: 1 } } })
    expect((await run("figures", "--json")).out).toBe(before)
    told = JSON.parse(before) as ToldFigures
    writeFileSync(join(folder, "wrong.csv"), "Goal,Weight\nBe odd,many\n")
    const refused = await run("import", "wrong.csv", "--as", "goal", "--json")
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/nothing was written/)])
    expect(JSON.parse(refused.out)).toMatchObject({ applied: false, kinds: { goal: { new: 0, refused: 1 } } })
  }, patiently)

  it("leaves links that a model only implies out, and takes them all where that is said", async () => {
    const named = (id: string, type: string) => `<element identifier="${id}" xsi:type="${type}"><name>${type} of suppliers</name></element>`
    const joined = (id: string, from: string, to: string) => `<relationship identifier="${id}" source="${from}" target="${to}" xsi:type="Realization"/>`
    writeFileSync(join(folder, "implied.xml"), `<?xml version="1.0"?><model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="id-implied"><name>Implied</name>
      <elements>${named("w", "WorkPackage")}${named("r", "Requirement")}${named("g", "Goal")}</elements><relationships>${joined("a", "w", "r")}${joined("b", "r", "g")}</relationships></model>`)
    expect(await run("import", "implied.xml", "--dry-run")).toMatchObject({ code: 0, out: expect.stringMatching(/1 link is only implied[^]*--indirect/) })
    expect(JSON.parse((await run("import", "implied.xml", "--indirect", "--json")).out)).toMatchObject({ applied: true, kinds: { goal: { new: 1 }, initiative: { new: 1 } }, indirect: 0 })
    expect(JSON.parse((await run("import", "implied.xml", "--dry-run", "--json")).out)).toMatchObject({ kinds: { goal: { unchanged: 1 } }, indirect: 0 })
    told = JSON.parse((await run("figures", "--json")).out) as ToldFigures
  }, patiently)

  it("lists what people changed after the file was saved, and leaves it as it is", async () => {
    const saved = new Date(Date.now() - 3_600_000)
    writeFileSync(join(folder, "older.csv"), "Goal,Weight\nBe kind to suppliers,70\n")
    utimesSync(join(folder, "older.csv"), saved, saved)
    const { code, out } = await run("import", "older.csv", "--as", "goal", "--json")
    expect(code).toBe(0)
    expect((JSON.parse(out) as ImportReport).problems).toEqual([{ where: "Row 2", column: "Weight", problem: expect.stringMatching(/operator changed this after the file was saved, to 20; that stays/) }])
    expect((await run("figures", "--json")).out).toContain(`"goalCoverage": ${told.alignment.goalCoverage}`)
  }, patiently)

  it("answers a program with the same object when a file cannot be read, and a person with the sentence", async () => {
    const { code, out, err } = await run("import", "gone.csv", "--json")
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ file: "gone.csv", applied: false, kinds: {}, problems: [{ where: "gone.csv", problem: err.trim() }] })
    writeFileSync(join(folder, "empty.xlsx"), "")
    expect(await run("import", "empty.xlsx")).toMatchObject({ code: 1, out: "" })
    expect(await run("import", "goals.csv", "--as", "wish")).toMatchObject({ code: 2, out: "" })
    expect(await run("import", "goals.csv", "--set", "goal.status=perhaps")).toMatchObject({ code: 2, out: "" })
  }, patiently)

  it("keeps an administrator: the last one is neither disabled nor given another role", async () => {
    const last = "a.kim@harbour-hearth.example"
    for (const words of [["user", "disable", "--email", last], ["user", "role", "--email", last, "--role", "viewer"]]) {
      expect(await run(...words)).toMatchObject({ code: 1, err: expect.stringMatching(/last administrator/) })
    }
    expect(await run("user", "role", "--email", "E.Falk@harbour-hearth.example", "--role", "viewer,admin")).toMatchObject({ code: 0 })
    expect(await run("user", "disable", "--email", last)).toMatchObject({ code: 0, out: expect.stringMatching(/cannot sign in any more/) })
    expect(await run("user", "enable", "--email", last)).toMatchObject({ code: 0 })
  }, patiently)
})

describe("while the app runs", () => {
  let app: AppProcess
  beforeAll(async () => {
    app = await launchReady(here.settings.DATA_DIR ?? "", here.settings)
  }, patiently)
  afterAll(async () => {
    process.kill(-(app.child.pid ?? 0), "SIGTERM")
    await app.ended
  }, patiently)

  it("tells the same figures, and makes a link that the app knows", async () => {
    const { out } = await run("figures", "--json")
    expect(JSON.parse(out)).toEqual(told)
    const { code, out: said } = await run("user", "add", "--email", "ana@firm.example", "--name", "Ana Lind", "--role", "planner")
    expect(code).toBe(0)
    const path = /\/set-password\/\S+/.exec(said)?.[0] ?? ""
    expect((await fetch(app.origin + path)).status).toBe(200)
    expect((await fetch(`${app.origin}${path}x`)).status).not.toBe(200)
  }, patiently)

  it("backs up, once under a name, and refuses to restore over what is used", async () => {
    expect(await run("backup", backup)).toMatchObject({ code: 0, err: "" })
    const before = readFileSync(backup)
    expect(await run("backup", backup)).toMatchObject({ code: 1, err: expect.stringMatching(/was not touched/) })
    expect(readFileSync(backup).equals(before)).toBe(true)
    expect(statSync(backup).mode & 0o077).toBe(0)
    const refused = onEmbedded ? new RegExp(`in use by process \\d+ \\(${app.origin}\\)`) : /holds records already/
    expect(await run("restore", backup)).toMatchObject({ code: 1, out: "", err: expect.stringMatching(refused) })
    expect(await sumOf(here)).toBe(createHash("sha256").update(before).digest("hex"))
  }, patiently)

  it("removes the sample only when that is said, and keeps a backup when asked", async () => {
    expect(await run("demo", "remove")).toMatchObject({ code: 2, err: expect.stringMatching(/cannot be undone/) })
    expect(await run("demo", "remove", "--company", "Brook & Sons")).toMatchObject({ code: 1, err: expect.stringMatching(/is called Harbour & Hearth/) })
    expect(await run("demo", "remove", "--yes", "--backup", backup)).toMatchObject({ code: 1, err: expect.stringMatching(/was not touched/) })
    expect(await run("demo", "remove", "--company", "Harbour & Hearth", "--backup", "kept.zip")).toMatchObject({ code: 0 })
    expect(readFileSync(join(folder, "kept.zip")).equals(readFileSync(backup))).toBe(true)
    expect(await run("demo", "remove", "--yes")).toMatchObject({ code: 1, err: expect.stringMatching(/no sample company/) })
    expect((await fetch(`${app.origin}/welcome`)).status).toBe(200)
  }, patiently)
})

describe("a backup made while the app ran", () => {
  it("fills another installation with the very same records", async () => {
    here = await place()
    expect(await run("restore", backup)).toMatchObject({ code: 0, out: expect.stringMatching(/restored and compared/) })
    expect(await sumOf(here)).toBe(createHash("sha256").update(readFileSync(backup)).digest("hex"))
    const figures = JSON.parse((await run("figures", "--json")).out) as ToldFigures
    expect(figures.alignment.counts).toEqual(told.alignment.counts)
  }, patiently)

  it.skipIf(onEmbedded)("moves from the embedded database to PostgreSQL, compared, the source as it was", async () => {
    const [source, target] = [await place(true), await place(false)]
    const url = target.settings.DATABASE_URL ?? ""
    expect(await runCommand(["move-to", url], source.settings, folder)).toMatchObject({ code: 1, err: expect.stringMatching(/There are no records/) })
    await runCommand(["restore", backup], source.settings, folder)
    const moved = await runCommand(["move-to", url], source.settings, folder)
    expect(moved).toMatchObject({ code: 0, err: "", out: expect.stringContaining(`DATABASE_URL=${url}`) })
    const wanted = createHash("sha256").update(readFileSync(backup)).digest("hex")
    expect([await sumOf(source), await sumOf(target)]).toEqual([wanted, wanted])
    expect(await runCommand(["move-to", url], source.settings, folder)).toMatchObject({ code: 1, err: expect.stringMatching(/holds records already/) })
    expect(await runCommand(["move-to", url], target.settings, folder)).toMatchObject({ code: 1, err: expect.stringMatching(/in PostgreSQL already/) })
    expect(await runCommand(["move-to", "postgres://nobody@127.0.0.1:1/none"], source.settings, folder)).toMatchObject({ code: 1, err: expect.stringMatching(/No database answers/) })
  }, patiently)
})

/** The checksum of a backup, which is the same for the same records. */
async function sumOf({ settings }: Place): Promise<string> {
  const path = join(folder, "sum.zip")
  rmSync(path, { force: true })
  const { code, err } = await runCommand(["backup", path], settings, folder)
  if (code !== 0) throw new Error(err)
  return createHash("sha256").update(readFileSync(path)).digest("hex")
}
