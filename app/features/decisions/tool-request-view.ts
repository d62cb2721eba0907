// A request as it is stored, and as people read it.
import type { CalendarDate } from "~/core/calendar"
import type { ElementRef } from "~/features/elements/element"
import type { RequestFields } from "./tool-request"

export interface ToolRequest extends RequestFields {
  id: string
  askedBy: string | null
  answeredBy: string | null
  answeredAt: Date | null
  version: number
  createdAt: Date
}

/** A request as people read it. */
export interface RequestLine extends Omit<ToolRequest, "answeredAt" | "createdAt"> {
  askedOn: CalendarDate
  answeredOn: CalendarDate | null
  asker: ElementRef | null
  unit: ElementRef | null
  product: ElementRef | null
  job: ElementRef | null
  answerer: ElementRef | null
  goesTo: ElementRef | null
}
