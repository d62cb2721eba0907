// Reading in a worker: portions wait for their taker, and a file that takes too much is stopped with a sentence.
import { describe, expect, it } from "vitest"
import { UnreadableFileError, type Brought, type FileLook } from "~/features/exchange/brought"
import { readInWorker, type ReaderLimits } from "~/features/exchange/reader-host.server"
import { exchangeFile } from "./exchange-file"

const never = new AbortController().signal
const goals = (count: number) => Array.from({ length: count }, (_, at) => `<element identifier="g${at}" xsi:type="Goal"><name>Goal ${at}</name></element>`).join("")

interface Taken {
  looks: FileLook[]
  batches: (readonly Brought[])[]
  /** most portions that were with the taker at once */
  mostAtOnce: number
}

async function read(bytes: Uint8Array, limits: Partial<ReaderLimits> = {}, signal: AbortSignal = never, takeMs = 0): Promise<Taken> {
  const taken: Taken = { looks: [], batches: [], mostAtOnce: 0 }
  let now = 0
  await readInWorker({ name: "model.xml", bytes }, { choices: {}, known: {}, limits }, {
    async look(look) {
      taken.looks.push(look)
    },
    async rows(batch) {
      now += 1
      taken.mostAtOnce = Math.max(taken.mostAtOnce, now)
      await new Promise((resolve) => setTimeout(resolve, takeMs))
      taken.batches.push(batch)
      now -= 1
    },
  }, signal)
  return taken
}

describe("a file read in the worker", () => {
  it("comes as one look and portions of 200, one at a time, and the caller keeps its bytes", async () => {
    const bytes = exchangeFile({ elements: goals(600) })
    const { looks, batches, mostAtOnce } = await read(bytes, {}, never, 1)
    expect(looks.map(({ source }) => source?.key)).toEqual(["archimate:id-model"])
    expect(batches.map((batch) => batch.length)).toEqual([200, 200, 200, 200, 200, 200])
    expect(mostAtOnce).toBe(1)
    expect(bytes.length).toBeGreaterThan(0)
  })

  it("may be a table of 200,000 rows", async () => {
    const lines = Array.from({ length: 200_000 }, (_, at) => `Goal ${at},Summary ${at}`)
    let rows = 0
    await readInWorker({ name: "goals.csv", bytes: new TextEncoder().encode(["Goal,Summary", ...lines].join("\n")) }, { choices: { as: "goal" }, known: {} }, {
      look: async () => undefined,
      rows: async (batch) => void (rows += batch.length),
    }, never)
    expect(rows).toBe(200_000)
  }, 240_000)

  it("does not count the time that the taker needs", async () => {
    const bytes = exchangeFile({ elements: goals(150) })
    const began = performance.now()
    await read(bytes)
    const longest = Math.ceil((performance.now() - began) * 5) + 500
    const { batches } = await read(bytes, { silenceMs: longest, totalMs: longest }, never, longest)
    expect(batches).toHaveLength(2)
  })

  it("is refused with the reader's own sentence", async () => {
    await expect(read(new TextEncoder().encode("<html></html>"))).rejects.toThrow(UnreadableFileError)
  })

  it("that takes too long is stopped with a sentence", async () => {
    await expect(read(exchangeFile({ elements: goals(5_000) }), { silenceMs: 1 })).rejects.toThrow(/takes too long/)
  })

  it("that needs too much memory is stopped with a sentence", async () => {
    const bytes = exchangeFile({ elements: `<element identifier="g" xsi:type="Goal"><name>x</name><documentation>${"text ".repeat(45_000)}</documentation></element>${goals(60_000)}` })
    await expect(read(bytes, { memoryMb: 16 })).rejects.toThrow(/far more memory/)
  })

  it("ends with the reason of the one who stopped it, and with what its taker threw", async () => {
    const stop = new AbortController()
    const reading = read(exchangeFile({ elements: goals(5_000) }), {}, stop.signal, 20)
    stop.abort(new Error("No longer wanted"))
    await expect(reading).rejects.toThrow("No longer wanted")
    const taker = { look: () => Promise.reject(new Error("The disk is full")), rows: () => Promise.resolve() }
    await expect(readInWorker({ name: "m.xml", bytes: exchangeFile({ elements: goals(1) }) }, { choices: {}, known: {} }, taker, never)).rejects.toThrow("The disk is full")
  })
})

describe("several files", () => {
  it("are read two at once; the others wait, or leave when they are stopped", async () => {
    let open = 0
    let most = 0
    let bothIn: () => void = () => undefined
    const both = new Promise<void>((resolve) => (bothIn = resolve))
    const stop = new AbortController()
    const one = (signal: AbortSignal) => readInWorker({ name: "m.xml", bytes: exchangeFile({ elements: goals(3) }) }, { choices: {}, known: {} }, {
      async look() {
        open += 1
        most = Math.max(most, open)
        if (open === 2) bothIn()
        await both
        // a third that did not wait would come in meanwhile
        await new Promise((resolve) => setTimeout(resolve, 300))
      },
      async rows() {
        open -= 1
      },
    }, signal)
    const readings = [one(never), one(never), one(never), one(stop.signal), one(never)]
    stop.abort(new Error("No longer wanted"))
    const ends = await Promise.allSettled(readings)
    expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "rejected", "fulfilled"])
    expect(most).toBe(2)
  })
})
