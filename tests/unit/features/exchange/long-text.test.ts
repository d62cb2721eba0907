// Long texts in a preview are cut so that what changes is still seen.
import { describe, expect, it } from "vitest"
import { excerpts } from "~/features/exchange/long-text"

const long = "word ".repeat(100)

describe("a change of texts", () => {
  it("is shown whole where both are short", () => {
    expect(excerpts("Slow", "Fast")).toEqual({ before: "Slow", after: "Fast" })
    expect(excerpts("", "")).toEqual({ before: "", after: "" })
  })

  it("shows the beginning of what is new, and how long it is", () => {
    const { before, after } = excerpts("", long)
    expect(before).toBe("")
    expect(after).toMatch(/^word word .*word… \(500 characters\)$/)
    expect(after.length).toBeLessThan(230)
  })

  it("shows where two long texts part, wherever that is", () => {
    for (const at of [0, 10, 150, 170, 300, 480]) {
      const [was, is] = [`${long.slice(0, at)}OLD${long.slice(at)}`, `${long.slice(0, at)}NEW${long.slice(at)}`]
      const { before, after } = excerpts(was, is)
      expect([before.includes("OLD"), after.includes("NEW")]).toEqual([true, true])
      expect(before.length).toBeLessThan(240)
    }
  })

  it("says of a text that only lost its end how it ends now", () => {
    const { before, after } = excerpts(long, long.slice(0, 300))
    expect(after.startsWith("… ")).toBe(true)
    expect(before).not.toBe(after)
  })
})
