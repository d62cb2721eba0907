// What reading the largest real model costs, against one bare pass of the parser over it.

import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { SaxesParser } from "saxes"
import { readFile } from "~/features/exchange/read-file.server"
import { largeModel } from "./large-model"
import { compared, median, type Line } from "./report"

const rounds = 9

/** Processor time from the file's bytes to its rows; without the shared files a made-up model of the same size stands in. */
export async function readingMeasure(root: string): Promise<Line> {
  const real = join(root, "..", "shared", "data", "archimate", "esdc-sandbox-lapierre.xml")
  const found = existsSync(real)
  const bytes = found ? readFileSync(real) : Buffer.from(largeModel(5_000, 7_000))
  const name = found ? "esdc-sandbox-lapierre.xml" : "made-up.xml"
  const ours: number[] = []
  const bare: number[] = []
  for (let round = -2; round < rounds; round += 1) {
    const passed = await cpuMs(() => void new SaxesParser({}).write(bytes.toString("utf8")).close())
    const read = await cpuMs(async () => {
      const { rows } = await readFile({ name, bytes }, {}, {})
      for await (const row of rows) if (row.part === "offer" && row.through.length === 0) throw new Error("An offer runs over nothing.")
    })
    if (round >= 0) bare.push(passed)
    if (round >= 0) ours.push(read)
  }
  return compared(`reading ${name} (${(bytes.length / 1e6).toFixed(1)} MB) to its rows, against a bare pass of the parser`, { ours: median(ours), yardstick: median(bare), unit: "ms", most: 3 })
}

async function cpuMs(run: () => void | Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
