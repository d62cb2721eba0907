// A filter's menu shows what is on, also what no choice has, so that an empty list can always be explained and undone.

import { describe, expect, it } from "vitest"
import { fewChoices } from "~/features/elements/list-choices"
import { chipOptions } from "~/ui/list-url"

describe("the choices of a filter", () => {
  const owners = [{ value: "P-1", label: "A. Kim" }, { value: "P-2", label: "M. Diaz" }]

  it("are links that put a value on or take it off", () => {
    expect(chipOptions(new URLSearchParams("owner=P-1"), "owner", owners)).toEqual([
      { label: "A. Kim", href: "?", on: true }, { label: "M. Diaz", href: "?owner=P-1&owner=P-2", on: false },
    ])
  })

  it("hold a value of the address that is nobody's, so that it can be taken off", () => {
    const options = chipOptions(new URLSearchParams("owner=P-99&owner=P-2&owner="), "owner", owners)
    expect(options.at(-1)).toEqual({ label: "P-99 (not here)", href: "?owner=P-2&owner=", on: true })
    expect(options.filter(({ on }) => on)).toHaveLength(2)
  })

  it("are a dozen at first, with those that are on", () => {
    const many = Array.from({ length: 30 }, (_, n) => ({ value: `P-${n}`, label: `Person ${n}` }))
    expect(fewChoices("owner", many, new URLSearchParams("owner=P-20")).options.map(({ value }) => value)).toContain("P-20")
  })
})
