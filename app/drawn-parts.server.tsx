// Parts of pages that were drawn before: kept as they are sent, those used last, and put where they belong.
import type { ReactElement } from "react"
import { renderToString } from "react-dom/server"

/** The rows of a list are 100 kB, a menu a few. */
const mostBytes = 2_400_000

interface Kept {
  of: object
  by: string
  text: Buffer
}

/** What was used last stands last. */
const kept: Kept[] = []
let keptBytes = 0

/** The parts of one page: what stands for a part while the page is drawn, and the page with its parts in place. */
export function partsOfPage() {
  const parts: Buffer[] = []
  return {
    /** What stands for it is allowed everywhere, and cannot come from what people typed: that is escaped. */
    part(of: object, by: string, draw: () => ReactElement): ReactElement {
      parts.push(drawn(of, by, draw))
      return <template data-part={parts.length - 1} />
    },
    /** Parts stand in a page in the order in which they were drawn, and what its scripts begin with stands last. */
    inPlace(html: string, data?: { mark: string; text: string }) {
      const marked = parts.map((text, at) => ({ mark: `<template data-part="${at}"></template>`, text }))
      const pieces: Buffer[] = []
      let from = 0
      for (const { mark, text } of data ? [...marked, { mark: data.mark, text: Buffer.from(data.text) }] : marked) {
        const place = html.indexOf(mark, from)
        if (place < 0) continue
        pieces.push(Buffer.from(html.slice(from, place)), text)
        from = place + mark.length
      }
      return Buffer.concat([...pieces, Buffer.from(html.slice(from))])
    },
  }
}

const unsafe: Record<string, string> = { "<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029" }

/** Gives the text as a script of a page may hold it: nothing in it can end the script or begin another. */
export function textInScript(text: string): string {
  return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (each) => unsafe[each] ?? "")
}

function drawn(of: object, by: string, draw: () => ReactElement): Buffer {
  const place = kept.findLastIndex((each) => each.of === of && each.by === by)
  const [known] = place < 0 ? [] : kept.splice(place, 1)
  const part = known ?? { of, by, text: Buffer.from(renderToString(draw())) }
  kept.push(part)
  if (!known) keptBytes += part.text.length
  while (keptBytes > mostBytes && kept.length > 1) keptBytes -= kept.shift()?.text.length ?? 0
  return part.text
}
