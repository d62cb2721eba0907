// The shared row of every record as queries read it.
import { isChainKind, type ChainKind, type ElementKind } from "./element"

export interface ElementRow {
  id: string
  kind: ElementKind
  number: number
  name: string
  summary: string
  version: number
  archivedAt: Date | null
}

/** A record that stands on the chain, so that links may join it. */
export type ChainRow = ElementRow & { kind: ChainKind }

/** Whether the record stands on the chain. */
export function onChain(row: ElementRow): row is ChainRow {
  return isChainKind(row.kind)
}

export const elementColumns = ["element.id", "element.kind", "element.number", "element.name", "element.summary", "element.version", "element.archivedAt"] as const
