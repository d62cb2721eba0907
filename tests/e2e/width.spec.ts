// Every screen at phone width and at 200 % zoom: nothing scrolls sideways, and every target can be hit.

import { randomUUID } from "node:crypto"
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

test("a name of 200 letters without a space pushes nothing out of sight @phone", async ({ page }) => {
  test.setTimeout(150_000)
  const name = `${randomUUID()}`.replace(/-/g, "").repeat(7).slice(0, 200)
  for (const kind of ["goals", "initiatives", "services"]) {
    await page.goto(`/${kind}/new`)
    await page.locator('[name="name"]').fill(name)
    await page.locator("main form button[type=submit]").last().click()
    await page.waitForURL(new RegExp(`/${kind}/[A-Z]-\\d+`))
    const record = new URL(page.url()).pathname
    const code = record.split("/").at(-1) ?? ""
    for (const path of [record, `${record}/edit`, `/${kind}?q=${name.slice(0, 40)}`, `/history?about=${code}`, `/link?about=${code}`, `/search?q=${name.slice(0, 40)}`, "/strategy", "/map?view=table"])
      await test.step(path, async () => {
        await page.goto(path)
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
        expect.soft(await sideways(page), path).toEqual([])
        expect.soft(await cutOff(page), path).toEqual([])
      })
    await page.goto(record)
    await page.locator(`main form[action*="${record}/archive"] button`).first().dispatchEvent("click")
    await expect(page.getByRole("button", { name: "Undo" })).toBeVisible()
  }
})

/** Tables wider than the frame that shows them, whose last columns nobody can reach. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".table-frame")].flatMap((frame) =>
      frame.scrollWidth <= frame.clientWidth + 1 || frame.querySelector(".table-scroll")?.clientWidth === frame.clientWidth ? [] : [`${frame.scrollWidth} px in ${frame.clientWidth}`],
    ),
  )
}

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
