// Comparing the staged rows of an import with the records: what each row is, what it would change, and why not.
import type { Snapshot } from "~/core/change"
import { database } from "~/core/database.server"
import { newId } from "~/core/ids"
import { dropRows, judgeRows, setImport, stageRows, takingTurns, type JudgedRow } from "~/core/import-staging.server"
import { can, type Actor } from "~/core/policy"
import { isAnswerable } from "~/features/elements/responsibility"
import { gateCheck } from "~/features/gates/gate"
import { gatesOf } from "~/features/gates/gates.queries.server"
import { grantedStages, type StageCheck } from "~/features/initiatives/stage"
import type { BroughtRecord, FileChoices, FileLook, RecordKind, RecordRef, RowProblem, TableKind } from "./brought"
import { collect, type Collected } from "./compare-collect.server"
import { judgeLinks } from "./compare-links.server"
import { matchMeasures, placesOf, type Place } from "./compare-places.server"
import { touchedWhere } from "./compare-touched.server"
import { sameRowKey, type DecidedRows } from "./decided-rows"
import { fileFields, makesUnits } from "./file-fields"
import { matchRecords, whoIs, type FileIndex, type FileRecord } from "./file-index"
import { foreignIdsOf, lookUp, type Lookup } from "./import-lookup.queries.server"
import { snapshotsOf, type Compared } from "./import-records.queries.server"
import { differing, judgeChange, movedSince, type Touched } from "./judged-change"
import { wantedRecord } from "./judged-record"
import { madeKindOf, MadeRecords } from "./made-records"
import { batchSize } from "./reader-messages"
import { becomesGroup, withoutStanding } from "./party-parts"
import { blankRecord } from "./record-shape"
import { compareStandards } from "./standard-compare.server"
import { isStandardsList } from "./standards-list"
import { dataVersionOf, decidedRows, importHead, madeRowsFrom, sourceOf, stagedRows, type StagedBrought } from "./staged-rows.queries.server"

/** What every part of a comparison works with. */
export interface Comparing {
  importId: string
  actor: Actor
  /** whether the file is a model, whose parties become groups or people as was chosen */
  isModel: boolean
  fileName: string
  choices: FileChoices
  savedAt: Date | null
  index: FileIndex
  lookup: Lookup
  /** why the place that a child was given in a tree cannot be, by the child's id */
  places: ReadonlyMap<string, Place>
  /** new records of the file that are refused: nothing may name them */
  refusedIds: Map<string, string>
  collected: Collected
  /** people and units that rows only name */
  made: MadeRecords
  heading: (kind: TableKind, field: string) => string | null
  signal: AbortSignal | undefined
}

/** Compares every row anew; choices made in the preview stay where they still mean something. Refused rows say why. */
export async function compareImport(importId: string, actor: Actor, { signal, decided }: { signal?: AbortSignal; decided?: DecidedRows } = {}): Promise<void> {
  const db = database()
  const head = await importHead(db, importId)
  if (isStandardsList(head.look)) return compareStandards(importId, { ...(signal ? { signal } : {}), ...(decided ? { decided } : {}) })
  const version = await dataVersionOf(db)
  const { made: earlier, next } = await madeRowsFrom(db, importId)
  const chosen = decided ?? (earlier === null ? null : await decidedRows(db, importId, earlier))
  if (earlier !== null) await dropRows(importId, earlier)
  const sourceKey = head.look?.source?.key ?? null
  const source = await sourceOf(db, sourceKey)
  const byName = sourceKey === null || !sourceKey.startsWith("archimate:")
  const collected = await collect(db, importId, { byName, signal })
  const { index } = collected
  const lookup = await lookUp(db, collected.wanted, source)
  await match(index, lookup, { ...source, byName })
  const comparing: Comparing = {
    importId, actor, isModel: !byName, fileName: head.fileName, choices: head.choices, savedAt: dateOf(head.choices.savedAt), index, lookup, collected, signal, made: new MadeRecords(next, newId),
    places: await placesOf(db, index, lookup, collected), refusedIds: new Map(), heading: headingsOf(head.look),
  }
  await matchMeasures(db, index, lookup)
  await judgeRecords(comparing)
  await judgeLinks(comparing)
  const named = comparing.made.rows().map((row) => ({ ...row, ticked: chosen?.get(sameRowKey(row))?.ticked ?? true }))
  for (let from = 0; from < named.length; from += batchSize) await stageRows(importId, named.slice(from, from + batchSize))
  await setImport(importId, { comparedN: version, runnerSeenAt: new Date() })
}

async function match(index: FileIndex, lookup: Lookup, source: { sourceId: string | null; byName: boolean }): Promise<void> {
  const named = source.byName && source.sourceId !== null
  const foreign = named && source.sourceId !== null ? await foreignIdsOf(database(), [...lookup.byId.keys()], source.sourceId) : new Map<string, string>()
  const asked = { byName: source.byName, otherForeign: (id: string) => foreign.get(id), taken: new Map<string, FileRecord>() }
  const turn = takingTurns()
  for (let from = 0; from < index.records.length; from += 1000) {
    matchRecords(index.records.slice(from, from + 1000), index, lookup, asked)
    await turn()
  }
}

async function judgeRecords(comparing: Comparing): Promise<void> {
  const { importId, index } = comparing
  /** new records of the file that a row names, so that the row falls with them */
  const leansOn = new Map<string, number[]>()
  const refused = new Map<number, readonly RowProblem[]>()
  const turn = takingTurns()
  for await (const rows of stagedRows(database(), importId, ["record"])) {
    comparing.signal?.throwIfAborted()
    const standing = await standingOf(rows, index, comparing.actor)
    const judged: JudgedRow[] = []
    const gates = await gatesOfApprovals(rows as StagedBrought<BroughtRecord>[], standing, comparing)
    const wants = rows.map((row) => wantOf(row as StagedBrought<BroughtRecord>, { standing, gates }, comparing, leansOn))
    const touched = await touchedBy(wants, comparing.savedAt)
    for (const want of wants) {
      const { row, id, now, problems } = want
      if (problems.length > 0) refused.set(row.n, problems)
      else if (now === null) judged.push(newRow(row, id, want.wanted))
      else judged.push(changedRow(row, id, now, want.wanted, touched.get(id) ?? new Map()))
    }
    await judgeRows(importId, judged)
    await turn()
  }
  await refuse(comparing, refused, leansOn)
}

interface Want {
  row: StagedBrought<BroughtRecord>
  id: string
  now: Compared | null
  wanted: Snapshot
  problems: readonly RowProblem[]
}

async function standingOf(rows: readonly StagedBrought[], index: FileIndex, actor: Actor): Promise<Map<string, Compared>> {
  const standing = new Map<string, Compared>()
  const byKind = new Map<RecordKind, string[]>()
  for (const { n } of rows) {
    const record = index.byNumber.get(n)
    if (record?.known) byKind.set(record.kind, [...(byKind.get(record.kind) ?? []), record.id])
  }
  for (const [kind, ids] of byKind) {
    const hidden = kind === "person" && !can(actor, "see standing")
    for (const [id, one] of await snapshotsOf(database(), kind, ids)) standing.set(id, hidden ? { ...one, snapshot: withoutStanding(one.snapshot) } : one)
  }
  return standing
}

/** The gates of the initiatives here whose row names a stage before which people are asked, read together. */
async function gatesOfApprovals(rows: readonly StagedBrought<BroughtRecord>[], standing: Map<string, Compared>, { index }: Comparing): Promise<Map<string, StageCheck>> {
  const asked = new Map<string, { name: string; code: string }>()
  for (const { brought, n } of rows) {
    const known = brought.kind === "initiative" && "status" in brought.fields ? index.byNumber.get(n)?.known : null
    const status = known ? standing.get(known.id)?.snapshot.status : undefined
    if (known && status !== undefined && !grantedStages.some((stage) => stage === status)) asked.set(known.id, known)
  }
  const gates = await gatesOf(database(), [...asked.keys()], new Date())
  return new Map([...gates].map(([id, gate]) => [id, gateCheck(asked.get(id) ?? { name: "", code: "" }, gate, gate.conversations.map(({ code }) => code), false)]))
}

function wantOf(row: StagedBrought<BroughtRecord>, { standing, gates }: { standing: Map<string, Compared>; gates: Map<string, StageCheck> }, comparing: Comparing, leansOn: Map<string, number[]>): Want {
  const { brought, n } = row
  const record = comparing.index.byNumber.get(n)
  const now = standing.get(record?.id ?? "") ?? null
  const id = record?.id ?? newId()
  const heading = (field: string) => comparing.heading(brought.kind, field)
  const problems = [...brought.problems, ...(record?.problems ?? [])]
  if (problems.length > 0) return { row, id, now, wanted: {}, problems }
  const place = comparing.places.get(id)
  if (place && "parent" in brought.fields) return { row, id, now, wanted: {}, problems: [{ column: heading("parent"), problem: place.problem }] }
  const named: string[] = []
  const naming = (ref: RecordRef, at: string) => {
    const answer = whoIs(ref, comparing.index, comparing.lookup)
    if ("problem" in answer) {
      // a unit that is above another has a place in the tree, which a name alone does not say
      const kind = answer.missing && brought.kind !== "unit" ? madeKindOf(ref) : null
      if (kind === "unit" && !makesUnits(comparing.choices.defaults)) return null
      return kind === null ? answer : comparing.made.name(kind, ref.text, at)
    }
    if (answer.meant.isNew) named.push(answer.meant.id)
    return { id: answer.meant.id }
  }
  const blank = blankFor(brought, comparing)
  const { wanted, problems: wrong } = wantedRecord(brought, { kind: brought.kind, now: now?.snapshot ?? null, blank, actor: comparing.actor, naming, heading, gate: gates.get(id) ?? null })
  for (const one of named) leansOn.set(one, [...(leansOn.get(one) ?? []), n])
  if (wrong.length === 0 && brought.kind !== "measure" && brought.kind !== "standard" && isAnswerable(brought.kind)) comparing.made.use(wanted.owner)
  if (wrong.length === 0) for (const one of [wanted.sponsorId, wanted.unitId]) comparing.made.use(one)
  return { row, id, now, wanted, problems: wrong }
}

/** A party of a model becomes a group, of one until somebody says how many, or a person. */
function blankFor(brought: BroughtRecord, { isModel, choices, actor }: Comparing): Snapshot {
  const blank = blankRecord(brought.kind, choices.defaults)
  if (brought.kind !== "person") return blank
  const isGroup = isModel && becomesGroup(brought.name ?? "", choices.defaults?.["stakeholder.become"])
  return { ...(can(actor, "see standing") ? blank : withoutStanding(blank)), ...(isGroup ? { groupHeadcount: 1 } : {}) }
}

function touchedBy(wants: readonly Want[], savedAt: Date | null): Promise<Map<string, Touched>> {
  const moved = new Map<string, string[]>()
  for (const { id, row, now, wanted, problems } of wants)
    if (now !== null && problems.length === 0 && differing(now.snapshot, wanted).length > 0) moved.set(id, movedSince(row, now.snapshot))
  return touchedWhere(moved, savedAt)
}

function newRow(row: StagedBrought, recordId: string, after: Snapshot): JudgedRow {
  return {
    n: row.n, verdict: "new", ticked: row.verdict === "new" ? row.ticked : true, recordId, recordVersion: null, before: null, after, clashes: [], problems: [],
  }
}

function changedRow(row: StagedBrought, recordId: string, now: Compared, wanted: Snapshot, touched: Touched): JudgedRow {
  const change = judgeChange(now.snapshot, wanted, row, touched)
  return { n: row.n, ...change, recordId, recordVersion: now.version, before: now.snapshot, problems: [] }
}

/** Refuses rows, and with each new record among them the rows that name it. */
async function refuse(comparing: Comparing, refused: Map<number, readonly RowProblem[]>, leansOn: ReadonlyMap<string, readonly number[]>): Promise<void> {
  const { index, refusedIds } = comparing
  for (const [n] of refused) {
    const record = index.byNumber.get(n)
    if (!record || record.known || record.twin) continue
    refusedIds.set(record.id, record.place)
    for (const leaning of leansOn.get(record.id) ?? [])
      if (!refused.has(leaning)) refused.set(leaning, [{ column: null, problem: `It names “${record.name}” (${record.place}), which is refused.` }])
  }
  const rows = [...refused].map(([n, problems]): JudgedRow => {
    const record = index.byNumber.get(n)
    return { n, verdict: "refused", ticked: false, recordId: record?.known?.id ?? null, recordVersion: null, before: null, after: null, clashes: [], problems }
  })
  for (let from = 0; from < rows.length; from += batchSize) await judgeRows(comparing.importId, rows.slice(from, from + batchSize))
}

/** The heading that a field has in the file; our own word for it where the file has none. */
function headingsOf(look: FileLook | null): (kind: TableKind, field: string) => string | null {
  const known = new Map<string, string>()
  for (const sheet of look?.sheets ?? []) for (const column of sheet.columns) if (column.field !== "") known.set(`${sheet.kind} ${column.field}`, column.heading)
  return (kind, field) => {
    const name = field === "parentId" ? "parent" : field === "sponsorId" ? "sponsor" : field
    return known.get(`${kind} ${name}`) ?? fileFields[kind].find((one) => one.name === name)?.label ?? null
  }
}

function dateOf(text: string | undefined): Date | null {
  const date = text === undefined ? null : new Date(text)
  return date === null || Number.isNaN(date.getTime()) ? null : date
}
