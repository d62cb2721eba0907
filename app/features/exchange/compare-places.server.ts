// The second look at a file as a whole: the trees it would make, the order of work, and which measures it means.
import type { ReadDb } from "~/core/database.server"
import { prerequisites } from "~/features/elements/links.queries.server"
import { goalLevels } from "~/features/goals/goal"
import { onCircles, refusedPlaces, type Edge } from "./circles"
import type { Collected } from "./compare-collect.server"
import { nameKey, whoIs, type FileIndex, type FileRecord } from "./file-index"
import type { Lookup } from "./import-lookup.queries.server"
import { measuresNamed, treeOf } from "./import-records.queries.server"
import { treeKinds, type TreeKind } from "./record-shape"

/** Why the place that the file gives a record cannot be. */
export interface Place {
  problem: string
}

const words: Record<TreeKind, { one: string; a: string }> = { goal: { one: "goal", a: "A goal" }, unit: { one: "unit", a: "A unit" }, capability: { one: "capability", a: "A capability" } }

/** The children whose place in the file would make a circle or a fourth level of goals, over the file and the records together. */
export async function placesOf(db: ReadDb, index: FileIndex, lookup: Lookup, collected: Collected): Promise<Map<string, Place>> {
  const places = new Map<string, Place>()
  for (const kind of treeKinds) {
    const proposed = proposedPlaces(kind, index, lookup, collected)
    if (proposed.size === 0) continue
    const tree = await treeOf(db, kind)
    const parentOf = new Map([...tree].map(([id, { parentId }]) => [id, parentId]))
    for (const [id, why] of refusedPlaces(parentOf, proposed, kind === "goal" ? goalLevels.length : null))
      places.set(id, {
        problem: why === "circle"
          ? `${words[kind].a} cannot be part of itself or of one of its own parts.`
          : "Goals have three levels at most: pillar, goal, objective. This would be a fourth.",
      })
  }
  return places
}

function proposedPlaces(kind: TreeKind, index: FileIndex, lookup: Lookup, collected: Collected): Map<string, string | null> {
  const proposed = new Map<string, string | null>()
  for (const record of index.records) {
    if (record.kind !== kind || record.parent === undefined || record.problems.length > 0) continue
    const answer = record.parent === null ? null : whoIs(record.parent, index, lookup)
    if (answer === null) proposed.set(record.id, null)
    else if ("meant" in answer) proposed.set(record.id, answer.meant.id)
  }
  for (const edge of collected.parents) {
    if (edge.kind !== kind) continue
    const [child, parent] = [whoIs(edge.from, index, lookup), whoIs(edge.to, index, lookup)]
    if ("meant" in child && "meant" in parent && !proposed.has(child.meant.id)) proposed.set(child.meant.id, parent.meant.id)
  }
  return proposed
}

/** The rows "needs first" of the file that would make a circle of waiting, with what is already recorded. */
export async function circularNeeds(db: ReadDb, index: FileIndex, lookup: Lookup, collected: Collected): Promise<Set<number>> {
  if (collected.needs.length === 0) return new Set()
  const edges: (Edge & { n: number | null })[] = []
  const known = await prerequisites(db)
  for (const [from, all] of known) for (const to of all) edges.push({ from, to, n: null })
  for (const need of collected.needs) {
    const [from, to] = [whoIs(need.from, index, lookup), whoIs(need.to, index, lookup)]
    if (!("meant" in from) || !("meant" in to)) continue
    const already = known.get(from.meant.id)?.includes(to.meant.id) === true
    if (!already) edges.push({ from: from.meant.id, to: to.meant.id, n: need.n })
  }
  return new Set([...onCircles(edges)].flatMap(({ n }) => (n === null ? [] : [n])))
}

/** Says which measure each measure row is: the one of this name at its goal. Refused: a second row of one, a name that several have. */
export async function matchMeasures(db: ReadDb, index: FileIndex, lookup: Lookup): Promise<void> {
  const rows = index.records.filter((record) => record.kind === "measure" && record.problems.length === 0)
  const goals = new Map<FileRecord, string>()
  for (const row of rows) {
    const answer = row.parent ? whoIs(row.parent, index, lookup) : null
    if (answer === null) row.problems.push({ column: null, problem: "Say whose measure it is: the goal is empty." })
    else if ("meant" in answer) goals.set(row, answer.meant.id)
  }
  const standing = new Map<string, Awaited<ReturnType<typeof measuresNamed>>>()
  const goalIds = [...new Set(goals.values())]
  for (let from = 0; from < goalIds.length; from += 500) {
    for (const one of await measuresNamed(db, goalIds.slice(from, from + 500))) {
      const key = `${one.goalId} ${nameKey("measure", one.name)}`
      standing.set(key, [...(standing.get(key) ?? []), one])
    }
  }
  const taken = new Map<string, FileRecord>()
  for (const [row, goalId] of goals) {
    const key = `${goalId} ${nameKey("measure", row.name)}`
    const first = taken.get(key)
    if (first) {
      row.twin = true
      row.problems.push({ column: null, problem: `“${row.name}” is in this file twice for this goal: ${first.place} is taken, this row is not.` })
      continue
    }
    taken.set(key, row)
    settleMeasure(row, standing.get(key) ?? [])
  }
}

function settleMeasure(row: FileRecord, all: Awaited<ReturnType<typeof measuresNamed>>): void {
  const active = all.filter((one) => one.archivedAt === null)
  const found = active[0] ?? all[0]
  if (!found) return
  row.id = found.id
  row.known = { id: found.id, kind: "goal", code: "", name: found.name, version: found.version, archived: found.archivedAt !== null }
  if (active.length > 1) row.problems.push({ column: null, problem: `${active.length} measures of this goal are called “${row.name}”. Give them different names first.` })
  else if (found.archivedAt !== null) row.problems.push({ column: null, problem: `The measure “${row.name}” is archived. Restore it on the page of its goal, and bring the file again.` })
}

