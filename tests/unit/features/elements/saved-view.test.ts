// Which part of an address a saved view keeps, and when an address shows one.

import { describe, expect, it } from "vitest"
import { sameView, viewHref, viewQuery } from "~/features/elements/saved-view"

describe("A saved view", () => {
  it("keeps filters, order, groups and columns, and neither the page nor the notice nor presenting", () => {
    expect(viewQuery(new URLSearchParams("gap=yes&sort=-name&page=3&done=1&present=1"))).toBe("gap=yes&sort=-name")
  })

  it("is shown whatever the order of its values", () => {
    expect(sameView("owner=P-1&owner=P-2&sort=name", "sort=name&owner=P-2&owner=P-1")).toBe(true)
    expect(sameView("q=a%20b", "q=a+b")).toBe(true)
    expect(sameView("", "gap=yes")).toBe(false)
    expect(sameView("q=a&x=b", "q=a,x=b")).toBe(false)
  })

  it("leads to its screen, also when it keeps nothing", () => {
    expect(viewHref("map", "view=matrix")).toBe("/map?view=matrix")
    expect(viewHref("services", "")).toBe("/services")
  })
})
