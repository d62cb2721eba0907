// A service: what people consume from IT.
import type { Snapshot } from "~/core/change"

export interface ServiceFields {
  name: string
  summary: string
}

export function serviceSnapshot({ name, summary }: ServiceFields): Snapshot {
  return { name, summary }
}
