// What the person at the terminal reads when the data folder cannot be used.

import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, it } from "vitest"
import { privateFolder } from "#db/embedded/endpoint"
import { sentencesOf } from "~/core/start-failure.server"

const room = mkdtempSync(join(tmpdir(), "throughline-folder-"))
afterAll(() => rmSync(room, { recursive: true, force: true }))

it("is one sentence that names the folder and the setting, without a trace", () => {
  const file = join(room, "a file")
  writeFileSync(file, "")
  const elsewhere = join(room, "elsewhere")
  symlinkSync(tmpdir(), elsewhere)
  for (const folder of [file, join(file, "data"), elsewhere]) {
    const told = refusalOf(() => privateFolder(folder))
    expect(told).toHaveLength(1)
    expect(told[0]).toContain(folder)
    expect(told[0]).toMatch(/another DATA_DIR\.$/)
  }
})

function refusalOf(run: () => unknown): string[] {
  try {
    run()
  } catch (error) {
    return sentencesOf(error)
  }
  return []
}
