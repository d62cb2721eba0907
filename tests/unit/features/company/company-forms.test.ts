// The forms about the company take back what the choice between two people's values posts.

import { describe, expect, it } from "vitest"
import { companyEdit } from "~/features/company/company.schema"
import { strategyWords } from "~/features/company/strategy-words.schema"

const edit = { operationId: "01990454-5620-74e6-bb3e-1f327337ce1f", version: "3" }

describe("what we will not do", () => {
  const theirs = [{ text: "A shop app", reason: "Customers asked for a faster site." }]

  it("is the list that was chosen, whatever the lines of the first form said", () => {
    const read = strategyWords.parse({ ...edit, not1: "My line", because1: "Mine", exclusions: JSON.stringify(theirs) })
    expect(read.exclusions).toEqual(theirs)
  })

  it("is made of the lines where nothing was chosen", () => {
    expect(strategyWords.parse({ ...edit, not1: "My line", because1: "Mine" }).exclusions).toEqual([{ text: "My line", reason: "Mine" }])
    expect("exclusions" in strategyWords.parse({ ...edit, purpose: "Homes" })).toBe(false)
  })

  it("refuses words that are no list, and more lines than there is room for", () => {
    const many = Array.from({ length: 7 }, (_, at) => ({ text: `Line ${at}`, reason: "" }))
    for (const exclusions of ["[object Object]", JSON.stringify([{ text: "x" }]), JSON.stringify(many)]) expect(strategyWords.safeParse({ ...edit, exclusions }).success).toBe(false)
  })
})

describe("a threshold", () => {
  it("is a percentage, or what was kept of one", () => {
    expect(companyEdit.parse({ ...edit, bandOnTrack: "70", bandAtRisk: "0.40" })).toMatchObject({ bandOnTrack: "0.70", bandAtRisk: "0.40" })
    expect(companyEdit.safeParse({ ...edit, bandOnTrack: "1.50" }).success).toBe(false)
    expect(companyEdit.safeParse({ ...edit, bandOnTrack: "0.7" }).success).toBe(false)
  })
})
