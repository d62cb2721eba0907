// What a personal page shows and what comes back from it.
import type { Confidentiality, FeedbackKind, ListeningStyle } from "#db/words"

export type { Confidentiality, ListeningStyle } from "#db/words"

export interface AnswerPoint {
  kind: FeedbackKind
  confidentiality: Confidentiality
  body: string
}

export interface AnswerPageProps {
  name: string
  company: string
  title: string
  summary: string
  question: string
  promise: string
  costs: string
  effects: string
  owner: string | null
  /** the wordings there are, and the one shown */
  wordings: readonly { style: ListeningStyle; label: string }[]
  style: ListeningStyle
  closesOn: string | null
  options: readonly { id: string; name: string; summary: string }[]
  saved: { optionId: string | null; points: readonly { kind: FeedbackKind; confidentiality: Confidentiality; body: string }[] }
  /** they answered before; another answer adds to it */
  answered: boolean
  done: "sent" | "kept" | "replied" | "rated" | null
  /** what was heard, once it was sent to those who said it; null before, and for whoever was not heard */
  minutes: { text: string; says: "right" | "mend" | null; words: string } | null
  /** once what was heard has come back to them or the conversation has ended, until they have rated it */
  mayRate: boolean
  open: boolean
  path: string
}
