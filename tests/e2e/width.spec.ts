// Every screen at phone width and at 200 % zoom: nothing scrolls sideways, and every target can be hit.

import type { Page } from "@playwright/test"
import { expect, test } from "../support/planner-page"
import { screens } from "./screens"

const smallest = 24
const paths = [...new Set(Object.values(screens).flatMap((group) => group.filter(({ status }) => status === undefined).map(({ path }) => path)))]
const halves = [paths.filter((_path, at) => at % 2 === 0), paths.filter((_path, at) => at % 2 === 1)]

for (const [at, half] of halves.entries())
  test(`nothing scrolls sideways and every target can be hit, part ${at + 1} @phone`, async ({ page, viewport }) => {
    test.setTimeout(150_000)
    const phone = (viewport?.width ?? 0) < 720
    // 1440 px at 200 % are 720
    if (!phone) await page.setViewportSize({ width: 720, height: 450 })
    for (const path of half)
      await test.step(path, async () => {
        await page.goto(path)
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
        expect.soft(await sideways(page), path).toEqual([])
        expect.soft(await squeezed(page), path).toEqual([])
        if (phone) expect.soft(await small(page), path).toEqual([])
      })
  })

/** What reaches beyond the right edge; empty when the page does not scroll sideways. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement
    if (root.scrollWidth <= root.clientWidth) return []
    const beyond = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
    return [`${root.scrollWidth} px`, ...beyond.slice(0, 4).map((element) => `${element.tagName}.${element.className}`)]
  })
}

/** Chips, tabs and buttons narrower than their words, which then run into their neighbours. */
function squeezed(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".chip, .tabs a, .segmented a, .btn")].flatMap((element) => {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.scrollWidth <= element.clientWidth + 1) return []
      return [`${element.tagName}.${element.className} "${(element.textContent ?? "").trim().slice(0, 30)}" has ${element.clientWidth} px, needs ${element.scrollWidth}`]
    }),
  )
}

/** Targets under 24 px, apart from links within a sentence. */
function small(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const targets = document.querySelectorAll<HTMLElement>("a[href], button, summary, input:not([type=hidden]), select, textarea")
    return [...targets].flatMap((element) => {
      const style = getComputedStyle(element)
      const held = (element.closest("label") ?? element).getBoundingClientRect()
      const seen = element.checkVisibility({ visibilityProperty: true }) && held.width > 1 && held.right > 0
      const inSentence = element.tagName === "A" && style.display === "inline"
      if (!seen || inSentence || element.closest(".visually-hidden, .skip") || Math.min(held.width, held.height) >= least - 0.5) return []
      return [`${element.tagName}.${element.className} "${(element.textContent ?? "").trim().slice(0, 30)}" ${Math.round(held.width)} x ${Math.round(held.height)}`]
    })
  }, smallest)
}
