// An ArchiMate model as rows for the comparison: records, then what joins them, then everything for the way back.
import type { ChainKind } from "~/features/elements/element"
import type { ArchiElement, ArchiModel } from "./archimate-model"
import { indirectLinks, type Indirect } from "./archimate-indirect"
import { judgeRelationships, type Became, type Judged } from "./archimate-relations"
import { kindOfType, recordName, recordSummary } from "./archimate-words"
import type {
  Brought, BroughtElement, BroughtLink, BroughtOffer, BroughtParent, BroughtRecord, BroughtRelationship, BroughtStake, FileChoices, FileLook, RecordRef,
} from "./brought"

/**
 * Gives what a model is as a whole and its rows: records first, then what is part of what, links, offered links, and at
 * last every element and every relationship. Empty documentation leaves a record's summary untouched. Nothing is refused
 * here but single relationships, each with its reason.
 */
export function broughtArchimate(model: ArchiModel, fileName: string, choices: FileChoices): { look: FileLook; rows: Iterable<Brought> } {
  const byId = new Map(model.elements.map((element) => [element.id, element]))
  const kindOf = (id: string): ChainKind | null => {
    const element = byId.get(id)
    return element ? kindOfType(element.type, choices.labels) : null
  }
  const judged = judgeRelationships(model, { kindOf, elements: byId })
  const indirect = indirectLinks(model.elements, judged, kindOf)
  return { look: lookAt(model, fileName, choices, indirect.stopped), rows: rowsOf(model, judged, indirect.offers, kindOf) }
}

function* rowsOf(model: ArchiModel, judged: readonly Judged[], offers: readonly Indirect[], kindOf: (id: string) => ChainKind | null): Iterable<Brought> {
  const ref = (id: string): RecordRef => ({ kinds: [kindOf(id) ?? "goal"], text: id, by: "foreign" })
  for (const element of model.elements) {
    const kind = kindOf(element.id)
    if (kind !== null) yield recordOf(element, kind)
  }
  for (const one of judged) if (one.became?.part === "parent") yield parentOf(one, one.became, ref)
  for (const one of judged) if (one.became?.part === "link") yield linkOf(one, one.became, ref)
  for (const one of judged) if (one.became?.part === "stake") yield stakeOf(one, one.became, ref)
  const offered = new Set<string>()
  for (const offer of offers) {
    for (const { id } of offer.relationships) offered.add(id)
    yield offerOf(offer, ref)
  }
  for (const element of model.elements) yield keptElement(element, kindOf(element.id) !== null)
  for (const one of judged) yield keptRelationship(one, offered)
}

function recordOf(element: ArchiElement, kind: ChainKind): BroughtRecord {
  const summary = recordSummary(element.documentation)
  return {
    part: "record", place: placeOf("Element", element.id), line: null, problems: [],
    kind, code: null, foreignId: element.id, type: element.type, name: recordName(element, kind),
    fields: summary === "" ? {} : { summary }, properties: element.properties,
  }
}

function parentOf({ relationship, problem }: Judged, became: Extract<Became, { part: "parent" }>, ref: (id: string) => RecordRef): BroughtParent {
  return {
    part: "parent", place: placeOf("Relationship", relationship.id), line: null, problems: problemsOf(problem),
    kind: became.kind, child: ref(became.child), parent: ref(became.parent), foreignId: relationship.id,
  }
}

function linkOf({ relationship, problem }: Judged, became: Extract<Became, { part: "link" }>, ref: (id: string) => RecordRef): BroughtLink {
  return {
    part: "link", place: placeOf("Relationship", relationship.id), line: null, problems: problemsOf(problem),
    relation: became.relation, from: ref(became.from), to: ref(became.to), fields: {}, foreignId: relationship.id,
  }
}

function stakeOf({ relationship, problem }: Judged, became: Extract<Became, { part: "stake" }>, ref: (id: string) => RecordRef): BroughtStake {
  return {
    part: "stake", place: placeOf("Relationship", relationship.id), line: null, problems: problemsOf(problem),
    party: ref(became.party), subject: ref(became.subject), foreignId: relationship.id,
  }
}

function offerOf(offer: Indirect, ref: (id: string) => RecordRef): BroughtOffer {
  return {
    part: "offer", place: placeOf("Element", offer.from), line: null, problems: [],
    relation: offer.relation, from: ref(offer.from), to: ref(offer.to),
    through: offer.through.map(({ type, name }) => ({ type, name: name.replace(/\s+/g, " ").trim() })),
    foreignIds: offer.relationships.map(({ id }) => id),
  }
}

function keptElement(element: ArchiElement, known: boolean): BroughtElement {
  const { id, type, name, documentation, properties } = element
  return { part: "element", place: placeOf("Element", id), line: null, problems: [], foreignId: id, type, name, documentation, properties, known }
}

function keptRelationship({ relationship, standing, problem }: Judged, offered: ReadonlySet<string>): BroughtRelationship {
  const { id, type, from, to, name, documentation, attributes, properties } = relationship
  return {
    part: "relationship", place: placeOf("Relationship", id), line: null, problems: problemsOf(problem),
    foreignId: id, type, fromId: from, toId: to, name, documentation, attributes, properties,
    standing: standing === "kept" && offered.has(id) ? "offered" : standing,
  }
}

function placeOf(what: "Element" | "Relationship", id: string): string {
  return `${what} ${id}`
}

function problemsOf(problem: string | null): { column: null; problem: string }[] {
  return problem === null ? [] : [{ column: null, problem }]
}

/** What the file is: its source by the model's identifier, and the types found with what becomes of each. */
function lookAt(model: ArchiModel, fileName: string, choices: FileChoices, stopped: boolean): FileLook {
  const counts = new Map<string, number>()
  for (const { type } of model.elements) counts.set(type, (counts.get(type) ?? 0) + 1)
  const { documentation, properties, propertyDefinitions } = model
  return {
    format: "archimate",
    source: { key: `archimate:${model.id}`, name: model.name.trim() || fileName, about: { name: model.name, documentation, properties, propertyDefinitions } },
    encoding: model.encoding, separator: null, sheets: [],
    labels: [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([label, count]) => ({ label, count, kind: kindOfType(label, choices.labels) ?? "keep" })),
    relations: [],
    notes: stopped ? ["This model has so many ways between its records that only the first indirect links are offered."] : [],
  }
}
