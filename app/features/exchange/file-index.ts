// Which record each row of a file is, and which record a name in the file means: by short id, by the file's id, by name.
import { fold } from "~/core/fold"
import { codeOf, chainKinds, kindWords, type ChainKind } from "~/features/elements/element"
import type { RecordKind, RecordRef, RowProblem } from "./brought"
import { codeAmong } from "./record-shape"

/** A record that is there, as far as naming it needs. */
export interface Known {
  id: string
  kind: ChainKind
  code: string
  name: string
  version: number
  archived: boolean
}

/** What was found of the records that the file names. */
export interface KnownRecords {
  byCode: ReadonlyMap<string, Known>
  /** by kind and folded name; archived ones too */
  byName: ReadonlyMap<string, readonly Known[]>
  byForeign: ReadonlyMap<string, readonly Known[]>
}

/** A record row of the file, as far as the rest of the file may name it. */
export interface FileRecord {
  n: number
  kind: RecordKind
  code: string | null
  foreignId: string | null
  name: string
  place: string
  problems: RowProblem[]
  /** the record it is, or the id it will get */
  id: string
  known: Known | null
  /** what it is part of, or the goal of a measure; absent: the file does not say */
  parent?: RecordRef | null
  /** a row that is no record of its own: the second of one, or one that means several */
  twin?: true
}

export interface Meant {
  id: string
  kind: ChainKind
  name: string
  /** true: the file itself brings it */
  isNew: boolean
}
export type Answer = { meant: Meant } | { problem: string; missing: boolean }

export interface FileIndex {
  records: FileRecord[]
  byNumber: Map<number, FileRecord>
  byForeign: Map<string, FileRecord>
  byName: Map<string, FileRecord[]>
}

/** Under which a name is found. */
export function nameKey(kind: RecordKind, name: string): string {
  return `${kind} ${fold(name)}`
}

/** An index of no rows yet; `addToIndex` fills it while the rows are read. */
export function emptyIndex(): FileIndex {
  return { records: [], byNumber: new Map(), byForeign: new Map(), byName: new Map() }
}

/** Adds a row under its number, its own id and its name. */
export function addToIndex(index: FileIndex, record: FileRecord): void {
  index.records.push(record)
  index.byNumber.set(record.n, record)
  if (record.foreignId !== null && !index.byForeign.has(record.foreignId)) index.byForeign.set(record.foreignId, record)
  if (record.name === "") return
  const key = nameKey(record.kind, record.name)
  const list = index.byName.get(key)
  if (list) list.push(record)
  else index.byName.set(key, [record])
}

/**
 * Says which record each row is: by short id, by the file's own id, then by a name that only one has (`byName`). Refused: an
 * unknown short id, an archived record, a name that several have, and the second row of one record. `otherForeign` gives the
 * file's id that a record has already, `taken` the rows before these by the records they are.
 */
export function matchRecords(
  records: readonly FileRecord[],
  index: FileIndex,
  known: KnownRecords,
  asked: { byName: boolean; otherForeign: (id: string) => string | undefined; taken: Map<string, FileRecord> },
): void {
  const { taken } = asked
  for (const record of records) {
    if (record.kind === "measure" || record.kind === "standard") continue
    const found = matchOne(record, record.kind, index, known, asked)
    if (found === "twin") continue
    if (typeof found === "string") {
      record.problems.push({ column: null, problem: found })
      continue
    }
    if (found === null) continue
    record.known = found
    record.id = found.id
    const first = taken.get(found.id)
    if (first) refuseTwin(record, found.code, first)
    else taken.set(found.id, record)
    if (found.archived)
      record.problems.push({ column: null, problem: `${found.code} “${found.name}” is archived. Open it, choose “Restore”, and bring the file again.` })
  }
}

function matchOne(
  record: FileRecord,
  kind: ChainKind,
  index: FileIndex,
  known: KnownRecords,
  asked: { byName: boolean; otherForeign: (id: string) => string | undefined },
): Known | string | null {
  if (record.code !== null && record.code.trim() !== "") {
    const parsed = codeAmong(record.code, chainKinds)
    if (parsed && parsed.kind !== kind) return `${record.code} is no ${oneOf([kind])}.`
    const found = parsed && known.byCode.get(codeOf(parsed.kind, parsed.number))
    return found ?? `There is no ${oneOf([kind])} with the id ${record.code}. Leave the id empty for a new one.`
  }
  if (record.foreignId !== null) {
    const found = (known.byForeign.get(record.foreignId) ?? []).filter((one) => one.kind === kind)
    if (found.length > 1) return `Several records have the id ${record.foreignId} in their files. Name the one you mean by its short id.`
    if (found[0]) return found[0]
    const first = index.byForeign.get(record.foreignId)
    if (first && first !== record && first.kind === kind) return refuseTwin(record, `The id ${record.foreignId}`, first)
  }
  if (!asked.byName || record.name === "") return null
  return matchByName(record, kind, index, known, asked.otherForeign)
}

function matchByName(record: FileRecord, kind: ChainKind, index: FileIndex, known: KnownRecords, otherForeign: (id: string) => string | undefined): Known | string | null {
  const key = nameKey(kind, record.name)
  const candidates = (known.byName.get(key) ?? []).filter((one) => {
    const other = otherForeign(one.id)
    return other === undefined || record.foreignId === null || other === record.foreignId
  })
  const active = candidates.filter((one) => !one.archived)
  if (active.length > 1) {
    record.twin = true
    return several(active.length, kind, record.name)
  }
  const found = active[0] ?? candidates[0]
  if (found) return found
  // without an id of its own a second row of the same name is the same record
  const first = record.foreignId === null ? index.byName.get(key)?.find((one) => one.n < record.n && one.foreignId === null && one.code === null) : undefined
  return first ? refuseTwin(record, `“${record.name}”`, first) : null
}

function refuseTwin(record: FileRecord, what: string, first: FileRecord): "twin" {
  record.twin = true
  record.problems.push({ column: null, problem: `${what} is in this file twice: ${first.place} is taken, this row is not.` })
  return "twin"
}

/** The record that a name in the file means, among the records there are and the rows of the file, whatever their order. */
export function whoIs(ref: RecordRef, index: FileIndex, known: KnownRecords): Answer {
  const text = ref.text.trim()
  if (ref.by === "any") {
    const parsed = codeAmong(text, ref.kinds)
    const coded = parsed && known.byCode.get(codeOf(parsed.kind, parsed.number))
    if (coded) return asMeant(coded)
  }
  const row = index.byForeign.get(text)
  if (row && isAmong(row.kind, ref.kinds)) return { meant: { id: row.id, kind: row.kind, name: row.known?.name ?? row.name, isNew: row.known === null } }
  const foreign = (known.byForeign.get(text) ?? []).filter((one) => ref.kinds.includes(one.kind))
  if (foreign.length > 1) return { problem: `Several records have the id ${text} in their files. Name the one you mean by its short id.`, missing: false }
  if (foreign[0]) return asMeant(foreign[0])
  if (ref.by === "foreign") return { problem: `There is nothing with the id ${text} in this file that we have a word for.`, missing: true }
  return byName(ref, text, index, known)
}

function byName(ref: RecordRef, text: string, index: FileIndex, known: KnownRecords): Answer {
  const meant = new Map<string, Meant>()
  const archived: Known[] = []
  for (const kind of ref.kinds) {
    for (const name of namesOf(kind, text)) {
      for (const one of known.byName.get(nameKey(kind, name)) ?? []) {
        if (one.archived) archived.push(one)
        else meant.set(one.id, { ...one, isNew: false })
      }
      for (const row of index.byName.get(nameKey(kind, name)) ?? [])
        if (!row.known?.archived && !meant.has(row.id) && !row.twin) meant.set(row.id, { id: row.id, kind, name: row.known?.name ?? row.name, isNew: row.known === null })
    }
  }
  const [one] = meant.values()
  if (one && meant.size === 1) return { meant: one }
  if (one) return { problem: several(meant.size, ref.kinds.length === 1 ? one.kind : null, text), missing: false }
  if (archived[0]) return asMeant(archived[0])
  const parsed = codeAmong(text, ref.kinds)
  return { problem: parsed ? `There is no ${text.toUpperCase()}.` : `There is no ${oneOf(ref.kinds)} called “${text}”.`, missing: !parsed }
}

/** "Marsh, I." is also "I. Marsh". */
export function namesOf(kind: ChainKind, text: string): string[] {
  const [last, first, more] = text.split(",")
  return kind === "person" && first !== undefined && more === undefined && first.trim() !== "" ? [text, `${first.trim()} ${(last ?? "").trim()}`] : [text]
}

function asMeant(one: Known): Answer {
  if (one.archived) return { problem: `${one.code} “${one.name}” is archived. Open it and choose “Restore” first.`, missing: false }
  return { meant: { id: one.id, kind: one.kind, name: one.name, isNew: false } }
}

function isAmong(kind: RecordKind, kinds: readonly ChainKind[]): kind is ChainKind {
  return (kinds as readonly RecordKind[]).includes(kind)
}

function several(count: number, kind: ChainKind | null, name: string): string {
  return `${count} ${kind === null ? "records" : kindWords[kind].many.toLowerCase()} are called “${name}”: name the one you mean by its short id.`
}

function oneOf(kinds: readonly ChainKind[]): string {
  if (kinds.length > 3) return "record"
  return kinds.map((kind) => kindWords[kind].one.toLowerCase()).join(" or ")
}
