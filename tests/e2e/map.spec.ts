// The map by hand: a line drawn from card to card ends in the form everywhere, presenting leaves only the map, and its files show what the screen shows.

import type { Locator, Page } from "@playwright/test"
import { expect, test } from "../support/planner-page"

test("a line drawn from one card to another asks how much it helps and why, and is saved as any link is", async ({ page }) => {
  await page.goto("/map?kind=goal&kind=initiative")
  const [work, goal] = [page.locator('[data-card="I-48"]'), page.locator('[data-card="G-7"]')]
  await draw(page, work, goal)
  const dialog = page.getByRole("dialog", { name: "Meeting room screens and Answer in one day" })
  await dialog.getByLabel("Slight").check()
  const sent: string[] = []
  page.on("request", (request) => void (request.method() === "POST" && sent.push(new URL(request.url()).pathname)))
  await dialog.getByRole("button", { name: "Link them" }).click()
  await expect(dialog.getByLabel("Why? In one sentence"), "a reason is asked for").toBeFocused()
  expect(sent).toEqual([])
  await dialog.getByLabel("Why? In one sentence").fill("Questions are settled in the room.")
  await dialog.getByRole("button", { name: "Link them" }).click()
  await expect(dialog).toBeHidden()
  expect(sent).toEqual(["/links.data"])
  await page.goto("/initiatives/I-48")
  await expect(page.locator("#links")).toContainText("Questions are settled in the room.")
  await page.locator("#links").getByRole("button", { name: "Take the link with Answer in one day away" }).click()
  await expect(page.locator("#links")).toContainText("It is linked to no goal yet.")
})

test("a line let go beside every card, or broken off by Escape, asks nothing", async ({ page }) => {
  await page.goto("/map?kind=goal&kind=initiative")
  const box = await boxOf(page.locator('[data-card="I-48"]'))
  await begin(page, page.locator('[data-card="I-48"]'))
  await page.mouse.move(box.x + box.width + 20, box.y - 6)
  await page.mouse.up()
  await expect(page.getByRole("dialog")).toHaveCount(0)
  await begin(page, page.locator('[data-card="I-48"]'))
  await page.keyboard.press("Escape")
  await page.mouse.up()
  await expect(page.getByRole("dialog")).toHaveCount(0)
})

test("presenting leaves the map alone on the screen, and a button leads back", async ({ page }) => {
  await page.goto("/map?present=1")
  await expect(page.locator("[data-card]").first()).toBeVisible()
  await expect(page.locator(".rail")).toBeHidden()
  await page.getByRole("link", { name: "Stop presenting" }).click()
  await expect(page).toHaveURL(/\/map$/)
  await expect(page.locator(".rail")).toBeVisible()
})

for (const path of ["", "?gaps=1", "?with=capability&with=unit", "?kind=goal&kind=initiative&money=1"])
  test(`the drawing has the cards, lines and words of the screen at /map${path}`, async ({ page }) => {
    await page.goto(`/map${path}`)
    const cards = page.locator("[data-card]")
    await expect(cards.first()).toBeVisible()
    const shown = await cards.evaluateAll((all) => all.map((card) => `${card.querySelector(".map-code")?.textContent ?? ""} ${card.querySelector(".map-name")?.textContent ?? ""}`))
    const lines = await page.locator(".map-edges path").evaluateAll((all) => all.map((line) => line.getAttribute("d")))
    const answer = await page.request.get(`/map.svg${path}`)
    const drawing = await page.evaluate((svg) => {
      const root = new DOMParser().parseFromString(svg, "image/svg+xml")
      const texts = [...root.querySelectorAll("text")].map((text) => text.textContent ?? "")
      return { texts, lines: [...root.querySelectorAll("path")].map((line) => line.getAttribute("d")) }
    }, await answer.text())
    for (const card of shown) {
      const [code, ...name] = card.split(" ")
      expect(drawing.texts).toContain(code)
      // a drawing cannot measure, and shortens a long name
      expect(drawing.texts.some((text) => text === name.join(" ") || (text.endsWith("…") && name.join(" ").startsWith(text.slice(0, -1))))).toBe(true)
    }
    expect(drawing.texts.filter((text) => /^[A-Z]-\d+$/.test(text))).toHaveLength(shown.length)
    expect(drawing.lines.filter((line) => lines.includes(line))).toHaveLength(lines.length)
    const picture = await page.request.get(`/map.png${path}`)
    expect((await picture.body()).subarray(1, 4).toString()).toBe("PNG")
  })

async function draw(page: Page, from: Locator, to: Locator): Promise<void> {
  await to.scrollIntoViewIfNeeded()
  await begin(page, from)
  const target = await boxOf(to)
  await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 4 })
  await page.mouse.up()
}

async function begin(page: Page, card: Locator): Promise<void> {
  await card.hover()
  const plug = await boxOf(card.locator("[data-plug]"))
  await page.mouse.move(plug.x + plug.width / 2, plug.y + plug.height / 2)
  await page.mouse.down()
}

async function boxOf(place: Locator) {
  const box = await place.boundingBox()
  if (box === null) throw new Error("It is not on the screen.")
  return box
}
