/** Owns the button that sends a page to the printer. */
import type { ReactNode } from "react"

/** Draws the button; the device's own dialog does the rest. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <button type="button" className="btn quiet small" onClick={() => window.print()}>
      {children}
    </button>
  )
}
