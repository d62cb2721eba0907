/** Proves that the address of a list keeps what it should and forgets what belongs to the old list. */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { columnsOf, isOn, pageHref, pageOf, sortHref, sortOf, toggled, withValues } from "~/ui/list-url"

const at = (query: string) => new URLSearchParams(query)

describe("addresses of lists", () => {
  it("replace a value, keep the others, and go back to the first page", () => {
    expect(withValues(at("owner=P-1&page=3&done=x"), { year: "2026" })).toBe("?owner=P-1&year=2026")
    expect(withValues(at("owner=P-1"), { owner: null })).toBe("?")
  })

  it("put a filter's value on and off beside its other values", () => {
    expect(toggled(at("owner=P-1"), "owner", "P-2")).toBe("?owner=P-1&owner=P-2")
    expect(toggled(at("owner=P-1&owner=P-2"), "owner", "P-1")).toBe("?owner=P-2")
    expect(isOn(at("owner=P-1&owner=P-2"), "owner", "P-2")).toBe(true)
  })

  it("sort by a column and turn round at the second click", () => {
    expect(sortOf(at(""), "-due")).toEqual({ key: "due", direction: "descending" })
    expect(sortHref(at("sort=name"), "name", "name")).toBe("?sort=-name")
    expect(sortHref(at("sort=-name"), "name", "name")).toBe("?sort=name")
    expect(sortHref(at("sort=-name"), "due", "name")).toBe("?sort=due")
  })

  it("know the page, and take anything odd for the first", () => {
    expect(["", "page=0", "page=-2", "page=1.5", "page=many", "page=1e99"].map((query) => pageOf(at(query)))).toEqual([1, 1, 1, 1, 1, 1])
    expect(pageOf(at("page=7"))).toBe(7)
    expect(pageHref(at("q=a&page=7"), 1)).toBe("?q=a")
    expect(pageHref(at("q=a"), 2)).toBe("?q=a&page=2")
  })

  it("choose known columns in their own order", () => {
    const known = ["name", "status", "owner"]
    expect(columnsOf(at("columns=owner,name"), known, known)).toEqual(["name", "owner"])
    expect(columnsOf(at("columns=owner&columns=name"), known, known)).toEqual(["name", "owner"])
    expect(columnsOf(at("columns=nonsense"), known, ["name"])).toEqual(["name"])
  })

  it("come back to where they were when a value is toggled twice", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.string(), (others, value) => {
        const start = new URLSearchParams(others.filter((other) => other !== value).map((other) => ["owner", other]))
        const there = toggled(start, "owner", value)
        expect(isOn(at(there), "owner", value)).toBe(true)
        expect(at(toggled(at(there), "owner", value)).getAll("owner")).toEqual(start.getAll("owner"))
      }),
    )
  })
})
