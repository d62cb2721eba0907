// What a person waits for in the browser: the map's first answer to the pointer, a trace, panning, and the scripts of a first load.

import { gzipSync } from "node:zlib"
import { chromium, type Browser, type Page } from "@playwright/test"
import { browserArguments, browserPath } from "../support/browser"
import { bounded, compared, median, missing, type Line } from "./report"
import type { Measured } from "./server-process"

export interface Signed {
  server: Measured
  cookie: { name: string; value: string }
}

const view = { width: 1440, height: 900 }
const panForMs = 3_000
const answersWithinMs = 30_000

/** A Chromium of its own for the measures; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await browserPath(), args: browserArguments })
}

async function pageFor(browser: Browser, { server, cookie }: Signed): Promise<Page> {
  const context = await browser.newContext({ viewport: view })
  await context.addCookies([{ ...cookie, url: server.origin }])
  await context.addInitScript(watchForAnswer)
  return context.newPage()
}

/** Runs in the page: each frame it points at a card, until the map answers by showing a chain, and keeps when that was. */
function watchForAnswer(): void {
  const look = () => {
    const board = document.querySelector(".map-board")
    const card = board?.classList.contains("moves") ? board.querySelector(".map-flow [data-card]") : board?.querySelector("[data-card]")
    card?.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }))
    if (board?.classList.contains("tracing")) document.documentElement.dataset.answeredAfter = String(performance.now())
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Milliseconds from the start of the navigation until the map answers the pointer, the middle of three first visits; and how many cards it shows. */
async function visitMap(browser: Browser, signed: Signed, path: string): Promise<{ ms: number; cards: number; scripts: Set<string> }> {
  const times: number[] = []
  const scripts = new Set<string>()
  let cards = 0
  for (let visit = 0; visit < 3; visit += 1) {
    const page = await pageFor(browser, signed)
    page.on("response", (response) => {
      const { pathname } = new URL(response.url())
      if (pathname.endsWith(".js")) scripts.add(pathname)
    })
    await page.goto(signed.server.origin + path)
    times.push(await answered(page))
    cards = await page.locator("[data-card]").count()
    await page.context().close()
  }
  return { ms: median(times), cards, scripts }
}

async function answered(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => document.documentElement.dataset.answeredAfter, undefined, { timeout: answersWithinMs })
  return Number(await handle.jsonValue())
}

/** The map of about 300 cards, the rolled-up ones, tracing, and what the map loads beyond its page. */
export async function mapMeasures(browser: Browser, on: { few: Signed; small: Signed; large: Signed }): Promise<Line[]> {
  const few = await visitMap(browser, on.few, "/map")
  const small = await visitMap(browser, on.small, "/map")
  const large = await visitMap(browser, on.large, "/map")
  const asked = new Set(scriptsOf((await on.few.server.ask("/map")).text()))
  const later = [...few.scripts].filter((path) => !asked.has(path))
  return [
    bounded("map, 300 nodes: navigation to first answer", { ours: few.ms, unit: "ms", most: 1500, note: `${few.cards} cards` }),
    bounded("map, 300 nodes: trace shown", { ours: await traceTime(browser, on.few), unit: "ms", most: 50, note: "a frame is 17 ms" }),
    bounded("map, 2,000 elements rolled up: first answer", { ours: small.ms, unit: "ms", most: 2500, note: `${small.cards} cards` }),
    bounded("map, 20,000 elements: first answer", { ours: large.ms, unit: "ms", note: `${large.cards} cards` }),
    bounded("scripts the map loads beyond its page, gzip", { ours: await kilobytes(on.few.server, later), unit: "kB", most: 90 }),
  ]
}

/** From pointing at a card until the frame that shows its chain, over a score of cards. */
async function traceTime(browser: Browser, signed: Signed): Promise<number> {
  const page = await pageFor(browser, signed)
  await page.goto(`${signed.server.origin}/map`)
  await answered(page)
  const times = await page.evaluate(async () => {
    const cards = [...document.querySelectorAll("[data-card]")]
    const taken: number[] = []
    for (let at = 0; at < cards.length; at += Math.ceil(cards.length / 20)) {
      const started = performance.now()
      cards[at]?.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }))
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      taken.push(performance.now() - started)
    }
    return taken
  })
  await page.context().close()
  return median(times)
}

/** Frames a second while the map moves with about 1,000 cards opened, against an empty page's. */
export async function panningMeasure(browser: Browser, signed: Signed): Promise<Line> {
  const page = await pageFor(browser, signed)
  await page.goto(`${signed.server.origin}/live`)
  const empty = await page.evaluate(countFrames, { ms: panForMs, pan: false })
  const opened = new Set<string>()
  let cards = 0
  for (let turn = 0; turn < 12 && cards < 1000; turn += 1) {
    await page.goto(`${signed.server.origin}/map?${new URLSearchParams([...opened].map((key) => ["open", key]))}`)
    await answered(page)
    cards = await page.locator("[data-card]").count()
    const keys = await page.locator("[data-card].is-group").evaluateAll((groups) => groups.map((group) => group.getAttribute("data-card") ?? ""))
    if (cards >= 1000 || keys.length === 0) break
    for (const key of keys.slice(0, Math.ceil(keys.length / 2))) opened.add(key)
  }
  if (cards < 700) return missing("panning with 1,000 nodes shown", `only ${cards} cards could be opened`)
  const where = () => page.locator(".react-flow__viewport").getAttribute("style")
  const before = await where()
  const frames = await page.evaluate(countFrames, { ms: panForMs, pan: true })
  const moved = (await where()) !== before
  await page.context().close()
  if (!moved) return missing("panning with 1,000 nodes shown", "the map did not move")
  return compared(`panning with ${cards.toLocaleString("en")} nodes shown, frames a second, against an empty page`, { ours: frames, yardstick: empty, unit: "fps", least: 0.83 })
}

/** Runs in the page: frames a second, moving the map by the wheel each frame when asked to. */
async function countFrames({ ms, pan }: { ms: number; pan: boolean }): Promise<number> {
  // the map listens within its own frame, so an event from the frame itself would not reach it
  const pane = pan ? document.querySelector(".react-flow__pane") : null
  const started = performance.now()
  let frames = 0
  while (performance.now() - started < ms) {
    await new Promise(requestAnimationFrame)
    pane?.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, deltaY: frames % 120 < 70 ? 12 : -12, clientX: 700, clientY: 500 }))
    frames += 1
  }
  return (frames * 1000) / (performance.now() - started)
}

/** The heaviest first load among the pages of each kind. */
export async function scriptMeasures(server: Measured, kinds: readonly { name: string; paths: readonly string[]; most: number }[]): Promise<Line[]> {
  const lines: Line[] = []
  for (const { name, paths, most } of kinds) {
    let heaviest = { size: 0, path: "" }
    for (const path of paths) {
      const page = await server.ask(path)
      if (page.status !== 200) continue
      const size = await kilobytes(server, scriptsOf(page.text()))
      if (size > heaviest.size) heaviest = { size, path }
    }
    lines.push(bounded(`JavaScript on first load, gzip: ${name}`, { ours: heaviest.size, unit: "kB", most, note: heaviest.path }))
  }
  return lines
}

function scriptsOf(html: string): string[] {
  return [...new Set([...html.matchAll(/\/assets\/[\w.$()~-]+\.js/g)].map(([path]) => path))]
}

async function kilobytes(server: Measured, paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map(async (path) => gzipSync((await server.ask(path)).text(), { level: 9 }).length))
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}
