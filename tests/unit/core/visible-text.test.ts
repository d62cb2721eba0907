// What nobody sees is not kept: two names that look alike are alike; what a script is written with stays.

import { expect, it } from "vitest"
import { saysSomething, visibleInside, visibleText } from "~/core/visible-text"

const unseen = ["\u200b", "\u200e", "\u200f", "\u2060", "\ufeff", "\u061c", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u200c", "\u200d"]

it.each(unseen)("%j is left out before, within and after a name", (mark) => {
  expect(visibleText(`${mark}Web${mark} ${mark}shop${mark}`)).toBe("Web shop")
  expect(visibleText(mark.repeat(50))).toBe("")
})

it.each(["👩‍💻 desk", "🏳️‍🌈", "می‌خواهم", "क्‍ष", "Ämter & Wörter", "日本語", "שלום", "a\tb\nc", "e\u0301", "naïve – “so”"])("%s stays as it is", (name) => expect(visibleText(name)).toBe(name))

it("looks into lists and records, and leaves alone what shows all", () => {
  const plain = { name: "Web shop", fields: [{ note: "so", n: 3, none: null }] }
  expect(visibleInside(plain)).toBe(plain)
  expect(visibleInside({ name: "Web\u200b shop", fields: [{ note: "\u202eso", n: 3, none: null }] })).toEqual(plain)
})

it("knows when nothing is said", () => expect(["", " \u200b\u2800", "\u3164", "a"].map(saysSomething)).toEqual([false, false, false, true]))
