// Comparing links, places in a tree and offers of an import with what is recorded.
import { database } from "~/core/database.server"
import { newId } from "~/core/ids"
import { judgeRows, takingTurns, type JudgedRow } from "~/core/import-staging.server"
import type { Snapshot } from "~/core/change"
import type { Strength } from "~/features/elements/link"
import type { BroughtLink, BroughtOffer, BroughtParent, RecordRef, RowProblem } from "./brought"
import { circularNeeds } from "./compare-places.server"
import { touchedWhere } from "./compare-touched.server"
import { fileDefaults, makesUnits } from "./file-fields"
import { whoIs, type Answer, type Meant } from "./file-index"
import type { Comparing } from "./import-compare.server"
import { isStake, judgeStakes } from "./compare-stakes.server"
import { linkKey, linksBetween, snapshotsOf, type ComparedLink } from "./import-records.queries.server"
import { differing, judgeChange, movedSince, type Touched } from "./judged-change"
import { wantedLink } from "./judged-link"
import { madeKindOf } from "./made-records"
import type { TreeKind } from "./record-shape"
import { stagedRows, type StagedBrought } from "./staged-rows.queries.server"

type LinkRow = StagedBrought<BroughtLink | BroughtOffer>

/** The first row of each link in the file: where it stands, and the link's id. */
type Taken = Map<string, { place: string; id: string; wanted: Snapshot; version: number | null }>

/** Judges links first, then places, then what is only offered: an offer for a link that is there says nothing new. */
export async function judgeLinks(comparing: Comparing): Promise<void> {
  const { importId, index, lookup, collected } = comparing
  const circular = await circularNeeds(database(), index, lookup, collected)
  const taken: Taken = new Map()
  const turn = takingTurns()
  for (const part of ["link", "offer"] as const) {
    for await (const rows of stagedRows(database(), importId, [part])) {
      comparing.signal?.throwIfAborted()
      const stakes = rows.filter(isStake)
      await judgeRows(importId, await judgePortion(rows.filter((row) => !isStake(row)) as LinkRow[], comparing, circular, taken))
      if (stakes.length > 0) await judgeRows(importId, await judgeStakes(stakes, comparing, bothEnds, blankRow))
      await turn()
    }
  }
  const children: Taken = new Map()
  for await (const rows of stagedRows(database(), importId, ["parent"])) {
    await judgeRows(importId, await judgeParents(rows as StagedBrought<BroughtParent>[], comparing, children))
    await turn()
  }
}

interface Joined {
  row: LinkRow
  from: Meant
  to: Meant
}

async function judgePortion(rows: readonly LinkRow[], comparing: Comparing, circular: ReadonlySet<number>, taken: Taken): Promise<JudgedRow[]> {
  const judged: JudgedRow[] = []
  const joined: Joined[] = []
  for (const row of rows) {
    const ends = endsOf(row, comparing)
    if (ends === "left out") judged.push({ ...blankRow(row), verdict: "kept" })
    else if ("problems" in ends) judged.push(refusedRow(row, ends.problems))
    else if (circular.has(row.n)) judged.push(refusedRow(row, [{ column: null, problem: "That would be a circle: it already waits, directly or through others, for this initiative." }]))
    else joined.push({ row, ...ends })
  }
  const triples = joined.filter(({ from, to }) => !from.isNew && !to.isNew).map(({ row, from, to }) => ({ fromId: from.id, relation: row.brought.relation, toId: to.id }))
  const standing = await linksBetween(database(), triples)
  const touched = await touchedLinks(joined, standing, comparing)
  for (const one of joined) {
    const verdict = judgeLink(one, standing.get(keyOf(one)), comparing, taken, touched)
    if (verdict.verdict === "new") for (const end of [one.from, one.to]) comparing.made.use(end.id)
    judged.push(verdict)
  }
  return judged
}

function judgeLink(joined: Joined, now: ComparedLink | undefined, comparing: Comparing, taken: Taken, touched: Map<string, Touched>): JudgedRow {
  const { row } = joined
  const key = keyOf(joined)
  const wish = wantedOf(joined, now, comparing)
  if ("problem" in wish) return refusedRow(row, [{ column: null, problem: wish.problem }])
  const first = taken.get(key)
  if (row.brought.part === "offer") {
    if (now || first) return { ...blankRow(row), verdict: "unchanged", recordId: now?.id ?? first?.id ?? null, after: wish.wanted }
    taken.set(key, { place: row.brought.place, id: newId(), wanted: wish.wanted, version: null })
    return offered(row, wish.wanted, taken.get(key)?.id ?? newId())
  }
  if (first) {
    // a model may say the same thing in two relationships
    const same = row.brought.foreignId !== null && differing(first.wanted, wish.wanted).length === 0
    if (same) return { ...blankRow(row), verdict: "unchanged", recordId: first.id, recordVersion: first.version, before: first.wanted, after: first.wanted }
    return refusedRow(row, [{ column: null, problem: `This link is in the file twice: ${first.place} is taken, this row is not.` }])
  }
  const id = now?.id ?? newId()
  taken.set(key, { place: row.brought.place, id, wanted: wish.wanted, version: now?.version ?? null })
  if (!now) return { ...blankRow(row), verdict: "new", ticked: row.verdict === "new" ? row.ticked : true, recordId: id, after: wish.wanted }
  const change = judgeChange(now.snapshot, wish.wanted, row, touched.get(id) ?? new Map())
  return { n: row.n, ...change, recordId: id, recordVersion: now.version, before: now.snapshot, problems: [] }
}

function wantedOf({ row, from, to }: Joined, now: ComparedLink | undefined, { choices, fileName }: Comparing) {
  const strength = Number(choices.defaults?.["contributes to.strength"] ?? fileDefaults["contributes to.strength"]) as Strength
  const { relation } = row.brought
  const fields = row.brought.part === "link" ? row.brought.fields : {}
  return wantedLink({ relation, fields }, { from, to }, { now: now?.snapshot ?? null, strength, fileName })
}

function offered(row: LinkRow, wanted: Snapshot, id: string): JudgedRow {
  const accepted = row.verdict === "offered" && row.ticked
  const strength = accepted && row.after !== null && wanted.strength !== null ? { strength: row.after.strength ?? wanted.strength } : {}
  return { ...blankRow(row), verdict: "offered", ticked: accepted, recordId: id, after: { ...wanted, ...strength } }
}

async function touchedLinks(joined: readonly Joined[], standing: ReadonlyMap<string, ComparedLink>, comparing: Comparing): Promise<Map<string, Touched>> {
  const moved = new Map<string, string[]>()
  for (const one of joined) {
    const now = standing.get(keyOf(one))
    const wish = now && wantedOf(one, now, comparing)
    if (!now || !wish || "problem" in wish || differing(now.snapshot, wish.wanted).length === 0) continue
    const fields = movedSince(one.row, now.snapshot)
    if (comparing.savedAt !== null || fields.length > 0) moved.set(now.id, fields)
  }
  return touchedWhere(moved, comparing.savedAt)
}

async function judgeParents(rows: readonly StagedBrought<BroughtParent>[], comparing: Comparing, children: Taken): Promise<JudgedRow[]> {
  const judged: JudgedRow[] = []
  const joined: { row: StagedBrought<BroughtParent>; child: Meant; parent: Meant }[] = []
  for (const row of rows) {
    const ends = bothEnds(row, row.brought.child, row.brought.parent, comparing)
    if (ends === "left out") continue
    if ("problems" in ends) judged.push(refusedRow(row, ends.problems))
    else joined.push({ row, child: ends.from, parent: ends.to })
  }
  const standing = new Map<string, { version: number; parentId: string | null }>()
  for (const kind of new Set(rows.map(({ brought }) => brought.kind))) {
    const ids = joined.filter(({ row, child }) => row.brought.kind === kind && !child.isNew).map(({ child }) => child.id)
    for (const [id, { version, snapshot }] of await snapshotsOf(database(), kind satisfies TreeKind, ids)) standing.set(id, { version, parentId: snapshot.parentId as string | null })
  }
  for (const { row, child, parent } of joined) {
    const first = children.get(child.id)
    const place = comparing.places.get(child.id)
    const now = standing.get(child.id)
    const problem = child.id === parent.id ? "It cannot be part of itself."
      : first && first.id !== parent.id ? `“${child.name}” is already part of something else in this file: ${first.place} is taken.`
      : place && now?.parentId !== parent.id ? place.problem : null
    if (problem !== null) {
      judged.push(refusedRow(row, [{ column: null, problem }]))
      continue
    }
    const stays = first !== undefined || now?.parentId === parent.id
    if (!first) children.set(child.id, { place: row.brought.place, id: parent.id, wanted: {}, version: null })
    const verdict = stays ? "unchanged" : now && now.parentId !== null ? "changed" : "new"
    judged.push({
      ...blankRow(row), verdict, ticked: !stays && (row.verdict === "waiting" || row.verdict === "unchanged" ? true : row.ticked),
      recordId: child.id, recordVersion: now?.version ?? null, before: { parentId: now?.parentId ?? null }, after: { parentId: parent.id },
    })
  }
  return judged
}

type Ends = { from: Meant; to: Meant } | { problems: readonly RowProblem[] } | "left out"

function endsOf(row: LinkRow, comparing: Comparing): Ends {
  return bothEnds(row, row.brought.from, row.brought.to, comparing)
}

function bothEnds(row: StagedBrought, from: RecordRef, to: RecordRef, comparing: Comparing): Ends {
  const problems: RowProblem[] = [...row.brought.problems]
  const meant: Meant[] = []
  for (const ref of [from, to]) {
    const answer = endOf(row, ref, comparing)
    if (answer === "left out") return answer
    if ("problem" in answer) problems.push({ column: null, problem: answer.problem })
    else if (answer.meant.isNew && comparing.refusedIds.has(answer.meant.id))
      problems.push({ column: null, problem: `“${answer.meant.name}” (${comparing.refusedIds.get(answer.meant.id) ?? ""}) is refused, so nothing can be linked to it.` })
    else meant.push(answer.meant)
  }
  const [first, second] = meant
  return problems.length === 0 && first && second ? { from: first, to: second } : { problems }
}

/** The record at an end; a unit that a link only names is made, or left out where that was chosen. */
function endOf({ brought }: StagedBrought, ref: RecordRef, { index, lookup, made, choices }: Comparing): Answer | "left out" {
  const answer = whoIs(ref, index, lookup)
  if (!("problem" in answer) || !answer.missing || brought.part !== "link" || madeKindOf(ref) !== "unit") return answer
  if (!makesUnits(choices.defaults)) return "left out"
  const unit = made.name("unit", ref.text, brought.place)
  return "problem" in unit ? { ...unit, missing: true } : { meant: { id: unit.id, kind: "unit", name: unit.name, isNew: true } }
}

function keyOf({ row, from, to }: Joined): string {
  return linkKey({ fromId: from.id, relation: row.brought.relation, toId: to.id })
}

function blankRow(row: StagedBrought): JudgedRow {
  return { n: row.n, verdict: "unchanged", ticked: false, recordId: null, recordVersion: null, before: null, after: null, clashes: [], problems: [] }
}

function refusedRow(row: StagedBrought, problems: readonly RowProblem[]): JudgedRow {
  return { ...blankRow(row), verdict: "refused", problems }
}
