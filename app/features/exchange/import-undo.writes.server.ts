// Taking back what an import wrote, as sets: links and owners first, then records, then what was kept of the file.
import { sql } from "kysely"
import type { RecordChange, Snapshot } from "~/core/change"
import type { Tx } from "~/core/database.server"
import type { Actor } from "~/core/policy"
import { changed, created, removed } from "~/features/elements/element.writes.server"
import { chainKinds, type ChainKind } from "~/features/elements/element"
import { isAnswerable, responsibilitySnapshot } from "~/features/elements/responsibility"
import { beforeOf, planUndo, type NetEntry } from "~/features/elements/undo"
import type { StandingRecord } from "./import-apply.queries.server"
import { snapshotsOf, treeOf } from "./import-records.queries.server"
import { takeBackParties } from "./import-undo-parties.writes.server"
import { takeBackStandards } from "./import-undo-standards.writes.server"
import { takeBackLinks } from "./import-undo-links.writes.server"
import { reportChanged, treeKinds } from "./record-shape"
import { writeRecords, type RecordWrite } from "./record-sets.writes.server"
import { updateSet } from "./set.writes.server"

export interface TakingBack {
  importId: string
  /** what the import did, one a record, by kind */
  entries: ReadonlyMap<string, readonly NetEntry[]>
  appliedAt: Date
  actor: Actor
  now: Date
  today: string
}

/** Takes everything back that still stands as the import left it; the ids of the rest are `left`. */
export async function takeBack(tx: Tx, taking: TakingBack): Promise<{ changes: RecordChange[]; left: string[] }> {
  const changes: RecordChange[] = []
  const left: string[] = []
  const links = await takeBackLinks(tx, taking.entries.get("link") ?? [])
  changes.push(...links.changes)
  left.push(...links.left)
  const parties = await takeBackParties(tx, { standings: taking.entries.get("standing") ?? [], profiles: taking.entries.get("stakeholder") ?? [] })
  changes.push(...parties.changes)
  left.push(...parties.left)
  const standards = await takeBackStandards(tx, { standards: taking.entries.get("standard") ?? [], decisions: taking.entries.get("decision") ?? [] }, taking.now)
  changes.push(...standards.changes)
  left.push(...standards.left)
  await takeBackOwners(tx, taking.entries.get("responsibility") ?? [], taking.now, changes)
  await takeBackMeasures(tx, taking, changes, left)
  for (const kind of [...chainKinds].reverse()) await takeBackRecords(tx, kind, taking, changes, left)
  await sql`delete from source_relationship where import_id = ${taking.importId}::uuid`.execute(tx)
  // a record that is left keeps the file's id, so that the next file finds it
  await sql`
    delete from source_element s where s.import_id = ${taking.importId}::uuid
      and not exists (select 1 from element e where e.id = s.element_id and e.archived_at is null)`.execute(tx)
  return { changes, left }
}

async function takeBackOwners(tx: Tx, entries: readonly NetEntry[], now: Date, changes: RecordChange[]): Promise<void> {
  for (let from = 0; from < entries.length; from += 500) {
    const portion = entries.slice(from, from + 500)
    const made = portion.filter(({ action }) => action === "created").map(({ recordId }) => recordId)
    const gone = made.length === 0 ? [] : await tx.deleteFrom("responsibility").where("id", "in", made).returning(["id", "elementId", "personId", "role"]).execute()
    changes.push(...gone.map((row) => removed({ kind: "responsibility", id: row.id, about: [row.elementId, row.personId] }, responsibilitySnapshot(row))))
  }
  for (const entry of entries.filter(({ action }) => action === "removed")) {
    const was = beforeOf(entry) as { elementId: string; personId: string }
    const element = await tx.selectFrom("element").select("kind").where("id", "=", was.elementId).executeTakeFirst()
    const owner = await tx.selectFrom("responsibility").select("id").where("elementId", "=", was.elementId).where("role", "=", "accountable").executeTakeFirst()
    if (owner || !element || !isAnswerable(element.kind)) continue
    const row = { id: entry.recordId, ...was, role: "accountable" as const }
    await tx.insertInto("responsibility").values({ ...row, elementKind: element.kind, createdAt: now }).execute()
    changes.push(created({ kind: "responsibility", id: row.id, about: [was.elementId, was.personId] }, responsibilitySnapshot(row)))
  }
}

async function takeBackMeasures(tx: Tx, { entries, now }: TakingBack, changes: RecordChange[], left: string[]): Promise<void> {
  const all = entries.get("measure") ?? []
  if (all.length === 0) return
  const rows = await tx.selectFrom("measure").select(["id", "version", "goalId", "name"]).where("id", "=", sql<string>`any(${all.map(({ recordId }) => recordId)}::uuid[])`).orderBy("id").forUpdate().execute()
  const planned = planUndo(all, rows)
  left.push(...planned.left)
  const snapshots = await snapshotsOf(tx, "measure", rows.map(({ id }) => id))
  for (const { entry, record } of planned.todo) {
    const at = { kind: "measure", id: record.id, version: record.version, about: [record.goalId] }
    if (entry.action === "created") {
      await tx.updateTable("measure").set({ archivedAt: now, version: record.version + 1 }).where("id", "=", record.id).execute()
      changes.push({ ...changed(at, { name: record.name, archived: false }, { name: record.name, archived: true }), action: "archived" })
      continue
    }
    const { goalId: _goal, ...before } = snapshots.get(record.id)?.snapshot ?? {}
    const after: Snapshot = { ...before, ...beforeOf(entry) }
    await updateSet(tx, "measure", [{ id: record.id, ...after, version: record.version + 1 }])
    changes.push(changed(at, before, after))
  }
}

async function takeBackRecords(tx: Tx, kind: ChainKind, taking: TakingBack, changes: RecordChange[], left: string[]): Promise<void> {
  const entries = taking.entries.get(kind) ?? []
  if (entries.length === 0) return
  const rows = await tx
    .selectFrom("element").select(["id", "version", "number", "archivedAt"])
    .where("id", "=", sql<string>`any(${entries.map(({ recordId }) => recordId)}::uuid[])`).orderBy("id").forUpdate().execute()
  const planned = planUndo(entries, rows.filter(({ archivedAt }) => archivedAt === null))
  left.push(...planned.left)
  const edited = planned.todo.filter(({ entry }) => entry.action === "changed")
  const standing = new Map<string, StandingRecord>(rows.map(({ id, number, version }) => [id, { number, version }]))
  for (let from = 0; from < edited.length; from += 500) {
    const portion = edited.slice(from, from + 500)
    const now = await snapshotsOf(tx, kind, portion.map(({ record }) => record.id))
    const writes = portion.map(({ entry, record }): RecordWrite => {
      const before = now.get(record.id)?.snapshot ?? {}
      return { id: record.id, before, after: withoutGone({ ...before, ...beforeOf(entry) }) }
    })
    await takeBackReports(tx, kind, writes, taking.appliedAt)
    changes.push(...(await writeRecords(tx, kind, writes, { now: taking.now, today: taking.today, actor: taking.actor, standing, reports: false })))
  }
  const made = await archivable(tx, kind, planned.todo.filter(({ entry }) => entry.action === "created").map(({ record }) => record))
  left.push(...made.left)
  for (let from = 0; from < made.records.length; from += 500) {
    const portion = made.records.slice(from, from + 500)
    await updateSet(tx, "elementArchived", portion.map(({ id, version }) => ({ id, version: version + 1, archivedAt: taking.now, updatedAt: taking.now })))
  }
  changes.push(...made.records.map(({ id, version }): RecordChange => ({ kind, id, action: "archived", before: { archived: false }, after: { archived: true }, version: version + 1, about: [id] })))
}

/** A year of a budget that was not there before is taken away again. */
function withoutGone(after: Snapshot): Snapshot {
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => !(field.startsWith("budget-") && value === null)))
}

async function takeBackReports(tx: Tx, kind: ChainKind, writes: readonly RecordWrite[], appliedAt: Date): Promise<void> {
  const ids = kind === "initiative" ? writes.filter(({ before, after }) => reportChanged(before, after)).map(({ id }) => id) : []
  if (ids.length === 0) return
  await tx.deleteFrom("statusReport").where("initiativeId", "in", ids).where(sql<boolean>`date_trunc('milliseconds', created_at) = ${appliedAt}::timestamptz`).execute()
}

/** What may be archived: no record with live ones below it, and nobody who can sign in. */
async function archivable<R extends { id: string }>(tx: Tx, kind: ChainKind, records: readonly R[]): Promise<{ records: R[]; left: string[] }> {
  const going = new Set(records.map(({ id }) => id))
  if (kind === "person" && going.size > 0) {
    const live = await tx.selectFrom("account").select("personId").where("personId", "=", sql<string>`any(${[...going]}::uuid[])`).where("disabledAt", "is", null).execute()
    for (const { personId } of live) going.delete(personId)
  }
  const tree = treeKinds.find((one) => one === kind)
  const places = tree === undefined || going.size === 0 ? [] : [...(await treeOf(tx, tree)).values()]
  for (let stays = true; stays; ) {
    stays = false
    for (const { id, parentId, archived } of places)
      if (parentId !== null && !archived && !going.has(id) && going.delete(parentId)) stays = true
  }
  return { records: records.filter(({ id }) => going.has(id)), left: records.filter(({ id }) => !going.has(id)).map(({ id }) => id) }
}
