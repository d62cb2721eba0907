// Writing an import in the order in which records need each other, as sets, and what became of it.
import { sql } from "kysely"
import type { RecordChange, Snapshot } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import { storable } from "~/core/storable"
import type { Actor } from "~/core/policy"
import { changed, created, removed } from "~/features/elements/element.writes.server"
import type { ChainKind } from "~/features/elements/element"
import { isAnswerable, responsibilitySnapshot, type AnswerableKind } from "~/features/elements/responsibility"
import { leftOut, rowsNaming, rowsToWrite, type RowToWrite, type StandingRecord } from "./import-apply.queries.server"
import { keepSource, rememberColumns } from "./import-sources.writes.server"
import { countRows } from "./imports.queries.server"
import { stakeRelation } from "./brought"
import { writeParties, writeStakes } from "./party-sets.writes.server"
import { settlePrimaries, writeLinks, type Contribution } from "./link-sets.writes.server"
import { historySnapshot, treeKinds, type TreeKind } from "./record-shape"
import { placeRecords, writeRecords, type RecordWrite } from "./record-sets.writes.server"
import { insertSet, updatePlaces, updateSet } from "./set.writes.server"
import { writeStandardsList } from "./standards.writes.server"
import { isStandardsList } from "./standards-list"
import { sourceOf, type importHead } from "./staged-rows.queries.server"

/** Each kind after those whose records it names. */
const order: readonly ChainKind[] = ["unit", "person", "capability", "goal", "service", "function", "application", "initiative"]

export interface ImportWriting {
  importId: string
  actor: Actor
  signal: AbortSignal
  head: Awaited<ReturnType<typeof importHead>>
  standing: ReadonlyMap<string, StandingRecord>
  now: Date
  today: string
  operationId: string
  reports: true
}

/** Writes everything that is ticked; throws when the import is stopped meanwhile, and then nothing is written. */
export async function writeImport(tx: Tx, writing: ImportWriting): Promise<{ changes: RecordChange[]; outcome: { written: number } }> {
  const { importId, head, now } = writing
  await leaveOut(tx, importId)
  const changes: RecordChange[] = []
  if (isStandardsList(head.look)) changes.push(...(await writeStandardsList(tx, writing)))
  const places = await placesOf(tx, importId)
  for (const kind of order) await writeKind(tx, kind, places, writing, changes)
  await writePlaces(tx, places, writing, changes)
  await writeMeasures(tx, writing, changes)
  await writeAllLinks(tx, writing, changes)
  const source = head.look?.source ?? null
  const sourceId = source === null ? null : await keepSource(tx, importId, source, (await sourceOf(tx, source.key)).own, now)
  if (head.look !== null) await rememberColumns(tx, head.look, head.choices)
  await tx.updateTable("importRow")
    .set({ verdict: "refused", problems: sql`case when clashes = '[]'::jsonb then ${said("You left this row out.")}::jsonb else ${said(changedSince)}::jsonb end` })
    .where("importId", "=", importId).where("ticked", "=", false).where("verdict", "in", ["new", "changed"]).execute()
  const counts = storable({ ...(await countRows(tx, [importId])).get(importId), toWrite: 0 })
  const done = await tx
    .updateTable("import").set({ state: "applied", message: "", runner: null, counts, sourceId, operationId: writing.operationId, appliedAt: now })
    .where("id", "=", importId).where("state", "=", "applying").executeTakeFirst()
  if (done.numUpdatedRows !== 1n) throw new RuleError("The import was stopped. Nothing was written.")
  return { changes, outcome: { written: new Set(changes.map(({ id }) => id)).size } }
}

const changedSince = "Somebody changed the same after the file was saved, and that stays. Bring the file again and take the file's side in the preview to change it."

function said(problem: string) {
  return storable([{ column: null, problem }])
}

/** What names a record that is left out is left out with it, however far that goes. */
async function leaveOut(tx: Tx, importId: string): Promise<void> {
  const names = await leftOut(tx, importId)
  for (let ids = [...names.keys()]; ids.length > 0; ) {
    const rows = await rowsNaming(tx, importId, ids)
    ids = []
    for (let from = 0; from < rows.length; from += 500) {
      const portion = rows.slice(from, from + 500)
      const problems = portion.map(({ n, named }) => ({ n, problems: [{ column: null, problem: `“${names.get(named) ?? "A record"}” is left out, and this row names it.` }] }))
      await sql`
        update import_row set verdict = 'refused', ticked = false, problems = r.problems from jsonb_to_recordset(${storable(problems)}::jsonb) as r(n int, problems jsonb)
        where import_row.import_id = ${importId}::uuid and import_row.n = r.n`.execute(tx)
      for (const row of portion) {
        if (row.part !== "record" || row.verdict !== "new") continue
        names.set(row.recordId, row.name)
        ids.push(row.recordId)
      }
    }
  }
}

/** Where the file's relationships put records in their trees: child to parent. */
async function placesOf(tx: Tx, importId: string): Promise<Map<string, { kind: TreeKind; parentId: string; before: Snapshot | null }>> {
  const places = new Map<string, { kind: TreeKind; parentId: string; before: Snapshot | null }>()
  for await (const rows of rowsToWrite(tx, importId, { parts: ["parent"] }))
    for (const { kind, recordId, before, after } of rows) places.set(recordId, { kind: kind as TreeKind, parentId: String(after.parentId), before })
  return places
}

async function writeKind(tx: Tx, kind: ChainKind, places: Map<string, { parentId: string }>, writing: ImportWriting, changes: RecordChange[]): Promise<void> {
  const fresh: { id: string; parentId: string }[] = []
  const isTree = (treeKinds as readonly ChainKind[]).includes(kind)
  const later: RecordWrite[] = []
  for await (const rows of rowsToWrite(tx, writing.importId, { parts: ["record"], kind })) {
    await goOn(tx, writing)
    const writes = rows.map((row): RecordWrite => ({ id: row.recordId, before: row.before, after: withPlace(row, isTree ? places : null) }))
    for (const { id, before, after } of writes) if (isTree && before === null && typeof after.parentId === "string") fresh.push({ id, parentId: after.parentId })
    const now = isTree ? writes.filter(({ before }) => before === null) : writes
    later.push(...writes.filter((write) => !now.includes(write)))
    changes.push(...(await writeRecords(tx, kind, now, writing)))
    if (kind === "person") changes.push(...(await writeParties(tx, writes, writing.now)))
    if (isAnswerable(kind)) changes.push(...(await writeOwners(tx, kind, writes, writing)))
  }
  // records that move may move below new ones
  for (let from = 0; from < later.length; from += 500) changes.push(...(await writeRecords(tx, kind, later.slice(from, from + 500), writing)))
  if (isTree) await placeRecords(tx, kind as TreeKind, fresh)
}

function withPlace(row: RowToWrite, places: Map<string, { parentId: string }> | null): Snapshot {
  const place = places?.get(row.recordId)
  if (!place) return row.after
  places?.delete(row.recordId)
  return { ...row.after, parentId: place.parentId }
}

/** Places of records that the file does not change otherwise. */
async function writePlaces(tx: Tx, places: ReadonlyMap<string, { kind: TreeKind; parentId: string; before: Snapshot | null }>, { standing, now }: ImportWriting, changes: RecordChange[]): Promise<void> {
  for (const kind of treeKinds) {
    const moves = [...places].flatMap(([id, place]) => {
      const known = standing.get(id)
      return place.kind === kind && known ? [{ id, ...place, version: known.version }] : []
    })
    for (let from = 0; from < moves.length; from += 500) {
      const portion = moves.slice(from, from + 500)
      await updatePlaces(tx, kind, portion)
      await updateSet(tx, "elementVersion", portion.map(({ id, version }) => ({ id, version: version + 1, updatedAt: now })))
    }
    changes.push(...moves.map(({ id, version, before, parentId }) => changed({ kind, id, version }, { parentId: before?.parentId ?? null }, { parentId })))
  }
}

async function writeOwners(tx: Tx, kind: AnswerableKind, writes: readonly RecordWrite[], { now }: ImportWriting): Promise<RecordChange[]> {
  const differ = writes.filter(({ before, after }) => (before?.owner ?? null) !== (after.owner ?? null))
  const ids = differ.filter(({ before }) => typeof before?.owner === "string").map(({ id }) => id)
  const gone = ids.length === 0 ? [] : await tx.deleteFrom("responsibility").where("elementId", "in", ids).where("role", "=", "accountable").returning(["id", "elementId", "personId"]).execute()
  const rows = differ.flatMap(({ id, after }) =>
    typeof after.owner === "string" ? [{ id: newId(now.getTime()), elementId: id, elementKind: kind, personId: after.owner, role: "accountable" as const, createdAt: now }] : [])
  await insertSet(tx, "responsibility", rows)
  return [
    ...gone.map(({ id, elementId, personId }) => removed({ kind: "responsibility", id, about: [elementId, personId] }, responsibilitySnapshot({ elementId, personId, role: "accountable" }))),
    ...rows.map((row) => created({ kind: "responsibility", id: row.id, about: [row.elementId, row.personId] }, responsibilitySnapshot(row))),
  ]
}

async function writeMeasures(tx: Tx, writing: ImportWriting, changes: RecordChange[]): Promise<void> {
  const positions = new Map<string, number>()
  for await (const rows of rowsToWrite(tx, writing.importId, { parts: ["record"], kind: "measure" })) {
    await goOn(tx, writing)
    const goals = [...new Set(rows.map(({ after }) => String(after.goalId)))].filter((id) => !positions.has(id))
    const last = goals.length === 0 ? [] : await tx.selectFrom("measure").select(["goalId"]).select((eb) => eb.fn.max("position").as("position")).where("goalId", "in", goals).groupBy("goalId").execute()
    for (const { goalId, position } of last) positions.set(goalId, position)
    const versions = await tx.selectFrom("measure").select(["id", "version"]).where("id", "in", rows.map(({ recordId }) => recordId)).execute()
    const fresh = rows.filter(({ before }) => before === null)
    await insertSet(tx, "measure", fresh.map(({ recordId, after }) => {
      const position = (positions.get(String(after.goalId)) ?? 0) + 1
      positions.set(String(after.goalId), position)
      return { id: recordId, ...after, position, version: 1, archivedAt: null }
    }))
    const versionOf = new Map(versions.map(({ id, version }) => [id, version]))
    await updateSet(tx, "measure", rows.filter(({ before }) => before !== null).map(({ recordId, after }) => ({ id: recordId, ...after, version: (versionOf.get(recordId) ?? 0) + 1 })))
    changes.push(...rows.map(({ recordId, before, after }) => {
      const record = { kind: "measure", id: recordId, about: [String(after.goalId)] }
      const [was, is] = [before && historySnapshot("measure", before), historySnapshot("measure", after)]
      return was === null ? created(record, is) : changed({ ...record, version: versionOf.get(recordId) ?? 0 }, was, is)
    }))
  }
}

async function writeAllLinks(tx: Tx, writing: ImportWriting, changes: RecordChange[]): Promise<void> {
  const { importId, now } = writing
  const contributions: Contribution[] = []
  for await (const rows of rowsToWrite(tx, importId, { parts: ["link", "offer"], kind: "contributes to" }))
    for (const { recordId, before, after } of rows)
      contributions.push({ id: recordId, fromId: String(after.fromId), strength: Number(after.strength), isPrimary: after.isPrimary === true, wasPrimary: before?.isPrimary === true })
  const { primary, changes: settled } = await settlePrimaries(tx, contributions)
  changes.push(...settled)
  for await (const rows of rowsToWrite(tx, importId, { parts: ["link"], kind: stakeRelation })) changes.push(...(await writeStakes(tx, rows, now)))
  for await (const all of rowsToWrite(tx, importId, { parts: ["link", "offer"] })) {
    await goOn(tx, writing)
    const rows = all.filter(({ kind }) => kind !== stakeRelation)
    if (rows.length === 0) continue
    const versions = await tx.selectFrom("link").select(["id", "version"]).where("id", "in", rows.map(({ recordId }) => recordId)).execute()
    const versionOf = new Map(versions.map(({ id, version }) => [id, version]))
    const links = rows.map((row) => ({ id: row.recordId, before: row.before, version: versionOf.get(row.recordId) ?? null, after: row.after, through: row.brought.through ?? null }))
    changes.push(...(await writeLinks(tx, links, primary, now)))
  }
}

/** Between two portions: whether somebody stopped the import, here or in another process. */
async function goOn(tx: Tx, { importId, signal }: ImportWriting): Promise<void> {
  signal.throwIfAborted()
  const row = await tx.selectFrom("import").select("state").where("id", "=", importId).executeTakeFirst()
  if (row?.state !== "applying") throw new RuleError("The import was stopped. Nothing was written.")
}
