// Parts of pages that were drawn before: kept as they are sent, for the last few, and put where they belong.
import type { ReactElement } from "react"
import { renderToString } from "react-dom/server"

/** About 100 kB each. */
const mostKept = 24
const kept = new Map<object, { by: string; text: Buffer }>()

/** The parts of one page: what stands for a part while the page is drawn, and the page with its parts in place. */
export function partsOfPage() {
  const parts: Buffer[] = []
  return {
    /** The mark cannot come from what people typed: that is escaped. */
    part(of: object, by: string, draw: () => ReactElement): ReactElement {
      parts.push(drawn(of, by, draw))
      return <tbody data-part={parts.length - 1} />
    },
    inPlace(html: string) {
      const pieces = html.split(/<tbody data-part="(\d+)"><\/tbody>/)
      return Buffer.concat(pieces.map((piece, at) => (at % 2 === 0 ? Buffer.from(piece) : (parts[Number(piece)] ?? Buffer.alloc(0)))))
    },
  }
}

function drawn(of: object, by: string, draw: () => ReactElement): Buffer {
  const known = kept.get(of)
  const part = known?.by === by ? known : { by, text: Buffer.from(renderToString(draw())) }
  // what was used last stands last
  kept.delete(of)
  kept.set(of, part)
  const [oldest] = kept.keys()
  if (oldest !== undefined && kept.size > mostKept) kept.delete(oldest)
  return part.text
}
