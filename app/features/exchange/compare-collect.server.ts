// The first pass over an import's rows: which records they are, and everything they name, so that it is looked up at once.
import type { ReadDb } from "~/core/database.server"
import { newId } from "~/core/ids"
import { takingTurns } from "~/core/import-staging.server"
import { chainKinds } from "~/features/elements/element"
import type { BroughtLink, BroughtParent, BroughtRecord, RecordRef } from "./brought"
import { addToIndex, emptyIndex, namesOf, type FileIndex } from "./file-index"
import type { Wanted } from "./import-lookup.queries.server"
import { codeAmong } from "./record-shape"
import { stagedRows } from "./staged-rows.queries.server"

/** A link that says what comes first, or a place in a tree: few enough to be looked at together. */
export interface Ends {
  n: number
  kind: string
  from: RecordRef
  to: RecordRef
  place: string
}

export interface Collected {
  index: FileIndex
  wanted: Wanted
  /** links "requires" */
  needs: Ends[]
  /** `from` is to be part of `to` */
  parents: Ends[]
}

/** Reads all rows once, in portions, and keeps only what naming needs; `byName`: a row is also found by its name. */
export async function collect(db: ReadDb, importId: string, asked: { byName: boolean; signal: AbortSignal | undefined }): Promise<Collected> {
  const collected: Collected = { index: emptyIndex(), wanted: { codes: new Set(), names: new Set(), foreign: new Set() }, needs: [], parents: [] }
  const turn = takingTurns()
  for await (const rows of stagedRows(db, importId, ["record", "link", "parent", "offer"])) {
    asked.signal?.throwIfAborted()
    for (const { n, brought } of rows) {
      if (brought.part === "record") addRecord(collected, n, brought, asked.byName)
      else if (brought.part === "link") addLink(collected, n, brought)
      else if (brought.part === "parent") addParent(collected, n, brought)
      else if (brought.part === "stake") for (const ref of [brought.party, brought.subject]) want(collected.wanted, ref)
      else if (brought.part === "offer") for (const ref of [brought.from, brought.to]) want(collected.wanted, ref)
    }
    await turn()
  }
  return collected
}

function addRecord({ index, wanted }: Collected, n: number, row: BroughtRecord, byName: boolean): void {
  const { kind, foreignId, place } = row
  const name = row.name?.trim() ?? ""
  const parent = row.kind === "measure" ? row.fields.goal : row.fields.parent
  const ref = typeof parent === "object" ? parent : undefined
  addToIndex(index, { n, kind, code: row.code, foreignId, name, place, problems: [], id: newId(), known: null, ...(ref === undefined ? {} : { parent: ref }) })
  const parsed = row.code === null ? null : codeAmong(row.code, chainKinds)
  if (parsed) wanted.codes.add(`${parsed.kind} ${parsed.number}`)
  if (foreignId !== null) wanted.foreign.add(foreignId)
  if (byName && name !== "") wanted.names.add(name)
  for (const value of Object.values(row.fields)) if (typeof value === "object" && value !== null) want(wanted, value)
}

function addLink({ wanted, needs }: Collected, n: number, row: BroughtLink): void {
  for (const ref of [row.from, row.to]) want(wanted, ref)
  if (row.relation === "requires" && row.problems.length === 0) needs.push({ n, kind: row.relation, from: row.from, to: row.to, place: row.place })
}

function addParent({ wanted, parents }: Collected, n: number, row: BroughtParent): void {
  for (const ref of [row.child, row.parent]) want(wanted, ref)
  if (row.problems.length === 0) parents.push({ n, kind: row.kind, from: row.child, to: row.parent, place: row.place })
}

function want(wanted: Wanted, ref: RecordRef): void {
  const text = ref.text.trim()
  wanted.foreign.add(text)
  if (ref.by === "foreign") return
  const parsed = codeAmong(text, ref.kinds)
  if (parsed) wanted.codes.add(`${parsed.kind} ${parsed.number}`)
  for (const name of ref.kinds.includes("person") ? namesOf("person", text) : [text]) wanted.names.add(name)
}
