// What becomes of each relationship of a model: a link or a "part of" of ours, kept for the way back, or refused.
import type { ChainKind } from "~/features/elements/element"
import type { Relation } from "~/features/elements/link"
import type { ArchiModel, ArchiRelationship } from "./archimate-model"
import { meaningOf, recordName, type PartKind } from "./archimate-words"

export type Became =
  | { part: "link"; relation: Relation; from: string; to: string }
  | { part: "parent"; kind: PartKind; child: string; parent: string }
  | { part: "stake"; party: string; subject: string }

export interface Judged {
  relationship: ArchiRelationship
  standing: "converted" | "kept" | "refused"
  /** what it converts to; also set for a refused "part of", so that people see which it would have been */
  became: Became | null
  /** why it is refused, as a sentence */
  problem: string | null
}

/** What of a model the relationships are judged by. */
export interface Known {
  kindOf: (elementId: string) => ChainKind | null
  elements: ReadonlyMap<string, { id: string; name: string }>
}

/**
 * Judges the relationships in the order of the file: of several that mean the same link the first converts and the others
 * are kept; a second whole of the same part is refused, as is one whose end is not in the file. Three levels of goals and
 * circles are judged later, together with the records that are already there.
 */
export function judgeRelationships(model: ArchiModel, known: Known): Judged[] {
  const ids = new Set(model.relationships.map(({ id }) => id))
  const seen = new Set<string>()
  const parents = new Map<string, string>()
  return model.relationships.map((relationship): Judged => {
    const { from, to } = relationship
    const absent = [from, to].find((id) => !known.elements.has(id) && !ids.has(id))
    if (absent !== undefined) return refused(relationship, null, `Its end ${absent === "" ? "(none)" : absent.slice(0, 80)} is not in the file.`)
    const became = becomes(relationship, known)
    if (became === null) return kept(relationship)
    const key = keyOf(became)
    if (seen.has(key)) return kept(relationship)
    seen.add(key)
    if (became.part === "parent") {
      const first = parents.get(became.child)
      if (first !== undefined) return refused(relationship, became, `${nameOf(became.child, became.kind, known)} is already part of ${nameOf(first, became.kind, known)} in this file, and a record is part of one at most.`)
      parents.set(became.child, became.parent)
    }
    return { relationship, standing: "converted", became, problem: null }
  })
}

function keyOf(became: Became): string {
  if (became.part === "stake") return `stake ${became.party} ${became.subject}`
  return became.part === "link" ? `${became.relation} ${became.from} ${became.to}` : `part of ${became.child} ${became.parent}`
}

/** A relationship from an element to itself says nothing to us, whatever its type. */
function becomes(relationship: ArchiRelationship, known: Known): Became | null {
  const { from, to } = relationship
  const [fromKind, toKind] = [known.kindOf(from), known.kindOf(to)]
  if (fromKind === null || toKind === null || from === to) return null
  const meaning = meaningOf(relationship, fromKind, toKind)
  if (meaning === null) return null
  if (meaning.part === "parent") return { part: "parent", kind: meaning.kind, child: to, parent: from }
  if (meaning.part === "stake") return { part: "stake", party: meaning.reversed ? to : from, subject: meaning.reversed ? from : to }
  return { part: "link", relation: meaning.relation, from: meaning.reversed ? to : from, to: meaning.reversed ? from : to }
}

function kept(relationship: ArchiRelationship): Judged {
  return { relationship, standing: "kept", became: null, problem: null }
}

function refused(relationship: ArchiRelationship, became: Became | null, problem: string): Judged {
  return { relationship, standing: "refused", became, problem }
}

function nameOf(id: string, kind: ChainKind, known: Known): string {
  return `"${recordName(known.elements.get(id) ?? { id, name: "" }, kind)}"`
}
