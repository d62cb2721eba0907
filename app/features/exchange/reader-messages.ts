// What the app and the reading worker say to each other.
import type { Brought, FileChoices, FileLook, KnownColumns, KnownNodes } from "./brought"

/** Given to the worker at its start; it has nothing else: no database, no environment. */
export interface ReadingOrder {
  name: string
  bytes: Uint8Array
  choices: FileChoices
  known: KnownColumns
  nodes: KnownNodes
}

/** After `look` and `rows` the worker waits until it hears `go on`; the other two are its last words. */
export type ReaderNews =
  | { look: FileLook }
  | { rows: readonly Brought[] }
  | { done: true }
  /** `unreadable`: the sentence is for the person; otherwise it is a defect of ours */
  | { failed: string; unreadable: boolean }

export const goOn = "go on"
/** A portion, as it is handed over, staged and compared: small, so that pages get their turn between two. */
export const batchSize = 200
