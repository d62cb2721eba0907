// Reading a backup's file: whether it is one, whether it is whole, and its rows in portions that fit into memory.

import { createHash, type Hash } from "node:crypto"
import type { Readable } from "node:stream"
import { openPromise, type Entry, type ZipFile } from "yauzl"
import { BackupRefusedError, type BackupContents, type TableSum } from "./backup-tables"

export interface BackupFile {
  contents: BackupContents
  /** The rows of a table as lines of JSON, in portions; refuses what is damaged as soon as it meets it. */
  rowsOf: (table: string) => AsyncGenerator<string[]>
  /** Reads everything once and refuses a file whose rows or checksums differ from what it says of itself. */
  check: () => Promise<void>
  close: () => void
}

const portionRows = 1_000
const portionBytes = 4_000_000
/** A file of 15 MB as text in one line is twice that; nothing of ours comes near. */
const longestLine = 128_000_000
const longestContents = 4_000_000
const lineEnd = 10

/** Opens a backup; refused when there is no such file, or it is no backup of ours, or it was cut off. */
export async function openBackup(path: string): Promise<BackupFile> {
  const zip = await openZip(path)
  try {
    const entries = await entriesOf(zip, path)
    const described = entries.get("backup.json")
    if (described === undefined) throw foreign(path)
    const contents = contentsOf(await textOf(zip, described, path), path)
    const expected = ["backup.json", ...Object.keys(contents.tables).map((table) => `${table}.jsonl`)]
    if (expected.length !== entries.size || expected.some((name) => !entries.has(name))) throw damaged(path)
    async function* rowsOf(table: string, hash?: Hash): AsyncGenerator<string[]> {
      const entry = entries.get(`${table}.jsonl`)
      if (entry === undefined) throw damaged(path)
      yield* readSafely(path, async function* () {
        yield* linesOf(await zip.openReadStreamPromise(entry), path, hash)
      })
    }
    return {
      contents,
      rowsOf: (table) => rowsOf(table),
      async check() {
        for (const [table, said] of Object.entries(contents.tables)) await compare(said, (hash) => rowsOf(table, hash), path)
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false, lazyEntries: true })
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined
    if (code === "ENOENT") throw new BackupRefusedError(`There is no file ${path}.`)
    if (code === "EISDIR") throw new BackupRefusedError(`${path} is a folder, not a backup.`)
    if (code === "EACCES") throw new BackupRefusedError(`This user may not read ${path}.`)
    throw new BackupRefusedError(`${path} is not a backup: it is no zip file, or its end is missing. Nothing was changed.`)
  }
}

async function entriesOf(zip: ZipFile, path: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  await readSafely(path, async function* () {
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw damaged(path)
      entries.set(entry.fileName, entry)
    }
    yield []
  }).next()
  return entries
}

/** What goes wrong while unpacking is the file's fault; the person is told so and not how. */
async function* readSafely<T>(path: string, read: () => AsyncGenerator<T>): AsyncGenerator<T> {
  const pieces = read()
  for (;;) {
    const next = await pieces.next().catch((error: unknown) => {
      throw error instanceof BackupRefusedError ? error : damaged(path)
    })
    if (next.done) return
    yield next.value
  }
}

async function textOf(zip: ZipFile, entry: Entry, path: string): Promise<string> {
  if (entry.uncompressedSize > longestContents) throw foreign(path)
  const parts: Buffer[] = []
  for await (const part of readSafely(path, async function* () {
    for await (const piece of await zip.openReadStreamPromise(entry)) yield asBuffer(piece)
  })) parts.push(part)
  return Buffer.concat(parts).toString("utf8")
}

async function* linesOf(stream: Readable, path: string, hash?: Hash): AsyncGenerator<string[]> {
  let begun: Buffer[] = []
  let begunBytes = 0
  let lines: string[] = []
  let bytes = 0
  for await (const piece of stream) {
    const part = asBuffer(piece)
    hash?.update(part)
    let from = 0
    for (let at = part.indexOf(lineEnd); at >= 0; at = part.indexOf(lineEnd, from)) {
      const last = part.subarray(from, at)
      lines.push(begun.length === 0 ? last.toString("utf8") : Buffer.concat([...begun, last]).toString("utf8"))
      bytes += begunBytes + last.byteLength
      begun = []
      begunBytes = 0
      from = at + 1
      if (lines.length < portionRows && bytes < portionBytes) continue
      yield lines
      lines = []
      bytes = 0
    }
    if (from === part.byteLength) continue
    begun.push(part.subarray(from))
    begunBytes += part.byteLength - from
    if (begunBytes > longestLine) throw damaged(path)
  }
  if (begun.length > 0) throw damaged(path)
  if (lines.length > 0) yield lines
}

async function compare(said: TableSum, read: (hash: Hash) => AsyncGenerator<string[]>, path: string): Promise<void> {
  const hash = createHash("sha256")
  let rows = 0
  for await (const lines of read(hash)) rows += lines.length
  if (rows !== said.rows || hash.digest("hex") !== said.sha256) throw damaged(path)
}

function contentsOf(text: string, path: string): BackupContents {
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    throw damaged(path)
  }
  if (!isObject(said) || !("format" in said)) throw foreign(path)
  if (said.format !== 1) throw new BackupRefusedError(`${path} was written by a newer version of Throughline. Install that version to restore it. Nothing was changed.`)
  if (!isContents(said)) throw damaged(path)
  return said
}

function isContents(said: object): said is BackupContents {
  if (!("migrations" in said && "sequences" in said && "tables" in said)) return false
  const { migrations, sequences, tables } = said
  if (!Array.isArray(migrations) || !migrations.every((name) => typeof name === "string")) return false
  if (!isObject(sequences) || !Object.values(sequences).every(isCount)) return false
  return isObject(tables) && Object.values(tables).every(isSum)
}

function isSum(said: unknown): said is TableSum {
  return isObject(said) && "rows" in said && isCount(said.rows) && "sha256" in said && typeof said.sha256 === "string"
}

function isCount(said: unknown): said is number {
  return Number.isSafeInteger(said) && Number(said) >= 0
}

function isObject(said: unknown): said is object {
  return typeof said === "object" && said !== null && !Array.isArray(said)
}

function asBuffer(piece: unknown): Buffer {
  if (Buffer.isBuffer(piece)) return piece
  throw new TypeError("A zip file is read as bytes.")
}

function foreign(path: string): BackupRefusedError {
  return new BackupRefusedError(`${path} is a zip file, but not a backup of Throughline. Nothing was changed.`)
}

function damaged(path: string): BackupRefusedError {
  return new BackupRefusedError(`${path} is damaged: its records are not the ones that were written into it. Use another copy of this backup. Nothing was changed.`)
}
