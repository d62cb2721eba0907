// The settings: what is taken when nothing is said, and one clear sentence for each thing that cannot be.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it, test } from "vitest"
import { isLoopbackHost, originOf, readEnvironment, readSettings, SettingsError, type Environment } from "~/core/env.server"

function refusal(environment: Environment): string[] {
  try {
    readSettings(environment, "/app")
  } catch (error) {
    if (error instanceof SettingsError) return error.sentences
    throw error
  }
  return []
}

test("nothing said: this machine alone, port 3000, the embedded database in ./data", () => {
  expect(readSettings({}, "/app")).toEqual({
    port: 3000, host: "127.0.0.1", dataDir: "/app/data", databaseUrl: null, origin: "http://127.0.0.1:3000",
    insecureHttp: false, trustedProxies: [], isLoopback: true, mail: null,
  })
})

test("a public installation", () => {
  const settings = readSettings(
    { PORT: "8080", HOST: "0.0.0.0", ORIGIN: "https://plan.example/", DATABASE_URL: "postgres://a:b@db/plan", TRUSTED_PROXIES: "10.0.0.0/8, ::1" },
    "/app",
  )
  expect(settings).toMatchObject({
    port: 8080, origin: "https://plan.example", databaseUrl: "postgres://a:b@db/plan", trustedProxies: ["10.0.0.0/8", "::1"], isLoopback: false,
  })
})

test.each([
  [{ PORT: "eighty" }, /^PORT is "eighty"/],
  [{ PORT: "70000" }, /^PORT is "70000"/],
  [{ HOST: "not a host" }, /^HOST is "not a host"/],
  [{ HOST: "0.0.0.0" }, /so ORIGIN is needed/],
  [{ ORIGIN: "plan.example" }, /^ORIGIN is "plan.example"/],
  [{ ORIGIN: "https://plan.example/path" }, /nothing after it/],
  [{ ORIGIN: "ftp://plan.example" }, /http:\/\/ or https:\/\//],
  [{ ORIGIN: "http://plan.example" }, /INSECURE_HTTP=1/],
  [{ INSECURE_HTTP: "yes" }, /^INSECURE_HTTP is "yes"/],
  [{ DATABASE_URL: "mysql://a:secret@db/plan" }, /^DATABASE_URL must look like/],
  [{ DATABASE_URL: "postgres://a:secret@db" }, /names no database/],
  [{ TRUSTED_PROXIES: "10.0.0.0/99" }, /^TRUSTED_PROXIES holds "10.0.0.0\/99"/],
  [{ TRUSTED_PROXIES: "proxy" }, /^TRUSTED_PROXIES holds "proxy"/],
])("%j is refused in one sentence", (environment, sentence) => {
  const said = refusal(environment)
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(sentence)
  expect(said[0]).not.toContain("secret")
})

test("everything wrong is said at once", () => {
  expect(refusal({ PORT: "x", INSECURE_HTTP: "y", TRUSTED_PROXIES: "z" })).toHaveLength(3)
})

test("http is taken on this machine, and elsewhere when somebody said so", () => {
  expect(readSettings({ ORIGIN: "http://localhost:3000" }, "/").origin).toBe("http://localhost:3000")
  expect(readSettings({ ORIGIN: "http://plan.example", INSECURE_HTTP: "1" }, "/").origin).toBe("http://plan.example")
  expect(readSettings({ PORT: "0" }, "/").origin).toBeNull()
})

test("the environment wins over .env", () => {
  const folder = mkdtempSync(join(tmpdir(), "throughline-env-"))
  writeFileSync(join(folder, ".env"), 'PORT=4000\nHOST="127.0.0.2" # here\n')
  const environment = readEnvironment(folder, { PORT: "5000" })
  rmSync(folder, { recursive: true })
  expect(environment).toMatchObject({ PORT: "5000", HOST: "127.0.0.2" })
})

test("which hosts are this machine", () => {
  expect(["localhost", "127.0.0.1", "127.9.9.9", "::1", "[::1]", "app.localhost"].every(isLoopbackHost)).toBe(true)
  expect(["0.0.0.0", "::", "10.0.0.1", "localhost.example"].some(isLoopbackHost)).toBe(false)
  expect(originOf("::1", 3000)).toBe("http://[::1]:3000")
})

describe("mail", () => {
  const said = (SMTP_URL: string, MAIL_FROM: string) => readSettings({ SMTP_URL, MAIL_FROM }, "/tmp").mail

  it("is not sent where neither is said, and comes from the one address", () => {
    expect(said("", "")).toBeNull()
    expect(said("smtps://name:secret@mail.example.org", "planner@example.org")).toEqual({ url: "smtps://name:secret@mail.example.org", from: "planner@example.org" })
  })

  it.each([["smtp://mail.example.org", ""], ["", "planner@example.org"], ["http://mail.example.org", "planner@example.org"], ["smtp://x:secret@", "planner@example.org"], ["smtp://mail.example.org", "a@b.example, c@d.example"], ["smtp://mail.example.org", "a@b.example\r\nBcc: c@d.example"]])("%j from %j is refused before anything starts", (url, from) => {
    expect(() => said(url, from)).toThrow(/SMTP_URL|MAIL_FROM/)
    expect(() => said(url, from)).not.toThrow(/secret/)
  })
})
