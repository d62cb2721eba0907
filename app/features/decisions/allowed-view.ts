// What the page of an answer shows of a product: its jobs with an answer each, and who decided them.
import type { CalendarDate } from "~/core/calendar"
import type { ElementRef } from "~/features/elements/element"
import type { Answer } from "./allowed"

/** Who decided how a product stands, and when. */
export interface DecidedBy {
  decision: ElementRef
  on: CalendarDate
  importedFrom: string | null
  people: readonly string[]
  reviewOn: CalendarDate | null
}

export interface JobAnswer {
  /** null: no job in particular */
  job: ElementRef | null
  version: string
  answer: Answer
  instead: ElementRef | null
  ownWords: string
  decided: DecidedBy | null
}

export interface ProductAnswer {
  /** whether it may be what was meant; else it is a suggestion */
  meant: boolean
  product: ElementRef
  summary: string
  /** how many people have it, where that is known */
  seats: number | null
  answers: readonly JobAnswer[]
}
