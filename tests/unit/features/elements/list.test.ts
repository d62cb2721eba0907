// What a list's address asks for is checked, and pages stay within the list.
import { describe, expect, it } from "vitest"
import { filterValues, listAsk, pagesOf, type ListSpec } from "~/features/elements/list"

const spec: ListSpec = {
  sorts: ["gaps", "name", "budget"], usualSort: "gaps", groups: ["none", "goal"], usualGroup: "goal",
  columns: ["name", "budget", "owner"], usualColumns: ["name", "owner"], filters: ["stage", "unit"],
}
const ask = (address: string) => listAsk(new URLSearchParams(address), spec)

describe("the address of a list", () => {
  it("falls back to the usual list", () => {
    expect(ask("")).toMatchObject({ q: "", sort: { key: "gaps", descending: false }, group: "goal", columns: ["name", "owner"], page: 1, pageSize: 50 })
  })

  it("takes what the list knows and ignores the rest", () => {
    const asked = ask("q= shop &sort=-budget&group=none&columns=owner,budget,secret&page=3&stage=idea&stage=idea&stage=approved&colour=red")
    expect(asked).toMatchObject({ q: "shop", sort: { key: "budget", descending: true }, group: "none", columns: ["budget", "owner"], page: 3 })
    expect(filterValues(asked, "stage")).toEqual(["idea", "approved"])
    expect(filterValues(asked, "colour")).toEqual([])
    expect(ask("sort=drop table&group=x&page=-1")).toMatchObject({ sort: { key: "gaps", descending: false }, group: "goal", page: 1 })
    expect(ask("page=1e99").page).toBe(1)
  })

  it("brings the page within the list", () => {
    expect(pagesOf(101, { page: 9, pageSize: 50 })).toEqual({ page: 3, pageCount: 3, offset: 100 })
    expect(pagesOf(0, { page: 2, pageSize: 50 })).toEqual({ page: 1, pageCount: 1, offset: 0 })
  })
})
