// The relations of the chain: which kinds they join, what they carry, and how they read on screen.
import { RuleError } from "~/core/errors"
import type { Snapshot } from "~/core/change"
import { saysSomething } from "~/core/visible-text"
import type { ChainKind } from "./element"

export const relations = [
  "contributes to", "requires", "introduces", "improves", "replaces", "retires", "affects",
  "enables", "supports", "delivers", "performs", "uses",
] as const
export type Relation = (typeof relations)[number]
export type Strength = 1 | 3 | 9
export const strengths: readonly Strength[] = [9, 3, 1]
export const strengthWords: Record<Strength, string> = { 9: "Strong", 3: "Some", 1: "Slight" }

/** How a relation reads from its source and, the other way round, from its target. */
export const relationWords: Record<Relation, { forth: string; back: string }> = {
  "contributes to": { forth: "helps", back: "is helped by" },
  requires: { forth: "needs first", back: "is needed first by" },
  introduces: { forth: "introduces", back: "is introduced by" },
  improves: { forth: "improves", back: "is improved by" },
  replaces: { forth: "replaces", back: "is replaced by" },
  retires: { forth: "switches off", back: "is switched off by" },
  affects: { forth: "affects", back: "is affected by" },
  enables: { forth: "enables", back: "is enabled by" },
  supports: { forth: "supports", back: "is supported by" },
  delivers: { forth: "delivers", back: "is delivered by" },
  performs: { forth: "does the job", back: "is done by" },
  uses: { forth: "uses", back: "is used by" },
}

const changeable: readonly ChainKind[] = ["service", "application", "capability"]
const triples: Record<Relation, { from: readonly ChainKind[]; to: readonly ChainKind[] }> = {
  "contributes to": { from: ["initiative"], to: ["goal"] },
  requires: { from: ["initiative"], to: ["initiative"] },
  introduces: { from: ["initiative"], to: changeable },
  improves: { from: ["initiative"], to: changeable },
  replaces: { from: ["initiative"], to: changeable },
  retires: { from: ["initiative"], to: changeable },
  affects: { from: ["initiative"], to: ["unit"] },
  enables: { from: ["capability"], to: ["goal"] },
  supports: { from: ["service"], to: ["goal", "capability"] },
  delivers: { from: ["application"], to: ["service"] },
  performs: { from: ["application"], to: ["function"] },
  uses: { from: ["unit"], to: ["application", "service"] },
}

/** Whether the chain knows this relation between these kinds. */
export function mayLink(from: ChainKind, relation: Relation, to: ChainKind): boolean {
  return triples[relation].from.includes(from) && triples[relation].to.includes(to)
}

/** The relations that may join two kinds, in either direction. */
export function relationsBetween(a: ChainKind, b: ChainKind): { relation: Relation; reversed: boolean }[] {
  return relations.flatMap((relation) => [
    ...(mayLink(a, relation, b) ? [{ relation, reversed: false }] : []),
    ...(a !== b && mayLink(b, relation, a) ? [{ relation, reversed: true }] : []),
  ])
}

/** What a link carries besides its two ends. */
export interface LinkFields {
  strength: Strength | null
  isPrimary: boolean
  note: string
  mandatory: boolean | null
  lagDays: number | null
  criticality: "low" | "medium" | "high" | null
  fit: number | null
  seats: number | null
  yearlyCost: string | null
}

export const plainLink: LinkFields = {
  strength: null, isPrimary: false, note: "", mandatory: null, lagDays: null, criticality: null, fit: null, seats: null, yearlyCost: null,
}

/** The fields that fit the relation, with their usual values; what does not belong is refused. */
export function checkLink(relation: Relation, toKind: ChainKind, given: Partial<LinkFields>): LinkFields {
  const link: LinkFields = { ...plainLink, ...given }
  if (relation === "contributes to") link.strength ??= 3
  else if (link.strength !== null) throw new RuleError("Only work that helps a goal has a strength.", { field: "strength" })
  if (relation === "requires") link.mandatory ??= true
  if (relation === "uses" && link.yearlyCost !== null && toKind !== "application")
    throw new RuleError("A yearly cost belongs to an application.", { field: "yearlyCost" })
  if (relation !== "uses" && (link.seats !== null || link.yearlyCost !== null))
    throw new RuleError("Seats and cost belong to the use by a unit.", { field: "seats" })
  return link
}

/**
 * Refuses a contribution that a person makes or changes without saying how much it helps and why; `reasonField` names the
 * form's field. What an import brings may lack both until somebody changes it.
 */
export function requireReason(relation: Relation, given: { strength?: Strength | null; note?: string }, reasonField = "note"): void {
  if (relation !== "contributes to") return
  if (!given.strength) throw new RuleError("Say how much it helps: Strong, Some or Slight.", { field: "strength" })
  if (!saysSomething(given.note ?? "")) throw new RuleError("Say in a sentence why it helps.", { field: reasonField })
}

/** Refuses a prerequisite that would make a cycle. `needs` maps each initiative to those it requires. */
export function checkNoCycle(fromId: string, toId: string, needs: ReadonlyMap<string, readonly string[]>): void {
  const seen = new Set<string>()
  const open = [toId]
  while (open.length > 0) {
    const at = open.pop()!
    if (at === fromId)
      throw new RuleError("That would be a circle: it already waits, directly or through others, for this initiative.", { field: "toId" })
    if (seen.has(at)) continue
    seen.add(at)
    open.push(...(needs.get(at) ?? []))
  }
}

/**
 * Which contribution of an initiative is its primary one after a change: the one marked, else the strongest, then oldest.
 * `links` come oldest first. Null when there is none.
 */
export function primaryAmong(links: readonly { id: string; strength: Strength; isPrimary: boolean }[]): string | null {
  const marked = links.find((link) => link.isPrimary)
  if (marked) return marked.id
  return links.reduce<{ id: string; strength: Strength } | null>((best, link) => (best && best.strength >= link.strength ? best : link), null)?.id ?? null
}

export function linkSnapshot(link: LinkFields & { fromId: string; relation: Relation; toId: string }): Snapshot {
  const { fromId, relation, toId, strength, isPrimary, note, mandatory, lagDays, criticality, fit, seats, yearlyCost } = link
  return { fromId, relation, toId, strength, isPrimary, note, mandatory, lagDays, criticality, fit, seats, yearlyCost }
}

export interface LinkWay {
  /** "contributes to>" from the record, "contributes to<" towards it; names the way in an address */
  key: string
  relation: Relation
  reversed: boolean
  /** the kinds at the other end */
  kinds: readonly ChainKind[]
}

/** Every way a record of this kind can be linked. */
export function linkWays(kind: ChainKind): LinkWay[] {
  return relations.flatMap((relation) => {
    const { from, to } = triples[relation]
    return [
      ...(from.includes(kind) ? [{ key: `${relation}>`, relation, reversed: false, kinds: to }] : []),
      ...(to.includes(kind) ? [{ key: `${relation}<`, relation, reversed: true, kinds: from }] : []),
    ]
  })
}
