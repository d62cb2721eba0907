// Rows as a reader brings them, made by hand, and an import that begins from them.

import type { Brought, BroughtLink, BroughtOffer, BroughtParent, BroughtRecord, FileChoices, FileLook, RecordKind, RecordRef } from "~/features/exchange/brought"
import type { ChainKind } from "~/features/elements/element"
import type { Relation } from "~/features/elements/link"
import { startImport, type ReadFile } from "~/features/exchange/import-job.server"
import { thePreparer } from "./builders"
import type { Actor } from "~/core/policy"

/** A table of one sheet without ids of its own, unless `look` says otherwise. */
export const aTable: FileLook = { format: "csv", source: null, encoding: "utf-8", separator: ",", sheets: [], labels: [], relations: [] }

/** A look of a file whose own ids are valid under `key`. */
export function aSource(key: string): FileLook {
  return { ...aTable, format: key.startsWith("archimate:") ? "archimate" : "csv", source: { key, name: "A source", about: {} } }
}

export function named(text: string, ...kinds: ChainKind[]): RecordRef {
  return { kinds, text, by: "any" }
}
export function identified(text: string, ...kinds: ChainKind[]): RecordRef {
  return { kinds, text, by: "foreign" }
}

export function aRecord(kind: RecordKind, name: string | null, fields: BroughtRecord["fields"] = {}, rest: Partial<BroughtRecord> = {}): BroughtRecord {
  return { part: "record", place: `Row of ${name ?? "nobody"}`, line: null, problems: [], kind, code: null, foreignId: null, type: "", name, fields, properties: [], ...rest }
}
export function aLink(from: RecordRef, relation: Relation, to: RecordRef, fields: BroughtLink["fields"] = {}, rest: Partial<BroughtLink> = {}): BroughtLink {
  return { part: "link", place: `Link of ${from.text}`, line: null, problems: [], relation, from, to, fields, foreignId: null, ...rest }
}
export function aPart(kind: BroughtParent["kind"], child: RecordRef, parent: RecordRef, foreignId: string | null = null): BroughtParent {
  return { part: "parent", place: `Part ${child.text}`, line: null, problems: [], kind, child, parent, foreignId }
}
export function anOffer(from: RecordRef, relation: Relation, to: RecordRef, through: BroughtOffer["through"]): BroughtOffer {
  return { part: "offer", place: `Offer of ${from.text}`, line: null, problems: [], relation, from, to, through, foreignIds: [] }
}

/** A reader that brings these rows, a portion at a time. */
export function bringing(rows: readonly Brought[], look: FileLook = aTable): ReadFile {
  return async (_file, _asked, sink, signal) => {
    await sink.look(look)
    for (let from = 0; from < rows.length; from += 500) {
      signal.throwIfAborted()
      await sink.rows(rows.slice(from, from + 500))
    }
  }
}

/** An import of these rows, in its preview. */
export async function anImport(rows: readonly Brought[], made: { look?: FileLook; choices?: FileChoices; actor?: Actor; savedAt?: string; name?: string; content?: string } = {}): Promise<string> {
  const file = { name: made.name ?? "plan.csv", bytes: new TextEncoder().encode(made.content ?? "by hand"), choices: made.choices ?? {}, ...(made.savedAt === undefined ? {} : { savedAt: made.savedAt }) }
  const { id, done } = await startImport(made.actor ?? thePreparer, file, bringing(rows, made.look))
  await done
  return id
}
