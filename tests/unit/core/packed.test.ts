// What is sent as a text arrives as it was, is written down once, and is read once.

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { packed, unpacked, type Packed } from "~/core/packed"

/** As it comes out at the browser's end: another object with the same text. */
function overTheWire<T>(packing: Packed<T>): Packed<T> {
  return JSON.parse(JSON.stringify(packing)) as Packed<T>
}

describe("a packed value", () => {
  it("arrives as it was, whatever people typed", () => {
    const typed = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(`"`, `'`, `\\"`, `\\'`, `</script>`, `"' \\ '"`, "\u2028", "\ud800"))
    fc.assert(fc.property(fc.array(fc.record({ name: typed, owner: fc.option(typed), count: fc.integer(), units: fc.array(typed) })), (rows) => {
      expect(unpacked(overTheWire(packed(rows)))).toEqual(rows)
    }))
  })

  it("is the very value on the server, where parts of pages are kept for it", () => {
    const rows = [{ name: "Claims portal" }]
    expect(unpacked(packed(rows))).toBe(rows)
  })

  it("is written down once for each value, and an equal one is another", () => {
    const [one, other] = [[{ name: "Claims portal" }], [{ name: "Claims portal" }]]
    expect(packed(one)).toBe(packed(one))
    expect(packed(other)).not.toBe(packed(one))
    expect(unpacked(packed(other))).toBe(other)
  })

  it("is read once in the browser, so that drawing again finds the same", () => {
    const arrived = overTheWire(packed([{ name: "Claims portal" }]))
    expect(unpacked(arrived)).toBe(unpacked(arrived))
  })

  it("carries no double quote, which a page would write in four letters", () => {
    expect(packed([{ name: "O'Brien" }]).text.split('"')).toHaveLength(2)
    expect(packed([{ name: "Portal" }]).text).not.toContain('"')
  })
})
