// Reading any file that can come in: what it is says which reader it goes to.
import { broughtArchimate } from "./archimate-brought"
import { readArchimate } from "./archimate-reader.server"
import type { Brought, FileChoices, FileLook, KnownColumns, KnownNodes } from "./brought"
import { formatOfFile } from "./file-kind"
import { broughtTable } from "./table-brought.server"

export interface FileRead {
  look: FileLook
  rows: AsyncIterable<Brought> | Iterable<Brought>
}

/** Gives what a file is as a whole and its rows; refuses with a sentence what cannot be read or is not what its name says. */
export async function readFile(file: { name: string; bytes: Uint8Array }, choices: FileChoices, known: KnownColumns, nodes: KnownNodes = []): Promise<FileRead> {
  const format = formatOfFile(file.name, file.bytes)
  if (format === "archimate") return broughtArchimate(readArchimate(file.bytes), file.name, choices)
  return broughtTable(file, choices, known, nodes)
}
