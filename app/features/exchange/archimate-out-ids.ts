// Ids while a model is written: every source's own where nobody had it before, ours for what only we know.
import { givenBackId, ownId, readGivenBackId } from "./archimate-ids"
import type { PropertyDefinition } from "./archimate-model"

interface Source {
  id: string
  propertyDefinitions: readonly PropertyDefinition[]
}

export interface OutIds {
  of: (sourceId: string, foreignId: string) => string
  /** whether a row of our own model brought back only repeats what others already say */
  repeats: (foreignId: string) => boolean
  /** the id of a property's definition; one that its model never defined is named by itself */
  ofProperty: (sourceId: string, key: string) => string
  /** every definition given out so far */
  definitions: ReadonlyMap<string, { name: string; type: string }>
}

/**
 * Makes the ids of one file. `sources` come oldest first and without our own model brought back (`ownSourceId`), whose ids
 * are those of a file written before. `clashes` are the ids that stand in several sources.
 */
export function outIds(sources: readonly Source[], ownSource: Source | null, clashes: readonly { foreignId: string; sourceId: string }[]): OutIds {
  const order = new Map(sources.map(({ id }, at) => [id, at]))
  const firstOf = new Map<string, string>()
  for (const { foreignId, sourceId } of clashes) {
    const first = firstOf.get(foreignId)
    const place = order.get(sourceId)
    if (place !== undefined && (first === undefined || place < (order.get(first) ?? 0))) firstOf.set(foreignId, sourceId)
  }
  const definitions = new Map<string, { name: string; type: string }>()
  const idOfKey = new Map<string, string>()
  // Tools number them anew in each model, so the same id may mean another property; the same twice is written once.
  function define(sourceId: string, key: string, { id, name, type }: PropertyDefinition): string {
    const wanted = givenBackId(sourceId, id, !firstOf.has(id))
    const there = definitions.get(wanted)
    const given = there !== undefined && (there.name !== name || there.type !== type) ? givenBackId(sourceId, id, false) : wanted
    definitions.set(given, { name, type })
    idOfKey.set(`${sourceId} ${key}`, given)
    return given
  }
  for (const { id, propertyDefinitions } of ownSource ? [...sources, ownSource] : sources) for (const one of propertyDefinitions) define(id, one.id, one)
  return {
    definitions,
    of: (sourceId, foreignId) => givenBackId(sourceId, foreignId, sourceId === ownSource?.id || (firstOf.get(foreignId) ?? sourceId) === sourceId),
    repeats(foreignId) {
      const named = readGivenBackId(foreignId)
      return "own" in named || foreignId.startsWith(partPrefix) || ("sourceId" in named && order.has(named.sourceId))
    },
    ofProperty: (sourceId, key) => idOfKey.get(`${sourceId} ${key}`) ?? define(sourceId, key, { id: key === "" ? "property" : key, name: key, type: "string" }),
  }
}

const partPrefix = "id-part-"

/** The id of a link of ours, or of the "part of" of a record. */
export function joinId(join: { id: string; relation: string }): string {
  return join.relation === "part of" ? `${partPrefix}${join.id}` : ownId(join.id)
}
