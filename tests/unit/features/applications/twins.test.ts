// Families and versions told by names, and which names are likely one product.

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { productOf, productShown } from "~/features/applications/product-name"
import { likelyTwins, similarity, trigrams, type NamedProduct } from "~/features/applications/twins"

it.each([
  ["AutoCAD 2016", "AutoCAD", "2016"], ["Oracle Database 15.x", "Oracle Database", "15.x"], ["FloorPlan 3", "FloorPlan", "3"], ["SQL Server 2012 R2", "SQL Server", "2012 R2"],
  ["Acrobat version 11.0.2", "Acrobat", "11.0.2"], ["TillPoint v2.1", "TillPoint", "2.1"], ["Java 8u201", "Java", "8u201"], ["Chrome (120)", "Chrome", "120"],
  ["Crystal Reports 14.*", "Crystal Reports", "14.*"], ["Windows  Server   2019", "Windows Server", "2019"],
  ["7-Zip", "7-Zip", ""], ["Office suite", "Office suite", ""], ["365", "365", ""], ["2016", "2016", ""], ["H2O", "H2O", ""], ["3 14", "3 14", ""], ["  ", "", ""],
])("%s is %s, version %j", (name, family, version) => {
  expect(productOf(name)).toEqual({ family, version })
})

it("takes what a person said before what the name tells", () => {
  expect(productShown({ name: "Suite 365", family: "Suite 365", productVersion: null })).toEqual({ family: "Suite 365", version: "" })
  expect(productShown({ name: "Suite 365", family: null, productVersion: null })).toEqual({ family: "Suite", version: "365" })
})

const product = (id: string, name: string, more: Partial<NamedProduct> = {}): NamedProduct => ({ id, name, family: null, productVersion: null, vendor: "", jobIds: [], ...more })

describe("likely one product", () => {
  it("are two versions of a name, whose numbers say so", () => {
    expect(likelyTwins([product("1", "AutoCAD 2016"), product("2", "AutoCAD 2019"), product("3", "Ledger")])).toEqual([
      { first: "1", second: "2", similarity: 1, because: ["the same product name, versions 2016 and 2019"] },
    ])
  })
  it("are names that are nearly alike, sooner where they do the same job", () => {
    const pair = [product("1", "Huddle"), product("2", "Huddle Business")]
    expect(likelyTwins(pair)).toEqual([])
    expect(likelyTwins(pair.map((one) => ({ ...one, jobIds: ["chat"] })))).toMatchObject([{ first: "1", second: "2", because: [expect.stringContaining("% alike"), "they do the same job"] }])
  })
  it("is not what merely does the same job", () => {
    expect(likelyTwins([product("1", "Acrobat", { jobIds: ["pdf"] }), product("2", "SignNow", { jobIds: ["pdf"] })])).toEqual([])
  })
  it("finds with its short cuts what comparing everything with everything finds", () => {
    const word = fc.stringMatching(/^[abc]{1,6}( [abc]{1,4})?( [12])?$/)
    fc.assert(fc.property(fc.array(word, { maxLength: 25 }), (names) => {
      const all = names.map((name, at) => product(String(at).padStart(3, "0"), name, { vendor: "One" }))
      const grams = all.map((one) => trigrams(productShown(one).family))
      const expected = all.flatMap((a, at) => all.slice(at + 1).flatMap((b, more) => (similarity(grams[at] ?? new Set(), grams[at + 1 + more] ?? new Set()) >= 0.34 ? [`${a.id} ${b.id}`] : [])))
      expect(likelyTwins(all).map(({ first, second }) => `${first} ${second}`).sort()).toEqual(expected.sort())
    }))
  })
})
