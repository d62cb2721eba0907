// Opens a zip within limits: what it declares is checked before, what it really holds is counted while it is read.
import { fromBuffer, type Entry, type ZipFile } from "yauzl"
import { UnreadableFileError } from "./brought"

export const zipLimits = { entries: 200, inflated: 50 * 1024 * 1024, ratio: 100, ratioFrom: 1024 * 1024 } as const

const linkMode = 0o120000
const folderOrFile = 0o170000

/** Gives the entries that `wanted` names, unpacked; refuses a zip beyond the limits, with names that lead out of it, or that is broken. */
export async function zipEntries(bytes: Uint8Array, wanted: (name: string) => boolean): Promise<Map<string, Buffer>> {
  const zip = await opened(bytes)
  if (zip.entryCount > zipLimits.entries) throw tooBig(`holds ${zip.entryCount.toLocaleString("en")} files, and at most ${zipLimits.entries} are read`)
  const entries = await listed(zip)
  checkDeclared(entries, bytes.length)
  const found = new Map<string, Buffer>()
  let left: number = zipLimits.inflated
  for (const entry of entries) {
    if (entry.fileName.endsWith("/") || !wanted(entry.fileName)) continue
    if (found.has(entry.fileName)) throw broken(`“${entry.fileName}” is in it twice`)
    const content = await inflated(zip, entry, left)
    left -= content.length
    found.set(entry.fileName, content)
  }
  return found
}

function opened(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, strictFileNames: true }, (error, zip) => (error ? reject(broken(error.message)) : resolve(zip)))
  })
}

function listed(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  return new Promise((resolve, reject) => {
    zip.on("error", (error: Error) => reject(/invalid (relative|characters)|absolute/i.test(error.message) ? leadsOut() : broken(error.message)))
    zip.on("end", () => resolve(entries))
    zip.on("entry", (entry: Entry) => {
      entries.push(entry)
      if (entries.length > zipLimits.entries) reject(tooBig(`holds more than ${zipLimits.entries} files`))
      else zip.readEntry()
    })
    zip.readEntry()
  })
}

function checkDeclared(entries: readonly Entry[], packed: number): void {
  const declared = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (declared > zipLimits.inflated) throw tooBig(`unpacks to ${megabytes(declared)} MB, and at most ${megabytes(zipLimits.inflated)} MB are read`)
  if (declared > zipLimits.ratioFrom && declared > packed * zipLimits.ratio) throw tooDense()
  for (const entry of entries) {
    const mode = (entry.externalFileAttributes >>> 16) & folderOrFile
    if (mode === linkMode) throw new UnreadableFileError(`This file cannot be read: “${entry.fileName}” in it is a link to another file. Save it again with the program that made it.`)
    if (entry.uncompressedSize > zipLimits.ratioFrom && entry.uncompressedSize > entry.compressedSize * zipLimits.ratio) throw tooDense()
    if (entry.isEncrypted()) throw new UnreadableFileError("This file is protected with a password. Take the password off and save it again.")
  }
}

/** Unpacks one entry and stops at the first byte beyond what it declared or what is left for the whole file. */
function inflated(zip: ZipFile, entry: Entry, left: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(broken(error.message))
      const parts: Buffer[] = []
      let size = 0
      stream.on("data", (part: Buffer) => {
        size += part.length
        if (size > entry.uncompressedSize || size > left) {
          stream.destroy()
          reject(tooBig(`holds more than it says: “${entry.fileName}” goes on after ${entry.uncompressedSize.toLocaleString("en")} bytes`))
        } else parts.push(part)
      })
      stream.on("error", (cause: Error) => reject(/too many bytes/i.test(cause.message) ? tooBig(`holds more than it says: “${entry.fileName}”`) : broken(cause.message)))
      stream.on("end", () => resolve(Buffer.concat(parts)))
    })
  })
}

function megabytes(bytes: number): string {
  return Math.round(bytes / 1024 / 1024).toLocaleString("en")
}

function tooBig(what: string): UnreadableFileError {
  return new UnreadableFileError(`This file was not read: it ${what}. Save the table as CSV, or split it.`)
}

function tooDense(): UnreadableFileError {
  return new UnreadableFileError(`This file was not read: it unpacks to more than ${zipLimits.ratio} times its size, as only harmful files do. Save the table as CSV.`)
}

function leadsOut(): UnreadableFileError {
  return new UnreadableFileError("This file was not read: a name in it leads out of it (“..” or an absolute path). Save it again with the program that made it.")
}

function broken(why: string): UnreadableFileError {
  return new UnreadableFileError(`This file is damaged or was cut off (${why.replace(/\.$/, "")}). Save it again and bring the new one.`)
}
