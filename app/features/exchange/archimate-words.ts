// What ArchiMate's types and relationships are in our words. The table for modellers: docs/importing-archimate.md.
import { kindWords, type ChainKind } from "~/features/elements/element"
import { mayLink, relations, relationWords, type Relation } from "~/features/elements/link"
import { subjectKinds } from "~/features/stakeholders/standing"

/** Types with a word of ours; every other type is kept and given back. A stakeholder is a person's record, mostly a named group. */
const kinds: Readonly<Record<string, ChainKind>> = {
  Goal: "goal", Outcome: "goal",
  WorkPackage: "initiative", CourseOfAction: "initiative",
  Capability: "capability",
  BusinessService: "service", ApplicationService: "service", TechnologyService: "service",
  ApplicationComponent: "application",
  BusinessActor: "unit",
  Stakeholder: "person",
}

/** The kind of a type, as chosen for this file or as usual; null for what we have no word for. */
export function kindOfType(type: string, chosen: Readonly<Record<string, ChainKind | "keep">> = {}): ChainKind | null {
  const choice = Object.hasOwn(chosen, type) ? chosen[type] : undefined
  if (choice !== undefined) return choice === "keep" ? null : choice
  return Object.hasOwn(kinds, type) ? kinds[type] ?? null : null
}

/** The type that stands for a kind where a record of ours goes out for the first time. */
export const typeOfKind: Readonly<Record<ChainKind, string>> = {
  goal: "Goal", initiative: "WorkPackage", capability: "Capability", service: "BusinessService", application: "ApplicationComponent",
  unit: "BusinessActor", function: "ApplicationFunction", person: "Stakeholder",
}

interface Reading {
  types: readonly string[]
  from: ChainKind
  to: ChainKind
  relation: Relation
  /** the relation runs from the relationship's target to its source */
  reversed?: true
}

/** In the direction in which the relationship is drawn. */
const readings: readonly Reading[] = [
  { types: ["Realization", "Influence"], from: "initiative", to: "goal", relation: "contributes to" },
  // what triggers comes first, so the later one needs it
  { types: ["Triggering"], from: "initiative", to: "initiative", relation: "requires", reversed: true },
  { types: ["Realization"], from: "initiative", to: "service", relation: "introduces" },
  { types: ["Realization"], from: "initiative", to: "application", relation: "introduces" },
  { types: ["Realization"], from: "initiative", to: "capability", relation: "introduces" },
  { types: ["Influence"], from: "initiative", to: "service", relation: "improves" },
  { types: ["Influence"], from: "initiative", to: "application", relation: "improves" },
  { types: ["Influence"], from: "initiative", to: "capability", relation: "improves" },
  { types: ["Influence"], from: "initiative", to: "unit", relation: "affects" },
  { types: ["Realization", "Influence", "Serving"], from: "capability", to: "goal", relation: "enables" },
  { types: ["Realization", "Influence", "Serving"], from: "service", to: "goal", relation: "supports" },
  { types: ["Realization", "Serving"], from: "service", to: "capability", relation: "supports" },
  { types: ["Realization", "Serving", "Assignment"], from: "application", to: "service", relation: "delivers" },
  { types: ["Realization", "Assignment"], from: "application", to: "function", relation: "performs" },
  { types: ["Serving"], from: "application", to: "unit", relation: "uses", reversed: true },
  { types: ["Serving"], from: "service", to: "unit", relation: "uses", reversed: true },
]

/** An association says only that two belong together; between these kinds there is one thing that it can mean. */
const associated: readonly { from: ChainKind; to: ChainKind; relation: Relation }[] = [
  { from: "initiative", to: "goal", relation: "contributes to" },
  { from: "initiative", to: "service", relation: "improves" },
  { from: "initiative", to: "application", relation: "improves" },
  { from: "initiative", to: "capability", relation: "improves" },
  { from: "initiative", to: "unit", relation: "affects" },
  { from: "capability", to: "goal", relation: "enables" },
  { from: "service", to: "goal", relation: "supports" },
  { from: "service", to: "capability", relation: "supports" },
  { from: "unit", to: "application", relation: "uses" },
  { from: "unit", to: "service", relation: "uses" },
]

export type PartKind = "goal" | "unit" | "capability"
const partKinds: readonly ChainKind[] = ["goal", "unit", "capability"]

export type Meaning =
  | { part: "link"; relation: Relation; reversed: boolean }
  /** the relationship's source is the whole, its target the part */
  | { part: "parent"; kind: PartKind }
  /** a party stands somewhere about a subject; how is not said */
  | { part: "stake"; reversed: boolean }

/** A relationship as far as its meaning goes. */
export interface Stated {
  type: string
  name: string
  attributes: Readonly<Record<string, string>>
}

/** What a relationship between records of these kinds means to us; null when we have no word for it. */
export function meaningOf(stated: Stated, from: ChainKind, to: ChainKind): Meaning | null {
  const { type } = stated
  if ((type === "Composition" || type === "Aggregation") && from === to && isPartKind(from)) return { part: "parent", kind: from }
  if (from === "person" && (type === "Association" || (type === "Influence" && !isAgainst(stated))) && mayBeSubject(to)) return { part: "stake", reversed: false }
  if (to === "person" && type === "Association" && mayBeSubject(from)) return { part: "stake", reversed: true }
  if (type === "Association") return associationOf(stated.name, from, to)
  if (isAgainst(stated)) return null
  const found = readings.find((one) => one.from === from && one.to === to && one.types.includes(type))
  return found ? { part: "link", relation: found.relation, reversed: found.reversed ?? false } : null
}

/** An association may also be named by one of our relations ("replaces"), in its own direction or against it. */
function associationOf(name: string, from: ChainKind, to: ChainKind): Meaning | null {
  const word = name.trim().toLowerCase()
  const named = relations.find((relation) => relation === word || relationWords[relation].forth === word || relationWords[relation].back === word)
  if (named !== undefined && relationWords[named].back !== word && mayLink(from, named, to)) return { part: "link", relation: named, reversed: false }
  if (named !== undefined && relationWords[named].back === word && mayLink(to, named, from)) return { part: "link", relation: named, reversed: true }
  const forth = associated.find((one) => one.from === from && one.to === to)
  if (forth) return { part: "link", relation: forth.relation, reversed: false }
  const back = associated.find((one) => one.from === to && one.to === from)
  return back ? { part: "link", relation: back.relation, reversed: true } : null
}

function mayBeSubject(kind: ChainKind): boolean {
  return (subjectKinds as readonly ChainKind[]).includes(kind)
}

/** An influence marked as working against its target: "-", "--", or a negative number. */
export function isAgainst(stated: Stated): boolean {
  return stated.type === "Influence" && (stated.attributes.modifier ?? "").trim().startsWith("-")
}

function isPartKind(kind: ChainKind): kind is PartKind {
  return partKinds.includes(kind)
}

/** How a link of ours goes out: read back by `meaningOf`, it is the same link again. */
export function relationshipOfLink(relation: Relation): { type: string; name: string; reversed: boolean } {
  switch (relation) {
    case "contributes to": case "introduces": case "enables": case "supports": case "delivers":
      return { type: "Realization", name: "", reversed: false }
    case "requires": return { type: "Triggering", name: "", reversed: true }
    case "uses": return { type: "Serving", name: "", reversed: true }
    case "performs": return { type: "Assignment", name: "", reversed: false }
    case "improves": case "affects": return { type: "Association", name: "", reversed: false }
    case "replaces": case "retires": return { type: "Association", name: relation, reversed: false }
  }
}

/** Lengths that the forms for records know. */
const longestName = 200
const longestSummary = 2000

/** The name of a record: on one line, cut where it is too long, and for a nameless element one by which people find it. */
export function recordName(element: { id: string; name: string }, kind: ChainKind): string {
  const name = cut(element.name.replace(/\s+/g, " ").trim(), longestName)
  if (name !== "") return name
  const id = element.id.length > 12 ? `${element.id.slice(0, 12)}…` : element.id
  return `Unnamed ${kindWords[kind].one.toLowerCase()} (${id})`
}

/** The summary that a record gets from its documentation, cut where it is too long; the whole is kept for the way back. */
export function recordSummary(documentation: string): string {
  return cut(documentation.replace(/\r\n?/g, "\n").trim(), longestSummary)
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}
