/** Owns the column of people and groups: who is tied to the goals, work, services and applications shown, and by what. */
import { byName, tieRelations, type Graph, type GraphLink, type GraphNode, type Tie, type TieRelation } from "~/features/alignment/graph"

/** Somebody as the map shows them: never how much they decide or how they stand. */
export interface PersonOnMap {
  id: string
  code: string
  name: string
  sortKey: string
  /** Of a named group; null for one human being. */
  groupOf: number | null
  unitId: string | null
}

export interface TieRow {
  personId: string
  subjectId: string
  relation: TieRelation
}

export interface PeopleOnMap {
  people: readonly PersonOnMap[]
  ties: readonly TieRow[]
  /** Ties that only some readers see are among them: pictures for the two kinds of readers are kept apart. */
  withStanding: boolean
}

/** Gives how somebody in a conversation stands to what it is about. */
export function tieOf(part: { isHeard: boolean; mustHear: boolean; isInvited: boolean }): TieRelation {
  if (part.isHeard) return "heard"
  if (part.mustHear) return "must be heard"
  return part.isInvited ? "invited" : "to be asked"
}

/**
 * Gives the graph with everybody who is tied to a record in it; a tie to an objective that is folded away goes to its goal, and of
 * several between the same two the strongest stays. Nobody stands there without a tie.
 */
export function withPeople(graph: Graph, whole: Graph, { people, ties }: Pick<PeopleOnMap, "people" | "ties">): Graph {
  const shown = new Map(graph.nodes.map((node) => [node.id, node]))
  const folded = new Map(whole.nodes.flatMap(({ id, kind, parentId }) => (kind === "goal" && parentId !== null && !shown.has(id) ? [[id, parentId] as const] : [])))
  const strongest = new Map<string, TieRow>()
  for (const tie of ties) {
    const subjectId = shown.has(tie.subjectId) ? tie.subjectId : (folded.get(tie.subjectId) ?? "")
    if (!shown.has(subjectId)) continue
    const key = `${tie.personId}>${subjectId}`
    const known = strongest.get(key)
    if (known === undefined || rank(tie.relation) < rank(known.relation)) strongest.set(key, { ...tie, subjectId })
  }
  const byPerson = new Map<string, TieRow[]>()
  for (const tie of strongest.values()) byPerson.set(tie.personId, [...(byPerson.get(tie.personId) ?? []), tie])
  const links: GraphLink[] = []
  const nodes = [...people].sort(byName).flatMap((person): GraphNode[] => {
    const subjects = (byPerson.get(person.id) ?? []).flatMap((tie) => {
      const subject = shown.get(tie.subjectId)
      return subject === undefined ? [] : [{ subject, relation: tie.relation }]
    })
    if (subjects.length === 0) return []
    subjects.sort((a, b) => byName(a.subject, b.subject))
    for (const { subject, relation } of subjects) links.push({ id: `tie:${person.id}>${subject.id}`, from: person.id, to: subject.id, relation })
    return [{
      id: person.id, kind: "person", code: person.code, name: person.name, sortKey: person.sortKey, status: null, parentId: null, ownerId: null, ownerName: null,
      unitIds: person.unitId === null ? [] : [person.unitId], seats: person.groupOf,
      ties: subjects.map(({ subject, relation }): Tie => ({ relation, code: subject.code, name: subject.name })),
    }]
  })
  return nodes.length === 0 ? graph : { nodes: [...graph.nodes, ...nodes], links: [...graph.links, ...links] }
}

export const tieWords: Readonly<Record<TieRelation, string>> = {
  heard: "Heard", "must be heard": "Must be heard", invited: "Invited", "to be asked": "To be asked", affected: "Affected",
}
const phrases: Readonly<Record<TieRelation, string>> = {
  heard: "heard on", "must be heard": "must be heard on", invited: "invited to speak on", "to be asked": "to be asked about", affected: "affected by",
}

/** Gives somebody's ties as one sentence: "Heard on New web shop; must be heard on Data lake." */
export function tiesSentence(ties: readonly Tie[]): string {
  const parts = tieRelations.flatMap((relation) => {
    const names = ties.filter((tie) => tie.relation === relation).map(({ name }) => name)
    return names.length === 0 ? [] : [`${phrases[relation]} ${inWords(names)}`]
  })
  const text = parts.join("; ")
  return text === "" ? "" : `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
}

/** Says what somebody is in a word: whoever must be heard first, then the others, heard last. */
export function pressingTie(ties: readonly Tie[]): TieRelation {
  return pressing.find((relation) => ties.some((tie) => tie.relation === relation)) ?? "affected"
}

const pressing: readonly TieRelation[] = ["must be heard", "invited", "to be asked", "heard", "affected"]

function rank(relation: TieRelation): number {
  return tieRelations.indexOf(relation)
}

function inWords(names: readonly string[]): string {
  if (names.length > 3) return `${names.slice(0, 2).join(", ")} and ${names.length - 2} more`
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`
}
