// A function: the job an application does, such as "edit PDFs"; on screen a "job".
import type { Snapshot } from "~/core/change"

export interface FunctionFields {
  name: string
  summary: string
}

export function functionSnapshot({ name, summary }: FunctionFields): Snapshot {
  return { name, summary }
}
