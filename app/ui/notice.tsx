/**
 * Owns the message on top of a page: what happened, what was kept, what to do.
 * After a redirect the loader builds it from the operation named in the address (`?done=`): no cookie and no state in the
 * process are needed, it works without scripts, and every process of an installation gives the same answer.
 */
import type { ReactNode } from "react"
import { Shape } from "~/ui/status"

export interface NoticeProps {
  tone: "info" | "success" | "error"
  children: ReactNode
  /** Offers to take the change back; posts to this address. */
  undoAction?: string
  /** A fresh id for the undo itself. */
  operationId?: string
  /** Where to go to make the message disappear, usually the same page without `done`. */
  dismissHref?: string
}

/** Draws a message that is read out politely, an error at once. */
export function Notice({ tone, children, undoAction, operationId, dismissHref }: NoticeProps) {
  return (
    <div className={`notice ${tone}`} role={tone === "error" ? "alert" : "status"}>
      {tone === "info" ? null : <Shape state={tone === "error" ? "off-track" : "done"} />}
      <div className="notice-text">{children}</div>
      {undoAction ? (
        <form method="post" action={undoAction}>
          {operationId ? <input type="hidden" name="operationId" value={operationId} /> : null}
          <button type="submit" className="link-btn">
            Undo
          </button>
        </form>
      ) : null}
      {dismissHref ? (
        <a href={dismissHref} aria-label="Hide this message">
          ×
        </a>
      ) : null}
    </div>
  )
}
