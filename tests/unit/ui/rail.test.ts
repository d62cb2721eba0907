// Which place of the rail a page marks: its list's, and the relationships for what is told of the bond with a unit.

import { expect, test } from "vitest"
import { currentOf } from "~/ui/rail"

const hrefs = ["/", "/goals", "/units", "/relationships", "/settings"]
const marked = (path: string) => hrefs.flatMap((href) => (currentOf({ href }, path) ? [href] : []))

test.each([
  ["/", ["/"]], ["/goals/G-1", ["/goals"]], ["/units", ["/units"]], ["/units/U-2", ["/units"]], ["/units/U-2/edit", ["/units"]], ["/relationships", ["/relationships"]],
  ["/units/U-2/relationship", ["/relationships"]], ["/units/U-2/relationship/view/business", ["/relationships"]], ["/units/U-2/brief?wide=1", ["/relationships"]],
  ["/units/U-2/briefing", ["/units"]],
])("%s marks %j", (path, places) => {
  expect(marked(path)).toEqual(places)
})

test("only a place's own page is the current page", () => {
  expect([currentOf({ href: "/relationships" }, "/relationships"), currentOf({ href: "/relationships" }, "/units/U-2/brief")]).toEqual(["page", "true"])
})
