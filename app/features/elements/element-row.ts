// The shared row of every record as queries read it.
import type { ElementKind } from "./element"

export interface ElementRow {
  id: string
  kind: ElementKind
  number: number
  name: string
  summary: string
  version: number
  archivedAt: Date | null
}

export const elementColumns = ["element.id", "element.kind", "element.number", "element.name", "element.summary", "element.version", "element.archivedAt"] as const
