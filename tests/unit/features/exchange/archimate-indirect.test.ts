// Links that a model only implies: in the direction of meaning, over at most three, the shortest way first.
import { expect, it } from "vitest"
import { broughtArchimate } from "~/features/exchange/archimate-brought"
import { indirectLimits } from "~/features/exchange/archimate-indirect"
import { readArchimate } from "~/features/exchange/archimate-reader.server"
import type { FileChoices } from "~/features/exchange/brought"
import { element, exchangeFile, relationship } from "./exchange-file"

/** "type from to" relationships between elements named "type:id"; what is offered comes as "from relation to: through". */
function offered(elements: readonly string[], ways: readonly string[], choices: FileChoices = {}): { offers: string[]; notes: readonly string[] | undefined } {
  const bytes = exchangeFile({
    elements: elements.map((one) => one.split(":")).map(([type = "", id = ""]) => element(id, type, id.toUpperCase())).join(""),
    relationships: ways.map((one) => one.split(" ")).map(([type = "", from = "", to = "", more = ""], at) => relationship(`r${at}`, type, from, to, more)).join(""),
  })
  const { look, rows } = broughtArchimate(readArchimate(bytes), "m.xml", choices)
  const offers = [...rows].flatMap((row) => (row.part === "offer" ? [`${row.from.text} ${row.relation} ${row.to.text}: ${row.through.map(({ type, name }) => `${type} ${name}`).join(", ")}`] : []))
  return { offers, notes: look.notes }
}

const between = ["WorkPackage:w", "Goal:g", "Requirement:a", "Deliverable:b", "Driver:c", "Driver:d"]

it.each([
  ["over one", ["Realization w a", "Realization a g"], ["w contributes to g: Requirement A"]],
  ["over three", ["Realization w a", "Realization a b", "Realization b c", "Association g c"], ["w contributes to g: Requirement A, Deliverable B, Driver C"]],
  ["over four is too far", ["Realization w a", "Realization a b", "Realization b c", "Realization c d", "Realization d g"], []],
  ["the shortest of several", ["Realization w a", "Realization a b", "Realization b g", "Realization w c", "Realization c g"], ["w contributes to g: Driver C"]],
  ["the first of equally short ones", ["Realization w c", "Realization w a", "Realization a g", "Realization c g"], ["w contributes to g: Driver C"]],
  ["not beside a direct link", ["Realization w g", "Realization w a", "Realization a g"], []],
  ["not against the direction", ["Realization w a", "Realization g a"], []],
  ["a part is there for its whole", ["Composition a w", "Aggregation g a"], ["w contributes to g: Requirement A"]],
  ["a whole is not there for its part", ["Composition w a", "Composition a g"], []],
  ["two in one group are not linked by it", ["Composition a w", "Composition a g"], []],
  ["an association works both ways", ["Association a w", "Association g a"], ["w contributes to g: Requirement A"]],
  ["a directed one does not", ["Association a w isDirected='true'", "Association a g"], []],
  ["three associations say nothing", ["Association w a", "Association a b", "Association b g"], []],
  ["an influence against it says nothing good", ["Realization w a", "Influence a g modifier='--'"], []],
  ["flows and triggers are no purpose", ["Flow w a", "Triggering a g"], []],
])("%s", (_what, ways, offers) => {
  expect(offered(between, ways).offers).toEqual(offers)
})

it("goes over what a person chose to keep, and never over stakeholders or records", () => {
  expect(offered(["WorkPackage:w", "Stakeholder:s", "Goal:g"], ["Association w s", "Association s g"]).offers).toEqual([])
  const elements = ["WorkPackage:w", "CourseOfAction:c", "Goal:g"]
  const ways = ["Realization w c", "Realization c g"]
  expect(offered(elements, ways).offers).toEqual([])
  expect(offered(elements, ways, { labels: { CourseOfAction: "keep" } }).offers).toEqual(["w contributes to g: CourseOfAction C"])
})

it("offers what work introduces, what supports and enables goals, and what delivers services", () => {
  const elements = ["WorkPackage:w", "Deliverable:d", "ApplicationComponent:a", "ApplicationFunction:f", "ApplicationService:s", "Capability:c", "Requirement:r", "Goal:g"]
  expect(offered(elements, ["Realization w d", "Realization d a", "Assignment a f", "Realization f s", "Realization s r", "Realization c r", "Realization r g"]).offers).toEqual([
    "w introduces a: Deliverable D", "s supports g: Requirement R", "c enables g: Requirement R", "a delivers s: ApplicationFunction F",
  ])
  expect(offered(elements, ["Association a f", "Association f s"]).offers).toEqual([])
})

it("is bounded: nothing leads through what joins everything, and a search without end stops and says so", () => {
  const many = Array.from({ length: indirectLimits.waysOn + 1 }, (_, at) => `Goal:g${at}`)
  const hub = many.map((one) => `Realization a ${one.slice(5)}`)
  expect(offered(["WorkPackage:w", "Requirement:a", ...many], ["Realization w a", ...hub]).offers).toEqual([])
  const works = Array.from({ length: 100 }, (_, at) => `WorkPackage:w${at}`)
  const goals = many.slice(0, 90)
  const { offers, notes } = offered(["Requirement:a", ...works, ...goals], [...works.map((one) => `Realization ${one.slice(12)} a`), ...goals.map((one) => `Realization a ${one.slice(5)}`)])
  expect(offers.length).toBeGreaterThanOrEqual(indirectLimits.offers)
  expect(offers.length).toBeLessThan(indirectLimits.offers + indirectLimits.waysOn)
  expect(notes).toHaveLength(1)
})
