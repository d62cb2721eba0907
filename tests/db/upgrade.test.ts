// Coming from the release before: its migrations are as they were, and what it left behind takes the steps that are missing.

import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { openDatabase } from "#db/client"
import { migrate, migrationsCurrent, rebuildSchema } from "#db/migrate"
import { migrations } from "#db/migrations"

const root = fileURLToPath(new URL("../../", import.meta.url))
const url = process.env.DATABASE_URL ?? ""

function git(...asked: string[]): string {
  try {
    return execFileSync("git", asked, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
  } catch {
    // outside a repository (a machine that got only the files) there is no earlier release to compare with
    return ""
  }
}

/** The newest release before this state, by its tag (v1.2.3), or null while there is none. */
const release = git("describe", "--tags", "--match", "v[0-9]*", "--abbrev=0", "HEAD").trim() || null

describe.skipIf(release !== null)("before the first release", () => {
  it("there is nothing to come from", () => {
    expect(git("tag", "--list", "v[0-9]*").trim()).toBe("")
  })
})

describe.skipIf(release === null)(`from ${release ?? "nothing"}`, () => {
  const files = git("ls-tree", "--name-only", release ?? "HEAD", "db/migrations/").split("\n").filter((path) => /\/\d{4}_\w+\.ts$/.test(path))
  const names = files.map((path) => path.replace(/^.*\/|\.ts$/g, ""))

  it.each(files)("%s is as it was released", (path) => {
    expect(readFileSync(`${root}${path}`, "utf8")).toBe(git("show", `${release ?? "HEAD"}:${path}`))
  })

  it("its schema, with what it holds, takes the steps that are missing and no other", async () => {
    const older = Object.fromEntries(Object.entries(migrations).filter(([name]) => names.includes(name)))
    await rebuildSchema(url, older)
    expect(await migrate(url)).toEqual(Object.keys(migrations).filter((name) => !names.includes(name)).sort())
    const db = openDatabase(url, { max: 1 })
    expect(await migrationsCurrent(db)).toBe(true)
    await db.destroy()
  })
})
