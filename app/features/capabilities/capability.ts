// A capability: what the business must be able to do; an optional layer, a tree between goals and services.
import type { Snapshot } from "~/core/change"
import type { TreeWords } from "~/features/elements/tree"

export const capabilityWords: TreeWords = { one: "capability", many: "capabilities" }

export interface CapabilityFields {
  name: string
  summary: string
  parentId: string | null
}

export function capabilitySnapshot({ name, summary, parentId }: CapabilityFields): Snapshot {
  return { name, summary, parentId }
}
