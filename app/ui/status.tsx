/** Owns the seven states as shape and word; the word is always in the text colour and the shape carries the hue. */
import type { ReactNode } from "react"

export type StatusState = "done" | "on-track" | "at-risk" | "off-track" | "not-started" | "unknown" | "gap"

const WORDS: Record<StatusState, string> = {
  done: "Done",
  "on-track": "On track",
  "at-risk": "At risk",
  "off-track": "Off track",
  "not-started": "Not started",
  unknown: "Not known",
  gap: "Gap",
}

/** Draws the shape of a state, 12 px, for the eye only: a word must stand beside it. The page needs `ShapeDrawings` once. */
export function Shape({ state }: { state: StatusState }) {
  return (
    <svg className={`shape ${state}`} viewBox="0 0 12 12" aria-hidden="true">
      <use href={`#shape-${state}`} />
    </svg>
  )
}

/** Draws shape and word of a state; `children` replaces the usual word ("Not reported", "No goal"). */
export function StatusMark({ state, children }: { state: StatusState; children?: ReactNode }) {
  return (
    <span className="status">
      <Shape state={state} />
      <span>{children ?? WORDS[state]}</span>
    </span>
  )
}

/** The drawings that all shapes of a page point at: a list shows hundreds of shapes, and there are seven. */
export function ShapeDrawings() {
  return (
    <svg width="0" height="0" style={{ position: "absolute" }} aria-hidden="true">
      <defs>
        <path id="shape-done" d="M1.8 6.4 4.7 9.2 10.2 3" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" />
        <circle id="shape-on-track" cx="6" cy="6" r="4.6" fill="currentColor" />
        <path id="shape-at-risk" d="M6 1.1 11.3 10.7H.7Z" fill="currentColor" />
        <path id="shape-off-track" d="M6 .5 11.5 6 6 11.5.5 6Z" fill="currentColor" />
        <path id="shape-gap" d="M6 .5 11.5 6 6 11.5.5 6Z" fill="currentColor" />
        <circle id="shape-not-started" cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.8" />
        <rect id="shape-unknown" x="1.4" y="1.4" width="9.2" height="9.2" rx="1.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.2 1.8" />
        <path id="shape-lock" d="M5 11.5h14v9H5ZM8 11.5V7.2a4 4 0 0 1 8 0v4.3" fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />
      </defs>
    </svg>
  )
}
