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

/** Draws the shape of a state, 12 px, for the eye only: a word must stand beside it. */
export function Shape({ state }: { state: StatusState }) {
  return (
    <svg className={`shape ${state}`} viewBox="0 0 12 12" aria-hidden="true">
      {drawing(state)}
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

function drawing(state: StatusState) {
  switch (state) {
    case "done":
      return <path d="M1.8 6.4 4.7 9.2 10.2 3" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" />
    case "on-track":
      return <circle cx="6" cy="6" r="4.6" fill="currentColor" />
    case "at-risk":
      return <path d="M6 1.1 11.3 10.7H.7Z" fill="currentColor" />
    case "off-track":
    case "gap":
      return <path d="M6 .5 11.5 6 6 11.5.5 6Z" fill="currentColor" />
    case "not-started":
      return <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.8" />
    case "unknown":
      return <rect x="1.4" y="1.4" width="9.2" height="9.2" rx="1.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.2 1.8" />
  }
}
