// Packs files into a zip while they are being written, so that only a portion of them is ever in memory.
import { Zip, ZipDeflate } from "fflate"

export interface ZipEntry {
  name: string
  content: AsyncIterable<string> | Iterable<string>
}

/** The bytes of the zip, made only as fast as they are taken; the files stand in it in the order given. */
export async function* zipped(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  let failure: Error | null = null
  const zip = new Zip((error, bytes) => {
    if (error) failure = error
    else if (bytes.byteLength > 0) ready.push(bytes)
  })
  function* taken(): Generator<Uint8Array> {
    if (failure) throw failure
    yield* ready.splice(0)
  }
  const encoder = new TextEncoder()
  for (const { name, content } of entries) {
    const file = new ZipDeflate(name, { level: 6 })
    zip.add(file)
    for await (const text of content) {
      file.push(encoder.encode(text))
      yield* taken()
    }
    file.push(new Uint8Array(0), true)
    yield* taken()
  }
  zip.end()
  yield* taken()
}
