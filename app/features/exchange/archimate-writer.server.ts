// The whole installation as an ArchiMate Model Exchange file, made a portion at a time: what came in goes out again.
import type { ReadDb } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import {
  clashingIds, elementsOf, joinsOfOurs, modelOfCompany, modelSources, recordsOfOurs, relationshipsOf,
  type ElementGivenBack, type Join, type ModelSource, type RelationshipGivenBack,
} from "./archimate-export.queries.server"
import { ownId } from "./archimate-ids"
import { joinId, outIds, type OutIds } from "./archimate-out-ids"
import { recordName, recordSummary, relationshipOfLink, typeOfKind } from "./archimate-words"
import type { KeptProperty } from "./brought"
import { attributesText, tag, within } from "./xml-out"

/** What has been written so far: ids and no texts, so that it stays small. */
interface Written {
  ids: OutIds
  /** in this order; our own model brought back is the last */
  sources: readonly ModelSource[]
  own: ModelSource | null
  /** every id met in a source, whether it went out or not */
  met: Set<string>
  out: Set<string>
  /** the element that stands for a record, by the record's id; and the other way round */
  elementOf: Map<string, string>
  recordOf: Map<string, string>
  /** our links and parts that a source's relationship already says */
  said: Set<string>
}

/**
 * The text of a model with everything that models brought in (their ids, names, documentation, properties and
 * relationships, renamed where the record was) and everything of ours that is not archived, but people. Whoever reads it
 * back finds the same records. Relationships whose link was removed since are left out, and so is what ends there. What
 * is saved while it is made may or may not be in it. Refused before the first set-up.
 */
export async function* archimateFile(db: ReadDb): AsyncGenerator<string> {
  const company = await modelOfCompany(db)
  if (company === null) throw new RuleError("Set the company up first: there is nothing to write yet.")
  const all = await modelSources(db)
  const own = all.find(({ key }) => key === `archimate:${ownId(company.id)}`) ?? null
  const others = all.filter((source) => source !== own)
  const written: Written = {
    ids: outIds(others, own, await clashingIds(db, others)), own, sources: own ? [...others, own] : others,
    met: new Set(), out: new Set(), elementOf: new Map(), recordOf: new Map(), said: new Set(),
  }
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.opengroup.org/xsd/archimate/3.0/ http://www.opengroup.org/xsd/archimate/3.1/archimate3_Model.xsd"${attributesText({ identifier: ownId(company.id) })}>\n`
  yield tag("name", {}, company.name) + documented(company.purpose)
  yield* within("elements", elementTexts(db, written))
  yield* within("relationships", relationshipTexts(db, written))
  yield* within("propertyDefinitions", definitionTexts(written))
  yield "</model>\n"
}

async function* elementTexts(db: ReadDb, written: Written): AsyncGenerator<string> {
  for (const { id: sourceId } of written.sources)
    for await (const rows of elementsOf(db, sourceId)) yield rows.map((given) => elementText(sourceId, given, written)).join("")
  for await (const rows of recordsOfOurs(db))
    yield rows.map(({ id, kind, name, summary }) => {
      const type = typeOfKind[kind]
      if (written.elementOf.has(id)) return ""
      remember(written, ownId(id), id)
      return tag("element", { identifier: ownId(id), "xsi:type": type }, null, tag("name", {}, name) + documented(summary))
    }).join("")
}

function elementText(sourceId: string, given: ElementGivenBack, written: Written): string {
  const identifier = written.ids.of(sourceId, given.foreignId)
  if (isRepeated(sourceId, given.foreignId, identifier, written) || given.record?.archived === true) return ""
  remember(written, identifier, given.record?.id ?? null)
  const inside = tag("name", {}, nameOf(given)) + documented(documentationOf(given)) + propertiesText(sourceId, given.properties, written.ids)
  return tag("element", { identifier, "xsi:type": given.type }, null, inside)
}

/** In our own model brought back only what is new to us goes out. */
function isRepeated(sourceId: string, foreignId: string, identifier: string, { own, ids, met }: Written): boolean {
  if (sourceId === own?.id && (ids.repeats(foreignId) || met.has(identifier))) return true
  met.add(identifier)
  return false
}

function remember({ out, elementOf, recordOf }: Written, identifier: string, recordId: string | null): void {
  out.add(identifier)
  if (recordId === null) return
  recordOf.set(identifier, recordId)
  if (!elementOf.has(recordId)) elementOf.set(recordId, identifier)
}

/** As the model wrote it, as long as the record still says the same. */
function nameOf({ foreignId, name, record }: ElementGivenBack): string {
  return record === null || recordName({ id: foreignId, name }, record.kind) === record.name ? name : record.name
}

function documentationOf({ documentation, record }: ElementGivenBack): string {
  return record === null || recordSummary(documentation) === record.summary ? documentation : record.summary
}

async function* relationshipTexts(db: ReadDb, written: Written): AsyncGenerator<string> {
  /** those that may end at a relationship that comes later */
  let waiting: { sourceId: string; given: RelationshipGivenBack }[] = []
  for (const { id: sourceId } of written.sources)
    for await (const rows of relationshipsOf(db, sourceId)) {
      const texts = rows.map((given) => {
        const identifier = written.ids.of(sourceId, given.foreignId)
        if (isRepeated(sourceId, given.foreignId, identifier, written) || isRemoved(sourceId, given, written)) return ""
        const text = relationshipText(sourceId, given, written)
        if (text === null) waiting.push({ sourceId, given })
        return text ?? ""
      })
      yield texts.join("")
    }
  for (let before = -1; before !== waiting.length;) {
    before = waiting.length
    const still: typeof waiting = []
    for (const one of waiting) {
      const text = relationshipText(one.sourceId, one.given, written)
      if (text === null) still.push(one)
      else yield text
    }
    waiting = still
  }
  for await (const rows of joinsOfOurs(db)) yield rows.map((join) => joinText(join, written)).join("")
}

/** Whether what the relationship became is no more; a "part of" may also have moved to another whole. */
function isRemoved(sourceId: string, { standing, linkId, childId, parentId, fromId }: RelationshipGivenBack, { ids, recordOf }: Written): boolean {
  if (standing !== "converted" || linkId !== null) return false
  return childId === null || parentId === null || recordOf.get(ids.of(sourceId, fromId)) !== parentId
}

/** The tag of a relationship both ends of which are written; null where one is not, or not yet. */
function relationshipText(sourceId: string, given: RelationshipGivenBack, { ids, out, said }: Written): string | null {
  const [source, target] = [ids.of(sourceId, given.fromId), ids.of(sourceId, given.toId)]
  if (!out.has(source) || !out.has(target)) return null
  const identifier = ids.of(sourceId, given.foreignId)
  out.add(identifier)
  if (given.linkId !== null) said.add(given.linkId)
  if (given.childId !== null) said.add(given.childId)
  const inside = (given.name === "" ? "" : tag("name", {}, given.name)) + documented(given.documentation) + propertiesText(sourceId, given.properties, ids)
  return tag("relationship", { identifier, source, target, "xsi:type": given.type, ...given.attributes }, null, inside)
}

function joinText(join: Join, { elementOf, said }: Written): string {
  const [from, to] = [elementOf.get(join.fromId), elementOf.get(join.toId)]
  if (said.has(join.id) || from === undefined || to === undefined) return ""
  const { type, name, reversed } = join.relation === "part of" ? { type: "Composition", name: "", reversed: true } : relationshipOfLink(join.relation)
  const attributes = { identifier: joinId(join), source: reversed ? to : from, target: reversed ? from : to, "xsi:type": type }
  return tag("relationship", attributes, null, (name === "" ? "" : tag("name", {}, name)) + documented(join.note))
}

async function* definitionTexts({ ids }: Written): AsyncGenerator<string> {
  yield [...ids.definitions].map(([identifier, { name, type }]) => tag("propertyDefinition", { identifier, type }, null, tag("name", {}, name))).join("")
}

function propertiesText(sourceId: string, properties: readonly KeptProperty[], ids: OutIds): string {
  if (properties.length === 0) return ""
  const inside = properties.map(({ key, value }) => tag("property", { propertyDefinitionRef: ids.ofProperty(sourceId, key) }, null, tag("value", {}, value)))
  return tag("properties", {}, null, inside.join(""))
}

function documented(text: string): string {
  return text === "" ? "" : tag("documentation", {}, text)
}
