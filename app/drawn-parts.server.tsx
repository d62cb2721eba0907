// Parts of pages that were drawn before: kept as they are sent, those used last, and put where they belong.
import { randomUUID } from "node:crypto"
import type { ReactElement } from "react"
import { renderToString } from "react-dom/server"
import type { DrawPart, FormIds } from "./ui/drawn-once"

/** The rows of a list are 100 kB, a menu a few. */
const mostBytes = 2_400_000

interface Kept {
  of: object
  by: string
  /** text, and between two of them the id of a form */
  texts: readonly Buffer[]
  /** the names of those forms */
  forms: readonly string[]
  bytes: number
}

/** Stands for the id of a form while a part is drawn. Nobody can type it: it is another in every process. */
const mark = randomUUID()
const marked = new RegExp(`${mark}:([\\w/ -]*);`)
const asMark: FormIds = (form) => `${mark}:${form};`

/** What was used last stands last. */
const kept: Kept[] = []
let keptBytes = 0

/** The parts of one page: what stands for a part while the page is drawn, and the page with its parts in place. */
export function partsOfPage() {
  const parts: Buffer[] = []
  return {
    /** What stands for it is allowed everywhere, and cannot come from what people typed: that is escaped. */
    part(...[of, by, draw, ids]: Parameters<DrawPart>): ReactElement {
      parts.push(withIds(drawn(of, by, draw), ids))
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

function drawn(of: object, by: string, draw: (ids: FormIds) => ReactElement): Kept {
  const place = kept.findLastIndex((each) => each.of === of && each.by === by)
  const [known] = place < 0 ? [] : kept.splice(place, 1)
  const part = known ?? newPart(of, by, renderToString(draw(asMark)))
  kept.push(part)
  if (!known) keptBytes += part.bytes
  while (keptBytes > mostBytes && kept.length > 1) keptBytes -= kept.shift()?.bytes ?? 0
  return part
}

function newPart(of: object, by: string, html: string): Kept {
  const pieces = html.split(marked)
  const texts = pieces.filter((_piece, at) => at % 2 === 0).map((text) => Buffer.from(text))
  return { of, by, texts, forms: pieces.filter((_piece, at) => at % 2 === 1), bytes: texts.reduce((sum, text) => sum + text.length, 0) }
}

function withIds({ texts, forms }: Kept, ids: FormIds | null): Buffer {
  const [only] = texts
  if (only !== undefined && texts.length === 1) return only
  if (ids === null) throw new Error("A part with forms was drawn without their ids.")
  return Buffer.concat(texts.flatMap((text, at) => { const form = forms[at]; return form === undefined ? [text] : [text, Buffer.from(ids(form))] }))
}
