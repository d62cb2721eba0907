// The map as a picture is as fine as promised, and its pixels do not stay in memory.

import { setTimeout as wait } from "node:timers/promises"
import { describe, expect, it } from "vitest"
import { pngOf } from "~/features/alignment/map-png.server"

const drawing = (width: number, height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#fff"/><text x="20" y="40">Goals</text></svg>`

/** Width and height as the file says them. */
function sizeOf(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer)
  return [view.getUint32(16), view.getUint32(20)]
}

describe("the map as a picture", () => {
  it("is twice as fine as the screen, and never wider or higher than 8,000 pixels", async () => {
    expect(sizeOf(await pngOf(drawing(300, 200)))).toEqual([600, 400])
    expect(sizeOf(await pngOf(drawing(200, 5000)))).toEqual([320, 8000])
  })

  it("leaves none of its pixels behind: ten pictures of 36 MB", async () => {
    await pngOf(drawing(1500, 1500))
    const before = process.memoryUsage.rss()
    for (let picture = 0; picture < 10; picture += 1) await pngOf(drawing(1500, 1500))
    // until the last one is let go
    await wait(50)
    expect((process.memoryUsage.rss() - before) / 1_000_000).toBeLessThan(110)
  })
})
