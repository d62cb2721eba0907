// The log keeps one event on one line and secrets out.
import { expect, test } from "vitest"
import { createLog } from "~/core/log.server"

function logged(write: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = []
  write(createLog((line) => lines.push(line), () => new Date("2026-11-22T10:00:00Z")))
  return lines
}

test("one JSON line in UTC", () => {
  const [line = ""] = logged((log) => log.info("request", { status: 200 }))
  expect(line).toBe('{"at":"2026-11-22T10:00:00.000Z","level":"info","event":"request","status":200}\n')
})
test.each(["a\nb", "a\r\nb", "a\u2028b", '{"level":"security"}\n{"x":1}'])("%j stays on its line", (text) => {
  const lines = logged((log) => log.security("denied", { path: text, nested: { text } }))
  expect(lines.join("").split(/[\n\r\u2028]/)).toHaveLength(2)
  expect(lines[0]?.endsWith("}\n")).toBe(true)
})
test("secrets by name, addresses anywhere, rows quoted by the database: none gets in", () => {
  const canary = "canary-7f3a"
  const error = Object.assign(new Error("duplicate key for ana@firm.example"), { code: "23505", detail: canary, cause: new Error("x", { cause: canary }) })
  const text = logged((log) =>
    log.error("unexpected error", {
      error,
      password: canary,
      headers: { cookie: canary, Authorization: canary },
      deep: [{ sessionToken: canary, email: canary, newPassword: canary }],
      said: "write to bob.smith+x@firm.example",
    }),
  ).join("")
  expect(text).not.toContain(canary)
  expect(text).not.toContain("firm.example")
  expect(text).toContain("23505")
})
