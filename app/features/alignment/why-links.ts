/** Owns the answer to "why?" with the address of every record it names, ready for a page. */
import type { Heard } from "~/features/alignment/heard"
import type { ServingModel } from "~/features/alignment/serving"
import { whyOf } from "~/features/alignment/why"
import { pathOf } from "~/features/elements/element"

export interface LinkedWhy {
  question: string
  sentences: { text: string; href: string | null }[][]
}

/** Gives question and answer with links; null for a record that is not in the graph. */
export function linkedWhy(model: ServingModel, id: string, heard: Heard): LinkedWhy | null {
  const why = whyOf(model, id, heard)
  if (why === null) return null
  const hrefOf = (nodeId: string | undefined) => {
    const node = nodeId === undefined || nodeId === id ? undefined : model.index.nodes.get(nodeId)
    return node ? pathOf(node.kind, node.code) : null
  }
  return { question: why.question, sentences: why.sentences.map((parts) => parts.map((part) => ({ text: part.text, href: hrefOf(part.nodeId) }))) }
}
