// Five models of real organisations: what is read from them is what was counted by hand. Needs ../shared/data.
import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { broughtArchimate } from "~/features/exchange/archimate-brought"
import { readArchimate } from "~/features/exchange/archimate-reader.server"
import { kindOfType } from "~/features/exchange/archimate-words"
import type { Brought } from "~/features/exchange/brought"

const folder = fileURLToPath(new URL("../../../../../shared/data/archimate/", import.meta.url))
const there = existsSync(folder)

interface Expected {
  elements: number
  relationships: number
  byKind: Record<string, number>
  directRelationsBetweenKnownKinds: Record<string, number>
  relationshipsWithAnEndThatIsNoElement: number
}
const expected: Record<string, Expected> = there ? JSON.parse(readFileSync(`${folder}expected.json`, "utf8")) : {}

const count = (words: readonly string[]) => words.reduce<Record<string, number>>((counts, word) => ({ ...counts, [word]: (counts[word] ?? 0) + 1 }), {})

describe.skipIf(!there)("models of ../shared/data/archimate", () => {
  it.each(Object.keys(expected))("%s", (name) => {
    const wanted = expected[name]
    const model = readArchimate(readFileSync(folder + name))
    const typeOf = new Map(model.elements.map(({ id, type }) => [id, type]))
    const kindOf = (id: string) => {
      const type = typeOf.get(id)
      return type === undefined ? null : kindOfType(type) === "person" ? "stakeholder" : kindOfType(type) ?? "kept"
    }
    const direct = model.relationships.flatMap(({ type, from, to }) => {
      const [a, b] = [kindOf(from), kindOf(to)]
      return a === null || b === null || a === "kept" || b === "kept" ? [] : [`${a} ${type} ${b}`]
    })
    expect({
      elements: model.elements.length,
      relationships: model.relationships.length,
      byKind: count(model.elements.map(({ id }) => kindOf(id) ?? "")),
      directRelationsBetweenKnownKinds: count(direct),
      relationshipsWithAnEndThatIsNoElement: model.relationships.filter(({ from, to }) => kindOf(from) === null || kindOf(to) === null).length,
    }).toEqual(wanted)

    const rows = [...broughtArchimate(model, name, {}).rows]
    const of = (part: Brought["part"]) => rows.filter((row) => row.part === part).length
    expect([of("record"), of("element"), of("relationship")]).toEqual([
      model.elements.filter(({ type }) => kindOfType(type) !== null).length, model.elements.length, model.relationships.length,
    ])
    const standings = count(rows.flatMap((row) => (row.part === "relationship" ? [row.standing] : [])))
    expect(standings).toEqual(outcomes[name])
    expect(of("offer")).toBe(offers[name])
    const subjects = Object.entries(wanted?.directRelationsBetweenKnownKinds ?? {}).filter(([words]) => /^stakeholder (Association|Influence) (goal|initiative|service|application)$/.test(words))
    expect(of("stake")).toBe(subjects.reduce((sum, [, times]) => sum + times, 0))
  })
})

/** What the table of docs/importing-archimate.md makes of them: a change here is a change of what people see. */
const outcomes: Record<string, Record<string, number>> = {
  "archimetal.xml": { converted: 45, offered: 32, kept: 683 },
  "data-management-by-design.xml": { converted: 6, kept: 411, refused: 1 },
  "esdc-sandbox-lapierre.xml": { converted: 35, offered: 169, kept: 942 },
  "toop-goopra.xml": { converted: 1, offered: 5, kept: 359 },
  "wildriver-control.xml": { converted: 36, offered: 12, kept: 806, refused: 1 },
}
const offers: Record<string, number> = {
  "archimetal.xml": 18, "data-management-by-design.xml": 0, "esdc-sandbox-lapierre.xml": 141, "toop-goopra.xml": 2, "wildriver-control.xml": 13,
}
