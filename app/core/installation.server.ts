// The installation as a whole: a backup of every record, emptying it, and which database it runs on.
import { createReadStream, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { writeBackup } from "#db/backup"
import { rebuildSchema } from "#db/migrate"

/** A zip of every record, one file a table, written to a local file first and then sent; the file goes when it was sent. */
export async function backupResponse(fileName: string): Promise<Response> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-backup-"))
  const forget = () => rmSync(folder, { recursive: true, force: true })
  try {
    const path = join(folder, fileName)
    const { bytes } = await writeBackup(databaseUrl(), path)
    const stream = createReadStream(path)
    stream.once("close", forget)
    return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
      headers: { "Content-Type": "application/zip", "Content-Length": String(bytes), "Content-Disposition": `attachment; filename="${fileName}"` },
    })
  } catch (error) {
    forget()
    throw error
  }
}

/** Drops every record, account and session and builds the schema anew. Whoever calls it has asked the person first. */
export function emptyInstallation(): Promise<void> {
  return rebuildSchema(databaseUrl())
}

/** Whether the records lie in the embedded database of the data folder. */
export function isEmbedded(): boolean {
  return databaseUrl().startsWith("embedded:")
}

function databaseUrl(): string {
  return process.env.DATABASE_URL ?? ""
}
