/** Owns the list of what happened to a record, newest first. */
import type { ReactNode } from "react"

export interface TrailEntry {
  id: string
  /** What changed; use `<Changed>` for the old and the new value. */
  what: ReactNode
  /** Who and when, ready to read. */
  by: string
  /** Where the undo form posts, when this change may still be undone. */
  undoAction?: string
  operationId?: string
}

/** Draws the entries; an empty history says so. */
export function Trail({ entries }: { entries: readonly TrailEntry[] }) {
  if (entries.length === 0) return <p className="small muted">Nothing has changed yet.</p>
  return (
    <ol className="trail">
      {entries.map((entry) => (
        <li key={entry.id}>
          {entry.what}
          <small>
            {entry.by}
            {entry.undoAction ? (
              <>
                {" · "}
                <form method="post" action={entry.undoAction}>
                  {entry.operationId ? <input type="hidden" name="operationId" value={entry.operationId} /> : null}
                  <button type="submit" className="link-btn">
                    Undo
                  </button>
                </form>
              </>
            ) : null}
          </small>
        </li>
      ))}
    </ol>
  )
}

/** Draws an old value struck through and the new one after it; either may be missing. */
export function Changed({ label, before, after }: { label: string; before: string | null; after: string | null }) {
  return (
    <>
      {label}: {before === null ? null : <del>{before}</del>}
      {before === null ? "" : " → "}
      {after === null ? <span className="muted">nothing</span> : <ins>{after}</ins>}
    </>
  )
}
