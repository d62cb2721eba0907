// What the server costs: processor time a page, throughput, and how little both grow with the records.

import type { Measured } from "./server-process"
import { bounded, compared, meanWithoutEnds, median, missing, type Line } from "./report"

const blocks = 14
const requestsEach = 30
/** The engine goes on making code faster for more than a thousand requests; before that the figures tell how long ago a process was started. */
const warmUp = 2000

/** Processor milliseconds a request of each page, measured in turns so that a noisy minute meets all of them. */
export async function processorTime(pages: readonly { server: Measured; path: string; packed?: boolean }[]): Promise<number[]> {
  for (const server of new Set(pages.map((page) => page.server.origin))) await warm(pages.filter((page) => page.server.origin === server))
  const costs: number[][] = pages.map(() => [])
  for (let block = 0; block < blocks; block += 1) {
    // another page begins each time: what a process does now and then, as looking for dead objects, would always meet the same one
    for (let turn = 0; turn < pages.length; turn += 1) {
      const place = (turn + block) % pages.length
      const page = pages[place]
      if (page === undefined) continue
      const before = (await page.server.used()).cpuMs
      for (let count = 0; count < requestsEach; count += 1) await asked(page)
      costs[place]?.push(((await page.server.used()).cpuMs - before) / requestsEach)
    }
  }
  return costs.map(meanWithoutEnds)
}

/** Every process gets the same number of requests before it is measured, spread over its pages. */
async function warm(pages: readonly { server: Measured; path: string; packed?: boolean }[]): Promise<void> {
  for (let count = 0; count < warmUp / pages.length; count += 1) for (const page of pages) await asked(page)
}

/** Milliseconds from asking to the last byte, the middle of many, measured in turns. */
export async function answerTime(pages: readonly { server: Measured; path: string }[], rounds = 25): Promise<number[]> {
  const times: number[][] = pages.map(() => [])
  for (let round = -8; round < rounds; round += 1) {
    for (const [place, page] of pages.entries()) {
      const started = performance.now()
      await asked(page)
      if (round >= 0) times[place]?.push(performance.now() - started)
    }
  }
  return times.map(median)
}

/** Answers a second to eight clients that each ask again as soon as they are answered. */
export async function throughput(pages: readonly { server: Measured; path: string }[], seconds = 2): Promise<number[]> {
  const rates: number[][] = pages.map(() => [])
  for (let round = 0; round < 3; round += 1) {
    for (const [place, page] of pages.entries()) {
      const until = performance.now() + seconds * 1000
      const client = async () => {
        let answers = 0
        for (; performance.now() < until; answers += 1) await asked(page)
        return answers
      }
      const answers = await Promise.all(Array.from({ length: 8 }, client))
      rates[place]?.push(answers.reduce((sum, count) => sum + count, 0) / seconds)
    }
  }
  return rates.map(median)
}

/** Each page at both sizes; a page that is not there is said to be missing. */
export async function growth(small: Measured, large: Measured, pages: readonly { name: string; small: string; large: string }[]): Promise<Line[]> {
  const lines: Line[] = []
  for (const page of pages) {
    const measure = `${page.name}, 20,000 elements against 2,000`
    const status = (await large.ask(page.large)).status
    if (status !== 200) {
      lines.push(missing(measure, `answers ${status}`))
      continue
    }
    const [less = 0, more = 0] = await answerTime([{ server: small, path: page.small }, { server: large, path: page.large }], 12)
    lines.push(compared(measure, { ours: more, yardstick: less, unit: "ms", most: 1.3 }))
  }
  return lines
}

/** Memory of the process once every page has been asked for, twice. */
export async function memoryAfter(server: Measured, paths: readonly string[]): Promise<Line> {
  for (let round = 0; round < 2; round += 1) for (const path of paths) await server.ask(path, true)
  const { memoryMb } = await server.used()
  return bounded("memory of the app process after every page, 20,000 elements", { ours: memoryMb, unit: "MB", most: 250 })
}

async function asked({ server, path, packed }: { server: Measured; path: string; packed?: boolean }): Promise<void> {
  const { status } = await server.ask(path, packed)
  if (status !== 200) throw new Error(`${path} answered ${status}`)
}
