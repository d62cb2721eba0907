// The worker in which a file is read: an entry of its own, without a database and without secrets.
import { parentPort, workerData } from "node:worker_threads"
import { UnreadableFileError, type Brought } from "./brought"
import { readFile } from "./read-file.server"
import { batchSize, type ReaderNews, type ReadingOrder } from "./reader-messages"

const order: ReadingOrder = workerData

try {
  await read()
  say({ done: true })
} catch (error) {
  const unreadable = error instanceof UnreadableFileError
  say({ failed: error instanceof Error ? (unreadable ? error.message : error.stack ?? error.message) : String(error), unreadable })
}

async function read(): Promise<void> {
  const { look, rows } = await readFile({ name: order.name, bytes: order.bytes }, order.choices, order.known, order.nodes)
  await sayAndWait({ look })
  let batch: Brought[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < batchSize) continue
    await sayAndWait({ rows: batch })
    batch = []
  }
  if (batch.length > 0) await sayAndWait({ rows: batch })
}

function say(news: ReaderNews): void {
  parentPort?.postMessage(news)
}

/** Back-pressure: no batch is made before the one before it is stored. */
function sayAndWait(news: ReaderNews): Promise<void> {
  return new Promise((resolve) => {
    parentPort?.once("message", () => resolve())
    say(news)
  })
}
