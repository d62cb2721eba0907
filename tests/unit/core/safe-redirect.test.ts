// Sixty addresses that somebody may try to be sent to.
import fc from "fast-check"
import { expect, test } from "vitest"
import { safeRedirect } from "~/core/safe-redirect"

const kept = [
  "/", "/goals", "/goals/G-12", "/goals?sort=name", "/goals?sort=name#top", "/map?focus=G-1&depth=2", "/a/b/c", "/search?q=a%20b",
  "/goals?next=/x", "/goals?u=https://evil.example", "/goals#//x", "/%E2%82%AC", "/my-work", "/a.b", "/goals?q=a//b",
]
const refused: unknown[] = [
  "//evil.example", "///evil.example", "////evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example", "/\\/evil.example",
  "https://evil.example", "http://evil.example", "HTTPS://evil.example", "https:evil.example", "https:/evil.example", "//evil.example/%2e%2e",
  "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "mailto:a@b.example", "file:///etc/passwd", "blob:x",
  "", " ", " /goals", "goals", "./goals", "../goals", "?a=1", "#top",
  "/\t/evil.example", "/\n/evil.example", "/\r/evil.example", "/goals\nSet-Cookie: a=b", "/goals\u0000", "/\u200b/evil.example", "/\u2028x",
  "/.//evil.example", "/..//evil.example", "/a/..//evil.example", "/%2F/evil.example", "/%2f%2fevil.example", "/%5Cevil.example", "/%0d%0aLocation:x",
  `/${"a".repeat(2001)}`, null, 7,
]

test("there are sixty", () => expect(kept.length + refused.length).toBe(60))
test.each(kept)("%j is kept", (to) => expect(safeRedirect(to)).toBe(to))
test.each(refused)("%j leads to the start page", (to) => expect(safeRedirect(to)).toBe("/"))
test("the fallback is the caller's", () => expect(safeRedirect("//evil.example", "/my-work")).toBe("/my-work"))
test("dots are resolved", () => expect(safeRedirect("/a/../goals")).toBe("/goals"))

test("whatever is typed, a browser stays on this site", () => {
  const odd = fc.string({ unit: fc.constantFrom("/", "\\", ".", ":", "@", "?", "#", "%", "2", "f", "F", "5", "c", "a", "\t", "\n", " ", "e") })
  fc.assert(
    fc.property(odd, (text) => {
      const target = safeRedirect(`/${text}`)
      expect(target.startsWith("//")).toBe(false)
      expect(new URL(target, "https://plan.example").origin).toBe("https://plan.example")
    }),
    { numRuns: 5000 },
  )
})
