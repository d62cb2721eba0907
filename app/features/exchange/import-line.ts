// One import as its list shows it.
import type { ImportReport, ImportState } from "./import-view"

export interface ImportLine {
  id: string
  fileName: string
  state: ImportState
  /** why it failed */
  message: string
  report: ImportReport
  startedBy: string
  /** "22 Nov 2026, 09:40" */
  at: string
  /** the operation that can still be taken back */
  undo: string | null
}
