// Starting and stopping as operators and accidents do it: through npm, by signal, by kill, twice on one folder.

import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { request } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { appPid, enginePid, isGone, launch, launchReady, statusOf, until, type AppProcess } from "./app-process"

const parent = mkdtempSync(join(tmpdir(), "throughline-life-"))
const dataDir = join(parent, "data")
let app: AppProcess | null = null

async function started(): Promise<AppProcess> {
  app = await launchReady(dataDir)
  return app
}

function pids(): number[] {
  return [appPid(dataDir), enginePid(dataDir)]
}

async function nothingLeft(numbers: number[]): Promise<void> {
  await until(() => numbers.every(isGone))
}

beforeAll(async () => {
  const first = await started()
  expect(first.output()).toMatch(/^First start: preparing the database\./m)
  process.kill(appPid(dataDir), "SIGTERM")
  await first.ended
})

afterEach(() => {
  if (app !== null && app.child.exitCode === null && app.child.signalCode === null) process.kill(-(app.child.pid ?? 0), "SIGKILL")
})

afterAll(() => rmSync(parent, { recursive: true, force: true }))

test("SIGTERM to npm's process ends everything with 0", async () => {
  const { child, ended, output } = await started()
  expect(output()).not.toContain("First start")
  const all = pids()
  process.kill(child.pid ?? 0, "SIGTERM")
  await ended
  await nothingLeft(all)
})

test("SIGTERM to the app ends it with 0, and asking again changes nothing", async () => {
  const { ended } = await started()
  const all = pids()
  for (let times = 0; times < 5; times += 1) process.kill(appPid(dataDir) || (all[0] ?? 0), "SIGTERM")
  expect(await ended).toBe(0)
  await nothingLeft(all)
})

test("Ctrl-C reaches the whole group, npm included, and the database still closes after the app", async () => {
  const { child, ended } = await started()
  const all = pids()
  process.kill(-(child.pid ?? 0), "SIGINT")
  process.kill(-(child.pid ?? 0), "SIGINT")
  await ended
  await nothingLeft(all)
  // Only an orderly end removes the file.
  expect(appPid(dataDir)).toBe(0)
})

test("the app killed: the database ends by itself, and the next start works", async () => {
  const { ended } = await started()
  const all = pids()
  process.kill(all[0] ?? 0, "SIGKILL")
  await ended
  await nothingLeft(all)
  await started()
})

test("the database killed: not ready, restarted, ready; killed again within a minute the app ends with 1", async () => {
  const { origin, ended } = await started()
  const all = pids()
  process.kill(all[1] ?? 0, "SIGKILL")
  await until(async () => (await statusOf(`${origin}/ready`)) === 503)
  expect(await statusOf(`${origin}/live`)).toBe(200)
  await until(async () => (await statusOf(`${origin}/ready`)) === 200)
  const second = enginePid(dataDir)
  expect(second).not.toBe(all[1])
  process.kill(second, "SIGKILL")
  expect(await ended).toBe(1)
  await nothingLeft([...all, second])
})

test("a second start on the folder says who holds it and ends with 1", async () => {
  const { origin } = await started()
  const second = await launch(dataDir)
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain(`in use by process ${appPid(dataDir)} (${origin})`)
  expect(await statusOf(`${origin}/ready`)).toBe(200)
})

test("a taken port is one sentence, told before anything is made", async () => {
  const { origin } = await started()
  const other = join(parent, "other")
  const second = await launch(other, { PORT: new URL(origin).port })
  expect(await second.ended).toBe(1)
  expect(second.output().trim()).toBe(`Port ${new URL(origin).port} is taken by another program. Choose another one with PORT.`)
  expect(existsSync(other)).toBe(false)
})

test("a HOST of nobody is told before the ORIGIN it would need", async () => {
  const lost = await launch(join(parent, "lost"), { HOST: "nope.invalid" })
  expect(await lost.ended).toBe(1)
  expect(lost.output().trim()).toMatch(/^HOST is "nope\.invalid", which is no address or name of this machine\.[^\n]*$/)
})

test("stopping: not ready at once for those who are connected, and a request under way still gets its answer", async () => {
  const { origin, ended } = await started()
  // A request whose body is still arriving is under way for as long as we like.
  const slow = await unfinishedPost(origin)
  process.kill(appPid(dataDir), "SIGTERM")
  await until(async () => (await statusOf(`${origin}/live`)) === null)
  slow.finish()
  expect(await slow.status).toBe(403)
  expect(await ended).toBe(0)
})

function unfinishedPost(origin: string): Promise<{ finish: () => void; status: Promise<number> }> {
  return new Promise((resolve, reject) => {
    const url = new URL("/sign-in", origin)
    const post = request({ host: url.hostname, port: url.port, path: url.pathname, method: "POST", headers: { "Content-Length": "4" } })
    post.once("error", reject)
    const status = new Promise<number>((answered) => post.once("response", (answer) => answered(answer.statusCode ?? 0)))
    post.write("a=", () => resolve({ finish: () => post.end("b1"), status }))
  })
}
