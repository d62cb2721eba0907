// What a person at the terminal is told when the app or a command cannot start.

import { BackupRefusedError } from "#db/backup-tables"
import { DataFolderError } from "#db/embedded/endpoint"
import { FolderHeldError } from "#db/embedded/owner"
import { SchemaRefusedError } from "#db/migrate"
import { ForbiddenError, NotFoundError, RuleError } from "./errors"
import { SettingsError } from "./env.server"

/** Failures whose own message is a sentence for that person. */
const told = [DataFolderError, FolderHeldError, BackupRefusedError, SchemaRefusedError, RuleError, ForbiddenError, NotFoundError]

/** What a person at the terminal is told; only a cause we do not know shows where it came from. */
export function sentencesOf(error: unknown): string[] {
  if (error instanceof SettingsError) return error.sentences
  if (!(error instanceof Error)) return [String(error)]
  if (told.some((kind) => error instanceof kind)) return [error.message]
  const code = "code" in error ? String(error.code) : ""
  const port = "port" in error ? String(error.port) : ""
  switch (code) {
    case "EADDRINUSE":
      return [`Port ${port} is taken by another program. Choose another one with PORT.`]
    case "EADDRNOTAVAIL":
      return ["HOST is not an address of this machine."]
    case "EACCES":
      return [port ? `This user may not listen on port ${port}. Choose one above 1024 with PORT.` : error.message]
    case "ECONNREFUSED":
    case "ENOTFOUND":
      return ["DATABASE_URL leads nowhere: no database answers there. Is it running, and are host and port right?"]
    case "28P01":
    case "28000":
    case "3D000":
      return [`The database refuses DATABASE_URL: ${error.message}.`]
    default:
      return [error.stack ?? error.message]
  }
}
