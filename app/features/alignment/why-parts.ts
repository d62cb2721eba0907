/** Owns the pieces that answers to "why are we doing this?" are made of: text and named records. */
import type { GraphNode } from "~/features/alignment/graph"

export interface WhyPart {
  text: string
  /** The record that the text names, shown strong and as a link. */
  nodeId?: string
}

export type WhySentence = readonly WhyPart[]

export interface Why {
  question: string
  sentences: readonly WhySentence[]
}

/** Gives a sentence from words, records and lists of such pieces. */
export function sentence(...pieces: readonly (string | GraphNode | readonly WhyPart[])[]): WhySentence {
  return pieces.flatMap((piece): WhyPart[] => {
    if (typeof piece === "string") return piece === "" ? [] : [{ text: piece }]
    return "kind" in piece ? [{ text: piece.name, nodeId: piece.id }] : [...piece]
  })
}

/** Gives records as a list in words, "A, B and C"; beyond `most` the rest is counted: "A, B and 4 more". */
export function listed(nodes: readonly GraphNode[], most = 3): WhyPart[] {
  const rest = nodes.length > most ? nodes.length - most : 0
  const shown = rest > 0 ? nodes.slice(0, most) : nodes
  const parts = shown.flatMap((node, at): WhyPart[] => {
    const last = at === shown.length - 1 && rest === 0
    const joint = at === 0 ? [] : [{ text: last ? " and " : ", " }]
    return [...joint, { text: node.name, nodeId: node.id }]
  })
  return rest > 0 ? [...parts, { text: ` and ${rest} more` }] : parts
}

/** Gives an answer as plain text, for copying and for readers without links. */
export function plainText(why: Why): string {
  return why.sentences.map((parts) => parts.map(({ text }) => text).join("")).join(" ")
}
