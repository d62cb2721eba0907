// The whole installation as an ArchiMate Model Exchange file, made a portion at a time: what came in goes out again.
import type { ReadDb } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import {
  clashingIds, elementsOf, modelOfCompany, modelSources, ownJoins, ownRecords, relationshipsGone, relationshipsOf,
  type ElementGivenBack, type ModelSource, type Named,
} from "./archimate-export.queries.server"
import { givenBackId, ownId } from "./archimate-ids"
import type { PropertyDefinition } from "./archimate-model"
import { recordName, recordSummary, relationshipOfLink, typeOfKind } from "./archimate-words"
import type { KeptProperty } from "./brought"
import { attributesText, tag, within } from "./xml-out"

/** The ids of the file: every source's own where nobody had it before. */
interface Ids {
  of: (sourceId: string, foreignId: string) => string
  ofRecord: (named: Named) => string
  /** the id of a property's definition; one that its model never defined is named by itself from now on */
  ofProperty: (sourceId: string, key: string) => string
  definitions: Map<string, { name: string; type: string }>
}

/**
 * The text of a model with everything that models brought in (their ids, names, documentation, properties and
 * relationships, renamed where the record was) and everything of ours that is not archived, but people. Whoever reads it
 * back finds the same records. What is saved while it is made may or may not be in it. Refused before the first set-up.
 */
export async function* archimateFile(db: ReadDb): AsyncGenerator<string> {
  const company = await modelOfCompany(db)
  if (company === null) throw new RuleError("Set the company up first: there is nothing to write yet.")
  const sources = await modelSources(db)
  const own = sources.find(({ key }) => key === `archimate:${ownId(company.id)}`)?.id ?? null
  const ids = idsOf(sources, await clashingIds(db, sources))
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.opengroup.org/xsd/archimate/3.0/ http://www.opengroup.org/xsd/archimate/3.1/archimate3_Model.xsd"${attributesText({ identifier: ownId(company.id) })}>\n`
  yield tag("name", {}, company.name) + (company.purpose === "" ? "" : tag("documentation", {}, company.purpose))
  yield* within("elements", elementTexts(db, sources, own, ids))
  yield* within("relationships", relationshipTexts(db, sources, own, ids))
  yield* within("propertyDefinitions", definitionTexts(ids))
  yield "</model>\n"
}

function idsOf(sources: readonly ModelSource[], clashes: readonly { foreignId: string; sourceId: string }[]): Ids {
  const order = new Map(sources.map(({ id }, at) => [id, at]))
  const firstOf = new Map<string, string>()
  const claim = (foreignId: string, sourceId: string) => {
    const first = firstOf.get(foreignId)
    if (first === undefined || (order.get(sourceId) ?? 0) < (order.get(first) ?? 0)) firstOf.set(foreignId, sourceId)
  }
  for (const { foreignId, sourceId } of clashes) claim(foreignId, sourceId)
  const isFree = (sourceId: string, id: string) => (firstOf.get(id) ?? sourceId) === sourceId
  const definitions = new Map<string, { name: string; type: string }>()
  const idOfKey = new Map<string, string>()
  // Tools number them anew in each model, so the same id may mean another property; the same twice is written once.
  const define = (sourceId: string, { id, name, type }: PropertyDefinition) => {
    const wanted = firstOf.has(id) ? givenBackId(sourceId, id, false) : givenBackId(sourceId, id, true)
    const there = definitions.get(wanted)
    const taken = there !== undefined && (there.name !== name || there.type !== type)
    const given = taken ? givenBackId(sourceId, id, false) : wanted
    definitions.set(given, { name, type })
    idOfKey.set(`${sourceId} ${id}`, given)
    return given
  }
  for (const { id, propertyDefinitions } of sources) for (const definition of propertyDefinitions) define(id, definition)
  const of = (sourceId: string, foreignId: string) => givenBackId(sourceId, foreignId, isFree(sourceId, foreignId))
  return {
    of, definitions,
    ofRecord: ({ id, sourceId, foreignId }) => (sourceId === null || foreignId === null ? ownId(id) : of(sourceId, foreignId)),
    ofProperty: (sourceId, key) => idOfKey.get(`${sourceId} ${key}`) ?? define(sourceId, { id: key === "" ? "property" : key, name: key, type: "string" }),
  }
}

async function* elementTexts(db: ReadDb, sources: readonly ModelSource[], own: string | null, ids: Ids): AsyncGenerator<string> {
  for (const { id: sourceId } of sources)
    for await (const rows of elementsOf(db, sourceId, sourceId === own))
      yield rows.filter(({ record }) => record === null || !record.archived).map((given) => {
        const attributes = { identifier: ids.of(sourceId, given.foreignId), "xsi:type": given.type }
        return tag("element", attributes, null, tag("name", {}, nameOf(given)) + documented(documentationOf(given)) + propertiesText(sourceId, given.properties, ids))
      }).join("")
  for await (const rows of ownRecords(db, own))
    yield rows.map(({ id, kind, name, summary }) => {
      const type = typeOfKind[kind]
      return type === null ? "" : tag("element", { identifier: ownId(id), "xsi:type": type }, null, tag("name", {}, name) + documented(summary))
    }).join("")
}

/** As the model wrote it, as long as the record still says the same. */
function nameOf({ foreignId, name, record }: ElementGivenBack): string {
  return record === null || recordName({ id: foreignId, name }, record.kind) === record.name ? name : record.name
}

function documentationOf({ documentation, record }: ElementGivenBack): string {
  return record === null || recordSummary(documentation) === record.summary ? documentation : record.summary
}

async function* relationshipTexts(db: ReadDb, sources: readonly ModelSource[], own: string | null, ids: Ids): AsyncGenerator<string> {
  const gone = await relationshipsGone(db, sources, own)
  for (const { id: sourceId } of sources)
    for await (const rows of relationshipsOf(db, sourceId))
      yield rows.filter(({ foreignId }) => !gone.has(`${sourceId} ${foreignId}`)).map((given) => {
        const ends = { source: ids.of(sourceId, given.fromId), target: ids.of(sourceId, given.toId) }
        const attributes = { identifier: ids.of(sourceId, given.foreignId), ...ends, "xsi:type": given.type, ...given.attributes }
        const name = given.name === "" ? "" : tag("name", {}, given.name)
        return tag("relationship", attributes, null, name + documented(given.documentation) + propertiesText(sourceId, given.properties, ids))
      }).join("")
  for await (const rows of ownJoins(db, own))
    yield rows.map(({ id, relation, note, from, to }) => {
      if (relation === "part of")
        return tag("relationship", { identifier: `id-part-${id}`, source: ids.ofRecord(to), target: ids.ofRecord(from), "xsi:type": "Composition" }, null)
      const { type, name, reversed } = relationshipOfLink(relation)
      const [source, target] = reversed ? [to, from] : [from, to]
      const attributes = { identifier: ownId(id), source: ids.ofRecord(source), target: ids.ofRecord(target), "xsi:type": type }
      return tag("relationship", attributes, null, (name === "" ? "" : tag("name", {}, name)) + documented(note))
    }).join("")
}

async function* definitionTexts({ definitions }: Ids): AsyncGenerator<string> {
  yield [...definitions].map(([id, { name, type }]) => tag("propertyDefinition", { identifier: id, type }, null, tag("name", {}, name))).join("")
}

function propertiesText(sourceId: string, properties: readonly KeptProperty[], ids: Ids): string {
  if (properties.length === 0) return ""
  return tag("properties", {}, null, properties.map(({ key, value }) => tag("property", { propertyDefinitionRef: ids.ofProperty(sourceId, key) }, null, tag("value", {}, value))).join(""))
}

function documented(text: string): string {
  return text === "" ? "" : tag("documentation", {}, text)
}
