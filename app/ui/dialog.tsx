/** Owns dialogs: the native element, opened by a link that leads to a whole page where scripts are off. */
import type { ReactNode } from "react"

/** Draws a link that opens the dialog of that id; without scripts it goes to `href`. */
export function DialogLink({ dialog, href, className = "btn", children }: { dialog: string; href: string; className?: string; children: ReactNode }) {
  return (
    <a className={className} href={href} data-dialog={dialog} role="button" aria-haspopup="dialog">
      {children}
    </a>
  )
}

/** Draws the dialog itself; Escape, the cross and a click outside close it, and focus returns to where it came from. */
export function Dialog({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <dialog id={id} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>{title}</h2>
        <form method="dialog">
          <button type="submit" className="btn quiet small" aria-label="Close">
            ×
          </button>
        </form>
      </header>
      {children}
    </dialog>
  )
}
