// `npm test`: runs the unit, database and browser tests one after the other and adds up what they counted.

import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"

const resolve = createRequire(import.meta.url).resolve
const vitest = join(dirname(resolve("vitest/package.json")), "vitest.mjs")
const playwright = join(dirname(resolve("@playwright/test/package.json")), "cli.js")
const reports = mkdtempSync(join(tmpdir(), "throughline-tests-"))

const stages = [
  vitestStage("unit", ["--project", "unit"]),
  vitestStage("database", ["--project", "db:*"]),
  {
    name: "browser",
    args: [playwright, "test", "--reporter=list,json"],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, "browser.json") },
    count: countPlaywright,
  },
]

let passed = 0
let failed = 0
for (const stage of stages) {
  const started = performance.now()
  const code = await run(stage)
  const counted = countOf(stage, code)
  passed += counted.passed
  failed += counted.failed
  const seconds = Math.round((performance.now() - started) / 1000)
  process.stdout.write(`\n${stage.name} tests: ${counted.passed} passed, ${counted.failed} failed, in ${seconds} s\n\n`)
}
rmSync(reports, { recursive: true, force: true })
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

function vitestStage(name, args) {
  const report = join(reports, `${name}.json`)
  return {
    name,
    args: [vitest, "run", ...args, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    env: {},
    count: countVitest,
  }
}

function run({ args, env }) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } })
    child.once("error", () => done(1))
    child.once("exit", (code) => done(code ?? 1))
  })
}

/** A stage that ends badly without naming a failed test, or that leaves no report, counts as one failure. */
function countOf(stage, code) {
  let counted = { passed: 0, failed: 0 }
  try {
    counted = stage.count(JSON.parse(readFileSync(join(reports, `${stage.name}.json`), "utf8")))
  } catch {
    process.stdout.write(`The ${stage.name} tests left no report.\n`)
  }
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

/** A file that fails before or after its tests counts as one failure beside them. */
function countVitest(report) {
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

function countPlaywright(report) {
  return { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky + report.errors.length }
}
