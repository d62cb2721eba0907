// Every file of a zip as text, for tests that look into a backup or change it.

import { text } from "node:stream/consumers"
import { openPromise } from "yauzl"

/** Answers with what each file of the zip holds, by its name. */
export async function unpack(path: string): Promise<Record<string, string>> {
  const zip = await openPromise(path, { autoClose: false })
  const files: Record<string, string> = {}
  for await (const entry of zip.eachEntry()) files[entry.fileName] = await text(await zip.openReadStreamPromise(entry))
  zip.close()
  return files
}
