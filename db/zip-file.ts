// Writing a zip file piece by piece: what is packed never lies in memory as a whole.

import { closeSync, fsyncSync, openSync, writeSync } from "node:fs"
import { constants, crc32, deflateRawSync } from "node:zlib"

interface Entry {
  name: Buffer
  crc: number
  packed: number
  size: number
  offset: number
}

const version = 20
const deflated = 8
/** Names are UTF-8, and sizes follow the content. */
const flags = 0x0808
/** 1 January 1980: the same records make the same file. */
const date = 0x0021

export interface ZipFile {
  /** Begins a file inside the zip; what `add` gets until the next `begin` or `end` belongs to it. */
  begin: (name: string) => void
  add: (content: string) => void
  /** Writes the list of files and returns the size of the whole in bytes. */
  end: () => number
  /** Closes the file as it is, after a failure. */
  abandon: () => void
}

/** A zip at `path`, readable by its owner alone; refused when the file exists. Sizes stay below 4 GB. */
export function createZip(path: string): ZipFile {
  const file = openSync(path, "wx", 0o600)
  const entries: Entry[] = []
  let position = 0
  let current: Entry | null = null

  function write(bytes: Uint8Array): void {
    // a disk that is getting full takes less than it was given, and refuses only the next piece
    for (let written = 0; written < bytes.byteLength; ) written += writeSync(file, bytes, written)
    position += bytes.byteLength
  }

  function finish(): void {
    if (!current) return
    const last = deflateRawSync(Buffer.alloc(0))
    write(last)
    current.packed += last.byteLength
    write(numbers([4, 0x08074b50], [4, current.crc], [4, current.packed], [4, current.size]))
    entries.push(current)
    current = null
  }

  return {
    begin(name) {
      finish()
      current = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, offset: position }
      write(numbers([4, 0x04034b50], [2, version], [2, flags], [2, deflated], [2, 0], [2, date], [4, 0], [4, 0], [4, 0], [2, current.name.length], [2, 0]))
      write(current.name)
    },
    add(content) {
      if (!current || content === "") return
      const bytes = Buffer.from(content)
      // each piece ends on a byte, so that pieces packed one by one make one stream
      const packed = deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH })
      write(packed)
      current.crc = crc32(bytes, current.crc)
      current.size += bytes.byteLength
      current.packed += packed.byteLength
    },
    end() {
      finish()
      const start = position
      for (const { name, crc, packed, size, offset } of entries) {
        write(numbers(
          [4, 0x02014b50], [2, version], [2, version], [2, flags], [2, deflated], [2, 0], [2, date], [4, crc], [4, packed], [4, size],
          [2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset],
        ))
        write(name)
      }
      write(numbers([4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, position - start], [4, start], [2, 0]))
      // a backup that is said to be there must still be there after the power fails
      fsyncSync(file)
      closeSync(file)
      return position
    },
    abandon: () => closeSync(file),
  }
}

/** Little-endian numbers, each of two or four bytes. */
function numbers(...parts: readonly (readonly [2 | 4, number])[]): Buffer {
  const bytes = Buffer.alloc(parts.reduce((sum, [width]) => sum + width, 0))
  let at = 0
  for (const [width, value] of parts) at = width === 2 ? bytes.writeUInt16LE(value, at) : bytes.writeUInt32LE(value, at)
  return bytes
}
