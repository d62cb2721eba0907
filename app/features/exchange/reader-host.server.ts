// Reading a file in a worker, so that no file holds up the pages: at most two at once, each within time and memory.
import { Worker } from "node:worker_threads"
import { UnreadableFileError, type Brought, type FileChoices, type FileLook, type KnownColumns, type KnownNodes } from "./brought"
import { goOn, type ReaderNews, type ReadingOrder } from "./reader-messages"
import { readerWorkerFile } from "./reader-worker-file.server"

export interface ReaderLimits {
  /** longest time of the worker's own between two portions; waiting for the sink does not count */
  silenceMs: number
  /** longest time of the worker's own for a whole file */
  totalMs: number
  /** its memory for objects, in MB */
  memoryMb: number
}
export const readerLimits: ReaderLimits = { silenceMs: 20_000, totalMs: 120_000, memoryMb: 256 }
const atOnce = 2

export interface ReaderSink {
  look(look: FileLook): Promise<void>
  rows(batch: readonly Brought[]): Promise<void>
}

/**
 * Hands the sink what a file is as a whole and then its rows, a portion at a time; the next come when the sink is done with
 * these. Throws UnreadableFileError with a sentence for the person when the file cannot be read or goes beyond the
 * limits, whatever the sink throws, and the signal's reason when it is stopped. The caller keeps its bytes.
 */
export async function readInWorker(
  file: { name: string; bytes: Uint8Array },
  asked: { choices: FileChoices; known: KnownColumns; nodes?: KnownNodes; limits?: Partial<ReaderLimits> },
  sink: ReaderSink,
  signal: AbortSignal,
): Promise<void> {
  const giveBack = await aTurn(signal)
  try {
    const program = await readerWorkerFile()
    signal.throwIfAborted()
    // A copy of its own is handed over and not copied again.
    const bytes = file.bytes.slice()
    const order: ReadingOrder = { name: file.name, bytes, choices: asked.choices, known: asked.known, nodes: asked.nodes ?? [] }
    await runWorker(program, order, { ...readerLimits, ...asked.limits }, sink, signal)
  } finally {
    giveBack()
  }
}

function runWorker(program: string, order: ReadingOrder, limits: ReaderLimits, sink: ReaderSink, signal: AbortSignal): Promise<void> {
  const worker = new Worker(program, {
    workerData: order, transferList: [order.bytes.buffer as ArrayBuffer],
    env: {}, argv: [], execArgv: [], resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
  })
  return new Promise<void>((resolve, reject) => {
    let left = limits.totalMs
    let since = performance.now()
    let alarm = setTimeout(tooSlow, Math.min(limits.silenceMs, left))
    let over = false

    function finish(settle: () => void): void {
      if (over) return
      over = true
      clearTimeout(alarm)
      signal.removeEventListener("abort", stopped)
      // Whoever waits may start the next worker, so this one must be gone first.
      void worker.terminate().then(settle, settle)
    }
    function fail(error: unknown): void {
      finish(() => reject(error))
    }
    function stopped(): void {
      fail(signal.reason)
    }
    function tooSlow(): void {
      fail(new UnreadableFileError("This file takes too long to read, longer than any honest file of its size, so the reading was stopped. Save it again, or bring it in parts."))
    }
    function clockOff(): void {
      clearTimeout(alarm)
      left -= performance.now() - since
    }
    function clockOn(): void {
      since = performance.now()
      alarm = setTimeout(tooSlow, Math.max(0, Math.min(limits.silenceMs, left)))
    }
    async function hear(news: ReaderNews): Promise<void> {
      if ("done" in news) return finish(resolve)
      if ("failed" in news) return fail(news.unreadable ? new UnreadableFileError(news.failed) : new Error(`The reading worker failed: ${news.failed}`))
      clockOff()
      await ("look" in news ? sink.look(news.look) : sink.rows(news.rows))
      if (over) return
      clockOn()
      worker.postMessage(goOn)
    }

    worker.on("message", (news: ReaderNews) => void hear(news).catch(fail))
    worker.on("error", (error) => fail(ofWorker(error)))
    worker.on("exit", (code) => fail(new Error(`The reading worker ended with ${code} before the file was read.`)))
    signal.addEventListener("abort", stopped, { once: true })
    if (signal.aborted) stopped()
  })
}

function ofWorker(error: unknown): unknown {
  const outOfMemory = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"
  return outOfMemory ? new UnreadableFileError("This file needs far more memory than an honest file of its size, so the reading was stopped. Save it again, or bring it in parts.") : error
}

let running = 0
const waiting: (() => void)[] = []

/** Waits until a worker may start; the answer gives the turn back. Who is stopped while waiting leaves the queue. */
async function aTurn(signal: AbortSignal): Promise<() => void> {
  signal.throwIfAborted()
  if (running < atOnce) running += 1
  else await new Promise<void>((resolve, reject) => {
    const stopped = () => {
      waiting.splice(waiting.indexOf(next), 1)
      reject(signal.reason)
    }
    // The turn is handed on, so the number of running workers stays the same.
    const next = () => {
      signal.removeEventListener("abort", stopped)
      resolve()
    }
    waiting.push(next)
    signal.addEventListener("abort", stopped, { once: true })
  })
  return () => {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
