/** Proves the small rules of the screen: theme cookie, initials, and the sentence found in a refusal. */
import { describe, expect, it } from "vitest"
import { initials } from "~/ui/avatar"
import { firstSentence } from "~/ui/table-edit"
import { asTheme, themeCookie, themeFromCookie } from "~/ui/theme"

describe("the theme", () => {
  it("is read from its cookie and from nothing else", () => {
    expect(themeFromCookie("sid=x; theme=dark")).toBe("dark")
    expect(themeFromCookie("mytheme=dark")).toBe("system")
    expect(themeFromCookie("theme=<script>")).toBe("system")
    expect(themeFromCookie(null)).toBe("system")
    expect(asTheme(["dark"])).toBe("system")
  })

  it("is kept for a year and forgotten as the device's own", () => {
    expect(themeCookie("dark", true)).toBe("theme=dark; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure")
    expect(themeCookie("system", false)).toContain("Max-Age=0")
  })
})

describe("initials", () => {
  it("are the first and the last word's", () => {
    expect(["A. Kim", "Lena Osei", "Jean-Luc van Roy", "Élodie", ""].map(initials)).toEqual(["AK", "LO", "JR", "É", "?"])
  })
})

describe("the sentence of a refusal", () => {
  it("is found in a text, a list or messages by field", () => {
    expect(firstSentence({ message: "Write a number." })).toBe("Write a number.")
    expect(firstSentence({ status: "error", error: { weight: ["Too much."] } })).toBe("Too much.")
    expect(firstSentence({ result: { status: "error", error: { "": ["Somebody changed this."] } }, stale: { by: "A. Kim" } })).toBe("Somebody changed this.")
    expect([null, 4, {}, [], { error: null }, ""].map(firstSentence)).toEqual([null, null, null, null, null, null])
  })
})
